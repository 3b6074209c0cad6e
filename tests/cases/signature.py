"""What an answer says, without its citations: to see whether a change shows at all."""

from tests.cases.casefile import Case, Court, Wanted, law_differences, rates_due

from antinomy.verdict import Assessment, Cell, Classification

Signature = tuple[object, ...]


def signature(case: Case, wanted: Wanted, court: Court) -> Signature:
    """Give cells, grade and classification of a case on a day."""
    if case.chip is not None:
        return _of_chip(court.classify(case, wanted))
    if case.transaction is None:
        return tuple(law_differences(case, wanted, court.packs))
    return _of_deal(court.assess(case, wanted))


def _of_deal(answer: Assessment) -> Signature:
    cells = tuple(_of_cell(cell) for row in answer.rows for cell in row.cells)
    available = tuple((row.course.id, row.available) for row in answer.rows)
    return (available, cells, answer.antinomy.grade, answer.antinomy.possible)


def _of_cell(cell: Cell) -> Signature:
    said = (cell.verdict, cell.could_be, cell.also, cell.review_policy)
    return (cell.course, cell.regime, *said, rates_due(cell))


def _of_chip(answer: Classification) -> Signature:
    controls = tuple((c.eccn, c.truth) for c in answer.controls)
    review = tuple((r.destination, r.licence, r.policies) for r in answer.review)
    bands = tuple((b.band, b.truth, b.rate) for b in answer.tariff_bands)
    return (controls, bands, review, tuple(letter.id for letter in answer.letters))

"""What an answer says, without its citations: to see whether a change shows at all."""

from tests.cases.casefile import Case, Court, Wanted, law_differences

from antinomy.verdict import Assessment, Classification

Signature = tuple[object, ...]


def signature(case: Case, wanted: Wanted, court: Court) -> Signature:
    """Give cells, grade and classification of a case on a day."""
    if case.chip is not None:
        return _of_chip(court.classify(case, wanted))
    if case.transaction is None:
        return tuple(law_differences(case, wanted, court.packs))
    return _of_deal(court.assess(case, wanted))


def _of_deal(answer: Assessment) -> Signature:
    cells = tuple(
        (c.course, c.regime, c.verdict, c.could_be, c.also, c.review_policy)
        for row in answer.rows
        for c in row.cells
    )
    available = tuple((row.course.id, row.available) for row in answer.rows)
    return (available, cells, answer.antinomy.grade, answer.antinomy.possible)


def _of_chip(answer: Classification) -> Signature:
    controls = tuple((c.eccn, c.truth) for c in answer.controls)
    review = tuple((r.destination, r.licence, r.policies) for r in answer.review)
    return (controls, review, tuple(letter.id for letter in answer.letters))

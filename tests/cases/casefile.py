"""Read the legal cases that stand beside the packs, and ask the engine about them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.cases.engines import Engines

import antinomy
from antinomy.files import Fields, Mapping, Node, read_document
from antinomy.files.fields import to_flag
from antinomy.files.node import as_mapping, as_scalar
from antinomy.law import standing
from antinomy.transaction import Transaction, transaction_of
from antinomy.transaction.facts import FactReader
from antinomy.values import Day, Fact, InputError, Known, KnownBy, Source, Truth
from antinomy.verdict import Assessment, Assessor, Cell, Classification, Classifier
from antinomy.verdict.grade import Antinomy
from antinomy.verdict.matrix import Row
from antinomy.view import Packs, open_packs, view_on

ROOT = Path(__file__).parents[2]
PACKS = Path(antinomy.__file__).parent / "packs"
GROUNDS = ("worked case", "official example", "filing", "commentary", "text")


@dataclass(frozen=True)
class CellWanted:
    """What a case expects of one cell; None is not asked."""

    verdict: str
    could_be: str | None = None
    also: tuple[str, ...] | None = None
    review_policy: str | None = None
    provisions: tuple[str, ...] = ()
    rates: tuple[str, ...] | None = None
    rates_possible: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Wanted:
    """What a case expects on one day."""

    on: Day
    known_by: KnownBy | None
    cells: dict[tuple[str, str], CellWanted] = field(default_factory=dict)
    grade: str | None = None
    controls: dict[str, str] = field(default_factory=dict)
    tariff_bands: dict[str, str] = field(default_factory=dict)
    review: dict[str, tuple[str, ...]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    wordings: dict[str, str] = field(default_factory=dict)
    told_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    members: frozenset[str] | None = None
    may_be: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    """One legal case: facts, what is expected, and the authority that says so.

    It is asked of a transaction, a chip, the state of a measure, or a set of places.
    """

    name: str
    why: str
    authority: str
    rests_on: str
    transaction: Transaction | None
    chip: dict[str, Fact] | None
    measure: str
    places: str
    example: str
    expect: tuple[Wanted, ...]
    path: Path
    line: int

    @property
    def at(self) -> str:
        """Give its file and line, for the eye."""
        return f"{self.path.name}:{self.line}"


@cache
def packs() -> Packs:
    """Give the shipped packs, loaded once."""
    return open_packs(PACKS)


@cache
def cases() -> tuple[Case, ...]:
    """Give every case of every pack."""
    return tuple(_read())


def _read() -> Iterator[Case]:
    for path in sorted(PACKS.glob("*/cases/**/*.yaml")):
        fields = Fields(read_document(path))
        yield from fields.each("cases", _case)
        fields.done()


def _case(node: Node) -> Case:
    fields = Fields(node)
    name = fields.text("case")
    measure, places = fields.text("measure", ""), fields.text("places", "")
    example = fields.text("example", "")
    asks_of_law = bool(measure or places)
    transaction, chip = (None, None) if asks_of_law else _subject(fields, example)
    case = Case(
        name=name,
        why=fields.text("why"),
        authority=fields.text("authority"),
        rests_on=fields.choice("rests_on", GROUNDS),
        transaction=transaction,
        chip=chip,
        measure=measure,
        places=places,
        expect=fields.each("expect", _wanted),
        example=example,
        path=Path(fields.at.file),
        line=fields.at.line,
    )
    fields.done()
    return case


def _subject(
    fields: Fields, example: str
) -> tuple[Transaction | None, dict[str, Fact] | None]:
    law, lexicon = packs().law, packs().lexicon()
    inline = fields.take("transaction")
    if inline is not None:
        return transaction_of(inline, law.vocabulary, lexicon), None
    if example:
        node = read_document(ROOT / "examples" / f"{example}.yaml")
        return transaction_of(node, law.vocabulary, lexicon), None
    named, figures = fields.text("classify", ""), fields.take("figures")
    if named:
        assert packs().catalogue.find_chips(named), f"{named!r} is no chip"
        return None, {"chip": Known(named, Source("asked about"))}
    if figures is None:
        message = (
            "a case has a transaction, an example, classify, figures, measure or places"
        )
        raise InputError(message, fields.at)
    reader = FactReader(law.vocabulary.units, lexicon)
    entries = law.vocabulary.of_scope("chip")
    given = as_mapping(figures).entries
    return None, {k: reader.read(entries[k], v, "chip") for k, v in given.items()}


def _wanted(node: Node) -> Wanted:
    fields = Fields(node)
    on, known_by = fields.day("on"), fields.day("known_by")
    assert on is not None, "an expectation has its day"
    wanted = Wanted(
        on=on,
        known_by=KnownBy(known_by) if known_by else None,
        cells=dict(_cells(fields.take("cells"))),
        grade=fields.text("grade", "") or None,
        controls=_truths(fields.take("controls")),
        tariff_bands=_truths(fields.take("tariff_bands")),
        review=_word_lists(fields.take("review")),
        states=_words(fields.take("states")),
        wordings=_words(fields.take("wordings")),
        told_by=_word_lists(fields.take("told_by")),
        members=_codes(fields, "members"),
        may_be=_codes(fields, "may_be") or frozenset(),
    )
    fields.done()
    return wanted


def _cells(node: Node | None) -> Iterator[tuple[tuple[str, str], CellWanted]]:
    for course, row in as_mapping(node).entries.items() if node else ():
        for regime, cell in as_mapping(row).entries.items():
            yield (course, regime), _cell(cell)


def _cell(node: Node) -> CellWanted:
    if not isinstance(node, Mapping):
        return CellWanted(as_scalar(node).text)
    fields = Fields(node)
    cell = CellWanted(
        verdict=fields.text("verdict", ""),
        could_be=fields.text("could_be", "") or None,
        also=_words_or_none(fields, "also"),
        review_policy=fields.text("review_policy", "") or None,
        provisions=fields.words("provisions"),
        rates=_words_or_none(fields, "rates"),
        rates_possible=_words_or_none(fields, "rates_possible"),
    )
    fields.done()
    return cell


def _words_or_none(fields: Fields, name: str) -> tuple[str, ...] | None:
    return fields.words(name) if name in fields else None


def _truths(node: Node | None) -> dict[str, str]:
    found = {}
    for name, truth in as_mapping(node).entries.items() if node else ():
        scalar = as_scalar(truth)
        found[name] = (
            "unknown" if scalar.text == "unknown" else str(to_flag(scalar)).lower()
        )
    return found


def _word_lists(node: Node | None) -> dict[str, tuple[str, ...]]:
    rows = as_mapping(node).entries if node else {}
    return {name: Fields(_one(words)).words("w") for name, words in rows.items()}


def _words(node: Node | None) -> dict[str, str]:
    """Read words by provision; one word alone is that of the whole measure."""
    if node is None or isinstance(node, Mapping):
        rows = as_mapping(node).entries if node else {}
        return {name: as_scalar(word).text for name, word in rows.items()}
    return {"": as_scalar(node).text}


def _codes(fields: Fields, name: str) -> frozenset[str] | None:
    return frozenset(fields.words(name)) if name in fields else None


def _one(node: Node) -> Mapping:
    return Mapping({"w": node}, {"w": node.at}, node.at)


class Court:
    """Assessors by day, so that many cases share one compiled view."""

    def __init__(self, asked: Packs) -> None:
        self.packs = asked
        self._engines = Engines()
        self._assessors: dict[tuple[Day, KnownBy], Assessor] = {}
        self._classifiers: dict[tuple[Day, KnownBy], Classifier] = {}

    def assess(self, case: Case, wanted: Wanted, *, advise: bool = False) -> Assessment:
        """Assess the transaction of a case on the day wanted."""
        assert case.transaction is not None, "a case of a transaction"
        return self._assessor(wanted).assess(case.transaction, advise=advise)

    def classify(
        self, case: Case, wanted: Wanted, *, review: bool = True
    ) -> Classification:
        """Classify the chip of a case on the day wanted."""
        assert case.chip is not None, "a case of a chip"
        view = self._assessor(wanted).view
        key = (view.on, view.known_by)
        if key not in self._classifiers:
            self._classifiers[key] = Classifier(view)
        return self._classifiers[key].classify(case.chip, review=review)

    def _assessor(self, wanted: Wanted) -> Assessor:
        key = (wanted.on, wanted.known_by or self.packs.known_by)
        if key not in self._assessors:
            view = view_on(self.packs, *key)
            self._assessors[key] = Assessor(view, self._engines.of(view.law))
        return self._assessors[key]


def differences(case: Case, wanted: Wanted, court: Court) -> list[str]:
    """Say where the engine's answer differs from what the authority says."""
    if case.chip is not None:
        return _chip_differences(case, wanted, court)
    if case.transaction is None:
        return law_differences(case, wanted, court.packs)
    answer = court.assess(case, wanted)
    return deal_differences(wanted, answer.rows, answer.antinomy)


def deal_differences(
    wanted: Wanted, rows: Iterable[Row], antinomy: Antinomy
) -> list[str]:
    """Say where a matrix and its grade differ from what the authority says."""
    cells = {(c.course, c.regime): c for row in rows for c in row.cells}
    found: list[str] = []
    for key, cell in wanted.cells.items():
        where = "/".join(key)
        if key not in cells:
            courses = sorted({course for course, _ in cells})
            found.append(f"{where}: no such cell; courses here: {', '.join(courses)}")
            continue
        got = cells[key]
        found += _compare(where, "verdict", cell.verdict or None, got.verdict.value)
        found += _compare(where, "could_be", cell.could_be, got.could_be.value)
        if cell.also is not None:
            also = tuple(sorted(v.value for v in got.also))
            found += _compare(where, "also", tuple(sorted(cell.also)), also)
        policy = got.review_policy.value if got.review_policy else None
        found += _compare(where, "review_policy", cell.review_policy, policy)
        cited = {f.provision.id for f in got.findings}
        found += [f"{where}: {p} not cited" for p in cell.provisions if p not in cited]
        for what, rates, truth in (
            ("rates", cell.rates, Truth.TRUE),
            ("rates_possible", cell.rates_possible, Truth.UNKNOWN),
        ):
            if rates is not None:
                found += _compare(where, what, tuple(sorted(rates)), _rates(got, truth))
    return found + _compare("grade", "grade", wanted.grade, antinomy.grade.value)


def law_differences(case: Case, wanted: Wanted, packs: Packs) -> list[str]:
    """Say where the state of a measure or the members of a set differ."""
    known_by = wanted.known_by or packs.known_by
    if case.places:
        within = packs.catalogue.places.sets_on(wanted.on, known_by)[case.places]
        got = (within.certain, within.possible - within.certain)
        return [
            f"{case.places}: {what} {', '.join(sorted(members))}"
            for what, members in (
                ("is without", (wanted.members or frozenset()) - got[0]),
                ("holds besides", got[0] - (wanted.members or frozenset())),
                ("cannot hold", wanted.may_be - got[1]),
                ("may hold besides", got[1] - wanted.may_be),
            )
            if members
        ]
    measure = packs.law.measures[case.measure]
    ids = {"", *(provision.id for provision in measure.provisions)}
    named = {*wanted.states, *wanted.wordings, *wanted.told_by}
    found = [f"{case.measure} has no provision {name}" for name in named - ids]
    for provision in measure.provisions:
        now = standing(measure, packs.law.provisions[provision.id], wanted.on, known_by)
        state = wanted.states.get(provision.id, wanted.states.get(""))
        opener = now.version.opened_by if now.version else "none"
        wording = wanted.wordings.get(provision.id, wanted.wordings.get(""))
        found += _compare(provision.id, "state", state, now.state.value)
        found += _compare(provision.id, "wording", wording, opener)
        deciding = tuple(event.id for event in now.deciding)
        told_by = wanted.told_by.get(provision.id)
        found += _compare(provision.id, "told by", told_by, deciding)
    return found


def _rates(cell: Cell, truth: Truth) -> tuple[str, ...]:
    """Give the rates of the duties that are due, or that may be."""
    rates = (f.norm.rate for f in cell.findings if f.truth is truth)
    return tuple(sorted({rate for rate in rates if rate}))


def _chip_differences(case: Case, wanted: Wanted, court: Court) -> list[str]:
    answer = court.classify(case, wanted, review=bool(wanted.review))
    controls = {c.eccn: c.truth.value for c in answer.controls}
    found: list[str] = []
    for eccn, truth in wanted.controls.items():
        found += _compare(eccn, "parameters met", truth, controls.get(eccn, "false"))
    bands = {b.band: b.truth.value for b in answer.tariff_bands}
    for band, truth in wanted.tariff_bands.items():
        found += _compare(band, "in the band", truth, bands.get(band, "false"))
    review = {row.destination: row for row in answer.review}
    for place, policies in wanted.review.items():
        got = tuple(p.value for p in review[place].policies)
        found += _compare(place, "review", tuple(policies), got)
    return found


def _compare(where: str, what: str, wanted: object, got: object) -> list[str]:
    if wanted is None or wanted == got:
        return []
    return [f"{where}: {what} is {got!r}, the authority says {wanted!r}"]

"""The rows of the US Entity List that the packs carry, and the rules that changed it.

A name matches a row when it is the same name, alias or Chinese name in another
spelling; likeness is never enough. Silence of these rows proves nothing: the list is
longer than the packs. Renders supplement 4 to 15 CFR part 744.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Cells, Faults, day_of
from antinomy.catalogue.firms import Firm
from antinomy.catalogue.spelling import key_of
from antinomy.files import Fields, Node, Row, read_document
from antinomy.values import Acceptance, Day, InputError, KnownBy

COLUMNS = (
    *("name", "aliases", "zh", "zh_status", "firm", "country", "from", "from_note"),
    *("known_from", "until", "fdp_footnote", "footnote_from", "review", "cite"),
    *("status", "note", "raw"),
)
_REVIEWS = ("case_by_case", "denial", "mixed", "presumption_of_denial")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One entry, as it stands on the day it was matched.

    ``listed_to`` is the last day on the list. ``footnote`` is the numeral of the
    foreign-direct-product rule, empty before ``footnote_from``. ``doubt`` says why,
    from ``doubted_from`` on, the row may stand or not. ``acceptances`` are those of
    the claims of the record that it rests on, or is doubted for. Of a row that is
    ``in_part`` only the name and the days are known.
    """

    name: str
    aliases: tuple[str, ...]
    zh: tuple[str, ...]
    firm: str
    countries: tuple[str, ...]
    listed_from: Day
    known_from: Day
    listed_to: Day | None
    footnote: str
    footnote_from: Day | None
    review: str
    cites: tuple[str, ...]
    status: str
    from_note: str
    note: str
    address: str | None = None
    doubt: str = ""
    doubted_from: Day | None = None
    acceptances: tuple[Acceptance, ...] = ()
    in_part: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it answers to."""
        return (self.name, *self.aliases, *self.zh)

    def is_listed(self, on: Day, known_by: KnownBy) -> bool:
        """Tell whether it stands on the list that day, as known by a day."""
        ended = self.listed_to is not None and self.listed_to < on
        return self.listed_from <= on and self.known_from <= known_by and not ended

    def standing_on(self, on: Day, known_by: KnownBy) -> "ListRow":
        """Give the row with the footnote it carried then, and the doubt there was."""
        begins, doubted = self.footnote_from, self.doubted_from
        row = self
        if begins is not None and begins > min(on, known_by):
            row = replace(row, footnote="")
        if doubted is not None and doubted > on:
            own = self.acceptances if self.in_part else ()
            row = replace(row, doubt="", doubted_from=None, acceptances=own)
        return row


@dataclass(frozen=True, slots=True)
class ListRule:
    """A rule that changed the list; its day of effect may be that of publication.

    ``adds`` tells that it may have put a name on the list.
    """

    cites: tuple[str, ...]
    takes_effect: Day
    known_from: Day
    what: str
    status: str
    adds: bool = True


@dataclass(frozen=True, slots=True)
class EntityList:
    """The carried rows and the rules, with the day on which the list was read."""

    rows: tuple[ListRow, ...]
    rules: tuple[ListRule, ...]
    read_on: Day
    _by_key: Mapping[str, tuple[ListRow, ...]]

    def match(self, name: str, on: Day, known_by: KnownBy) -> ListRow | None:
        """Give the row of exactly this name that stood on the list that day.

        One that stood for certain goes before one that may have.
        """
        stood = [
            row.standing_on(on, known_by)
            for row in self._by_key.get(key_of(name), ())
            if row.is_listed(on, known_by)
        ]
        certain = (row for row in stood if not row.doubt)
        return next(certain, stood[0] if stood else None)

    def added_between(self, a: Day, b: Day, known_by: KnownBy) -> tuple[str, ...]:
        """Cite the rules after day ``a`` and up to day ``b`` that may have added."""
        return tuple(
            cite
            for rule in self.rules
            if rule.adds and a < rule.takes_effect <= b and rule.known_from <= known_by
            for cite in rule.cites
        )

    def with_rows(
        self, rows: Iterable[ListRow], rules: Iterable[ListRule]
    ) -> "EntityList":
        """Give the list with these rows and rules in place of its own."""
        return _listed(tuple(rows), tuple(rules), self.read_on)


def load_entity_list(path: Path, firms: Mapping[str, Firm]) -> EntityList:
    """Load the rows, and the rules from the YAML file of the same name.

    Raises:
        PackError: with every fault of both files.
    """
    faults = Faults()
    table = faults.table(path, COLUMNS)
    rows = tuple(_row(Cells(row, faults), firms) for row in table)
    read_on, rules = _read_rules(path.with_suffix(".yaml"), faults)
    faults.stop()
    return _listed(rows, rules, read_on)


def _listed(
    rows: tuple[ListRow, ...], rules: tuple[ListRule, ...], read_on: Day
) -> EntityList:
    by_key: dict[str, tuple[ListRow, ...]] = {}
    for row in sorted(rows, key=lambda row: row.listed_from):
        for key in dict.fromkeys(key_of(name) for name in row.names):
            by_key[key] = (*by_key.get(key, ()), row)
    ordered = tuple(sorted(rules, key=lambda rule: rule.takes_effect))
    return EntityList(rows, ordered, read_on, by_key)


def _row(cells: Cells, firms: Mapping[str, Firm]) -> ListRow:
    row: Row = cells.row
    footnote = cells.word("fdp_footnote", ("1", "4", "5"), empty=True)
    footnote_from = cells.day("footnote_from")
    if bool(footnote) is not bool(footnote_from):
        cells.fault("footnote_from", "a footnote and its first day stand together")
    return ListRow(
        name=cells.text("name"),
        aliases=row.parts("aliases"),
        zh=row.parts("zh"),
        firm=cells.word("firm", firms, empty=True),
        countries=row.parts("country"),
        listed_from=cells.need_day("from"),
        known_from=cells.need_day("known_from"),
        listed_to=cells.day("until"),
        footnote=footnote,
        footnote_from=footnote_from,
        review=cells.word("review", _REVIEWS),
        cites=row.parts("cite"),
        status=cells.word("status", STATUSES),
        from_note=row["from_note"],
        note=row["note"],
    )


def _read_rules(path: Path, faults: Faults) -> tuple[Day, tuple[ListRule, ...]]:
    try:
        fields = Fields(read_document(path))
        fields.text("list")
        read_on = day_of(fields, "read_on")
        rules = fields.each("rules", _rule)
        fields.done()
    except InputError as error:
        faults.add(error.message, error.at)
        return Day(date.min), ()
    return read_on, rules


def _rule(node: Node) -> ListRule:
    fields = Fields(node)
    published, effective = fields.day("published"), fields.day("effective")
    takes_effect = effective or published
    if takes_effect is None:
        raise InputError("a rule needs the day it was published", fields.at)
    rule = ListRule(
        cites=fields.words("cite"),
        takes_effect=takes_effect,
        known_from=min(takes_effect, published or takes_effect),
        what=fields.text("what"),
        status=fields.choice("status", STATUSES),
        adds=fields.flag("adds", default=True),
    )
    fields.take("note")
    fields.done()
    return rule

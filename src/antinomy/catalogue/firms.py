"""Makers and the firms of the lists, by exact name in Latin or Chinese script."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.catalogue.cells import STATUSES, Cells, Faults, by_id
from antinomy.catalogue.spelling import key_of
from antinomy.files import Row
from antinomy.values import Day

COLUMNS = (
    *("id", "name", "aliases", "zh", "country", "letters", "listed_us_el"),
    *("listed_as_of", "status", "zh_status", "note", "source"),
)


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm: its names, the place of its headquarters, and what BIS wrote to it.

    ``country`` is that of the firm named, not of its ultimate parent. ``letters`` are
    ids of measures that bind it alone.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    zh: tuple[str, ...]
    country: str
    letters: tuple[str, ...]
    is_listed: bool
    listed_as_of: Day | None
    status: str
    note: str
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it goes by, the id first."""
        return (self.id, self.name, *self.aliases, *self.zh)


def read_firms(
    rows: Iterable[Row], places: Iterable[str], faults: Faults
) -> dict[str, Firm]:
    """Read the firms by id."""
    known = frozenset(places)
    return by_id(((r["id"], _firm(Cells(r, faults), known), r) for r in rows), faults)


def firms_by_key(firms: Mapping[str, Firm], faults: Faults) -> dict[str, Firm]:
    """Give the firms by every spelling; two firms of one name are a fault."""
    found: dict[str, Firm] = {}
    for firm in firms.values():
        for name in firm.names:
            other = found.setdefault(key_of(name), firm)
            if other is not firm:
                faults.add(f"{name!r} names both {other.id!r} and {firm.id!r}", None)
    return found


def _firm(cells: Cells, places: frozenset[str]) -> Firm:
    row = cells.row
    return Firm(
        id=cells.text("id"),
        name=cells.text("name"),
        aliases=row.parts("aliases"),
        zh=row.parts("zh"),
        country=cells.word("country", places),
        letters=row.parts("letters"),
        is_listed=cells.word("listed_us_el", ("yes", "no")) == "yes",
        listed_as_of=cells.day("listed_as_of"),
        status=cells.word("status", STATUSES),
        note=row["note"],
        source=row["source"],
    )

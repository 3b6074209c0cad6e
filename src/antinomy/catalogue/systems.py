"""Boards, servers and racks, and the chips they contain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.catalogue.cells import STATUSES, Cells, Faults, by_id
from antinomy.catalogue.chips import Chip
from antinomy.files import Row
from antinomy.values import did_you_mean

COLUMNS = (
    *("id", "kind", "name", "aliases_en", "aliases_zh", "contains", "complete"),
    *("sources", "status", "note"),
)


@dataclass(frozen=True, slots=True)
class System:
    """A product of several chips. It has no TPP of its own.

    ``contains`` names each chip by id and its count; ``is_complete`` tells whether
    no other chip of the catalogue's kind is in it.
    """

    id: str
    kind: str
    name: str
    makers: tuple[str, ...]
    aliases: tuple[str, ...]
    contains: tuple[tuple[str, int], ...]
    is_complete: bool
    sources: tuple[str, ...]
    status: str
    note: str


def read_systems(
    rows: Iterable[Row], chips: Mapping[str, Chip], faults: Faults
) -> dict[str, System]:
    """Read the systems by id."""
    return by_id(((r["id"], _system(Cells(r, faults), chips), r) for r in rows), faults)


def _system(cells: Cells, chips: Mapping[str, Chip]) -> System:
    row = cells.row
    contains = _contains(cells, chips)
    makers = dict.fromkeys(chips[chip].maker for chip, _ in contains)
    return System(
        id=cells.text("id"),
        kind=cells.word("kind", ("board", "server", "rack")),
        name=cells.text("name"),
        makers=tuple(makers),
        aliases=(*row.parts("aliases_en"), *row.parts("aliases_zh")),
        contains=contains,
        is_complete=cells.word("complete", ("yes", "no")) == "yes",
        sources=row.parts("sources"),
        status=cells.word("status", STATUSES),
        note=row["note"],
    )


def _contains(cells: Cells, chips: Mapping[str, Chip]) -> tuple[tuple[str, int], ...]:
    """Read ``chip x count``."""
    found = []
    for part in cells.row.parts("contains"):
        chip, _, count = part.partition(" x ")
        if chip not in chips:
            cells.fault("contains", f"unknown chip {chip!r}{did_you_mean(chip, chips)}")
        elif not count.isdecimal() or int(count) == 0:
            cells.fault("contains", f"{part!r} is not of the form 'chip x count'")
        else:
            found.append((chip, int(count)))
    if not cells.row["contains"]:
        cells.fault("contains", "this cell must not be empty")
    return tuple(found)

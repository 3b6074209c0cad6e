"""Versions of a list: what came and went, and whether a load may be trusted.

A row that a version lacks is absent since that version and no more: publishers drop
pages and rows by mistake, and only a notice or a last day takes a name off a list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from antinomy.lists.designation import Designation


@dataclass(frozen=True, slots=True)
class Delta:
    """The names that a version has and the one before had not, and the reverse.

    Those that are ``gone`` are absent from this version: that is not a delisting.
    """

    added: tuple[str, ...]
    gone: tuple[str, ...]


def delta(before: Iterable[Designation], after: Iterable[Designation]) -> Delta:
    """Compare two versions by list and primary name, in the order of the rows."""
    old = dict.fromkeys(f"{row.list}: {row.entry}" for row in before)
    new = dict.fromkeys(f"{row.list}: {row.entry}" for row in after)
    return Delta(
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
    )


@dataclass(frozen=True, slots=True)
class Designated:
    """A row, and between which versions it was held.

    By law it stands from ``row.begins`` to ``row.until``. It is known from the day of
    the first version that has it; ``absent_since`` is the day of the first version
    after that lacks it, None while the newest has it.
    """

    row: Designation
    known_from: date
    absent_since: date | None = None


def history(
    versions: Iterable[tuple[date, Iterable[Designation]]],
) -> tuple[Designated, ...]:
    """Follow each row through the versions of a source, given from the oldest.

    A row that is absent and comes back is told twice.
    """
    found: list[Designated] = []
    held: dict[tuple[str, str, date | None], int] = {}
    for day, rows in versions:
        now = {(row.list, row.entry, row.begins): row for row in rows}
        for key in [key for key in held if key not in now]:
            place = held.pop(key)
            found[place] = replace(found[place], absent_since=day)
        for key, row in now.items():
            if key in held:
                found[held[key]] = replace(found[held[key]], row=row)
            else:
                held[key] = len(found)
                found.append(Designated(row, day))
    return tuple(found)


def shrunk(
    before: Mapping[str, int], after: Mapping[str, int], most: int
) -> tuple[str, ...]:
    """Name the lists that lost more than a share, in percent, of their rows."""
    return tuple(
        f"{name}: {count:,} rows before, {after.get(name, 0):,} now"
        for name, count in before.items()
        if (count - after.get(name, 0)) * 100 > count * most
    )

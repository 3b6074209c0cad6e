"""Versions of a list: what came and went, and whether a load may be trusted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.lists.designation import Designation


@dataclass(frozen=True, slots=True)
class Delta:
    """The names that a version has and the one before had not, and the reverse."""

    added: tuple[str, ...]
    gone: tuple[str, ...]


def delta(before: Iterable[Designation], after: Iterable[Designation]) -> Delta:
    """Compare two versions by list and primary name, in the order of the rows."""
    old = dict.fromkeys(f"{row.list}: {row.name}" for row in before)
    new = dict.fromkeys(f"{row.list}: {row.name}" for row in after)
    return Delta(
        tuple(name for name in new if name not in old),
        tuple(name for name in old if name not in new),
    )


def shrunk(
    before: Mapping[str, int], after: Mapping[str, int], most: int
) -> tuple[str, ...]:
    """Name the lists that lost more than a share, in percent, of their rows."""
    return tuple(
        f"{name}: {count:,} rows before, {after.get(name, 0):,} now"
        for name, count in before.items()
        if (count - after.get(name, 0)) * 100 > count * most
    )

"""Who controls a firm: its ultimate parent, climbed by votes and seats on the board.

The regulations define neither "headquartered" nor "ultimate parent". The policy here:
climb while one holder has more than half of the votes or appoints the board; holders
under one parent vote together; the seat is where the executives sit. A split in halves,
a register that may hide a majority, or votes that a firm casts in itself and that
decide, leave the answer open.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from antinomy.ownership.structure import (
    WHOLE,
    Band,
    Holding,
    Register,
    Structure,
)
from antinomy.values import Number


@dataclass(frozen=True, slots=True)
class Head:
    """The holders at the top, several where they hold jointly; none where it is open.

    ``why`` says what leaves it open.
    """

    holders: tuple[str, ...] = ()
    why: str = ""

    @property
    def is_known(self) -> bool:
        """Tell whether the climb came to an end."""
        return bool(self.holders)


def head_of(structure: Structure, firm: str) -> Head:
    """Climb to the ultimate parent of a firm: itself where nobody controls it."""
    return _Climb(structure).head(firm)


_LONGEST = 150  # holders above one another
_MOST_STEPS = 20_000  # through circles, which are followed all ways round


class _Climb:
    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._known: dict[str, Head] = {}
        self._trail: list[str] = []
        self._steps = 0

    def head(self, firm: str) -> Head:
        if firm in self._known:
            return self._known[firm]
        if firm in self._trail:
            return Head((self._trail[self._trail.index(firm)],))
        self._steps += 1
        if len(self._trail) == _LONGEST or self._steps > _MOST_STEPS:
            return Head(why=f"too many holders stand above {self._trail[0]}")
        self._trail.append(firm)
        found = self._climb(firm)
        self._trail.pop()
        if firm not in self._trail:
            self._known[firm] = found
        return found

    def _climb(self, firm: str) -> Head:
        holdings = self._structure.of(firm)
        if not holdings:
            if self._structure.register(firm) is Register.OPEN:
                return Head(why=f"nothing is known of the holders of {firm}")
            return Head((firm,))
        if any(holding.is_by_nominee for holding in holdings):
            return Head(why=f"a nominee holds shares of {firm}")
        boards = [holding for holding in holdings if holding.appoints_board]
        if len(boards) == 1:
            return self._above(boards[0].owners)
        if boards:
            return Head(why=f"several holders appoint the board of {firm}")
        return self._by_votes(firm, holdings)

    def _above(self, owners: tuple[str, ...]) -> Head:
        """Give the parent above a holder; joint holders are the parent together."""
        return self.head(owners[0]) if len(owners) == 1 else Head(owners)

    def _by_votes(self, firm: str, holdings: tuple[Holding, ...]) -> Head:
        groups: dict[tuple[str, ...], list[Band]] = {}
        heads: dict[tuple[str, ...], Head] = {}
        for holding in holdings:
            above = self._above(holding.owners)
            key = above.holders or holding.owners
            heads[key] = above
            groups.setdefault(key, []).append(holding.voting)
        own = sum((b.high for b in groups.pop((firm,), [])), start=0)
        blocks = {key: _together(bands) for key, bands in groups.items()}
        is_open = self._structure.register(firm) is Register.OPEN
        others = {key: _less(blocks, key) for key in blocks}
        with_own = _majority(blocks, others, WHOLE, is_open=is_open)
        without = _majority(blocks, others, WHOLE - own, is_open=is_open)
        if with_own != without:
            return Head(why=f"votes that {firm} casts in itself decide who controls it")
        if with_own is None:
            return Head((firm,))
        if with_own == ():
            return Head(why=f"no holder of {firm} has more than half, and one may")
        return heads[with_own]


def _together(bands: Iterable[Band]) -> Band:
    found = list(bands)
    low = sum((b.low for b in found), start=0)
    return Band(low, min(sum((b.high for b in found), start=0), WHOLE))


def _less(blocks: dict[tuple[str, ...], Band], key: tuple[str, ...]) -> Number:
    """Give what the others hold at least."""
    return sum((b.low for other, b in blocks.items() if other != key), start=0)


def _majority(
    blocks: dict[tuple[str, ...], Band],
    others: dict[tuple[str, ...], Number],
    votes: Number,
    *,
    is_open: bool,
) -> tuple[str, ...] | None:
    """Give who has more than half of the votes: () where one may, None if nobody."""
    half = Fraction(votes) / 2
    for key, band in blocks.items():
        if band.low > half:
            return key
    named = sum((band.low for band in blocks.values()), start=0)
    may_hide = is_open and votes - named >= half
    may_have = any(min(b.high, votes - others[k]) >= half for k, b in blocks.items())
    return () if may_hide or may_have else None

"""A sentence with what was found in it, and its clauses."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from antinomy.press.found import Mention, Quantity, Time
from antinomy.press.woven import Extent

_CLAUSE_END = re.compile(r"[，；：。！？、;:!?…—,\n](?:(?<=\n)|(?!\d))")
_SOFT = "、"
_LONGEST = 1_000  # code points of a sentence
_BESIDE = 2  # code points between a time and the number it belongs to
_NEIGHBOURS = 2  # times that may stand beside a number: before it and behind

F = TypeVar("F", Mention, Time, Quantity)


@dataclass(frozen=True, slots=True)
class Group:
    """Names that are one thing said twice or things that act together.

    ``things`` are who acts; ``extent`` runs from the first name to the last.
    """

    extent: Extent
    things: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A sentence of the twin text.

    ``line`` counts the kept lines from 0. Every extent is one of the twin text.
    """

    extent: Extent
    text: str
    line: int
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]

    @cached_property
    def clauses(self) -> tuple[Extent, ...]:
        """Give the clauses in order; each ends with its stop."""
        start, found = self.extent.start, []
        for match in _CLAUSE_END.finditer(self.text):
            if match.group() == _SOFT:
                continue
            end = self.extent.start + match.end()
            found.append(Extent(start, end))
            start = end
        if start < self.extent.end:
            found.append(Extent(start, self.extent.end))
        return tuple(found)

    @cached_property
    def grouped(self) -> dict[int, tuple[Group, ...]]:
        """Keep the groups of names once told, by what they were told with."""
        return {}

    @cached_property
    def asides(self) -> dict[int, frozenset[Extent]]:
        """Keep where names stand that do not act, by what they were told with."""
        return {}

    @cached_property
    def beginnings(self) -> dict[Extent, Quantity]:
        """Give, by the place of a time, the number beside it from which one came."""
        found: dict[Extent, Quantity] = {}
        for quantity in self.quantities:
            if quantity.relation == "from":
                reach = quantity.extent.end + _BESIDE
                after = bisect_right(self.times, reach, key=lambda t: t.extent.start)
                for time in self.times[max(0, after - _NEIGHBOURS) : after]:
                    if _are_beside(quantity.extent, time.extent):
                        found.setdefault(time.extent, quantity)
        return found

    @cached_property
    def times_of_end(self) -> tuple[Time, ...]:
        """Give the times but those of the number from which another came.

        "From 95 percent four years ago": the change itself was not then.
        """
        return tuple(t for t in self.times if t.extent not in self.beginnings)

    @cached_property
    def is_question(self) -> bool:
        """Tell whether the sentence asks."""
        return self.text.rstrip().endswith(("?", "？"))

    @cached_property
    def _clause_ends(self) -> tuple[int, ...]:
        return tuple(clause.end for clause in self.clauses)

    def clause_at(self, place: int) -> int:
        """Give the number of the clause that holds a place."""
        ends = self._clause_ends
        return min(bisect_left(ends, place + 1), len(ends) - 1)

    def within(self, extent: Extent) -> str:
        """Give the text at an extent of the twin that lies in the passage."""
        start = self.extent.start
        return self.text[extent.start - start : extent.end - start]


def passages_of(
    text: str,
    sentences: Iterable[Extent],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
) -> tuple[Passage, ...]:
    """Give each sentence with what was found in it; all in the order of the text."""
    named, dated, counted = _Within(mentions), _Within(times), _Within(quantities)
    found, line, seen = [], 0, 0
    for extent in _cut(sentences):
        line += text.count("\n", seen, extent.start)
        seen = extent.start
        found.append(
            Passage(
                extent,
                extent.of(text),
                line,
                named.of(extent),
                dated.of(extent),
                counted.of(extent),
            )
        )
    return tuple(found)


def _are_beside(one: Extent, other: Extent) -> bool:
    gap = max(one.start - other.end, other.start - one.end)
    return 0 <= gap <= _BESIDE


def _cut(sentences: Iterable[Extent]) -> Iterator[Extent]:
    """Cut what has no end for long into pieces: nobody acts across so many words."""
    for extent in sentences:
        for start in range(extent.start, extent.end, _LONGEST):
            yield Extent(start, min(start + _LONGEST, extent.end))


class _Within(Generic[F]):
    """Hands out findings in step with the sentences."""

    def __init__(self, found: Sequence[F]) -> None:
        self._found: Sequence[F] = found
        self._starts = [item.extent.start for item in found]

    def of(self, extent: Extent) -> tuple[F, ...]:
        first = bisect_left(self._starts, extent.start)
        return tuple(self._found[first : bisect_left(self._starts, extent.end)])

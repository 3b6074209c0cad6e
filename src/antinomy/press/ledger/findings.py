"""What a page tells, handed to the ledger sentence by sentence."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from antinomy.press.found import Event, Statement
from antinomy.press.ledger.told import Findings, Told
from antinomy.press.reading import Reading
from antinomy.press.telling.passages import Passage
from antinomy.press.woven import Extent
from antinomy.values import Span


class _Placed(Protocol):
    """What stands at extents of the text."""

    @property
    def extents(self) -> tuple[Extent, ...]:
        """Give the extents."""


P = TypeVar("P", bound=_Placed)


def findings_of(reading: Reading) -> Findings:
    """Give the findings of a page sentence by sentence."""
    passages = reading.passages
    statements: dict[int, list[Statement]] = _by_passage(reading.statements, passages)
    events: dict[int, list[Event]] = _by_passage(reading.events, passages)
    sentences = tuple(
        Told(
            passage.extent,
            passage.text,
            passage.mentions,
            passage.times,
            passage.quantities,
            tuple(statements[number]),
            tuple(events[number]),
        )
        for number, passage in enumerate(passages)
    )
    page = reading.anchors.page
    published = None
    if page is not None and not reading.anchors.is_inferred:
        published = Span(page, page)
    return Findings(sentences, reading.events, reading.statements, published)


def _by_passage(found: Iterable[P], passages: Sequence[Passage]) -> dict[int, list[P]]:
    """Give what was found by the numbers of the passages it stands in."""
    starts = [passage.extent.start for passage in passages]
    ends = [passage.extent.end for passage in passages]
    told: defaultdict[int, list[P]] = defaultdict(list)
    for one in found:
        numbers = {
            number
            for extent in one.extents
            for number in range(
                bisect_right(ends, extent.start), bisect_left(starts, extent.end)
            )
        }
        for number in sorted(numbers):
            told[number].append(one)
    return told

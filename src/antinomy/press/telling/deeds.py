"""Where words of a frame tell of a deed: not of a wish, a question or a condition."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from antinomy.press.found import Time
from antinomy.press.telling.frames import Frame, FrameWords
from antinomy.press.telling.passages import Passage
from antinomy.press.woven import Extent


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a frame met at a place of a passage.

    ``before`` is the passage before it, ``day`` the day told last before it.
    """

    frame: Frame
    passage: Passage
    extent: Extent
    before: Passage | None = None
    day: Time | None = None


def tellings(
    text: str, passages: Sequence[Passage], words: FrameWords
) -> Iterator[Telling]:
    """Give where frames are told of, in order, one a frame and clause."""
    found: list[Telling] = []
    met: set[tuple[str, int]] = set()
    at = 0
    days = days_before(passages)
    for frame, extent in words.openers.find(text, (p.extent for p in passages)):
        while passages[at].extent.end < extent.end:
            at += 1
        passage = passages[at]
        if found and found[-1].passage is not passage:
            yield from _own(sorted(found, key=lambda telling: telling.extent))
            found, met = [], set()
        clause = passage.clause_at(extent.start)
        if (frame.kind, clause) not in met and _is_real(passage, extent, clause, words):
            before = passages[at - 1] if at else None
            found.append(Telling(frame, passage, extent, before, days[at]))
            met.add((frame.kind, clause))
    yield from _own(sorted(found, key=lambda telling: telling.extent))


def days_before(passages: Sequence[Passage]) -> list[Time | None]:
    """Give for each passage the day told last before it: what "the same day" means."""
    found: list[Time | None] = []
    last: Time | None = None
    for passage in passages:
        found.append(last)
        told = (time for time in passage.times if time.precision == "day")
        last = max(told, key=lambda time: time.extent, default=last)
    return found


def clause_of(telling: Telling) -> Extent:
    """Give the clause in which the words of a frame begin."""
    passage = telling.passage
    return passage.clauses[passage.clause_at(telling.extent.start)]


def _own(found: list[Telling]) -> Iterator[Telling]:
    """Leave out what a frame before governs, and what another is taken over."""
    for telling in found:
        clause = telling.passage.clause_at(telling.extent.start)
        others = [other for other in found if other is not telling]
        if not any(_hides(other, telling, clause) for other in others):
            yield telling


def _hides(other: Telling, telling: Telling, clause: int) -> bool:
    frame = other.frame
    where = other.passage.clause_at(other.extent.start)
    last = other.passage.clause_at(other.extent.end - 1)
    if telling.frame.kind in frame.over | frame.hides:
        return where == clause
    return (
        frame.governs
        and other.extent.start <= telling.extent.start
        and where <= clause <= last
        and frame.kind != telling.frame.kind
    )


def _is_real(passage: Passage, extent: Extent, clause: int, words: FrameWords) -> bool:
    """Tell whether a clause speaks of a deed and not of a wish or a condition."""
    start = passage.clauses[clause].start
    if _is_asked(passage, clause, words) or words.rumour.search(passage.text):
        return False
    behind = passage.text[extent.end - passage.extent.start :]
    if words.unreal_after.search(behind) and not words.known.search(passage.text):
        return False
    if extent.start == start:
        return True
    lead = passage.within(Extent(start, extent.start))
    if not words.unreal.search(lead):
        return True
    known = words.known.sub("", lead)
    return known != lead and not words.unreal.search(known)


def _is_asked(passage: Passage, clause: int, words: FrameWords) -> bool:
    """Tell whether a clause asks, and not the one behind what it tells."""
    if not passage.is_question:
        return False
    last = len(passage.clauses) - 1
    return clause == last or not words.asks.search(
        passage.within(passage.clauses[last])
    )

"""When a deed was done: the time told with it, or reckoned from one told before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from antinomy.press.found import Event, Time
from antinomy.press.telling.deeds import Telling
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.woven import Extent
from antinomy.values import Day

_BY = 8  # code points before a time that may make it a deadline
_SOON = 7  # days that "afterwards" may mean


def time_of(
    telling: Telling,
    extent: Extent,
    before: Sequence[Event],
    group: Group | None,
    words: FrameWords,
) -> Time | None:
    """Give the time told in the clauses, else before them in the sentence.

    A sentence that goes on with the actor of the one before has its time as well.
    """
    passage = telling.passage
    told = passage.times_of_end
    times = [t for t in told if not _is_deadline(passage, t, words)]
    inside = [t for t in times if extent.start <= t.extent.start < extent.end]
    if inside:
        upto = [t for t in inside if t.extent.start <= telling.extent.start]
        return upto[-1] if upto else inside[0]
    earlier = [t for t in times if t.extent.start < extent.start]
    if earlier:
        return earlier[-1]
    last, carried = telling.before, group and group.extent.end <= passage.extent.start
    if last and last.times and carried and last.line == passage.line:
        match = words.meanwhile.match(passage.text)
        if match is not None:
            place = Extent(*match.span()).shifted(passage.extent.start)
            return replace(last.times[-1], extent=place, basis="event")
    return _later(telling, before, words)


def _is_deadline(passage: Passage, time: Time, words: FrameWords) -> bool:
    """Tell whether a time is the one up to which something holds or is to be done."""
    lead = Extent(max(passage.extent.start, time.extent.start - _BY), time.extent.start)
    return lead.end > lead.start and bool(words.deadline.search(passage.within(lead)))


def _later(telling: Telling, before: Sequence[Event], words: FrameWords) -> Time | None:
    """Reckon "the same day" from the day told last, "afterwards" from an event."""
    passage = telling.passage
    match = words.same_day.search(passage.text)
    if match is not None and telling.day is not None:
        extent = Extent(*match.span()).shifted(passage.extent.start)
        return replace(telling.day, extent=extent, basis="event")
    match = words.later.search(passage.text)
    kinds = telling.frame.revises | telling.frame.retracts
    if match is None or not kinds:
        return None
    for event in reversed(before):
        if event.kind in kinds and event.when is not None:
            extent = Extent(*match.span()).shifted(passage.extent.start)
            last = Day(event.when.end + timedelta(days=_SOON))
            return Time(extent, event.when.start, last, "relative", "event")
    return None

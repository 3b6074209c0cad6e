"""What a page tells to have happened: frames met in its sentences, merged.

A frame is taken where its words stand in a clause that is not a wish, a question or a
condition and where what it needs is found. One event told at several places is one
claim with several extents.
"""

from collections.abc import Sequence
from dataclasses import replace

from antinomy.press.found import Event
from antinomy.press.telling.acting import actors_at
from antinomy.press.telling.cues import SpeechWords
from antinomy.press.telling.dating import time_of
from antinomy.press.telling.deeds import Telling, clause_of, tellings
from antinomy.press.telling.frames import Frame, FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.objects import object_of, place_of
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.telling.reporters import reporter_of
from antinomy.press.telling.retelling import NEAR, merged
from antinomy.press.woven import Extent

_LEAD = 70  # code points from who acts to the words, beyond which the claim starts late


def event_of(
    telling: Telling, before: Sequence[Event], names: Names, words: FrameWords
) -> Event | None:
    """Give the event that words tell of, or None where what it needs is missing.

    ``before`` are the events told earlier on the page.
    """
    frame, passage = telling.frame, telling.passage
    group = actors_at(telling, names, words)
    actors = _acting(group, frame, names)
    acted_on = object_of(passage, telling.extent, frame, names, words, actors)
    found = {
        "actor": bool(actors),
        "object": acted_on is not None,
        "quantity": any(q.extent.meets(clause_of(telling)) for q in passage.quantities),
    }
    if not all(any(found[n] for n in need.split("|")) for need in frame.need):
        return None
    if frame.product_words and not (
        (acted_on is not None and acted_on.startswith(("chip:", "product:")))
        or frame.product_words.search(passage.within(clause_of(telling)))
    ):
        return None
    extent = _told_at(telling, group)
    return Event(
        kind=frame.kind,
        extents=(extent,),
        rule=f"frame.{frame.kind}",
        when=time_of(telling, extent, before, group, words),
        actors=actors,
        object=acted_on,
        place=place_of(passage, clause_of(telling), frame, names, words, actors),
        modality="reported" if words.reported.search(passage.text) else "asserted",
        values=tuple(q for q in passage.quantities if q.extent.meets(extent)),
        negated=_is_denied(telling, words),
    )


def _is_denied(telling: Telling, words: FrameWords) -> bool:
    """Tell whether a page says, before or in the words, that it was not done."""
    told = Extent(clause_of(telling).start, telling.extent.end)
    return words.denies(telling.passage.within(told))


def _acting(group: Group | None, frame: Frame, names: Names) -> tuple[str, ...]:
    if group is None:
        return ()
    fit = tuple(t for t in group.things if names.sorts[t] in frame.actor)
    return fit if frame.joint else fit[:1] if len(group.things) == 1 else fit


def _told_at(telling: Telling, group: Group | None) -> Extent:
    """Give the clauses from who acts to the words."""
    passage, clause = telling.passage, clause_of(telling)
    end = passage.clauses[passage.clause_at(telling.extent.end - 1)].end
    start = clause.start
    if group is not None and telling.extent.start - group.extent.start <= _LEAD:
        start = passage.clauses[passage.clause_at(group.extent.start)].start
    extent = Extent(start, end)
    text = passage.within(extent)
    stripped = text.strip(" \n，。；：,;:.—")
    first = text.index(stripped)
    return Extent(start + first, start + first + len(stripped))


def events_of(
    text: str,
    passages: Sequence[Passage],
    names: Names,
    words: FrameWords,
    cues: SpeechWords,
) -> tuple[Event, ...]:
    """Give the events that the passages tell of, each once, in order of telling."""
    told: list[tuple[int, Event]] = []
    for telling in tellings(text, passages, words):
        event = event_of(telling, [event for _, event in told[-NEAR:]], names, words)
        if event is not None:
            passage = telling.passage
            reporter = reporter_of(passage, cues)
            event = replace(event, reporter=reporter) if reporter else event
            told.append((passage.extent.start, event))
    return merged(told, text)

"""What a page tells to have happened: frames met in its sentences, merged.

A frame is taken where its words stand in a clause that is not a wish, a question or a
condition and where what it needs is found. One event told at several places is one
claim with several extents.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from antinomy.press.found import Event, Time
from antinomy.press.telling.cues import SpeechWords
from antinomy.press.telling.frames import Frame, FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.objects import object_of, place_of
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.telling.reporters import reporter_of
from antinomy.press.telling.subjects import first_subject, groups_of, subject_of
from antinomy.press.woven import Extent
from antinomy.values import Day

_LEAD = 70  # code points from who acts to the words, beyond which the claim starts late
_IN_COMMON = 0.3  # share of the pairs of signs of the shorter of two tellings
_NEAR = 100  # events told before with which one is compared
_BY = 8  # code points before a time that may make it a deadline
_SOON = 7  # days that "afterwards" may mean
_ACTING = frozenset(
    {"agency", "government", "place", "company", "organisation", "org", "person"}
)


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a frame met at a place of a passage; ``before`` is the last one."""

    frame: Frame
    passage: Passage
    extent: Extent
    before: Passage | None = None


def tellings(
    text: str, passages: Sequence[Passage], words: FrameWords
) -> Iterator[Telling]:
    """Give where frames are told of, in order, one a frame and clause."""
    found: list[Telling] = []
    met: set[tuple[str, int]] = set()
    at = 0
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
            found.append(Telling(frame, passage, extent, before))
            met.add((frame.kind, clause))
    yield from _own(sorted(found, key=lambda telling: telling.extent))


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
    known = words.known.search(passage.text) is not None
    behind = passage.text[extent.end - passage.extent.start :]
    if words.unreal_after.search(behind) and not known:
        return False
    if extent.start == start:
        return True
    lead = passage.within(Extent(start, extent.start))
    return not words.unreal.search(words.known.sub("", lead))


def _is_asked(passage: Passage, clause: int, words: FrameWords) -> bool:
    """Tell whether a clause asks, and not the one behind what it tells."""
    if not passage.is_question:
        return False
    last = len(passage.clauses) - 1
    return clause == last or not words.asks.search(
        passage.within(passage.clauses[last])
    )


def _is_denied(telling: Telling, words: FrameWords) -> bool:
    """Tell whether a page says, before or in the words, that it was not done."""
    told = Extent(_clause(telling).start, telling.extent.end)
    return words.denies(telling.passage.within(told))


def event_of(
    telling: Telling, before: Sequence[Event], names: Names, words: FrameWords
) -> Event | None:
    """Give the event that words tell of, or None where what it needs is missing.

    ``before`` are the events told earlier on the page.
    """
    frame, passage = telling.frame, telling.passage
    group = _actors(telling, names, words)
    actors = _acting(group, frame, names)
    acted_on = object_of(passage, telling.extent, frame, names, words, actors)
    found = {
        "actor": bool(actors),
        "object": acted_on is not None,
        "quantity": any(q.extent.meets(_clause(telling)) for q in passage.quantities),
    }
    if not all(any(found[n] for n in need.split("|")) for need in frame.need):
        return None
    if frame.product_words and not (
        (acted_on is not None and acted_on.startswith(("chip:", "product:")))
        or frame.product_words.search(passage.within(_clause(telling)))
    ):
        return None
    extent = _told_at(telling, group)
    return Event(
        kind=frame.kind,
        extents=(extent,),
        rule=f"frame.{frame.kind}",
        when=_when(telling, extent, before, group, words),
        actors=actors,
        object=acted_on,
        place=place_of(passage, _clause(telling), frame, names, words, actors),
        modality="reported" if words.reported.search(passage.text) else "asserted",
        values=tuple(q for q in passage.quantities if q.extent.meets(extent)),
        negated=_is_denied(telling, words),
    )


def _clause(telling: Telling) -> Extent:
    passage = telling.passage
    return passage.clauses[passage.clause_at(telling.extent.start)]


def _actors(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acts; where the words are passive, who stands behind the preposition."""
    passage, extent, frame = telling.passage, telling.extent, telling.frame
    clause = _clause(telling)
    lead = Extent(clause.start, extent.start)
    passive = None
    if lead.end > lead.start:
        passive = words.passive.search(passage.within(lead))
    if passive is not None:
        place = lead.start + passive.end()
        for group in groups_of(passage, names, words):
            if place <= group.extent.start < extent.start:
                return group
        if extent.start - place <= len(passive.group()):
            return None
    if lead.end > lead.start and words.undergone.search(passage.within(lead)):
        return _behind_by(telling, names, words)
    here = subject_of(passage, extent.start, frame.actor, names, words)
    return here or _inside(telling, names, words) or _carried(telling, names, words)


def _behind_by(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who stands behind "by" in the clause of what was done."""
    passage, end = telling.passage, _clause(telling).end
    for group in groups_of(passage, names, words):
        start = group.extent.start
        if telling.extent.start < start < end:
            behind = Extent(telling.extent.start, start)
            if words.behind_by.search(passage.within(behind)):
                return group
    return None


def _inside(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acts within the words, as in "the guidance that BIS published"."""
    for group in groups_of(telling.passage, names, words):
        within = telling.extent.start < group.extent.start
        if within and group.extent.end <= telling.extent.end:
            sorts = {names.sorts[thing] for thing in group.things}
            return group if sorts & telling.frame.actor else None
    return None


def _carried(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acted in the sentence before, on the same line or gone on from it.

    What was done to somebody, by nobody named, is laid at no door, and a sentence
    with a subject of its own borrows none.
    """
    before, passage = telling.before, telling.passage
    told = passage.within(telling.extent)
    if before is None or words.passive.search(told) or words.undergone.search(told):
        return None
    if subject_of(passage, telling.extent.start, _ACTING, names, words) is not None:
        return None
    goes_on = words.goes_on.match(passage.text) is not None
    if before.line == passage.line or (goes_on and before.line + 1 == passage.line):
        return first_subject(before, telling.frame.actor, names, words)
    return None


def _acting(group: Group | None, frame: Frame, names: Names) -> tuple[str, ...]:
    if group is None:
        return ()
    fit = tuple(t for t in group.things if names.sorts[t] in frame.actor)
    return fit if frame.joint else fit[:1] if len(group.things) == 1 else fit


def _told_at(telling: Telling, group: Group | None) -> Extent:
    """Give the clauses from who acts to the words."""
    passage, clause = telling.passage, _clause(telling)
    end = passage.clauses[passage.clause_at(telling.extent.end - 1)].end
    start = clause.start
    if group is not None and telling.extent.start - group.extent.start <= _LEAD:
        start = passage.clauses[passage.clause_at(group.extent.start)].start
    extent = Extent(start, end)
    text = passage.within(extent)
    stripped = text.strip(" \n，。；：,;:.—")
    first = text.index(stripped)
    return Extent(start + first, start + first + len(stripped))


def _when(
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
    times = [t for t in passage.times if not _is_deadline(passage, t, words)]
    inside = [t for t in times if extent.start <= t.extent.start < extent.end]
    if inside:
        upto = [t for t in inside if t.extent.start <= telling.extent.start]
        return (upto or inside)[-1]
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
    """Reckon "the same day" and "afterwards" from the event told before."""
    passage = telling.passage
    dated = [event for event in before if event.when is not None]
    match = words.same_day.search(passage.text)
    told = _last_told(telling, dated)
    if match is not None and told is not None:
        extent = Extent(*match.span()).shifted(passage.extent.start)
        return replace(told, extent=extent, basis="event")
    match = words.later.search(passage.text)
    kinds = telling.frame.revises | telling.frame.retracts
    if match is None or not kinds:
        return None
    for event in reversed(dated):
        if event.kind in kinds and event.when is not None:
            extent = Extent(*match.span()).shifted(passage.extent.start)
            last = Day(event.when.end + timedelta(days=_SOON))
            return Time(extent, event.when.start, last, "relative", "event")
    return None


def _last_told(telling: Telling, dated: Sequence[Event]) -> Time | None:
    """Give the time told last: in the sentence before on the line, else of an event."""
    before = telling.before
    if before is not None and before.line == telling.passage.line and before.times:
        return before.times[-1]
    return dated[-1].when if dated else None


def merged(told: Sequence[tuple[int, Event]], text: str) -> tuple[Event, ...]:
    """Make one event of what is told several times.

    ``told`` are events with the number of their sentence. Two tellings of a kind are
    one where the actors meet, the objects do not differ, and the days meet; where one
    names no day, its numbers must not differ from the other's, unless both stand in one
    sentence. Where nothing but the actors ties them, they must share words.
    """
    found: list[tuple[int, Event]] = []
    for sentence, event in told:
        near = max(0, len(found) - _NEAR)
        for number, (other_sentence, other) in enumerate(found[near:], near):
            together = sentence == other_sentence
            if _same(other, event, together=together) and (
                together or _is_tied(other, event, text)
            ):
                found[number] = (sentence, _both(other, event))
                break
        else:
            found.append((sentence, event))
    return tuple(event for _, event in found)


def _same(left: Event, right: Event, *, together: bool) -> bool:
    if left.kind != right.kind or left.negated != right.negated:
        return False
    if left.object and right.object and left.object != right.object:
        return False
    if left.when is not None and right.when is not None:
        meet = bool(set(left.actors) & set(right.actors)) or not left.actors
        days = left.when.start <= right.when.end and right.when.start <= left.when.end
        return meet and days
    if set(left.actors) != set(right.actors):
        return False
    left_values = {(q.value, q.unit) for q in left.values}
    right_values = {(q.value, q.unit) for q in right.values}
    differ = left_values and right_values and not left_values & right_values
    return together or not differ


def _is_tied(left: Event, right: Event, text: str) -> bool:
    """Tell whether a day, a thing, a number or words tie two tellings."""
    if left.when is not None and right.when is not None:
        return True
    if left.object is not None and left.object == right.object:
        return True
    values = {(q.value, q.unit) for q in left.values}
    if any((q.value, q.unit) in values for q in right.values):
        return True
    one, other = (_word_pairs(event.extents[0].of(text)) for event in (left, right))
    return len(one & other) >= _IN_COMMON * min(len(one), len(other))


def _word_pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _both(left: Event, right: Event) -> Event:
    extents = left.extents + tuple(e for e in right.extents if e not in left.extents)
    return replace(
        left,
        extents=extents,
        when=left.when or right.when,
        object=left.object or right.object,
        place=left.place or right.place,
        reporter=left.reporter or right.reporter,
        values=left.values + tuple(q for q in right.values if q not in left.values),
    )


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
        event = event_of(telling, [event for _, event in told[-_NEAR:]], names, words)
        if event is not None:
            passage = telling.passage
            event = replace(event, reporter=reporter_of(passage, cues))
            told.append((passage.extent.start, event))
    return merged(told, text)

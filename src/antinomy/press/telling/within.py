"""What a page says of itself: repeats, and what it takes back, rewords or denies.

"This news was withdrawn" is tied to the event told before that it speaks of; the
statements made there no longer stand, and stay on the page's account.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from antinomy.press.found import Event, Link, Statement, Status
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.matters import is_another_matter, side_of
from antinomy.press.telling.names import Names
from antinomy.press.telling.retelling import pairs_in
from antinomy.press.woven import Extent

_BACK = 80  # code points over which "this claim" points back
_ALIKE = 0.7  # share of character pairs in common beyond which words are repeated


def repeated(statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """Make one statement of what one speaker is told twice to have said."""
    found: list[Statement] = []
    for said in statements:
        for number, other in enumerate(found):
            if _speakers(said) == _speakers(other) and _alike(said, other, text):
                extents = (*other.extents, *said.extents)
                when, quoted = other.when or said.when, other.quoted or said.quoted
                found[number] = replace(
                    other, extents=extents, when=when, quoted=quoted
                )
                break
        else:
            found.append(said)
    return tuple(found)


def announced(
    events: Sequence[Event], statements: Sequence[Statement], words: FrameWords
) -> tuple[Statement, ...]:
    """Give what was announced as what was said: who plans a deed has said so.

    A deed that the page alleges and lays in nobody's mouth is its author's statement.
    """
    told = [
        Statement(
            extents=event.extents,
            rule="frame.announced",
            org=event.actors[0],
            when=event.when,
            place=event.place,
            stance="announce",
            target=event.object,
        )
        for event in events
        if words.kinds[event.kind].speaks and event.actors
    ]
    told += [
        Statement(
            extents=event.extents,
            rule="frame.alleged",
            when=event.when,
            reporter=event.reporter,
            stance="accuse",
            target=event.actors[0],
            author=event.reporter is None,
        )
        for event in events
        if words.kinds[event.kind].alleges and event.actors
    ]
    fresh = [said for said in told if not _told(said.extents, statements)]
    return (*statements, *fresh)


def resolved(
    events: Sequence[Event],
    statements: Sequence[Statement],
    words: FrameWords,
    names: Names,
    text: str,
) -> tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Link, ...]]:
    """Tie withdrawals, rewordings, denials and answers to what they speak of."""
    settled, said = list(events), list(statements)
    links: list[Link] = []
    for number, event in enumerate(events):
        if event.negated:
            continue
        frame = words.kinds[event.kind]
        ties: tuple[tuple[str, frozenset[str], Status | None], ...] = (
            ("retracts", frame.retracts, "retracted"),
            ("revises", frame.revises, "revised"),
            ("refuses", frame.answers, None),
        )
        for relation, kinds, status in ties:
            if not kinds or not _points_back(event, words, text):
                continue
            of_it = partial(
                _is_of_it, event, status, text=text, names=names, words=words
            )
            earlier = _earlier(number, event, settled, kinds, names, of_it)
            near = _said_last(event, said, of_it) if status == "retracted" else None
            if near is not None and _is_nearer(said[near], event, earlier, settled):
                closed = replace(
                    said[near], status="retracted", settled_by=f"#{number + 1}"
                )
                settled[number] = replace(event, actors=_speaking(said[near]))
                said[near] = closed
                continue
            if earlier is None:
                if status is not None:
                    said = _taken_back(said, event, status, number, names, text, of_it)
                continue
            target = settled[earlier]
            settled[number] = replace(
                event,
                actors=event.actors or target.actors,
                object=f"#{earlier + 1}",
                place=event.place or target.place,
            )
            extent = event.extents[0]
            links.append(Link(relation, f"#{number + 1}", f"#{earlier + 1}", extent))
            if status is not None:
                said = _closed(
                    said, settled[number], target, status, number, names, text
                )
        if frame.denies:
            said = _denied(said, event, number, words, text)
    return tuple(settled), tuple(said), tuple(links)


def _is_of_it(
    event: Event,
    status: Status | None,
    told: Event | Statement,
    *,
    text: str,
    names: Names,
    words: FrameWords,
) -> bool:
    """Tell whether something told may be what an event speaks of, by its matter."""
    return status != "retracted" or not is_another_matter(
        event, told, text, names, words
    )


def _points_back(event: Event, words: FrameWords, text: str) -> bool:
    """Tell whether somebody takes back his own, or a word points at what is meant."""
    told = event.extents[0].of(text)
    return bool(event.actors) or words.anaphora.search(told) is not None


def _earlier(
    number: int,
    event: Event,
    events: Sequence[Event],
    kinds: frozenset[str],
    names: Names,
    of_it: Callable[[Event], bool],
) -> int | None:
    """Give the number of the latest event of these kinds told before, of one side."""
    side = side_of(event.actors, names)
    for earlier in range(number - 1, -1, -1):
        other = events[earlier]
        if other.kind not in kinds or not of_it(other):
            continue
        if not side or side & side_of(other.actors, names):
            return earlier
    return None


def _closed(
    said: list[Statement],
    event: Event,
    target: Event,
    status: Status,
    number: int,
    names: Names,
    text: str,
) -> list[Statement]:
    """Mark what was said at the event that is taken back or reworded."""
    place = event.extents[0].end  # both may be told in one sentence
    side = side_of((*event.actors, *target.actors), names)
    mine = [
        n
        for n, statement in enumerate(said)
        if statement.status == "standing"
        and statement.extents[0].end < place
        and statement.org in side
        and _near(statement, target)
    ]
    if status == "revised":
        words = event.extents[0].of(text)
        mine = mine and [max(mine, key=lambda n: _shared(said[n], words, text))]
    closed = list(said)
    for n in mine:
        closed[n] = replace(said[n], status=status, settled_by=f"#{number + 1}")
    return closed


def _taken_back(
    said: list[Statement],
    event: Event,
    status: Status,
    number: int,
    names: Names,
    text: str,
    of_it: Callable[[Statement], bool],
) -> list[Statement]:
    """Mark the last statement of the same side, where no event was told of it."""
    place, side = event.extents[0].start, side_of(event.actors, names)
    for n in range(len(said) - 1, -1, -1):
        one = said[n]
        own = one.org is not None and one.org in side
        if one.extents[0].start < place and own and one.status == "standing":
            if not of_it(one) or (
                status == "revised"
                and not _shared(one, event.extents[0].of(text), text)
            ):
                continue
            closed = replace(one, status=status, settled_by=f"#{number + 1}")
            return [*said[:n], closed, *said[n + 1 :]]
    return said


def _said_last(
    event: Event, said: Sequence[Statement], of_it: Callable[[Statement], bool]
) -> int | None:
    """Give the statement right before a withdrawal by nobody named."""
    if event.actors:
        return None
    place = event.extents[0].start
    before = [n for n, one in enumerate(said) if one.extents[0].start < place]
    last = max(before, key=lambda n: said[n].extents[0].start, default=None)
    if last is None or said[last].status != "standing" or not of_it(said[last]):
        return None
    return last if place - said[last].extents[0].end < _BACK else None


def _is_nearer(
    statement: Statement, event: Event, earlier: int | None, events: Sequence[Event]
) -> bool:
    """Tell whether a statement is told nearer before an event than another event."""
    if earlier is None:
        return True
    place = event.extents[0].start
    told = [e.end for e in events[earlier].extents if e.start < place]
    return statement.extents[0].start > max(told)


def _speaking(said: Statement) -> tuple[str, ...]:
    thing = said.org or said.speaker
    return (thing,) if thing else ()


def _near(statement: Statement, event: Event) -> bool:
    """Tell whether a statement stands where the event is told, or right behind."""
    return any(
        e.start <= s.end and s.start <= e.end + 80
        for s in statement.extents
        for e in event.extents
    )


def _denied(
    said: list[Statement], event: Event, number: int, words: FrameWords, text: str
) -> list[Statement]:
    """Mark what others said before of who denies, or what he points back at."""
    place = event.extents[0].start
    earlier = [
        n
        for n, statement in enumerate(said)
        if statement.extents[0].start < place
        and statement.org not in event.actors
        and statement.speaker is None
        and statement.stance in {"accuse", "warn"}
    ]
    meant = [n for n in earlier if said[n].target in event.actors]
    if not meant and words.anaphora.search(event.extents[0].of(text)):
        meant = [n for n in earlier if place - said[n].extents[-1].end < _BACK][-1:]
    closed = list(said)
    for n in meant:
        closed[n] = replace(said[n], status="denied", settled_by=f"#{number + 1}")
    return closed


def _speakers(said: Statement) -> tuple[str | None, str | None]:
    return said.speaker, said.org


def _alike(left: Statement, right: Statement, text: str) -> bool:
    one, other = (pairs_in(s.extents[0].of(text)) for s in (left, right))
    return len(one & other) > _ALIKE * min(len(one), len(other))


def _shared(said: Statement, words: str, text: str) -> int:
    return len(pairs_in(said.extents[0].of(text)) & pairs_in(words))


def _told(extents: Sequence[Extent], statements: Sequence[Statement]) -> bool:
    return any(e.meets(s) for e in extents for said in statements for s in said.extents)

"""One event of what a page tells at several places."""

from collections.abc import Sequence
from dataclasses import replace

from antinomy.press.found import Event

NEAR = 100  # events told before with which one is compared
_IN_COMMON = 0.3  # share of the pairs of signs of the shorter of two tellings


def merged(told: Sequence[tuple[int, Event]], text: str) -> tuple[Event, ...]:
    """Make one event of what is told several times.

    ``told`` are events with the number of their sentence. Two tellings of a kind are
    one where the actors meet, the objects do not differ, and the days meet; where one
    names no day, its numbers must not differ from the other's, unless both stand in one
    sentence. Where nothing but the actors ties them, they must share words.
    """
    found: list[tuple[int, Event]] = []
    for sentence, event in told:
        near = max(0, len(found) - NEAR)
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

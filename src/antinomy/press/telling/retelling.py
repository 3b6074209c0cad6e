"""One event of what a page tells at several places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from antinomy.press.found import Event, Quantity
from antinomy.press.woven import Extent
from antinomy.values import Number

NEAR = 100  # events told before with which one is compared
_IN_COMMON = 0.3  # share of the pairs of signs of the shorter of two tellings


@dataclass(slots=True)
class _Telling:
    """An event as told up to here, and the sentence that told it last."""

    sentence: int
    event: Event
    extents: dict[Extent, None]
    values: dict[Quantity, None]
    numbers: set[tuple[Number, str]]


def merged(told: Sequence[tuple[int, Event]], text: str) -> tuple[Event, ...]:
    """Make one event of what is told several times.

    ``told`` are events with the number of their sentence. Two tellings of a kind are
    one where the actors meet, the objects do not differ, and the days meet; where one
    names no day, its numbers must not differ from the other's, unless both stand in one
    sentence. Where nothing but the actors ties them, they must share words.
    """
    found: list[_Telling] = []
    for sentence, event in told:
        numbers = {(q.value, q.unit) for q in event.values}
        for other in found[-NEAR:]:
            together = sentence == other.sentence
            if _same(other, event, numbers, together=together) and (
                together or _is_tied(other, event, numbers, text)
            ):
                other.sentence = sentence
                _add(other, event, numbers)
                break
        else:
            extents, values = dict.fromkeys(event.extents), dict.fromkeys(event.values)
            found.append(_Telling(sentence, event, extents, values, numbers))
    return tuple(
        replace(one.event, extents=tuple(one.extents), values=tuple(one.values))
        for one in found
    )


def _same(
    told: _Telling, right: Event, numbers: set[tuple[Number, str]], *, together: bool
) -> bool:
    left = told.event
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
    differ = told.numbers and numbers and told.numbers.isdisjoint(numbers)
    return together or not differ


def _is_tied(
    told: _Telling, right: Event, numbers: set[tuple[Number, str]], text: str
) -> bool:
    """Tell whether a day, a thing, a number or words tie two tellings."""
    left = told.event
    if left.when is not None and right.when is not None:
        return True
    if left.object is not None and left.object == right.object:
        return True
    if not told.numbers.isdisjoint(numbers):
        return True
    one, other = (pairs_in(event.extents[0].of(text)) for event in (left, right))
    return len(one & other) >= _IN_COMMON * min(len(one), len(other))


def pairs_in(text: str) -> set[str]:
    """Give every two signs of a text that stand side by side."""
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _add(told: _Telling, event: Event, numbers: set[tuple[Number, str]]) -> None:
    """Add what another telling says of an event."""
    left = told.event
    told.extents |= dict.fromkeys(event.extents)
    told.values |= dict.fromkeys(event.values)
    told.numbers |= numbers
    told.event = replace(
        left,
        when=left.when or event.when,
        object=left.object or event.object,
        place=left.place or event.place,
        reporter=left.reporter or event.reporter,
    )

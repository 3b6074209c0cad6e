"""The order of events, and whether one has begun by a day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from antinomy.law.event import Event, EventKind, first_of, last_of
from antinomy.law.measure import Measure
from antinomy.values import Truth

CLOSERS = frozenset({EventKind.CLOSES, EventKind.WITHDRAWS})


def timeline(measure: Measure, provision: str, known_by: date) -> tuple[Event, ...]:
    """Give what is known of a provision's events, in order of their first day.

    Events of one day stand as in the file.
    """
    known = [
        e for e in measure.events if e.concerns(provision) and e.is_known(known_by)
    ]
    return tuple(sorted(known, key=_first_day))


def begun(event: Event, on: date) -> Truth:
    """Tell whether an event has taken effect by a day.

    On the days between which it is known to fall, and once an awaited one is due, that
    is unknown.
    """
    if event.kind is EventKind.AWAITED:
        is_due = event.after is not None and on > event.after
        return Truth.UNKNOWN if is_due else Truth.FALSE
    first, last = first_of(event.starts), last_of(event.starts)
    if first is None or last is None:
        return Truth.FALSE
    return Truth.of(last <= on, first <= on)


def is_after(events: Sequence[Event], event: Event, other: Event) -> bool:
    """Tell whether an event follows another in the timeline."""
    return events.index(event) > events.index(other)


def moves_between(measure: Measure, one: date, other: date) -> bool:
    """Tell whether some provision of a measure may stand otherwise on two days."""
    first, last = sorted((one, other))
    return any(first < day <= last for day in _turning_days(measure))


def _turning_days(measure: Measure) -> Iterator[date]:
    """Give the days on which a standing may differ from that of the day before."""
    for event in measure.events:
        begins = first_of(event.starts), last_of(event.starts)
        for day in (event.known_from, *begins, event.until):
            if day is not None:
                yield day
        for day in (event.until, event.after):
            if day is not None:
                yield day + timedelta(days=1)


def _first_day(event: Event) -> date:
    if event.kind is EventKind.AWAITED:
        return event.after or date.max
    return first_of(event.starts) or date.max

"""Suspensions: whether a rule sleeps on a day, for its force or its enforcement.

The suspension that began last governs. One that begins before its end and ends later
extends it; one whose named end has passed with nothing recorded leaves the state open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from antinomy.law.event import Event, EventKind, first_of
from antinomy.law.timing import CLOSERS, begun, is_after
from antinomy.values import Text, Truth


@dataclass(frozen=True, slots=True)
class Sleep:
    """Whether a rule sleeps, what decides it, and when it is back by its own terms."""

    truth: Truth
    deciding: tuple[Event, ...] = ()
    note: Text | None = None
    back_on: date | None = None


AWAKE = Sleep(Truth.FALSE)


def sleep_on(
    events: Sequence[Event], opener: Event, on: date, *, enforcement: bool
) -> Sleep:
    """Tell whether a wording sleeps on a day.

    Args:
        events: the timeline of the provision.
        opener: the event that opened the wording.
        on: the day asked about.
        enforcement: ask about enforcement; else about force.
    """
    stays = [event for event in events if _is_stay(event, enforcement=enforcement)]
    return _latest(stays, events, opener, on)


def due_event(events: Sequence[Event], on: date) -> Event | None:
    """Give an awaited event that is due and that nothing recorded answers.

    One that awaits the end of a suspension is answered by whatever ends that.
    """
    ends = {event.until for event in events if event.kind is EventKind.SUSPENDS}
    for event in events:
        after = event.after
        is_due = event.kind is EventKind.AWAITED and after is not None and on > after
        if is_due and after not in ends and not _has_sequel(events, after, on):
            return event
    return None


def _is_stay(event: Event, *, enforcement: bool) -> bool:
    """Tell a suspension; enforcement that ends for good is one without an end."""
    if event.is_of_enforcement is not enforcement:
        return False
    return event.kind is EventKind.SUSPENDS or (enforcement and event.kind in CLOSERS)


def _latest(
    stays: Sequence[Event], events: Sequence[Event], opener: Event, on: date
) -> Sleep:
    if not stays:
        return AWAKE
    *before, stay = stays
    has_begun, ended = begun(stay, on), _ended(stay, events, opener, on)
    if has_begun is Truth.FALSE or ended is Truth.TRUE:
        return _latest(before, events, opener, on)
    if stay.until is not None and _is_past(stay, stay.until, on):
        return _past(stay, stay.until, events)
    is_last_day_open = on == stay.until and stay.until_is_included is None
    covers = Truth.UNKNOWN if is_last_day_open else Truth.TRUE
    truth = has_begun & covers & ~ended
    if has_begun is Truth.UNKNOWN:
        earlier = _latest(before, events, opener, on)
        if earlier.truth is Truth.TRUE:
            return earlier
    note = _awaited_note(events, stay) if is_last_day_open else None
    return Sleep(truth, (stay,), note or stay.note)


def _is_past(stay: Event, until: date, on: date) -> bool:
    return on > until or (on == until and stay.until_is_included is False)


def _past(stay: Event, until: date, events: Sequence[Event]) -> Sleep:
    """The named end has passed and nothing is recorded: unknown, with its own terms."""
    awaited = tuple(
        e for e in events if e.kind is EventKind.AWAITED and e.after == until
    )
    back = until if stay.until_is_included is False else until + timedelta(days=1)
    return Sleep(Truth.UNKNOWN, (stay, *awaited), _awaited_note(events, stay), back)


def _awaited_note(events: Sequence[Event], stay: Event) -> Text | None:
    awaited = (e for e in events if e.kind is EventKind.AWAITED)
    return next((e.note for e in awaited if e.after == stay.until), None)


def _ended(stay: Event, events: Sequence[Event], opener: Event, on: date) -> Truth:
    """Tell whether an event after a suspension ended it by that day."""
    ended = Truth.FALSE
    for event in events:
        if is_after(events, event, stay) and _ends(event, stay, opener):
            ended |= begun(event, on)
    return ended


def _ends(event: Event, stay: Event, opener: Event) -> bool:
    if event.kind is EventKind.RESUMES:
        return event.is_of_enforcement is stay.is_of_enforcement
    if event.kind in CLOSERS:
        return not event.is_of_enforcement
    # A wording that opens afresh after the named end owes nothing to it.
    first, until = first_of(event.starts), stay.until
    if event != opener or event.kind is not EventKind.OPENS:
        return False
    return first is not None and until is not None and first > until


def _has_sequel(events: Sequence[Event], after: date | None, on: date) -> bool:
    """Tell whether something recorded took effect for certain after that day."""
    return any(
        event.kind is not EventKind.AWAITED
        and begun(event, on) is Truth.TRUE
        and (first := first_of(event.starts)) is not None
        and after is not None
        and first > after
        for event in events
    )

"""What state a provision is in on a day, as known by a day.

Codified, in force, enforced and practised are different facts. A suspension is a span
inside force; once its named end has passed with no sequel recorded the state is
unknown, whatever was said aloud, and the terms recorded so far are told beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from antinomy.law.event import Event
from antinomy.law.measure import Force, Measure, Provision, Version
from antinomy.law.sleep import due_event, sleep_on
from antinomy.law.timing import CLOSERS, begun, is_after, timeline
from antinomy.values import Day, KnownBy, Text, Truth


class State(Enum):
    """The legal state of a provision."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    UNENFORCED = "unenforced"
    PROPOSED = "proposed"
    NOT_IN_FORCE = "not_in_force"
    UNKNOWN = "unknown"

    @property
    def in_force(self) -> Truth:
        """Tell whether the rule binds now."""
        if self is State.UNKNOWN:
            return Truth.UNKNOWN
        return Truth.TRUE if self is State.IN_FORCE else Truth.FALSE

    @property
    def counted(self) -> Truth:
        """Tell whether it binds once suspended, withheld and proposed rules count."""
        if self in {State.SUSPENDED, State.UNENFORCED, State.PROPOSED}:
            return Truth.TRUE
        return self.in_force


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a provision, the wording, what decided it, and why it is open.

    ``would_be`` is what the terms recorded so far give where the state is unknown, and
    ``back_on`` from which day. ``instead`` is the earlier wording, which still applies
    if the one of ``version`` has not begun.
    """

    state: State
    version: Version | None = None
    deciding: tuple[Event, ...] = ()
    would_be: State | None = None
    note: Text | None = None
    back_on: date | None = None
    instead: Version | None = None

    @property
    def binds_either_way(self) -> bool:
        """Tell whether it is in force for certain and only its wording is open."""
        is_awake = self.would_be is State.IN_FORCE and self.back_on is None
        return self.instead is not None and is_awake


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording that has begun, or may have, with the events around it."""

    version: Version
    opener: Event
    begun: Truth
    closer: Event | None
    closed: Truth


def standing(
    measure: Measure, provision: Provision, on: Day, known_by: KnownBy
) -> Standing:
    """Tell the state of a provision on a day, as known by a day."""
    events = timeline(measure, provision.id, known_by)
    is_proposed = measure.force is Force.PROPOSED
    openers = _openers(provision, events, known_by)
    wordings = [
        _wording(version, opener, events, on, is_proposed=is_proposed)
        for version, opener in openers
    ]
    wordings = [wording for wording in wordings if wording.begun.possibly]
    if not wordings:
        return Standing(State.NOT_IN_FORCE)
    last = wordings[-1]
    instead = _instead(wordings)
    if last.closer is not None and last.closed is Truth.TRUE:
        return Standing(State.NOT_IN_FORCE, last.version, (last.closer,))
    if is_proposed:
        return Standing(State.PROPOSED, last.version, (last.opener,))
    if last.closer is not None and last.closed is Truth.UNKNOWN:
        note, deciding = last.closer.note, (last.closer,)
        return Standing(
            State.UNKNOWN, last.version, deciding, note=note, instead=instead
        )
    if last.begun is Truth.UNKNOWN and instead is None:
        note, deciding = last.opener.note, (last.opener,)
        return Standing(State.UNKNOWN, last.version, deciding, note=note)
    return _while_open(events, last, instead, on)


def _openers(
    provision: Provision, events: Sequence[Event], known_by: date
) -> list[tuple[Version, Event]]:
    """Give the wordings known by a day with their opening events, in order of days."""
    found = []
    for event in events:
        for version in provision.versions:
            is_known = version.known_from is None or version.known_from <= known_by
            if version.opened_by == event.id and is_known:
                found.append((version, event))
    return found


def _wording(
    version: Version,
    opener: Event,
    events: Sequence[Event],
    on: date,
    *,
    is_proposed: bool,
) -> _Wording:
    # A bill is proposed from the day it is told, whenever it would begin; what takes
    # it back may well come before that.
    told = opener.known_from
    if is_proposed:
        has_begun = Truth.TRUE if told is not None and told <= on else Truth.FALSE
        closers = [event for event in events if _is_closer(event)]
    else:
        has_begun = begun(opener, on)
        later = (event for event in events if is_after(events, event, opener))
        closers = [event for event in later if _is_closer(event)]
    closers += [event for event in events if event.id == version.closed_by]
    closer, closed = _closing(closers, on)
    return _Wording(version, opener, has_begun, closer, closed)


def _is_closer(event: Event) -> bool:
    return event.kind in CLOSERS and not event.is_of_enforcement


def _closing(closers: Sequence[Event], on: date) -> tuple[Event | None, Truth]:
    """Give the event that closed a wording, and how surely."""
    found: tuple[Event | None, Truth] = (None, Truth.FALSE)
    for event in closers:
        closed = begun(event, on)
        if closed is Truth.TRUE:
            return event, closed
        if closed is Truth.UNKNOWN:
            found = event, closed
    return found


def _instead(wordings: Sequence[_Wording]) -> Version | None:
    """Give the earlier wording that still applies if the last has not begun."""
    if len(wordings) == 1 or wordings[-1].begun is Truth.TRUE:
        return None
    earlier = wordings[-2]
    still_stands = earlier.begun is Truth.TRUE and earlier.closed is not Truth.TRUE
    return earlier.version if still_stands else None


def _while_open(
    events: Sequence[Event], wording: _Wording, instead: Version | None, on: date
) -> Standing:
    """Give the state of an open wording: asleep, unenforced, unknown or in force."""
    opener = wording.opener
    for state, enforcement in (
        (State.SUSPENDED, False),
        (State.UNENFORCED, True),
    ):
        sleep = sleep_on(events, opener, on, enforcement=enforcement)
        if sleep.truth.possibly:
            return Standing(
                state if sleep.truth.certainly else State.UNKNOWN,
                wording.version,
                (opener, *sleep.deciding),
                State.IN_FORCE if sleep.back_on is not None else None,
                sleep.note,
                sleep.back_on,
                instead,
            )
    due = due_event(events, on)
    if due is None and instead is None:
        return Standing(State.IN_FORCE, wording.version, (opener,))
    return Standing(
        State.UNKNOWN,
        wording.version,
        (opener, due) if due else (opener,),
        State.IN_FORCE if instead is None or due is None else None,
        due.note if due else opener.note,
        instead=instead,
    )

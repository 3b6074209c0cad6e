"""What state a provision is in on a day, as known by a day.

Codified, in force, enforced and practised are different facts. A suspension is a span
inside force; once its named end has passed with no sequel recorded the state is
unknown, whatever was said aloud, and the terms recorded so far are told beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from antinomy.law.measure import Event, EventKind, Force, Measure, Provision, Version
from antinomy.values import Between, Day, KnownBy, Text, Truth

_OPENERS = {EventKind.OPENS, EventKind.AMENDS, EventKind.REWORDS}
_CLOSERS = {EventKind.CLOSES, EventKind.WITHDRAWS}
_SEQUELS = {EventKind.SUSPENDS, EventKind.RESUMES, *_CLOSERS, EventKind.OPENS}


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
    """The state of a provision, the wording, what decided it, and why it is open."""

    state: State
    version: Version | None = None
    deciding: tuple[Event, ...] = ()
    would_be: State | None = None
    note: Text | None = None
    back_on: date | None = None


def standing(
    measure: Measure, provision: Provision, on: Day, known_by: KnownBy
) -> Standing:
    """Tell the state of a provision on a day, as known by a day."""
    known = [
        e
        for e in measure.events
        if e.concerns(provision.id) and e.known_from is not None and e.known_from <= known_by
    ]
    opening = _version_on(provision, known, on, known_by)
    if opening is None:
        return Standing(State.NOT_IN_FORCE)
    version, opener, is_open = opening
    closing = _closing(known, opener, on)
    if closing is not None:
        event, certain = closing
        if certain:
            return Standing(State.NOT_IN_FORCE, version, (event,))
        return Standing(State.UNKNOWN, version, (event,), note=event.note)
    if measure.force is Force.PROPOSED:
        return Standing(State.PROPOSED, version, (opener,))
    if is_open is Truth.UNKNOWN:
        return Standing(State.UNKNOWN, version, (opener,), State.IN_FORCE, opener.note)
    return _suspension(known, version, opener, on) or Standing(
        State.IN_FORCE, version, (opener,)
    )


def _has_begun(day: date | Between | None, on: date) -> Truth:
    match day:
        case None:
            return Truth.FALSE
        case Between(first, last):
            return Truth.of(last <= on, first <= on)
        case _:
            return Truth.TRUE if day <= on else Truth.FALSE


def _first_day(event: Event) -> date:
    day = event.starts
    if isinstance(day, Between):
        return day.first
    return day or date.max


def _version_on(
    provision: Provision, known: list[Event], on: date, known_by: date
) -> tuple[Version, Event, Truth] | None:
    """Give the latest wording that has begun, its opening event, and how surely."""
    events = {e.id: e for e in known}
    found: tuple[Version, Event, Truth] | None = None
    for version in provision.versions:
        opener = events.get(version.opened_by)
        if opener is None or (version.known_from and version.known_from > known_by):
            continue
        begun = _has_begun(opener.starts, on)
        if begun is Truth.FALSE:
            continue
        if version.closed_by in events:
            closer = events[version.closed_by]
            if _has_begun(closer.starts, on) is Truth.TRUE:
                found = None
                continue
        found = (version, opener, begun)
    return found


def _closing(known: list[Event], opener: Event, on: date) -> tuple[Event, bool] | None:
    """Give the event that closed what the opener opened, and whether for certain."""
    for event in sorted(known, key=_first_day, reverse=True):
        if event.kind in _CLOSERS and not event.is_of_enforcement:
            if _first_day(event) < _first_day(opener):
                continue
            closed = _has_begun(event.starts, on)
            if closed.possibly:
                return event, closed.certainly
    return None


def _suspension(
    known: list[Event], version: Version, opener: Event, on: date
) -> Standing | None:
    """Give the state where a suspension or an awaited event decides it."""
    stays = sorted((e for e in known if e.kind is EventKind.SUSPENDS), key=_first_day)
    for stay in reversed(stays):
        begun = _has_begun(stay.starts, on)
        if begun is Truth.FALSE or _ended(known, stay, on):
            continue
        asleep = State.UNENFORCED if stay.is_of_enforcement else State.SUSPENDED
        if begun is Truth.UNKNOWN:
            return Standing(State.UNKNOWN, version, (opener, stay), asleep, stay.note)
        if stay.until is None or on < stay.until:
            return Standing(asleep, version, (opener, stay), note=stay.note)
        if on == stay.until and stay.until_is_included is not None:
            if stay.until_is_included:
                return Standing(asleep, version, (opener, stay), note=stay.note)
        elif on == stay.until:
            note = _awaited_note(known, stay.until)
            return Standing(State.UNKNOWN, version, (opener, stay), asleep, note)
        return _after(known, version, (opener, stay), stay.until)
    for event in known:
        if event.kind is EventKind.AWAITED and event.after and on > event.after:
            if not any(_is_sequel(e, event.after, on) for e in known):
                return Standing(
                    State.UNKNOWN, version, (opener, event), State.IN_FORCE, event.note
                )
    return None


def _after(
    known: list[Event], version: Version, deciding: tuple[Event, ...], until: date
) -> Standing:
    """The named end has passed and nothing is recorded: unknown, with its own terms."""
    note = _awaited_note(known, until)
    awaited = tuple(e for e in known if e.kind is EventKind.AWAITED)
    return Standing(
        State.UNKNOWN,
        version,
        (*deciding, *awaited),
        State.IN_FORCE,
        note,
        back_on=until + timedelta(days=1),
    )


def _awaited_note(known: Iterable[Event], until: date) -> Text | None:
    notes = (e.note for e in known if e.kind is EventKind.AWAITED and e.after == until)
    return next(notes, None)


def _ended(known: list[Event], stay: Event, on: date) -> bool:
    """Tell whether a later event ended this suspension by that day."""
    return any(
        e.kind in {EventKind.RESUMES, EventKind.CLOSES, EventKind.WITHDRAWS}
        and _first_day(stay) < _first_day(e) <= on
        and e.is_of_enforcement == stay.is_of_enforcement
        for e in known
    )


def _is_sequel(event: Event, after: date, on: date) -> bool:
    return event.kind in _SEQUELS and after < _first_day(event) <= on

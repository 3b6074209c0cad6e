"""Check the wordings of a provision against the events that open and close them."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from antinomy.files import Faults
from antinomy.law.event import Event, EventKind, first_of, last_of
from antinomy.law.measure import Measure, Provision, Version

_OPENERS = {
    EventKind.OPENS,
    EventKind.AMENDS,
    EventKind.REWORDS,
    EventKind.RESUMES,
    EventKind.AWAITED,
}
_ENDERS = {
    EventKind.CLOSES,
    EventKind.WITHDRAWS,
    EventKind.AMENDS,
    EventKind.REWORDS,
    EventKind.OPENS,
}


def in_order(versions: tuple[Version, ...], measure: Measure) -> tuple[Version, ...]:
    """Give wordings in the order of the days that opened them."""
    days = {event.id: _first_day(event) for event in measure.events}
    return tuple(sorted(versions, key=lambda v: days.get(v.opened_by, date.max)))


def check_versions(provision: Provision, measure: Measure, faults: Faults) -> None:
    """Note wordings that overlap, or whose events cannot open or close them."""
    events = {event.id: event for event in measure.events}
    for version in provision.versions:
        _check_events(provision, version, events, faults)
    for earlier, later in pairwise(provision.versions):
        first, second = events.get(earlier.opened_by), events.get(later.opened_by)
        if first is None or second is None:
            continue
        if first.id == second.id:
            message = f"two versions of {provision.id!r} are opened by {first.id!r}"
            faults.add(message, provision.at)
        elif _last_day(first) >= _first_day(second):
            message = f"versions of {provision.id!r} opened by {first.id!r} and"
            faults.add(f"{message} {second.id!r} overlap", provision.at)
        closer = events.get(earlier.closed_by)
        if closer is not None and _first_day(closer) > _first_day(second):
            message = (
                f"versions of {provision.id!r} overlap: the one opened by {first.id!r}"
                f" ends with {closer.id!r}, after {second.id!r} opens the next"
            )
            faults.add(message, provision.at)


def _check_events(
    provision: Provision,
    version: Version,
    events: Mapping[str, Event],
    faults: Faults,
) -> None:
    opener, closer = events.get(version.opened_by), events.get(version.closed_by)
    for event, kinds, what in ((opener, _OPENERS, "open"), (closer, _ENDERS, "close")):
        if event is None:
            continue  # none is named, or its own fault is told
        if event.kind not in kinds:
            message = (
                f"event {event.id!r} {event.kind.value}; it cannot {what} a version"
            )
            faults.add(message, provision.at)
        if not event.concerns(provision.id):
            message = f"event {event.id!r} does not concern {provision.id!r}"
            faults.add(f"{message}, by its own `provisions`", provision.at)
    if opener and closer and _first_day(closer) < _first_day(opener):
        message = f"{closer.id!r} closes a version of {provision.id!r} before"
        faults.add(f"{message} {opener.id!r} opens it", provision.at)


def _first_day(event: Event) -> date:
    return first_of(event.starts) or event.after or date.max


def _last_day(event: Event) -> date:
    return last_of(event.starts) or event.after or date.max

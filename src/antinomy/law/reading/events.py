"""Read the events and the observed practice of a measure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from antinomy.files import Fields, Mapping, Node
from antinomy.law.event import Event, EventKind, first_of
from antinomy.law.measure import Practice
from antinomy.law.reading.citations import read_beside
from antinomy.values import (
    Between,
    Citation,
    InputError,
    Location,
    Text,
    parse_day,
)

_INCLUDED = {"true": True, "false": False, "unknown": None}
_TELLS = ("announced", "public_inspection", "published")
_WITHHOLDERS = {
    EventKind.SUSPENDS,
    EventKind.RESUMES,
    EventKind.CLOSES,
    EventKind.WITHDRAWS,
}


def read_event(node: Node, measure_cite: Citation) -> Event:
    """Read one event.

    Raises:
        InputError: a day missing or out of place, or a key its kind has no use for.
    """
    fields = Fields(node)
    event = Event(
        id=fields.text("id"),
        kind=EventKind(fields.choice("kind", [k.value for k in EventKind])),
        cite=read_beside(fields, measure_cite),
        announced=fields.day("announced"),
        public_inspection=fields.day("public_inspection"),
        published=fields.day("published"),
        effective=_bounded_day(fields),
        compliance=fields.day("compliance"),
        until=fields.day("until"),
        until_is_included=_INCLUDED[fields.choice("until_included", _INCLUDED, "true")],
        after=fields.day("after"),
        stated_known_from=fields.day("known_from"),
        only=fields.words("provisions"),
        is_of_enforcement=_aspect(fields),
        note=fields.texts("note"),
    )
    fields.done()
    _check_days(event, fields.at)
    _check_kind(event, fields.at)
    return event


def settle_awaited(events: Sequence[Event]) -> tuple[Event, ...]:
    """Let an awaited event be known with the suspension whose end it awaits.

    One that awaits no suspension's end is known with the first event of the measure.
    """
    days = [e.known_from for e in events if e.known_from is not None]
    settled = []
    for event in events:
        if event.kind is EventKind.AWAITED and event.known_from is None and days:
            stays = [
                e.known_from
                for e in events
                if e.until == event.after and e.known_from is not None
            ]
            event = replace(event, stated_known_from=min(stays or days))  # noqa: PLW2901 - the same event, settled
        settled.append(event)
    return tuple(settled)


def read_practice(node: Node, measure_cite: Citation) -> Practice:
    """Read what the authority was seen to do, and since when."""
    fields = Fields(node)
    since = fields.day("from")
    what = fields.texts("what") or Text("")
    cite = read_beside(fields, measure_cite)
    fields.done()
    if since is None:
        raise InputError("practice needs the day from which it was seen", fields.at)
    return Practice(since, what, cite)


def _aspect(fields: Fields) -> bool:
    return fields.choice("aspect", ("force", "enforcement"), "force") != "force"


def _bounded_day(fields: Fields) -> date | Between | None:
    node = fields.node.entries.get("effective")
    if not isinstance(node, Mapping):
        return fields.day("effective")
    fields.take("effective")
    inside = Fields(node)
    days = inside.words("between")
    inside.done()
    if len(days) != 2:  # noqa: PLR2004 - two ends
        raise InputError("between takes two days", node.at)
    try:
        first, last = (parse_day(day) for day in days)
    except ValueError as error:
        raise InputError(str(error), node.at) from None
    if first > last:
        raise InputError(f"{first} is after {last}", node.at)
    return Between(first, last)


def _check_days(event: Event, at: Location) -> None:
    """Refuse an event without the days that its kind needs."""
    if event.kind is EventKind.AWAITED:
        if event.after is None:
            message = f"awaited event {event.id!r} needs `after`, the day it is due"
            raise InputError(message, at)
        return
    if event.starts is None:
        message = (
            f"event {event.id!r} has no day: give effective, or one of"
            f" {', '.join(_TELLS)}"
        )
        raise InputError(message, at)
    told = any(getattr(event, name) is not None for name in _TELLS)
    if told and event.stated_known_from is not None:
        message = f"known_from is not read beside {', '.join(_TELLS)}"
        raise InputError(message, at)
    starts = first_of(event.starts)
    if event.until is not None and starts is not None and event.until < starts:
        raise InputError(f"until {event.until} is before {starts}", at)


def _check_kind(event: Event, at: Location) -> None:
    """Refuse what a kind of event has no use for."""
    is_stay = event.kind is EventKind.SUSPENDS
    if event.until is not None and not is_stay:
        raise InputError("only a suspension has `until`", at)
    if event.until_is_included is not True and event.until is None:
        raise InputError("`until_included` needs `until`", at)
    if event.after is not None and event.kind is not EventKind.AWAITED:
        raise InputError("only an awaited event has `after`", at)
    if event.is_of_enforcement and event.kind not in _WITHHOLDERS:
        message = f"an event that {event.kind.value} is not one of enforcement alone"
        raise InputError(message, at)

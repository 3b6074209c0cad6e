"""Lay accepted withdrawals and rewordings upon the events of the packs.

A binding measure ends for certain only on a primary source; what an uncertain source
says of any measure leaves its state open. Against the packs' own day for the same
ending the state between the two days is open. What a new wording asks is never assumed.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from antinomy.law import Event, EventKind, Force, Law, Measure
from antinomy.values import Between, Day, Standing, Text, joined
from antinomy.view.accepted import AcceptedTurn

_ENDS = {EventKind.CLOSES, EventKind.WITHDRAWS}


def with_turns(law: Law, turns: Iterable[AcceptedTurn], two_days: Text) -> Law:
    """Give the law with accepted withdrawals and rewordings among its events.

    ``two_days`` is noted where the packs have another day for the same ending.
    """
    measures = dict(law.measures)
    for turn in turns:
        measure = measures.get(turn.measure)
        if measure is not None:
            measures[turn.measure] = _turned(measure, turn, two_days)
    return replace(law, measures=measures)


def _turned(measure: Measure, turn: AcceptedTurn, two_days: Text) -> Measure:
    begins = _begins(measure, turn)
    if turn.turn == "rewords":
        return replace(measure, events=(*measure.events, _reworded(begins, turn)))
    effective = begins if _is_settled(measure, turn) else Between(begins, date.max)
    found = next((e for e in measure.events if _is_same(e, turn)), None)
    if found is None or _within(effective, found):
        ending = _event(EventKind.WITHDRAWS, turn, effective=effective)
        return replace(measure, events=(*measure.events, ending))
    first, last = _span(found.effective or found.starts)
    least, most = _span(effective)
    widened = replace(
        found,
        effective=Between(min(first, least), max(last, most)),
        note=found.note or two_days,
        acceptances=(*found.acceptances, turn.basis.acceptance),
    )
    events = tuple(widened if event is found else event for event in measure.events)
    return replace(measure, events=events)


def _begins(measure: Measure, turn: AcceptedTurn) -> Day:
    """Give the first day on which it may have taken effect, the opening at least."""
    opened = min(
        (day for e in measure.events if (day := _first(e)) is not None),
        default=date.min,
    )
    return Day(max(turn.begins, opened) if turn.begins else opened)


def _first(event: Event) -> date | None:
    return None if event.starts is None else _span(event.starts)[0]


def _is_settled(measure: Measure, turn: AcceptedTurn) -> bool:
    """Tell whether the source is one on which this measure ends for certain."""
    standing = turn.basis.cite.standing
    if turn.begins is None or standing is Standing.UNCERTAIN:
        return False
    return measure.force is not Force.BINDING or standing is Standing.PRIMARY


def _is_same(event: Event, turn: AcceptedTurn) -> bool:
    """Tell an event of the packs that ends the same provisions."""
    is_ending = event.kind in _ENDS and not event.is_of_enforcement
    return is_ending and {*event.only} == {*turn.provisions}


def _within(effective: date | Between, event: Event) -> bool:
    """Tell whether a day is one that the packs' own event allows."""
    first, last = _span(event.effective or event.starts)
    least, most = _span(effective)
    return first <= least and most <= last


def _span(day: date | Between | None) -> tuple[date, date]:
    match day:
        case Between(first, last):
            return first, last
        case None:
            return date.min, date.max
        case _:
            return day, day


def _reworded(begins: Day, turn: AcceptedTurn) -> Event:
    """Give an event that leaves the state open from its day on."""
    eve = begins - timedelta(days=1) if begins > date.min else begins
    return _event(EventKind.AWAITED, turn, effective=begins, after=eve)


def _event(
    kind: EventKind,
    turn: AcceptedTurn,
    *,
    effective: date | Between | None = None,
    after: date | None = None,
) -> Event:
    return Event(
        id=turn.basis.acceptance.entry,
        kind=kind,
        cite=turn.basis.cite,
        effective=effective,
        after=after,
        stated_known_from=turn.basis.known_from,
        only=turn.provisions,
        note=turn.note,
        acceptances=joined([turn.basis.source()]),
    )

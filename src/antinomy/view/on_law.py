"""Lay accepted withdrawals and rewordings upon the events of the packs.

A binding measure ends for certain only on a primary source; what an uncertain source
says of any measure leaves its state open. Against the packs' own day for the same
ending the state between the two days is open; where the packs leave the day open only a
primary source tells it. What a new wording asks is never assumed, and a rewording after
a withdrawal leaves open whether the measure is back.
"""

from collections.abc import Collection, Iterable, Sequence
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
    own: dict[str, list[AcceptedTurn]] = {}
    for turn in turns:
        own.setdefault(turn.measure, []).append(turn)
    turned = {
        name: _turned(law.measures[name], together, two_days)
        for name, together in own.items()
        if name in law.measures
    }
    return replace(law, measures={**law.measures, **turned})


def _turned(measure: Measure, turns: Sequence[AcceptedTurn], two_days: Text) -> Measure:
    """Lay all turns of a measure upon its events, each against those of the packs."""
    held = {e.id for e in measure.events if _is_ending(e)}
    rewordings = [turn for turn in turns if turn.turn == "rewords"]
    for turn in turns:
        begins = _begins(measure, turn)
        if turn.turn == "rewords":
            own = [_reworded(begins, turn)]
        else:
            is_settled = _is_settled(measure, turn) and not any(
                _may_reopen(other, turn, measure) for other in rewordings
            )
            effective = begins if is_settled else Between(begins, date.max)
            measure, own = _ended(measure, turn, effective, held, two_days)
        measure = replace(measure, events=(*measure.events, *own))
    return measure


def _ended(
    measure: Measure,
    turn: AcceptedTurn,
    effective: date | Between,
    held: Collection[str],
    two_days: Text,
) -> tuple[Measure, list[Event]]:
    """Join an ending to those of the packs; give the rest of it as an event."""
    left, events = _touched(measure, turn.provisions), list[Event]()
    told = _begins(measure, turn) if turn.begins else None
    for event in measure.events:
        both = left & _touched(measure, event.only) if event.id in held else set()
        if not both or (_tells(turn, effective) and _within(effective, event)):
            events.append(event)
            continue
        left -= both
        others = _touched(measure, event.only) - both
        if others:
            events.append(replace(event, only=tuple(sorted(others))))
        only = tuple(sorted(both)) if others else event.only
        events.append(replace(_joined(event, turn, told, two_days), only=only))
    whole = left == _touched(measure, turn.provisions)
    only = turn.provisions if whole else tuple(sorted(left))
    ending = _event(EventKind.WITHDRAWS, turn, effective=effective)
    own = [replace(ending, only=only)] if left else []
    return replace(measure, events=tuple(events)), own


def _joined(
    event: Event, turn: AcceptedTurn, begins: Day | None, two_days: Text
) -> Event:
    """Give an ending of the packs on its own days, on that of a turn, or between."""
    first, last = _span(event.effective or event.starts)
    told = begins or first
    least, most = min(first, told), max(last, told)
    is_other = (least, most) != (first, last)
    return replace(
        event,
        effective=Between(least, most) if is_other else event.effective,
        note=(event.note or two_days) if is_other else event.note,
        acceptances=(*event.acceptances, *turn.basis.acceptances),
    )


def _touched(measure: Measure, only: Iterable[str]) -> set[str]:
    """Give the provisions of a measure that are named; all where none is."""
    return {*only} or {provision.id for provision in measure.provisions} or {""}


def _tells(turn: AcceptedTurn, effective: date | Between) -> bool:
    """Tell whether a turn may settle a day that the packs leave open."""
    is_day = not isinstance(effective, Between)
    return is_day and turn.basis.cite.standing is Standing.PRIMARY


def _may_reopen(rewording: AcceptedTurn, ending: AcceptedTurn, of: Measure) -> bool:
    """Tell a rewording after a withdrawal, by its day or by its place in the record."""
    if not _touched(of, rewording.provisions) & _touched(of, ending.provisions):
        return False
    is_dated = rewording.begins is not None and ending.begins is not None
    is_later = not is_dated or rewording.begins >= ending.begins  # type: ignore[operator]
    return is_later or rewording.place > ending.place


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


def _is_ending(event: Event) -> bool:
    return event.kind in _ENDS and not event.is_of_enforcement


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

"""Statements that a file relies on: whether they stand, and who took them back when.

A statement frees nobody while it stands, and less when it is taken back. What a file
does not name it does not rely on; whether a named one stands is read from the law as
known by the day, like any state.
"""

from dataclasses import dataclass, replace
from datetime import date

from antinomy.law import Event, EventKind, LawOn, Measure
from antinomy.law.timing import begun
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Fact, Known, Source, Truth, Unknown

_SCOPE, _NAME, _WITHDRAWN = "statement", "statement", "is_withdrawn"
_ENDS = {EventKind.CLOSES, EventKind.WITHDRAWS}
_ALL = Known(
    value=True,
    source=Source("a statement that the file does not name is not relied on in it"),
)


@dataclass(frozen=True, slots=True)
class Reliance:
    """A statement relied on: whether it is taken back, and the event that tells so.

    ``measure`` is None where the packs do not hold it; then nothing is known of it.
    """

    statement: str
    measure: Measure | None
    withdrawn: Truth
    event: Event | None


def reliances_of(transaction: Transaction, law: LawOn) -> tuple[Reliance, ...]:
    """Give the statements that a transaction names as relied on, in its order."""
    named = (thing.known(_NAME) for thing in transaction.root.members(_SCOPE))
    found = dict.fromkeys(name for name in named if isinstance(name, str))
    return tuple(_reliance(name, law) for name in found)


def with_statements(root: Thing, law: LawOn) -> Thing:
    """Give the transaction with what is known of each statement it relies on.

    A list of which the file says that it is not complete stays open.
    """
    things = root.lists.get(_SCOPE, Things())
    if things.complete == Things().complete:  # nothing is said of what is not named
        things = replace(things, complete=_ALL)

    def told(thing: Thing) -> Thing:
        name = thing.known(_NAME)
        if not isinstance(name, str):
            return thing
        return thing.adding({_WITHDRAWN: _fact(_reliance(name, law), law)})

    members = tuple(told(thing) for thing in things.members)
    lists = {**root.lists, _SCOPE: replace(things, members=members)}
    return replace(root, lists=lists)


def _reliance(name: str, law: LawOn) -> Reliance:
    measure = law.law.measures.get(name)
    if measure is None:
        return Reliance(name, None, Truth.UNKNOWN, None)
    ends = [e for e in measure.events if _is_end(e, law.known_by)]
    states = [(begun(event, law.on), event) for event in ends]
    for truth in (Truth.TRUE, Truth.UNKNOWN):
        for state, event in states:
            if state is truth:
                is_whole = not event.only or len(event.only) == len(measure.provisions)
                sure = truth if is_whole else Truth.UNKNOWN
                return Reliance(name, measure, sure, event)
    return Reliance(name, measure, Truth.FALSE, _reworded(measure, law))


def _is_end(event: Event, known_by: date) -> bool:
    is_end = event.kind in _ENDS and not event.is_of_enforcement
    return is_end and event.is_known(known_by)


def _reworded(measure: Measure, law: LawOn) -> Event | None:
    """Give the last rewording that is known and has begun, or may have."""
    known = [e for e in measure.events if _rewords(e) and e.is_known(law.known_by)]
    return next((e for e in reversed(known) if begun(e, law.on).possibly), None)


def _rewords(event: Event) -> bool:
    """Tell a rewording; one that review accepted leaves open what it asks."""
    is_open = event.kind is EventKind.AWAITED and bool(event.acceptances)
    return is_open or event.kind in {EventKind.REWORDS, EventKind.AMENDS}


def _fact(reliance: Reliance, law: LawOn) -> Fact:
    measure, event = reliance.measure, reliance.event
    if measure is None:
        return Unknown("no statement of this name is held")
    day, address = measure.known_from, measure.cite.address
    if day is None or day > law.known_by:
        return Unknown(f"nothing was known of it by {law.known_by}")
    source = Source(f"events of {measure.id} as known by {law.known_by}", None, address)
    if event is not None:
        source = Source(
            event.cite.text,
            event.known_from,
            event.cite.address or None,
            event.cite.standing.value,
            acceptances=event.acceptances,
        )
    if reliance.withdrawn is Truth.UNKNOWN:
        return Unknown("whether it was taken back by that day is open", source)
    return Known(value=reliance.withdrawn is Truth.TRUE, source=source)

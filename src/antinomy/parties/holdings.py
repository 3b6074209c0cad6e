"""The share of a party that listed owners hold together, in exact arithmetic.

15 CFR part 744, supp. 8: shares add up across owners. Silence of a register is an
unknown share, never a zero. An owner counts if it is listed, or is itself held half or
more by owners that count; of an owner that is not listed and of whose owners nothing is
said, that is unknown.

The bounds hold in every completion of what is unknown. At least as much is captured as
the owners listed for certain hold at their least. At most as much as may be listed can
hold at their most; and never what owners that are certainly not listed hold at their
least, for the whole is 100. An open register may hide listed owners of all the rest.
"""

from fractions import Fraction

from antinomy.transaction import Thing, Things
from antinomy.values import (
    Acceptance,
    Bounded,
    Fact,
    Known,
    Number,
    Source,
    Truth,
    joined,
    show_number,
)

_LISTED, _CAPTURED, _SHARE = "us_el.listed", "is_captured", "share"
_WHOLE: Number = 100
_HALF: Number = 50


def captured_share(party: Thing) -> Fact | None:
    """Give the captured share in percent, within bounds where facts are missing.

    None where the file says nothing of owners at all.
    """
    owners = party.lists.get("owner")
    if owners is None:
        return None
    low: Number = 0
    possible: Number = 0
    free: Number = 0
    steps = []
    for owner in owners.members:
        least, most = ends_of(owner.fact(_SHARE))
        match counts(owner):
            case Truth.TRUE:
                low, possible = low + least, possible + most
                told = f"listed or captured, {_percent(least, most)} counted"
            case Truth.FALSE:
                free += least
                told = f"neither, {_percent(least, most)} not counted"
            case Truth.UNKNOWN:
                possible += most
                told = f"unknown whether, {_percent(0, most)} counted"
        steps.append(f"{_name(owner)}: {told}")
    if not owners.is_complete:
        possible = _WHOLE
        steps.append("the list of owners is open: the rest may be held by listed ones")
    high = max(low, min(possible, _WHOLE - free))
    source = Source(
        "sum of the owners' shares", steps=tuple(steps), acceptances=_accepted(owners)
    )
    if low == high:
        return Known(low, source)
    return Bounded(low, high, "owners, or who holds them, are not all known", source)


def _accepted(owners: Things) -> tuple[Acceptance, ...]:
    """Give the acceptances that shares, listings or captures of owners lean on."""
    named = (_SHARE, _LISTED, _CAPTURED)
    facts = (owner.facts.get(name) for owner in owners.members for name in named)
    return joined(fact.source for fact in facts if fact is not None)


def counts(owner: Thing) -> Truth:
    """Tell whether an owner counts: listed, or captured by those that are."""
    return _truth(owner.known(_LISTED)) | _truth(owner.known(_CAPTURED))


def captured(share: Fact | None) -> Truth:
    """Tell whether a captured share reaches half.

    >>> captured(Known(50)), captured(Bounded(30, 60, "bands")), captured(None)
    (Truth.TRUE, Truth.UNKNOWN, Truth.UNKNOWN)
    """
    low, high = (0, _WHOLE) if share is None else ends_of(share)
    return Truth.of(low >= _HALF, high >= _HALF)


def _truth(value: object) -> Truth:
    if value is None:
        return Truth.UNKNOWN
    return Truth.TRUE if value is True else Truth.FALSE


def _name(owner: Thing) -> str:
    name = owner.known("name") or owner.known("party") or owner.id
    return str(name or "an owner without a name")


def _percent(least: Number, most: Number) -> str:
    if least == most:
        return f"{show_number(least)} percent"
    return f"{show_number(least)} to {show_number(most)} percent"


def ends_of(share: Fact) -> tuple[Number, Number]:
    """Give what is held at least and at most; an unknown share is anything."""
    match share:
        case Known(int() | Fraction() as value):
            return value, value
        case Bounded(low, high):
            least = low if isinstance(low, int | Fraction) else 0
            most = high if isinstance(high, int | Fraction) else _WHOLE
            return least, most
        case _:
            return 0, _WHOLE

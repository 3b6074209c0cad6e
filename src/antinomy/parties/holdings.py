"""The share of a party that listed owners hold together, in exact arithmetic.

15 CFR part 744, supp. 8: shares add up across owners. Silence of a register is an
unknown share, never a zero. Only direct owners are counted: what an unlisted owner is
itself owned by is for the officer to enter as an owner of its own.

The bounds hold in every completion of what is unknown. At least as much is captured as
the owners listed for certain hold at their least. At most as much as may be listed can
hold at their most; and never what owners that are certainly not listed hold at their
least, for the whole is 100. An open register may hide listed owners of all the rest.
"""

from fractions import Fraction

from antinomy.transaction import Thing
from antinomy.values import Bounded, Fact, Known, Number, Source, show_number

_LISTED, _SHARE = "us_el.listed", "share"
_WHOLE: Number = 100


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
        least, most = _ends(owner.fact(_SHARE))
        listed = owner.known(_LISTED)
        if listed is True:
            low, possible = low + least, possible + most
            told = f"listed, {_percent(least, most)} counted"
        elif listed is False:
            free += least
            told = f"not listed, {_percent(least, most)} not counted"
        else:
            possible += most
            told = f"listing unknown, {_percent(0, most)} counted"
        steps.append(f"{_name(owner)}: {told}")
    if not owners.is_complete:
        possible = _WHOLE
        steps.append("the list of owners is open: the rest may be held by listed ones")
    high = max(low, min(possible, _WHOLE - free))
    source = Source("sum of the direct owners' shares", steps=tuple(steps))
    if low == high:
        return Known(low, source)
    return Bounded(low, high, "owners or their listings are not all known", source)


def _name(owner: Thing) -> str:
    name = owner.known("name") or owner.known("party") or owner.id
    return str(name or "an owner without a name")


def _percent(least: Number, most: Number) -> str:
    if least == most:
        return f"{show_number(least)} percent"
    return f"{show_number(least)} to {show_number(most)} percent"


def _ends(share: Fact) -> tuple[Number, Number]:
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

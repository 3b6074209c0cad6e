"""The share of a party that listed owners hold together, in exact arithmetic.

15 CFR part 744, supp. 8: shares add up across owners. Only direct owners are counted
here. Silence of a register is an unknown share, never a zero.
"""

from antinomy.transaction import Thing
from antinomy.values import Bounded, Fact, Known, Number, Source

ALL: Number = 100


def captured_share(party: Thing) -> Fact | None:
    """Give the captured share in percent, within bounds where facts are missing.

    The least share counts owners listed for certain at their least; the greatest counts
    all that may be listed, and what an open register may hide, never above 100.
    """
    owners = party.lists.get("owner")
    if owners is None:
        return None
    low: Number = 0
    free: Number = 0
    steps = []
    for owner in owners.members:
        least, most = _ends(owner.fact("share"))
        listed = owner.fact("us_el.listed")
        name = owner.known("name") or owner.known("party") or owner.id
        if isinstance(listed, Known) and listed.value is True:
            low += least
            steps.append(f"{name}: listed, {least} percent counted")
        elif isinstance(listed, Known):
            free += least
            steps.append(f"{name}: not listed, {least} percent not counted")
        else:
            steps.append(f"{name}: listing unknown, up to {most} percent may count")
    is_whole = isinstance(owners.complete, Known) and owners.complete.value is True
    high = _highest(party) if is_whole else ALL - free
    source = Source("sum of the direct owners' shares", steps=tuple(steps))
    low, high = min(low, ALL), max(min(high, ALL), min(low, ALL))
    if low == high:
        return Known(low, source)
    return Bounded(low, high, "owners or their listings are not all known", source)


def _ends(share: Fact) -> tuple[Number, Number]:
    match share:
        case Known(value) if isinstance(value, Number) and not isinstance(value, bool):
            return value, value
        case Bounded(low, high):
            least = low if isinstance(low, Number) else 0
            most = high if isinstance(high, Number) else ALL
            return least, most
        case _:
            return 0, ALL


def _highest(party: Thing) -> Number:
    """Add what every owner not certainly unlisted may hold at most."""
    total: Number = 0
    for owner in party.members("owner"):
        listed = owner.fact("us_el.listed")
        if not (isinstance(listed, Known) and listed.value is False):
            total += _ends(owner.fact("share"))[1]
    return total

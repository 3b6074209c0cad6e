"""Refuse owners who together hold more than the whole."""

from fractions import Fraction

from antinomy.files import Mapping
from antinomy.transaction.deal import Thing
from antinomy.values import Bounded, Fact, InputError, Known, Number, show_number

_OWNER, _SHARE = "owner", "share"
_WHOLE: Number = 100


def check_shares(thing: Thing, node: Mapping) -> None:
    """Check the owners of a party.

    Raises:
        InputError: shares that add up to more than 100 percent.
    """
    owners = thing.members(_OWNER)
    total = sum((least_share(owner.fact(_SHARE)) for owner in owners), start=0)
    if total > _WHOLE:
        message = (
            f"the owners hold {show_number(total)} percent together;"
            f" at most {_WHOLE} can be held"
        )
        raise InputError(message, node.entries["owners"].at)


def least_share(share: Fact) -> Number:
    """Give what is held at least; an unknown share may be nothing."""
    match share:
        case Known(int() | Fraction() as least) | Bounded(int() | Fraction() as least):
            return least
        case _:
            return 0

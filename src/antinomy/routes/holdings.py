"""Read who holds whom in a path of supply, for the room of ownership to judge."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from antinomy.files import Mapping as Block
from antinomy.files import Scalar
from antinomy.ownership import Band, Holder, Holding, Structure
from antinomy.ownership import Listing as Listed
from antinomy.routes.amount import Amount
from antinomy.routes.facts import Actor
from antinomy.routes.record import Item, items_of
from antinomy.values import InputError, Number, show_number, whole

_WHOLE = 100
_LIST = "EL"


def read_structure(item: Item, actors: Mapping[str, Actor]) -> Structure | None:
    """Read the holdings; None where the file gives none.

    Raises:
        InputError: a share of more than the whole, or shares that exceed it together.
    """
    pairs = list(_pairs(item))
    if not pairs:
        return None
    holdings = tuple(_holding(each, owned) for each, owned in pairs)
    holdings = tuple(h for h in holdings if h.owned and all(h.owners))
    _check_whole(item, holdings)
    names = dict.fromkeys(n for h in holdings for n in (*h.owners, h.owned))
    holders = {name: _holder(actors.get(name) or Actor(name, "")) for name in names}
    return Structure(holders, holdings)


def _pairs(item: Item) -> Iterator[tuple[Item, str]]:
    """Give each stated holding with the party it stands under, if any."""
    for each in items_of(item.node("holdings"), item.ledger, ("owned", "share")):
        yield each, ""
    for party in items_of(item.node("parties"), item.ledger, ("id", "role")):
        inner = party.node("holdings") or party.block.entries.get("owners")
        inner = inner or party.block.entries.get("holders")
        if not isinstance(inner, Scalar):
            owned = party.text("id")
            each_of = items_of(inner, item.ledger, ("owner", "share"))
            yield from ((each, owned) for each in each_of)


def _holding(item: Item, owned: str) -> Holding:
    since, until = item.period("since"), item.period("until")
    owner = item.text("owner", prose=True) or (item.text("id") if owned else "")
    to_whom = owned or item.text("owned")
    share, votes = _band(item, "share"), _band(item, "votes")
    return Holding(
        owners=(owner,),
        owned=to_whom,
        equity=share or Band(0, _WHOLE),
        votes=votes,
        appoints_board=item.flag("board") is True,
        is_by_nominee=item.flag("nominee") is True,
        begins=since.first if since else None,
        until=until.last if until else None,
    )


def _band(item: Item, name: str) -> Band | None:
    node = item.node(name)
    amount = item.amount(name)
    if amount is None or node is None:
        return None
    is_part = not isinstance(node, Block) and _is_part(amount, node)
    low, high = (_percent(end, as_part=is_part) for end in (amount.low, amount.high))
    if high > _WHOLE:
        raise InputError(f"a share lies between 0 and {_WHOLE} percent", node.at)
    return Band(low, high)


def _is_part(amount: Amount, node: object) -> bool:
    """Tell a part of one ("one third", 0.33) from a percentage."""
    has_sign = isinstance(node, Scalar) and "%" in node.text
    return amount.high is not None and 0 < amount.high < 1 and not has_sign


def _percent(value: Number | None, *, as_part: bool) -> Number:
    if value is None:
        return _WHOLE
    return whole(Fraction(value) * _WHOLE) if as_part else value


def _holder(actor: Actor) -> Holder:
    entries = (Listed(_LIST, actor.listed_since),) if actor.is_listed else ()
    return Holder(actor.id, "company", actor.seat or actor.country or None, entries)


def _check_whole(item: Item, holdings: tuple[Holding, ...]) -> None:
    total: dict[str, Number] = {}
    for holding in holdings:
        if holding.until is None and holding.equity.is_exact:
            total[holding.owned] = total.get(holding.owned, 0) + holding.equity.low
    for owned, percent in total.items():
        if percent > _WHOLE:
            message = (
                f"the holders of {owned} hold {show_number(percent)} percent together;"
                f" at most {_WHOLE} can be held"
            )
            raise InputError(message, item.block.at)

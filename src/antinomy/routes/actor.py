"""Read the parties of a path of supply."""

import re
from datetime import date

from antinomy.files import Listing, Scalar
from antinomy.files import Mapping as Block
from antinomy.routes.facts import Actor
from antinomy.routes.period import parse_period
from antinomy.routes.record import Item, items_of
from antinomy.values import InputError

_DAY = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?\b")
_PARTS = (
    *("parent", "reference", "maker", "seller", "trader", "logistic", "broker"),
    *("receiver", "end_user", "consignee", "mere_consignee", "buyer", "cloud_user"),
    *("owner", "processing", "money", "group"),
)


def read_actors(items: list[Item]) -> dict[str, Actor]:
    """Read the parties by id.

    Raises:
        InputError: an id stands twice or is missing.
    """
    found: dict[str, Actor] = {}
    lines: dict[str, int] = {}
    for item in items:
        actor = _actor(item)
        if not actor.id:
            raise InputError("'id' is missing here", item.block.at)
        if actor.id in found:
            at = item.block.at
            message = (
                f"the party {actor.id!r} stands twice;"
                f" it was given at line {lines[actor.id]}"
            )
            raise InputError(message, at)
        found[actor.id] = actor
        lines[actor.id] = item.block.at.line
    return found


def _actor(item: Item) -> Actor:
    role = item.text("role")
    patterns = item.ledger.rules.patterns
    trade = item.text("trade")
    parts = {part for part in _PARTS if patterns.has(f"role.{part}", role)}
    if patterns.has("role.logistic", trade):
        parts.add("logistic")
    listed, since = _listing(item)
    seat_said = item.text("hq", prose=True)
    before = item.amount("orders_before")
    return Actor(
        id=item.text("id"),
        where=item.where,
        role=role,
        parts=frozenset(parts),
        country=item.place("country"),
        seat=item.place("hq"),
        seat_said=seat_said,
        parent=item.text("parent", prose=True),
        parent_seat=item.place("parent_hq"),
        founded=item.period("founded"),
        staff=item.amount("staff"),
        domain_since=item.period("domain_since"),
        trade=trade,
        new_product=item.text("new_product"),
        orders_before=before,
        is_first_order=bool(item.flag("first_order")),
        is_listed=listed,
        listed_since=since,
        marks=_marks(item),
        same_as=item.words("same_as"),
        holds=item.text("holds", prose=True),
        share=item.amount("share"),
        cash=item.amount("cash"),
        is_disclosed=item.flag("disclosed") is not False,
    )


def _listing(item: Item) -> tuple[bool, date | None]:
    """Tell whether the file has a party on a list, and since when."""
    said, has = item.text("listed"), item.ledger.rules.patterns.has
    since = item.period("listed_since") or item.period("listed")
    written = _DAY.search(said)
    since = since or (parse_period(written[0]) if written else None)
    begins = [since.first] if since else []
    node = item.node("lists")
    is_listed = bool(said) and said != "false" and not has("no", said)
    if isinstance(node, Listing):
        is_listed = is_listed or bool(node.items)
    for entry in items_of(node, item.ledger):
        starts = entry.period("since")
        begins += [starts.first] if starts else []
        is_listed = True
        entry.words("lists")
    if isinstance(node, Scalar):
        is_listed = is_listed or not item.ledger.rules.patterns.has("no", node.text)
    item.words("lists")
    if isinstance(node, Listing | Block):
        _read_all(node, item)
    return is_listed or since is not None, min(begins) if begins else None


def _read_all(node: Listing | Block, item: Item) -> None:
    """Note the words of a list as read: names of lists show nothing else."""
    inner = node.items if isinstance(node, Listing) else node.entries.values()
    for each in inner:
        if isinstance(each, Scalar):
            item.ledger.read.add(each.at.field)
        else:
            _read_all(each, item)


def _marks(item: Item) -> tuple[tuple[str, str], ...]:
    """Give what a party might share with another, by the name it stands under."""
    found = []
    for key in item.ledger.rules.keys["marks"]:
        node = item.block.entries.get(key)
        scalars = node.items if isinstance(node, Listing) else (node,)
        found += [
            (key, " ".join(each.text.casefold().split()))
            for each in scalars
            if isinstance(each, Scalar) and not each.is_null
        ]
    return tuple(found)

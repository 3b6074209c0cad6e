"""How a file writes a child list: its members, their ids, its completeness."""

import re
from collections.abc import Iterable

from antinomy.files import Fields, Listing, Mapping, Node, Scalar
from antinomy.transaction.deal import Things
from antinomy.transaction.words import UNKNOWN
from antinomy.values import Fact, InputError, Known, Unknown
from antinomy.vocabulary import ChildList

_COMPLETE = "_complete"
_ID = re.compile(r"[^\W\d_][\w-]{0,59}")


def list_of(key: str, lists: Iterable[str]) -> str | None:
    """Give the list that a key such as ``parties_complete`` speaks of.

    >>> list_of("parties_complete", ["parties"])
    'parties'
    """
    name = key.removesuffix(_COMPLETE)
    return name if name != key and name in set(lists) else None


def parted(
    child: ChildList, node: Node, parent: Mapping
) -> tuple[tuple[Node, ...] | None, Fact]:
    """Part a list into members and completeness; None where it is unknown whole.

    Raises:
        InputError: neither a sequence nor ``{complete, items}``, or said twice.
    """
    beside = parent.entries.get(f"{child.key}{_COMPLETE}")
    inside: Node | None = None
    items: Node | None = node
    if isinstance(node, Mapping):
        fields = Fields(node)
        inside, items = fields.take("complete"), fields.take("items")
        fields.done()
        if inside is not None and beside is not None:
            message = f"the completeness of {child.key} is stated twice"
            raise InputError(message, beside.at)
        items = items or Listing((), node.at)
    complete = _completeness(inside or beside)
    if isinstance(items, Scalar) and (items.is_null or items.text == UNKNOWN):
        if isinstance(complete, Known) and complete.value is True:
            message = f"{child.key} cannot be unknown and complete"
            raise InputError(message, items.at)
        return None, complete
    if not isinstance(items, Listing):
        message = f"{child.key} is a list; begin each member with '-'"
        raise InputError(message, node.at)
    return items.items, complete


def member_of(child: ChildList, node: Node) -> Mapping:
    """Give a member as a mapping; a bare word stands for its one fact."""
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and child.scalar and not node.is_null:
        return Mapping({child.scalar: node}, {child.scalar: node.at}, node.at)
    raise InputError(f"a member of {child.key} is a mapping (name: value)", node.at)


def id_of(node: Mapping) -> str:
    """Give the id of a member, empty where it has none.

    Raises:
        InputError: an id that could not stand in the id of a fact.
    """
    own = node.entries.get("id")
    if own is None:
        return ""
    if isinstance(own, Scalar) and _ID.fullmatch(own.text):
        return own.text
    shown = f"; found {own.text[:60]!r}" if isinstance(own, Scalar) else ""
    message = "an id begins with a letter and goes on in letters, digits, '-' and '_'"
    raise InputError(f"{message}{shown}", own.at)


def _completeness(node: Node | None) -> Fact:
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return Things().complete
    if isinstance(node, Scalar) and node.text == UNKNOWN:
        return Unknown("completeness is stated as unknown")
    if isinstance(node, Scalar) and node.text in {"true", "false"}:
        return Known(node.text == "true")
    raise InputError("completeness is true, false or unknown", node.at)

"""What a file says, with the place of every word; scalars stay text until typed."""

from collections.abc import Iterator
from dataclasses import dataclass

from antinomy.values import InputError, Location


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word as written. ``quoted`` tells "true" in quotes from a plain true."""

    text: str
    at: Location
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Tell an empty value (nothing, ``~`` or ``null``)."""
        return not self.quoted and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Listing:
    """Values in order."""

    items: "tuple[Node, ...]"
    at: Location

    def __iter__(self) -> "Iterator[Node]":
        return iter(self.items)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values in order; ``keys`` holds the place of each name."""

    entries: "dict[str, Node]"
    keys: dict[str, Location]
    at: Location


Node = Scalar | Listing | Mapping


def kind_of(node: Node) -> str:
    """Name a node's kind for a message."""
    match node:
        case Scalar():
            return "an empty value" if node.is_null else f"the word {node.text[:60]!r}"
        case Listing():
            return "a list"
        case Mapping():
            return "a mapping"


def as_mapping(node: Node) -> Mapping:
    """Give the node as a mapping or say what stands there instead."""
    if isinstance(node, Mapping):
        return node
    message = f"expected a mapping (name: value), found {kind_of(node)}"
    raise InputError(message, node.at)


def as_listing(node: Node) -> Listing:
    """Give the node as a list or say what stands there instead."""
    if isinstance(node, Listing):
        return node
    message = f"expected a list, found {kind_of(node)}"
    raise InputError(message, node.at)


def as_scalar(node: Node) -> Scalar:
    """Give the node as a single word or say what stands there instead."""
    if isinstance(node, Scalar) and not node.is_null:
        return node
    message = f"expected a single value, found {kind_of(node)}"
    raise InputError(message, node.at)

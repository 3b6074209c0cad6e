"""Take the fields of a mapping one by one; what is left over is an error.

Reading pops each field by name with its type. ``done()`` reports the first unknown
key with file, line, column and "did you mean".
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from antinomy.files.node import (
    Listing,
    Mapping,
    Node,
    Scalar,
    as_listing,
    as_mapping,
    as_scalar,
)
from antinomy.values import (
    Day,
    InputError,
    Location,
    Number,
    Text,
    did_you_mean,
    parse_day,
    parse_number,
)

T = TypeVar("T")


class Fields:
    """The fields of one mapping, taken by name."""

    def __init__(self, node: Node) -> None:
        self.node: Mapping = as_mapping(node)
        self.at: Location = self.node.at
        self._left = dict(self.node.entries)
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def names(self) -> list[str]:
        """Give the names not yet taken, in the order of the file."""
        return list(self._left)

    def known(self, names: Iterable[str]) -> None:
        """Declare further names that could stand here, for "did you mean"."""
        self._asked.update(names)

    def take(self, name: str) -> Node | None:
        """Take a field as it is, or None where it is absent or empty."""
        self._asked.add(name)
        node = self._left.pop(name, None)
        if isinstance(node, Scalar) and node.is_null:
            return None
        return node

    def need(self, name: str) -> Node:
        """Take a field that must be there."""
        node = self.take(name)
        if node is None:
            raise InputError(f"{name!r} is missing here", self.at)
        return node

    def text(self, name: str, default: str | None = None) -> str:
        """Take a text; without a default it must be there."""
        node = self.take(name) if default is not None else self.need(name)
        return default or "" if node is None else as_scalar(node).text

    def pattern(self, name: str, flags: int = 0) -> re.Pattern[str]:
        """Take a regular expression; it must be there."""
        return to_pattern(as_scalar(self.need(name)), flags)

    def pattern_or_none(self, name: str) -> re.Pattern[str] | None:
        """Take a regular expression, or None where it is absent or empty."""
        node = self.take(name)
        scalar = None if node is None else as_scalar(node)
        return to_pattern(scalar) if scalar and scalar.text else None

    def choice(
        self, name: str, words: Iterable[str], default: str | None = None
    ) -> str:
        """Take one word of a closed set."""
        node = self.take(name) if default is not None else self.need(name)
        if node is None:
            return default or ""
        return one_of(as_scalar(node), words)

    def flag(self, name: str, *, default: bool) -> bool:
        """Take true or false."""
        node = self.take(name)
        return default if node is None else to_flag(as_scalar(node))

    def day(self, name: str) -> Day | None:
        """Take a day, or None."""
        node = self.take(name)
        return None if node is None else to_day(as_scalar(node))

    def words(self, name: str) -> tuple[str, ...]:
        """Take a list of words; a single word counts as a list of one."""
        node = self.take(name)
        if node is None:
            return ()
        if isinstance(node, Scalar):
            return (node.text,)
        return tuple(as_scalar(item).text for item in as_listing(node))

    def texts(self, name: str) -> Text | None:
        """Take a bilingual text: ``{en: ..., zh: ...}`` or one English text."""
        node = self.take(name)
        return None if node is None else to_texts(node)

    def each(self, name: str, read: "Callable[[Node], T]") -> tuple[T, ...]:
        """Take a list and read each member."""
        node = self.take(name)
        if node is None:
            return ()
        return tuple(read(item) for item in as_listing(node))

    def done(self) -> None:
        """Refuse what is left.

        Raises:
            InputError: an unknown key, with its place and the nearest known one.
        """
        for name in self._left:
            hint = did_you_mean(name, self._asked)
            raise InputError(f"unknown key {name!r}{hint}", self.node.keys[name])


def one_of(scalar: Scalar, words: Iterable[str]) -> str:
    """Check a word against a closed set."""
    known = list(words)
    if scalar.text in known:
        return scalar.text
    hint = did_you_mean(scalar.text, known) or "; expected one of: " + ", ".join(known)
    raise InputError(f"{scalar.text!r} is not a word known here{hint}", scalar.at)


def to_pattern(scalar: Scalar, flags: int = 0) -> re.Pattern[str]:
    """Read a regular expression."""
    try:
        return re.compile(scalar.text, flags)
    except re.error as error:
        raise InputError(f"this is no regular expression: {error}", scalar.at) from None


def to_flag(scalar: Scalar) -> bool:
    """Read true or false (not yes, on, 1)."""
    if scalar.text in {"true", "false"}:
        return scalar.text == "true"
    raise InputError(f"expected true or false, found {scalar.text[:60]!r}", scalar.at)


def to_day(scalar: Scalar) -> Day:
    """Read a day."""
    try:
        return parse_day(scalar.text)
    except ValueError as error:
        raise InputError(str(error), scalar.at) from None


def to_number(scalar: Scalar) -> Number:
    """Read an exact number."""
    try:
        return parse_number(scalar.text)
    except ValueError as error:
        raise InputError(str(error), scalar.at) from None


def to_texts(node: Node) -> Text:
    """Read a bilingual text."""
    if isinstance(node, Scalar):
        return Text(node.text)
    if isinstance(node, Listing):
        raise InputError("expected a text or {en: ..., zh: ...}, found a list", node.at)
    fields = Fields(node)
    text = Text(fields.text("en"), fields.text("zh", ""))
    fields.done()
    return text

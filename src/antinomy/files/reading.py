"""Read a YAML or JSON document into nodes, within limits.

YAML is cut down to what a form needs: no anchors, aliases, tags, duplicate keys or
second documents. JSON is read by the same road after a strict check.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import yaml

from antinomy.files.node import Listing, Mapping, Node, Scalar
from antinomy.values import InputError, Location

_MB = 1024 * 1024
# The event parser alone is used: nothing is composed, resolved or constructed.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})(?:\\u([0-9A-Fa-f]{4}))?|.)", re.DOTALL)


# What JSON allows in a text and YAML would fold: a tab and three line ends.
_FOLDED = {0x09: " ", 0x85: "\\N", 0x2028: "\\L", 0x2029: "\\P"}


class _Mark(Protocol):
    """A place as either parser gives it, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a document may be."""

    size: int = 5 * _MB
    depth: int = 40
    nodes: int = 200_000


def read_text(path: Path, limits: Limits | None = None) -> str:
    """Read a file as UTF-8, of bounded size.

    Raises:
        InputError: absent, too large, or not UTF-8 (with line and column).
    """
    limits = limits or Limits()
    at = Location(str(path))
    try:
        if path.exists() and not path.is_file():
            raise InputError("this is not a file; give the path of a file", at)
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot read the file: {reason.lower()}", at) from None
    if len(data) > limits.size:
        most = f"{limits.size / _MB:.0f} MB"
        raise InputError(f"the file is larger than {most}; split it", at)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        message = (
            f"byte 0x{data[error.start]:02x} is not UTF-8 text"
            " (is it Latin-1 or GBK?); save the file as UTF-8"
        )
        raise InputError(message, _end_of(before, str(path))) from None


def check_characters(text: str, name: str) -> None:
    """Refuse control characters and the like.

    Raises:
        InputError: with line and column of the first one.
    """
    found = _UNPRINTABLE.search(text)
    if found:
        message = f"character U+{ord(found[0]):04X} is not allowed in a text file"
        raise InputError(message, _end_of(text[: found.start()], name))


def read_document(path: Path, limits: Limits | None = None) -> Node:
    """Read one YAML or JSON document.

    Raises:
        InputError: with file, line and column of the first thing that is wrong.
    """
    limits = limits or Limits()
    return parse_document(read_text(path, limits), str(path), limits)


def parse_document(text: str, name: str, limits: Limits | None = None) -> Node:
    """Read one document from text; ``name`` stands in messages."""
    check_characters(text, name)
    if name.endswith(".json"):
        text = _json_as_yaml(text, name)
    return _Builder(name, limits or Limits()).build(text)


def _end_of(before: str, name: str) -> Location:
    line = before.count("\n") + 1
    return Location(name, line, len(before) - before.rfind("\n"))


def _json_as_yaml(text: str, name: str) -> str:
    """Check JSON and write what YAML spells otherwise: tabs and halves of a pair."""
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg.lower()}"
        raise InputError(message, Location(name, error.lineno, error.colno)) from None
    except RecursionError:
        pass  # the builder says where it is nested too deep

    def joined(escape: re.Match[str]) -> str:
        halves = bytes.fromhex("".join(half or "" for half in escape.groups()))
        try:
            word = halves.decode("utf-16-be")
        except UnicodeDecodeError:
            message = f"{escape[0]} is half of a character; write it whole"
            raise InputError(message, _end_of(text[: escape.start()], name)) from None
        return word if word and ord(word[0]) > 0xFFFF else escape[0]  # noqa: PLR2004 - the last of the basic plane

    return _ESCAPE.sub(joined, text).translate(_FOLDED)


class _Builder:
    """Build nodes from the parser's events, so that depth and count stay bounded."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._count = 0
        self._events: Iterator[yaml.Event] = iter(())

    def build(self, text: str) -> Node:
        self._events = yaml.parse(text, Loader=_LOADER)
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message = _plain_words(error, text, mark)
            raise InputError(message, self._at(mark)) from None

    def _document(self) -> Node:
        next(self._events)  # the stream opens
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise InputError("the file is empty", Location(self._name, 1, 1))
        node = self._node(next(self._events), "", 0)
        next(self._events)  # the document closes
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            message = "a second document begins here; one file holds one document"
            raise InputError(message, self._at(after.start_mark))
        return node

    def _at(self, mark: _Mark | None, field: str = "") -> Location:
        if mark is None:
            return Location(self._name, field=field)
        return Location(self._name, mark.line + 1, mark.column + 1, field)

    def _node(self, event: yaml.Event, field: str, depth: int) -> Node:
        at = self._at(event.start_mark, field)
        self._count += 1
        if self._count > self._limits.nodes:
            message = f"more than {self._limits.nodes:,} values; split the file"
            raise InputError(message, at)
        if depth > self._limits.depth:
            message = f"nested deeper than {self._limits.depth} levels"
            raise InputError(message, at)
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            message = "anchors and aliases are not read; write the value out"
            raise InputError(message, at)
        match event:
            case yaml.ScalarEvent(tag=str()) | yaml.CollectionStartEvent(tag=str()):
                raise InputError("tags are not read; write the value plainly", at)
            case yaml.ScalarEvent():
                return Scalar(event.value, at, quoted=bool(event.style))
            case yaml.SequenceStartEvent():
                return self._listing(at, depth)
            case _:
                return self._mapping(at, depth)

    def _listing(self, at: Location, depth: int) -> Listing:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, f"{at.field}[{len(items)}]", depth + 1))
        return Listing(tuple(items), at)

    def _mapping(self, at: Location, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, at.field, depth + 1)
            if not isinstance(key, Scalar):
                raise InputError("a name must be a single word", key.at)
            if key.text in entries:
                line = keys[key.text].line
                message = f"{key.text!r} stands twice; it was given at line {line}"
                raise InputError(message, key.at)
            field = f"{at.field}.{key.text}" if at.field else key.text
            keys[key.text] = Location(key.at.file, key.at.line, key.at.column, field)
            entries[key.text] = self._node(next(self._events), field, depth + 1)
        return Mapping(entries, keys, at)


def _plain_words(error: yaml.MarkedYAMLError, text: str, mark: _Mark | None) -> str:
    """Say what is wrong; libyaml does not say so when the fault is a tab."""
    if mark is not None:
        lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", text)  # as YAML parts them
        if (
            lines[mark.line : mark.line + 1]
            and "\t" in lines[mark.line][: mark.column + 1]
        ):
            return "a tab stands where YAML wants spaces; replace the tab by spaces"
    context = f" ({error.context})" if error.context else ""
    return f"this is not YAML: {error.problem or 'cannot be read'}{context}"

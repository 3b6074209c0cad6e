"""Read a YAML or JSON document into nodes, within limits.

YAML is cut down to what a form needs: no anchors, aliases, tags, merge keys, duplicate
keys or second documents. JSON is read by the same road after a strict check.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import yaml

from antinomy.files.node import Listing, Mapping, Node, Scalar
from antinomy.values import InputError, Location

_MB = 1024 * 1024


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
    name = str(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise InputError("this is not a file; give the path of a file", Location(name))
        if size > limits.size:
            message = (
                f"the file has {size / _MB:.1f} MB; at most"
                f" {limits.size / _MB:.0f} MB are read; split it"
            )
            raise InputError(message, Location(name))
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"cannot read the file: {reason.lower()}", Location(name)) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        message = (
            f"byte 0x{data[error.start]:02x} is not UTF-8 text"
            " (is it Latin-1 or GBK?); save the file as UTF-8"
        )
        raise InputError(message, Location(name, line, column)) from None


def read_document(path: Path, limits: Limits | None = None) -> Node:
    """Read one YAML or JSON document.

    Raises:
        InputError: with file, line and column of the first thing that is wrong.
    """
    limits = limits or Limits()
    return parse_document(read_text(path, limits), str(path), limits)


def parse_document(text: str, name: str, limits: Limits | None = None) -> Node:
    """Read one document from text; ``name`` stands in messages."""
    if name.endswith(".json"):
        _check_json(text, name)
        text = text.replace("\t", " ")
    return _Builder(name, limits or Limits()).build(text)


def _check_json(text: str, name: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is not JSON: {error.msg.lower()}"
        raise InputError(message, Location(name, error.lineno, error.colno)) from None
    except (RecursionError, ValueError):
        message = "this is not JSON that can be read: nested too deep or a number too long"
        raise InputError(message, Location(name)) from None


class _Builder:
    """Build nodes from the parser's events, so that depth and count stay bounded."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._count = 0

    def build(self, text: str) -> Node:
        try:
            return self._document(text)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            message = _plain_words(error)
            raise InputError(message, self._at(mark)) from None
        except yaml.reader.ReaderError as error:
            upto = text[: error.position]
            line, column = upto.count("\n") + 1, len(upto) - upto.rfind("\n")
            message = f"character U+{error.character:04X} is not allowed in a text file"
            raise InputError(message, Location(self._name, line, column)) from None

    def _document(self, text: str) -> Node:
        loader = _Loader(text)
        try:
            loader.get_event()  # the stream opens
            if loader.check_event(yaml.StreamEndEvent):
                raise InputError("the file is empty", Location(self._name, 1, 1))
            loader.get_event()  # the document opens
            node = self._node(loader, "", 0)
            loader.get_event()  # the document closes
            if not loader.check_event(yaml.StreamEndEvent):
                message = "a second document begins here; one file holds one document"
                raise InputError(message, self._at(loader.peek_event().start_mark))
            return node
        finally:
            loader.dispose()

    def _at(self, mark: "yaml.Mark | None", field: str = "") -> Location:
        if mark is None:
            return Location(self._name, field=field)
        return Location(self._name, mark.line + 1, mark.column + 1, field)

    def _node(self, loader: "_Loader", field: str, depth: int) -> Node:
        event = loader.get_event()
        at = self._at(event.start_mark, field)
        self._count += 1
        if self._count > self._limits.nodes:
            message = f"more than {self._limits.nodes:,} values; split the file"
            raise InputError(message, at)
        if depth > self._limits.depth:
            message = f"nested deeper than {self._limits.depth} levels"
            raise InputError(message, at)
        if isinstance(event, yaml.AliasEvent):
            raise InputError("anchors and aliases are not read; write the value out", at)
        if event.anchor is not None or (event.tag or "!") != "!":
            raise InputError("anchors and tags are not read; write the value plainly", at)
        match event:
            case yaml.ScalarEvent():
                return Scalar(_whole(event.value), at, quoted=event.style is not None)
            case yaml.SequenceStartEvent():
                return self._listing(loader, at, depth)
            case _:
                return self._mapping(loader, at, depth)

    def _listing(self, loader: "_Loader", at: Location, depth: int) -> Listing:
        items: list[Node] = []
        while not loader.check_event(yaml.SequenceEndEvent):
            items.append(self._node(loader, f"{at.field}[{len(items)}]", depth + 1))
        loader.get_event()
        return Listing(tuple(items), at)

    def _mapping(self, loader: "_Loader", at: Location, depth: int) -> Mapping:
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        while not loader.check_event(yaml.MappingEndEvent):
            key = self._node(loader, at.field, depth + 1)
            if not isinstance(key, Scalar):
                raise InputError("a name must be a single word", key.at)
            if key.text in entries:
                message = f"{key.text!r} stands twice; it was given at line {keys[key.text].line}"
                raise InputError(message, key.at)
            field = f"{at.field}.{key.text}" if at.field else key.text
            keys[key.text] = Location(key.at.file, key.at.line, key.at.column, field)
            entries[key.text] = self._node(loader, field, depth + 1)
        loader.get_event()
        return Mapping(entries, keys, at)


def _whole(text: str) -> str:
    """Join the surrogate halves that JSON escapes may leave apart."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain_words(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "cannot be read"
    if "'\\t'" in problem or "\\t" in problem:
        return "a tab stands where YAML wants spaces; replace the tab by spaces"
    context = f" ({error.context})" if error.context else ""
    return f"this is not YAML: {problem}{context}"


class _Loader(
    *(
        (yaml.cyaml.CParser,)
        if yaml.__with_libyaml__
        else (yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser)
    )
):  # type: ignore[misc]
    """The event parser alone: no composing, no resolving, no constructing."""

    if not yaml.__with_libyaml__:

        def __init__(self, text: str) -> None:
            yaml.reader.Reader.__init__(self, text)
            yaml.scanner.Scanner.__init__(self)
            yaml.parser.Parser.__init__(self)

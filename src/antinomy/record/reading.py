"""Read entries from a file: JSON Lines, or YAML with a list of them, strictly.

A number with a fraction is refused in a body: as text it is exact.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from antinomy.files import Fields, Listing, Mapping, Node, Scalar, parse_document
from antinomy.files.fields import one_of
from antinomy.files.node import as_listing, as_mapping, as_scalar
from antinomy.record.checking import check_entry
from antinomy.record.entry import KINDS, Entry, entry_of
from antinomy.record.validity import Edge, parse_edge
from antinomy.values import InputError, Json, Location

_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,15})\Z", re.ASCII)
_NUMBER = re.compile(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?\Z", re.ASCII)
_DEEPEST = 40


class _Plain(str):
    """A number of a JSON file, as it is written."""

    __slots__ = ()


def entries_in(text: str, name: str) -> Iterator[Entry]:
    """Read entries in the order of a file.

    Raises:
        InputError: the first thing that is wrong, with its line.
    """
    for node in _nodes(text, name):
        yield entry_at(node)


def entry_at(node: Node) -> Entry:
    """Read one entry.

    Raises:
        InputError: an unknown key, a wrong value, something missing; with its place.
    """
    fields = Fields(node)
    kind: Any = one_of(as_scalar(fields.need("kind")), KINDS)
    begins, until = _ends(fields.take("valid"))
    words = {name: fields.text(name, "") for name in ("id", "source", "about")}
    said, published = fields.day("said"), fields.day("published")
    body = body_at(fields.need("body"))
    fields.done()
    try:
        made = entry_of(
            kind,
            body,
            begins=begins,
            until=until,
            said=said,
            published=published,
            **words,
        )
        check_entry(made)
    except InputError as error:
        raise InputError(error.message, error.at or fields.at) from None
    return made


# ---------------------------------------------------------------- parts


def _nodes(text: str, name: str) -> Iterator[Node]:
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        yield from _of_lines(text, name)
        return
    document = parse_document(text, name)
    if isinstance(document, Mapping):
        fields = Fields(document)
        document = fields.need("entries")
        fields.done()
    yield from as_listing(document)


def _of_lines(text: str, name: str) -> Iterator[Node]:
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if line.strip():
            yield line_node(line, Location(name, number, 1))


def line_node(line: str, at: Location) -> Node:
    """Read one line of JSON Lines as a node.

    Raises:
        InputError: it is not whole JSON, or a name stands twice.
    """
    try:
        found = json.loads(
            line,
            parse_int=_Plain,
            parse_float=_Plain,
            parse_constant=_refused,
            object_pairs_hook=_unique,
        )
    except (ValueError, RecursionError) as error:
        message = f"this line is not whole JSON: {str(error) or 'nested too deep'}"
        raise InputError(message, at) from None
    return _node(found, at)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice!r} stands twice")
    return found


def _refused(word: str) -> None:
    raise ValueError(f"{word} is no number of JSON")


def _node(
    value: Any,  # noqa: ANN401 - JSON
    at: Location,
    depth: int = 0,
) -> Node:
    if depth > _DEEPEST:
        raise InputError(f"nested deeper than {_DEEPEST} levels", at)
    deeper = depth + 1
    match value:
        case dict():
            members = {key: _node(one, at, deeper) for key, one in value.items()}
            return Mapping(members, dict.fromkeys(value, at), at)
        case list():
            return Listing(tuple(_node(one, at, deeper) for one in value), at)
        case _Plain():
            return Scalar(str(value), at)
        case str():
            return Scalar(value, at, quoted=True)
        case bool():
            return Scalar("true" if value else "false", at)
        case _:
            return Scalar("null", at)


def _ends(node: Node | None) -> tuple[Edge | None, Edge | None]:
    if node is None:
        return None, None
    fields = Fields(node)
    found = _end(fields.take("from")), _end(fields.take("to"))
    fields.done()
    return found


def _end(node: Node | None) -> Edge | None:
    if node is None:
        return None
    scalar = as_scalar(node)
    try:
        return parse_edge(scalar.text)
    except ValueError as error:
        message = f"{error}, nor `open`, nor `unknown`"
        raise InputError(message, scalar.at) from None


def body_at(node: Node) -> dict[str, Json]:
    """Read a body: names with values, every number exact.

    Raises:
        InputError: it is no mapping, or holds a number that is kept only as text.
    """
    entries = as_mapping(node).entries
    return {name: _json(member) for name, member in entries.items()}


def _json(node: Node) -> Json:
    match node:
        case Mapping():
            return body_at(node)
        case Listing():
            return [_json(member) for member in node]
        case Scalar(text, at, quoted):
            if quoted:
                return text
            if node.is_null:
                return None
            if text in {"true", "false"}:
                return text == "true"
            if _INTEGER.match(text):
                return int(text)
            if _NUMBER.match(text):
                message = f'{text} is kept exactly only as text: write "{text}"'
                raise InputError(message, at)
            return text

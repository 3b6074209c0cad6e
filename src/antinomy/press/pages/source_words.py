"""What the pack says of taking pages in: limits, tags, encodings, voices."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of
from pathlib import Path
from typing import TypeVar

from antinomy.files import Fields, read_document
from antinomy.files.fields import to_number, to_texts
from antinomy.files.node import as_scalar
from antinomy.values import InputError, Text

T = TypeVar(
    "T", bound="SourceLimits | MarkupWords | EncodingWords | FactWords | VoiceWords"
)


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """How much of a page, an archive or a letter is read; the pack explains each."""

    file: int
    size: int
    carrier: int
    lines: int
    read: int
    containers: int
    pieces: int
    runs: int
    depth: int
    tags: int
    pairs: int
    voice: int
    record: int
    headers: int
    letters: int
    parts: int
    pages: int
    drawing: int
    control: float


@dataclass(frozen=True, slots=True)
class MarkupWords:
    """Names of HTML elements by what they do to the text."""

    hidden: frozenset[str]
    containers: frozenset[str]
    breaks: frozenset[str]
    headings: frozenset[str]
    headlines: frozenset[str]
    left_open: frozenset[str]
    apart: frozenset[str]
    captions: frozenset[str]
    titles: frozenset[str]
    articles: frozenset[str]
    wholes: frozenset[str]
    formatting: frozenset[str]


@dataclass(frozen=True, slots=True)
class EncodingWords:
    """Which charsets there are and how a text so written looks; see the pack."""

    head: int
    few: int
    sample: int
    reach: int
    plausible: float
    clear: float
    broken: float
    alone: float
    run: int
    damages: int
    names: Mapping[str, str]
    frequent: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class FactWords:
    """Which names of a page's head stand for which fact, all in lower case."""

    meta: Mapping[str, str]
    linked: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """How the voices weigh and agree; the pack explains each number."""

    agreement: float
    least: float
    width: int
    short: int
    faint: float
    full: int
    names: int
    linked: float
    links: float
    most: float
    sure: float
    gain: float
    join: float
    named: float
    body: float
    gravity: tuple[float, ...]
    marks: tuple[str, ...]
    ends: str
    closes: str
    bodies: frozenset[str]
    against: frozenset[str]
    against_surely: frozenset[str]
    neutral: frozenset[str]
    favour: frozenset[str]


@dataclass(frozen=True, eq=False)
class SourceWords:
    """All that the pack says of sources."""

    limits: SourceLimits
    markup: MarkupWords
    encodings: EncodingWords
    facts: FactWords
    voices: VoiceWords
    files: Mapping[bytes, str]
    remarks: Mapping[str, Text]


def load_source_words(folder: Path) -> SourceWords:
    """Load ``sources.yaml`` of a folder.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(folder / "sources.yaml"))
    words = SourceWords(
        _read(SourceLimits, Fields(fields.need("limits"))),
        _read(MarkupWords, Fields(fields.need("markup"))),
        _encodings(Fields(fields.need("encodings"))),
        _read(FactWords, Fields(fields.need("facts"))),
        _read(VoiceWords, Fields(fields.need("voices"))),
        {bytes.fromhex(k): v for k, v in _pairs(fields, "files").items()},
        _remarks(Fields(fields.need("remarks"))),
    )
    fields.done()
    return words


def _remarks(fields: Fields) -> dict[str, Text]:
    return {name: to_texts(fields.need(name)) for name in fields.names()}


def _read(kind: type[T], fields: Fields, **made: object) -> T:
    """Read the fields of a dataclass, each by its type; ``made`` are made already."""
    values: dict[str, object] = dict(made)
    for field in fields_of(kind):
        if field.name not in made:
            read = _READERS[field.type]
            values[field.name] = read(fields, field.name)
    fields.done()
    make: Callable[..., T] = kind
    return make(**values)


def _pairs(fields: Fields, name: str) -> dict[str, str]:
    inside = Fields(fields.need(name))
    return {key: inside.text(key) for key in inside.names()}


def _count(fields: Fields, name: str) -> int:
    number = to_number(as_scalar(fields.need(name)))
    if number != int(number):
        raise InputError(f"{name!r} is a count: a whole number", fields.at)
    return int(number)


_READERS: dict[object, Callable[[Fields, str], object]] = {
    str: lambda fields, name: fields.text(name),
    int: _count,
    float: lambda fields, name: float(to_number(as_scalar(fields.need(name)))),
    frozenset[str]: lambda fields, name: frozenset(fields.text(name).split()),
    tuple[str, ...]: lambda fields, name: fields.words(name),
    tuple[float, ...]: lambda fields, name: fields.each(
        name, lambda node: float(to_number(as_scalar(node)))
    ),
    Mapping[str, str]: _pairs,
}


def _encodings(fields: Fields) -> EncodingWords:
    frequent = {
        name: re.compile(f"[{re.escape(''.join(letters.split()))}]")
        for name, letters in _pairs(fields, "frequent").items()
    }
    return _read(EncodingWords, fields, frequent=frequent)

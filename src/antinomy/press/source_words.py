"""What the pack says of taking pages in: limits, tags, encodings, voices."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, read_document


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """How much of a page, an archive or a letter is read; the pack explains each."""

    size: int
    lines: int
    runs: int
    depth: int
    tags: int
    voice: int
    record: int
    headers: int
    letters: int
    parts: int
    pages: int
    page: int


@dataclass(frozen=True, slots=True)
class MarkupWords:
    """Names of HTML elements by what they do to the text."""

    hidden: frozenset[str]
    containers: frozenset[str]
    breaks: frozenset[str]
    headings: frozenset[str]
    left_open: frozenset[str]
    apart: frozenset[str]
    formatting: frozenset[str]


@dataclass(frozen=True, slots=True)
class FactWords:
    """Which names of a page's head stand for which fact, all in lower case."""

    meta: Mapping[str, str]
    linked: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class SourceWords:
    """All that the pack says of sources."""

    limits: SourceLimits
    markup: MarkupWords
    facts: FactWords


def load_source_words(folder: Path) -> SourceWords:
    """Load ``sources.yaml`` of a folder.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(folder / "sources.yaml"))
    words = SourceWords(
        SourceLimits(**{k: int(v) for k, v in _pairs(fields, "limits").items()}),
        MarkupWords(
            **{k: frozenset(v.split()) for k, v in _pairs(fields, "markup").items()}
        ),
        FactWords(**_tables(fields, "facts")),
    )
    fields.take("voices")
    fields.done()
    return words


def _pairs(fields: Fields, name: str) -> dict[str, str]:
    inside = Fields(fields.need(name))
    return {key: inside.text(key) for key in inside.names()}


def _tables(fields: Fields, name: str) -> dict[str, dict[str, str]]:
    inside = Fields(fields.need(name))
    return {key: _pairs(inside, key) for key in inside.names()}

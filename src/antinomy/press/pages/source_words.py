"""What the pack says of taking pages in: limits, tags, encodings, voices."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as fields_of
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
    drawing: int
    control: float


_COUNTS = tuple(f.name for f in fields_of(SourceLimits) if f.type is int)


@dataclass(frozen=True, slots=True)
class MarkupWords:
    """Names of HTML elements by what they do to the text."""

    hidden: frozenset[str]
    containers: frozenset[str]
    breaks: frozenset[str]
    headings: frozenset[str]
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
    ends: frozenset[str]
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


def load_source_words(folder: Path) -> SourceWords:
    """Load ``sources.yaml`` of a folder.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(folder / "sources.yaml"))
    words = SourceWords(
        _limits(Fields(fields.need("limits"))),
        MarkupWords(
            **{k: frozenset(v.split()) for k, v in _pairs(fields, "markup").items()}
        ),
        _encodings(Fields(fields.need("encodings"))),
        FactWords(**_tables(fields, "facts")),
        _voices(Fields(fields.need("voices"))),
    )
    fields.done()
    return words


def _limits(fields: Fields) -> SourceLimits:
    counts = {name: int(fields.text(name)) for name in _COUNTS}
    limits = SourceLimits(**counts, control=float(fields.text("control")))
    fields.done()
    return limits


def _encodings(fields: Fields) -> EncodingWords:
    counts = ("head", "few", "sample", "run", "damages")
    shares = ("plausible", "clear", "broken", "alone")
    frequent = {
        name: re.compile(f"[{re.escape(''.join(letters.split()))}]")
        for name, letters in _pairs(fields, "frequent").items()
    }
    words = EncodingWords(
        **{name: int(fields.text(name)) for name in counts},
        **{name: float(fields.text(name)) for name in shares},
        names=_pairs(fields, "names"),
        frequent=frequent,
    )
    fields.done()
    return words


def _voices(fields: Fields) -> VoiceWords:
    shares = (
        "agreement",
        "least",
        "faint",
        "linked",
        "links",
        "most",
        "sure",
        "gain",
        "join",
    )
    names = ("bodies", "against", "against_surely", "neutral", "favour")
    words = VoiceWords(
        **{name: float(fields.text(name)) for name in (*shares, "named", "body")},
        **{name: int(fields.text(name)) for name in ("width", "short", "full")},
        gravity=tuple(map(float, fields.words("gravity"))),
        marks=fields.words("marks"),
        ends=frozenset(fields.text("ends")),
        **{name: frozenset(fields.text(name).split()) for name in names},
    )
    fields.done()
    return words


def _pairs(fields: Fields, name: str) -> dict[str, str]:
    inside = Fields(fields.need(name))
    return {key: inside.text(key) for key in inside.names()}


def _tables(fields: Fields, name: str) -> dict[str, dict[str, str]]:
    inside = Fields(fields.need(name))
    return {key: _pairs(inside, key) for key in inside.names()}

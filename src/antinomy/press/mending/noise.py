"""The words of what stands beside an article: labels, shapes, notices, runs of links.

All of them are kept folded (Simplified, lower case, half-width), as lines are looked
at; see `antinomy.press.mending.folding`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from antinomy.files import Fields, Node, read_document
from antinomy.press.line import Role
from antinomy.press.mending.composed import (
    Composed,
    beginnings,
    by_beginning,
    composed_of,
)

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_HAN = re.compile("[\u3400-\u9fff]")
_ROLES: tuple[Role, ...] = ("metadata", "citation", "boilerplate")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a line of a certain shape is; ``at_ends`` asks for head or tail."""

    rule: str
    kind: str
    role: Role
    at_ends: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that speaks of the page: which cues it needs, by their numbers.

    One of ``must`` and ``anywhere`` groups of ``also``; ``at_ends`` of them where no
    prose stands before the line, or none after it. ``longest`` counts characters.
    """

    rule: str
    kind: str
    longest: int
    must: frozenset[int]
    also: tuple[frozenset[int], ...]
    at_ends: int
    anywhere: int


@dataclass(frozen=True, eq=False)
class NoiseWords:
    """All that noise is known by.

    ``widths`` are in Chinese characters, ``runs`` are the weights of
    `antinomy.press.mending.runs`; ``cues`` are the literals that notices are made of.
    """

    widths: Mapping[str, int]
    runs: Mapping[str, float]
    prefixes: re.Pattern[str]
    marks: re.Pattern[str]
    pictures: re.Pattern[str]
    figures: re.Pattern[str]
    named: re.Pattern[str]
    titled: re.Pattern[str]
    narrated: re.Pattern[str]
    quoted: re.Pattern[str]
    taiwan: Mapping[str, str]
    lexicons: Mapping[str, re.Pattern[str]]
    labels: Mapping[str, str]
    shape: re.Pattern[str]
    shapes: Mapping[str, Shape]
    composed: Mapping[str, tuple[Composed, ...]]
    cues: tuple[str, ...]
    notices: tuple[Notice, ...]

    @cached_property
    def finder(self) -> "AhoCorasick":
        """Give the automaton over the cues."""
        from ahocorasick_rs import AhoCorasick  # noqa: PLC0415 - the reader's own

        return AhoCorasick(self.cues)

    @cached_property
    def telling(self) -> frozenset[int]:
        """Give the cues without one of which no line is a notice."""
        return frozenset().union(*(notice.must for notice in self.notices))

    @cached_property
    def longest_label(self) -> int:
        """Count the characters of the longest label."""
        return max(map(len, self.labels))


def load_noise_words(path: Path) -> NoiseWords:
    """Load the words of noise.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    numbers: dict[str, int] = {}
    notices = fields.each("notices", lambda node: _notice(node, numbers))
    shapes = fields.each("shapes", _shape)
    lexicons = _pairs(fields, "lexicons")
    labels = _pairs(fields, "labels")
    words = NoiseWords(
        {name: int(text) for name, text in _pairs(fields, "widths")},
        {name: float(text) for name, text in _pairs(fields, "runs")},
        fields.pattern("prefixes"),
        fields.pattern("marks"),
        fields.pattern("pictures"),
        fields.pattern("figures"),
        fields.pattern("named"),
        fields.pattern("titled"),
        fields.pattern("narrated"),
        fields.pattern("quoted"),
        dict(_pairs(fields, "taiwan")),
        {name: re.compile("|".join(cues_of(text))) for name, text in lexicons},
        {label: kind for kind, text in labels for label in cues_of(text)},
        re.compile("|".join(f"(?P<s{at}>{p})" for at, (_, p) in enumerate(shapes))),
        {f"s{at}": shape for at, (shape, _) in enumerate(shapes)},
        by_beginning(fields.each("composed", _composed)),
        tuple(numbers),
        notices,
    )
    fields.done()
    return words


def cues_of(text: str) -> Iterator[str]:
    """Part the words of a group.

    >>> list(cues_of("扫码 关注 scan the code; follow"))
    ['扫码', '关注', 'scan the code', 'follow']
    """
    for piece in text.split(";"):
        latin: list[str] = []
        for token in piece.split():
            if _HAN.search(token):
                if latin:
                    yield " ".join(latin)
                latin = []
                yield token
            else:
                latin.append(token)
        if latin:
            yield " ".join(latin)


def _pairs(fields: Fields, name: str) -> list[tuple[str, str]]:
    inside = Fields(fields.need(name))
    return [(key, inside.text(key)) for key in inside.names()]


def _shape(node: Node) -> tuple[Shape, str]:
    fields = Fields(node)
    pattern = fields.pattern("pattern").pattern
    role, at_ends = _role_and_place(fields)
    shape = Shape(fields.text("rule"), fields.text("kind"), role, at_ends)
    fields.done()
    return shape, pattern


def _composed(node: Node) -> Composed:
    fields = Fields(node)
    role, at_ends = _role_and_place(fields)
    must, beside = (tuple(cues_of(fields.text(name))) for name in ("must", "beside"))
    rule, kind = fields.text("rule"), fields.text("kind")
    fields.done()
    begins = beginnings((*must, *beside))
    return Composed(rule, kind, role, at_ends, composed_of(must, beside), begins)


def _role_and_place(fields: Fields) -> tuple[Role, bool]:
    named = fields.choice("role", _ROLES, "boilerplate")
    role = next(role for role in _ROLES if role == named)
    return role, fields.choice("where", ("any", "ends"), "any") == "ends"


def _notice(node: Node, numbers: dict[str, int]) -> Notice:
    """Read a notice; ``numbers`` counts the cues over all notices."""

    def group(text: str) -> frozenset[int]:
        return frozenset(numbers.setdefault(c, len(numbers)) for c in cues_of(text))

    fields = Fields(node)
    also = (group(text) for text in fields.text("also", "").split("|"))
    notice = Notice(
        fields.text("rule"),
        fields.text("kind"),
        int(fields.text("longest")),
        group(fields.text("must")),
        tuple(cues for cues in also if cues),
        int(fields.text("at_ends")),
        int(fields.text("anywhere")),
    )
    fields.done()
    return notice

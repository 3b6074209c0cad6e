"""Labels made of the words of interfaces and of nothing else.

No list of labels is ever whole. A short line is one too where every word of it is a
word of interfaces, and one of them says what the line is for.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from antinomy.press.line import Role

_HAN = re.compile("[\u3400-\u9fff]")
MADE = "made."  # what the rules of composed labels begin with
_FIRST = re.compile("[a-z']+|[^\\W\\d_a-z]")
_BETWEEN = r"[^\w。!?]|[\d_]"


@dataclass(frozen=True, slots=True)
class Composed:
    """A kind of label by its words; ``at_ends`` asks for head or tail of the page."""

    rule: str
    kind: str
    role: Role
    at_ends: bool
    pattern: re.Pattern[str]
    begins: frozenset[str]


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """Give what the words begin with: a Chinese character, or a Latin word.

    >>> sorted(beginnings(["全文", "read more"]))
    ['read', '全']
    """
    return frozenset(_begins(word) for word in words)


def _begins(text: str) -> str:
    met = _FIRST.search(text)
    return met[0] if met is not None else ""


def composed_of(must: Iterable[str], beside: Iterable[str]) -> re.Pattern[str]:
    """Match a text of at least two words, all known, one of them of ``must``.

    The longest word is taken at every place and no other is tried, so that the time
    grows with the length of the text only.

    >>> label = composed_of(["全文", "more"], ["阅读", "read"])
    >>> [bool(label.match(text)) for text in ("阅读全文 >>", "read more", "全文如下")]
    [True, True, False]
    """
    needed = list(must)
    one = _any_of(needed)
    word = _any_of([*needed, *beside])
    between = f"(?:{_BETWEEN})*+"
    return re.compile(f"(?=.*?{one}){between}(?:{word}{between}){{2,}}+$")


def _any_of(words: Sequence[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return f"(?:{'|'.join(map(_alone, longest_first))})"


def _alone(word: str) -> str:
    """Match a word; a Latin one not inside another."""
    if _HAN.search(word):
        return re.escape(word)
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])"


def by_beginning(kinds: Iterable[Composed]) -> dict[str, tuple[Composed, ...]]:
    """Give the kinds of labels that may begin so, each in their order."""
    found: dict[str, tuple[Composed, ...]] = {}
    for kind in kinds:
        for begun in kind.begins:
            found[begun] = (*found.get(begun, ()), kind)
    return found


def label_in(
    text: str, kinds: Mapping[str, Sequence[Composed]], *, at_an_end: bool
) -> Composed | None:
    """Give the kind of label that a short folded line is made up as, the first.

    ``kinds`` are by what they begin with, see `by_beginning`.
    """
    for one in kinds.get(_begins(text), ()):
        if one.at_ends and not at_an_end:
            continue
        if one.pattern.match(text) is not None:
            return one
    return None

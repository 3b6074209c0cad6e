"""The sentences of a twin text, Chinese and English, with their places.

A full stop inside a quotation does not end the sentence around it; a quotation that
closes with one does, unless who said it follows. A line end always ends a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.press.woven import Extent

_OPENING, _CLOSING = "“「『（(", "”」』）)"
# Each pattern begins with all signs that it may, so that a search leaps to them.
_STOPPED = (
    r"(?<=[。！？!?…])[。！？!?…]*+"
    r"|(?<=[^\s.]\.)\.*+(?=[\s\"”’)\]]|$)"
)
_STOP = re.compile(f"[。！？!?….](?:{_STOPPED})")
_QUOTED = re.compile(rf'[{_OPENING}{_CLOSING}"]')
_BREAKS = re.compile(
    rf'[。！？!?….{_OPENING}{_CLOSING}"]'
    rf"(?:(?P<stop>{_STOPPED})"
    rf"|(?P<open>(?<=[{_OPENING}]))|(?P<close>(?<=[{_CLOSING}]))"
    r'|(?P<straight>(?<=")))'
)
_WORD = re.compile(r"[A-Za-z](?:[A-Za-z]|\.(?=[A-Za-z]))*$")
_LONGEST_WORD = 12  # characters looked back for an abbreviation
_DEEPEST = 8  # quotations and brackets inside each other
_SPACE = re.compile(r"[ \t\u3000]*")
_STOPS = "。！？!?…."
_made = tuple.__new__  # past the function of a NamedTuple
_QUOTES = frozenset('”」』"')


@dataclass(frozen=True, eq=False)
class SentenceWords:
    """Abbreviations, and what goes on after a quotation."""

    abbreviations: frozenset[str]
    goes_on: str
    told_by: tuple[str, ...]

    @cached_property
    def follows(self) -> re.Pattern[str]:
        """Match what goes on with a sentence whose quotation has closed."""
        told = "|".join(self.told_by)
        ended = '(?=[。！？!?]|[,，:：] ?[“"「『]|$|\n)'
        near = f'[^。！？!?,，；;\\n“「『"]{{0,14}}(?:{told})道?{ended}'
        return re.compile(f"[ \u3000]*(?:{self.goes_on}|[a-z]|{near})")


def load_sentence_words(path: Path) -> SentenceWords:
    """Load the words of sentences.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    words = SentenceWords(
        frozenset(fields.text("abbreviations").split()),
        fields.text("goes_on"),
        tuple(fields.text("told_by").split()),
    )
    fields.done()
    return words


def sentences(text: str, words: SentenceWords) -> tuple[Extent, ...]:
    """Give the sentences of a text in order, without the blanks around them.

    Every code point that is not blank lies in just one of them.
    """
    return tuple(_within(text, _ends(text, words)))


def _within(text: str, ends: Iterator[int]) -> Iterator[Extent]:
    start = 0
    for end in ends:
        piece = text[start:end]
        bare = piece.strip()
        if len(bare) == len(piece):
            if bare:
                yield _made(Extent, (start, end))
        elif bare:
            first = start + len(piece) - len(piece.lstrip())
            yield Extent(first, first + len(bare))
        start = end


def _ends(text: str, words: SentenceWords) -> Iterator[int]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line and not _QUOTED.search(line):
            for met in _STOP.finditer(text, start, end):
                if _ends_here(text, met.start(), met.end(), words):
                    yield met.end()
        elif line:
            found, is_open = _in_line(text, start, end, words, quoting=True)
            if is_open:  # a quotation that never closes holds nothing together
                found, _ = _in_line(text, start, end, words, quoting=False)
            yield from found
        yield end
        start = end + 1


def _in_line(
    text: str, start: int, end: int, words: SentenceWords, *, quoting: bool
) -> tuple[list[int], bool]:
    """Give where sentences end in a line, and whether a quotation is left open."""
    found: list[int] = []
    open_signs: list[str] = []
    for met in _BREAKS.finditer(text, start, end):
        at, after = met.span()
        kind, sign = met.lastgroup, met[0]
        if kind == "stop":
            if not open_signs and _ends_here(text, at, after, words):
                found.append(after)
        elif quoting:
            closes = _turn(open_signs, kind or "", sign)
            if closes and not open_signs and _closes_sentence(text, at, words):
                found.append(after)
        elif sign in _QUOTES and found and found[-1] == at:
            found[-1] = after
    return found, bool(open_signs)


def _turn(open_signs: list[str], kind: str, sign: str) -> bool:
    """Open or close a quotation or bracket; tell whether one was closed."""
    if kind == "open":
        open_signs.extend(sign if len(open_signs) < _DEEPEST else "")
        return False
    opener = '"' if kind == "straight" else _OPENING[_CLOSING.index(sign)]
    if opener in open_signs:
        while open_signs.pop() != opener:
            pass
        return True
    if kind == "straight" and len(open_signs) < _DEEPEST:
        open_signs.append(sign)
    return False


def _closes_sentence(text: str, at: int, words: SentenceWords) -> bool:
    """Tell whether a sentence ends with the sign that closes at a place."""
    if text[at - 1] not in _STOPS or text[at] not in _QUOTES:
        return False
    return words.follows.match(text, at + 1) is None


def _ends_here(text: str, at: int, after: int, words: SentenceWords) -> bool:
    """Tell a full stop from the one of an abbreviation, and dots from an end."""
    if text[at] == "…" or after - at > 1:
        return words.follows.match(text, after) is None
    if text[at] != ".":
        return True
    word = _WORD.search(text, max(0, at - _LONGEST_WORD), at)
    if word is None:
        return True
    follows = _SPACE.match(text, after)
    first = text[follows.end() : follows.end() + 1] if follows else ""
    if first.islower():
        return False
    if len(word[0]) == 1 and word[0].isupper():
        return not first
    return word[0].lower() not in words.abbreviations or not first.strip()

"""Find, in one pass over a text, the words that open something, and what must follow.

All opening words are sought together; only where one stands is its pattern tried.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

from antinomy.files import Fields
from antinomy.press.woven import Extent

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opener:
    """Words that open something.

    One of ``words`` must stand, ``then`` match behind it, and ``before`` not match the
    sign before it.
    """

    words: tuple[str, ...]
    then: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None


def take_opener(fields: Fields) -> Opener:
    """Take the fields ``any``, ``then`` and ``before`` of a mapping."""
    return Opener(
        fields.words("any"),
        fields.pattern_or_none("then"),
        fields.pattern_or_none("before"),
    )


@dataclass(frozen=True)
class Openers(Generic[T]):
    """Openers with what each of them stands for."""

    held: tuple[tuple[T, Opener], ...]

    @cached_property
    def _entries(self) -> tuple[tuple[str, T, Opener], ...]:
        return tuple((w, item, each) for item, each in self.held for w in each.words)

    @cached_property
    def _automaton(self) -> Any:  # noqa: ANN401 - the part ships no types
        part = import_module("ahocorasick_rs")
        return part.AhoCorasick([word for word, _, _ in self._entries])

    def find(self, text: str, within: Iterable[Extent]) -> Iterator[tuple[T, Extent]]:
        """Give each match by its place; a match does not leave its extent.

        ``within`` are extents of the text in order, none in another.
        """
        extents = iter(within)
        extent = next(extents, None)
        for index, start, end in self._automaton.find_matches_as_indexes(
            text, overlapping=True
        ):
            while extent is not None and extent.end < end:
                extent = next(extents, None)
            if extent is None:
                return
            if start < extent.start or not _is_word(text, start, end):
                continue
            _, item, opener = self._entries[index]
            stop = _end(text, Extent(start, end), extent.end, opener)
            if stop is not None:
                yield item, Extent(start, stop)


def _end(text: str, word: Extent, last: int, opener: Opener) -> int | None:
    """Give where the match ends, or None where what must stand does not."""
    before = opener.before
    if before is not None and before.match(text, max(0, word.start - 1), word.start):
        return None
    if opener.then is None:
        return word.end
    match = opener.then.match(text, word.end, last)
    return None if match is None else match.end()


def _is_word(text: str, start: int, end: int) -> bool:
    """Refuse Latin letters inside a longer word."""
    if not text[start].isascii():
        return True
    inside_left = start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()
    right = text[end : end + 1]
    return not inside_left and not (right.isascii() and right.isalnum())

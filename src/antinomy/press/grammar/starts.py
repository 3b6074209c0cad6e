"""Where in a text an expression may begin: found by two searches over the whole.

One leaps from sign to sign, figures and Chinese ones; the other finds words.
"""

import re
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from antinomy.files import Fields
from antinomy.files.node import as_scalar
from antinomy.values import InputError


@dataclass(frozen=True, slots=True)
class Starts:
    """The places where an expression may begin."""

    signs: re.Pattern[str]
    words: AhoCorasick

    def find(self, text: str) -> list[tuple[int, bool]]:
        """Give the places in their order; True where a word of letters stands."""
        places = [(found.start(), False) for found in self.signs.finditer(text)]
        words = [
            (start, True)
            for _, start, _ in self.words.find_matches_as_indexes(text)
            if not (start and text[start - 1].isalpha() and text[start - 1].isascii())
        ]
        return sorted(places + words) if words else places


def load_starts(file: Fields, signs: tuple[str, ...]) -> Starts:
    """Take where expressions may begin; ``signs`` names the tables of signs to take.

    A table gives for each sign, or several with one rule, what must stand around it.

    Raises:
        InputError: what is wrong, with its place.
    """
    starts = Fields(file.need("starts"))
    pairs = [pair for name in signs for pair in _entries(starts, name)]
    first = "".join(sign for sign, _ in pairs)
    rest = "|".join(f"(?<=[{sign}])(?:{text})" for sign, text in pairs)
    words = [word.replace("_", " ") for word in starts.text("words").split()]
    starts.done()
    try:
        return Starts(
            re.compile(f"[{first}](?={rest})"),
            AhoCorasick(words, matchkind=MatchKind.LeftmostLongest),
        )
    except re.error as error:
        raise InputError(
            f"this is not a pattern: {error}; mend it", starts.at
        ) from None


def _entries(starts: Fields, name: str) -> list[tuple[str, str]]:
    inside = Fields(starts.need(name))
    return [(sign, as_scalar(inside.need(sign)).text) for sign in inside.names()]

"""Phrases by which prose shows a thing: groups of synonyms within one sentence.

A phrase is written ``a|b & c*``: one word of each group must stand in a sentence, in
any order; ``*`` stands for any ending and ``%name`` for a set of words. A word denied
is not seen, unless the phrase begins with ``!`` and speaks of an absence itself.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

_CJK = re.compile("[\u2e80-\u9fff]")
_BREAK = re.compile(
    r"[;!?。；！？\n]|\.(?=\s|$)|\b(?:but|while|although|though|however|yet|whereas)\b|但"
)
_PAUSE = re.compile(r"[,，、]|\band\b|\bthat\b|\bwhile\b|并|且|而")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_REACH = 60  # letters before a word in which its denial is looked for


def plain(text: str) -> str:
    """Give a text as it is compared: small letters, no invisible ones, single spaces.

    >>> plain("Re\u200blabelled  GOODS")
    'relabelled goods'
    """
    bare = _INVISIBLE.sub("", text).replace("\u2019", "'").replace("_", " ")
    return " ".join(bare.casefold().split())


def sentences(text: str) -> list[str]:
    """Part a plain text where a thought ends.

    >>> sentences("no ship left; boxes were seen")
    ['no ship left', 'boxes were seen']
    """
    return [part.strip() for part in _BREAK.split(text) if part and part.strip()]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern at its first use: kept packs hold its text alone."""
    return re.compile(pattern)


def words_pattern(words: str) -> str:
    """Write the pattern of a list of words parted by ``|``."""
    found = []
    for word in sorted(words.split("|"), key=lambda word: (-len(word), word)):
        ends = r"(?!\w)" if word[-1:].isalnum() else ""
        if word.endswith("*"):
            ends = r"\w*"
        bare = re.escape(word.removesuffix("*")).replace(r"\ ", r"\s")
        if _CJK.search(word):
            found.append(bare)
        else:
            found.append((r"(?<!\w)" if word[:1].isalnum() else "") + bare + ends)
    return "|".join(found)


@lru_cache(maxsize=1 << 14)
def _has(pattern: str, aside: str, text: str) -> bool:
    less = compiled(aside).sub(" ", plain(text))
    return bool(compiled(pattern).search(less))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Groups of synonyms; ``is_absence`` where it speaks of an absence itself."""

    groups: tuple[str, ...]
    is_absence: bool


@dataclass(frozen=True, slots=True)
class Patterns:
    """The sets of words and the words of denial, as patterns."""

    sources: Mapping[str, str]
    sets: Mapping[str, str]
    aside: str
    before: str
    after: str
    values: str

    @classmethod
    def of(
        cls,
        sets: Mapping[str, str],
        aside: Iterable[str],
        negators: tuple[str, str, str],
    ) -> "Patterns":
        """Write the patterns of the words of the pack."""
        before, after, values = map(words_pattern, negators)
        return cls(
            sets,
            {name: words_pattern(words) for name, words in sets.items()},
            words_pattern("|".join(aside)),
            before,
            after,
            values,
        )

    def has(self, name: str, text: str) -> bool:
        """Tell whether a text has a word of a set."""
        return _has(self.sets[name], self.aside, text)

    def phrases(self, written: Iterable[str]) -> tuple[Phrase, ...]:
        """Read phrases as they are written in the pack."""
        return tuple(map(self._phrase, written))

    def _phrase(self, written: str) -> Phrase:
        groups = written.removeprefix("!").split(" & ")
        return Phrase(
            tuple(words_pattern(self._spelled(group)) for group in groups),
            written.startswith("!"),
        )

    def _spelled(self, group: str) -> str:
        """Write the sets out that a group names."""
        words = group.strip().split("|")
        return "|".join(
            self.sources[word[1:]] if len(word) > 1 and word[0] == "%" else word
            for word in words
        )

    def sentences(self, text: str) -> list[str]:
        """Part a text into sentences, less the words that only look like a sign."""
        return sentences(compiled(self.aside).sub(" ", plain(text)))

    def shows(self, phrase: Phrase, sentence: str) -> bool | None:
        """Tell whether a sentence shows a phrase; False where it denies it.

        None where it does not speak of it.
        """
        spots = []
        for group in phrase.groups:
            spot = compiled(group).search(sentence)
            if spot is None:
                return None
            spots.append(spot)
        if phrase.is_absence:
            return True
        return not self._is_denied(sentence, spots)

    def _is_denied(self, sentence: str, spots: list[re.Match[str]]) -> bool:
        """Tell whether the words found are denied before, between or after them."""
        spots = sorted(spots, key=lambda spot: spot.start())
        start, end = spots[0].start(), max(spot.end() for spot in spots)
        ahead = sentence[max(0, start - _REACH) : start]
        behind = sentence[end : end + _REACH]
        value = behind.strip(" :")
        if compiled(self.after).search(behind) or re.fullmatch(self.values, value):
            return True
        between = [sentence[a.end() : b.start()] for a, b in pairwise(spots)]
        # A denial reaches to the next pause: what stands behind one is not denied.
        near = (_PAUSE.split(part)[-1] for part in (ahead, *between))
        return any(compiled(self.before).search(part) for part in near)

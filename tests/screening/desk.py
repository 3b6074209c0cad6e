"""A screener over a few parties, every name of which is a candidate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from antinomy.screening import (
    Alias,
    Answer,
    FiledName,
    ListedParty,
    NameLexicon,
    Query,
    Screener,
    Weights,
    counts_of,
    filed_names,
    load_name_lexicon,
)

_LONG_LIST = 50_000  # names


@cache
def lexicon() -> NameLexicon:
    """Give the shipped words."""
    return load_name_lexicon(Path(str(files("antinomy") / "packs" / "screening")))


def party(name: str, *aliases: str, kind: str = "", chinese: str = "") -> ListedParty:
    """Make a listed party."""
    names = [Alias(name, "primary"), *(Alias(alias, "alias") for alias in aliases)]
    if chinese:
        names.append(Alias(chinese, "chinese", "https://example.org", "primary"))
    return ListedParty("EL", name, kind, tuple(names))


class EveryName:
    """An index that gives every name: the reference that others are held to."""

    def __init__(self, parties: Sequence[ListedParty]) -> None:
        self._parties = parties
        self._filed = [
            filed
            for number, one in enumerate(parties)
            for filed in filed_names(number, one, lexicon())
        ]

    def candidates(self, _terms: Sequence[str], _most: int) -> Sequence[int]:
        """Give every name."""
        return range(len(self._filed))

    def filed(self, number: int) -> FiledName:
        """Give a name."""
        return self._filed[number]

    def party(self, number: int) -> ListedParty:
        """Give a party."""
        return self._parties[number]

    def names_of(self, party: int) -> Iterator[FiledName]:
        """Give the names of a party."""
        return (filed for filed in self._filed if filed.party == party)

    def weights(self) -> Weights:
        """Give the weights of its words, as rare as they would be in a long list."""
        counts = replace(counts_of(self._filed), names=_LONG_LIST)
        return Weights(counts, lexicon())


def screener(*parties: ListedParty) -> Screener:
    """Make a screener over parties."""
    index = EveryName(parties)
    return Screener(index, lexicon(), index.weights())


def screen(name: str, *parties: ListedParty) -> Answer:
    """Screen a name against parties."""
    return screener(*parties).screen(Query(name))


def score(name: str, *parties: ListedParty) -> float:
    """Give the score of the best result, nought without one."""
    results = screen(name, *parties).results
    return results[0].score if results else 0.0

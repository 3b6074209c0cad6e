"""How often words stand in the names of the lists, and what that adds to their weight.

A brand with which the names of many rows begin is a group of firms that is much listed:
who bears it is likelier one of them. A word that many rows have elsewhere tells little.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from antinomy.screening.filing import FiledName
from antinomy.screening.lexicon import NameLexicon
from antinomy.values import Json

_FEW = 3  # rows; below this a count says nothing


@dataclass(frozen=True)
class Counts:
    """Rows that have a brand, rows that begin with it, names that have a token."""

    names: int
    anywhere: Mapping[str, int]
    first: Mapping[str, int]
    tokens: Mapping[str, int]

    def as_json(self) -> dict[str, Json]:
        """Give the counts for a file."""
        return {
            "names": self.names,
            "anywhere": {**self.anywhere},
            "first": {**self.first},
            "tokens": {**self.tokens},
        }


def counts_of(filed: Iterable[FiledName]) -> Counts:
    """Count over the names of all parties; those of one party stand together."""
    anywhere: Counter[str] = Counter()
    first: Counter[str] = Counter()
    tokens: Counter[str] = Counter()
    names, last = 0, -1
    seen: set[str] = set()
    heads: set[str] = set()
    for one in filed:
        names += 1
        if one.party != last:
            anywhere.update(seen)
            first.update(heads)
            seen, heads, last = set(), set(), one.party
        seen.update(word.text for word in one.name.brands)
        head = next((w for w in one.name.telling if w.kind != "place"), None)
        if head is not None:
            heads.add(head.text)
        tokens.update(set(one.name.tokens))
    anywhere.update(seen)
    first.update(heads)
    return Counts(names, anywhere, first, tokens)


def counts_from(told: Mapping[str, Json]) -> Counts:
    """Read counts from a file that :meth:`Counts.as_json` was written to."""
    names = told["names"]
    assert isinstance(names, int)
    return Counts(names, *(_read(told[key]) for key in ("anywhere", "first", "tokens")))


class Weights:
    """What the counts of the lists add to, or take from, the weight of words."""

    def __init__(self, counts: Counts, lexicon: NameLexicon) -> None:
        self._counts = counts
        self._scoring = lexicon.scoring

    def prominence(self, brand: str) -> float:
        """Say in nats how much more or less a brand proves than its letters do."""
        rows = self._counts.anywhere.get(brand, 0)
        if rows < _FEW:
            return 0.0
        heads = self._counts.first.get(brand, 0)
        rules = self._scoring.rules
        if heads * 2 >= rows:
            return rules["prominence"] * log(max(heads, 1))
        return -rules["common"] * log(rows)

    def rarity(self, token: str) -> float:
        """Say in nats what an equal word of a person's name proves."""
        if len(token) == 1:
            return 1.0
        persons = self._scoring.persons
        shared = self._counts.tokens.get(token, 0) + 1
        weight = log(max(self._counts.names, 2) / shared)
        return max(persons["least"], min(persons["most"], weight))


def _read(told: Json) -> dict[str, int]:
    assert isinstance(told, dict)
    return {word: count for word, count in told.items() if isinstance(count, int)}

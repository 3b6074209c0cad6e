"""Compare two names with each other, where neither stands on a long list.

Against a list of fifty thousand names much must agree before it is no coincidence; two
names laid side by side were brought together by somebody, and little is enough.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Literal

from antinomy.screening.compare import Comparison, compare_firms
from antinomy.screening.counts import Weights
from antinomy.screening.lexicon import NameLexicon
from antinomy.screening.parts import Name, take_apart
from antinomy.screening.persons import compare_persons


def same_name(
    one: str,
    other: str,
    kind: Literal["", "person", "firm"],
    lexicon: NameLexicon,
    weights: Weights,
) -> Comparison:
    """Say how surely two names are one party's; the order of the two is no matter.

    Without a ``kind`` they are firms, or persons where nothing says that one is a firm.
    From ``lexicon.scoring.pairs["alert"]`` on they may be taken for the same.
    """
    words = _without_list(lexicon)
    left, right = take_apart(one, words), take_apart(other, words)
    found = []
    for query, listed in ((left, right), (right, left)):
        if kind != "person":
            found.append(compare_firms(query, listed, words, _unweighed))
        if kind == "person" or not (kind or _is_firm(left, right)):
            found.append(compare_persons(query, listed, words, weights.rarity))
    return max(found, key=lambda comparison: comparison.score)


def _is_firm(one: Name, other: Name) -> bool:
    return one.is_firm or other.is_firm


def _unweighed(_brand: str) -> float:
    """Give no brand more or less than its letters prove."""
    return 0.0


@lru_cache(maxsize=4)
def _without_list(lexicon: NameLexicon) -> NameLexicon:
    """Give the words with the nats that two names by themselves need to agree in."""
    scoring = lexicon.scoring
    enough = {"enough": scoring.pairs["enough"]}
    rules, persons = {**scoring.rules, **enough}, {**scoring.persons, **enough}
    return replace(lexicon, scoring=replace(scoring, rules=rules, persons=persons))

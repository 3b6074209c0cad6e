"""What an article speaks of: its words, and which share of other lines they make up.

Two lines of one article share many pairs of characters, if only the small words;
lines of another matter share few. How few is said by the pack, for texts of length.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

_WORD = re.compile("[a-z][a-z0-9'-]{3,}")
_GRAM = re.compile(f"{_WORD.pattern}|(?=([\u3400-\u9fff]{{2}}))")


def topic_of(text: str) -> frozenset[str]:
    """Give the words and the pairs of signs of a text.

    >>> sorted(topic_of("管制令"))
    ['制令', '管制']
    """
    pairs = map("".join, pairwise(text))
    return frozenset(pairs) | frozenset(_WORD.findall(text))


def grams_of(text: str) -> Iterator[str]:
    """Give the Latin words and the pairs of Chinese characters of a text.

    >>> list(grams_of("export 管制令"))
    ['export', '管制', '制令']
    """
    return (met[1] or met[0] for met in _GRAM.finditer(text))


def share_of(texts: Iterable[str], topic: frozenset[str]) -> float:
    """Give the share of the words of some texts, 0 to 1, that a topic has too."""
    grams = [gram for text in texts for gram in set(grams_of(text))]
    return sum(gram in topic for gram in grams) / len(grams) if grams else 0.0


def is_foreign(
    texts: Sequence[str], topic: frozenset[str], told: int, runs: Mapping[str, float]
) -> bool:
    """Tell whether lines have so few words of an article that they are none of it.

    ``told`` counts the characters of the article: the fewer, the fewer words of its
    own lines it has too. Lines with few words that are known to be words tell nothing.
    """
    grams = sum(len(set(grams_of(text))) for text in texts)
    if grams < runs["worded"] * len(texts):
        return False
    return share_of(texts, topic) <= min(runs["unknown"], told / runs["learnt"])

"""Where the prose of an article begins and ends, past notices of unknown wording.

A sentence far from all other prose, with none of the words of the article, is no part
of it: a footer in the words of another site must not make its labels look like lines
of the article.
"""

from collections.abc import Sequence
from itertools import pairwise

from antinomy.press.mending.noise import NoiseWords
from antinomy.press.mending.topic import is_foreign, topic_of


def ends_of(
    prose: Sequence[int], texts: Sequence[str], words: NoiseWords
) -> tuple[int, int]:
    """Give the first and the last line of the article's prose.

    Without any, the first is behind all lines and the last before them.
    """
    if not prose:
        return len(texts), -1
    cuts = [0, *_gaps(prose, texts, int(words.runs["aside"])), len(prose)]
    parts = [prose[one:other] for one, other in pairwise(cuts)]
    main = max(parts, key=lambda part: sum(len(texts[at]) for at in part))
    told = "\n".join(texts[at] for at in main)
    if main is parts[0] is parts[-1] or len(told) < words.runs["told"]:
        return prose[0], prose[-1]
    topic = topic_of(told)

    def is_own(part: Sequence[int]) -> bool:
        if part is main:
            return True
        lines = [texts[at] for at in part]
        return not is_foreign(lines, topic, len(told), words.runs)

    own = [part for part in parts if is_own(part)]
    return own[0][0], own[-1][-1]


def _gaps(prose: Sequence[int], texts: Sequence[str], least: int) -> list[int]:
    """Give where in ``prose`` so many other lines stand between two."""
    return [
        place
        for place in range(1, len(prose))
        if prose[place] - prose[place - 1] > least
        and sum(map(bool, texts[prose[place - 1] + 1 : prose[place]])) >= least
    ]

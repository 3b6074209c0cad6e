"""Lines behind the article with noise on both sides.

A footer is never known in all its words. What stands there alone between lines that
are, shares no words with the article, and is neither a table nor a list, goes too.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from antinomy.press.mending.topic import grams_of
from antinomy.press.mending.weighing import Looks

_KEPT, _NAMED, _OTHER = "kept", "named", "other"
_BY_PLACE = frozenset({"linked", "frame"})


def between_noise(looks: Looks) -> Iterator[int]:
    """Give the lines that go because of what stands around them."""
    lines = [
        at
        for at in range(looks.page.last + 1, len(looks.page.texts))
        if not looks.is_blank(at)
    ]
    parts = [list(part) for _, part in groupby(lines, key=partial(_state, looks))]
    begun = 0  # lines of noise before
    for place, part in enumerate(parts):
        state = _state(looks, part[0])
        is_last = place == len(parts) - 1
        least = looks.words.runs["before_last"] if is_last else 1
        is_inside = place > 0 and _NAMED == _state(looks, parts[place - 1][0])
        is_inside &= is_last or _NAMED == _state(looks, parts[place + 1][0])
        if state == _KEPT and is_inside and begun >= least:
            is_footer = not is_last and begun >= looks.words.runs["before_last"]
            if _may_go(part, looks, is_footer=is_footer):
                yield from part
        begun += len(part) if state == _NAMED else 0


def _state(looks: Looks, at: int) -> str:
    """Tell a kept line, noise known by its words, and other noise."""
    noise = looks.noise[at]
    if noise is None:
        return _KEPT
    return _OTHER if noise.rule in _BY_PLACE else _NAMED


def _may_go(lines: Sequence[int], looks: Looks, *, is_footer: bool) -> bool:
    """Tell a stretch so short and strange that nothing is lost with it.

    Deep in a footer a label with too few words to be known as foreign goes too.
    """
    numbers = looks.words.runs
    if len(lines) > numbers["between"] or not looks.is_told:
        return False
    if any(looks.words.figures.search(looks.page.texts[at]) for at in lines):
        return False
    return all(
        looks.are_foreign([at]) or (is_footer and _is_label(at, looks)) for at in lines
    )


def _is_label(at: int, looks: Looks) -> bool:
    """Tell a short line of a word or two, none of them the article's."""
    if looks.page.widths[at] > looks.words.widths["label"]:
        return False
    if next(grams_of(looks.bare(at)), None) is None:
        return False
    return looks.shared(at) <= looks.words.runs["unknown"]

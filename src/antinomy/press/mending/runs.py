"""Lists of links: runs of short lines that do not belong to the article.

A run is judged as a whole: see `antinomy.press.mending.weighing`. No word by itself
condemns a line; only inside a list of links a lexicon tells of which kind an item is.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from antinomy.press.mending.notices import Noise
from antinomy.press.mending.weighing import (
    HEADER,
    Looks,
    is_adult,
    kind_of_item,
    weight_of,
)

_SENTENCE = re.compile(r"。|\.{6}$|[,;:、]$|[a-z\d]{2}[)\"”]?\.$|[a-z]{2}\. [a-z]")
_ENDED = re.compile(r"[。.!?;,:、”\"'’」』)]$")
_AMONG_ITEMS = frozenset(
    {
        ("ui_label", "label.ui_label"),
        ("ui_label", "label.nav"),
        ("reference_item", "shape.cited"),
    }
)
_MARKED = 0.9  # with so many of them marked, an item without a mark is none
_WIDEST = 10  # a line that heads a list is no wider, in Chinese characters
_HEADING = 16  # a heading right before prose is no wider, in Chinese characters


def link_lists(looks: Looks) -> dict[int, Noise]:
    """Give the lines that belong to lists of links, with what they are."""
    found: dict[int, Noise] = {}
    for run in _runs(looks):
        for items in _lists_in(run, looks):
            found |= _named(items, looks)
    return found


def _runs(looks: Looks) -> Iterator[list[int]]:
    """Give stretches of items, over blank lines, that are long enough or headed."""
    items: list[int] = []
    for at, text in enumerate(looks.page.texts):
        if not text:
            continue
        if _is_item(at, looks):
            items.append(at)
            continue
        if items:
            yield from _cut(items, looks)
            items = []
    yield from _cut(items, looks)


def _cut(items: Sequence[int], looks: Looks) -> Iterator[list[int]]:
    """Cut a stretch before and after the labels in it that head lists."""
    if len(items) < looks.words.runs["least"]:
        if _is_worth(items, looks):
            yield list(items)
        return
    for heads, part in groupby(items, key=looks.heads):
        run = [] if heads else list(part)
        if _is_worth(run, looks):
            yield run


def _is_item(at: int, looks: Looks) -> bool:
    """Tell a short line without the end of a sentence."""
    noise = looks.noise[at]
    if noise is not None:
        return (noise.kind, noise.rule) in _AMONG_ITEMS
    text, page = looks.page.texts[at], looks.page
    if page.widths[at] > looks.words.widths["item"]:
        return False
    return _SENTENCE.search(text) is None or looks.is_marked(at)


def _is_worth(items: Sequence[int], looks: Looks) -> bool:
    if not items:
        return False
    if len(items) >= looks.words.runs["least"] or looks.is_headed(items[0]):
        return True
    return _is_left_over(items, looks)


def _is_left_over(items: Sequence[int], looks: Looks) -> bool:
    """Tell a few items with signs, behind the article and of another matter.

    Noise stands right before them, or one of them carries a mark.
    """
    if len(items) < looks.words.runs["few"] or items[0] < looks.page.last:
        return False
    before = looks.beside(items[0], -1)
    is_closed = before is not None and looks.noise[before] is not None
    if not is_closed and not any(map(looks.is_marked, items)):
        return False
    if not (looks.is_told and all(map(looks.prefix, items))):
        return False
    return looks.are_foreign(items)


def _is_list(items: Sequence[int], looks: Looks) -> bool:
    return (
        _is_worth(items, looks)
        and weight_of(items, looks) >= (looks.words.runs["needed"])
    )


def _lists_in(run: list[int], looks: Looks) -> Iterator[list[int]]:
    """Give the run without its edges where it is a list; else its parts by prefix."""
    trimmed = _trimmed(run, looks)
    if _is_list(trimmed, looks):
        yield trimmed
        return
    found = _parts_of(run, looks, looks.prefix)
    yield from found or _parts_of(run, looks, lambda at: bool(looks.prefix(at)))


def _parts_of(
    run: list[int], looks: Looks, sign: Callable[[int], object]
) -> list[list[int]]:
    """Give the parts of a run with one kind of sign that are lists."""
    parts = [list(part) for _, part in groupby(run, key=sign)]
    return [part for part in parts if len(parts) > 1 and _is_list(part, looks)]


def _trimmed(run: list[int], looks: Looks) -> list[int]:
    """Take the lines of the article off the ends of a run."""
    signs = Counter(looks.prefix(at) for at in run)
    sign = signs.most_common(1)[0][0]
    signed = signs[""] <= (1 - _MARKED) * len(run)
    marked = sum(looks.is_marked(at) for at in run) >= _MARKED * len(run)
    headed = looks.is_headed(run[0])

    def belongs(at: int) -> bool:
        if looks.is_marked(at) or looks.noise[at] is not None:
            return True
        if signed:
            return looks.prefix(at) != ""
        if looks.prefix(at) != sign:
            return False
        if sign:
            return True
        if marked or not (headed or looks.page.is_at_an_end(at)):
            return False
        return looks.shared(at) < looks.words.runs["heading"]

    own = [place for place, at in enumerate(run) if belongs(at)]
    if not own:
        return []
    first = 0 if headed else own[0]
    last = len(run) - 1 if _is_closed(run[-1], looks) else own[-1]
    items = run[first : last + 1]
    if items and not sign and _is_heading(items[-1], looks):
        items.pop()
    return items


def _is_closed(at: int, looks: Looks) -> bool:
    """Tell the last line of a page, or one that noise stands behind."""
    after = looks.beside(at, 1)
    return looks.page.is_at_an_end(at) and (
        after is None or looks.noise[after] is not None
    )


def _is_heading(at: int, looks: Looks) -> bool:
    """Tell a line without a mark right before prose: a heading, or the title."""
    if looks.noise[at] is not None or looks.is_marked(at):
        return False
    after = looks.beside(at, 1)
    while after is not None and (noise := looks.noise[after]) is not None:
        if noise.role != "metadata":
            return False
        after = looks.beside(after, 1)
    if after is None or not looks.page.prose[after]:
        return False
    return looks.page.widths[at] <= _HEADING or after == looks.page.first


def _named(items: Sequence[int], looks: Looks) -> dict[int, Noise]:
    adult = sum(is_adult(at, looks) for at in items) / len(items)
    is_spam = adult >= looks.words.runs["spam_share"]
    found = {
        at: Noise("boilerplate", kind_of_item(at, looks, is_spam=is_spam), "run.item")
        for at in items
    }
    header = looks.beside(items[0], -1)
    if header is not None and (
        looks.is_headed(items[0]) or _heads(header, items, looks)
    ):
        found[header] = Noise("boilerplate", HEADER, "run.header")
    return found


def _heads(at: int, items: Sequence[int], looks: Looks) -> bool:
    """Tell a short line that is no label known, but only heads the list after it."""
    text = looks.page.texts[at]
    if looks.noise[at] is not None or looks.page.widths[at] > _WIDEST:
        return False
    if at < looks.page.last:
        return False
    if not looks.topic or _ENDED.search(text) or looks.is_marked(at):
        return False
    is_plain = looks.prefix(items[0]) and not looks.prefix(at)
    return bool(is_plain) and looks.shared(at) < looks.words.runs["heading"]

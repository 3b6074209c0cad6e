"""Sentences and labels that speak of the page: by their cues, shape and position.

A notice needs several cues, fewer where no prose stands before it or none after it. A
label is a whole line. Neither is told by a word alone.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, compress
from typing import NamedTuple

from antinomy.press.line import Role
from antinomy.press.mending.composed import label_in
from antinomy.press.mending.ends import ends_of
from antinomy.press.mending.noise import NoiseWords, Notice

_STOP = re.compile(r"[。!?]|\.(?=[\s\"'”’)\]]|$)|…|;$")
_CORE = re.compile(r"[^\W\d_](?:.*[^\W\d_])?")
_PARTED = re.compile(r"[|·•/>»,:\s]")
# A sign with the blanks around it, or several blanks; a search leaps to their first.
_PARTS = re.compile(r"[|·•/>»,:\s](?:(?<!\s)\s*|(?<=\s)(?:\s*+[|·•/>»,:]\s*|\s+))")
_HAN = re.compile("[\u3400-\u9fff]")
_SIGN = 4  # characters of a sign that a line may begin with, as "12. " is
LABELS_IN_A_ROW = 2


class Noise(NamedTuple):
    """What a line is beside the article, and by which rule."""

    role: Role
    kind: str
    rule: str


# Labels that say what follows them, which outside the article is nothing read.
_OPENING = frozenset({"reference_header", "link_list_header"})
_ROW = Noise("boilerplate", "ui_label", "label.row")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page as folded, with what is known of all of them.

    ``widths`` are in Chinese characters; ``prose`` tells which lines are sentences of
    some length; ``claimed`` has the lines that would be notices at an end of the page,
    with the groups of cues they have; ``first`` and ``last`` are the first and last
    lines of prose that are not claimed: what lies before or after is head or tail.
    """

    texts: Sequence[str]
    widths: Sequence[float]
    prose: Sequence[bool]
    claimed: Mapping[int, tuple[Notice, int]]
    first: int
    last: int

    def is_at_an_end(self, at: int) -> bool:
        """Tell whether no prose stands before the line, or none after it."""
        return at < self.first or at > self.last


def page_of(
    texts: Sequence[str], words: NoiseWords, outside: Sequence[bool] = ()
) -> Page:
    """Look at the folded lines of a page once; prose ``outside`` is none of it."""
    widths = [
        len(text) / 2 if text.isascii() else len(text.encode("gbk", "replace")) / 2
        for text in texts
    ]
    least = words.widths["prose"]
    prose = [
        width >= least and _STOP.search(text, _SIGN) is not None
        for text, width in zip(texts, widths, strict=True)
    ]
    for at in compress(range(len(texts)), outside):
        prose[at] = False
    claimed = _claimed(texts, words)
    plain = [at for at, told in enumerate(prose) if told and at not in claimed]

    def is_told(at: int) -> bool:
        is_short = widths[at] <= words.widths["shape"]
        return not is_short or words.shape.match(texts[at]) is None

    first, last = ends_of(list(filter(is_told, plain)), texts, words)
    return Page(texts, widths, prose, claimed, first, last)


def _claimed(texts: Sequence[str], words: NoiseWords) -> dict[int, tuple[Notice, int]]:
    """Give the lines that have cues enough for the head or the tail of a page.

    The first notice that is one anywhere goes before the first that needs an end.
    """
    found: dict[int, tuple[Notice, int]] = {}
    for at, said in _cues(texts, words).items():
        if words.telling.isdisjoint(said):
            continue
        cues = _of_the_page(texts[at], said, words)
        for notice in words.notices:
            if notice.must.isdisjoint(cues) or len(texts[at]) > notice.longest:
                continue
            met = _met(notice, cues)
            if met >= notice.anywhere:
                found[at] = notice, met
                break
            if met >= notice.at_ends:
                found.setdefault(at, (notice, met))
    return found


def _met(notice: Notice, cues: AbstractSet[int]) -> int:
    return sum(not group.isdisjoint(cues) for group in notice.also)


def _of_the_page(text: str, cues: set[int], words: NoiseWords) -> set[int]:
    """Give the cues that a line says of the page: none that it tells or quotes."""
    if words.quoted.search(text) is not None:
        text = words.quoted.sub(" ", text)
        cues = _cues([text], words).get(0, set())
    return set() if words.narrated.search(text) is not None else cues


def _cues(texts: Sequence[str], words: NoiseWords) -> dict[int, set[int]]:
    """Give for each line that has any the numbers of its cues."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: dict[int, set[int]] = {}
    whole = "\n".join(texts)
    for cue, start, _ in words.finder.find_matches_as_indexes(whole, overlapping=True):
        found.setdefault(bisect_right(starts, start) - 1, set()).add(cue)
    return found


def named_of(page: Page, at: int, words: NoiseWords) -> Noise | None:
    """Name a line outside the article by a label or a notice alone: a quick look."""
    if at in page.claimed:
        notice, _ = page.claimed[at]
        return Noise("boilerplate", notice.kind, notice.rule)
    kind = words.labels.get(page.texts[at])
    if kind is None or kind in _OPENING:
        return None
    return Noise("boilerplate", "ui_label" if kind == "nav_label" else kind, "label")


def noise_of(page: Page, at: int, words: NoiseWords) -> Noise | None:
    """Tell what a line is beside the article, or None."""
    text = page.texts[at]
    at_an_end = page.is_at_an_end(at)
    if page.widths[at] <= words.widths["shape"]:
        label = (
            label_of(text, words, at_an_end=at_an_end) if not page.prose[at] else None
        )
        if label is not None:
            return label
        if page.widths[at] <= words.widths["label"]:
            made = label_in(text, words.composed, at_an_end=at_an_end)
            if made is not None:
                return Noise(made.role, made.kind, made.rule)
        met = None if text.endswith("。") else words.shape.match(text)
        if met is not None and met.lastgroup:
            shape = words.shapes[met.lastgroup]
            if at_an_end or not shape.at_ends:
                return Noise(shape.role, shape.kind, shape.rule)
    if at in page.claimed:
        notice, met_groups = page.claimed[at]
        if at_an_end or met_groups >= notice.anywhere:
            return Noise("boilerplate", notice.kind, notice.rule)
    return None


def label_of(text: str, words: NoiseWords, *, at_an_end: bool) -> Noise | None:
    """Tell which label a line is, or that it is made of labels only."""
    name = _core(text)
    kind = words.labels.get(name) if len(name) <= words.longest_label else None
    if kind == "nav_label":
        return Noise("boilerplate", "ui_label", "label.nav") if at_an_end else None
    if kind == "reference_header":
        return Noise("citation", kind, "label.references")
    if kind is not None:
        return Noise("boilerplate", kind, "label." + kind)
    if _PARTED.search(text) is None:
        return None
    if _is_row(_labels_in(text), words):
        return _ROW
    return _ROW if at_an_end and _is_row(text.split(), words) else None


def _is_row(parts: Iterable[str], words: NoiseWords) -> bool:
    count = 0
    for part in parts:
        if part not in words.labels:
            return False
        count += 1
    return count >= LABELS_IN_A_ROW


def _labels_in(text: str) -> Iterator[str]:
    for part in _parts_of(text):
        pieces = part.split() if _HAN.search(part) else [part]
        yield from filter(None, map(_core, pieces))


def _parts_of(text: str) -> Iterator[str]:
    """Part a text one by one: the first part that is no label mostly ends it."""
    begun = 0
    for met in _PARTS.finditer(text):
        yield text[begun : met.start()]
        begun = met.end()
    yield text[begun:]


def _core(text: str) -> str:
    """Give a text from its first letter to its last."""
    met = _CORE.search(text)
    return met[0] if met else ""

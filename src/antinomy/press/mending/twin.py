"""The twin of a page: its kept lines, mended, in Simplified characters.

Names, times and figures are found in the twin, and every place of it is carried back
to the code points of the decoded source.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from antinomy.press.line import Judged
from antinomy.press.mending.lookalikes import (
    in_plain_letters,
    without_doubles,
    without_unseen,
)
from antinomy.press.mending.pinyin import unspoken
from antinomy.press.mending.repair import Patch, Repair, Step, TwinWords, over, patched
from antinomy.press.mending.shifted import realigned
from antinomy.press.mending.simplified import simplified, traditional_in
from antinomy.press.mending.wrapping import joints
from antinomy.press.woven import Extent, Weaver, Woven


@dataclass(frozen=True, slots=True)
class Twin:
    """The mended text, woven of the decoded source, and what was mended in that."""

    woven: Woven
    repairs: tuple[Repair, ...]

    @property
    def text(self) -> str:
        """Give the text that is read."""
        return self.woven.text


def twin_of(judged: Sequence[Judged], decoded: str, words: TwinWords) -> Twin:
    r"""Join the lines that are read by "\n", and mend them.

    Every step is one pass over the whole text, taken only where there is something to
    mend; a page without noise is its own twin.
    """
    first = _joined([one for one in judged if one.is_read], decoded, words)
    woven, repairs = first.woven, list(first.repairs)
    for mend in _steps(words):
        step = mend(woven.text)
        if step is None:
            continue
        for repair in step.repairs:
            extent = woven.below(repair.extent)
            repairs.append(Repair(extent, repair.kind, repair.rule))
        woven = over(step.woven, woven)
    return Twin(woven, tuple(sorted(repairs)))


def _steps(words: TwinWords) -> tuple[Callable[[str], Step | None], ...]:
    return (
        partial(without_unseen, words=words),
        realigned,
        partial(in_plain_letters, words=words),
        partial(unspoken, words=words),
        without_doubles,
        partial(_in_simplified, words=words),
    )


def _joined(kept: Sequence[Judged], decoded: str, words: TwinWords) -> Step:
    """Lay the kept lines end to end; lines as they stand in the source in one run."""
    weaver, repairs = Weaver(), list[Repair]()
    begun = done = -1  # of a stretch of the source that stands as it is
    for one, joint, then in zip_longest(kept, joints(kept, words), kept[1:]):
        line, end = one.line, one.line.extent.end
        as_it_is = line.text == line.extent.of(decoded)
        if begun >= 0 and not (as_it_is and line.extent.start == done):
            weaver.keep(decoded[begun:done], begun)
            begun = -1
        if not as_it_is:
            _lay(weaver, line.woven)
        elif begun < 0:
            begun = line.extent.start
        done = end
        if then is None:
            continue
        if as_it_is and joint == decoded[end : end + 1] == "\n":
            done = end + 1
            continue
        if begun >= 0:
            weaver.keep(decoded[begun:done], begun)
            begun = -1
        weaver.put(joint, end, end)
        if joint != "\n":
            extent = Extent(end, then.line.extent.start)
            repairs.append(Repair(extent, "broken_line", "broken.joined"))
    if begun >= 0:
        weaver.keep(decoded[begun:done], begun)
    return Step(weaver.woven(), tuple(repairs))


def _lay(weaver: Weaver, woven: Woven) -> None:
    for text, source, whole in woven.runs():
        if whole:
            weaver.put(text, source.start, source.end)
        else:
            weaver.keep(text, source.start)


def _in_simplified(text: str, words: TwinWords) -> Step | None:
    """Give a Traditional text in Simplified characters and the mainland's words."""
    share = traditional_in(text, words.both) / max(1, len(text))
    if share < words.traditional_share:
        return None
    step = patched(text, _converted(text, words))
    repair = Repair(Extent(0, len(text)), "traditional", "traditional.page")
    return None if step is None else Step(step.woven, (repair,))


def _converted(text: str, words: TwinWords) -> Iterator[Patch]:
    """Convert between and at the words that have a form of their own."""
    told, at = simplified(text), 0
    for met in words.own_words.finditer(text):
        start, end = met.span()
        if start > at:
            yield Patch(at, start, told[at:start], "traditional", "")
        own = words.kept.get(met[0]) or words.taiwan[met[0]]
        yield Patch(start, end, own, "traditional", "")
        at = end
    if at < len(text):
        yield Patch(at, len(text), told[at:], "traditional", "")

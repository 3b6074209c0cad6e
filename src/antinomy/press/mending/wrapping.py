"""Lines that were cut in mid-sentence: at the width of a screen, or by mishap.

Two lines are one where the first ends as no line does, or is as wide as the others of
a page that was cut at a width, and the second goes on. Headings stay by themselves.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from antinomy.press.line import Judged
from antinomy.press.mending.repair import TwinWords

_ENDED = re.compile(r"[。！？!?.…：:；;”」』\"'’)）】》](?:\([^)]{1,9}\))?$")
_ENDS = frozenset("。！？!?.…：:；;”」』")
_COMMA = re.compile(r"[,，、]$")
_BRACKET = re.compile(r"[(（][^)）]{1,9}[)）]$")
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,%]$"), re.compile(r"\s*[a-z]")
_LETTER = re.compile(r"\s*[A-Za-z0-9$]")


def joints(judged: Sequence[Judged], words: TwinWords) -> list[str]:
    r"""Give what stands between each kept line and the next: "\n", " " or nothing."""
    is_open = [not _is_ended(one.line.text) for one in judged]
    found = ["\n"] * (len(judged) - 1)
    cut_at = None
    if sum(is_open) >= int(words.broken["lines"]):
        cut_at = _cut_at(is_open, judged, words)
    for at, (first, then) in enumerate(pairwise(judged)):
        if is_open[at]:
            found[at] = _joint(first, then, cut_at, words)
    return found


def _is_ended(text: str) -> bool:
    return text[-1:] in _ENDS or _ENDED.search(text.rstrip()) is not None


def _width(text: str) -> float:
    text = text.strip()
    if text.isascii():
        return len(text) / 2
    return len(text.encode("gbk", "replace")) / 2


def _cut_at(
    is_open: Sequence[bool],
    judged: Sequence[Judged],
    words: TwinWords,
) -> float | None:
    """Give the width at which the page was cut, or None."""
    broken = words.broken
    widths = [_width(one.line.text) for one in judged]
    widest = max(widths, default=0)
    if not float(broken["least"]) <= widest <= float(broken["widest"]):
        return None
    near = [
        at
        for at, (one, width) in enumerate(zip(judged, widths, strict=True))
        if width >= widest - _slack(one.line.text, words)
    ]
    open_ended = sum(is_open[at] for at in near)
    if len(near) < max(int(broken["lines"]), float(broken["share"]) * len(widths)):
        return None
    return widest if open_ended * 2 > len(near) else None


def _slack(text: str, words: TwinWords) -> float:
    return float(words.broken["near_latin" if text.isascii() else "near"])


def _joint(first: Judged, then: Judged, cut_at: float | None, words: TwinWords) -> str:
    text, follows = first.line.text.rstrip(), then.line.text
    width = _width(text)
    if first.line.tag or then.line.tag or then.line.number != first.line.number + 1:
        return "\n"
    if not follows.strip():
        return "\n"
    joint = " " if _LATIN_END.search(text) and _LETTER.match(follows) else ""
    if cut_at is not None and width >= cut_at - _slack(text, words):
        return joint
    if "heading" in (first.role, then.role) or "title" in (first.role, then.role):
        return "\n"
    return joint if _goes_on(text, follows, width, words) else "\n"


def _goes_on(text: str, follows: str, width: float, words: TwinWords) -> bool:
    """Tell whether a line, by its last word, wants another one."""
    if width < float(words.broken["least"]):
        return False
    if _LATIN_END.search(text) and _LATIN_START.match(follows):
        return True
    if _COMMA.search(text):
        return True
    return _BRACKET.sub("", text).rstrip()[-1:] in words.cut_after

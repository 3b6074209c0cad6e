"""A rough copy of lines to recognise noise by: Simplified, lower case, half-width.

Nothing is read from it but what kind of line it is, so it keeps no places. Pinyin in
brackets goes without being checked here; the twin text checks it.
"""

import re
from collections.abc import Sequence
from unicodedata import is_normalized, normalize

from antinomy.press.mending.simplified import simplified

_PARTED = "\n"
_VOWELS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# A search leaps to a blank or bracket; to look back from every place takes longer.
_SPOKEN = re.compile(
    "(?: (?<=[\u3400-\u9fff] )\\(|\\((?<=[\u3400-\u9fff]\\())"
    f"(?=[^)]{{0,9}}[{_VOWELS}1-5])[a-zü{_VOWELS}ńňǹ]{{1,7}}[1-5]?\\)"
)
# The signs of Chinese text that are half as wide when folded, replaced one by one: most
# pages have no other, and are then known to be normal at a glance.
_WIDE = (*zip("，：；！？（）　", ",:;!?() ", strict=True), ("…", "..."))
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def folded(texts: Sequence[str]) -> list[str]:
    """Fold lines, each by itself, without the blanks around them.

    >>> folded(["相關(guān)閱讀：", "TOP"])
    ['相关阅读:', 'top']
    """
    whole = _PARTED.join(texts)
    if whole.count(_PARTED) != max(0, len(texts) - 1):
        whole = _PARTED.join(" ".join(text.split()) for text in texts)
    return [line.strip() for line in _fold(whole).split(_PARTED)] if texts else []


def narrowed(text: str) -> str:
    """Give the signs of Chinese text as half-width ones, "…" as three dots.

    >>> narrowed("甲，乙…")
    '甲,乙...'
    """
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return text


def _fold(text: str) -> str:
    text = narrowed(text)
    text = _UNSEEN.sub("", text)
    if not is_normalized("NFKC", text):
        text = _PARTED.join(normalize("NFKC", line) for line in text.split(_PARTED))
    text = text.lower()
    if "(" in text:
        text = _SPOKEN.sub("", text)
    return simplified(text)

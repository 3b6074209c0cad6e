"""A rough copy of lines to recognise noise by: Simplified, lower case, half-width.

Nothing is read from it but what kind of line it is, so it keeps no places. Pinyin in
brackets goes without being checked here; the twin text checks it.
"""

import re
from collections.abc import Mapping, Sequence
from unicodedata import is_normalized, normalize

from antinomy.press.mending.pinyin import says
from antinomy.press.mending.simplified import simplified

_PARTED = "\n"
_VOWELS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# A search leaps to a blank or bracket; to look back from every place takes longer.
_OPENED = (
    "(?:(?P<apart> )(?<=[\u3400-\u9fff] )[(\\[\u3014] ?"
    "|[(\\[\u3014](?<=[\u3400-\u9fff][(\\[\u3014]) ?)"
)
_CLOSED = " ?[)\\]\u3015](?(apart) ?)"
_TONED = re.compile(
    f"{_OPENED}(?=[^)\\]]{{0,9}}[{_VOWELS}1-5])[a-zü{_VOWELS}ńňǹ]{{1,7}}[1-5]?{_CLOSED}"
)
_TONELESS = re.compile(
    f"(?<=([\u3400-\u9fff])){_OPENED}(?P<sound>[a-zü]{{1,6}}){_CLOSED}"
)
_SPOKEN = 12  # brackets without tones on a page, from which they are taken for pinyin
_HAN = re.compile("[\u3400-\u9fff]")
_CIRCLE = re.compile("[\u2460-\u2473]")
_CIRCLED = {0x2460 + at: f"({at + 1})" for at in range(20)}
# The signs of Chinese text that are half as wide when folded, replaced one by one: most
# pages have no other, and are then known to be normal at a glance.
_WIDE = (*zip("，：；！？（）　", ",:;!?() ", strict=True), ("…", "..."))
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def folded(texts: Sequence[str], own: Mapping[str, str] | None = None) -> list[str]:
    """Fold lines, each by itself, without the blanks around them.

    ``own`` has words of Taiwan, as folded, with what the mainland says.

    >>> folded(["相關(guān)閱讀：", "TOP"])
    ['相关阅读:', 'top']
    """
    whole = _PARTED.join(texts)
    if whole.count(_PARTED) != max(0, len(texts) - 1):
        whole = _PARTED.join(" ".join(text.split()) for text in texts)
    if not texts:
        return []
    plain = _narrow(whole)
    told = simplified(plain)
    if told != plain:
        for word, other in (own or {}).items():
            told = told.replace(word, other)
    return [line.strip() for line in told.split(_PARTED)]


def narrowed(text: str) -> str:
    """Give the signs of Chinese text as half-width ones, "…" as three dots.

    >>> narrowed("甲，乙…")
    '甲,乙...'
    """
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return text


def _narrow(text: str) -> str:
    text = narrowed(text)
    text = _UNSEEN.sub("", text)
    if not is_normalized("NFKC", text):
        if _CIRCLE.search(text) is not None:
            text = text.translate(_CIRCLED)
        text = _PARTED.join(normalize("NFKC", line) for line in text.split(_PARTED))
    text = text.lower()
    has_brackets = "(" in text or "[" in text
    return _unspoken(text) if has_brackets and _HAN.search(text) else text


def _unspoken(text: str) -> str:
    """Take out pinyin: with tones at once, without where a page is full of it."""
    text = _TONED.sub("", text)
    if len(_TONELESS.findall(text)) < _SPOKEN:
        return text
    return _TONELESS.sub(lambda met: "" if says(met["sound"], met[1]) else met[0], text)

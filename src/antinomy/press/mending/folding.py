"""A rough copy of lines to recognise noise by: Simplified, lower case, half-width.

Nothing is read from it but what kind of line it is, so it keeps no places. Pinyin in
brackets goes without being checked here; the twin text checks it.
"""

import re
from collections.abc import Sequence
from unicodedata import normalize

from antinomy.press.mending.simplified import simplified

_PARTED = "\n"
_VOWELS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SPOKEN = re.compile(
    f"(?<=[\u3400-\u9fff]) ?\\((?=[^)]*[{_VOWELS}1-5])[a-zü{_VOWELS}ńňǹ]{{1,7}}[1-5]?\\)"
)
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


def _fold(text: str) -> str:
    text = normalize("NFKC", _UNSEEN.sub("", text)).lower()
    if "(" in text:
        text = _SPOKEN.sub("", text)
    return simplified(text)

"""Characters that only look like, or only hide among, those that are meant.

Nothing is read from signs without width or direction; letters of other scripts inside
a Latin word, wide letters and digits, and doubled commas become what they stand for.
"""

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from antinomy.press.mending.folding import narrowed
from antinomy.press.mending.repair import Patch, Step, TwinWords, patched

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
# What counts as printable and shows nothing.
_SEEMING = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u3164\ufe0e\ufe0f\uffa0"
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％\U0001d400-\U0001d7ff\U0001fbf0-\U0001fbf9]+")
_POINT = re.compile("(?<=[0-9０-９])．(?=[0-9０-９])")
_FOREIGN = re.compile("[\u0370-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile("[A-Za-z\u0370-\u04ff\u0500-\u052f]+")
_DOUBLED = re.compile("(?P<one>[,，、;；])(?:[ \u3000]?(?P=one))+")


def without_unseen(text: str, words: TwinWords) -> Step | None:
    """Take out signs without width or direction, and strings against copying."""
    found: list[Patch] = []
    if _may_hide(text):
        signs = _UNSEEN.finditer(text)
        found += (Patch(*met.span(), "", "unseen", "unseen.sign") for met in signs)
    if any(sign in text for sign in words.anti_copy_signs):
        found += (
            Patch(*met.span(), "", "anti_copy", "planted")
            for met in words.planted.finditer(text)
        )
    return patched(text, sorted(found))


def _may_hide(text: str) -> bool:
    """Tell at a glance whether there may be signs that nobody sees."""
    if not text.replace("\n", "").isprintable():
        return True
    return any(sign in text for sign in _SEEMING)


def in_plain_letters(text: str, words: TwinWords) -> Step | None:
    """Give wide and foreign letters as the Latin ones they stand for."""
    is_foreign = _FOREIGN.search(text) is not None
    if not is_foreign and is_normalized("NFKC", narrowed(text)):
        return None
    found = [
        Patch(*met.span(), normalize("NFKC", met[0]), "width", "width.wide")
        for pattern in (_WIDE, _POINT)
        for met in pattern.finditer(text)
    ]
    if is_foreign:
        found += _lookalikes(text, words)
    return patched(text, sorted(found))


def _lookalikes(text: str, words: TwinWords) -> Iterator[Patch]:
    for met in _WORD.finditer(text):
        if met[0].isascii() or not _LATIN.search(met[0]):
            continue
        latin = met[0].translate(words.lookalikes)
        if not _FOREIGN.search(latin):
            yield Patch(*met.span(), latin, "lookalike", "lookalike.letter")


def without_doubles(text: str) -> Step | None:
    """Let one comma stand for several."""
    doubled = _DOUBLED.finditer(text)
    found = (Patch(*m.span(), m["one"], "doubled", "doubled.comma") for m in doubled)
    return patched(text, found)

"""Brackets that say how the character before them is said.

Machines that turn Simplified text into Traditional put them in. A bracket goes only
where its content is a reading of that character, and only on a page that has several:
`中芯国际(SMIC)` and a gloss of one rare character stay.
"""

from collections.abc import Iterator
from functools import cache
from re import Match
from unicodedata import normalize

from antinomy.press.mending.repair import TONED, Patch, Step, TwinWords, patched

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}


def unspoken(text: str, words: TwinWords) -> Step | None:
    """Take out the brackets that only say how a character is said."""
    if not any(sign in text for sign in words.pinyin["open"]):
        return None
    found = [
        met
        for met in words.bracketed.finditer(text)
        if says(
            met["sound"], text[max(0, met.start() - 2) : met.start()].rstrip(" ")[-1:]
        )
    ]
    toned = sum(TONED.search(met["sound"]) is not None for met in found)
    if toned < int(words.pinyin["least"]) and (
        len(found) < int(words.pinyin["least_plain"])
    ):
        return None
    return patched(text, _taken_out(text, found))


def _taken_out(text: str, found: list[Match[str]]) -> Iterator[Patch]:
    """Take brackets out with the blank before them, and with the one behind then."""
    for met in found:
        rule = "pinyin.toned" if TONED.search(met["sound"]) else "pinyin.plain"
        start, end = met.span()
        if text[start - 1] == " ":
            start -= 1
            end += text[end : end + 1] == " "
        yield Patch(start, end, "", "pinyin", rule)


def says(sound: str, han: str) -> bool:
    """Tell whether a syllable is a reading of a character, with tone or without.

    >>> [says(sound, "行") for sound in ("háng", "xing", "xing2", "hen")]
    [True, True, True, False]
    """
    return han != "" and normalize("NFC", sound) in readings(han)


@cache
def readings(han: str) -> frozenset[str]:
    """Give all readings of a character: with marks, with numbers, without tone."""
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415 - few pages need it

    found: set[str] = set()
    for said in PINYIN_DICT.get(ord(han), "").split(","):
        if said:
            found.update(_spellings(said))
    return frozenset(found)


def _spellings(said: str) -> Iterator[str]:
    """Spell a reading in each way: `lǜ`, `lü4`, `lv4`, `lu4`, `lü`, `lv`, `lu`."""
    yield normalize("NFC", said)
    apart = normalize("NFD", said)
    tone = next((_TONES[sign] for sign in apart if sign in _TONES), "5")
    plain = normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    for spelt in {plain, plain.replace("ü", "v"), plain.replace("ü", "u")}:
        yield spelt
        yield spelt + tone

"""Runs of GBK that were read one byte off.

A program put pinyin behind two bytes that were the halves of two characters: the
second byte of the one and the first of the next read as a character of their own. What
is left is `?`, the pinyin, `)`, and then every pair of bytes taken one off, up to the
next ASCII character. The byte that `?` swallowed follows from the pinyin: it is the
second byte of the character that was taken to stand there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from antinomy.press.mending.pinyin import says
from antinomy.press.mending.repair import HAN, SOUND, Patch, Step, patched
from antinomy.press.mending.simplified import simplified

_START = re.compile(f"[?？\ufffd](?<={HAN}.){SOUND}\\)")
_NEXT = re.compile(f"[?？\ufffd]{SOUND}\\)")
_LEADS, _TRAILS = range(0x81, 0xFF), (*range(0x40, 0x7F), *range(0x80, 0xFF))
_ASCII = 0x80
_FIRST_LEVEL = 0xD7  # the last first byte of the commonest characters of GB 2312
_LONGEST = 64  # characters of a run
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class _Run:
    """A run read anew: what stands for which places, and whether all was found."""

    patches: tuple[Patch, ...]
    whole: bool

    def counts(self) -> tuple[bool, int, int]:
        """Give what the better reading has more of: length, then common characters."""
        common = sum(_is_common(patch.text) for patch in self.patches)
        return self.whole, len(self.patches), common

    def guessed(self) -> "_Run":
        """Give the run with its first character marked as one of several."""
        first, *rest = self.patches
        doubted = replace(first, kind="damaged", rule="shift.guessed")
        return replace(self, patches=(doubted, *rest))


def realigned(text: str) -> Step | None:
    """Read the runs anew; what cannot be read is marked as damaged."""
    return patched(text, _patches(text)) if _START.search(text) else None


def _patches(text: str) -> Iterator[Patch]:
    at = 0
    while met := _START.search(text, at):
        best = _best([_run(text, met, lost) for lost in _lost_bytes(text, met)])
        if best is None:
            yield Patch(*met.span(), met[0], "damaged", "shift.unread")
            at = met.end()
        else:
            yield from best.patches
            at = best.patches[-1].end


def _best(runs: list[_Run]) -> _Run | None:
    """Give the reading that has most; where others have as much, it is a guess."""
    found = [run for run in runs if run.patches]
    if not found:
        return None
    best = max(found, key=_Run.counts)
    equal = {run.patches for run in found if run.counts() == best.counts()}
    return best.guessed() if len(equal) > 1 else best


def _lost_bytes(text: str, met: re.Match[str]) -> Iterator[int]:
    """Give the bytes that may stand where `?` is, by the pinyin behind it."""
    before = text[met.start() - 1].encode("gbk", "replace")
    if len(before) == len(b"zz"):
        for trail, _ in _said(before[1], met["sound"]):
            yield trail


@cache
def _said(lead: int, sound: str) -> tuple[tuple[int, str], ...]:
    """Give the characters with a first byte that are said so, by their second."""
    pairs = ((trail, _decoded(lead, trail)) for trail in _TRAILS)
    return tuple((trail, han) for trail, han in pairs if han and says(sound, han))


def _decoded(lead: int, trail: int) -> str:
    if lead not in _LEADS:
        return ""
    return bytes((lead, trail)).decode("gbk", "ignore")


def _run(text: str, met: re.Match[str], lost: int) -> _Run:
    """Read on from the lost byte, pair by pair, until the bytes fall into step."""
    patches: list[Patch] = []
    lead, start, at = lost, met.start(), met.end()
    while at < min(len(text), met.end() + _LONGEST):
        if behind := _NEXT.match(text, at):
            said = [han for _, han in _said(lead, behind["sound"]) if _is_usual(han)]
            return _closed(patches, said[0] if said else "", start, behind.end())
        pair = text[at].encode("gbk", "replace")
        han = _decoded(lead, pair[0])
        if len(pair) == 1 or pair[1] < _ASCII:
            rest = chr(pair[1]) if len(pair) > 1 else ""
            return _closed(patches, han + rest if _is_usual(han) else "", start, at + 1)
        if not _is_usual(han):
            break
        patches.append(Patch(start, at + 1, han, "byte_shift", "shift.read"))
        lead, start, at = pair[1], at, at + 1
    return _Run((), whole=False)


def _closed(patches: list[Patch], text: str, start: int, end: int) -> _Run:
    if text:
        last = Patch(start, end, text, "byte_shift", "shift.read")
    else:
        last = Patch(start, end, _LOST, "damaged", "shift.lost")
    return _Run((*patches, last), whole=bool(text))


def _is_common(han: str) -> bool:
    """Tell a character of the first level of GB 2312, which has the commonest."""
    if not _is_usual(han):
        return False
    code = simplified(han).encode("gb2312", "replace")
    return len(code) == len(b"zz") and code[0] <= _FIRST_LEVEL


def _is_usual(han: str) -> bool:
    """Tell a character that everyday text has: GB 2312 holds its Simplified form."""
    if not han:
        return False
    try:
        simplified(han).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True

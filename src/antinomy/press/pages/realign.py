"""Runs of GBK read one byte off: a byte was lost, and every pair after it is wrong.

A run of bytes between two characters of plain ASCII is read both ways; where the other
way gives far more frequent characters, it is the right one, and the byte left over
stands as damage. A text that was stored in that state, as UTF-8, is taken back first.
"""

import re

from antinomy.press.pages.source_words import EncodingWords

_RUN = re.compile(rb"[\x81-\xfe][\x40-\xfe]{7,}")


def realign(data: bytes, words: EncodingWords) -> str | None:
    """Read GBK with its shifted runs put right; None where no run is shifted."""
    pieces: list[str] = []
    place = 0
    repaired = False
    for found in _RUN.finditer(data):
        other = _better(found[0], words)
        if other is None:
            continue
        repaired = True
        pieces.append(data[place : found.start()].decode("gb18030", "replace"))
        pieces.append(other)
        place = found.end()
    if not repaired:
        return None
    pieces.append(data[place:].decode("gb18030", "replace"))
    return "".join(pieces)


def _better(run: bytes, words: EncodingWords) -> str | None:
    """Give a run read one byte on, its first byte as damage, if that is far better."""
    if len(run) < words.run:
        return None
    frequent = words.frequent["gb18030"]
    straight = run.decode("gb18030", "replace")
    now = len(frequent.findall(straight)) / len(straight)
    if now >= words.plausible:
        return None
    shifted = run[1:].decode("gb18030", "replace")
    then = len(frequent.findall(shifted)) / len(shifted)
    if then < max(words.plausible, words.clear * now):
        return None
    return "\ufffd" + shifted

"""The text of one block: entities decoded, white space collapsed, places kept."""

import re
from html import unescape

from antinomy.press.pages.tags import BLANK
from antinomy.press.woven import Extent, Weaver, Woven

_UNEVEN = re.compile(r"&(?:#\w{1,10}|[a-zA-Z]\w{0,40});?|\x1f+| {2,}")
_made = tuple.__new__  # past the function of a NamedTuple

Piece = tuple[int, str, bool]
"""A run of text: its place, its characters, and whether it stands in a link."""


def weave(pieces: list[Piece]) -> tuple[Woven, float]:
    """Weave the flat pieces of a block, and give the share of it that is linked.

    >>> woven, linked = weave([(3, "5&nbsp; May", False), (20, " 2025 ", True)])
    >>> woven.text, woven.below(Extent(2, 3)), linked
    ('5 May 2025', Extent(start=11, end=12), 0.5)
    """
    whole = "".join([text for _, text, _ in pieces])
    if whole.isprintable() and not unevenness(whole):
        return _evenly(pieces, whole.strip())
    weaving = _Weaving()
    for start, text, linked in pieces:
        weaving.take(start, text, linked=linked)
    woven = weaving.weaver.woven()
    return woven, weaving.linked / max(len(woven.text), 1)


def _evenly(pieces: list[Piece], whole: str) -> tuple[Woven, float]:
    """Weave pieces of which only the blanks at both ends are left out: most are so."""
    places: list[int] = []
    sources: list[Extent] = []
    length = linked = 0
    for start, text, is_linked in pieces:
        if not length:
            inner = text.lstrip()
            start, text = start + len(text) - len(inner), inner  # noqa: PLW2901
        size = min(len(text), len(whole) - length)
        if size:
            places.append(length)
            sources.append(_made(Extent, (start, start + size)))
            length += size
            if is_linked:
                linked += len(text.rstrip())
    runs = (False,) * len(places)
    woven = Woven(whole, tuple(places), tuple(sources), runs)
    return woven, linked / max(length, 1)


def flat(text: str) -> str:
    """Let each white space be a space and each NUL a blank, place by place."""
    if text.isprintable():
        return text
    for space in "\n\t\r\f":
        text = text.replace(space, " ")
    return text.replace("\0", BLANK)


def unevenness(text: str) -> int:
    """Count at least what is not simply to be kept; searches beat a pattern."""
    return text.count("&") + text.count("  ") + text.count(BLANK)


class _Weaving:
    """Makes the text of one block; white space waits until more text follows."""

    def __init__(self) -> None:
        self.weaver = Weaver()
        self.linked = 0
        self._space: Extent | None = None

    def take(self, start: int, text: str, *, linked: bool) -> None:
        """Take a piece."""
        before = self.weaver.length + (self._space is not None)
        if unevenness(text):
            self._exactly(start, text)
        else:
            self._plain(text, start)
        if linked:
            self.linked += max(self.weaver.length - before, 0)

    def _exactly(self, start: int, text: str) -> None:
        place = 0
        for found in _UNEVEN.finditer(text):
            if found.start() > place:
                self._plain(text[place : found.start()], start + place)
            place = found.end()
            self._odd(found[0], start + found.start(), start + place)
        if place < len(text):
            self._plain(text[place:], start + place)

    def _odd(self, seen: str, start: int, end: int) -> None:
        """Take a blank, white space or an entity."""
        if seen[0] == BLANK:
            return
        said = unescape(seen) if seen[0] == "&" else seen
        if said.isspace():
            self._gap(start, end)
        elif said == seen:
            self._plain(seen, start)
        else:
            self._settle()
            self.weaver.put(said, start, end)

    def _plain(self, text: str, start: int) -> None:
        inner = text.lstrip()
        if len(inner) < len(text):
            self._gap(start, start + len(text) - len(inner))
            start += len(text) - len(inner)
        if not inner:
            return
        self._settle()
        text = inner.rstrip()
        self.weaver.keep(text, start)
        if len(text) < len(inner):
            self._gap(start + len(text), start + len(inner))

    def _gap(self, start: int, end: int) -> None:
        if self.weaver.length:
            self._space = Extent(self._space.start if self._space else start, end)

    def _settle(self) -> None:
        if self._space:
            self.weaver.put(" ", self._space.start, self._space.end)
            self._space = None

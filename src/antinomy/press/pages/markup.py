"""From HTML to blocks of text, each character with its place in the decoded source.

An own segmenter: a page is parted at its block tags in one pass, without a tree of
objects, so that offsets hold and hostile markup costs no more than its length. What no
reader sees (scripts, styles, comments) is blanked, never cut, and places stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from antinomy.press.pages.hidden import BLANK, Blanked, blank
from antinomy.press.pages.source_words import MarkupWords, SourceLimits
from antinomy.press.woven import Extent, Weaver, Woven

# Never fails once a name is read, so that each character is looked at once or twice.
_TAG = re.compile(
    r"""(<(/?[a-zA-Z][^\s/>]*+)(?:>|[^>"']*+"""
    r"""(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+(?:>|[^>]*+>?)))"""
    r"([^<]*+(?:<(?!/?[a-zA-Z])[^<]*+)*+)"
)
_UNEVEN = re.compile(r"&(?:#\w{1,10}|[a-zA-Z]\w{0,40});?|\x1f+| {2,}")
_GAP = re.compile(r"\s+")

_groups = re.Match.groups
_BR = frozenset({"br", "BR", "Br", "hr", "HR"})  # what they part is of one kind
_NAMES = 5000  # spellings of tags that are remembered
_FAR = 40  # containers that one closing tag may close

Piece = tuple[int, str, bool]
_Act = Callable[[str, int], None]


class Block(NamedTuple):
    """A run of text between two block tags.

    ``node`` numbers the container it stands in, ``tag`` names the nearest block tag,
    ``linked`` is the share, 0 to 1, of its characters inside links.
    """

    woven: Woven
    extent: Extent
    tag: str
    node: int
    linked: float


@dataclass(frozen=True, slots=True)
class Markup:
    """A page in blocks, and its containers by number, each after the one around it.

    ``parents`` gives for each container the one around it, -1 for the page itself;
    ``names`` its element; ``openings`` where its tag stands. ``deepest`` counts the
    containers inside one another, ``left_open`` the inline elements never closed.
    ``unread`` is what lies behind the most blocks that are read.
    """

    blocks: tuple[Block, ...]
    parents: tuple[int, ...]
    names: tuple[str, ...]
    openings: tuple[int, ...]
    metas: tuple[int, ...]
    times: tuple[int, ...]
    blanked: Blanked
    deepest: int
    left_open: int
    tags: int
    unread: Extent | None
    coarse: bool


def segment(text: str, words: MarkupWords, limits: SourceLimits) -> Markup:
    """Part a page into blocks."""
    reading = _Segmenter(blank(text, words.hidden), words, limits)
    return reading.markup()


class _Segmenter:
    """Reads one page from tag to tag."""

    def __init__(
        self, blanked: Blanked, words: MarkupWords, limits: SourceLimits
    ) -> None:
        self.blanked = blanked
        self.left_open = words.left_open
        self.lines = limits.lines
        self.full = False
        self.runs = limits.runs
        self.blocks: list[Block] = []
        self.parents = [-1]
        self.names = [""]
        self.openings = [0]
        self.metas: list[int] = []
        self.times: list[int] = []
        self.stack = [0]
        self.pieces: list[Piece] = []
        self.tag = ""
        self.linked = False
        self.deepest = self.inline = 0
        self.acts = self._acts(words)

    def markup(self) -> Markup:
        end = self._walk()
        whole = len(self.blanked.text)
        return Markup(
            tuple(self.blocks),
            tuple(self.parents),
            tuple(self.names),
            tuple(self.openings),
            tuple(self.metas),
            tuple(self.times),
            self.blanked,
            self.deepest,
            max(self.inline, 0),
            self.blanked.text.count("<"),
            Extent(end, whole) if end < whole else None,
            self.runs <= 0,
        )

    def _acts(self, words: MarkupWords) -> dict[str, "_Act | None"]:
        """Say of each tag, opening and closing, what is to be done."""
        acts: dict[str, _Act | None] = {}
        for name in words.formatting:
            acts |= {name: self._format, f"/{name}": self._unformat}
        acts |= {"a": self._link, "/a": self._unlink}
        acts |= {"time": self._time, "meta": self._meta}
        for name in words.breaks:
            acts |= {name: self._break, f"/{name}": self._resume}
        for name in words.containers:
            acts |= {name: self._open, f"/{name}": self._close}
        return acts

    def _walk(self) -> int:
        """Read to the end, or to where the most blocks are full; say where that is."""
        text, acts, pieces = self.blanked.text, self.acts, self.pieces
        first = _TAG.search(text)
        place = first.start() if first else len(text)
        pieces.append((0, text[:place], False))
        for tag, name, after in map(_groups, _TAG.finditer(text, place)):
            if name in acts:
                act = acts[name]
            else:
                act = self._learn(name)
            if act:
                act(name, place)
                if self.full:
                    return place
            place += len(tag)
            if after:
                if pieces or not after.isspace():
                    pieces.append((place, after, self.linked))
                place += len(after)
        if pieces:
            self._flush()
        return len(text)

    def _learn(self, name: str) -> "_Act | None":
        """Take a name in capitals, or one that is not known, for the next time."""
        act = self.acts.get(name.lower())
        if len(self.acts) < _NAMES:
            self.acts[name] = act
        return act

    def _link(self, _name: str, _start: int) -> None:
        self.linked = True
        self.inline += 1

    def _unlink(self, _name: str, _start: int) -> None:
        self.linked = False
        self.inline -= 1

    def _format(self, _name: str, _start: int) -> None:
        self.inline += 1

    def _unformat(self, _name: str, _start: int) -> None:
        self.inline -= 1

    def _meta(self, _name: str, start: int) -> None:
        self.metas.append(start)

    def _time(self, _name: str, start: int) -> None:
        self.times.append(start)

    def _break(self, name: str, _start: int) -> None:
        if self.pieces:
            self._flush()
        if name not in _BR:
            self.tag = name.lower()

    def _resume(self, _name: str, _start: int) -> None:
        if self.pieces:
            self._flush()
        self.tag = self.names[self.stack[-1]]

    def _open(self, name: str, start: int) -> None:
        if self.pieces:
            self._flush()
        name, stack = name.lower(), self.stack
        if name in self.left_open and self.names[stack[-1]] == name:
            stack.pop()
        stack.append(len(self.names))
        self.parents.append(stack[-2])
        self.names.append(name)
        self.openings.append(start)
        self.tag = name
        self.deepest = max(self.deepest, len(stack))

    def _close(self, name: str, _start: int) -> None:
        """Leave the nearest container of the name, if one is open not far above."""
        if self.pieces:
            self._flush()
        stack, names = self.stack, self.names
        name = name[1:].lower()
        for back in range(1, min(len(stack), _FAR)):
            if names[stack[-back]] == name:
                del stack[-back:]
                break
        self.tag = names[stack[-1]]

    def _flush(self) -> None:
        """Make a block of the pieces read since the last block tag."""
        pieces = self.pieces
        while len(pieces) > 1 and pieces[-1][1].isspace():
            pieces.pop()
        start, text, linked = pieces[0]
        inner = _flat(text.strip())
        if len(pieces) == 1 and not _is_uneven(inner):
            pieces.clear()
            if not inner:
                return
            start += text.index(inner[0])
            extent = Extent(start, start + len(inner))
            woven = Woven(inner, (0,), (extent,), (False,))
            self.runs -= 1
            share = 1.0 if linked else 0.0
        else:
            weaving = _Weaving(exact=self.runs > 0)
            for start, text, linked in pieces:
                weaving.take(start, text, linked=linked)
            pieces.clear()
            woven = weaving.weaver.woven()
            if not woven.text:
                return
            self.runs -= len(woven.places)
            extent = Extent(woven.sources[0].start, woven.sources[-1].end)
            share = weaving.linked / len(woven.text)
        self.blocks.append(Block(woven, extent, self.tag, self.stack[-1], share))
        self.full = len(self.blocks) >= self.lines


def _flat(text: str) -> str:
    """Let each white space be a space and each NUL a blank, place by place."""
    if text.isprintable():
        return text
    for space in "\n\t\r\f":
        text = text.replace(space, " ")
    return text.replace("\0", BLANK)


def _is_uneven(text: str) -> bool:
    """Tell whether a text is not simply to be kept; three searches beat a pattern."""
    return "&" in text or "  " in text or BLANK in text


class _Weaving:
    """Makes the text of one block: entities decoded, white space collapsed."""

    def __init__(self, *, exact: bool) -> None:
        self.weaver = Weaver()
        self.exact = exact
        self.linked = 0
        self._space: Extent | None = None  # white space not yet known to stand inside

    def take(self, start: int, text: str, *, linked: bool) -> None:
        before = self.weaver.length
        if self.exact:
            self._exactly(start, text)
        else:
            self._coarsely(start, text)
        if linked:
            self.linked += self.weaver.length - before

    def _exactly(self, start: int, text: str) -> None:
        text = _flat(text)
        place = 0
        for found in _UNEVEN.finditer(text) if _is_uneven(text) else ():
            if found.start() > place:
                self._plain(text[place : found.start()], start + place)
            place = found.end()
            seen = found[0]
            if seen[0] == BLANK:
                continue
            if seen[0] == "&":
                seen = unescape(seen)
            if seen.isspace():
                self._gap(start + found.start(), start + place)
            elif seen[0] == "&" and len(seen) > 1:
                self._plain(seen, start + found.start())
            else:
                self._settle()
                self.weaver.put(seen, start + found.start(), start + place)
        if place < len(text):
            self._plain(text[place:], start + place)

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

    def _coarsely(self, start: int, text: str) -> None:
        seen = _GAP.sub(" ", unescape(_flat(text).replace(BLANK, "")))
        self._settle()
        self.weaver.put(seen.strip(), start, start + len(text))
        if seen.endswith(" "):
            self._gap(start + len(text) - 1, start + len(text))

    def _gap(self, start: int, end: int) -> None:
        if self.weaver.length:
            self._space = Extent(self._space.start if self._space else start, end)

    def _settle(self) -> None:
        if self._space:
            self.weaver.put(" ", self._space.start, self._space.end)
            self._space = None

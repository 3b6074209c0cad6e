"""From HTML to blocks of text, each character with its place in the decoded source.

An own segmenter: a page is parted at its block tags in one pass, without a tree of
objects, so that offsets hold and hostile markup costs no more than its length. What no
reader sees (scripts, styles, comments) is stepped over, and places stay.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from antinomy.press.pages.source_words import MarkupWords, SourceLimits
from antinomy.press.pages.tags import BLANK, LONG, is_closed, pairs_in, tag_pattern
from antinomy.press.pages.weaving import Piece, flat, unevenness, weave
from antinomy.press.woven import Extent, Weaver, Woven

_groups = re.Match.groups
_made = tuple.__new__  # many thousands a page: past the function of a NamedTuple
_BR = frozenset({"br", "BR", "Br", "hr", "HR"})  # what they part is of one kind
_NAMES = 5000  # spellings of tags that are remembered
_FIRST, _APART = (0,), (False,)  # of a text that stands as it is in one run
_FAR = 40  # containers that one closing tag may close

_Act = Callable[[str, int], None]


class _Acts(dict[str, "_Act | None"]):
    """What is to be done at a tag, by its name as it is spelt; nothing at most."""

    def __missing__(self, name: str) -> "_Act | None":
        """Take a name in capitals, or one that is not known, for the next time."""
        act = self.get(name.lower())
        if len(self) < _NAMES:
            self[name] = act
        return act


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
    containers inside one another, ``left_open`` the inline elements never closed,
    ``pairs`` at most the pairs of attributes inside single long tags.
    ``scripts`` are the places of script elements, ``metas`` and ``times`` those of such
    tags; ``unclosed`` is where something hidden begins that never ends.
    ``unread`` is what lies behind the most blocks that are read.
    """

    blocks: tuple[Block, ...]
    parents: tuple[int, ...]
    names: tuple[str, ...]
    openings: tuple[int, ...]
    metas: tuple[int, ...]
    times: tuple[int, ...]
    scripts: tuple[Extent, ...]
    text: str
    unclosed: int | None
    deepest: int
    left_open: int
    tags: int
    pairs: int
    unread: Extent | None
    coarse: bool


def segment(text: str, words: MarkupWords, limits: SourceLimits) -> Markup:
    """Part a page into blocks."""
    reading = _Segmenter(text, words, limits)
    return reading.markup()


class _Segmenter:
    """Reads one page from tag to tag."""

    def __init__(self, text: str, words: MarkupWords, limits: SourceLimits) -> None:
        self.text = text
        self.pattern = tag_pattern(words.hidden)
        self.left_open = words.left_open
        self.most_lines = limits.lines
        self.most_containers = limits.containers
        self.most_pieces = limits.pieces
        self.full = False
        self.runs = limits.runs
        self.blocks: list[Block] = []
        self.parents = [-1]
        self.names = [""]
        self.openings = [0]
        self.metas: list[int] = []
        self.times: list[int] = []
        self.scripts: list[Extent] = []
        self.unclosed: int | None = None
        self.stack = [0]
        self.pieces: list[Piece] = []
        self.tag = ""
        self.linked = False
        self.deepest = self.inline = self.pairs = 0
        self.acts = self._acts(words)

    def markup(self) -> Markup:
        end = self._walk()
        whole = len(self.text)
        return Markup(
            tuple(self.blocks),
            tuple(self.parents),
            tuple(self.names),
            tuple(self.openings),
            tuple(self.metas),
            tuple(self.times),
            tuple(self.scripts),
            self.text,
            self.unclosed,
            self.deepest,
            max(self.inline, 0),
            self.text.count("<"),
            self.pairs,
            Extent(end, whole) if end < whole else None,
            self.runs <= 0,
        )

    def _acts(self, words: MarkupWords) -> _Acts:
        """Say of each tag, opening and closing, what is to be done."""
        acts = _Acts()
        for name in words.formatting:
            acts.update({name: self._format, f"/{name}": self._unformat})
        acts.update({"a": self._link, "/a": self._unlink})
        acts.update({"time": self._time, "meta": self._meta})
        for name in words.breaks:
            acts.update({name: self._break, f"/{name}": self._resume})
        for name in words.containers:
            acts.update({name: self._open, f"/{name}": self._close})
        return acts

    def _walk(self) -> int:
        """Read to the end, or to where the most blocks are full; say where that is."""
        text, acts, pieces = self.text, self.acts, self.pieces
        most = self.most_pieces
        first = self.pattern.search(text)
        place = first.start() if first else len(text)
        pieces.append((0, text[:place], False))
        found = self.pattern.finditer(text, place)
        for tag, hidden, name, after in map(_groups, found):
            if name is None:
                self._hide(tag, hidden, place)
            elif act := acts[name]:
                act(name, place)
                if self.full:
                    return place
            size = len(tag)
            if size > LONG and name:
                self.pairs += pairs_in(tag)
            place += size
            if after:
                if pieces or not after.isspace():
                    pieces.append((place, after, self.linked))
                    if len(pieces) >= most:
                        self._flush()
                place += len(after)
        if pieces:
            self._flush()
        return len(text)

    def _hide(self, tag: str, element: str | None, start: int) -> None:
        """Note a script, and what begins here and never ends."""
        if element and element.lower() == "script":
            self.scripts.append(Extent(start, start + len(tag)))
        if start + len(tag) == len(self.text) and not is_closed(tag, element):
            self.unclosed = start

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
        self.tag = name = name.lower()
        stack = self.stack
        if len(self.names) == self.most_containers:
            return
        if name in self.left_open and self.names[stack[-1]] == name:
            stack.pop()
        stack.append(len(self.names))
        self.parents.append(stack[-2])
        self.names.append(name)
        self.openings.append(start)
        self.deepest = max(self.deepest, len(stack))

    def _close(self, name: str, _start: int) -> None:
        """Leave the nearest container of the name, if one is open not far above."""
        if self.pieces:
            self._flush()
        stack, names = self.stack, self.names
        name = name[1:].lower()
        if names[stack[-1]] == name and len(stack) > 1:
            stack.pop()  # as in most pages it is
        else:
            for back in range(2, min(len(stack), _FAR)):
                if names[stack[-back]] == name:
                    del stack[-back:]
                    break
        self.tag = names[stack[-1]]

    def _flush(self) -> None:
        """Make a block of the pieces read since the last block tag.

        Most are one piece in which nothing is to be woven.
        """
        pieces = self.pieces
        if len(pieces) > 1:
            while len(pieces) > 1 and pieces[-1][1].isspace():
                pieces.pop()
        if len(pieces) == 1:
            start, text, linked = pieces[0]
            inner = text.strip()
            if inner.isprintable() and "&" not in inner and "  " not in inner:
                pieces.clear()
                if not inner:
                    return
                start += text.index(inner[0])
                extent = _made(Extent, (start, start + len(inner)))
                woven = _made(Woven, (inner, _FIRST, (extent,), _APART))
                self.runs -= 1
                self._add(woven, extent, 1.0 if linked else 0.0)
                return
        woven, share = self._woven(pieces)
        pieces.clear()
        if woven.text:
            extent = Extent(woven.sources[0].start, woven.sources[-1].end)
            self._add(woven, extent, share)

    def _add(self, woven: Woven, extent: Extent, share: float) -> None:
        """Take a block."""
        blocks = self.blocks
        blocks.append(_made(Block, (woven, extent, self.tag, self.stack[-1], share)))
        if len(blocks) >= self.most_lines:
            self.full = True

    def _woven(self, pieces: list[Piece]) -> tuple[Woven, float]:
        """Weave pieces, and give the share that is linked.

        Beyond the most runs of a page a block is one run.
        """
        if self.runs > 0:
            made = [(start, flat(text), linked) for start, text, linked in pieces]
            self.runs -= sum(1 + 2 * unevenness(text) for _, text, _ in made)
            if self.runs > 0:
                return weave(made)
        start, (end, last, _) = pieces[0][0], pieces[-1]
        text = flat("".join(text for _, text, _ in pieces)).replace(BLANK, "")
        text = " ".join(unescape(text).split())
        linked = sum(len(text) for _, text, linked in pieces if linked)
        weaver = Weaver()
        weaver.put(text, start, end + len(last))
        return weaver.woven(), min(linked / max(len(text), 1), 1.0)

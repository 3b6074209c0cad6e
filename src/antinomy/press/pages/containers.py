"""The containers of a page: what they hold, and what their names say of them."""

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from antinomy.press.pages.markup import Block, Markup
from antinomy.press.pages.source_words import MarkupWords, VoiceWords

_NAMED = re.compile(
    r"\s(?:class|id|role|itemprop)\s*=\s*"
    r"""(?:"([^"]{0,500})|'([^']{0,500})|([^\s>"']{1,500}))""",
    re.IGNORECASE,
)
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_UNSEEN = re.compile(
    r"""\shidden(?=[\s>/=])|\sstyle\s*=\s*["'][^"'>]{0,200}?display:\s*none""",
    re.IGNORECASE,
)
_BYTES = 4  # at most, of a character in UTF-8
_TAG_END = re.compile(r"[^>]{0,1000}>?")


class Containers:
    """Sums over the containers of one page, and their names.

    Lists are by the number of the container. ``weight`` is the running text inside,
    ``width`` all text inside, ``linked`` that in links.
    """

    def __init__(self, markup: Markup, words: VoiceWords, tags: MarkupWords) -> None:
        self.markup = markup
        self.parents = markup.parents
        self.elements = markup.names
        self.words = words
        self.tags = tags
        self._openings = markup.openings
        self._text = markup.text
        self._names: dict[int, tuple[str, ...]] = {}
        self._against: dict[int, bool] = {}
        never = tags.headings | tags.captions | tags.titles
        # Most blocks weigh nothing, and are told before anything is counted.
        least, most = words.width / _BYTES, words.linked
        self.weights = [
            0.0
            if linked > most or len(woven.text) < least or tag in never
            else weigh(woven.text, linked, words)
            for woven, _, tag, _, linked in markup.blocks
        ]
        self._nodes = [block.node for block in markup.blocks]
        self._widths = [len(block.woven.text) for block in markup.blocks]
        self._links = [block.linked for block in markup.blocks]

    @cached_property
    def apart(self) -> list[bool]:
        """Tell of each container whether it is no part of an article."""
        held = self.summed(self.weights)
        most, sure = self.words.most * held[0], self.words.sure * held[0]
        apart = [False] * len(held)
        parents, elements, named = self.parents, self.elements, self.tags.apart
        for node in range(1, len(held)):
            weight = held[node]
            if apart[parents[node]] or (weight < most and elements[node] in named):
                apart[node] = True
            elif weight:  # most hold no running text
                apart[node] = (weight < most and self.speaks_against(node)) or (
                    weight < sure and self._speaks_surely(node)
                )
        return apart

    @cached_property
    def weight(self) -> list[float]:
        """Sum the running text that is not apart."""
        apart = self.apart
        return self.summed(
            0.0 if apart[node] else weight
            for node, weight in zip(self._nodes, self.weights, strict=True)
        )

    @cached_property
    def width(self) -> list[float]:
        """Sum the characters."""
        return self.summed(self._widths)

    @cached_property
    def linked(self) -> list[float]:
        """Sum the characters in links."""
        pairs = zip(self._widths, self._links, strict=True)
        return self.summed(width * share for width, share in pairs)

    def link_share(self, node: int) -> float:
        """Give the share of a container's characters that stands in links."""
        return self.linked[node] / max(self.width[node], 1)

    def summed(self, values: Iterable[float]) -> list[float]:
        """Sum what the blocks hold over the containers they stand in."""
        sums = [0.0] * len(self.parents)
        for node, value in zip(self._nodes, values, strict=True):
            sums[node] += value
        parents = self.parents
        for node in range(len(sums) - 1, 0, -1):
            if held := sums[node]:
                sums[parents[node]] += held
        return sums

    def is_unseen(self, block: Block) -> bool:
        """Tell whether a block, or what it stands in, is not shown to who reads."""
        start = self._text.rfind("<", 0, block.extent.start)
        if start >= 0 and _UNSEEN.search(self._text, start, block.extent.start):
            return True
        node = block.node
        while node:
            if _UNSEEN.search(self._tag(node)):
                return True
            node = self.parents[node]
        return False

    def is_body(self, node: int) -> bool:
        """Tell whether a container is said to be the body of an article."""
        return not self.words.bodies.isdisjoint(self.names(node))

    def speaks_for(self, node: int) -> bool:
        """Tell whether an element or its names speak for an article."""
        if self.elements[node] in self.tags.articles:
            return True
        return any(self.words.favour & _parts(name) for name in self.names(node))

    def speaks_against(self, node: int) -> bool:
        """Tell whether the names of a container speak against an article in it."""
        found = self._against.get(node)
        if found is None:
            found = self._against[node] = self._speaks_against(node)
        return found

    def _speaks_against(self, node: int) -> bool:
        if self.elements[node] in self.tags.articles | self.tags.wholes:
            return False
        words = self.words
        for name in self.names(node):
            parts = _parts(name)
            if words.against & parts and not words.neutral & parts:
                return True
        return bool(_UNSEEN.search(self._tag(node)))

    def _speaks_surely(self, node: int) -> bool:
        surely = self.words.against_surely
        named = any(surely & _parts(name) for name in self.names(node))
        return named and not self.speaks_for(node)

    def names(self, node: int) -> tuple[str, ...]:
        """Give the names a container bears: its classes, its id, its role."""
        found = self._names.get(node)
        if found is None:
            values = _NAMED.findall(self._tag(node))
            names = (name for value in values for name in "".join(value).split())
            found = self._names[node] = tuple(islice(names, self.words.names))
        return found

    def _tag(self, node: int) -> str:
        found = _TAG_END.match(self._text, self._openings[node])
        return found[0] if found else ""


def _parts(name: str) -> set[str]:
    return {part.lower() for part in _PART.findall(name)}


def weigh(text: str, linked: float, words: VoiceWords) -> float:
    """Weigh a block as running text: its marks and its width, less its links.

    Nothing is weighed where most of it stands in links or it is very short.
    """
    if linked > words.linked or (width := len(text.encode())) < words.width:
        return 0.0
    marks = sum(map(text.count, words.marks)) + (text[-1] in words.ends)
    if not marks and width < words.short:
        return words.faint
    return (1 + marks + min(width, words.full) / 100) * (1 - linked)

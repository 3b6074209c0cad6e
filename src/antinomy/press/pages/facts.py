"""What a page says of itself in its head: title, dates, site, author.

They are candidates with their places, in the order of the page, not findings: a page
may say anything of itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from antinomy.press.pages.markup import Markup
from antinomy.press.pages.source_words import FactWords
from antinomy.press.woven import Extent

_VALUE = re.compile(
    r"""([\w:-]{1,40})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)
_NAMED = re.compile(
    r"""\b(?:name|property|itemprop)\s{0,9}=\s{0,9}["']?([^"'>\s]{1,60})""",
    re.IGNORECASE,
)
_NAMES = frozenset({"name", "property", "itemprop"})
_MOST = 400  # facts of one kind of place


@dataclass(frozen=True, slots=True)
class PageFact:
    """A fact by its word (title, published, modified, site, author, description).

    ``stood`` names where it stood: the meta element's name, a key of linked data, or
    the element. ``extent`` is the place of the value in the decoded source.
    """

    word: str
    value: str
    stood: str
    extent: Extent


def facts_of(text: str, markup: Markup, words: FactWords) -> tuple[PageFact, ...]:
    """Gather the facts of a page from its head, its linked data and time elements."""
    found = [
        *_titles(markup),
        *_metas(text, markup, words),
        *_linked(text, markup, words),
        *_times(text, markup),
    ]
    return tuple(sorted(found, key=lambda fact: fact.extent))


def _titles(markup: Markup) -> Iterator[PageFact]:
    for block in markup.blocks:
        if block.tag == "title":
            yield PageFact("title", block.woven.text, "title", block.extent)
            return


def _metas(text: str, markup: Markup, words: FactWords) -> Iterator[PageFact]:
    for start in markup.metas[:_MOST]:
        end = _end(text, start)
        named = _NAMED.search(text, start + 5, end)
        if named is None or named[1].lower() not in words.meta:
            continue  # most say something else
        name, value = "", None
        for attribute in _VALUE.finditer(text, start + 5, end):
            key = attribute[1].lower()
            group = attribute.lastindex or 1
            if key in _NAMES:
                name = attribute[group].lower()
            elif key == "content":
                value = Extent(*attribute.span(group))
        if name in words.meta and value and (said := value.of(text).strip()):
            yield PageFact(words.meta[name], unescape(said), name, value)


def _end(text: str, start: int) -> int:
    """Find where the attributes of a tag end, or where none are looked for."""
    far = min(start + 4000, len(text))
    after = text.find("<", start + 1, far)
    return after if after > 0 else far


def _linked(text: str, markup: Markup, words: FactWords) -> Iterator[PageFact]:
    """Read linked data key by key: it is often not quite JSON."""
    names = "|".join(map(re.escape, words.linked))
    keys = re.compile(rf'"({names})"\s*:\s*"((?:[^"\\]|\\.){{0,500}})"')
    for inside in markup.scripts:
        if "ld+json" not in text[inside.start : inside.start + 300].lower():
            continue
        for number, found in enumerate(keys.finditer(text, inside.start, inside.end)):
            if number == _MOST:
                break
            yield PageFact(
                words.linked[found[1]], found[2], found[1], Extent(*found.span(2))
            )


def _times(text: str, markup: Markup) -> Iterator[PageFact]:
    for start in markup.times[:_MOST]:
        for attribute in _VALUE.finditer(text, start + 5, _end(text, start)):
            group = attribute.lastindex or 1
            if attribute[1].lower() == "datetime" and group > 1:
                extent = Extent(*attribute.span(group))
                yield PageFact("published", extent.of(text), "time", extent)

"""Two voices say which blocks are the article; a third is asked where they differ.

The fast foreign voice is resiliparse, the slow one trafilatura. A foreign parser is
given only what it can bear: a page beyond the limits is left to the own voice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from antinomy.press.pages.containers import Containers
from antinomy.press.pages.density import dense_blocks
from antinomy.press.pages.markup import Markup
from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source_words import MarkupWords, SourceLimits, SourceWords

Blocks = frozenset[int]

_HEADLINE = 4  # characters of a heading that tells a page from another
_LONG = 24  # characters of a block that is no other's by chance


@dataclass(frozen=True, slots=True)
class Chosen:
    """The blocks, from 0, that are the article, and how the voices came to it.

    ``agreement`` is the share, 0 to 1, of the running text kept by either of the two
    fast voices that both keep; None where the own voice spoke alone.
    """

    inside: Blocks
    agreement: float | None
    remarks: tuple[Remark, ...]


def choose(text: str, markup: Markup, words: SourceWords) -> Chosen:
    """Say which blocks of a page are the article."""
    containers = Containers(markup, words.voices, words.markup)
    own = dense_blocks(markup, containers)
    if why := beyond(text, markup, words.limits):
        return _chosen(own, None, containers, words, Remark("own_voice_only", why))
    weights = containers.weights
    said = fast_voice(text)
    running = [number for number, weight in enumerate(weights) if weight]
    fast = voice_of(said, markup, running)
    agreement = agreed(own, _undisputed(own, fast, markup, containers), weights)
    if agreement >= words.voices.agreement:
        return _chosen(own, agreement, containers, words)
    every = range(len(markup.blocks))
    fast = voice_of(said, markup, every)
    slow = voice_of(slow_voice(text), markup, every)
    inside = settled(own, fast, slow, weights=weights, line=words.voices.agreement)
    told = Remark("voices_differ", f"{agreement:.2f}")
    return _chosen(inside, agreement, containers, words, told)


def _chosen(
    inside: Blocks,
    agreement: float | None,
    containers: Containers,
    words: SourceWords,
    *remarks: Remark,
) -> Chosen:
    markup = containers.markup
    blocks = markup.blocks
    inside = frozenset(n for n in inside if not containers.is_unseen(blocks[n]))
    if not inside:
        return Chosen(inside, agreement, (*remarks, Remark("no_article")))
    return Chosen(inside | headline(markup, inside, words.markup), agreement, remarks)


def headline(markup: Markup, inside: Blocks, tags: MarkupWords) -> Blocks:
    """Find the heading before an article that is also the title of the page."""
    title = ""
    found: Blocks = frozenset()
    for number, block in enumerate(markup.blocks[: min(inside)]):
        tag = block.tag
        if tag in tags.titles:
            title = _bare(block.woven.text)
        elif tag in tags.headings and _is_in(_bare(block.woven.text), title):
            found = frozenset({number})
    return found


def _is_in(heading: str, title: str) -> bool:
    return len(heading) >= _HEADLINE and heading in title


def beyond(text: str, markup: Markup, limits: SourceLimits) -> str:
    """Say in what a page is more than a foreign parser is given, or nothing."""
    if len(text) > limits.voice:
        return f"{len(text)} characters"
    if markup.deepest > limits.depth:
        return f"{markup.deepest} elements deep"
    if markup.left_open > limits.depth:
        return f"{markup.left_open} elements left open"
    if markup.tags > limits.tags:
        return f"{markup.tags} tags"
    if markup.pairs > limits.pairs:
        return f"{markup.pairs} pairs of attributes"
    return ""


def _undisputed(
    own: Blocks, fast: Blocks, markup: Markup, containers: Containers
) -> Blocks:
    """Leave out of the fast voice what stands apart by its own name.

    Unless the own voice keeps so little that the names themselves are in doubt.
    """
    weights = containers.weights
    kept, said = (sum(weights[number] for number in some) for some in (own, fast))
    if kept < containers.words.least * said:
        return fast
    apart, blocks = containers.apart, markup.blocks
    return own & fast | {n for n in fast if not apart[blocks[n].node]}


def agreed(one: Blocks, other: Blocks, weights: list[float]) -> float:
    """Measure the running text that both keep by what either keeps.

    >>> agreed(frozenset({0, 1}), frozenset({1, 2}), [1.0, 2.0, 1.0])
    0.5
    """
    either = sum(weights[number] for number in one | other)
    both = sum(weights[number] for number in one & other)
    return both / either if either else 1.0


def settled(
    own: Blocks, fast: Blocks, slow: Blocks, *, weights: list[float], line: float
) -> Blocks:
    """Let two of three win: the own voice where the slow one bears it out.

    Where it does not, what two voices keep is kept, block by block.
    """
    if agreed(own, slow, weights) >= line:
        return own
    return (own & fast) | (own & slow) | (fast & slow)


def voice_of(said: str, markup: Markup, numbers: Sequence[int]) -> Blocks:
    """Find those of some blocks that a voice gave again as text."""
    lines = set(map(_bare, said.split("\n")))
    whole = "".join(said.split())
    blocks = markup.blocks
    found = []
    for number in numbers:
        text = _bare(blocks[number].woven.text)
        if text in lines or (len(text) >= _LONG and text in whole):
            found.append(number)
    return frozenset(found)


def _bare(text: str) -> str:
    """Give a text without white space, of which what is printable has only one."""
    return text.replace(" ", "") if text.isprintable() else "".join(text.split())


def fast_voice(text: str) -> str:
    """Let resiliparse say what the article is; nothing where it cannot read."""
    extract: Callable[..., str] = import_module(
        "resiliparse.extract.html2text"
    ).extract_plain_text
    try:
        return extract(
            text, main_content=True, list_bullets=False, alt_texts=False, comments=False
        )
    except (RuntimeError, ValueError):
        return ""


def slow_voice(text: str) -> str:
    """Let trafilatura say what the article is."""
    extract: Callable[..., str | None] = import_module("trafilatura").extract
    return extract(text, include_comments=False, fast=True) or ""

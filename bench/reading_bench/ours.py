"""Our reader as the command uses it, opened once, and what the bench asks of it."""

from collections.abc import Sequence
from functools import cache

from antinomy.cli.reader import Reader, open_reader
from antinomy.press.cleaning import judge
from antinomy.press.line import Judged
from antinomy.press.opening import open_page
from antinomy.press.source import Kind

OURS = "antinomy"


@cache
def reader() -> Reader:
    """Open the reader with the shipped packs."""
    return open_reader(None)


def judged(data: bytes, kind: Kind) -> tuple[Judged, ...]:
    """Open a page and judge its lines, as the first stages of reading do."""
    words = reader().words
    opened = open_page(data, name="page", words=words.sources, kind=kind)
    return judge(opened.lines, words.noise)


def kept_of(lines: Sequence[Judged], *, titles: bool = True) -> str:
    """Give the text that is read on; ``titles`` says whether headlines are part."""
    kept = (one for one in lines if one.is_read and (titles or one.role != "title"))
    return "\n".join(one.line.text for one in kept)


def by_line(texts: Sequence[str]) -> list[Judged]:
    """Judge texts as the lines of a plain page, one for one."""
    source = "\n".join(texts)
    found = {one.line.extent.start: one for one in judged(source.encode(), "text")}
    starts, at = [], 0
    for text in texts:
        starts.append(at)
        at += len(text) + 1
    return [found[start] for start in starts if start in found]

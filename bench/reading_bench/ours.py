"""Our reader as the command uses it, opened once, and what the bench asks of it."""

from collections.abc import Sequence
from functools import cache

from antinomy.cli.reader import Reader, Told, open_reader
from antinomy.press.line import Judged
from antinomy.press.mending.cleaning import judge
from antinomy.press.pages.opening import open_page
from antinomy.press.pages.source import Kind

OURS = "antinomy"


@cache
def reader() -> Reader:
    """Open the reader with the shipped packs."""
    return open_reader(None)


def read(data: bytes) -> Told:
    """Read a page with every stage, and look it up in the record."""
    return reader().read(data, name="page")


def judged(data: bytes, kind: Kind) -> tuple[Judged, ...]:
    """Open a page and judge its lines, as the first stages of reading do."""
    words = reader().words
    opened = open_page(data, name="page", words=words.sources, kind=kind)
    return judge(opened.lines, words.noise)


def kept_of(lines: Sequence[Judged], *, titles: bool = True) -> str:
    """Give the text that is read on; ``titles`` says whether headlines are part."""
    kept = (one for one in lines if one.is_read and (titles or one.role != "title"))
    return "\n".join(one.line.text for one in kept)


def source_of(texts: Sequence[str]) -> str:
    """Give texts as the lines of a plain page."""
    return "".join(f"{text}\n" for text in texts)


def by_line(texts: Sequence[str]) -> list[Judged]:
    """Judge texts as the lines of a plain page, one for one."""
    found = judged(source_of(texts).encode(), "text")
    assert len(texts) == len(found), "a page of other lines than it was made of"
    return list(found)

"""Pages, letters and archives of our own writing, and the words to open them with."""

import gzip
from functools import cache
from importlib.resources import files
from pathlib import Path

from antinomy.press.pages.opening import Opened, open_page
from antinomy.press.pages.source_words import SourceWords, load_source_words
from antinomy.press.woven import Extent

ZH = (
    "据报道，该公司昨天表示，新的芯片将在明年第一季度开始出货，"
    "但是政府尚未批准出口许可。"
)
TW = (
    "據報導，該公司昨天表示，新的晶片將在明年第一季度開始出貨，"
    "但是政府尚未批准出口許可。"
)

STORY = (
    (
        "The ministry said on Tuesday that the rule, which had been expected for "
        "weeks, would take effect in the autumn."
    ),
    (
        "Makers of chips have until then to file their plans, and several of them "
        "said that they would do so, though the forms are not yet known."
    ),
    (
        "An official, asked about the forms, said: they will be published in time, "
        "and nobody will be asked for what he cannot know."
    ),
)


@cache
def words() -> SourceWords:
    """Load the words of the pack once."""
    packs = Path(str(files("antinomy") / "packs"))
    return load_source_words(packs / "words" / "reading")


def opened(page: str | bytes, **told: str) -> Opened:
    """Open a page under a name."""
    data = page.encode() if isinstance(page, str) else page
    return open_page(data, name="page", words=words(), **told)  # type: ignore[arg-type] # a kind, spelt


def story_page(*, before: str = "", after: str = "") -> str:
    """Write a page with a story between a menu and a footer."""
    paragraphs = "".join(f"<p>{text}</p>\n" for text in STORY)
    return (
        "<!DOCTYPE html><html><head><title>Rule on chips to take effect</title></head>"
        "<body><ul class='menu'><li><a href='/'>Home page</a></li>"
        "<li><a href='/n'>All the news</a></li></ul>"
        f"{before}<div class='text'><h1>Rule on chips to take effect</h1>\n"
        f"{paragraphs}</div>{after}"
        "<div id='foot'><a href='/c'>Contact us</a> <a href='/i'>Imprint</a></div>"
        "</body></html>"
    )


def inside(page: Opened) -> list[str]:
    """Give the lines inside the article."""
    return [line.text for line in page.lines if not line.outside]


def codes(page: Opened) -> list[str]:
    """Give the codes of what is remarked of a page."""
    return [remark.code for remark in page.remarks]


def below(page: Opened, number: int, start: int, end: int) -> str:
    """Give what stands in the decoded source for characters of a line."""
    extent = page.lines[number].woven.below(Extent(start, end))
    return extent.of(page.decoded.text)


def record(
    address: str, body: bytes, coding: str = "", kind: str = "response"
) -> bytes:
    """Write a record of an archive."""
    headers = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\n"
    if coding:
        headers += f"Content-Encoding: {coding}\r\n"
    http = headers.encode() + b"\r\n" + body
    return (
        (
            "WARC/1.0\r\n"
            f"WARC-Type: {kind}\r\n"
            f"WARC-Target-URI: {address}\r\n"
            "WARC-Date: 2025-05-13T04:05:06Z\r\n"
            "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def packed(*rows: bytes) -> bytes:
    """Pack an archive record by record."""
    return b"".join(gzip.compress(row) for row in rows)

"""Pages with the gold of their lines: the project's own, or a folder of texts.

Blocks of HTML are taken here in the plainest way, every block a line; finding the
article among them is the reader's matter and measured elsewhere.
"""

import csv
from html.parser import HTMLParser
from pathlib import Path

from reading_bench.variants import GoldLine

from antinomy.press.line import Line
from antinomy.press.woven import Extent, unchanged

_BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "div",
        "ul",
        "ol",
        "nav",
        "aside",
        "header",
        "footer",
        "article",
        "main",
        "button",
        "td",
        "tr",
        "table",
        "section",
        "body",
        "html",
    ]
)
_SKIPPED = frozenset({"script", "style", "title"})
_PLAIN = ".txt"


class _Blocks(HTMLParser):
    """Gathers the text of blocks, the element of each and its characters in links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, float]] = []
        self._text: list[str] = []
        self._linked = 0
        self._open: list[str] = []
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self._close()
            self._tag = tag
        if tag in _SKIPPED or tag == "a":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._close()
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(tag in _SKIPPED for tag in self._open):
            return
        self._text.append(data)
        self._linked += len(data.strip()) if "a" in self._open else 0

    def _close(self) -> None:
        text = " ".join("".join(self._text).split())
        if text:
            share = min(1.0, self._linked / len(text))
            self.found.append((text, self._tag, share))
        self._text, self._linked = [], 0


def lines_in(text: str, *, plain: bool) -> tuple[str, list[Line]]:
    """Give the decoded text of a page and its lines; of HTML, blocks for lines."""
    if plain:
        blocks = [(line, "", 0.0) for line in text.split("\n")]
    else:
        parser = _Blocks()
        parser.feed(text)
        blocks = parser.found
    decoded = "\n".join(text for text, _, _ in blocks)
    lines, start = [], 0
    for number, (line, tag, linked) in enumerate(blocks, 1):
        end = start + len(line)
        woven = unchanged(line).shifted(start)
        lines.append(Line(number, Extent(start, end), woven, tag, linked))
        start = end + 1
    return decoded, lines


def lines_of(texts: list[str]) -> tuple[str, list[Line]]:
    """Give texts as the lines of a plain page."""
    return lines_in("\n".join(texts), plain=True)


def read_page(path: Path) -> tuple[str, list[Line]]:
    """Read one page: plain text by its lines, HTML by its blocks."""
    return lines_in(path.read_text("utf-8"), plain=path.suffix == _PLAIN)


def read_gold(table: Path, folder: Path) -> dict[str, list[GoldLine]]:
    """Read the gold of the pages of a folder, by the beginning of the file's name.

    The table has the columns page (or seed), line, keep, role, noise_kind.
    """
    gold: dict[str, list[GoldLine]] = {}
    rows: dict[str, list[dict[str, str]]] = {}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows.setdefault(row.get("page") or row["seed"], []).append(row)
    for name, told in sorted(rows.items()):
        path = next(p for p in sorted(folder.iterdir()) if p.name.startswith(name))
        _, lines = read_page(path)
        gold[name] = [
            GoldLine(line.text, row["keep"] == "1", row["role"], row["noise_kind"])
            for line, row in zip(lines, told, strict=True)
        ]
    return gold

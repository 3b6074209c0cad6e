"""One record in, rows out."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from tests.press.pages import story_page

from antinomy.cli.read_hand import row_words, rows_of_record
from antinomy.cli.read_records import Record
from antinomy.cli.reader import Reader, open_reader
from antinomy.press import TABLES, Cell, Rows, claims_of, digest_of, rows_together
from antinomy.values import canonical_bytes

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "examples" / "pages").iterdir())
TYPES = {"text": str, "count": int, "share": float, "day": date}


@cache
def reader() -> Reader:
    """Open the reader once."""
    return open_reader(None)


def rows(page: str | bytes, file: str = "page.html", offset: int = 0) -> Rows:
    """Give the rows of a page."""
    data = page.encode() if isinstance(page, str) else page
    record = Record(file, offset, data, digest_of(data))
    return rows_of_record(record, reader(), row_words(reader()))


def cells(found: Rows, table: str) -> list[dict[str, Cell]]:
    """Give the rows of a table by the names of its columns."""
    names = [column.name for column in TABLES[table]]
    return [dict(zip(names, row, strict=True)) for row in found.of(table)]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_cell_is_of_its_column(path: Path) -> None:
    """A cell has the type of its column, and is empty only where one may be."""
    found = rows(path.read_bytes(), path.name, 17)
    for table, columns in TABLES.items():
        for row in found.of(table):
            assert (path.name, 17, reader().version) == row[:3]
            for column, cell in zip(columns, row, strict=True):
                if cell is None:
                    assert column.may_lack, (table, column.name)
                else:
                    assert TYPES[column.kind] is type(cell), (table, column.name)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_claim_is_a_row(path: Path) -> None:
    """Each claim is in one table, with its places, its fields and its rule."""
    data = path.read_bytes()
    told = reader().read(data, name=path.name)
    claims = [*claims_of(told.reading, reader().claim_words)]
    found = rows(data)
    by_id = {
        str(row["id"]): row
        for table in ("claim", "quantity", "time")
        for row in cells(found, table)
    }

    assert {claim.id for claim in claims} == {*by_id}
    for claim in claims:
        row = by_id[claim.id]
        first = claim.extents[0]
        assert (first.start, first.end, claim.rule, claim.confidence) == (
            row["start"],
            row["end"],
            row["rule"],
            row["confidence"],
        )
        if "fields" in row:
            assert canonical_bytes(claim.fields).decode() == row["fields"]


def test_equal_bytes_give_equal_rows() -> None:
    """A record gives the same rows whenever and beside whatever it is read."""
    page = SHIPPED[0].read_bytes()
    first, other = rows(page), rows(story_page(), offset=9)

    assert first == rows(page)
    assert first.of("line") + other.of("line") == rows_together([first, other]).of(
        "line"
    )


def test_a_record_is_a_page_or_an_error() -> None:
    """What gives no text is an error with its remark in two languages, and no page."""
    found = rows(b"\x89PNG....")

    assert {"error": 1, "done": 1} == {k: n for k, n in found.count().items() if n}
    [row] = cells(found, "error")

    assert ("binary", "png") == (row["code"], row["seen"])
    assert "this is no page but a file of another kind: png" == row["en"]
    assert "这不是页面，而是其他类型的文件：png" == row["zh"]


def test_a_page_of_links_alone_is_a_page() -> None:
    """A page without an article has its lines and claims nothing."""
    links = "".join(f"<li><a href='/{n}'>Other news {n}</a></li>" for n in range(40))
    found = rows(f"<html><body><ul>{links}</ul></body></html>")
    [page] = cells(found, "page")

    assert 0 == page["lines_read"]
    assert [] == cells(found, "claim")
    assert {None} == {row["text"] for row in cells(found, "line")}


def test_the_text_of_a_line_that_is_not_read_is_left_out() -> None:
    """Of such a line the place, kind and rule are told."""
    for row in cells(rows(SHIPPED[0].read_bytes()), "line"):
        read = row["role"] in {"body", "heading", "title"}

        assert read is (row["text"] is not None)
        assert read or row["role"] == "blank" or row["rule"]


def test_numbers_stay_exact() -> None:
    """A figure is text, so that no engine rounds it."""
    page = "<p>On 20 May 2025 Nvidia said that it had lost 5.5 billion dollars.</p>"
    [row] = cells(
        rows(f"<html><body><article>{page}</article></body></html>"), "quantity"
    )

    assert ("5500000000", "USD") == (row["value"], row["unit"])


def test_halves_of_characters_are_replaced() -> None:
    """What no UTF-8 can hold does not end the writing of a table."""
    data = '<script type="application/ld+json">{"headline": "Rule \\ud83d"}</script>'
    found = rows(story_page(before=data))
    for table in TABLES:
        for row in found.of(table):
            texts = [cell for cell in row if isinstance(cell, str)]

            assert texts == [t.encode("utf-8", "replace").decode() for t in texts]


def test_copies_share_a_bucket() -> None:
    """A page under another menu and footer is found by its sketch."""
    copies = rows(story_page()), rows(story_page(after="<p>Contact us</p>"))
    one, other = (str(cells(each, "page")[0]["buckets"]).split() for each in copies)

    assert 32 == len(one)
    assert {*one} & {*other}


def test_nested_cells_are_json() -> None:
    """Spans, fields, issues, sources, repairs, remarks and facts can be read back."""
    found = rows(SHIPPED[0].read_bytes())
    nested = {
        "page": ("repairs", "remarks", "facts"),
        "claim": ("spans", "fields", "item_fields"),
        "ledger": ("spans", "issues", "sources"),
    }
    for table, columns in nested.items():
        for row in cells(found, table):
            for column in columns:
                text = str(row[column])
                assert canonical_bytes(json.loads(text)).decode() == text


def test_the_formats_page_tells_every_column() -> None:
    """The page on formats has each table with its columns and their kinds."""
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| (`file`.*?) \|", page, re.MULTILINE))
    held = {
        table: ", ".join(
            f"`{column.name}`"
            + (f" {column.kind}" if column.kind != "text" else "")
            + ("?" if column.may_lack else "")
            for column in columns
        )
        for table, columns in TABLES.items()
    }

    assert held == told

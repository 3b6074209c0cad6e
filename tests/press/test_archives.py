import gzip
import io
from base64 import b64encode
from datetime import date
from quopri import encodestring

import pytest
from tests.press.pages import (
    ZH,
    codes,
    inside,
    opened,
    packed,
    record,
    story_page,
    words,
)

from antinomy.press.pages.archive import Archived, Broken, records

PAGES = [
    record(f"https://example.org/{n}", f"<p>{ZH}{n}".encode("gbk")) for n in range(3)
]


def read(archive: bytes) -> list[Archived | Broken]:
    """Read an archive to its end."""
    return list(records(io.BytesIO(archive), words().limits))


def told(archive: bytes) -> list[str]:
    """Tell of each record its address, or that it is broken."""
    return [
        row.address or "" if isinstance(row, Archived) else f"broken at {row.offset}"
        for row in read(archive)
    ]


@pytest.mark.parametrize("archive", [b"".join(PAGES), packed(*PAGES)])
def test_an_archive_gives_its_pages(archive: bytes) -> None:
    """Plain or packed, every page comes with address, day, charset and place."""
    first, second, third = read(archive)

    assert isinstance(first, Archived)
    assert isinstance(second, Archived)
    assert (0, "https://example.org/0", date(2025, 5, 13), "gbk", "text/html") == (
        first.offset,
        first.address,
        first.fetched,
        first.declared,
        first.media,
    )
    assert f"<p>{ZH}1" == second.data.decode("gbk")
    assert third == read(archive[third.offset :])[0] or third.offset > second.offset


def test_requests_are_no_pages() -> None:
    """Only what a server answered is a page."""
    asked = record("https://example.org/ask", b"", kind="request")

    assert ["https://example.org/0"] == told(asked + PAGES[0])


def test_a_page_carried_packed_is_unpacked() -> None:
    """What the server packed for the way is given as the page."""
    row = read(record("https://example.org/z", gzip.compress(b"<p>text"), "gzip"))[0]

    assert isinstance(row, Archived)
    assert b"<p>text" == row.data


@pytest.mark.parametrize(
    ("archive", "expected"),
    [
        (b"".join(PAGES)[:-40], [0, 1, len(PAGES[0] + PAGES[1])]),
        (b"".join(PAGES[:2])[: len(PAGES[0]) + 90], [0, len(PAGES[0])]),
        (packed(*PAGES)[:-30], [0, 1, len(packed(*PAGES[:2]))]),
        (packed(*PAGES[:2])[: len(packed(PAGES[0])) + 20], [0, len(packed(PAGES[0]))]),
    ],
)
def test_a_cut_archive_gives_what_was_whole(
    archive: bytes, expected: list[int]
) -> None:
    """What was whole is given, and the rest is one broken record at its place."""
    *whole, broken = expected

    assert [f"https://example.org/{n}" for n in whole] + [
        f"broken at {broken}"
    ] == told(archive)


def test_a_damaged_record_does_not_end_the_archive() -> None:
    """Reading goes on at the next record that begins soundly."""
    one, two, three = (packed(page) for page in PAGES)
    damaged = two[:40] + b"no such bytes" + two[53:]

    assert [
        "https://example.org/0",
        f"broken at {len(one)}",
        "https://example.org/2",
    ] == told(one + damaged + three)


def test_rubbish_between_records_is_one_broken_record() -> None:
    """Bytes that are no record are told, and the next record is read."""
    assert [
        "https://example.org/0",
        f"broken at {len(PAGES[0])}",
        "https://example.org/1",
    ] == told(PAGES[0] + b"rubbish\r\n\r\n" + PAGES[1])


def test_what_is_no_archive_is_broken() -> None:
    """Bytes of another kind are one broken record; no bytes are no record."""
    assert ["broken at 0"] == told(b"not an archive at all\n" * 9)
    assert [] == told(b"")


@pytest.mark.parametrize("inner", [False, True])
def test_a_bomb_is_broken_and_the_rest_goes_on(*, inner: bool) -> None:
    """A record that unpacks beyond the limit is given up, not unpacked to its end."""
    zeros = bytes(words().limits.record * 2)
    if inner:
        bomb = packed(record("https://example.org/b", gzip.compress(zeros), "gzip"))
    else:
        bomb = packed(record("https://example.org/b", zeros))

    assert ["broken at 0", "https://example.org/0"] == told(bomb + packed(PAGES[0]))


def test_an_unknown_coding_is_told() -> None:
    """What is coded in a way that is not read is broken, and says how."""
    row, after = read(record("https://example.org/c", b"x", "br") + PAGES[0])

    assert isinstance(row, Broken)
    assert "'br'" in row.why
    assert isinstance(after, Archived)


def test_a_stream_that_cannot_turn_back_is_read() -> None:
    """A pipe gives the records up to the first that is damaged."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, offset: int, whence: int = 0) -> int:
            raise AssertionError(f"turned to {offset}, {whence}")

    rows = list(records(Pipe(b"".join(PAGES) + b"rubbish"), words().limits))

    assert [Archived] * 3 + [Broken] == [type(row) for row in rows]


def letter(page: str, coding: str = "8bit", charset: str = "utf-8") -> bytes:
    """Save a page as a letter."""
    carried = page.encode(charset)
    if coding == "base64":
        carried = b64encode(carried)
    elif coding == "quoted-printable":
        carried = encodestring(carried)
    head = (
        "From: <Saved by a browser>\r\n"
        "Snapshot-Content-Location: https://example.org/page\r\n"
        "Date: Tue, 13 May 2025 10:00:00 -0000\r\n"
        "MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\tboundary="b--1"\r\n'
        "\r\n\r\n--b--1\r\n"
        "Content-Type: text/html\r\nContent-Location: https://example.org/frame\r\n\r\n"
        "<p>A frame, not the page.\r\n--b--1\r\n"
        f"Content-Type: text/html; charset={charset}\r\n"
        f"Content-Transfer-Encoding: {coding}\r\n"
        "Content-Location: https://example.org/page\r\n\r\n"
    )
    return head.encode() + carried + b"\r\n--b--1--\r\n"


@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_a_letter_gives_its_page(coding: str, charset: str) -> None:
    """The part at the letter's address is the page, however it was carried."""
    page = opened(letter(f"<html><body><p>{ZH}</p></body></html>", coding, charset))

    assert "mhtml" == page.source.kind
    assert "https://example.org/page" == page.source.address
    assert date(2025, 5, 13) == page.source.fetched
    assert [ZH] == inside(page)


def test_letters_in_letters_are_left_at_the_limit() -> None:
    """A letter a thousand deep is not opened, and that is said."""
    head = b"MIME-Version: 1.0\r\n"
    inner = b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
    endless = b"".join(inner.replace(b'"b"', b'"%d"' % n) for n in range(1000))
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="x%d"\r\n\r\n--x%d\r\n' % (n, n)
        for n in range(1000)
    )

    assert ["no_page_in_letter"] == codes(opened(head + endless))
    assert "no_page_in_letter" in codes(opened(head + nested))


def test_a_letter_with_a_letter_inside_is_read() -> None:
    """The page may stand in a letter inside the letter."""
    inner = (
        'Content-Type: multipart/alternative; boundary="in"\r\n\r\n--in\r\n'
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{story_page()}\r\n--in--\r\n"
    )
    outer = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="out"\r\n\r\n'
        f"--out\r\n{inner}--out--\r\n"
    )

    assert inside(opened(story_page())) == inside(opened(outer))


def pdf(text: str) -> bytes:
    """Write a PDF of one page with one line of text."""
    drawing = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode() if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, len(data))
    )


def test_a_pdf_gives_its_text() -> None:
    """The text layer is the decoded text, and the page says where it is from."""
    page = opened(pdf("The rule takes effect on 13 May 2025."))

    assert "pdf" == page.source.kind
    assert ["The rule takes effect on 13 May 2025."] == [
        line.text for line in page.lines
    ]
    assert ["text_layer"] == codes(page)


def test_a_scanned_pdf_has_no_text() -> None:
    """A PDF without a text layer says so."""
    page = opened(pdf(""))

    assert () == page.lines
    assert ["no_text_layer"] == codes(page)


def test_a_broken_pdf_is_told() -> None:
    """A PDF cut short is no error but a remark."""
    assert ["pdf_broken"] == codes(opened(pdf("Text.")[:120]))


def test_a_long_pdf_is_left_at_the_limit() -> None:
    """Beyond the most drawing the pages are left unread, and their number is told."""
    line = "A line of text) Tj 0 -12 Td (" * (words().limits.drawing // 25)

    assert ["pages_unread"] == codes(opened(pdf(line)))

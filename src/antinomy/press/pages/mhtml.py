"""The main part of a page saved as a letter (MHTML): nested parts, bounded.

An own reader of the few headers that matter: a letter inside a letter a thousand deep
is left at the limit.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source_words import SourceLimits
from antinomy.values import Day

_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(r"\r?\n[ \t]+")
_HEADER = re.compile(r"^([\w-]{1,60}):[ \t]*(.*?)\r?$", re.MULTILINE)
_BOUNDARY = re.compile(
    r'boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE
)
_CHARSET = re.compile(r'charset\s*=\s*"?([\w.:-]{1,40})', re.IGNORECASE)
_DATE = re.compile(r"(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})")
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a letter, decoded from how it was carried.

    ``start`` is the place of its carried bytes in the letter; ``address`` and
    ``fetched`` are those of the letter where the part has none.
    """

    data: bytes
    start: int
    is_html: bool
    declared: str | None
    address: str | None
    fetched: Day | None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Leaf:
    headers: dict[str, str]
    start: int
    end: int

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "text/plain").split(";")[0].lower()


def main_part(data: bytes, limits: SourceLimits) -> Part | None:
    """Find the page in a letter: the part at the letter's address, or the first HTML.

    None where the letter has neither HTML nor text.
    """
    reading = _Letter(data, limits)
    leaves = list(reading.leaves(0, len(data), 0))
    pages = [leaf for leaf in leaves if leaf.type.strip() == "text/html"]
    address = reading.top.get("snapshot-content-location")
    at_address = [p for p in pages if p.headers.get("content-location") == address]
    plain = [leaf for leaf in leaves if leaf.type.strip() == "text/plain"]
    best = next(iter([*(at_address if address else []), *pages, *plain]), None)
    if best is None:
        return None
    charset = _CHARSET.search(best.headers.get("content-type", ""))
    carried = best.headers.get("content-transfer-encoding", "").strip().lower()
    return Part(
        _uncarried(data[best.start : best.end], carried),
        best.start,
        best.type.strip() == "text/html",
        charset[1] if charset else None,
        address or best.headers.get("content-location"),
        _day(reading.top.get("date", "")),
        tuple(reading.remarks),
    )


class _Letter:
    """Walks the parts of one letter within limits."""

    def __init__(self, data: bytes, limits: SourceLimits) -> None:
        self.data = data
        self.limits = limits
        self.left = limits.parts
        self.top: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def leaves(self, start: int, end: int, depth: int) -> Iterator[_Leaf]:
        """Give the parts that are no letters themselves."""
        headers, body = self._headers(start, end)
        self.top = self.top or headers
        kind = headers.get("content-type", "")
        boundary = _BOUNDARY.search(kind)
        if not kind.lower().startswith("multipart/") or boundary is None:
            yield _Leaf(headers, body, end)
            return
        if depth == self.limits.letters:
            self._tell("letters_too_deep", f"{depth} letters inside one another")
            return
        mark = b"--" + (boundary[1] or boundary[2]).encode("latin-1", "replace")
        for inner_start, inner_end in self._inner(mark, body, end):
            yield from self.leaves(inner_start, inner_end, depth + 1)

    def _inner(self, mark: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
        place = self._mark(mark, start, end)
        while place >= 0 and not self.data.startswith(b"--", place + len(mark)):
            if not self.left:
                self._tell("parts_too_many", f"more than {self.limits.parts} parts")
                return
            self.left -= 1
            begin = self.data.find(b"\n", place, end) + 1
            if not begin:
                return
            place = self._mark(mark, begin, end)
            yield begin, end if place < 0 else place

    def _mark(self, mark: bytes, start: int, end: int) -> int:
        """Find a boundary at the beginning of a line, -1 where there is none."""
        place = self.data.find(mark, start, end)
        while place > start and self.data[place - 1] != ord("\n"):
            place = self.data.find(mark, place + 1, end)
        return place

    def _headers(self, start: int, end: int) -> tuple[dict[str, str], int]:
        if self.data.startswith((b"\r\n", b"\n"), start):
            return {}, self.data.index(b"\n", start) + 1
        most = min(end, start + self.limits.headers)
        found = _HEADERS_END.search(self.data, start, most)
        if found is None:
            return {}, start
        text = self.data[start : found.start()].decode("latin-1")
        headers: dict[str, str] = {}
        for name, value in _HEADER.findall(_FOLD.sub(" ", text)):
            headers.setdefault(name.lower(), value.strip())
        return headers, found.end()

    def _tell(self, code: str, seen: str) -> None:
        if code not in {remark.code for remark in self.remarks}:
            self.remarks.append(Remark(code, seen))


def _uncarried(data: bytes, carried: str) -> bytes:
    """Undo what made bytes fit for carrying; what does not fit stays as it is."""
    if carried == "quoted-printable":
        return a2b_qp(data)
    if carried != "base64":
        return data
    try:
        return a2b_base64(data)
    except Error:
        whole = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
        return a2b_base64(whole[: len(whole) // 4 * 4])


def _day(text: str) -> Day | None:
    found = _DATE.search(text)
    month, odd = divmod(_MONTHS.find(found[2]) if found else -1, 3)
    if found is None or month < 0 or odd:
        return None
    try:
        return Day(date(int(found[3]), month + 1, int(found[1])))
    except ValueError:
        return None

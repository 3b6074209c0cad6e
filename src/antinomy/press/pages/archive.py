"""The pages in a WARC archive, one after another, whole or told to be broken.

Packed record by record or not at all. A record that is cut short, damaged or larger
than the limit is one broken record; reading goes on at the next that begins soundly.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import BinaryIO, Protocol

from antinomy.press.pages.source_words import SourceLimits
from antinomy.values import Day

_PACKED = b"\x1f\x8b\x08"
_PLAIN = b"WARC/"
_CHUNK = 1 << 16
_UNPACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}  # window bits of zlib


@dataclass(frozen=True, slots=True)
class Archived:
    """A page of an archive: its bytes, and what the archive says of it.

    ``offset`` is the place of the record in the archive; ``media`` the type told by
    the server, ``declared`` its charset.
    """

    offset: int
    data: bytes
    address: str | None
    fetched: Day | None
    media: str | None
    declared: str | None


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that could not be read, and why."""

    offset: int
    why: str


class _Headers(Protocol):
    """Headers as fastwarc gives them."""

    def get(self, name: str, /) -> str | None: ...


class _Reader(Protocol):
    """The contents of a record as fastwarc gives them."""

    def read(self, size: int, /) -> bytes: ...


class _Record(Protocol):
    """A record as fastwarc gives it."""

    stream_pos: int
    content_length: int
    headers: _Headers
    http_headers: _Headers | None
    http_content_type: str | None
    http_charset: str | None
    record_date: datetime | None
    reader: _Reader


class _LostError(Exception):
    """The place in the archive is lost: the next record must be searched for."""

    def __init__(self, offset: int, why: str) -> None:
        super().__init__(why)
        self.broken = Broken(offset, why)


def records(stream: BinaryIO, limits: SourceLimits) -> Iterator[Archived | Broken]:
    """Give the responses and resources of an archive in order.

    In a stream that cannot be turned back, what follows a damaged record is lost with
    it.
    """
    turns = stream.seekable()
    begin = stream.tell() if turns else 0
    while begin >= 0:
        try:
            yield from _run(stream, limits, begin, turns=turns)
        except _LostError as lost:
            yield lost.broken
            begin = _next_record(stream, lost.broken.offset + 1) if turns else -1
        else:
            return


def _run(
    stream: BinaryIO, limits: SourceLimits, begin: int, *, turns: bool
) -> Iterator[Archived | Broken]:
    """Read records until the end, or until the place is lost."""
    warc = import_module("fastwarc.warc")
    if turns:
        stream.seek(begin)
    iterator = warc.ArchiveIterator(
        stream, parse_http=True, max_header_len=limits.headers
    )
    pages = (warc.WarcRecordType.response, warc.WarcRecordType.resource)
    last = -1
    why = ""
    try:
        for record in iterator:
            last = record.stream_pos
            if record.record_type in pages:
                yield _page(record, limits)
    except (OSError, ValueError) as error:
        why = str(error).lower()
    if turns:
        place = _end_of(stream, last, limits) if last >= 0 else begin
        stream.seek(place)
        if why or stream.read(_CHUNK).strip():
            raise _LostError(place, why or "the archive ends inside a record")
    elif why:
        raise _LostError(last + 1, why)


def _page(record: _Record, limits: SourceLimits) -> Archived | Broken:
    """Take the page out of a record.

    Raises:
        _LostError: cut short, or larger than is read.
    """
    offset = record.stream_pos
    http = record.http_headers
    length = int(record.headers.get("Content-Length") or -1)
    if length < 0:
        raise _LostError(offset, "the record has no length: it is cut short")
    data = record.reader.read(limits.record + 1)
    if len(data) > limits.record:
        raise _LostError(offset, f"larger than {limits.record} bytes")
    if len(data) < record.content_length or record.reader.read(1):
        raise _LostError(offset, f"cut short after {len(data)} bytes")
    try:
        data = _uncoded(data, http, limits.record)
    except (ValueError, zlib.error) as error:
        return Broken(offset, str(error))
    when = record.record_date
    return Archived(
        offset,
        data,
        record.headers.get("WARC-Target-URI"),
        Day(when.date()) if when else None,
        record.http_content_type or record.headers.get("Content-Type"),
        record.http_charset,
    )


def _uncoded(data: bytes, http: _Headers | None, most: int) -> bytes:
    """Undo what the server did to carry the page.

    Raises:
        ValueError: a coding that is not read, or more than is read.
    """
    if http is None:
        return data
    if "chunked" in (http.get("Transfer-Encoding") or "").lower():
        data = _unchunked(data)
    coding = (http.get("Content-Encoding") or "").strip().lower()
    if coding in {"", "identity"} or not data:
        return data
    if coding not in _UNPACKED:
        raise ValueError(f"the content is coded as {coding!r}, which is not read")
    if coding != "deflate" and not data.startswith(_PACKED):
        return data  # the archive holds it unpacked already
    reading = zlib.decompressobj(_UNPACKED[coding])
    data = reading.decompress(data, most + 1)
    if len(data) > most:
        raise ValueError(f"larger than {most} bytes when unpacked")
    return data


def _unchunked(data: bytes) -> bytes:
    """Join what was sent in chunks; what is not in chunks stays as it is."""
    pieces: list[bytes] = []
    place = 0
    while True:
        end = data.find(b"\r\n", place, place + 20)
        size = data[place:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            count = int(size, 16)
        except ValueError:
            return data if not pieces else b"".join(pieces)
        if count <= 0:
            return b"".join(pieces)
        pieces.append(data[end + 2 : end + 2 + count])
        place = end + 2 + count + 2


def _end_of(stream: BinaryIO, start: int, limits: SourceLimits) -> int:
    """Find the end of a record that was read; its beginning if it has none."""
    stream.seek(start)
    head = stream.read(len(_PACKED))
    stream.seek(start)
    if head == _PACKED:
        return _end_of_packed(stream, start, limits)
    text = stream.read(limits.headers)
    body = text.find(b"\r\n\r\n") + 4
    for line in text[:body].split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length" and value.strip().isdigit():
            return start + body + int(value) + 4
    return start


def _end_of_packed(stream: BinaryIO, start: int, limits: SourceLimits) -> int:
    reading = zlib.decompressobj(31)
    left = 2 * limits.record
    place = start
    while left > 0 and (chunk := stream.read(_CHUNK)):
        place += len(chunk)
        while chunk and left > 0:
            try:
                left -= len(reading.decompress(chunk, _CHUNK))
            except zlib.error:
                return start
            chunk = reading.unconsumed_tail
        if reading.eof:
            return place - len(reading.unused_data)
    return start


def _next_record(stream: BinaryIO, start: int) -> int:
    """Find where a record begins, packed or plain, -1 where none does."""
    stream.seek(start)
    place, data = start, b""
    while chunk := stream.read(_CHUNK):
        data += chunk
        if (found := _beginning(data)) >= 0:
            return place + found
        place += max(len(data) - _LOOK, 0)
        data = data[-_LOOK:]
    return -1


_LOOK = 512  # bytes from the beginning of a record that show what it is


def _beginning(data: bytes) -> int:
    """Find the first record that begins in some bytes, -1 where none does."""
    plain = data.find(b"\n" + _PLAIN) + 1
    packed = data.find(_PACKED)
    while packed >= 0:
        try:
            head = zlib.decompressobj(31).decompress(data[packed : packed + _LOOK], 9)
        except zlib.error:
            head = b""
        if head.startswith(_PLAIN):
            break
        packed = data.find(_PACKED, packed + 1)
    starts = [found for found in (packed, plain or -1) if found >= 0]
    return min(starts, default=-1)

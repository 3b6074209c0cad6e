"""Unpack gzip and xz within a size: every member of the file, or an error."""

import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

MOST = 1 << 30  # bytes of a list unpacked: the largest of them has an eighth


class _Unpacker(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def _gzip() -> _Unpacker:
    return zlib.decompressobj(wbits=31)


_KINDS: dict[str, Callable[[], _Unpacker]] = {
    ".gz": _gzip,
    ".xz": lzma.LZMADecompressor,
}


def unpacked(raw: bytes, suffix: str, most: int = MOST) -> bytes:
    """Unpack by the suffix of a file's name; without one of these it is as it is.

    Raises:
        OSError: it is broken or cut short, or unpacks to more than that.
    """
    kind = _KINDS.get(suffix.lower())
    if kind is None:
        return raw
    found, left, is_first = b"", raw, True
    while left or is_first:
        is_first, unpacker = False, kind()
        try:
            found += unpacker.decompress(left, most - len(found) + 1)
        except (zlib.error, lzma.LZMAError, EOFError) as error:
            raise OSError(str(error)) from None
        if len(found) > most:
            message = f"it unpacks to more than {most:,} bytes"
            raise OSError(message)
        if not unpacker.eof:
            message = "it is cut short"
            raise OSError(message)
        left = unpacker.unused_data.lstrip(b"\0")  # padding between members
    return found

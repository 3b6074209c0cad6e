"""Packed lists: all of one, within a size, or an error."""

import gzip
import lzma
from collections.abc import Callable

import pytest

from antinomy.cli.packed import unpacked

BOTH: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    (".gz", gzip.compress),
    (".xz", lzma.compress),
)


@pytest.mark.parametrize(("suffix", "pack"), BOTH)
def test_every_member_is_unpacked(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    """Some tools write a file in several members: none is passed over."""
    raw = pack(b"first,") + pack(b"second") + bytes(4)

    assert b"first,second" == unpacked(raw, suffix)
    assert raw == unpacked(raw, ".csv")


@pytest.mark.parametrize(("suffix", "pack"), BOTH)
def test_what_is_not_whole_is_refused(
    suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    """Cut short, empty, of other bytes, or larger than is taken."""
    raw = pack(b"a list" * 100)

    for broken in (raw[:-9], raw + pack(b"more")[:-9], b""):
        with pytest.raises(OSError, match="cut short"):
            unpacked(broken, suffix)
    with pytest.raises(OSError, match="more than 599 bytes"):
        unpacked(raw, suffix, 599)
    with pytest.raises(OSError, match=r"header|format"):
        unpacked(b"no such thing", suffix)

"""A page as it came: its bytes are named by their digest before anything reads them."""

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from antinomy.values import Day

Kind = Literal["text", "html", "mhtml", "pdf"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text of a page comes from.

    ``digest`` is the SHA-256 of the bytes, ``size`` their number; ``offset`` is the
    place of the record in its archive; ``declared`` the charset that came with it.
    """

    digest: str
    name: str
    kind: Kind
    size: int
    address: str | None = None
    fetched: Day | None = None
    offset: int | None = None
    declared: str | None = None


def digest_of(data: bytes) -> str:
    """Name bytes by their SHA-256.

    >>> digest_of(b"")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(data).hexdigest()

"""The journal as a chain: each link holds the hash of the one before.

The hash of a link is the SHA-256 of the canonical JSON of its entry, the hash before,
the moment and the sequence. Who changes, drops, adds or moves a link breaks it there.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from antinomy.record.entry import Entry, entry_from
from antinomy.record.moments import Moment, moment_text, parse_moment
from antinomy.values import IntegrityError, Json, canonical_bytes

FORMAT = 1  # of the portable form of a journal
# What reading an entry raises where it holds none.
UNREADABLE = (
    *(KeyError, TypeError, ValueError),
    *(AssertionError, AttributeError, RecursionError),
)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: how many links, the last hash, the last moment as text."""

    sequence: int = 0
    hash: str = "0" * 64
    recorded: str = ""

    def as_json(self) -> dict[str, Json]:
        """Give it for a page."""
        return {
            "entries": self.sequence,
            "head": self.hash,
            "recorded": self.recorded or None,
        }


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the journal; ``entry`` is canonical JSON."""

    sequence: int
    recorded: str
    entry: str
    previous: str
    hash: str

    def line(self) -> str:
        """Write the link as one line of canonical JSON."""
        return (
            f'{{"entry":{self.entry},"hash":"{self.hash}",'
            f'"previous":"{self.previous}","recorded":"{self.recorded}",'
            f'"sequence":{self.sequence}}}'
        )

    @property
    def head(self) -> Head:
        """Give the end of the chain after this link."""
        return Head(self.sequence, self.hash, self.recorded)


def link_after(head: Head, recorded: Moment, entry: Entry) -> Link:
    """Make the next link of a chain."""
    moment, written = moment_text(recorded), entry.canonical()
    sequence = head.sequence + 1
    found = _hash(sequence, moment, written, head.hash)
    return Link(sequence, moment, written, head.hash, found)


def check_link(head: Head, link: Link) -> None:
    """Refuse a link that does not follow on the end of a chain.

    Raises:
        IntegrityError: naming the first sequence that is broken, and what is wrong.
    """
    expected = head.sequence + 1
    if link.sequence != expected:
        raise broken(expected, f"the next entry of the journal is {link.sequence}")
    if link.previous != head.hash:
        raise broken(expected, "it does not follow on the entry before")
    if link.hash != _hash(link.sequence, link.recorded, link.entry, link.previous):
        raise broken(expected, "its hash is not that of what it holds")
    if link.recorded < head.recorded:
        raise broken(expected, "it was recorded before the entry before it")


def broken(sequence: int, what: str) -> IntegrityError:
    """Give the error that names where a record is broken."""
    message = (
        f"the record is broken at entry {sequence}: {what}; what stands before it is"
        " whole. Restore a backup (antinomy record restore FILE --record NEW)"
    )
    return IntegrityError(message)


def _hash(sequence: int, recorded: str, entry: str, previous: str) -> str:
    """Hash canonical JSON: the four names stand in their order.

    >>> parts = {"entry": {}, "previous": "00", "recorded": "now", "sequence": 1}
    >>> told = hashlib.sha256(canonical_bytes(parts)).hexdigest()
    >>> _hash(1, "now", "{}", "00") == told
    True
    """
    told = (
        f'{{"entry":{entry},"previous":"{previous}","recorded":"{recorded}",'
        f'"sequence":{sequence}}}'
    )
    return hashlib.sha256(told.encode()).hexdigest()


# ---------------------------------------------------------------- portable form


def written_lines(links: Iterable[Link]) -> Iterator[str]:
    """Write a journal as lines of canonical JSON; the last one seals their number."""
    head = Head()
    for link in links:
        check_link(head, link)
        yield link.line()
        head = link.head
    seal: Json = {"count": head.sequence, "format": FORMAT, "head": head.hash}
    yield canonical_bytes(seal).decode()


def read_lines(lines: Iterable[str]) -> Iterator[Link]:
    """Read a journal from its lines; each link is checked before it is given.

    Raises:
        IntegrityError: a line is not what was written, or lines are missing.
    """
    head, is_sealed = Head(), False
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\n")
        told = _object(text, number)
        if is_sealed:
            raise _damaged(number, "something follows the last line")
        if "format" in told:
            seal = {"count": head.sequence, "format": FORMAT, "head": head.hash}
            if told != seal:
                raise _damaged(number, "it seals another journal than the lines above")
            is_sealed = True
            continue
        link = _link(told, text, number)
        check_link(head, link)
        yield link
        head = link.head
    if not is_sealed:
        raise _damaged(head.sequence + 1, "the lines after it are missing")


def _object(text: str, number: int) -> dict[str, Json]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise _damaged(number, "it is no line of a journal")
    return told


def _link(told: dict[str, Json], text: str, number: int) -> Link:
    try:
        entry = canonical_bytes(told["entry"]).decode()
        words = (str(told[name]) for name in ("previous", "hash"))
        recorded, sequence = str(told["recorded"]), told["sequence"]
        parse_moment(recorded)
        entry_from(entry)
    except UNREADABLE:
        raise _damaged(number, "it is no line of a journal") from None
    if not isinstance(sequence, int):
        raise _damaged(number, "it is no line of a journal")
    link = Link(sequence, recorded, entry, *words)
    if link.line() != text:
        raise _damaged(number, "it is not written the one way (RFC 8785)")
    return link


def _damaged(number: int, what: str) -> IntegrityError:
    return IntegrityError(f"this backup is damaged in line {number}: {what}")

"""The tables of a record, and the versions they have gone through.

``journal`` is what was appended; ``entry`` is derived from it, a row a link, for
asking. An end of the valid days that is open or unknown stands as the farthest day,
with a word beside it, so that one range holds what is possible. Days and moments are
texts whose order is theirs, the same in either engine.
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from antinomy.record.chain import Link
from antinomy.record.entry import Entry, entry_from
from antinomy.record.validity import Edge, Undated, Valid
from antinomy.values import Day, parse_day

# Each is a migration; the last is what this program reads.
VERSIONS = ("0001", "0002")
VERSION_TABLE = "alembic_version"

METADATA = MetaData()
# An INTEGER is what SQLite numbers its rows by.
_SEQUENCE = Integer().with_variant(BigInteger(), "postgresql")

JOURNAL = Table(
    "journal",
    METADATA,
    Column("sequence", _SEQUENCE, primary_key=True, autoincrement=False),
    Column("recorded", Text, nullable=False),
    Column("entry", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    CheckConstraint("sequence >= 1", name="journal_from_one"),
    Index("journal_recorded", "recorded"),
)

ENTRY = Table(
    "entry",
    METADATA,
    Column(
        "sequence",
        _SEQUENCE,
        ForeignKey("journal.sequence"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("valid_to", Text, nullable=False),
    Column("from_is", Text, nullable=False),
    Column("to_is", Text, nullable=False),
    Column("said", Text),
    Column("published", Text),
    Column("source", Text, ForeignKey("entry.id")),
    Column("about", Text, ForeignKey("entry.id")),
    Column("recorded", Text, nullable=False),
    Column("body", Text, nullable=False),
    CheckConstraint("sequence >= 1", name="entry_from_one"),
    UniqueConstraint("id", name="entry_id"),
    Index("entry_valid", "kind", "valid_from", "valid_to", "sequence"),
    Index(
        "entry_about",
        "about",
        "sequence",
        sqlite_where=text("about IS NOT NULL"),
        postgresql_where=text("about IS NOT NULL"),
    ),
)

_DAY = "day"


def row_of(link: Link) -> tuple[Any, ...]:
    """Derive the row of a link.

    Raises:
        ValueError: the link holds no entry; or KeyError, TypeError, RecursionError.
    """
    return entry_row(link, entry_from(link.entry))


def entry_row(link: Link, entry: Entry) -> tuple[Any, ...]:
    """Give the row of an entry at its place in the journal, in the columns' order."""
    begins, until = entry.valid.begins, entry.valid.until
    return (
        link.sequence,
        entry.id,
        entry.kind,
        _FIRST if isinstance(begins, Undated) else begins.isoformat(),
        _LAST if isinstance(until, Undated) else until.isoformat(),
        begins.value if isinstance(begins, Undated) else _DAY,
        until.value if isinstance(until, Undated) else _DAY,
        entry.said and entry.said.isoformat(),
        entry.published and entry.published.isoformat(),
        entry.source or None,
        entry.about or None,
        link.recorded,
        entry.written,
    )


def journal_row(link: Link) -> tuple[Any, ...]:
    """Give the row of a link, in the columns' order."""
    return link.sequence, link.recorded, link.entry, link.previous, link.hash


def entry_in(row: Sequence[Any]) -> Entry:
    """Read an entry from its row, which begins with the columns of ``ENTRY``."""
    (_, found, kind, first, last, from_is, to_is, said, published, *rest) = row
    source, about, _, body = rest[:_REST]
    valid = _valid(first, last, from_is, to_is)
    told = (said and _day(said), published and _day(published))
    return Entry(kind, body, found, valid, *told, source or "", about or "")


@lru_cache(maxsize=4096)  # many entries hold from or on the same days
def _valid(first: str, last: str, from_is: str, to_is: str) -> Valid:
    begins: Edge = _day(first) if from_is == _DAY else Undated(from_is)
    until: Edge = _day(last) if to_is == _DAY else Undated(to_is)
    return Valid(begins, until)


@lru_cache(maxsize=16_384)  # the days of 45 years
def _day(text: str) -> Day:
    return parse_day(text)


_FIRST, _LAST = date.min.isoformat(), date.max.isoformat()
_REST = len(("source", "about", "recorded", "body"))

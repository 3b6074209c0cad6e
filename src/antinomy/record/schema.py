"""The tables of a record, and the versions they have gone through.

``journal`` is what was appended; ``entry`` is derived from it, a row a link, for
asking. An end of the valid days that is open or unknown stands as the farthest day,
with a word beside it, so that one range holds what is possible.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
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
from antinomy.record.validity import Undated, Valid

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
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=False),
    Column("from_is", Text, nullable=False),
    Column("to_is", Text, nullable=False),
    Column("said", Date),
    Column("published", Date),
    Column("source", Text, ForeignKey("entry.id")),
    Column("about", Text, ForeignKey("entry.id")),
    Column("recorded", Text, nullable=False),
    Column("body", Text, nullable=False),
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


def row_of(link: Link) -> dict[str, Any]:
    """Derive the row of a link."""
    entry = entry_from(link.entry)
    return entry_row(link, entry)


def entry_row(link: Link, entry: Entry) -> dict[str, Any]:
    """Give the row of an entry at its place in the journal."""
    begins, until = entry.valid.begins, entry.valid.until
    return {
        "sequence": link.sequence,
        "id": entry.id,
        "kind": entry.kind,
        "valid_from": date.min if isinstance(begins, Undated) else begins,
        "valid_to": date.max if isinstance(until, Undated) else until,
        "from_is": begins.value if isinstance(begins, Undated) else _DAY,
        "to_is": until.value if isinstance(until, Undated) else _DAY,
        "said": entry.said,
        "published": entry.published,
        "source": entry.source or None,
        "about": entry.about or None,
        "recorded": link.recorded,
        "body": entry.written,
    }


def entry_in(row: Sequence[Any]) -> Entry:
    """Read an entry from its row, which begins with the columns of ``ENTRY``."""
    _, found, kind, first, last, from_is, to_is, said, published, source, about = row[
        :_FIELDS
    ]
    begins = first if from_is == _DAY else _UNDATED[from_is]
    until = last if to_is == _DAY else _UNDATED[to_is]
    valid = Valid(begins, until)
    body = row[_BODY]
    return Entry(kind, body, found, valid, said, published, source or "", about or "")


_UNDATED = {undated.value: undated for undated in Undated}
_FIELDS = list(ENTRY.c.keys()).index("about") + 1
_BODY = list(ENTRY.c.keys()).index("body")

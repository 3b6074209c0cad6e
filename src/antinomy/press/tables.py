"""The tables that a page becomes: flat columns of fixed types, each a fact once.

Every row begins with the key of its record: the file, the offset in it, and the version
of the reader. What is nested is text in canonical JSON; exact numbers are text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

ColumnKind = Literal["text", "count", "share", "day"]
Cell = str | int | float | date | None
Row = tuple[Cell, ...]
_KINDS: Mapping[str, ColumnKind] = {kind: kind for kind in get_args(ColumnKind)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, its kind, and whether a cell of it may be empty.

    A count is a whole number, a share a number from 0 to 1.
    """

    name: str
    kind: ColumnKind = "text"
    may_lack: bool = False


def _columns(written: str) -> tuple[Column, ...]:
    """Read columns from `name`, `name:kind`, and `?` behind one that may be empty.

    >>> _columns("size:count?")
    (Column(name='size', kind='count', may_lack=True),)
    """
    found = []
    for word in written.split():
        name, _, kind = word.rstrip("?").partition(":")
        found.append(Column(name, _KINDS[kind or "text"], word.endswith("?")))
    return tuple(found)


KEY = _columns("file offset:count reader")

# The order is that in which tables are written: a record that stands in `done` has all
# its rows in the tables before.
TABLES: Mapping[str, tuple[Column, ...]] = {
    name: (*KEY, *_columns(written))
    for name, written in {
        "line": (
            "number:count start:count end:count role kind rule tag linked:share text?"
        ),
        "mention": "number:count start:count end:count thing text",
        "time": (
            "id start:count end:count text first:day last:day precision basis rule"
            " confidence"
        ),
        "quantity": (
            "id start:count end:count text value value_max? unit relation subject?"
            " first:day? last:day? rule confidence to_record? item?"
        ),
        "claim": (
            "id kind start:count end:count spans fields rule confidence to_record?"
            " item? item_fields"
        ),
        "ledger": (
            "number:count start:count end:count spans item verdict issues right_en"
            " right_zh status settled_by? sources"
        ),
        "page": (
            "digest kind size:count address? fetched:day? declared? encoding"
            " encoding_basis day:day? day_basis title? text lines:count"
            " lines_read:count repairs remarks facts sketch buckets"
        ),
        "error": "digest? size:count? code seen en zh",
        "done": "digest",
    }.items()
}


def whole_text(text: str) -> str:
    r"""Replace halves of characters, which no UTF-8 can hold.

    >>> whole_text("5 May \ud83d")
    '5 May ?'
    """
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Key:
    """What a record is known by: file, offset in it, version of the reader."""

    file: str
    offset: int
    reader: str

    def row(self, *cells: Cell) -> Row:
        """Give a row of this record, its texts such that UTF-8 can hold them."""
        told = [whole_text(cell) if isinstance(cell, str) else cell for cell in cells]
        return (self.file, self.offset, self.reader, *told)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows by the name of their table; a table that is not named has none."""

    tables: Mapping[str, tuple[Row, ...]]

    def __post_init__(self) -> None:
        """Refuse a row that is not of its table."""
        for name, rows in self.tables.items():
            width = len(TABLES[name])
            assert all(len(row) == width for row in rows), name

    def of(self, table: str) -> tuple[Row, ...]:
        """Give the rows of a table."""
        return self.tables.get(table, ())

    def count(self) -> dict[str, int]:
        """Count the rows of every table."""
        return {name: len(self.of(name)) for name in TABLES}


def rows_together(many: Iterable[Rows]) -> Rows:
    """Put the rows of several records one after the other."""
    held: dict[str, list[Row]] = {name: [] for name in TABLES}
    for rows in many:
        for name, found in rows.tables.items():
            held[name].extend(found)
    return Rows({name: tuple(rows) for name, rows in held.items()})

"""One record in, rows out; and the hand that writes what many records give as a part.

What an engine of many machines runs on a record is ``rows_of_record``.
"""

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.cli.crew import GivenUp
from antinomy.cli.read_records import Record, Unread
from antinomy.cli.read_tables import Tables, write_drafts
from antinomy.cli.reader import Reader, open_reader
from antinomy.press import (
    TABLES,
    Key,
    Remark,
    Rows,
    RowWords,
    error_rows,
    rows_of,
    rows_together,
)

_CODE = [column.name for column in TABLES["error"]].index("code")


@dataclass(frozen=True, slots=True)
class Part:
    """A part that lies in drafts: its rows by table, its errors by code."""

    drafts: Path
    rows: Mapping[str, int]
    errors: Mapping[str, int]


def row_words(reader: Reader) -> RowWords:
    """Give what the rows of a reader are made with."""
    words = reader.words
    return RowWords(reader.claim_words, words.sketching, words.sources.remarks)


def rows_of_record(record: Record | Unread, reader: Reader, words: RowWords) -> Rows:
    """Read one record; whatever happens on it, its rows say so."""
    key = Key(record.file, record.offset, reader.version)
    if isinstance(record, Unread):
        digest = None if record.size is None else record.digest
        return error_rows(key, record.remark, words, digest, record.size)
    try:
        told = reader.read(
            record.data,
            name=record.file,
            kind=record.kind,
            address=record.address,
            fetched=record.fetched,
            declared=record.declared,
            offset=record.offset,
        )
        return rows_of(key, told.reading, told.ledger, told.matched, words)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page ends no run
        remark = Remark("failed", f"{type(error).__name__}: {error}"[:200])
        return error_rows(key, remark, words, record.digest, record.size)


def given_up(record: Record | Unread, why: GivenUp) -> Record | Unread:
    """Mark a record as one that could not be read in its time, or at all."""
    return Unread(record.file, record.offset, Remark(why), record.digest, record.size)


class ReadingHand:
    """Reads records and writes the rows of a task as drafts of a part."""

    def __init__(self, packs: Path | None, tables: Path) -> None:
        self._reader = open_reader(packs)
        self._words = row_words(self._reader)
        self._drafts = Tables(tables).drafts(os.getpid())
        self._rows: list[Rows] = []

    def take(self, thing: Record | Unread) -> None:
        """Read a record."""
        self._rows.append(rows_of_record(thing, self._reader, self._words))

    def finish(self) -> Part:
        """Write what was read."""
        rows = rows_together(self._rows)
        self._rows = []
        write_drafts(self._drafts, rows)
        errors = Counter(str(row[_CODE]) for row in rows.of("error"))
        return Part(self._drafts, rows.count(), errors)

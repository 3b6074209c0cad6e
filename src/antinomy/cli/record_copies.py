"""Copies of a record: backup, restore, and the drill that tries both.

The portable form is the journal as JSON Lines, checked line by line when it is read.
A record in SQLite may also be copied as a database.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from antinomy.cli.record_store import file_of
from antinomy.record import (
    Head,
    Link,
    Record,
    open_record,
    read_lines,
    written_lines,
)
from antinomy.values import InputError, IntegrityError, Location

PORTABLE = ".jsonl"
_SQLITE = b"SQLite format 3\0"


def back_up(record: Record, file: Path) -> Head:
    """Write a copy while others go on appending; it is there whole or not at all.

    Raises:
        InputError: there is a file of that name, or the form does not suit.
        IntegrityError: the record is broken; no copy is written then.
    """
    if file.exists():
        raise InputError("there is a file here already", Location(str(file)))
    with _in_place(file) as draft:
        if file.suffix == PORTABLE:
            return _write_journal(record, draft)
        record.copy_into(f"sqlite:///{draft}")
        with open_record(f"sqlite:///{draft}") as copy:
            return copy.verify()


def restore(file: Path, address: str) -> Head:
    """Fill a new record from a copy, each entry as it was, and check it.

    Raises:
        InputError: the copy cannot be read, or the record is not empty.
        IntegrityError: the copy is damaged; nothing is restored then.
    """
    target = file_of(address)
    is_new = target is not None and not target.exists()
    if target is not None:
        target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _links_of(file) as links, open_record(address) as record:
            record.take_in(links)
            return record.verify()
    except BaseException:
        if is_new and target is not None:
            for ending in ("", "-wal", "-shm"):
                target.with_name(target.name + ending).unlink(missing_ok=True)
        raise


def drill(record: Record, into: str = "") -> Head:
    """Back up, restore elsewhere, check the chain, compare the head and the counts.

    ``into`` is an empty record to restore into; without one a file is made and thrown
    away.

    Raises:
        IntegrityError: what was restored is not what was there.
    """
    with tempfile.TemporaryDirectory(prefix="antinomy-drill-") as folder:
        copy = Path(folder) / f"journal{PORTABLE}"
        saved = back_up(record, copy)
        address = into or f"sqlite:///{Path(folder) / 'restored.db'}"
        restored = restore(copy, address)
        with open_record(address) as other:
            counts = other.counts()
    if restored != saved or counts != record.counts(saved.sequence):
        message = (
            f"the drill failed: {saved.sequence} entries with head {saved.hash} were"
            f" backed up, {restored.sequence} with head {restored.hash} restored"
        )
        raise IntegrityError(message)
    return restored


# ---------------------------------------------------------------- parts


@contextmanager
def _in_place(file: Path) -> Iterator[Path]:
    """Give a draft beside a file, which takes its place when all went well."""
    file.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=file.parent, prefix=".draft-"))
    try:
        draft = folder / file.name
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write_journal(record: Record, file: Path) -> Head:
    head = Head()

    def counted() -> Iterator[Link]:
        nonlocal head
        for link in record.links():
            yield link
            head = link.head

    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in written_lines(counted()):
            out.write(f"{line}\n")
    return head


@contextmanager
def _links_of(file: Path) -> Iterator[Iterator[Link]]:
    """Open a copy of either form; the copy itself is not touched."""
    try:
        with file.open("rb") as begun:
            is_database = begun.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"cannot read the backup: {reason}"
        raise InputError(message, Location(str(file))) from None
    opener: Callable[[Path], Iterator[Iterator[Link]]]
    opener = _of_database if is_database else _of_journal
    yield from opener(file)


def _of_journal(file: Path) -> Iterator[Iterator[Link]]:
    try:
        with file.open(encoding="utf-8", newline="\n") as lines:
            yield read_lines(lines)
    except UnicodeDecodeError:
        message = "this backup is damaged: it is not UTF-8 text"
        raise IntegrityError(message, Location(str(file))) from None


def _of_database(file: Path) -> Iterator[Iterator[Link]]:
    with tempfile.TemporaryDirectory(prefix="antinomy-restore-") as folder:
        copy = Path(folder) / "copy.db"
        shutil.copyfile(file, copy)
        with open_record(f"sqlite:///{copy}", may_upgrade=True) as record:
            yield record.links()

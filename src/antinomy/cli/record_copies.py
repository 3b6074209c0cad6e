"""Copies of a record: backup, restore, and the drill that tries both.

The portable form is the journal as JSON Lines, checked line by line when it is read.
A record in SQLite may also be copied as a database.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO

from antinomy.cli.record_store import make_folder, refused
from antinomy.record import (
    Head,
    Link,
    Record,
    address_of_file,
    file_of,
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
    if os.path.lexists(file):
        raise _is_there(file)
    with _in_place(file) as draft:
        if file.suffix == PORTABLE:
            return _write_journal(record, draft)
        record.copy_into(address_of_file(draft))
        with open_record(address_of_file(draft)) as copy:
            return copy.verify()


def restore(file: Path, address: str, entries: int | None = None) -> Head:
    """Fill a new record from a copy, each entry as it was, and check it.

    ``entries`` is how many of them, from the first; the whole copy is checked anyway.

    Raises:
        InputError: the copy cannot be read or holds nothing, or the record is not
            empty.
        IntegrityError: the copy is damaged; nothing is restored then.
    """
    target = file_of(address)
    is_new = target is not None and not target.exists()
    if target is not None:
        make_folder(target.parent)
    try:
        with _links_of(file) as links, open_record(address) as record:
            head = record.take_in(_first(links, entries))
            _check_some(head, file)
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
        address = into or address_of_file(Path(folder) / "restored.db")
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


def write_new(file: Path, source: BinaryIO) -> None:
    """Write a new file; it is there whole or not at all.

    Raises:
        InputError: there is a file of that name, or it cannot be written.
    """
    if os.path.lexists(file):
        raise _is_there(file)
    with _in_place(file) as draft, draft.open("xb") as out:
        shutil.copyfileobj(source, out)


# ---------------------------------------------------------------- parts


@contextmanager
def _in_place(file: Path) -> Iterator[Path]:
    """Give a draft beside a file, which takes its place when all went well.

    Raises:
        InputError: it cannot be written, or somebody put a file there meanwhile.
    """
    make_folder(file.parent)
    try:
        folder = Path(tempfile.mkdtemp(dir=file.parent, prefix=".draft-"))
    except OSError as error:
        raise refused("cannot write here", file.parent, error) from None
    try:
        draft = folder / file.name
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        _put(draft, file)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put(draft: Path, file: Path) -> None:
    """Give a draft its name, unless something has it."""
    try:
        try:
            file.hardlink_to(draft)
        except FileExistsError:
            raise
        except OSError:  # a file system without links
            with draft.open("rb") as written, file.open("xb") as out:
                shutil.copyfileobj(written, out)
                out.flush()
                os.fsync(out.fileno())
    except FileExistsError:
        raise _is_there(file) from None
    except OSError as error:
        raise refused("cannot write the file", file, error) from None


def _is_there(file: Path) -> InputError:
    return InputError("there is a file here already", Location(str(file)))


def _check_some(head: Head, file: Path) -> None:
    if not head.sequence:
        message = "this backup holds no entry: there is nothing to restore"
        raise InputError(message, Location(str(file)))


def _first(links: Iterator[Link], count: int | None) -> Iterator[Link]:
    """Give the first links, and read the others all the same."""
    for link in links:
        if count is None or link.sequence <= count:
            yield link


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
        raise refused("cannot read the backup", file, error) from None
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
        _copy_database(file, copy)
        at = address_of_file(copy)
        with open_record(at, may_make=False, may_upgrade=True) as record:
            yield record.links()


def _copy_database(file: Path, copy: Path) -> None:
    """Copy a database with what its log holds beside it (``FILE-wal``)."""
    if not file.with_name(f"{file.name}-wal").exists():
        shutil.copyfile(file, copy)
        return
    address = f"{file.absolute().as_uri()}?mode=ro"
    try:
        with (
            closing(sqlite3.connect(address, uri=True)) as there,
            closing(sqlite3.connect(copy)) as here,
        ):
            there.backup(here)
    except sqlite3.Error as error:
        message = f"cannot read the backup with its log: {error}"
        raise InputError(message, Location(str(file))) from None

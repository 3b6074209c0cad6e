"""The pages kept beside a record: each file as it came, under the digest of its bytes.

A page is kept before anything reads it. It is written beside the others and moved into
place, and one that is there is never changed, unless it is damaged: then the same bytes
make it whole. So a span of a claim can be looked up when the page has long vanished.
"""

import hashlib
import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from antinomy.cli.list_store import data_folder
from antinomy.cli.record_store import address_of, make_folder, refused
from antinomy.record import Entry, entry_of, file_of
from antinomy.record.engine import shown
from antinomy.values import Day, InputError, IntegrityError, Location, digest

_ENDING = ".pages"
_AT_ONCE = 1 << 20  # bytes copied in one go
_SHELF = 2  # digits of the digest that name the folder of a page
_NAME = 16  # digits of the name of a folder for the pages of a record on a server
_DRAFT = ".draft-"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def pages_beside(file: Path) -> "PageStore":
    """Give the pages kept beside the file of a record or of a backup."""
    file = file.resolve()  # by whatever name it is called
    return PageStore(file.with_name(file.name + _ENDING))


def pages_of(place: str, data: Path | None) -> "PageStore":
    """Give the pages kept with a record: beside its file, else in one's data."""
    address = address_of(place, data)
    file = file_of(address)
    if file is not None:
        return pages_beside(file)
    name = digest(shown(address))[:_NAME]
    return PageStore(data_folder(data) / _ENDING.lstrip(".") / name)


def source_from(path: Path, pages: "PageStore", published: Day | None = None) -> Entry:
    """Keep a file, and make a source of it: it is known by the digest of its bytes.

    Raises:
        InputError: it cannot be read, or not be kept.
    """
    body = {"digest": pages.keep_file(path), "name": path.name}
    return entry_of("source", body, published=published)


class PageStore:
    """The pages kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes) -> str:
        """Keep bytes, and give their digest; what is kept already stays.

        Raises:
            InputError: the folder cannot be written.
        """
        return self.keep_from(io.BytesIO(data))

    def keep_file(self, path: Path) -> str:
        """Keep the bytes of a file, and give their digest.

        Raises:
            InputError: it cannot be read, or the folder cannot be written.
        """
        try:
            file = path.open("rb")
        except OSError as error:
            raise refused("cannot read the file", path, error) from None
        with file:
            return self.keep_from(file)

    def keep_from(self, source: BinaryIO) -> str:
        """Keep what is left to read of a file, and give its digest.

        Raises:
            InputError: the folder cannot be written.
        """
        make_folder(self.folder)
        try:
            draft = Path(tempfile.mkdtemp(dir=self.folder, prefix=_DRAFT)) / "page"
        except OSError as error:
            raise refused("cannot write here", self.folder, error) from None
        try:
            digest = _copied(source, draft)
            path = self._path(digest)
            if not (path.is_file() and _digest(path) == digest):
                path.parent.mkdir(exist_ok=True)
                draft.replace(path)
                _settle(path.parent)
        except OSError as error:
            raise refused("cannot keep the page", self.folder, error) from None
        finally:
            shutil.rmtree(draft.parent, ignore_errors=True)
        return digest

    def has(self, digest: str) -> bool:
        """Tell whether the page of a digest is kept."""
        return bool(_DIGEST.fullmatch(digest)) and self._path(digest).is_file()

    def open(self, digest: str) -> BinaryIO:
        """Open a page, once its bytes are found to be those that were kept.

        Raises:
            InputError: that is no digest, or nothing of it is kept here.
            IntegrityError: its bytes are no longer what they were.
        """
        path = self._path(digest)
        if not self.has(digest):
            message = (
                f"no page of the digest {digest!r} is kept here: give the id of a"
                " source, or the 64 hexadecimal digits of its SHA-256"
            )
            raise InputError(message, Location(str(self.folder)))
        _check(path)
        return path.open("rb")

    def digests(self) -> Iterator[str]:
        """Give the digests of what is kept, in their order; other files are passed."""
        for shelf in sorted(self.folder.glob("?" * _SHELF)):
            if shelf.is_dir():
                names = sorted(path.name for path in shelf.iterdir())
                yield from (name for name in names if self.has(name))

    def verify(self) -> int:
        """Count the pages, each found to be what was kept.

        Raises:
            IntegrityError: naming the first that is not.
        """
        count = 0
        for name in self.digests():
            _check(self._path(name))
            count += 1
        return count

    def copy_into(self, other: "PageStore") -> int:
        """Copy every page into another folder, and count them.

        Raises:
            IntegrityError: a page is damaged; all that are not were copied.
        """
        count = 0
        damaged: list[IntegrityError] = []
        for name in self.digests():
            try:
                with self.open(name) as page:
                    other.keep_from(page)
            except IntegrityError as error:
                damaged.append(error)
            else:
                count += 1
        if damaged:
            raise damaged[0]
        return count

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:_SHELF] / digest


def _copied(source: BinaryIO, draft: Path) -> str:
    """Write bytes onto the disk, and give their digest."""
    found = hashlib.sha256()
    with draft.open("xb") as out:
        while part := source.read(_AT_ONCE):
            found.update(part)
            out.write(part)
        out.flush()
        os.fsync(out.fileno())
    return found.hexdigest()


def _settle(folder: Path) -> None:
    """Put the names in a folder onto the disk, where the system has a call for it."""
    if os.name == "posix":
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(path: Path) -> None:
    if _digest(path) != path.name:
        message = (
            "this page is not what was kept: put the same file back with"
            " `antinomy read PAGE --keep`"
        )
        raise IntegrityError(message, Location(str(path)))

"""The records of folders, archives and single pages, one after another, in order.

A file is known by the path it was reached by. Nothing that lies in a folder ends the
walk: what cannot be read is a record too, with what kept it.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from antinomy.cli.many_words import ManyWords
from antinomy.press.pages.archive import Archived, Broken, records
from antinomy.press.pages.opening import foreign, kind_of
from antinomy.press.pages.remark import Remark
from antinomy.press.pages.source import Kind, digest_of
from antinomy.press.pages.source_words import SourceLimits
from antinomy.press.rows import unread_mark
from antinomy.values import Day

_HEAD = 16  # bytes by which a file that is no page is named


@dataclass(frozen=True, slots=True)
class Record:
    """The bytes of a page, and what is known of them before they are read."""

    file: str
    offset: int
    data: bytes
    digest: str
    kind: Kind | None = None
    address: str | None = None
    fetched: Day | None = None
    declared: str | None = None

    @property
    def size(self) -> int:
        """Count the bytes."""
        return len(self.data)


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that is not read, and why.

    ``digest`` is that of its bytes, or stands for it where they were not had: then
    ``size`` is None.
    """

    file: str
    offset: int
    remark: Remark
    digest: str
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was come upon; ``remark`` says why it is not read, if it is not."""

    path: Path
    size: int = 0
    is_archive: bool = False
    remark: Remark | None = None

    @property
    def name(self) -> str:
        r"""Give the path as a text; stray bytes and backslashes in it are escaped.

        >>> Found(Path("a/5月.html")).name, Found(Path("b\udcff")).name
        ('a/5月.html', 'b\\xff')
        """
        shown = self.path.as_posix().replace("\\", "\\\\")
        return os.fsencode(shown).decode("utf-8", "backslashreplace")


def files_in(paths: Sequence[Path], words: ManyWords, out: Path) -> Iterator[Found]:
    """Give the files of some paths in the order of their names, each path once.

    The folder ``out`` is passed over. A link to a folder is not followed.
    """
    known: set[str] = set()
    for path in sorted(paths, key=lambda p: _order(p, is_folder=p.is_dir())):
        walked = _walk(path, words, out) if path.is_dir() else [_named(path, words)]
        for found in walked:
            if found.name not in known:
                known.add(found.name)
                yield found


def records_of(
    found: Found, words: ManyWords, limits: SourceLimits
) -> Iterator[Record | Unread]:
    """Give the records of a file: its pages, or what kept them from being read."""
    if found.remark is not None:
        yield _unread(found.name, 0, found.remark)
    elif found.is_archive:
        yield from _archived(found, words, limits)
    else:
        yield _page(found, limits)


def _walk(folder: Path, words: ManyWords, out: Path) -> Iterator[Found]:
    left = [(folder, True)]
    while left:
        path, is_folder = left.pop()
        if not is_folder:
            yield _come_upon(path, words)
        elif path.resolve() != out:
            try:
                held = [(entry, _is_folder(entry)) for entry in path.iterdir()]
            except OSError as error:
                yield Found(path, remark=Remark("unreadable", _reason(error)))
            else:
                held.sort(key=lambda h: _order(h[0], is_folder=h[1]), reverse=True)
                left += held


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _order(path: Path, *, is_folder: bool) -> bytes:
    """Order paths as what lies in them is ordered by its whole name."""
    return os.fsencode(f"{path.as_posix()}/" if is_folder else path.as_posix())


def _named(path: Path, words: ManyWords) -> Found:
    """Take a file that was named itself for what it is said to be."""
    found = _come_upon(path, words)
    if found.remark is not None and found.remark.code == "unread_kind":
        return Found(path, found.size)
    return found


def _come_upon(path: Path, words: ManyWords) -> Found:
    try:
        if path.is_symlink() and path.is_dir():
            return Found(path, remark=Remark("link_to_folder", _target(path)))
        held = path.stat()
        if not stat.S_ISREG(held.st_mode):
            return Found(path, remark=Remark("not_a_file"))
        name = path.name.lower()
        if name.endswith(words.archives):
            return Found(path, held.st_size, is_archive=True)
        if name.endswith(words.pages):
            return Found(path, held.st_size)
        return Found(path, held.st_size, remark=Remark("unread_kind", _what(path)))
    except OSError as error:
        lost = path.is_symlink()
        seen = _target(path) if lost else _reason(error)
        return Found(path, remark=Remark("link_lost" if lost else "unreadable", seen))


def _target(path: Path) -> str:
    return Found(path.readlink()).name


def _what(path: Path) -> str:
    """Say what a file is that is not read: by how it begins, else by its name."""
    with path.open("rb") as file:
        told = foreign(file.read(_HEAD))
    return told or path.suffix.lower() or Found(Path(path.name)).name


def _page(found: Found, limits: SourceLimits) -> Record | Unread:
    if found.size > limits.size:
        return _unread(found.name, 0, Remark("too_large", f"{found.size} bytes"))
    try:
        with found.path.open("rb") as file:
            data = file.read(limits.size + 1)
    except OSError as error:
        return _unread(found.name, 0, Remark("unreadable", _reason(error)))
    return Record(found.name, 0, data, digest_of(data))


def _archived(
    found: Found, words: ManyWords, limits: SourceLimits
) -> Iterator[Record | Unread]:
    """Give the pages of an archive; a fault that ends it is the last record."""
    if not found.size:
        yield _unread(found.name, 0, Remark("empty"))
        return
    offset = -1
    try:
        with found.path.open("rb") as file:
            for held in records(file, limits):
                offset = held.offset
                yield _taken(found.name, held, words)
    except OSError as error:
        yield _unread(found.name, offset + 1, Remark("unreadable", _reason(error)))
    else:
        if offset < 0:
            yield _unread(found.name, 0, Remark("no_page_in_archive"))


def _taken(file: str, held: Archived | Broken, words: ManyWords) -> Record | Unread:
    if isinstance(held, Broken):
        return _unread(file, held.offset, Remark("broken_record", held.why))
    digest = digest_of(held.data)
    media = (held.media or "").partition(";")[0].strip().lower()
    kind: Kind | None = None
    if media in words.html:
        kind = "pdf" if kind_of(held.data) == "pdf" else "html"
    elif media and media not in words.others:
        remark = Remark("unread_media", media)
        return Unread(file, held.offset, remark, digest, len(held.data))
    return Record(
        file,
        held.offset,
        held.data,
        digest,
        kind,
        held.address,
        held.fetched,
        held.declared,
    )


def _unread(file: str, offset: int, remark: Remark) -> Unread:
    return Unread(file, offset, remark, unread_mark(remark))


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def sizes(found: Iterable[Found]) -> int:
    """Count the bytes of some files."""
    return sum(each.size for each in found)

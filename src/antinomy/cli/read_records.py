"""The records of folders, archives and single pages, one after another, in order.

A file is known by the path it was reached by. Nothing that lies in a folder ends the
walk: what cannot be read is a record too, with what kept it.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from antinomy.cli.many_words import ManyWords
from antinomy.press import (
    Archived,
    Broken,
    Kind,
    Remark,
    SourceWords,
    digest_of,
    foreign_kind,
    kind_of,
    records,
    unread_mark,
)
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


@dataclass(frozen=True, eq=False)
class Ways:
    """How records are come by: which files count, and how much of each is taken."""

    words: ManyWords
    sources: SourceWords


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


def files_in(paths: Sequence[Path], ways: Ways, out: Path) -> Iterator[Found]:
    """Give the files of some paths in the order of their names, each path once.

    The folder ``out`` is passed over. A link to a folder is not followed.
    """
    known: set[str] = set()  # what lies in one folder is there once
    named = [(path, os.path.isdir(path)) for path in paths]  # noqa: PTH112 - as below
    for path, is_folder in sorted(named, key=lambda n: _order(n[0], is_folder=n[1])):
        walked = _walk(path, ways, out) if is_folder else [_named(path, ways)]
        for found in walked:
            if len(named) == 1:
                yield found
            elif found.name not in known:
                known.add(found.name)
                yield found


def records_of(found: Found, ways: Ways) -> Iterator[Record | Unread]:
    """Give the records of a file: its pages, or what kept them from being read."""
    if found.remark is not None:
        yield _unread(found.name, 0, found.remark)
    elif found.is_archive:
        yield from _archived(found, ways)
    else:
        yield _page(found, ways)


def _walk(folder: Path, ways: Ways, out: Path) -> Iterator[Found]:
    left = [(folder, True)]
    passed_over = _identity(out)
    while left:
        path, is_folder = left.pop()
        if not is_folder:
            yield _come_upon(path, ways)
            continue
        try:
            if _identity(path) != passed_over:
                with os.scandir(path) as held:
                    inside = [
                        (Path(entry.path), entry.is_dir(follow_symlinks=False))
                        for entry in held
                    ]
                inside.sort(key=lambda i: _order(i[0], is_folder=i[1]), reverse=True)
                left += inside
        except OSError as error:
            yield Found(path, remark=Remark("unreadable", _reason(error)))


def _identity(path: Path) -> tuple[int, int] | None:
    """Give what tells a folder from all others, however it is reached."""
    if not path.exists():
        return None
    held = path.stat()
    return held.st_dev, held.st_ino


def _order(path: Path, *, is_folder: bool) -> bytes:
    """Order paths as what lies in them is ordered by its whole name."""
    return os.fsencode(f"{path.as_posix()}/" if is_folder else path.as_posix())


def _named(path: Path, ways: Ways) -> Found:
    """Take a file that was named itself for what it is said to be."""
    found = _come_upon(path, ways)
    if found.remark is not None and found.remark.code == "unread_kind":
        return Found(path, found.size)
    return found


def _come_upon(path: Path, ways: Ways) -> Found:
    is_link = os.path.islink(path)  # noqa: PTH114 - this one never raises
    try:
        if is_link and path.is_dir():
            return Found(path, remark=Remark("link_to_folder", _target(path)))
        held = path.stat()
        if not stat.S_ISREG(held.st_mode):
            return Found(path, remark=Remark("not_a_file"))
        name = path.name.lower()
        if name.endswith(ways.words.archives):
            return Found(path, held.st_size, is_archive=True)
        if name.endswith(ways.words.pages):
            return Found(path, held.st_size)
        return Found(
            path, held.st_size, remark=Remark("unread_kind", _what(path, ways))
        )
    except OSError as error:
        if is_link:
            return Found(path, remark=Remark("link_lost", _target(path)))
        return Found(path, remark=Remark("unreadable", _reason(error)))


def _target(path: Path) -> str:
    return Found(path.readlink()).name


def _what(path: Path, ways: Ways) -> str:
    """Say what a file is that is not read: by how it begins, else by its name."""
    with path.open("rb") as file:
        told = foreign_kind(file.read(_HEAD), ways.sources)
    return told or path.suffix.lower() or Found(Path(path.name)).name


def _page(found: Found, ways: Ways) -> Record | Unread:
    limits = ways.sources.limits
    most = max(limits.size, limits.carrier)
    if found.size > most:
        seen = f"{found.size} bytes, of {most} that are read"
        return _unread(found.name, 0, Remark("too_large", seen))
    try:
        with found.path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        return _unread(found.name, 0, Remark("unreadable", _reason(error)))
    return Record(found.name, 0, data, digest_of(data))


def _archived(found: Found, ways: Ways) -> Iterator[Record | Unread]:
    """Give the pages of an archive; a fault that ends it is the last record."""
    if not found.size:
        yield _unread(found.name, 0, Remark("empty"))
        return
    last = -1
    try:
        with found.path.open("rb") as file:
            for held in records(file, ways.sources.limits):
                # Where several records are packed as one they have one offset.
                last = max(held.offset, last + 1)
                yield _taken(found.name, last, held, ways)
    except OSError as error:
        yield _unread(found.name, last + 1, Remark("unreadable", _reason(error)))
    else:
        if last < 0:
            yield _unread(found.name, 0, Remark("no_page_in_archive"))


def _taken(
    file: str, offset: int, held: Archived | Broken, ways: Ways
) -> Record | Unread:
    if isinstance(held, Broken):
        return _unread(file, offset, Remark("broken_record", held.why))
    digest = digest_of(held.data)
    media = (held.media or "").partition(";")[0].strip().lower()
    kind: Kind | None = None
    if media in ways.words.html:
        kind = "pdf" if kind_of(held.data) == "pdf" else "html"
    elif media and media not in ways.words.others:
        remark = Remark("unread_media", media)
        return Unread(file, offset, remark, digest, len(held.data))
    return Record(
        file,
        offset,
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

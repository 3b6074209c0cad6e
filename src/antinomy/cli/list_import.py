"""Take a list file in: read it, compare it with what is held, keep it or refuse it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath

from antinomy.catalogue import ListSource
from antinomy.cli.list_store import ListBytes, ListStore, Version
from antinomy.cli.packed import unpacked
from antinomy.lists import Delta, ListFile, Loaded, delta, load_list, shrunk
from antinomy.values import InputError, Json, Location, did_you_mean
from antinomy.view import Packs


@dataclass(frozen=True, slots=True)
class Kept:
    """A version kept, the one before, and what came and went between them.

    ``healed`` tells that the version was there, damaged, and was written anew.
    """

    version: Version
    before: Version | None = None
    came: Delta | None = None
    healed: bool = False

    def as_json(self) -> dict[str, Json]:
        """Give the version with what came and went."""
        told: dict[str, Json] | None = None
        if self.came is not None and self.before is not None:
            told = {
                "since": self.before.as_of.isoformat(),
                "added": list(self.came.added),
                "absent": list(self.came.gone),
            }
        return {**self.version.as_json(), "delta": told, "healed": self.healed}


def source_named(packs: Packs, name: str) -> ListSource:
    """Give a source of the packs by its short name.

    Raises:
        InputError: there is none of that name.
    """
    known = packs.list_sources.sources
    if name not in known:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        raise InputError(f"{name!r} is no source of lists{hint}")
    return known[name]


def read_files(path: Path, source: ListSource) -> ListBytes:
    """Read a list file as it is, with the files that lie beside it.

    Raises:
        InputError: it cannot be read.
    """
    near = {file.name.lower(): file for file in _files_near(path)}
    wanted = (name for name in source.beside if near.get(name, path) != path)
    beside = {name: near[name].read_bytes() for name in wanted}
    try:
        return ListBytes(str(path), path.read_bytes(), beside)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"cannot read the list: {reason}"
        raise InputError(message, Location(str(path))) from None


def _files_near(path: Path) -> Iterable[Path]:
    return sorted(path.parent.iterdir()) if path.parent.is_dir() else ()


def keep(
    packs: Packs,
    store: ListStore,
    source: ListSource,
    as_of: date,
    files: ListBytes,
    *,
    allow_shrink: bool = False,
) -> Kept:
    """Read the files of a list and keep them as the version of a day.

    Raises:
        InputError: the file is broken, or has lost more than its share of rows; the
            versions held stay as they are.
    """
    loaded = _loaded(packs, source, files)
    healed = store.heal(source.id, as_of, files, loaded)
    before = store.latest(source.id, as_of)
    if before and not allow_shrink:
        _refuse_shrunk(packs, before, loaded, files.name)
    came = delta(store.rows(before), loaded.rows) if before else None
    version = store.add(source.id, as_of, files, loaded)
    return Kept(version, before, came, healed=healed is not None)


def _loaded(packs: Packs, source: ListSource, files: ListBytes) -> Loaded:
    text = _text(files.name, files.raw)
    beside = {name: _text(name, content) for name, content in files.beside.items()}
    file = ListFile(text, files.name, source.list, beside, packs.list_words)
    return load_list(file, source.reader)


def _refuse_shrunk(packs: Packs, before: Version, loaded: Loaded, name: str) -> None:
    most = packs.list_sources.most_lost
    lost = shrunk(before.counts, loaded.count(), most)
    if lost:
        message = (
            f"the list has shrunk by more than {most} percent since"
            f" {before.as_of} ({'; '.join(lost)}); the version of that day stays."
            " Is the file whole? Then give --allow-shrink"
        )
        raise InputError(message, Location(name))


# ---------------------------------------------------------------- bytes to text


def _text(name: str, raw: bytes) -> str:
    try:
        content = unpacked(raw, PurePath(name).suffix)
    except OSError as error:
        message = f"the file cannot be unpacked: {error}"
        raise InputError(message, Location(name)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "the list is not UTF-8 text here; is it the publisher's own file?"
        raise InputError(message, Location(name, line, 1)) from None

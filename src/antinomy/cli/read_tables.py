"""Tables of what many pages tell: a folder a table, a Parquet file a part.

A part is written as a draft and moved into place, `done` last: a record that stands in
`done` has all its rows, and parts that do not are of a run broken off and taken away.
"""

import fcntl
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from antinomy.press import TABLES, Column, ColumnKind, Rows
from antinomy.values import InputError, IntegrityError, Location

_TYPES: dict[ColumnKind, pa.DataType] = {
    "text": pa.string(),
    "count": pa.int64(),
    "share": pa.float64(),
    "day": pa.date32(),
}
SCHEMAS: Mapping[str, pa.Schema] = {
    name: pa.schema([pa.field(c.name, _TYPES[c.kind], c.may_lack) for c in columns])
    for name, columns in TABLES.items()
}
_DRAFTS, _LOCK, _BEGUN = ".drafts", ".lock", ".begun"
Place = tuple[str, int]  # file and offset of a record


class Tables:
    """A folder of tables, to which one run at a time adds parts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def opened(self, *, resume: bool) -> Iterator[None]:
        """Hold the folder for a run; what a run broken off left is taken away.

        Raises:
            InputError: it is no folder of tables, is held by another run, or a run was
                broken off and is not to be gone on with.
        """
        self._make()
        with (self.folder / _LOCK).open("wb") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise self._refusal("another run is writing here") from None
            begun = self.folder / _BEGUN
            if begun.exists() and not resume:
                raise self._refusal("a run was broken off here: --resume goes on")
            begun.touch()
            self._clear()
            yield
            shutil.rmtree(self.folder / _DRAFTS, ignore_errors=True)
            begun.unlink()

    def drafts(self, writer: int) -> Path:
        """Give the folder in which one process makes its drafts."""
        return self.folder / _DRAFTS / str(writer)

    def commit(self, part: str, drafts: Path) -> None:
        """Move the drafts of a part into their tables.

        Raises:
            InputError: the folder can no longer be written.
        """
        try:
            for table in TABLES:
                (drafts / f"{table}.parquet").replace(self._part(table, part))
        except OSError as error:
            raise self._unwritten(error) from None

    def done(self, reader: str) -> dict[Place, tuple[str, str]]:
        """Give each record read by a version: its digest, and the part it is in."""
        found: dict[Place, tuple[str, str]] = {}
        for part in self._parts("done"):
            for row in _read(self._part("done", part)).to_pylist():
                if row["reader"] == reader:
                    found[row["file"], row["offset"]] = row["digest"], part
        return found

    def drop(
        self, places: Collection[Place], parts: Iterable[str], reader: str
    ) -> None:
        """Take the rows of some records out of the parts that hold them."""
        drafts = self.drafts(0)
        drafts.mkdir(parents=True, exist_ok=True)
        for part in parts:
            for table in TABLES:
                path = self._part(table, part)
                held = _read(path)
                keys = zip(
                    held["file"].to_pylist(),
                    held["offset"].to_pylist(),
                    held["reader"].to_pylist(),
                    strict=True,
                )
                stays = [r != reader or (f, o) not in places for f, o, r in keys]
                kept = held.filter(pa.array(stays, pa.bool_()))
                _write(drafts / f"{table}.parquet", kept)
            self.commit(part, drafts)

    def _make(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if any(self.folder.iterdir()) and not (self.folder / "done").is_dir():
                raise self._refusal("this folder holds other things: name another")
            for table in reversed([*TABLES]):
                (self.folder / table).mkdir(exist_ok=True)
        except OSError as error:
            raise self._unwritten(error) from None

    def _clear(self) -> None:
        shutil.rmtree(self.folder / _DRAFTS, ignore_errors=True)
        whole = set(self._parts("done"))
        for table in TABLES:
            for part in self._parts(table):
                if part not in whole:
                    self._part(table, part).unlink()

    def _parts(self, table: str) -> list[str]:
        return sorted(path.stem for path in (self.folder / table).glob("*.parquet"))

    def _part(self, table: str, part: str) -> Path:
        return self.folder / table / f"{part}.parquet"

    def _unwritten(self, error: OSError) -> InputError:
        reason = (error.strerror or type(error).__name__).lower()
        return self._refusal(f"cannot be written: {reason}")

    def _refusal(self, why: str) -> InputError:
        return InputError(why, Location(str(self.folder)))


def write_drafts(drafts: Path, rows: Rows) -> None:
    """Write a part of every table into a folder of drafts."""
    drafts.mkdir(parents=True, exist_ok=True)
    for name, columns in TABLES.items():
        found = rows.of(name)
        cells: Iterable[tuple[Any, ...]] = zip(*found, strict=True)
        if not found:
            cells = [()] * len(columns)
        _write(drafts / f"{name}.parquet", _table(name, columns, cells))


def _table(
    name: str, columns: tuple[Column, ...], cells: Iterable[tuple[Any, ...]]
) -> pa.Table:
    arrays = [
        pa.array(column_cells, _TYPES[column.kind])
        for column, column_cells in zip(columns, cells, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=SCHEMAS[name])


def _write(path: Path, table: pa.Table) -> None:
    pq.write_table(table, path, compression="zstd")


def _read(path: Path) -> pa.Table:
    try:
        return pq.ParquetFile(path).read()
    except (OSError, pa.ArrowException) as error:
        message = f"this part is not what was written: {error}"
        raise IntegrityError(message, Location(str(path))) from None

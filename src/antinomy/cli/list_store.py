"""The folder of imported lists: one folder a version, whole or not there at all.

``DIR/lists/SOURCE/DAY-DIGEST`` holds the file as it came (and those that lay beside
it), its rows as JSON Lines and a manifest. A version is written beside the others and
moved into place; one that is there is never changed, so that an older screening can be
run again, unless it is damaged: then the same file imported again makes it whole.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from antinomy.lists import Designation, Loaded
from antinomy.values import IntegrityError, Json, Location, parse_day

RECORD = "antinomy.db"  # the record, beside the lists

_MANIFEST, _ROWS, _SOURCE = "manifest.json", "rows.jsonl", "source"


@dataclass(frozen=True, slots=True)
class ListBytes:
    """A list file as it came, with the files that belong to it."""

    name: str
    raw: bytes
    beside: dict[str, bytes] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Give the digest of all of it."""
        found = hashlib.sha256(self.raw)
        for name, content in sorted(self.beside.items()):
            found.update(name.encode() + content)
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a source: the day it is of, its digest and its counts."""

    source: str
    as_of: date
    digest: str
    counts: dict[str, int]
    remarks: tuple[str, ...]
    folder: Path

    @property
    def size(self) -> int:
        """Count its rows."""
        return sum(self.counts.values())

    def as_json(self) -> dict[str, Json]:
        """Give the version as its manifest has it."""
        return {
            "source": self.source,
            "as_of": self.as_of.isoformat(),
            "digest": self.digest,
            "rows": self.size,
            "lists": {**self.counts},
            "remarks": list(self.remarks),
        }


def data_folder(stated: Path | None) -> Path:
    """Give the folder of the user's data: the one stated, or that of the desktop."""
    if stated is not None:
        return stated
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "antinomy"


class ListStore:
    """The versions below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "lists"

    def versions(self, source: str | None = None) -> tuple[Version, ...]:
        """Give all versions, or those of a source, oldest first."""
        names = sorted(p.name for p in _folders(self._folder))
        found = [
            _version(folder)
            for name in names
            if source in {None, name}
            for folder in _folders(self._folder / name)
        ]
        return tuple(sorted(found, key=lambda v: (v.source, v.as_of, v.digest)))

    def latest(self, source: str, before: date | None = None) -> Version | None:
        """Give the newest version of a source, or the newest not after a day."""
        found = [
            v for v in self.versions(source) if before is None or v.as_of <= before
        ]
        return found[-1] if found else None

    def rows(self, version: Version) -> tuple[Designation, ...]:
        """Read the rows of a version.

        Raises:
            IntegrityError: the rows are not what was written.
        """
        manifest = json.loads((version.folder / _MANIFEST).read_text("utf-8"))
        try:
            content = (version.folder / _ROWS).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != manifest["rows_digest"]:
            message = "the rows of this list are not what was imported; import it again"
            raise IntegrityError(message, Location(str(version.folder / _ROWS)))
        return tuple(_row(json.loads(line)) for line in content.splitlines())

    def add(
        self, source: str, as_of: date, files: ListBytes, loaded: Loaded
    ) -> Version:
        """Keep a version; one that is there already and whole is left as it is."""
        folder = self._place(source, as_of, files)
        if not _is_whole(folder):
            folder.parent.mkdir(parents=True, exist_ok=True)
            draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".draft-"))
            aside = draft.with_suffix(".damaged")
            try:
                _write(draft, source, as_of, files, loaded)
                if folder.exists():
                    folder.replace(aside)
                draft.replace(folder)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
                shutil.rmtree(aside, ignore_errors=True)
        return _version(folder)

    def heal(
        self, source: str, as_of: date, files: ListBytes, loaded: Loaded
    ) -> Version | None:
        """Write a version anew that is there and damaged; None where none is."""
        folder = self._place(source, as_of, files)
        if not folder.exists() or _is_whole(folder):
            return None
        return self.add(source, as_of, files, loaded)

    def folder_of(self, source: str) -> Path:
        """Give the folder of a source, where its versions lie."""
        return self._folder / source

    def is_whole(self, version: Version) -> bool:
        """Tell whether a version is still what was written."""
        return _is_whole(version.folder)

    def _place(self, source: str, as_of: date, files: ListBytes) -> Path:
        return self._folder / source / f"{as_of.isoformat()}-{files.digest[:12]}"


def _is_whole(folder: Path) -> bool:
    """Tell whether a version is there and is what was written."""
    try:
        told = json.loads((folder / _MANIFEST).read_text("utf-8"))
        rows = hashlib.sha256((folder / _ROWS).read_bytes()).hexdigest()
        raw = hashlib.sha256((folder / _SOURCE).read_bytes()).hexdigest()
        _version(folder)
    except (OSError, ValueError, IntegrityError):
        return False
    return (rows, raw) == (told.get("rows_digest"), told.get("source_digest"))


def _write(
    draft: Path, source: str, as_of: date, files: ListBytes, loaded: Loaded
) -> None:
    lines = (json.dumps(r.as_json(), ensure_ascii=False) for r in loaded.rows)
    rows = "\n".join(lines).encode()
    digest = files.digest
    version = Version(source, as_of, digest, loaded.count(), loaded.remarks, draft)
    manifest = {
        **version.as_json(),
        "rows_digest": hashlib.sha256(rows).hexdigest(),
        "source_digest": hashlib.sha256(files.raw).hexdigest(),
    }
    (draft / _SOURCE).write_bytes(files.raw)
    for name, content in files.beside.items():
        (draft / f"{_SOURCE}.{name}").write_bytes(content)
    (draft / _ROWS).write_bytes(rows)
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (draft / _MANIFEST).write_text(text, "utf-8")


def _folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (
            p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(".")
        )


def _version(folder: Path) -> Version:
    try:
        told = json.loads((folder / _MANIFEST).read_text("utf-8"))
        return Version(
            told["source"],
            parse_day(told["as_of"]),
            told["digest"],
            told["lists"],
            tuple(told["remarks"]),
            folder,
        )
    except (OSError, ValueError, KeyError) as error:
        message = (
            f"this version of a list cannot be read: {error}; import its file again,"
            " or move this folder away"
        )
        raise IntegrityError(message, Location(str(folder))) from None


def _row(told: dict[str, Json]) -> Designation:
    given: dict[str, object] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in told.items()
    }
    for key in ("begins", "until"):
        if key in given:
            given[key] = parse_day(str(given[key]))
    return Designation(**given)  # type: ignore[arg-type]

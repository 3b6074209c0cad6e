"""Packs compiled once and kept between runs, by the digest of all they are made of.

A kept copy is a help and never an authority: it is used only where the program, the
packs and the copy itself are byte for byte what they were when it was written, and the
folder belongs to the user alone. Anything else is read anew from the packs.
"""

import gc
import hashlib
import os
import pickle
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path

from antinomy.view import Packs, open_packs

_KEPT = 4  # copies that may lie in the folder: a few versions, a few folders of packs
_SIZE = hashlib.sha256().digest_size


def cached_packs(folder: Path) -> Packs:
    """Give the packs of a folder, compiled before or compiled now.

    Raises:
        PackError: with every fault found in the packs.
    """
    path = _place(folder)
    packs = path and _read(path)
    if not packs:
        packs = open_packs(folder)
        if path:
            with suppress(OSError):  # a home that cannot be written to is no fault
                _write(path, packs)
    gc.freeze()  # the packs stay: no search for garbage need go through them again
    return packs


def _key(folder: Path) -> str:
    """Give the digest of the interpreter, the program, the packs and their place."""
    made_of = hashlib.sha256(f"{sys.version} {folder.resolve()}".encode())
    program = Path(str(files("antinomy")))
    parts = [(program, (".py",)), (folder, (".yaml", ".yml", ".csv"))]
    for root, suffixes in parts:
        for path in _files(root, suffixes):
            content = path.read_bytes()
            made_of.update(f"{path.relative_to(root)} {len(content)}\n".encode())
            made_of.update(content)
    return made_of.hexdigest()


def _files(root: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Give the files below a folder, in order; cases are not loaded, so not here."""
    for inside, folders, names in os.walk(root):
        folders[:] = sorted({*folders} - {"cases", "__pycache__"})
        yield from (Path(inside, n) for n in sorted(names) if n.endswith(suffixes))


def _place(folder: Path) -> Path | None:
    """Give the file for a copy, in a folder that is the user's alone, else nothing."""
    if os.environ.get("ANTINOMY_NO_CACHE"):
        return None
    try:
        base = os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()
        kept = Path(base) / "antinomy"
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = kept.stat()
        key = _key(folder)
    except (OSError, RuntimeError):
        return None
    mine = not hasattr(os, "getuid") or state.st_uid == os.getuid()
    return kept / f"packs-{key}" if mine and not state.st_mode & 0o022 else None


def _read(path: Path) -> Packs | None:
    """Give what was kept; nothing where it is missing or not what was written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    seal, body = content[:_SIZE], content[_SIZE:]
    if seal != hashlib.sha256(body).digest():
        return None
    with _no_collection():
        packs = pickle.loads(body)  # noqa: S301 - our own file, whole, in our own folder
    return packs if isinstance(packs, Packs) else None


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let no garbage be looked for while a great many values that stay are made."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(path: Path, packs: Packs) -> None:
    """Keep a copy, written whole or not at all, and let the oldest ones go."""
    body = pickle.dumps(packs, protocol=pickle.HIGHEST_PROTOCOL)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(hashlib.sha256(body).digest() + body)
    Path(name).replace(path)
    copies = sorted(path.parent.glob("packs-*"), key=lambda p: p.stat().st_mtime)
    for old in copies[:-_KEPT]:
        old.unlink(missing_ok=True)

"""Files of answers, one object of JSON a line, that a run broken off can go on with."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from antinomy.values import InputError, Location


@dataclass(frozen=True, slots=True)
class Written:
    """An answer that stands whole in a file, where it stands, and where it ends."""

    answer: dict[str, object]
    at: Location
    end: int


def written_before(path: Path) -> Iterator[Written]:
    """Give the whole answers of a file; a last line that was broken off is none.

    Raises:
        InputError: a line that is no answer.
    """
    if not path.exists():
        return
    end = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            at = Location(str(path), number, 1)
            end += len(line)
            yield Written(_answer(line, at), at, end)


def _answer(line: bytes, at: Location) -> dict[str, object]:
    try:
        found = json.loads(line)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        message = "this line is no answer: the file is not one that --out wrote"
        raise InputError(message, at)
    return found


def refuse_to_overwrite(out: Path, *, resume: bool) -> None:
    """Refuse a file that is there, unless it is gone on with.

    Raises:
        InputError: it is there.
    """
    if out.exists() and not resume:
        message = f"there is a file {str(out)!r}: --resume goes on with it"
        raise InputError(message)

"""Files of names to screen, and files of answers that were begun."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from antinomy.cli.answer_file import written_before
from antinomy.files import read_text
from antinomy.screening import Query
from antinomy.values import InputError, Location, did_you_mean

_NAMES = ("query", "name")
Kind = Literal["", "person", "firm"]
_KINDS: dict[str, Kind] = {
    "": "",
    "person": "person",
    "individual": "person",
    "firm": "firm",
    "company": "firm",
    "entity": "firm",
}


def read_queries(path: Path) -> list[Query]:
    """Read the names of a CSV file, in order; other columns are left alone.

    Raises:
        InputError: no column of names, a line with other columns, an unknown kind.
    """
    text = read_text(path).lstrip("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if len({*header}) < len(header):
            message = "a column stands twice in this file"
            raise InputError(message, Location(str(path), 1, 1))
        column = next((name for name in _NAMES if name in header), None)
        if column is None:
            hint = did_you_mean(header[0] if header else "", _NAMES)
            message = f"no column `query` (or `name`) in this file{hint}"
            raise InputError(message, Location(str(path), 1, 1))
        lines = _lines(reader, path, len(header))
        return [_query(cells, header, column, at) for at, cells in lines]
    except csv.Error as error:
        at = Location(str(path), reader.line_num, 1)
        raise InputError(f"this is not whole CSV: {error}", at) from None


def _lines(
    reader: Any,  # noqa: ANN401 - the csv module has no name for its reader
    path: Path,
    columns: int,
) -> Iterator[tuple[Location, list[str]]]:
    """Give the rows; of a single column an empty line is an empty name."""
    line = 2
    for cells in reader:
        if cells or columns == 1:
            yield Location(str(path), line, 1), cells or [""]
        line = reader.line_num + 1


def _query(cells: list[str], header: list[str], column: str, at: Location) -> Query:
    if len(cells) != len(header):
        message = f"{len(cells)} cells where the header has {len(header)}"
        raise InputError(message, at)
    row = dict(zip(header, cells, strict=True))
    kind = row.get("kind", "").strip().lower()
    if kind not in _KINDS:
        message = f"{kind!r} is no kind: person, firm, or nothing"
        raise InputError(message, at)
    return Query(row[column], kind_of(kind), row.get("id", "").strip())


def kind_of(word: object) -> Kind:
    """Give the kind that a word says a name is of; none for a word unknown."""
    return _KINDS.get(str(word or ""), "")


@dataclass(frozen=True, slots=True)
class Begun:
    """A file of answers that was begun: how many are whole, and where they end."""

    answers: int
    end: int


def begun(path: Path, queries: Sequence[Query]) -> Begun:
    """Count the whole answers of a file, which must be those of the first queries.

    A last line that was broken off does not count and is written anew.

    Raises:
        InputError: a line that is no answer, or one to another name than the file of
            queries has there.
    """
    count = end = 0
    for count, written in enumerate(written_before(path), 1):
        asked = next(islice(queries, count - 1, None), None)
        if asked is None or written.answer.get("query") != asked.name:
            message = "these answers are not those of the first names asked about"
            raise InputError(message, written.at)
        end = written.end
    return Begun(count, end)

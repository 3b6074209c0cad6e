"""Read a CSV table of a known header, strictly, with the line of each row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from antinomy.files.reading import check_characters, read_text
from antinomy.values import InputError, Location, did_you_mean


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the cells by column, stripped."""

    cells: dict[str, str]
    at: Location

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def cell(self, column: str) -> Location:
        """Give the place of a cell for a message."""
        return Location(self.at.file, self.at.line, 1, column)

    def parts(self, column: str) -> tuple[str, ...]:
        """Give the ``;``-joined parts of a cell."""
        return tuple(p for p in (s.strip() for s in self[column].split(";")) if p)


def read_table(path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Read a CSV whose header holds exactly these columns, in any order.

    Raises:
        InputError: an unknown or missing column, or a row with other cells.
    """
    text = read_text(path)
    check_characters(text, str(path))
    return tuple(_rows(text, str(path), columns))


def _rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(header, columns, Location(name, 1, 1))
        line = reader.line_num + 1  # a quoted cell may run over several lines
        for cells in reader:
            at = Location(name, line, 1)
            line = reader.line_num + 1
            if len(cells) != len(header):
                message = f"{len(cells)} cells where the header has {len(header)}"
                raise InputError(message, at)
            yield Row(dict(zip(header, (c.strip() for c in cells), strict=True)), at)
    except csv.Error as error:
        at = Location(name, reader.line_num, 1)
        raise InputError(f"this is not CSV: {error}", at) from None


def _check_header(header: list[str], columns: tuple[str, ...], at: Location) -> None:
    if not header:
        raise InputError("the file is empty", at)
    for number, column in enumerate(header):
        if column not in columns:
            hint = did_you_mean(column, columns)
            raise InputError(f"unknown column {column!r}{hint}", at)
        if column in header[:number]:
            raise InputError(f"column {column!r} stands twice", at)
    for column in columns:
        if column not in header:
            raise InputError(f"column {column!r} is missing", at)

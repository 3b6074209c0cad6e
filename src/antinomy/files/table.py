"""Read a CSV table of a known header, strictly, with the line of each row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from antinomy.files.reading import read_text
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
    return tuple(_rows(read_text(path), str(path), columns))


def _rows(text: str, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        header = next(reader, [])
        for column in header:
            if column not in columns:
                message = f"unknown column {column!r}{did_you_mean(column, columns)}"
                raise InputError(message, Location(name, 1, 1))
        for column in columns:
            if column not in header:
                raise InputError(f"column {column!r} is missing", Location(name, 1, 1))
        for cells in reader:
            at = Location(name, reader.line_num, 1)
            if len(cells) != len(header):
                message = f"{len(cells)} cells where the header has {len(header)}"
                raise InputError(message, at)
            yield Row(dict(zip(header, (c.strip() for c in cells), strict=True)), at)
    except csv.Error as error:
        raise InputError(f"this is not CSV: {error}", Location(name, reader.line_num)) from None

"""A list file as text, and the tables and days that readers find in one."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from antinomy.lists.words import ListWords
from antinomy.values import InputError, Location

Row = Mapping[str, Any]

_FIRST_YEAR = 1940  # no list of today names anybody since an earlier day
_CENTURY = 40  # a year of two digits below this is of this century
_NUMBERS = re.compile(r"\d+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_DAY_PARTS = 3
_END_OF_FILE = "\x1a"  # the last byte of files that an old system wrote


@dataclass(frozen=True, slots=True)
class ListFile:
    """The text of a list, its name for messages, and what belongs to it.

    ``of`` is the short name of the list for rows that state none; ``beside`` are the
    texts of the files beside, by their lower-case names.
    """

    text: str
    name: str
    of: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    words: ListWords = field(default_factory=ListWords)

    @property
    def start(self) -> str:
        """Give the first character that is no space: ``<`` begins XML."""
        return self.text.lstrip("\ufeff \r\n\t")[:1]

    def at(self, line: int = 0) -> Location:
        """Give a place in the file for a message."""
        return Location(self.name, line, 1 if line else 0)

    def cells(
        self, delimiter: str = ",", skip: int = 0
    ) -> Iterator[tuple[int, list[str]]]:
        """Give the cells of each line of a CSV, with the line where it begins.

        Raises:
            InputError: it is not whole CSV, with the line.
        """
        text = self.text.lstrip("\ufeff").rstrip(_END_OF_FILE)
        reader = csv.reader(
            io.StringIO(text, newline=""), strict=True, delimiter=delimiter
        )
        line = 1
        try:
            for cells in reader:
                if cells and line > skip:
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            message = f"this is not whole CSV: {error}"
            raise InputError(message, self.at(reader.line_num)) from None

    def header(self, skip: int = 0) -> list[str]:
        """Give the cells of the first line behind those skipped."""
        for _, cells in self.cells(skip=skip):
            return cells
        return []

    def table(
        self, *needed: str, delimiter: str = ",", skip: int = 0
    ) -> Iterator[tuple[int, Row]]:
        """Give the rows of a CSV with a header, by column.

        Raises:
            InputError: a column is missing, or a row has other cells than the header.
        """
        lines = self.cells(delimiter, skip)
        nothing: tuple[int, list[str]] = (1, [])
        first, head = next(lines, nothing)
        header = [cell.strip() for cell in head]
        missing = [name for name in needed if name not in header]
        if missing:
            message = f"the header lacks {', '.join(missing)}: is it the list's own?"
            raise InputError(message, self.at(first))
        for line, cells in lines:
            check_width(len(cells), len(header), self.at(line))
            yield line, dict(zip(header, cells, strict=True))

    def objects(self) -> Iterator[tuple[int, Any]]:
        """Give the objects of JSON Lines, with their lines."""
        for number, line in enumerate(self.text.lstrip("\ufeff").split("\n"), 1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except ValueError as error:
                    message = f"this line is not whole JSON: {error}"
                    raise InputError(message, self.at(number)) from None


def check_width(cells: int, header: int, at: Location) -> None:
    """Refuse a row that has more or fewer cells than its header."""
    if cells != header:
        message = (
            f"{cells} cells where the header has {header}: the file may be cut short"
        )
        raise InputError(message, at)


def many_of(value: object) -> tuple[Any, ...]:
    """Give the members of a list; a single value counts as a list of one."""
    if isinstance(value, list | tuple):
        return tuple(value)
    return () if value is None or value == "" else (value,)


def text_of(row: Row, name: str) -> str:
    """Give the text of a cell, stripped; "" where it is empty or absent."""
    return str(row.get(name) or "").strip()


def day_of(text: str, order: str = "ymd") -> date | None:
    """Read a day written with any marks in a known order; None where it is no day.

    >>> day_of("76 FR 71869, 11/21/11.".rpartition(",")[2], "mdy")
    datetime.date(2011, 11, 21)
    >>> day_of("00/00/1975", "dmy") is None
    True
    """
    iso = _ISO.match(text)
    numbers = _NUMBERS.findall(iso[0] if iso else text)
    order = "ymd" if iso else order
    if len(numbers) != _DAY_PARTS:
        return None
    parts = dict(zip(order, map(int, numbers), strict=True))
    year = parts["y"]
    if len(numbers[order.index("y")]) <= 2:  # noqa: PLR2004 - 11 stands for 2011
        year += 2000 if year < _CENTURY else 1900
    try:
        day = date(year, parts["m"], parts["d"])
    except (ValueError, OverflowError):
        return None
    return day if day.year >= _FIRST_YEAR else None


class Days:
    """The days of a file, and what was strange among them."""

    def __init__(self, order: str = "ymd") -> None:
        self._order = order
        self.remarks: list[str] = []

    def read(self, text: str, what: str, line: int) -> date | None:
        """Read a day; one that cannot be is left out and told."""
        found = day_of(text, self._order) if text else None
        if text and found is None:
            message = f"line {line}: {what} {text!r} is no day of a listing: left out"
            self.remarks.append(message)
        return found


def raw_of(row: Row) -> str:
    """Give a row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def unique(*texts: str) -> tuple[str, ...]:
    """Give the texts that say something, each once, in their order."""
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))

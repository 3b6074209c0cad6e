"""Read the cells of a table so that every fault of every row is told in one go."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TypeVar

from antinomy.catalogue.ranges import Range, parse_range
from antinomy.files import Fields, Row, read_table
from antinomy.files.node import as_scalar
from antinomy.values import (
    Day,
    InputError,
    Location,
    PackError,
    did_you_mean,
    parse_day,
)

STATUSES = ("primary", "secondary", "uncertain")
_WHOLE = 100

T = TypeVar("T")


class Faults:
    """What was found wrong so far."""

    def __init__(self) -> None:
        self.found: list[PackError] = []

    def add(self, message: str, at: Location | None) -> None:
        """Note a fault and where it stands."""
        self.found.append(PackError(message, at))

    def stop(self) -> None:
        """End here if something was wrong.

        Raises:
            PackError: with every fault noted.
        """
        if self.found:
            raise PackError("the catalogue does not load", faults=tuple(self.found))

    def table(self, path: Path, columns: tuple[str, ...]) -> tuple[Row, ...]:
        """Read a table; none of its rows where it cannot be read."""
        try:
            return read_table(path, columns)
        except InputError as error:
            self.add(error.message, error.at)
            return ()


class Cells:
    """The cells of one row."""

    def __init__(self, row: Row, faults: Faults) -> None:
        self.row = row
        self.faults = faults

    def fault(self, column: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.faults.add(message, self.row.cell(column))

    def text(self, column: str) -> str:
        """Give a cell that must not be empty."""
        if not self.row[column]:
            self.fault(column, "this cell must not be empty")
        return self.row[column]

    def word(self, column: str, words: Iterable[str], *, empty: bool = False) -> str:
        """Give a cell that holds one word of a closed set."""
        word = self.row[column]
        if not (word in words or (empty and not word)):
            hint = did_you_mean(word, words)
            self.fault(column, f"{word!r} is not a word known here{hint}")
        return word

    def range(self, column: str) -> Range | None:
        """Give an amount, or None where the cell is empty."""
        if not self.row[column]:
            return None
        try:
            return parse_range(self.row[column])
        except ValueError as error:
            self.fault(column, str(error))
            return None

    def amount(self, column: str) -> Range | None:
        """Give an amount above zero, or None where the cell is empty."""
        found = self.range(column)
        if found is not None and not found.low:
            self.fault(column, "zero is not an amount; leave the cell empty")
            return None
        return found

    def day(self, column: str) -> Day | None:
        """Give a day, or None where the cell is empty."""
        if not self.row[column]:
            return None
        try:
            return parse_day(self.row[column])
        except ValueError as error:
            self.fault(column, str(error))
            return None

    def need_day(self, column: str) -> Day:
        """Give a day that must be there."""
        self.text(column)
        return self.day(column) or Day(date.max)

    def pairs(self, column: str) -> tuple[tuple[str, str], ...]:
        """Give the parts ``name: text`` of a cell."""
        found = []
        for part in self.row.parts(column):
            name, colon, text = part.partition(": ")
            if not colon:
                self.fault(column, f"{part!r} is not of the form 'name: text'")
            found.append((name, text))
        return tuple(found)


def by_id(things: Iterable[tuple[str, T, Row]], faults: Faults) -> dict[str, T]:
    """Give things by id; an id that stands twice is a fault."""
    found: dict[str, T] = {}
    lines: dict[str, int] = {}
    for name, thing, row in things:
        if name in found:
            message = (
                f"the id {name!r} stands twice; it was given at line {lines[name]}"
            )
            faults.add(message, row.cell("id"))
            continue
        found[name], lines[name] = thing, row.at.line
    return found


def day_of(fields: Fields, name: str) -> Day:
    """Take a day that must be there."""
    day = fields.day(name)
    if day is None:
        raise InputError(f"{name!r} is missing here", fields.at)
    return day


def percent_of(fields: Fields, name: str) -> int:
    """Take a whole percent that must be there."""
    scalar = as_scalar(fields.need(name))
    if not scalar.text.isdecimal() or not 0 < int(scalar.text) <= _WHOLE:
        message = f"{scalar.text!r} is no whole percent between 1 and {_WHOLE}"
        raise InputError(message, scalar.at)
    return int(scalar.text)

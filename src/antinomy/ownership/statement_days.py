"""The days for which each statement of a record governs (BODS 0.4)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from antinomy.values import InputError, Location, parse_day

_DAY = 10  # letters of a day, where a time may follow

Statement = Mapping[str, Any]
Governing = tuple[Statement, Location, date | None, date | None]


def governing(told: list[tuple[Statement, Location]]) -> Iterator[Governing]:
    """Give the statements of a record from the oldest, with first and last day.

    Raises:
        InputError: a day that is none, with the statement.
    """
    standing: list[tuple[Statement, Location, date | None]] = []
    for statement, at in told:
        place = place_of(statement, at)
        begins = _governs_from(standing[-1][0], statement, place) if standing else None
        if standing and begins is None:
            begins = standing.pop()[2]
        standing.append((statement, place, begins))
    ends = (*(begins for _, _, begins in standing[1:]), None)
    for (statement, place, begins), after in zip(standing, ends, strict=True):
        yield statement, place, begins, day_before(after)


def _governs_from(before: Statement, after: Statement, at: Location) -> date | None:
    """Give the day from which a statement replaces the one before of its record.

    That is the first new day from which it states an interest; where it states none the
    day of the statement. None where it says all that the one before said, and so
    replaces it for all its days.
    """
    old, new = _stated(before), _stated(after)
    if old <= new:
        return None
    begun = {day for *_, day in old if day}
    fresh = [day for *_, day in new - old if day and day > max(begun, default="")]
    if fresh:
        return day_of({"startDate": min(fresh)}, "startDate", at)
    return day_of(after, "statementDate", at)


def _stated(statement: Statement) -> set[tuple[str, ...]]:
    """Give what a statement says of interests but for their ends, to be compared."""
    names = ("type", "directOrIndirect", "share", "startDate")
    return {
        tuple(str(told.get(name) or "") for name in names)
        for told in listed_in(details_of(statement), "interests")
        if isinstance(told, Mapping)
    }


# ---------------------------------------------------------------- parts of one


def place_of(statement: Statement, at: Location) -> Location:
    """Give the place of a statement: its line, if any, and its identifier."""
    told = statement.get("statementId")
    return Location(at.file, at.line, at.column, f"statement {told}" if told else "")


def details_of(statement: Statement) -> Mapping[str, Any]:
    """Give the record as it is stated."""
    found: Mapping[str, Any] = statement["recordDetails"]
    return found


def listed_in(details: Mapping[str, Any], name: str) -> list[Any]:
    """Give the members of a list; none where there is no list."""
    found = details.get(name)
    return found if isinstance(found, list) else []


def day_of(told: Mapping[str, Any], name: str, at: Location) -> date | None:
    """Read a day, or the day of a moment.

    Raises:
        InputError: it is none.
    """
    text = told.get(name)
    if text is None:
        return None
    try:
        return parse_day(str(text)[:_DAY])
    except ValueError as error:
        raise InputError(f"{name}: {error}", at) from None


def day_before(day: date | None) -> date | None:
    """Give the eve of a day, if there is one."""
    return day - timedelta(days=1) if day and day > date.min else None


def later(one: date | None, other: date | None) -> date | None:
    """Give the later of two days; one that is not stated sets no bound."""
    return max(one, other) if one and other else one or other


def earlier(one: date | None, other: date | None) -> date | None:
    """Give the earlier of two days; one that is not stated sets no bound."""
    return min(one, other) if one and other else one or other

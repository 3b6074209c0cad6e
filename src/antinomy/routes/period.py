"""When something happened: a day, a month, a year, or a span between two of them.

A fact known to the month lies between its first and its last day; nothing is made of
the middle. A day that the calendar does not have is refused, not bent.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PARTS = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?\Z", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])\Z", re.ASCII)
_SPAN = re.compile(r"\s*(?:\.\.|\bto\b|至|~|/)\s*")
_YEAR_END = (12, 31)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The first and the last day on which something may have happened."""

    first: date
    last: date

    def __str__(self) -> str:
        return str(self.first) if self.is_day else f"{self.first}..{self.last}"

    @property
    def is_day(self) -> bool:
        """Tell whether the day is known."""
        return self.first == self.last


ANY_TIME = Period(date.min, date.max)


@lru_cache(maxsize=4096)
def looks_dated(text: str) -> bool:
    """Tell whether a text is meant as a date: each end is a year, month or day.

    >>> looks_dated("2024-13"), looks_dated("2024, in spring")
    (True, False)
    """
    ends = _SPAN.split(text.strip(), maxsplit=1)
    return all(_PARTS.match(end) or _QUARTER.match(end) for end in ends)


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a period.

    >>> str(parse_period("2022-10")), str(parse_period("2023..2025-11"))
    ('2022-10-01..2022-10-31', '2023-01-01..2025-11-30')

    Raises:
        ValueError: no such day, or the end comes before the beginning.
    """
    ends = [_one(part) for part in _SPAN.split(text.strip(), maxsplit=1)]
    found = Period(ends[0].first, ends[-1].last)
    if found.last < found.first:
        message = f"{text!r} ends before it begins"
        raise ValueError(message)
    return found


def _one(text: str) -> Period:
    quarter = _QUARTER.match(text)
    if quarter:
        year, last = int(quarter[1]), int(quarter[2]) * 3
        return Period(date(year, last - 2, 1), _month_end(year, last))
    parts = _PARTS.match(text)
    if not parts:
        message = f"{text!r} is not a day, month or year written YYYY-MM-DD"
        raise ValueError(message)
    year, month, day = (int(part) if part else 0 for part in parts.groups())
    try:
        if day:
            return Period(date(year, month, day), date(year, month, day))
        if parts[2]:
            return Period(date(year, month, 1), _month_end(year, month))
        return Period(date(year, 1, 1), date(year, *_YEAR_END))
    except ValueError:
        message = f"{text!r} is not a day of the calendar written YYYY-MM-DD"
        raise ValueError(message) from None


def _month_end(year: int, month: int) -> date:
    if not 1 <= month <= _YEAR_END[0]:
        raise ValueError(month)
    return date(year, month, monthrange(year, month)[1])


def months_between(first: date, last: date) -> int:
    """Count whole months from one day to another, negative where it comes before."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)

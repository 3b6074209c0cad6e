"""Days and spans of days, in an authority's local calendar.

The day asked about and the day up to which knowledge counts are different types, so
that they cannot change places unnoticed.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import NewType

_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)

Day = NewType("Day", date)
KnownBy = NewType("KnownBy", date)


def parse_day(text: str) -> Day:
    """Read an ISO day.

    >>> parse_day("2025-05-13")
    datetime.date(2025, 5, 13)

    Raises:
        ValueError: not a day of the calendar, or not written YYYY-MM-DD.
    """
    if not _WRITTEN.match(text):
        message = f"{text!r} is not a day written YYYY-MM-DD"
        raise ValueError(message)
    try:
        return Day(date.fromisoformat(text))
    except ValueError:
        message = f"{text!r} is not a day of the calendar written YYYY-MM-DD"
        raise ValueError(message) from None


@dataclass(frozen=True, slots=True)
class Between:
    """A day known only within bounds, both included.

    >>> str(Between(date(2025, 5, 13), date(2025, 5, 19)))
    '2025-05-13..2025-05-19'
    >>> str(Between(date(2025, 5, 13), date.max))
    '2025-05-13..'
    """

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{'' if self.last == date.max else self.last}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from ``first`` to ``last``, both included; ``last`` None has no end.

    >>> span = Span(parse_day("2025-09-29"), parse_day("2025-11-09"))
    >>> parse_day("2025-11-09") in span, parse_day("2025-11-10") in span
    (True, False)
    """

    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return f"{self.first}..{self.last or ''}"

"""Moments of recording: points in time in UTC, handed in by the doors.

A day up to which knowledge counts stands for its last moment in UTC.
"""

import re
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import NewType

Moment = NewType("Moment", datetime)

_WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z\Z", re.ASCII)


def moment_of(told: datetime) -> Moment:
    """Give a point in time as a moment in UTC.

    >>> moment_text(moment_of(datetime(2025, 5, 13, 8, tzinfo=UTC)))
    '2025-05-13T08:00:00.000000Z'
    """
    assert told.tzinfo is not None, "a moment has a time zone"
    return Moment(told.astimezone(UTC))


def moment_text(moment: Moment) -> str:
    """Write a moment so that the order of texts is the order of moments."""
    return f"{moment.isoformat(timespec='microseconds').removesuffix('+00:00')}Z"


@lru_cache(maxsize=4096)  # what was recorded together has one moment
def parse_moment(text: str) -> Moment:
    """Read a moment as it is written in the journal.

    >>> parse_moment("2025-05-13T08:00:00.000000Z")
    datetime.datetime(2025, 5, 13, 8, 0, tzinfo=datetime.timezone.utc)

    Raises:
        ValueError: it is not written so.
    """
    if not _WRITTEN.match(text):
        message = f"{text!r} is not a moment written YYYY-MM-DDTHH:MM:SS.ffffffZ"
        raise ValueError(message)
    return Moment(datetime.fromisoformat(text))


def last_moment(known_by: Moment | date) -> Moment:
    """Give the last moment that counts: of a day its end in UTC.

    >>> moment_text(last_moment(date(2025, 5, 13)))
    '2025-05-13T23:59:59.999999Z'
    """
    if isinstance(known_by, datetime):
        return moment_of(known_by)
    return Moment(datetime.combine(known_by, time.max, UTC))

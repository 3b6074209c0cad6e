"""Entries for the tests: a source, what it says, and the acts upon that."""

from datetime import UTC, date, datetime, timedelta

from antinomy.record import Edge, Entry, Kind, Moment, Undated, entry_of, moment_of
from antinomy.values import Day, Json

SOURCE = entry_of("source", {"digest": "5" * 64, "name": "notice.html"})
FIRST = datetime(2025, 5, 13, 8, tzinfo=UTC)
EVER = date.max


def day(number: int) -> Day:
    """Give a day of May 2025."""
    return Day(date(2025, 5, number))


def moment(days: float = 0) -> Moment:
    """Give a moment some days after the first."""
    return moment_of(FIRST + timedelta(days=days))


def statement(
    name: str,
    begins: Edge = Undated.OPEN,
    until: Edge = Undated.OPEN,
    text: str = "as first worded",
) -> Entry:
    """Make a statement of an id."""
    return entry_of(
        "statement",
        {"speaker": "Example Ministry", "text": text},
        id=name,
        begins=begins,
        until=until,
        source=SOURCE.id,
    )


def withdrawal(about: str, begins: Edge, name: str = "") -> Entry:
    """Take an entry back from a day."""
    body: dict[str, Json] = {"reason": "taken back"}
    return _act("withdrawal", about, begins, body, name)


def revision(about: str, begins: Edge, text: str, name: str = "") -> Entry:
    """Word an entry anew from a day."""
    body: dict[str, Json] = {"speaker": "Example Ministry", "text": text}
    return _act("revision", about, begins, body, name)


def review(about: str, verdict: str, number: int = 0, **more: Json) -> Entry:
    """Say what a person thinks of an entry."""
    body = {"verdict": verdict, "reviewer": "officer", "reason": f"read {number}"}
    return entry_of("review", {**body, **more}, about=about)


def seen(on: Day, state: str = "found", **more: Json) -> Entry:
    """Say that the source was looked for on a day."""
    body: dict[str, Json] = {"state": state, **more}
    return entry_of("seen", body, begins=on, until=on, about=SOURCE.id)


def _act(
    kind: Kind, about: str, begins: Edge, body: dict[str, Json], name: str
) -> Entry:
    return entry_of(
        kind,
        body,
        id=name,
        begins=begins,
        until=Undated.OPEN,
        source=SOURCE.id,
        about=about,
    )

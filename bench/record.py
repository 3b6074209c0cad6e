"""Time the record: appends that are acknowledged, and slices of a million entries.

`python bench/record.py` prints the table (`--json` for machines); `--write` puts it
into docs/record.md. Every append is a transaction of its own, on the disk when it
is counted. A slice is read whole, and each entry of it made.
"""

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from marked import write_between

from antinomy.record import (
    Entry,
    Moment,
    Record,
    Undated,
    entry_of,
    moment_of,
    open_record,
)

PAGE = Path(__file__).parent.parent / "docs" / "record.md"
BEGIN, END = "<!-- record: begin -->", "<!-- record: end -->"
FIRST, DAYS = date(2015, 1, 1), 4_000
START = datetime(2025, 1, 1, tzinfo=UTC)
ON = date(2021, 6, 15)
RUNS = 3
PART = 10_000
SOURCE = entry_of("source", {"digest": "0" * 64, "address": "register.example"})


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing measured: how many entries, the seconds it took, those of work."""

    what: str
    count: int
    seconds: float
    work: float

    def row(self) -> str:
        """Write a row of the table."""
        a_second = self.count / self.seconds if self.seconds else 0
        return (
            f"| {self.what} | {self.count:,} | {self.seconds:.3f} s |"
            f" {self.work:.3f} s | {a_second:,.0f} |"
        )


def entry(number: int, chance: Random) -> Entry:
    """Draw an entry: events of a day, statements, listings and holdings that go on."""
    begins = FIRST + timedelta(days=chance.randrange(DAYS))
    until: date | Undated = Undated.OPEN
    kind, body = "event", {"event": "notice_published", "actor": f"org:{number % 977}"}
    drawn = chance.random()
    if drawn < 0.4:  # noqa: PLR2004
        until = begins
    elif drawn < 0.6:  # noqa: PLR2004
        kind, body = "statement", {"speaker": f"org:{number % 977}", "about": "chips"}
        until = Undated.UNKNOWN
    elif drawn < 0.8:  # noqa: PLR2004
        kind, body = "listing", {"list": "EL", "name": f"Example Works {number} Ltd"}
        if chance.random() < 0.5:  # noqa: PLR2004
            until = begins + timedelta(days=chance.randrange(2_000))
    else:
        kind = "holding"
        body = {"owner": f"org:{number % 977}", "owned": f"org:{number}", "share": "25"}
        if chance.random() < 0.5:  # noqa: PLR2004
            until = begins + timedelta(days=chance.randrange(2_000))
    told = {**body, "number": number}
    return entry_of(kind, told, begins=begins, until=until, source=SOURCE.id)  # type: ignore[arg-type]


def acts(made: Entry, number: int) -> Iterator[Entry]:
    """Withdraw, revise or review one entry in fifty each."""
    after = made.valid.begins + timedelta(days=10)  # type: ignore[operator]
    told = {"begins": after, "source": SOURCE.id, "about": made.id}
    if number % 50 == 0:
        yield entry_of("withdrawal", {"reason": "taken back"}, **told)  # type: ignore[arg-type]
    elif number % 50 == 1:
        body = {**made.body, "reworded": True}
        yield entry_of("revision", body, until=Undated.OPEN, **told)  # type: ignore[arg-type]
    elif number % 50 == 2:  # noqa: PLR2004
        body = {"verdict": "accepted", "reviewer": "desk", "reason": "as published"}
        yield entry_of("review", body, about=made.id)


def filled(record: Record, size: int) -> int:
    """Append entries and acts upon some of them, a part at a time; give the number."""
    chance = Random(1)  # noqa: S311 - a die, not a secret
    record.append([SOURCE], moment_of(START))
    for first in range(0, size, PART):
        part: list[Entry] = []
        for number in range(first, min(first + PART, size)):
            part.append(entry(number, chance))
            part.extend(acts(part[-1], number))
        record.append(part, moment_of(START + timedelta(minutes=1 + first // PART)))
    return record.head().sequence


def timed(what: str, call: Callable[[], int]) -> Measured:
    """Measure one call, on the wall and in seconds of work."""
    began, worked = perf_counter(), process_time()
    count = call()
    return Measured(what, count, perf_counter() - began, process_time() - worked)


def appended(folder: Path, count: int) -> Measured:
    """Append one entry a transaction into a new record."""
    with open_record(f"sqlite:///{folder / 'appends.db'}") as record:
        record.append([SOURCE], clock)
        entries = [entry(number, Random(number)) for number in range(count)]  # noqa: S311

        def append_each() -> int:
            return sum(len(record.append([one], clock)) for one in entries)

        found = timed("appends, each acknowledged on its own", append_each)
        assert record.verify().sequence == count + 1, "an append was lost"
    return found


def clock() -> Moment:
    """Give the moment of the machine."""
    return moment_of(datetime.now(UTC))


def best(what: str, call: Callable[[], int]) -> Measured:
    """Give the shortest of a few runs, as the machine may have other work."""
    return min((timed(what, call) for _ in range(RUNS)), key=lambda one: one.seconds)


def sliced(record: Record, size: int) -> list[Measured]:
    """Read slices of a large record, from a few entries to most of it."""
    known = date(2030, 1, 1)
    before = moment_of(START + timedelta(minutes=size * 4 // 10 // PART))

    def count(kinds: tuple[str, ...], on: date | None, by: Moment | date) -> int:
        return sum(1 for _ in record.as_of(by, on, kinds=kinds))

    everything = ("event", "statement", "listing", "holding")
    asked = {
        f"events on a day, of {size:,}": (("event",), ON, known),
        "the same, as known when 40 % was recorded": (("event",), ON, before),
        "listings on a day": (("listing",), ON, known),
        "all kinds on a day": (everything, ON, known),
        "all kinds, any day": (everything, None, known),
    }
    found = [
        best(what, lambda told=told: count(*told))  # type: ignore[misc]
        for what, told in asked.items()
    ]
    reviewed = "accepted by then, on a day"
    return [
        *found,
        best(reviewed, lambda: sum(1 for _ in record.accepted(known, ON))),
    ]


def measure(size: int, appends: int, folder: Path) -> list[Measured]:
    """Measure appends, the filling, slices and the check of the chain."""
    found = [appended(folder, appends)]
    with open_record(f"sqlite:///{folder / 'large.db'}") as record:
        found.append(timed("appends in parts of 10,000", lambda: filled(record, size)))
        found += sliced(record, size)
        check = "verify the chain and every row"
        found.append(timed(check, lambda: record.verify().sequence))
    return found


def main() -> None:
    """Measure, print, and write into the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--appends", type=int, default=5_000)
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--write", action="store_true", help="into docs/record.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(asked.size, asked.appends, Path(folder))
    if asked.as_json:
        print(json.dumps([asdict(one) for one in found], indent=1))
        return
    head = "| what | entries | time | of that, work | a second |"
    lines = [head, "|---|---:|---:|---:|---:|"]
    lines += [one.row() for one in found]
    said = f"Python {platform.python_version()}, SQLite, one process, synchronous=FULL"
    load = f"load {os.getloadavg()[1]:.1f} on {os.cpu_count()} cores"
    said = f"{said}; slices: the shortest of {RUNS} runs; {load}"
    text = f"{said}.\n\n" + "\n".join(lines)
    print(text)
    if asked.write:
        write_between(PAGE, BEGIN, END, text)


if __name__ == "__main__":
    main()

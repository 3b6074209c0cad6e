"""``antinomy read`` of many pages: folders and archives into tables, by many processes.

What was read before by the same version of the reader is not read again, unless its
bytes changed; whatever is done stays done when a run is broken off.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.bars import bar
from antinomy.cli.consoles import console, print_line
from antinomy.cli.crew import Crew, Task
from antinomy.cli.many_words import ManyWords
from antinomy.cli.read_hand import Part, ReadingHand, given_up
from antinomy.cli.read_records import Found, Record, Unread, Ways, files_in, records_of
from antinomy.cli.read_tables import Place, Tables
from antinomy.cli.reader import Reader, open_reader
from antinomy.values import Json, Lang
from antinomy.verdict import fill

_BROKEN_OFF = 130  # as a shell counts what Ctrl-C ended
_MEGABYTE = 1 << 20


@dataclass(frozen=True, eq=False)
class Asked:
    """What is to be read, into which folder, and how."""

    paths: Sequence[Path]
    out: Path
    words: ManyWords
    packs: Path | None
    jobs: int
    resume: bool


@dataclass(eq=False)
class Tally:
    """What a run has done so far; ``passed`` counts bytes come by in the files."""

    rows: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    already: int = 0
    anew: int = 0
    passed: int = 0
    is_whole: bool = False

    def json(self, reader: Reader, out: Path) -> dict[str, Json]:
        """Give the tally for machines."""
        return {
            "reader": reader.version,
            "out": str(out),
            "whole": self.is_whole,
            "records": self.rows["done"] + self.already,
            "read": self.rows["page"],
            "errors": self.rows["error"],
            "already": self.already,
            "anew": self.anew,
            "codes": dict(sorted(self.errors.items())),
            "rows": dict(self.rows),
        }


def read_many(asked: Asked, lang: Lang, *, as_json: bool) -> None:
    """Read pages into tables and tell what came of it; Ctrl-C ends it with all kept."""
    reader = open_reader(asked.packs)
    tally = Tally()
    try:
        fill_tables(asked, reader, tally)
        tally.is_whole = True
    except KeyboardInterrupt:
        pass
    if as_json:
        options.print_json(tally.json(reader, asked.out))
    else:
        _show(tally, asked.out, reader, lang)
    if not tally.is_whole:
        click.get_current_context().exit(_BROKEN_OFF)


def fill_tables(asked: Asked, reader: Reader, tally: Tally) -> None:
    """Read what is not done into the tables, and tally it."""
    tables = Tables(asked.out)
    with tables.opened(resume=asked.resume):
        done = tables.done(reader.version)
        if done:
            tally.anew = _forget_changed(asked, reader, tables, done)
        hand = partial(ReadingHand, asked.packs, asked.out)
        crew: Crew[Record | Unread, Part] = Crew(
            hand, asked.jobs, asked.words.seconds, given_up
        )
        size = sum(file.size for file in _files(asked, reader))
        with bar("read, MB") as shown:
            line = shown.add_task("", total=size // _MEGABYTE)
            for task, part in crew.run(_tasks(asked, reader, done, tally)):
                tables.commit(task.name, part.drafts)
                tally.rows.update(part.rows)
                tally.errors.update(part.errors)
                shown.update(line, completed=tally.passed // _MEGABYTE)


def _ways(asked: Asked, reader: Reader) -> Ways:
    return Ways(asked.words, reader.words.sources)


def _files(asked: Asked, reader: Reader) -> Iterator[Found]:
    return files_in(asked.paths, _ways(asked, reader), asked.out)


def _records(asked: Asked, reader: Reader, tally: Tally) -> Iterator[Record | Unread]:
    """Give every record in order, and count the bytes of the files come by."""
    behind, ways = 0, _ways(asked, reader)
    for file in _files(asked, reader):
        for record in records_of(file, ways):
            tally.passed = behind + record.offset
            yield record
        behind += file.size
        tally.passed = behind


def _forget_changed(
    asked: Asked, reader: Reader, tables: Tables, done: dict[Place, tuple[str, str]]
) -> int:
    """Take out the rows of records whose bytes are others now, and count these."""
    changed: dict[Place, str] = {}
    for record in _records(asked, reader, Tally()):
        place = record.file, record.offset
        digest, part = done.get(place, (record.digest, ""))
        if digest != record.digest:
            changed[place] = part
    tables.drop(changed.keys(), sorted({*changed.values()}), reader.version)
    for place in changed:
        del done[place]
    return len(changed)


def _tasks(
    asked: Asked, reader: Reader, done: dict[Place, tuple[str, str]], tally: Tally
) -> Iterator[Task[Record | Unread]]:
    """Give the records not done, in tasks that are those of a run from nothing.

    Tasks are cut by all records, those done counted in, so that a run that goes on
    makes the parts that the run broken off would have made.
    """
    left: list[Record | Unread] = []
    number = count = size = 0
    for record in _records(asked, reader, tally):
        count, size = count + 1, size + (record.size or 0)
        if (record.file, record.offset) in done:
            tally.already += 1
        else:
            left.append(record)
        if count == asked.words.records or size >= asked.words.bytes:
            number += 1
            if left:
                yield _task(number, left, reader)
            left, count, size = [], 0, 0
    if left:
        yield _task(number + 1, left, reader)


def _task(
    number: int, records: Sequence[Record | Unread], reader: Reader
) -> Task[Record | Unread]:
    """Name a task by its number and by what is in it."""
    keys = (f"{r.file}\n{r.offset}\n{r.digest}\n" for r in records)
    held = blake2b("".join([reader.version, "\n", *keys]).encode(), digest_size=6)
    return Task(f"{number:06}-{held.hexdigest()}", tuple(records))


def _show(tally: Tally, out: Path, reader: Reader, lang: Lang) -> None:
    words, remarks = reader.packs.words, reader.words.sources.remarks
    shown = console()
    told = fill(
        words,
        "many.done" if tally.is_whole else "many.broken_off",
        read=tally.rows["page"],
        errors=tally.rows["error"],
        already=tally.already,
        out=out,
    )
    print_line(shown, told.say(lang), "bold")
    for code, count in sorted(tally.errors.items(), key=lambda e: (-e[1], e[0])):
        remark = remarks[code].say(lang).partition("{seen}")[0].rstrip(" (（:：")
        print_line(shown, f"  {count} × {remark}")

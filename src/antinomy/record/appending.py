"""Append entries: checked, chained and written in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from antinomy.record.chain import Head, Link, link_after
from antinomy.record.checking import check_entry, check_origin, check_target
from antinomy.record.entry import Entry
from antinomy.record.moments import Moment, moment_text, parse_moment
from antinomy.record.schema import ENTRY, JOURNAL, entry_row, journal_row
from antinomy.values import InputError

T = TypeVar("T")

_AT_ONCE = 5_000  # entries checked and written in one go


def head_of(connection: Connection) -> Head:
    """Give the end of the journal."""
    found = connection.exec_driver_sql(_LAST).first()
    return Head() if found is None else Head(*found)


def append_all(
    connection: Connection, entries: Iterable[Entry], recorded: Moment
) -> tuple[Link, ...]:
    """Append entries at a moment; nothing is written unless all can be.

    An entry that is there already, the same in everything, is passed over.

    Raises:
        InputError: an entry is not what its kind needs, speaks of one that is not
            there, or has the id of another; or the moment is before the last one.
    """
    head = head_of(connection)
    check_moment(connection, head, recorded)
    links: list[Link] = []
    for part in in_parts(entries):
        made = _checked(connection, part, head, recorded)
        if made:
            write(connection, made)
            links += (link for link, _ in made)
            head = links[-1].head
    return tuple(links)


def check_moment(connection: Connection, head: Head, recorded: Moment) -> None:
    """Refuse a moment before that of the last entry.

    Raises:
        InputError: with both moments, and what to do where the last one was wrong.
    """
    now = moment_text(recorded)
    if now < head.recorded:
        by = parse_moment(head.recorded) - recorded
        later = select(func.min(JOURNAL.c.sequence)).where(JOURNAL.c.recorded > now)
        right = int(connection.execute(later).scalar_one()) - 1
        message = (
            f"the last entry was recorded at {head.recorded}, and this one would be at"
            f" {now}, {_shortly(by)} before it: set the clock right; or, if that of"
            f" the last entries was wrong, go on from the {right:,} before them"
            f" (antinomy record restore BACKUP --entries {right} --record NEW)"
        )
        raise InputError(message)


def write(connection: Connection, made: Sequence[tuple[Link, Entry]]) -> None:
    """Write links and the rows derived from them."""
    insert(connection, JOURNAL, [journal_row(link) for link, _ in made])
    insert(connection, ENTRY, [entry_row(link, one) for link, one in made])


def insert(
    connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]
) -> None:
    """Write rows as they are; each value is what the driver takes."""
    if rows:
        marks = _marks(connection, len(table.c))
        names = ", ".join(table.c.keys())
        told = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608 - ours
        connection.exec_driver_sql(told, [*rows])


def in_parts(found: Iterable[T]) -> Iterator[list[T]]:
    """Give what is written in one go, part by part."""
    rest = iter(found)
    while part := list(islice(rest, _AT_ONCE)):
        yield part


def _checked(
    connection: Connection, part: Sequence[Entry], head: Head, recorded: Moment
) -> list[tuple[Link, Entry]]:
    for entry in part:
        check_entry(entry)
    names = {name for e in part for name in (e.id, e.about, e.source) if name}
    known = kinds_of(connection, sorted(names))
    written = _written(connection, [e.id for e in part if e.id in known])
    made: list[tuple[Link, Entry]] = []
    for entry in part:
        if entry.id in written:
            _check_same(entry, written[entry.id])
            continue
        if entry.about:
            check_target(entry, known.get(entry.about))
        if entry.source:
            check_origin(entry, known.get(entry.source))
        link = link_after(head, recorded, entry)
        made.append((link, entry))
        known[entry.id], written[entry.id] = entry.kind, link.entry
        head = link.head
    return made


def kinds_of(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Give the kinds of the entries that are there, by their ids."""
    marks = _marks(connection, len(names))
    told = f"SELECT id, kind FROM entry WHERE id IN ({marks})"  # noqa: S608 - ours
    return {row[0]: row[1] for row in connection.exec_driver_sql(told, (*names,))}


def _written(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Give the entries that are there as the journal has them, by their ids."""
    if not names:
        return {}
    found = connection.execute(
        select(ENTRY.c.id, JOURNAL.c.entry)
        .join(JOURNAL, ENTRY.c.sequence == JOURNAL.c.sequence)
        .where(ENTRY.c.id.in_(names))
    )
    return {row.id: row.entry for row in found}


def _marks(connection: Connection, count: int) -> str:
    """Give the places of so many values in a statement."""
    return ", ".join(["?" if connection.dialect.name == "sqlite" else "%s"] * count)


def _check_same(entry: Entry, written: str) -> None:
    """Refuse another entry of an id that is taken.

    Raises:
        InputError: with what to append instead.
    """
    if entry.canonical() != written:
        message = (
            f"entry {entry.id!r}: another one has this id already and is never changed;"
            " append a `revision` or a `withdrawal` about it, or take another id"
        )
        raise InputError(message)


def _shortly(by: timedelta) -> str:
    return f"{by.total_seconds():,.3f} seconds"


# Asked at every append: written out, it need not be composed each time.
_LAST = "SELECT sequence, hash, recorded FROM journal ORDER BY sequence DESC LIMIT 1"

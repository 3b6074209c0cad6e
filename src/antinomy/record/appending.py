"""Append entries: checked, chained and written in one transaction."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select

from antinomy.record.chain import Head, Link, link_after
from antinomy.record.checking import check_entry, check_origin, check_target
from antinomy.record.entry import Entry
from antinomy.record.moments import Moment, moment_text, parse_moment
from antinomy.record.schema import ENTRY, JOURNAL, entry_row
from antinomy.values import InputError

_AT_ONCE = 5_000  # entries checked and written in one go


def head_of(connection: Connection) -> Head:
    """Give the end of the journal."""
    found = connection.execute(_LAST).first()
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
    check_moment(head, recorded)
    links: list[Link] = []
    for part in _parts(entries):
        made = _checked(connection, part, head, recorded)
        if made:
            write(connection, made)
            links += (link for link, _ in made)
            head = links[-1].head
    return tuple(links)


def check_moment(head: Head, recorded: Moment) -> None:
    """Refuse a moment before that of the last entry.

    Raises:
        InputError: with both moments.
    """
    if moment_text(recorded) < head.recorded:
        by = parse_moment(head.recorded) - recorded
        message = (
            f"the last entry was recorded at {head.recorded}, and this one would be at"
            f" {moment_text(recorded)}, {_shortly(by)} before it: set the clock right"
        )
        raise InputError(message)


def write(connection: Connection, made: Sequence[tuple[Link, Entry]]) -> None:
    """Write links and the rows derived from them."""
    connection.execute(JOURNAL.insert(), [_journal_row(link) for link, _ in made])
    connection.execute(ENTRY.insert(), [entry_row(link, one) for link, one in made])


def _checked(
    connection: Connection, part: Sequence[Entry], head: Head, recorded: Moment
) -> list[tuple[Link, Entry]]:
    for entry in part:
        check_entry(entry)
    names = {name for e in part for name in (e.id, e.about, e.source) if name}
    known = _known(connection, sorted(names))
    made: list[tuple[Link, Entry]] = []
    for entry in part:
        if entry.id in known:
            _check_same(connection, entry, made)
            continue
        if entry.about:
            check_target(entry, known.get(entry.about))
        if entry.source:
            check_origin(entry, known.get(entry.source))
        link = link_after(head, recorded, entry)
        made.append((link, entry))
        known[entry.id] = entry.kind
        head = link.head
    return made


def _known(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Give the kinds of the entries that are there, by their ids."""
    found = connection.execute(
        select(ENTRY.c.id, ENTRY.c.kind).where(ENTRY.c.id.in_(names))
    )
    return {row.id: row.kind for row in found}


def _check_same(
    connection: Connection, entry: Entry, made: Sequence[tuple[Link, Entry]]
) -> None:
    """Refuse another entry of an id that is taken.

    Raises:
        InputError: with what to append instead.
    """
    query = (
        select(JOURNAL.c.entry)
        .join(ENTRY, ENTRY.c.sequence == JOURNAL.c.sequence)
        .where(ENTRY.c.id == entry.id)
    )
    written = connection.execute(query).scalar()
    fresh = (link.entry for link, one in made if one.id == entry.id)
    if entry.canonical() != (written or next(fresh)):
        message = (
            f"entry {entry.id!r}: another one has this id already and is never changed;"
            " append a `revision` or a `withdrawal` about it, or take another id"
        )
        raise InputError(message)


def _parts(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    part: list[Entry] = []
    for entry in entries:
        part.append(entry)
        if len(part) == _AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def _journal_row(link: Link) -> dict[str, Any]:
    return {
        "sequence": link.sequence,
        "recorded": link.recorded,
        "entry": link.entry,
        "previous": link.previous,
        "hash": link.hash,
    }


def _shortly(by: timedelta) -> str:
    return f"{by.total_seconds():,.3f} seconds"


_LAST = (
    select(JOURNAL.c.sequence, JOURNAL.c.hash, JOURNAL.c.recorded)
    .order_by(JOURNAL.c.sequence.desc())
    .limit(1)
)

"""Ask the store: what was recorded up to a sequence, and may have held on a day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select
from sqlalchemy.sql import ColumnElement, FromClause

from antinomy.record.entry import THINGS
from antinomy.record.kept import TAKEN, Kept, Recorded, settle, standing, verdict_of
from antinomy.record.moments import Moment, moment_text, parse_moment
from antinomy.record.schema import ENTRY, JOURNAL, entry_in

_AT_ONCE = 2_000  # rows fetched, and looked up, in one go


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: known up to a sequence, on a day or on any, of some kinds or ids."""

    known: int
    on: date | None
    kinds: Sequence[str]
    about: str = ""

    def narrows(self, table: FromClause) -> list[ColumnElement[bool]]:
        """Give the conditions of an entry that is asked for, but for its days."""
        kind: ColumnElement[str] = table.c.kind
        if self.on is None and len(self.kinds) >= len(THINGS):
            kind = unindexed(kind)  # most of the store: it is walked in its order
        found = [table.c.sequence <= self.known, kind.in_(self.kinds)]
        return [*found, table.c.id == self.about] if self.about else found

    def possible(self, table: FromClause) -> list[ColumnElement[bool]]:
        """Give the conditions of days that may hold the day asked about."""
        if self.on is None:
            return []
        day = self.on.isoformat()
        return [table.c.valid_from <= day, table.c.valid_to >= day]


def unindexed(kind: ColumnElement[str]) -> ColumnElement[str]:
    """Give a kind so that the store's planner does not walk its whole index.

    A kind is in lower case as it is.
    """
    return func.lower(kind)


def known_to(connection: Connection, moment: Moment) -> int:
    """Give the last sequence recorded up to a moment; 0 where nothing was."""
    found = connection.execute(
        select(JOURNAL.c.sequence)
        .where(JOURNAL.c.recorded <= moment_text(moment))
        .order_by(JOURNAL.c.recorded.desc(), JOURNAL.c.sequence.desc())
        .limit(1)
    )
    return int(found.scalar() or 0)


def slice_of(connection: Connection, asked: Asked) -> Iterator[Kept]:
    """Give what was recorded and stands, or may stand.

    Asked of a day it comes by kind and by first day, asked of any in the order of the
    journal; entries that a revision alone brings to the day come last.
    """
    stream = connection.execution_options(stream_results=True)
    for rows in stream.execute(_possible(asked)).partitions(_AT_ONCE):
        yield from _settled(connection, asked, rows)
    if asked.on is not None:
        yield from _brought_by_revision(connection, asked, asked.on)


def acts_upon(
    connection: Connection, known: int, ids: Iterable[str]
) -> dict[str, list[Recorded]]:
    """Give the acts about entries by the entries' ids, each with reviews of the acts.

    Those of an entry stand in the order of the journal.
    """
    found: dict[str, list[Recorded]] = {}
    root: dict[str, str] = {}
    for act in _about(connection, known, ids):
        found.setdefault(act.entry.about, []).append(act)
        if act.entry.kind in {"withdrawal", "revision"}:
            root[act.entry.id] = act.entry.about
    for review in _about(connection, known, root):
        found[root[review.entry.about]].append(review)
    for acts in found.values():
        acts.sort(key=lambda one: one.sequence)
    return found


def accepted_of(connection: Connection, asked: Asked) -> Iterator[Kept]:
    """Give what the latest reviews accepted, as they corrected it, wording by wording.

    Without a day each wording is given, the latest one last.
    """
    latest = (
        select(func.max(ENTRY.c.sequence).label("sequence"))
        .where(ENTRY.c.kind == "review", ENTRY.c.sequence <= asked.known)
        .group_by(ENTRY.c.about)
        .subquery()
    )
    reviews = connection.execute(
        select(ENTRY).join(latest, ENTRY.c.sequence == latest.c.sequence)
    )
    ids = [
        one.entry.about for one in map(recorded_in, reviews) if verdict_of(one) in TAKEN
    ]
    for first, acts in _of_ids(connection, asked, ids):
        told = settle(first, acts, is_reviewed=True)
        yield from told if asked.on is None else standing(told, asked.on)


def recorded_in(row: Sequence[Any]) -> Recorded:
    """Read an entry and its place from its row."""
    return Recorded(row[0], parse_moment(row[_RECORDED]), entry_in(row))


# ---------------------------------------------------------------- queries


def _possible(asked: Asked) -> Select[Any]:
    act = ENTRY.alias("act")
    is_acted_upon = (
        select(1)
        .where(act.c.about == ENTRY.c.id, act.c.sequence <= asked.known)
        .exists()
        .label("is_acted_upon")
    )
    query = select(ENTRY, is_acted_upon).where(
        *asked.narrows(ENTRY), *asked.possible(ENTRY)
    )
    return query.order_by(*(_BY_SEQUENCE if asked.on is None else _BY_DAY))


def _brought_by_revision(
    connection: Connection, asked: Asked, on: date
) -> Iterator[Kept]:
    """Give entries whose own days miss the day, and those of a revision do not."""
    act, day = ENTRY.alias("act"), on.isoformat()
    revised = select(act.c.about).where(
        act.c.kind == "revision",
        act.c.sequence <= asked.known,
        *asked.possible(act),
    )
    found = connection.execute(
        select(ENTRY.c.id).where(
            ENTRY.c.id.in_(revised),
            unindexed(ENTRY.c.kind).in_(asked.kinds),
            (ENTRY.c.valid_from > day) | (ENTRY.c.valid_to < day),
        )
    )
    for first, acts in _of_ids(connection, asked, [row.id for row in found]):
        yield from standing(settle(first, acts), on)


def _of_ids(
    connection: Connection, asked: Asked, ids: Sequence[str]
) -> Iterator[tuple[Recorded, list[Recorded]]]:
    """Give the entries of some ids that are asked for, each with the acts upon it."""
    wanted = sorted({asked.about} & {*ids} if asked.about else ids)
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        # By id alone: the store's planner would walk a whole kind instead.
        rows = connection.execute(
            select(ENTRY).where(ENTRY.c.id.in_(part)).order_by(*_BY_SEQUENCE)
        ).all()
        found = [one for one in map(recorded_in, rows) if one.entry.kind in asked.kinds]
        acts = acts_upon(connection, asked.known, [one.entry.id for one in found])
        for one in found:
            yield one, acts.get(one.entry.id, [])


def _settled(
    connection: Connection, asked: Asked, rows: Sequence[Row[Any]]
) -> Iterator[Kept]:
    acted_upon = [row.id for row in rows if row.is_acted_upon]
    acts = acts_upon(connection, asked.known, acted_upon)
    on = asked.on
    for row in rows:
        first = recorded_in(row)
        if first.entry.id in acts:
            found = settle(first, acts[first.entry.id])
            yield from found[-1:] if on is None else standing(found, on)
        else:
            stands = None if on is None else first.entry.valid.holds(on)
            yield Kept(first, first.entry, stands)


def _about(
    connection: Connection, known: int, ids: Collection[str] | Iterable[str]
) -> Iterator[Recorded]:
    wanted = list(ids)
    for first in range(0, len(wanted), _AT_ONCE):
        part = wanted[first : first + _AT_ONCE]
        found = connection.execute(
            select(ENTRY)
            .where(ENTRY.c.about.in_(part), ENTRY.c.sequence <= known)
            .order_by(ENTRY.c.sequence)
        )
        yield from map(recorded_in, found.all())


_BY_SEQUENCE = (ENTRY.c.sequence,)
_BY_DAY = (ENTRY.c.kind, ENTRY.c.valid_from, ENTRY.c.valid_to, ENTRY.c.sequence)
_RECORDED = list(ENTRY.c.keys()).index("recorded")

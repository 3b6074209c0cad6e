"""The record: open it, append to it, read it as of a day, check it."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, func, select, text

from antinomy.record.appending import append_all, head_of, in_parts, kinds_of, write
from antinomy.record.asking import (
    Asked,
    accepted_of,
    acts_upon,
    known_to,
    recorded_in,
    slice_of,
)
from antinomy.record.chain import Head, Link
from antinomy.record.engine import READING, WRITING, engine_at, shown, told
from antinomy.record.entry import KINDS, THINGS, Entry
from antinomy.record.kept import Kept, Recorded
from antinomy.record.moments import Moment, last_moment
from antinomy.record.schema import ENTRY, JOURNAL
from antinomy.record.verifying import check_targets, checked, verify
from antinomy.values import InputError, did_you_mean

_AT_ONCE = 5_000  # links read or written in one go

Clock = Callable[[], Moment]


class Record:
    """A record that is open; many may read it, and writers take turns.

    It never asks what time it is: who appends hands in the moment, or a clock that is
    asked once the turn has come.
    """

    def __init__(self, address: str, engine: Engine) -> None:
        self.address = address
        self._engine = engine
        self._reader = engine.execution_options(**READING)
        self._writer = engine.execution_options(**WRITING)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()

    # ------------------------------------------------------------ writing

    def append(
        self, entries: Iterable[Entry], recorded: Moment | Clock
    ) -> tuple[Link, ...]:
        """Append entries in one transaction; when this returns they are on the disk.

        An entry that is there already, the same in everything, is passed over, so that
        a file may be imported again.

        Args:
            entries: what to append, in this order.
            recorded: the moment, not before that of the last entry; or a clock.

        Raises:
            InputError: an entry cannot be appended; then none of them is.
        """
        with self._writing() as connection:
            moment = recorded() if callable(recorded) else recorded
            return append_all(connection, entries, moment)

    def take_in(self, links: Iterable[Link]) -> Head:
        """Fill an empty record with the links of another, as they are.

        Raises:
            InputError: this record is not empty.
            IntegrityError: the links are no whole chain; nothing is taken in then.
        """
        with self._writing() as connection:
            if head_of(connection).sequence:
                where = shown(self.address)
                message = f"the record at {where} is not empty: restore into a new one"
                raise InputError(message)
            for part in in_parts(checked(links)):
                write(connection, part)
            check_targets(connection)
            return head_of(connection)

    # ------------------------------------------------------------ reading

    def as_of(
        self,
        known_by: Moment | date,
        on: date | None = None,
        *,
        kinds: Collection[str] = THINGS,
        about: str = "",
    ) -> Generator[Kept, None, None]:
        """Read what was recorded up to a day, and held on a day.

        Withdrawals and revisions recorded up to then are applied. What stands on the
        day is given, each wording on its own; what may stand, since its days are not
        known, is given and says so. Without a day each entry is given once, in its
        latest words, with what closes it. Asked of a day the slice comes by kind and
        first day, else in the order of the journal.

        Args:
            known_by: the last moment of recording that counts, or a whole day of UTC.
            on: the day on which it held.
            kinds: of these kinds only.
            about: only the entry of this id.

        Raises:
            InputError: a kind that there is not.
        """
        with self._reading() as connection:
            asked = _asked(connection, known_by, on, kinds, about)
            yield from slice_of(connection, asked)

    def accepted(
        self,
        known_by: Moment | date,
        on: date | None = None,
        *,
        kinds: Collection[str] = (*THINGS, "withdrawal", "revision"),
        about: str = "",
    ) -> Generator[Kept, None, None]:
        """Read the entries that the latest review by then accepted, or corrected.

        A corrected entry has the words and the days of its review. Of the acts upon an
        entry only accepted ones are applied; an accepted act is given itself, too.
        """
        with self._reading() as connection:
            asked = _asked(connection, known_by, on, kinds, about)
            yield from accepted_of(connection, asked)

    def history(self, id: str) -> tuple[Recorded, ...]:  # noqa: A002 - the word for it
        """Give an entry and all acts upon it, in the order of the journal.

        Raises:
            InputError: there is no such entry.
        """
        found = self.histories([id])
        if id not in found:
            raise InputError(f"there is no entry {id!r} in the record")
        return found[id]

    def histories(self, ids: Iterable[str]) -> dict[str, tuple[Recorded, ...]]:
        """Give several entries by id, each with all acts upon it, asked at once.

        An id that is not there is left out.
        """
        found: dict[str, tuple[Recorded, ...]] = {}
        with self._reading() as connection:
            last = head_of(connection).sequence
            for part in in_parts(sorted({*ids})):
                acts = acts_upon(connection, last, part)
                rows = connection.execute(select(ENTRY).where(ENTRY.c.id.in_(part)))
                for first in map(recorded_in, rows):
                    name = first.entry.id
                    found[name] = (first, *acts.get(name, ()))
        return found

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Give those of some ids that are there."""
        with self._reading() as connection:
            return frozenset(
                name
                for part in in_parts(sorted({*ids}))
                for name in kinds_of(connection, part)
            )

    def counts(self, up_to: int | None = None) -> dict[str, int]:
        """Count the entries of each kind that is there, or was up to a sequence."""
        query = select(ENTRY.c.kind, func.count()).group_by(ENTRY.c.kind)
        if up_to is not None:
            query = query.where(ENTRY.c.sequence <= up_to)
        with self._reading() as connection:
            found = {row[0]: row[1] for row in connection.execute(query)}
        return {kind: found[kind] for kind in KINDS if kind in found}

    def head(self) -> Head:
        """Give the end of the journal."""
        with self._reading() as connection:
            return head_of(connection)

    # ------------------------------------------------------------ the journal

    def links(self) -> Iterator[Link]:
        """Give the journal from its beginning, as it stands at this moment."""
        with self._reading() as connection:
            stream = connection.execution_options(stream_results=True)
            rows = stream.execute(select(JOURNAL).order_by(JOURNAL.c.sequence))
            for part in rows.partitions(_AT_ONCE):
                yield from (Link(*row) for row in part)

    def verify(self) -> Head:
        """Walk the journal, and hold each entry against what is derived from it.

        Raises:
            IntegrityError: naming the first sequence that is broken.
        """
        with self._reading() as connection:
            return verify(connection)

    def copy_into(self, address: str) -> None:
        """Copy a SQLite record whole into a new file, while others go on writing.

        Raises:
            InputError: one of the two is not SQLite.
        """
        other = engine_at(address)
        if {self._engine.name, other.name} != {"sqlite"}:
            message = "only SQLite is copied as a database: name the backup *.jsonl"
            raise InputError(message)
        with (
            told(self.address),
            self._engine.connect() as here,
            other.connect() as there,
        ):
            source = here.connection.driver_connection
            assert source is not None, "a connection is open"
            source.backup(there.connection.driver_connection)
        other.dispose()

    # ------------------------------------------------------------ transactions

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.address), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.address), self._writer.begin() as connection:
            if self._engine.name == "postgresql":
                connection.execute(text("LOCK TABLE journal IN EXCLUSIVE MODE"))
            yield connection


def _asked(
    connection: Connection,
    known_by: Moment | date,
    on: date | None,
    kinds: Collection[str],
    about: str,
) -> Asked:
    for kind in kinds:
        if kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"; there are {', '.join(KINDS)}"
            raise InputError(f"{kind!r} is no kind of entry{hint}")
    known = known_to(connection, last_moment(known_by))
    return Asked(known, on, sorted(kinds), about)

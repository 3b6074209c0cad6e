"""Bring a store to the version that the program reads; refuse one it does not know."""

from importlib import import_module
from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from antinomy.record.appending import insert
from antinomy.record.chain import Head, Link, check_link
from antinomy.record.schema import ENTRY, JOURNAL, VERSION_TABLE, VERSIONS, row_of
from antinomy.values import InputError

_FOLDER = Path(__file__).parent / "migrations"
_AT_ONCE = 5_000  # rows derived in one statement


def check_version(connection: Connection) -> bool:
    """Tell whether the store is of this program's version; False where it is new.

    Raises:
        InputError: it is older or newer, or holds something else; with what to do.
    """
    held = version_of(connection)
    if held is None:
        found = inspect(connection).get_table_names()
        if found:
            message = (
                f"this is no record: it holds {', '.join(sorted(found)[:5])};"
                " give a file or a database of its own"
            )
            raise InputError(message)
        return False
    if held not in VERSIONS:
        message = (
            f"the record is of version {held!r}, which this program does not know"
            f" (it reads {VERSIONS[-1]!r}): a newer antinomy wrote it; install that one"
        )
        raise InputError(message)
    if held != VERSIONS[-1]:
        message = (
            f"the record is of version {held!r}, older than this program"
            f" ({VERSIONS[-1]!r}): make a backup, then run `antinomy record upgrade`"
        )
        raise InputError(message)
    return True


def version_of(connection: Connection) -> str | None:
    """Give the version of a store; None where it has none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    held = connection.execute(select(_VERSIONS.c.version_num))
    found: str | None = held.scalar()
    return found


def migrate(connection: Connection, to: str = VERSIONS[-1]) -> None:
    """Run the migrations up to a version, and derive what is derived again.

    Raises:
        IntegrityError: the journal is broken; nothing is changed then.
    """
    # Heavy, and needed only when a store is made or upgraded.
    script = import_module("alembic.script").ScriptDirectory(str(_FOLDER))
    runtime = import_module("alembic.runtime.migration").MigrationContext
    operations = import_module("alembic.operations").Operations
    context = runtime.configure(connection, opts={"version_table": VERSION_TABLE})
    steps = list(script.iterate_revisions(to, version_of(connection)))
    with operations.context(context):
        for step in reversed(steps):
            step.module.upgrade()
            context.stamp(script, step.revision)
    if to == VERSIONS[-1]:
        _derive(connection)


def _derive(connection: Connection) -> None:
    """Write the rows of entries that the journal holds and the table lacks."""
    head, rows = Head(), []
    absent = ~select(ENTRY).where(ENTRY.c.sequence == JOURNAL.c.sequence).exists()
    found = connection.execute(
        select(JOURNAL).where(absent).order_by(JOURNAL.c.sequence)
    )
    for told in found.fetchall():
        link = Link(*told)
        check_link(head, link)
        head = link.head
        rows.append(row_of(link))
    for first in range(0, len(rows), _AT_ONCE):
        insert(connection, ENTRY, rows[first : first + _AT_ONCE])


_VERSIONS = table(VERSION_TABLE, column("version_num"))

"""Open a record: make it where there is none, refuse one of another version."""

from sqlalchemy import Engine, text

from antinomy.record.engine import READING, WRITING, engine_at, told
from antinomy.record.migrating import check_version, migrate, version_of
from antinomy.record.record import Record
from antinomy.record.schema import VERSIONS
from antinomy.values import InputError

_LOCK = 20250513  # the key under which openers of PostgreSQL wait for each other


def open_record(
    address: str, *, may_make: bool = True, may_upgrade: bool = False
) -> Record:
    """Open a record, and make it where there is none.

    Args:
        address: ``sqlite:///FILE`` or ``postgresql://USER@HOST/DATABASE``.
        may_make: make the tables where there are none; else refuse what is empty.
        may_upgrade: bring an older record to this program's version.

    Raises:
        InputError: it cannot be opened, is no record, or is of another version; with
            what to do.
    """
    engine = engine_at(address)
    try:
        with told(address):
            _prepare(engine, may_make=may_make, may_upgrade=may_upgrade)
    except BaseException:
        engine.dispose()
        raise
    return Record(address, engine)


def _prepare(engine: Engine, *, may_make: bool, may_upgrade: bool) -> None:
    """Look at the version first as a reader: a record that is there is not locked."""
    with engine.execution_options(**READING).begin() as connection:
        is_older = may_upgrade and version_of(connection) in VERSIONS[:-1]
        if not is_older and check_version(connection):
            return
    if not (is_older or may_make):
        message = "there is no record here yet: `antinomy record import FILE` makes one"
        raise InputError(message)
    options = {**WRITING}
    if engine.name == "postgresql":
        options["isolation_level"] = "READ COMMITTED"  # see what others made meanwhile
    with engine.execution_options(**options).begin() as connection:
        if engine.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        if is_older or not check_version(connection):
            migrate(connection)

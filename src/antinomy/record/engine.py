"""Open the database of a record: SQLite in a file, or PostgreSQL for a team."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from antinomy.values import InputError

_PATIENCE = 60  # seconds to wait for other writers
_BEGIN = "antinomy_begin"  # the option that says how a transaction begins
READING = {_BEGIN: "BEGIN"}
WRITING = {_BEGIN: "BEGIN IMMEDIATE"}
_PRAGMAS = (
    f"busy_timeout = {_PATIENCE * 1000}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
)


def address_of_file(path: Path) -> str:
    """Give the address of a record in a file, whatever characters its name has.

    >>> address_of_file(Path("a?b.db"))
    'sqlite:///a%3Fb.db'
    """
    return URL.create("sqlite", database=str(path)).render_as_string()


def file_of(address: str) -> Path | None:
    """Give the file of a SQLite record; None where it is kept by a server.

    >>> file_of("sqlite:///a%3Fb.db")
    PosixPath('a?b.db')

    Raises:
        InputError: the address is none.
    """
    url = _url(address)
    return Path(url.database or "") if url.drivername == "sqlite" else None


def engine_at(address: str) -> Engine:
    """Give the engine of an address: ``sqlite:///FILE`` or ``postgresql://...``.

    Raises:
        InputError: the address is none, or PostgreSQL's driver is not installed.
    """
    url = _url(address)
    if url.drivername == "sqlite":
        return _sqlite(url)
    if find_spec("psycopg") is None:
        message = (
            "a record in PostgreSQL needs its driver: install the extra"
            " (pip install 'antinomy[postgres]')"
        )
        raise InputError(message)
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ",
        connect_args={"connect_timeout": _PATIENCE, "application_name": "antinomy"},
    )


@contextmanager
def told(address: str) -> Iterator[None]:
    """Say what the database refuses in one sentence, without the password.

    Raises:
        InputError: the database cannot be reached, read or written.
    """
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).strip().partition("\n")[0]
        raise InputError(f"the record at {shown(address)}: {reason}") from error
    except SQLAlchemyError as error:
        raise InputError(f"the record at {shown(address)}: {error}") from error


def shown(address: str) -> str:
    """Give an address for eyes: a file by its path, a database without password.

    >>> shown("sqlite:///antinomy.db"), shown("postgresql://me:secret@db/record")
    ('antinomy.db', 'postgresql://me:***@db/record')
    """
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        return url.database or address
    return url.render_as_string(hide_password=True)


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except ArgumentError:
        raise InputError(f"{address!r} is no address of a record") from None
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        message = (
            f"a record is kept in SQLite or PostgreSQL, not in"
            f" {url.get_backend_name()!r}"
        )
        raise InputError(message)
    if url.get_backend_name() == "sqlite":
        _check_file(url, address)
    return url


def _check_file(url: URL, address: str) -> None:
    """Refuse SQLite without a file that stays: what is appended would be gone.

    Raises:
        InputError: with what to write.
    """
    is_file = url.database not in {None, "", ":memory:"}
    if url.drivername != "sqlite" or not is_file or url.host or url.query:
        message = (
            f"{address!r} names no file for a record to stay in: write"
            " sqlite:///FILE, with %3F for a question mark, or the file alone"
        )
        raise InputError(message)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - sqlite3's own
        # The driver begins transactions late by itself; here they begin when asked.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:  # noqa: ANN401 - a Connection
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get(_BEGIN, "BEGIN"))

    return engine

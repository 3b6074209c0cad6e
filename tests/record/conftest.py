"""Records in both engines: SQLite in the ordinary run, PostgreSQL in the slow one."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from tests.record.postgres import server

from antinomy.record import Record, open_record

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)]
NUMBERS = count()


@pytest.fixture(scope="session")
def postgres(worker_id: str) -> Iterator[tuple[str, str]]:
    """Start a server once a process; give its URL and a word of this process."""
    with server() as url:
        yield url, worker_id


@pytest.fixture(params=ENGINES)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the address of a record that is not there yet, in either engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'record.db'}"
        return
    url, worker = request.getfixturevalue("postgres")
    name = f"antinomy_{worker}_{next(NUMBERS)}"
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
    )
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(url).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def record(address: str) -> Iterator[Record]:
    """Give a new record that is open."""
    with open_record(address) as made:
        yield made

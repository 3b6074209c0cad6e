import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, make_url, text
from sqlalchemy.exc import DBAPIError
from tests.record.making import EVER, SOURCE, moment, statement

from antinomy.record import Record, address_of_file, file_of, open_record
from antinomy.record.appending import append_all
from antinomy.record.engine import WRITING, engine_at, shown
from antinomy.record.migrating import migrate
from antinomy.record.schema import (
    ENTRY,
    JOURNAL,
    METADATA,
    VERSION_TABLE,
    VERSIONS,
    row_of,
)
from antinomy.values import InputError

WRITER = """
import sys
from datetime import UTC, datetime
from antinomy.record import moment_of, open_record
from tests.record.making import SOURCE, statement

with open_record(sys.argv[1]) as record:
    clock = lambda: moment_of(datetime.now(UTC))
    for number in range(int(sys.argv[3])):
        record.append([SOURCE, statement(f"{sys.argv[2]}-{number}")], clock)
"""


def run(engine: Engine, *statements: str) -> None:
    """Run statements in one transaction."""
    with engine.begin() as connection:
        for statement_ in statements:
            connection.execute(text(statement_))


@pytest.mark.parametrize("table", ["journal", "entry"])
@pytest.mark.parametrize(
    "statement_",
    [
        "UPDATE {} SET recorded = 'never'",
        "DELETE FROM {}",
        "INSERT OR REPLACE INTO {} SELECT * FROM {}",
        "INSERT OR REPLACE INTO {} SELECT * FROM {} WHERE sequence = 2",
        "TRUNCATE {} CASCADE",
    ],
)
def test_the_store_itself_refuses_a_change(
    record: Record, table: str, statement_: str
) -> None:
    """Whoever gets at the database past the program cannot change or remove a row."""
    record.append([SOURCE, statement("said")], moment())
    head, engine = record.head(), engine_at(record.address)

    with pytest.raises(DBAPIError):
        run(engine, statement_.format(table, table))
    engine.dispose()

    assert head == record.verify()


@pytest.mark.parametrize("sequence", [2, 3])
def test_nothing_takes_the_place_of_a_row(tmp_path: Path, sequence: int) -> None:
    """No row of the same place, or of the same id, is put over one that stands."""
    with open_record(f"sqlite:///{tmp_path / 'record.db'}") as record:
        record.append([SOURCE, statement("said"), statement("other")], moment())
        engine = engine_at(record.address)
        row = dict(zip(ENTRY.c.keys(), row_of(list(record.links())[1]), strict=True))
        row["sequence"], row["id"] = sequence, "said" if sequence == 3 else "new"

        with (
            pytest.raises(DBAPIError, match="entry is append-only"),
            engine.begin() as c,
        ):
            c.execute(ENTRY.insert().prefix_with("OR REPLACE"), row)
        engine.dispose()

        assert 3 == record.verify().sequence


def test_the_guard_says_why(address: str) -> None:
    """The refusal names the table and that it is append-only."""
    with open_record(address) as record:
        record.append([SOURCE], moment())
    engine = engine_at(address)

    with pytest.raises(DBAPIError, match="journal is append-only"):
        run(engine, "DELETE FROM journal")
    engine.dispose()


def test_a_record_opens_again(address: str) -> None:
    """What was appended is there when the record is opened the next time."""
    with open_record(address) as record:
        record.append([SOURCE], moment())
    with open_record(address) as record:
        assert {"source": 1} == record.counts()


def test_a_newer_record_is_refused(address: str) -> None:
    """A version that the program does not know is named, and nothing is touched."""
    open_record(address).close()
    engine = engine_at(address)
    run(engine, "UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()

    with pytest.raises(InputError, match="'9999', which this program does not know"):
        open_record(address)
    with pytest.raises(InputError, match="a newer antinomy wrote it"):
        open_record(address, may_upgrade=True)


def test_an_older_record_is_upgraded_when_asked(address: str) -> None:
    """It is refused with what to run; upgraded, its entries come from its journal."""
    with open_record(address) as record:
        record.append([SOURCE, statement("said")], moment())
        rows = [
            {name: getattr(link, name) for name in link.__dataclass_fields__}
            for link in record.links()
        ]
    engine = engine_at(address)
    run(engine, "DROP TABLE entry", "DROP TABLE journal", f"DROP TABLE {VERSION_TABLE}")
    with engine.execution_options(**WRITING).begin() as connection:
        migrate(connection, VERSIONS[0])
        connection.execute(JOURNAL.insert(), rows)
    engine.dispose()

    with pytest.raises(InputError, match="run `antinomy record upgrade`"):
        open_record(address)
    with open_record(address, may_upgrade=True) as record:
        assert 2 == record.verify().sequence
        assert ["said"] == [k.id for k in record.as_of(EVER, kinds=["statement"])]


def test_another_database_is_no_record(address: str) -> None:
    """A database that holds other tables is left alone."""
    engine = engine_at(address)
    run(engine, "CREATE TABLE orders (id INTEGER)")
    engine.dispose()

    with pytest.raises(InputError, match="this is no record: it holds orders"):
        open_record(address)


def test_the_migrations_make_what_the_program_reads(address: str) -> None:
    """Each column and index of the tables is what the migrations made."""
    open_record(address).close()
    engine = engine_at(address)
    made = inspect(engine)

    for name, table in METADATA.tables.items():
        columns = [(c["name"], c["nullable"]) for c in made.get_columns(name)]
        assert [(c.name, bool(c.nullable)) for c in table.columns] == columns
        indexes = {str(index.name) for index in table.indexes}
        assert indexes <= {str(index["name"]) for index in made.get_indexes(name)}
    engine.dispose()


def test_several_writers_take_turns(address: str) -> None:
    """Four programs that append at once lose nothing and keep one chain."""
    count, root = 25, Path(__file__).parents[2]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, address, name, str(count)], cwd=root
        )
        for name in "abcd"
    ]

    assert [0] * 4 == [writer.wait(120) for writer in writers]
    with open_record(address) as record:
        assert {"source": 1, "statement": 4 * count} == record.counts()
        assert 4 * count + 1 == record.verify().sequence


def test_a_reader_sees_one_moment(record: Record) -> None:
    """What is appended while a slice is read does not come into it."""
    record.append([SOURCE, statement("first")], moment())
    slice_ = record.as_of(EVER, kinds=["statement"])
    seen = [next(slice_).id]

    record.append([statement("second")], moment(days=1))

    assert ["first"] == [*seen, *(kept.id for kept in slice_)]


def test_nothing_of_a_transaction_that_broke_off_is_kept(record: Record) -> None:
    """Where a writer fails before its end, the record is as it was."""
    record.append([SOURCE], moment())
    engine = engine_at(record.address)

    def write_and_fail() -> None:
        with engine.execution_options(**WRITING).begin() as connection:
            append_all(connection, [statement("lost")], moment(days=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    engine.dispose()

    assert 1 == record.verify().sequence


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    """A file that is something else, and an address that is none, end in a sentence."""
    other = tmp_path / "letter.txt"
    other.write_text("Dear reader, " * 100, "utf-8")

    with pytest.raises(InputError, match=r"letter\.txt: file is not a database"):
        open_record(f"sqlite:///{other}")
    with pytest.raises(InputError, match="not in 'mysql'"):
        open_record("mysql://somewhere/else")
    with pytest.raises(InputError, match="is no address of a record"):
        open_record("://")


@pytest.mark.parametrize(
    "address",
    [
        *("sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite:///a.db?mode=ro"),
        *("sqlite://host/a.db", "sqlite+pysqlite:///a.db"),
    ],
)
def test_a_record_without_a_file_is_refused(address: str) -> None:
    """What would be gone with the program, or land elsewhere, is not opened."""
    with pytest.raises(InputError, match="names no file for a record to stay in"):
        open_record(address)


@pytest.mark.parametrize("name", ["a?b.db", "a%20b.db", "a#b c.db", "记录.db"])
def test_a_file_has_the_name_that_was_given(tmp_path: Path, name: str) -> None:
    """No character of a file's name is read as a part of an address."""
    address = address_of_file(tmp_path / name)
    open_record(address).close()

    assert [name] == [path.name for path in tmp_path.iterdir()]
    assert tmp_path / name == file_of(address)


def test_nothing_is_made_where_only_reading_was_asked(address: str) -> None:
    """An empty database is no record, and stays empty."""
    with pytest.raises(InputError, match="no record here yet"):
        open_record(address, may_make=False)
    engine = engine_at(address)

    assert [] == inspect(engine).get_table_names()
    engine.dispose()


def test_a_password_is_never_shown() -> None:
    """An address is printed without its password."""
    url = "postgresql://officer:secret@example.org/record"

    assert "secret" not in shown(url)
    assert make_url(url).host is not None

import json
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError
from tests.record.making import (
    SOURCE,
    day,
    moment,
    review,
    revision,
    statement,
    withdrawal,
)

from antinomy.record import (
    Entry,
    Head,
    Link,
    Record,
    entry_of,
    open_record,
    read_lines,
    written_lines,
)
from antinomy.record.chain import link_after
from antinomy.record.engine import engine_at
from antinomy.values import InputError, IntegrityError, canonical_bytes, digest

UNCHECKED = ("PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON")


_OF_ACT = withdrawal("r", day(15), "w")


def chained(*entries: Entry) -> list[Link]:
    """Give links that follow on each other, whatever they hold."""
    head, links = Head(), []
    for entry in entries:
        links.append(link_after(head, moment(), entry))
        head = links[-1].head
    return links


def filled(record: Record) -> Record:
    """Append four entries at three moments."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([statement("又说", day(14), text="“一字不改”\n\t")], moment(1))
    record.append([withdrawal("said", day(20))], moment(days=7))
    return record


def tampered(folder: Path, *statements: str) -> Record:
    """Change a record behind its back, with the guards taken away."""
    address = f"sqlite:///{folder / 'record.db'}"
    with open_record(address) as record:
        filled(record)
    engine = create_engine(address)
    with engine.begin() as connection:
        for name in ("journal", "entry"):
            for what in ("changed", "removed", "replaced"):
                connection.execute(text(f"DROP TRIGGER {name}_stays_{what}"))
        for statement_ in statements:
            connection.execute(text(statement_))
    engine.dispose()
    return open_record(address)


def test_each_link_holds_the_hash_of_the_one_before(record: Record) -> None:
    """A hash is the SHA-256 of the canonical JSON of entry, moment, place and hash."""
    links = list(filled(record).links())

    assert "0" * 64 == links[0].previous
    for before, link in pairwise(links):
        told = {
            "entry": json.loads(link.entry),
            "previous": before.hash,
            "recorded": link.recorded,
            "sequence": link.sequence,
        }
        assert digest(told) == link.hash


def test_what_is_kept_is_canonical(record: Record) -> None:
    """An entry stands in the journal as RFC 8785 writes it."""
    for link in filled(record).links():
        assert canonical_bytes(json.loads(link.entry)).decode() == link.entry


def test_a_whole_record_is_found_whole(record: Record) -> None:
    """Verifying gives the end of the chain."""
    assert filled(record).head() == record.verify()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            "UPDATE journal SET entry = replace(entry, 'first', '') WHERE sequence = 2",
            "entry 2: its hash is not that",
        ),
        (
            "UPDATE journal SET recorded = '2025-05-13T07' WHERE sequence = 3",
            "entry 3: its hash is not that",
        ),
        ("DELETE FROM journal WHERE sequence = 2", "entry 2: the next entry of the"),
        (
            "UPDATE journal SET previous = hash WHERE sequence = 4",
            "entry 4: it does not follow",
        ),
        (
            "UPDATE entry SET valid_to = '2025-05-14' WHERE sequence = 3",
            "entry 3: its row is not what the journal says",
        ),
        ("DELETE FROM entry WHERE sequence = 4", "entry 4: its row is not"),
        ("DELETE FROM journal WHERE sequence = 4", "entry 4: the journal ends before"),
        (
            "UPDATE entry SET valid_from = 'soon' WHERE sequence = 2",
            "entry 2: its row is not what the journal says",
        ),
        (
            (
                "INSERT INTO entry SELECT -1, 'forged', 'review', valid_from, valid_to,"
                " from_is, to_is, NULL, NULL, NULL, 'said', recorded, '{}' FROM entry"
                " WHERE sequence = 2"
            ),
            "entry -1: this entry stands in no journal",
        ),
    ],
)
def test_the_first_broken_entry_is_named(
    tmp_path: Path, change: str, told: str
) -> None:
    """Whatever is changed behind the record's back is found, with its place."""
    with (
        tampered(tmp_path, *UNCHECKED, change) as record,
        pytest.raises(IntegrityError, match=told),
    ):
        record.verify()


def test_no_row_stands_before_the_first_of_the_journal(record: Record) -> None:
    """The store itself refuses a sequence below one."""
    filled(record)
    engine = engine_at(record.address)
    forged = (
        "INSERT INTO journal SELECT -1, recorded, entry, previous, hash FROM journal"
        " WHERE sequence = 1"
    )

    with pytest.raises(DBAPIError), engine.begin() as connection:
        connection.execute(text(forged))
    engine.dispose()

    assert 4 == record.verify().sequence


def test_a_guard_that_was_taken_away_is_noticed(record: Record) -> None:
    """A whole record that anybody could change is not called whole."""
    filled(record)
    engine = engine_at(record.address)
    away = {
        "sqlite": "DROP TRIGGER entry_stays_changed",
        "postgresql": "ALTER TABLE entry DISABLE TRIGGER entry_stays_rows",
    }
    with engine.begin() as connection:
        connection.execute(text(away[engine.name]))
    engine.dispose()

    with pytest.raises(IntegrityError, match=r"not guarded as it was made .*entry_"):
        record.verify()


def test_a_guard_that_does_nothing_is_noticed(tmp_path: Path) -> None:
    """A trigger of the same name that guards nothing is none."""
    empty = "CREATE TRIGGER {0} BEFORE DELETE ON entry BEGIN SELECT 1; END"
    names = [f"{t}_stays_{w}" for t in ("journal", "entry") for w in ("changed",)]
    with (
        tampered(tmp_path, *map(empty.format, names)) as record,
        pytest.raises(IntegrityError, match=r"not guarded .*journal_stays_changed"),
    ):
        record.verify()


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([review("said", "accepted")], "(?i)foreign key"),
        ([SOURCE, entry_of("event", {}, id="e")], "entry 2: no such entry .* `source`"),
        ([SOURCE, entry_of("foo", {}, id="e")], "entry 2: no such entry .* no kind"),  # type: ignore[arg-type]
        (
            [SOURCE, statement("said"), entry_of("review", {}, about="said")],
            "entry 3: no such entry is kept .*needs `verdict`",
        ),
        ([SOURCE, revision(SOURCE.id, day(14), "x", "r"), _OF_ACT], "entry 3: it spea"),
    ],
)
def test_a_chain_of_what_is_no_entry_is_not_taken_in(
    record: Record, entries: list[Entry], told: str
) -> None:
    """Each entry of a backup is checked as if it were appended."""
    with pytest.raises((IntegrityError, InputError), match=told):
        record.take_in(chained(*entries))

    assert 0 == record.head().sequence


def test_a_line_nested_without_end_is_damaged() -> None:
    """A backup of brackets alone ends in a sentence."""
    with pytest.raises(IntegrityError, match="line 1: it is no line of a journal"):
        list(read_lines(["[" * 200_000]))


def test_a_record_is_derived_from_its_journal_again(
    record: Record, tmp_path: Path
) -> None:
    """A journal taken into an empty record gives the same chain and the same rows."""
    lines = list(written_lines(filled(record).links()))

    with open_record(f"sqlite:///{tmp_path / 'again.db'}") as again:
        head = again.take_in(read_lines(lines))

        assert record.head() == head == again.verify()
        assert lines == list(written_lines(again.links()))
        assert list(record.as_of(day(31))) == list(again.as_of(day(31)))


@pytest.mark.parametrize(
    ("line", "old", "new", "told"),
    [
        (1, "first", "last", "broken at entry 2: its hash"),
        (1, '"sequence":2', '"sequence":3', "broken at entry 2: the next entry"),
        (2, '{"entry"', '{ "entry"', "line 3: it is not written the one way"),
        (2, '"kind":"statement"', '"kind":5', "broken at entry 3"),
        (2, '"valid"', '"valid', "line 3: it is no line of a journal"),
        (3, "}", "", "line 4: it is no line of a journal"),
        (4, '"count":4', '"count":5', "line 5: it seals another journal"),
    ],
)
def test_a_damaged_line_is_named(
    record: Record, line: int, old: str, new: str, told: str
) -> None:
    """A backup is checked line by line, and nothing of a damaged one is taken in."""
    lines = list(written_lines(filled(record).links()))
    lines[line] = lines[line].replace(old, new)

    with pytest.raises(IntegrityError, match=told):
        list(read_lines(lines))


@pytest.mark.parametrize("kept", [0, 1, 4])
def test_missing_lines_are_noticed(record: Record, kept: int) -> None:
    """A backup that was cut short lacks its seal."""
    lines = list(written_lines(filled(record).links()))

    with pytest.raises(IntegrityError, match="the lines after it are missing"):
        list(read_lines(lines[:kept]))


def test_lines_left_out_or_added_are_noticed(record: Record) -> None:
    """A backup without its middle, or with more behind its seal, is refused."""
    lines = list(written_lines(filled(record).links()))

    with pytest.raises(IntegrityError, match="broken at entry 2"):
        list(read_lines([lines[0], *lines[2:]]))
    with pytest.raises(IntegrityError, match="something follows the last line"):
        list(read_lines([*lines, lines[-1]]))

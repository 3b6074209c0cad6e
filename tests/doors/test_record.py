import hashlib
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile

import pytest
from click.testing import CliRunner
from tests.doors.running import ROOT, run

from antinomy.cli import main
from antinomy.cli.record_store import clock
from antinomy.record import address_of_file, entry_of, moment_of, open_record

DIGEST = hashlib.sha256(b"a notice").hexdigest()
ENTRIES = f"""
entries:
  - {{kind: source, body: {{digest: "{DIGEST}", name: notice.html}}}}
  - kind: statement
    id: announcement
    valid: {{from: 2025-05-19, to: open}}
    said: 2025-05-19
    published: 2025-05-19
    source: "sha256:{DIGEST}"
    body: {{speaker: Example Ministry, text: a system of national reach will open}}
  - kind: event
    id: opening
    valid: {{from: unknown, to: open}}
    source: "sha256:{DIGEST}"
    body: {{event: system_opens}}
"""
STATEMENTS = json.dumps(
    [
        {
            "statementId": "1",
            "recordId": "maker",
            "recordType": "entity",
            "recordDetails": {"entityType": {"type": "registeredEntity"}},
        },
        {
            "statementId": "2",
            "recordId": "fund",
            "recordType": "entity",
            "recordDetails": {"entityType": {"type": "registeredEntity"}},
        },
        {
            "statementId": "3",
            "recordId": "r",
            "recordType": "relationship",
            "recordDetails": {
                "subject": "maker",
                "interestedParty": "fund",
                "interests": [{"type": "shareholding", "directOrIndirect": "direct"}],
            },
        },
    ]
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give the file of a record with a source, a statement and an event."""
    entries, place = tmp_path / "entries.yaml", tmp_path / "record.db"
    entries.write_text(ENTRIES, "utf-8")
    done = run("record", "import", entries, "--record", place)
    assert (0, "3 appended, 0 there already\n") == (done.exit_code, done.stdout)
    return place


def told(*args: object) -> list[dict[str, object]]:
    """Run a command of the record with --json; give what it prints, a line each."""
    done = run("record", *args, "--json")
    assert 0 == done.exit_code, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


_READING = (("list",), ("verify",), ("backup", "b"), ("drill",), ("upgrade",))


def withdraw(kept: Path) -> None:
    """Take the announcement back, on the word of a file."""
    letter = kept.with_name("letter.txt")
    letter.write_text("We take it back.", "utf-8")
    done = run(
        *("record", "withdraw", "announcement", "--on", "2025-05-20"),
        *("--source", letter, "--reason", "taken back", "--record", kept),
    )
    assert 0 == done.exit_code, done.output


def test_a_file_imported_again_adds_nothing(kept: Path) -> None:
    """The second time each entry is there already."""
    again = run("record", "import", kept.with_name("entries.yaml"), "--record", kept)

    assert "0 appended, 3 there already\n" == again.stdout


def test_a_list_is_of_a_day_as_known_by_a_day(kept: Path) -> None:
    """Both days narrow what is listed; what may stand says so."""
    on = ("--on", "2025-05-21", "--record", kept, "--kind", "statement")
    event = told("list", "--on", "2025-05-01", "--record", kept, "--kind", "event")

    assert ["announcement"] == [one["id"] for one in told("list", *on)]
    assert [] == told("list", *on, "--known-by", "2025-05-21")
    assert ["unknown"] == [one["stands"] for one in event]


def test_a_withdrawn_entry_is_shown_with_what_closed_it(kept: Path) -> None:
    """Withdrawn, it stands no more from that day, and all of its past is shown."""
    withdraw(kept)
    at = ("--record", kept)

    shown = run("record", "show", "announcement", *at).stdout
    chain = run("record", "history", "announcement", *at).stdout

    assert [] == told("list", "--on", "2025-05-20", "--kind", "statement", *at)
    assert "2025-05-19 – 2025-05-19" in shown
    assert "closed from 2025-05-20 by withdrawal:" in shown
    assert "2025-05-19 – open" in chain
    assert "reason: taken back" in chain


def test_the_same_withdrawal_may_be_made_again(kept: Path) -> None:
    """A second act is another entry, with the moment of its own."""
    withdraw(kept)
    withdraw(kept)

    chain = json.loads(
        run("record", "history", "announcement", "--record", kept, "--json").stdout
    )

    assert ["statement", "withdrawal", "withdrawal"] == [c["kind"] for c in chain]


def test_the_record_lives_in_the_folder_of_data(tmp_path: Path) -> None:
    """Without a place of its own it is `antinomy.db` in the folder of one's data."""
    entries = tmp_path / "entries.yaml"
    entries.write_text(ENTRIES, "utf-8")

    run("record", "import", entries, "--data", tmp_path / "data")

    assert (tmp_path / "data" / "antinomy.db").is_file()
    assert 3 == len(told("list", "--data", tmp_path / "data"))


def test_reading_makes_no_record(tmp_path: Path) -> None:
    """Where there is none, reading says so, with exit code 3, and makes none."""
    place = tmp_path / "none.db"

    for command in _READING:
        done = run("record", *command, "--record", place)
        assert (3, False) == (done.exit_code, place.exists())
        assert "there is no record here yet" in done.stderr


def test_a_bad_file_is_told_with_its_line_and_adds_nothing(kept: Path) -> None:
    """What is wrong in the third line leaves the first two out, too."""
    bad = kept.with_name("bad.jsonl")
    good = {"kind": "event", "source": f"sha256:{DIGEST}", "body": {"number": 1}}
    lines = [good, {**good, "body": {"number": 2}}, {**good, "kind": "rumour"}]
    bad.write_text("\n".join(map(json.dumps, lines)), "utf-8")

    done = run("record", "import", bad, "--record", kept)

    assert 3 == done.exit_code
    assert f"{bad}:3:1: 'rumour' is not a word known here" in done.stderr
    assert 3 == len(told("list", "--record", kept))


@pytest.mark.parametrize("name", ["copy.jsonl", "copy.db"])
def test_a_backup_is_restored_as_it_was(kept: Path, name: str) -> None:
    """Either form gives the same chain; a file that is there is never written over."""
    withdraw(kept)
    copy, again = kept.with_name(name), kept.with_name("again.db")

    back = run("record", "backup", copy, "--record", kept)
    twice = run("record", "backup", copy, "--record", kept)
    restored = run("record", "restore", copy, "--record", again)
    full = run("record", "restore", copy, "--record", again)

    assert [0, 3, 0, 3] == [r.exit_code for r in (back, twice, restored, full)]
    assert "is not empty: restore into a new one" in full.stderr
    heads = [
        json.loads(run("record", "verify", "--record", place, "--json").stdout)
        for place in (kept, again)
    ]
    assert heads[0] == heads[1]


def test_a_damaged_backup_restores_nothing(kept: Path) -> None:
    """It ends with exit code 5, names the entry, and leaves no record behind."""
    copy, again = kept.with_name("copy.jsonl"), kept.with_name("again.db")
    run("record", "backup", copy, "--record", kept)
    copy.write_text(copy.read_text("utf-8").replace("national", "local"), "utf-8")

    done = run("record", "restore", copy, "--record", again)

    assert (5, False) == (done.exit_code, again.exists())
    assert "broken at entry 2: its hash is not that of what it holds" in done.stderr


def test_a_copied_database_is_restored_with_its_log(kept: Path) -> None:
    """What stands only in the log beside a copied database is not lost."""
    copy, again = kept.with_name("copied.db"), kept.with_name("again.db")
    with open_record(address_of_file(kept)) as record:
        event = entry_of("event", {"n": 1}, id="late", source=f"sha256:{DIGEST}")
        record.append([event], clock)
        for ending in ("", "-wal"):
            copyfile(f"{kept}{ending}", f"{copy}{ending}")

    restored = run("record", "restore", copy, "--record", again)

    assert 0 == restored.exit_code, restored.stderr
    assert "late" in run("record", "list", "--record", again).stdout


def test_an_empty_backup_is_refused(kept: Path) -> None:
    """A backup of nothing restores nothing, and says so."""
    empty, copy = kept.with_name("empty.db"), kept.with_name("empty.jsonl")
    open_record(address_of_file(empty)).close()
    run("record", "backup", copy, "--record", empty)
    again = kept.with_name("again.db")

    for backup in (empty, copy):
        done = run("record", "restore", backup, "--record", again)
        assert (3, False) == (done.exit_code, again.exists())
        assert "holds no entry" in done.stderr


def test_a_backup_takes_the_place_of_nothing(kept: Path) -> None:
    """Not even of a link that leads nowhere."""
    link = kept.with_name("link.jsonl")
    link.symlink_to("nowhere")

    done = run("record", "backup", link, "--record", kept)

    assert (3, True) == (done.exit_code, link.is_symlink())
    assert "there is a file here already" in done.stderr


def test_a_folder_that_cannot_be_made_is_told(kept: Path) -> None:
    """A place below a file ends with exit code 3 and a sentence."""
    below = kept / "below" / "record.db"
    entries = kept.with_name("entries.yaml")
    asked = (
        ("import", entries, "--record", below),
        ("backup", below, "--record", kept),
        ("restore", entries, "--record", below),
    )
    for words in asked:
        done = run("record", *words)
        assert 3 == done.exit_code
        assert "cannot make the folder" in done.stderr


def test_reading_leaves_an_empty_file_empty(tmp_path: Path) -> None:
    """An empty file is no record, and none is made of it by reading."""
    empty = tmp_path / "empty.db"
    empty.touch()

    done = run("record", "list", "--record", empty)

    assert (3, 0) == (done.exit_code, empty.stat().st_size)


def test_a_wrong_future_clock_is_left_behind(kept: Path) -> None:
    """A new record takes the entries before it as they are, the others anew."""
    ahead = moment_of(datetime(2134, 1, 1, tzinfo=UTC))
    event = entry_of("event", {"n": 1}, id="ahead", source=f"sha256:{DIGEST}")
    with open_record(address_of_file(kept)) as record:
        record.append([event], ahead)
    copy, again, all_ = (kept.with_name(n) for n in ("c.jsonl", "a.db", "all.jsonl"))
    refused = run("record", "import", copy.with_name("entries.yaml"), "--record", kept)

    run("record", "backup", copy, "--record", kept)
    restored = run("record", "restore", copy, "--entries", 3, "--record", again)
    all_.write_text(run("record", "export", "--record", kept).stdout, "utf-8")
    done = run("record", "import", all_, "--record", again)

    assert "--entries 3" in refused.stderr
    assert "restored: 3 entries" in restored.stdout
    assert "1 appended, 3 there already\n" == done.stdout
    assert ["ahead"] == [e["id"] for e in told("list", "--record", again)][3:]


def test_a_drill_compares_what_came_back(kept: Path) -> None:
    """It backs up, restores elsewhere and finds the same."""
    (drilled,) = (
        json.loads(run("record", "drill", "--record", kept, "--json").stdout),
    )

    assert (3, True) == (drilled["entries"], drilled["same"])


def test_holdings_of_another_house_come_back(kept: Path) -> None:
    """Statements of owners are imported with their file as source, and exported."""
    file = kept.with_name("owners.json")
    file.write_text(STATEMENTS, "utf-8")
    at = ("--record", kept)

    run("record", "import", file, "--published", "2025-05-01", *at)
    (holding,) = told("list", "--kind", "holding", *at)
    back = run("record", "export", "--format", "bods", *at)
    entities = run("record", "export", "--format", "ftm", "--kind", "event", *at)

    assert (
        f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}" == holding["source"]
    )
    assert ["entity", "entity", "relationship"] == [
        one["recordType"] for one in json.loads(back.stdout)
    ]
    assert "left out, as the form has no word for it: event (1)\n" == entities.stderr


def test_a_file_under_another_name_is_the_same_source(kept: Path) -> None:
    """A copy of it, said to be published another day, is not refused."""
    file, copy = kept.with_name("owners.json"), kept.with_name("copy.json")
    for one in (file, copy):
        one.write_text(STATEMENTS, "utf-8")
    at = ("--record", kept)

    run("record", "import", file, "--published", "2025-05-01", *at)
    same = run("record", "import", copy, "--published", "2025-05-01", *at)
    later = run("record", "import", copy, "--published", "2025-05-02", *at)

    assert same.stdout.startswith("0 appended, 2 there already")
    assert 0 == later.exit_code, later.stderr


def test_an_export_is_imported_elsewhere(kept: Path) -> None:
    """Entries exported as JSON Lines fill another record with the same entries."""
    withdraw(kept)
    lines, other = kept.with_name("all.jsonl"), kept.with_name("other.db")
    done = run("record", "export", "--record", kept)
    lines.write_text(done.stdout, "utf-8")

    run("record", "import", lines, "--record", other)

    again = run("record", "export", "--record", other)
    assert done.stdout == again.stdout
    assert 5 == len(again.stdout.splitlines())


def test_appends_are_acknowledged_one_by_one(kept: Path) -> None:
    """Each line on standard input is answered with its place in the chain."""
    line = {"kind": "event", "source": f"sha256:{DIGEST}", "body": {"event": "opens"}}
    given = "".join(json.dumps({**line, "id": name}) + "\n" for name in "ab")

    done = CliRunner().invoke(main, ["record", "append", "--record", str(kept)], given)
    bad = CliRunner().invoke(main, ["record", "append", "--record", str(kept)], "{}\n")

    told_of = [json.loads(answer) for answer in done.stdout.splitlines()]
    assert [("a", 4), ("b", 5)] == [(one["id"], one["sequence"]) for one in told_of]
    assert (3, True) == (bad.exit_code, "standard input:1:1: " in bad.stderr)


def test_it_speaks_chinese(kept: Path) -> None:
    """Kinds and days are named in the language asked for."""
    done = run("record", "show", "announcement", "--record", kept, "--lang", "zh")

    assert "声明  announcement" in done.stdout
    assert "无期限" in done.stdout


def test_a_record_that_is_current_may_be_upgraded(kept: Path) -> None:
    """Asked again, an upgrade finds nothing to do and the chain whole."""
    done = run("record", "upgrade", "--record", kept)

    assert 0 == done.exit_code
    assert "the record is of this program's version" in done.stdout


def test_postgres_without_its_driver_is_told() -> None:
    """Where the extra is missing, the message says what to install."""
    code = (
        "import sys, importlib.util as u; real = u.find_spec;"
        "u.find_spec = lambda n, *a: None if n == 'psycopg' else real(n, *a);"
        "from antinomy.cli import main;"
        "main(['record', 'list', '--record', 'postgresql://u@h/d'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert (3, True) == (
        done.returncode,
        "pip install 'antinomy[postgres]'" in done.stderr,
    )


def test_other_commands_start_without_the_store() -> None:
    """`antinomy assess` loads neither the database nor its migrations."""
    code = (
        "import sys; from antinomy.cli import main;"
        "main(['assess', 'examples/johor-ascend.yaml'], standalone_mode=False);"
        "print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ},
    )

    assert (0, "[]") == (done.returncode, done.stdout.splitlines()[-1])


def test_a_file_that_is_not_there_makes_no_record(tmp_path: Path) -> None:
    """An import that fails leaves nothing behind."""
    where = tmp_path / "record.db"

    assert (
        3
        == run("record", "import", tmp_path / "none.yaml", "--record", where).exit_code
    )
    assert [] == list(tmp_path.iterdir())

"""``antinomy read`` of many pages: folders and archives into tables."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.doors.many import (
    begin,
    files,
    fill,
    page,
    reader,
    table,
    tables,
    write_pages,
)
from tests.doors.running import PACKS, ROOT, run
from tests.press.pages import packed, record

from antinomy.cli.read_tables import SCHEMAS, Tables, write_drafts
from antinomy.press import TABLES, Rows

SHIPPED = ROOT / "examples" / "pages"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Read a folder of pages, an archive and what is no page, once for many tests."""
    folder = tmp_path_factory.mktemp("read") / "in"
    out = folder / "out"
    write_pages(folder, 4)
    (folder / "empty.txt").touch()
    archived = [record(f"https://example.org/{n}", page(n).encode()) for n in (7, 8)]
    (folder / "b.warc.gz").write_bytes(packed(*archived)[:-40])
    shutil.copytree(SHIPPED, folder / "shipped")
    fill(folder, out=out)
    return folder, out


def names(out: Path, name: str) -> list[str]:
    """Give the files of the rows of a table, without their folders, in order."""
    return [Path(row["file"]).name for row in table(out, name)]


def test_every_record_is_a_page_or_an_error(read: tuple[Path, Path]) -> None:
    """Each record that was come by has one row, in the order of files and offsets."""
    _, out = read
    shipped = sorted(path.name for path in SHIPPED.iterdir())
    numbered = [f"{number:03}.html" for number in range(4)]

    assert [*numbered, "b.warc.gz", *shipped] == names(out, "page")
    assert ["b.warc.gz", "empty.txt"] == names(out, "error")
    assert sorted(names(out, "page") + names(out, "error")) == sorted(
        names(out, "done")
    )


def test_tables_say_what_one_page_says(read: tuple[Path, Path]) -> None:
    """The rows of a page are what reading that page alone prints as JSON."""
    _, out = read
    for path in sorted(SHIPPED.iterdir()):
        alone = json.loads(run("read", path, "--json").stdout)
        rows = {
            name: [r for r in table(out, name) if r["file"].endswith(path.name)]
            for name in TABLES
        }
        spans = {c["id"]: c["spans"][0] for c in alone["claims"]}
        told = [*rows["claim"], *rows["quantity"], *rows["time"]]

        assert spans == {row["id"]: [row["start"], row["end"]] for row in told}
        assert len(alone["lines"]) == len(rows["line"])
        assert [e["item"] for e in alone["ledger"]] == [
            row["item"] for row in rows["ledger"]
        ]


def test_every_part_has_the_same_columns(read: tuple[Path, Path]) -> None:
    """A table can be read as one, for its parts have one schema."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415

    _, out = read
    for name in TABLES:
        parts = [*(out / name).glob("*.parquet")]

        assert 4 == len(parts)
        assert all(pq.read_schema(part).equals(SCHEMAS[name]) for part in parts)


def test_a_second_run_adds_nothing(read: tuple[Path, Path]) -> None:
    """What was read by this version of the reader is not read again."""
    folder, out = read
    before = files(out)
    tally = fill(folder, out=out)

    assert before == files(out)
    assert (11, 0, 0) == (tally.already, tally.rows["done"], tally.anew)


def test_the_door_reads_many(tmp_path: Path) -> None:
    """With --out the command tells what it read, and as JSON with counts."""
    write_pages(tmp_path / "in", 2)
    (tmp_path / "in" / "c.csv").touch()
    told = run("read", tmp_path / "in", "--out", tmp_path / "out", "--jobs", 1)
    again = run("read", tmp_path / "in", "--out", tmp_path / "out", "--json")

    assert 0 == told.exit_code, told.output
    assert told.stdout.startswith("2 pages read, 1 records that could not be, 0 ")
    assert "  1 × no kind of file that is read\n" in told.stdout
    assert {"read": 0, "errors": 0, "already": 3, "whole": True} == {
        key: json.loads(again.stdout)[key]
        for key in ("read", "errors", "already", "whole")
    }


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["FOLDER"], "say where with --out DIR"),
        (["PAGE", "PAGE"], "say where with --out DIR"),
        (["a.warc.gz"], "say where with --out DIR"),
        (["PAGE", "--resume"], "say where with --out DIR"),
        (["nowhere", "--out", "OUT"], "there is no file or folder 'nowhere'"),
        (["FOLDER", "--out", "OUT", "--format", "claims"], "are of one page"),
        (["FOLDER", "--out", "OUT", "--address", "https://a/"], "are of one page"),
        (["FOLDER", "--out", "OUT", "--keep"], "are of one page"),
        (["FOLDER", "--out", "PAGE"], "cannot be written: file exists"),
        (["FOLDER", "--out", "FOLDER"], "this folder holds other things"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    words: list[str], why: str, tmp_path: Path
) -> None:
    """A call that leaves open what is meant ends with one sentence and code 3."""
    write_pages(tmp_path, 1)
    places = {"FOLDER": tmp_path, "PAGE": tmp_path / "000.html", "OUT": tmp_path / "o"}
    result = run("read", *(places.get(word, word) for word in words))

    assert 3 == result.exit_code
    assert why in result.stderr
    assert 1 == len(result.stderr.splitlines())


@pytest.mark.parametrize("lacking", ["pyarrow", "resiliparse"])
def test_without_the_extra_one_line_says_what_to_install(lacking: str) -> None:
    """Where the parts that read pages are not installed, the door says so."""
    code = f"import sys; sys.modules[{lacking!r}] = None; import antinomy.cli as c; "
    done = subprocess.run(
        [sys.executable, "-c", f"{code} c.main(['read', 'page.html'])"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert 3 == done.returncode
    assert (
        "antinomy: reading pages needs parts that are not installed"
        f" ({lacking}): pip install 'antinomy[reading]'\n"
    ) == done.stderr


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """While a run holds the tables another is refused."""
    with Tables(tmp_path / "out").opened(resume=False):
        result = run("read", SHIPPED, "--out", tmp_path / "out", "--resume")

    assert 3 == result.exit_code
    assert "another run is writing here" in result.stderr


def test_a_run_broken_off_is_gone_on_with_only_when_asked(tmp_path: Path) -> None:
    """Tables of a run broken off are refused without --resume."""
    tables_there = Tables(tmp_path / "out")
    with pytest.raises(KeyboardInterrupt), tables_there.opened(resume=False):
        raise KeyboardInterrupt
    result = run("read", SHIPPED, "--out", tmp_path / "out")

    assert 3 == result.exit_code
    assert "--resume goes on" in result.stderr


def test_a_damaged_part_is_told(tmp_path: Path) -> None:
    """A part that is not what was written ends the run before it does harm."""
    held = Tables(tmp_path / "out")
    with held.opened(resume=False):
        write_drafts(held.drafts(1), Rows({}))
        held.commit("part", held.drafts(1))
        (tmp_path / "out" / "done" / "part.parquet").write_bytes(b"PAR1")
    result = run("read", SHIPPED, "--out", tmp_path / "out")

    assert 5 == result.exit_code
    assert "this part is not what was written" in result.stderr


@pytest.mark.slow
def test_the_rows_are_the_same_however_many_read(tmp_path: Path) -> None:
    """One process and three make the same files, byte for byte."""
    write_pages(tmp_path / "in", 20)
    fill(tmp_path / "in", out=tmp_path / "one", jobs=1)
    fill(tmp_path / "in", out=tmp_path / "three", jobs=3)

    assert files(tmp_path / "one") == files(tmp_path / "three")


def wait_for(out: Path, parts: int, process: "subprocess.Popen[bytes]") -> None:
    """Wait until a run has made so many parts."""
    for _ in range(1200):
        if len([*(out / "done").glob("*.parquet")]) >= parts:
            return
        assert process.poll() is None
        time.sleep(0.05)
    pytest.fail("the run made no parts")


@pytest.mark.slow
@pytest.mark.parametrize("parts", [0, 1, 4])
def test_a_run_that_was_killed_goes_on(parts: int, tmp_path: Path) -> None:
    """Killed and gone on with, a run gives what a run in one go gives."""
    write_pages(tmp_path / "in", 45)
    fill(tmp_path / "in", out=tmp_path / "whole")
    out = tmp_path / "killed"
    process = begin(tmp_path / "in", out, jobs=2)
    wait_for(out, parts, process)
    process.kill()
    process.wait()
    done = {row["file"] for row in table(out, "done")}
    pages = {row["file"] for row in table(out, "page")}
    assert done <= pages
    fill(tmp_path / "in", out=out, resume=True)

    assert files(tmp_path / "whole") == files(out)


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    """Ctrl-C ends a run with its tally and code 130, without a trace of its workers."""
    write_pages(tmp_path / "in", 900)
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "antinomy", "read", tmp_path / "in"),
            *("--out", tmp_path / "out", "--jobs", "2"),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    wait_for(tmp_path / "out", 1, process)
    os.killpg(process.pid, signal.SIGINT)
    told, errors = process.communicate(timeout=60)

    assert (130, b"") == (process.returncode, errors)
    assert told.startswith(b"broken off: ")
    assert table(tmp_path / "out", "page")


@pytest.mark.slow
def test_pages_that_changed_are_read_again(tmp_path: Path) -> None:
    """Other bytes under a name take the place of the rows that were there."""
    write_pages(tmp_path / "in", 7)
    fill(tmp_path / "in", out=tmp_path / "out")
    for number in (1, 5):
        (tmp_path / "in" / f"00{number}.html").write_text(page(40 + number), "utf-8")
    (tmp_path / "in" / "empty.html").touch()
    tally = fill(tmp_path / "in", out=tmp_path / "out")
    fill(tmp_path / "in", out=tmp_path / "fresh")

    def ordered(out: Path) -> dict[str, list[str]]:
        return {name: sorted(map(repr, rows)) for name, rows in tables(out).items()}

    assert (2, 5, 3) == (tally.anew, tally.already, tally.rows["done"])
    assert ordered(tmp_path / "fresh") == ordered(tmp_path / "out")


@pytest.mark.slow
def test_another_version_reads_again_beside(tmp_path: Path) -> None:
    """Rows of another version of the reader stay, under their own key."""
    write_pages(tmp_path / "in", 2)
    packs, out = tmp_path / "packs", tmp_path / "out"
    shutil.copytree(PACKS, packs)
    claims = packs / "words" / "reading" / "claims.yaml"
    text = claims.read_text("utf-8")
    claims.write_text(re.sub(r"(?m)^reader: .*$", "reader: 1000", text), "utf-8")
    fill(tmp_path / "in", out=out)
    told = run("read", tmp_path / "in", "--out", out, "--packs", packs, "--json")

    assert 2 == json.loads(told.stdout)["read"]
    versions = [row["reader"].rpartition("/")[2] for row in table(out, "page")]
    assert [reader().claim_words.reader] * 2 + ["1000"] * 2 == sorted(versions, key=int)

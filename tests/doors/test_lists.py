"""``antinomy lists``: a failed load leaves the old list, and no version is changed."""

import json
from pathlib import Path

import pytest
from tests.doors.running import run

HEAD = "list,name,chinese_name,country,date,official_notice_url\n"


def write(path: Path, names: str) -> Path:
    """Write a Chinese list of some names."""
    lines = (f"CN-UEL,{name},,US,2025-01-02,https://example.org\n" for name in names)
    path.write_text(HEAD + "".join(lines), "utf-8")
    return path


def load(file: Path, data: Path, day: str, *more: str) -> tuple[int, str]:
    """Import a file; give the exit code and what was said."""
    result = run(
        *("lists", "import", file, "--source", "cn", "--as-of", day),
        *("--data", data, *more),
    )
    return result.exit_code, result.stdout + result.stderr


def held(data: Path) -> list[tuple[str, int]]:
    """Give the days and sizes of the versions held."""
    told = json.loads(run("lists", "show", "--data", data, "--json").stdout)
    return [(version["as_of"], version["rows"]) for version in told]


def test_versions_are_kept_beside_each_other(tmp_path: Path) -> None:
    """A new version tells what came and went; the same file again changes nothing."""
    file, data = tmp_path / "cn.csv", tmp_path / "data"

    assert 0 == load(write(file, "ABCDEFGHIJKL"), data, "2026-01-01")[0]
    code, said = load(write(file, "BCDEFGHIJKLM"), data, "2026-02-01")
    again = load(file, data, "2026-02-01")[0]

    assert (0, 0) == (code, again)
    assert "1 names are new since 2026-01-01" in said
    assert "CN-UEL: M" in said
    assert [("2026-01-01", 12), ("2026-02-01", 12)] == held(data)


def test_a_list_that_shrank_is_not_believed(tmp_path: Path) -> None:
    """The old version stays and the message says so; a word takes the new one."""
    file, data = tmp_path / "cn.csv", tmp_path / "data"
    load(write(file, "ABCDEFGHIJ"), data, "2026-01-01")

    code, said = load(write(file, "ABCDE"), data, "2026-02-01")

    assert 3 == code
    assert "10 rows before, 5 now" in said
    assert "the version of that day stays" in said
    assert [("2026-01-01", 10)] == held(data)
    assert 0 == load(file, data, "2026-02-01", "--allow-shrink")[0]


@pytest.mark.parametrize("name", ["cut.csv", "cut.csv.gz", "cut.csv.xz"])
def test_a_broken_file_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    """A file cut in half is refused with its place, packed or not; no draft stays."""
    file, data = tmp_path / name, tmp_path / "data"
    file.write_text(HEAD + "CN-UEL,A,", "utf-8")

    code, said = load(file, data, "2026-01-01")

    assert 3 == code
    assert "cut.csv" in said
    assert [] == held(data)
    assert [] == [p for p in data.rglob("*") if p.is_file()]


def test_rows_that_were_changed_are_not_used(tmp_path: Path) -> None:
    """A version whose rows are not what was written is refused, not screened with."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")
    [rows] = data.rglob("rows.jsonl")
    rows.write_text("{}", "utf-8")

    code, said = load(write(file, "BCDEFGHIJKLM"), data, "2026-02-01")

    assert 5 == code
    assert "not what was imported" in said
    assert [("2026-01-01", 12)] == held(data)


def test_an_unknown_source_is_told() -> None:
    """A near miss of a source is answered with the one meant."""
    result = run("lists", "show", "cls")

    assert 3 == result.exit_code
    assert 'did you mean "csl"?' in result.stderr

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


def test_a_damaged_version_is_healed_by_its_own_file(tmp_path: Path) -> None:
    """The same file of the same day again: rows and manifest are as they were."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")
    for name in ("rows.jsonl", "manifest.json", "source"):
        [kept] = data.rglob(name)
        before = kept.read_bytes()
        kept.write_bytes(before[:40])

        code, said = load(file, data, "2026-01-01")

        assert 0 == code, said
        assert "damaged and was written anew" in " ".join(said.split())
        assert before == kept.read_bytes()
    assert [("2026-01-01", 12)] == held(data)
    assert [] == list(data.rglob(".draft*"))


def test_a_row_that_is_absent_is_not_called_delisted(tmp_path: Path) -> None:
    """Each row has its days by law and the versions between which it was held."""
    file, data = tmp_path / "cn.csv", tmp_path / "data"
    load(write(file, "ABCDEFGHIJKL"), data, "2026-01-01")
    load(write(file, "BCDEFGHIJKLM"), data, "2026-02-01")

    told = json.loads(run("lists", "history", "cn", "--data", data, "--json").stdout)
    shown = run("lists", "history", "cn", "--absent", "--data", data).stdout

    days = {
        row["name"]: (row["begins"], row["known_from"], row["absent_since"])
        for row in told
    }
    assert ("2025-01-02", "2026-01-01", "2026-02-01") == days["A"]
    assert ("2025-01-02", "2026-01-01", None) == days["B"]
    assert ("2025-01-02", "2026-02-01", None) == days["M"]
    assert "only a notice or a last day takes a name off a list" in " ".join(
        shown.split()
    )


def test_the_age_of_a_version_is_shown(tmp_path: Path) -> None:
    """A version that answers for lack of a newer one says how old it is."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")

    shown = run("lists", "show", "--data", data, "--on", "2026-01-31").stdout
    told = run("lists", "show", "--data", data, "--on", "2026-01-31", "--json").stdout

    assert "30 days" in shown
    assert 30 == json.loads(told)[0]["age_days"]


def test_files_beside_the_list_belong_to_it(tmp_path: Path) -> None:
    """OFAC's names lie beside its list; with others it is another version."""
    data, file = tmp_path / "data", tmp_path / "SDN.CSV"
    nothing = ",-0- " * 7
    file.write_text(f'7,"EXAMPLE",-0- ,"CUBA"{nothing},-0- \n', "utf-8")
    ofac = ("lists", "import", file, "--source", "ofac", "--as-of", "2026-01-01")
    for name in ("BEISPIEL", "EJEMPLO"):
        (tmp_path / "ALT.CSV").write_text(f'7,1,"aka","{name}",-0- \n', "utf-8")
        assert 0 == run(*ofac, "--data", data).exit_code

    told = json.loads(run("lists", "show", "--data", data, "--json").stdout)
    assert 2 == len({version["digest"] for version in told})
    [remark] = told[0]["remarks"]
    assert "add.csv does not lie beside the file" in remark


def test_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    """With its line, or with what the system says."""
    file = tmp_path / "cn.csv"
    file.write_bytes(
        HEAD.encode() + b"CN-UEL,\xff,,US,2025-01-02,https://example.org\n"
    )

    code, said = load(file, tmp_path / "data", "2026-01-01")
    absent, told = load(tmp_path / "none.csv", tmp_path / "data", "2026-01-01")

    assert (3, 3) == (code, absent)
    assert "cn.csv:2:1: the list is not UTF-8 text here" in said
    assert "none.csv: cannot read the list: no such file" in told


def test_a_manifest_that_was_changed_is_told(tmp_path: Path) -> None:
    """The folder is named, and what to do."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")
    [manifest] = data.rglob("manifest.json")
    manifest.write_text("{}", "utf-8")

    shown = run("lists", "show", "--data", data)

    assert 5 == shown.exit_code
    assert "import its file again" in shown.stderr


def test_rows_that_are_gone_from_the_disk_are_told(tmp_path: Path) -> None:
    """A version without its rows is damaged, not empty."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")
    [rows] = data.rglob("rows.jsonl")
    rows.unlink()

    assert 5 == run("lists", "history", "cn", "--data", data).exit_code
    assert 0 == load(file, data, "2026-01-01")[0]
    assert 0 == run("lists", "history", "cn", "--data", data).exit_code


def test_rows_are_found_by_a_part_of_a_name(tmp_path: Path) -> None:
    """Without regard to case; where nobody answers, that is said."""
    file, data = write(tmp_path / "cn.csv", "ABCDEFGHIJKL"), tmp_path / "data"
    load(file, data, "2026-01-01")

    some = run("lists", "history", "cn", "--name", "a", "--data", data).stdout
    none = run("lists", "history", "cn", "--name", "xyz", "--data", data).stdout

    assert "2026-01-01" in some
    assert "No row held answers to that." in none

"""Whatever is wrong with a file is told in one sentence, and never as a traceback."""

import json
from pathlib import Path

import pytest
from tests.doors.running import run, run_program

DEAL = "asking: a\ndates: {act: 2025-05-22}\nparties: [{id: a, roles: [seller]}]\n"
CHIP = "items: [{id: c, kind: chip, "

# What is in the file, and what is told of it after its name.
FILES: dict[str, tuple[bytes, str]] = {
    "an unknown key": (f"{DEAL}itmes: []".encode(), ":4:1: itmes: unknown key"),
    "a wrong unit": (f"{DEAL}{CHIP}tpp: 4800 MW}}]".encode(), "items[0].tpp: 'tpp' is"),
    "an impossible day": (b"dates: {act: 2025-02-30}", ":1:14: dates.act: 'dates.act'"),
    "a chip nobody knows": (f"{DEAL}{CHIP}chip: h1}}]".encode(), ":4:35: items[0]"),
    "not a number": (f"{DEAL}{CHIP}tpp: NaN}}]".encode(), ":4:34: items[0].tpp"),
    "an absurd number": (f"{DEAL}{CHIP}tpp: 1e400}}]".encode(), ":4:34: items[0].tpp"),
    "fifty megabytes": (b"#" * 50_000_000, "larger than 5 MB"),
    "a bomb": (b"a: &a [x, x]\nb: *a", ":1:4: a: anchors and aliases"),
    "a tab": (b"dates:\n\tact: 2025-05-22", ":2:1: a tab stands where"),
    "Latin-1": ("note: caf\xe9".encode("latin-1"), ":1:10: byte 0xe9 is not UTF-8"),
    "nothing": (b"", ":1:1: the file is empty"),
    "only a remark": (b"# nothing", "the file is empty"),
    "a list": (b"- a", ":1:1: expected a mapping"),
    "a word": (b"deal", ":1:1: expected a mapping"),
    "two documents": (b"note: a\n---\nnote: b", ":2:1: a second document"),
    "a key twice": (b"note: a\nnote: b", ":2:1: 'note' stands twice"),
    "a tag": (b"note: !!python/object x", ":1:7: note: tags are not read"),
    "NUL bytes": (b"note: \x00a", ":1:7: character U+0000"),
    "an escape": (b"note: \x1b[31m", ":1:7: character U+001B"),
    "UTF-16": ("note: a".encode("utf-16"), "is not UTF-8"),
    "nested too deep": (b"note: " + b"[" * 100 + b"]" * 100, "deeper than 40 levels"),
    "an open bracket": (b"parties: [{id: a}", "this is not YAML"),
    "no party that asks": (b"dates: {act: 2025-05-22}", "asking"),
    "a party that is not there": (f"{DEAL}".replace("asking: a", "asking: b").encode(),
                                  ":1:9: asking: asking names 'b'"),
    "no day": (DEAL.replace("dates: {act: 2025-05-22}\n", "").encode(),
               ": no day to ask about"),
    "a day that is unknown": (DEAL.replace("2025-05-22", "unknown").encode(),
                              ": no day to ask about"),
    "a wrong place": (f"{DEAL}destination: UK".encode(), ":4:14: destination"),
    "a very long word": (f"{DEAL}destination: {'x' * 100_000}".encode(), ":4:14: dest"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FILES)
def test_a_bad_file_is_told_in_one_sentence(fault: str, tmp_path: Path) -> None:
    """Each file of the table ends with three and one line that names it."""
    data, told = FILES[fault]
    path = tmp_path / "deal.yaml"
    path.write_bytes(data)
    result = run("assess", path)

    assert 3 == result.exit_code
    assert not result.stdout
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"antinomy: {path}"), line
    assert told in line
    assert len(line) < 600


JSON: dict[str, tuple[str, str]] = {
    "a trailing comma": ('{"asking": "a",}', "this is not JSON"),
    "a comment": ("{} // a", "this is not JSON"),
    "NaN": ('{"items": [{"id": "c", "kind": "chip", "tpp": NaN}]}', "tpp"),
    "half a character": ('{"note": "\\ud800"}', "half of a character"),
    "a key twice": ('{"note": "a", "note": "b"}', "stands twice"),
    "deep": ("[" * 100_000, "json:1:"),
}


@pytest.mark.parametrize("fault", JSON)
def test_bad_json_is_told_likewise(fault: str, tmp_path: Path) -> None:
    """JSON is held to the same rules, with the same code and one line."""
    text, told = JSON[fault]
    path = tmp_path / "deal.json"
    path.write_text(text, "utf-8")
    result = run("assess", path)

    assert 3 == result.exit_code
    (line,) = result.stderr.splitlines()
    assert told in line


@pytest.mark.parametrize("made", ["folder", "absent"])
def test_what_is_no_file(made: str, tmp_path: Path) -> None:
    """A folder, or nothing at all, is named and refused."""
    path = tmp_path / "deal.yaml"
    if made == "folder":
        path.mkdir()
    result = run("assess", path)

    assert 3 == result.exit_code
    assert str(path) in result.stderr


@pytest.mark.parametrize("data", ["\ufeff" + DEAL, DEAL.replace("\n", "\r\n")])
def test_marks_of_other_systems_are_read(data: str, tmp_path: Path) -> None:
    """A byte-order mark and Windows line ends are no fault."""
    path = tmp_path / "deal.yaml"
    path.write_bytes(data.encode())

    assert 0 == run("assess", path).exit_code


def test_roles_unknown_are_weighed_not_refused(tmp_path: Path) -> None:
    """Where the role is unknown every course may be open."""
    path = tmp_path / "deal.yaml"
    path.write_text(DEAL.replace("[seller]", "unknown"), "utf-8")
    result = run("assess", path, "--json")

    assert 0 == result.exit_code
    courses = json.loads(result.stdout)["courses"]
    assert {"unknown"} == {course["available"] for course in courses}


def test_no_traceback_from_the_program(tmp_path: Path) -> None:
    """As a program of its own, too, a bad file gives one line and three."""
    path = tmp_path / "deal.yaml"
    path.write_bytes(b"a: [")
    done = run_program("assess", path)

    assert 3 == done.returncode
    assert b"Traceback" not in done.stderr
    assert 1 == len(done.stderr.splitlines())


TABLES = {
    "no column": ("name\nnvidia-h20\n", ":1:1: the table needs a column `chip`"),
    "no rows": ("chip\n", ":1:1: the table names no chip"),
    "nothing": ("", ":1:1: the table needs a column `chip`"),
    "an empty cell": ("chip,n\n,1\n", ":2:1: chip: the cell is empty"),
    "an open quote": ('chip\n"nvidia-h20\n', "this is not CSV"),
    "a cell without end": (f"chip\n{'x' * 200_000}\n", "this is not CSV"),
}


@pytest.mark.parametrize("fault", TABLES)
def test_a_bad_table_is_told_likewise(fault: str, tmp_path: Path) -> None:
    """A table that cannot be read is told with its line."""
    text, told = TABLES[fault]
    path = tmp_path / "chips.csv"
    path.write_text(text, "utf-8")
    result = run("classify", path)

    assert 3 == result.exit_code
    (line,) = result.stderr.splitlines()
    assert told in line

"""``antinomy lists update``: what a publisher answers, and what is held after it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.doors.list_server import MODIFIED, Publisher, publisher
from tests.doors.running import PACKS, run

HEAD = "list,name,chinese_name,country,date,official_notice_url\n"


def rows(names: str) -> bytes:
    """Give a Chinese list of some names."""
    lines = (f"CN-UEL,{name},,US,2025-01-02,https://example.org\n" for name in names)
    return (HEAD + "".join(lines)).encode()


@pytest.fixture(name="here")
def a_publisher() -> Iterator[Publisher]:
    """Give a publisher on this machine."""
    with publisher() as server:
        yield server


def update(data: Path, *args: object) -> tuple[int, str]:
    """Update, and give the exit code and what was said."""
    result = run("lists", "update", *args, "--data", data)
    return result.exit_code, result.stdout + result.stderr


def held(data: Path) -> list[tuple[str, int]]:
    """Give the days and sizes of the versions held."""
    told = json.loads(run("lists", "show", "--data", data, "--json").stdout)
    return [(version["as_of"], version["rows"]) for version in told]


def test_a_list_is_fetched_once_and_then_only_if_newer(
    here: Publisher, tmp_path: Path
) -> None:
    """The day is the server's; asked again, nothing is newer; then a new one comes."""
    at = here.says("/l.csv", rows("ABCDEFGHIJ"), ETag='"1"', Last_Modified=MODIFIED)
    first = update(tmp_path, "cn", "--from", at)
    again = update(tmp_path, "cn", "--from", at)
    later = "Mon, 09 Nov 2026 10:00:00 GMT"
    here.says("/l.csv", rows("BCDEFGHIJK"), ETag='"2"', Last_Modified=later)
    second = update(tmp_path, "cn", "--from", at)

    assert (0, 0, 0) == (first[0], again[0], second[0]), first + again + second
    assert "nothing newer; the version held stays" in again[1]
    assert "CN-UEL: A" in second[1]
    assert "which is not a delisting" in second[1]
    assert [("2026-10-08", 10), ("2026-11-09", 10)] == held(tmp_path)


def test_a_copy_that_was_damaged_is_fetched_anew(
    here: Publisher, tmp_path: Path
) -> None:
    """The server is not told that a copy is held when it is no longer whole."""
    at = here.says("/l.csv", rows("ABCDEFGHIJ"), ETag='"1"', Last_Modified=MODIFIED)
    update(tmp_path, "cn", "--from", at)
    [kept] = tmp_path.rglob("rows.jsonl")
    kept.write_text("{}", "utf-8")

    code, said = update(tmp_path, "cn", "--from", at)

    assert 0 == code
    assert "damaged and was written anew" in said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (rows("ABC"), "10 rows before, 3 now"),
        (rows("ABCDEFGHIJ")[:-40], "the file may be cut short"),
        (b"", "is missing"),
    ],
)
def test_a_list_that_is_not_whole_leaves_the_old_one(
    here: Publisher, tmp_path: Path, body: bytes, said: str
) -> None:
    """Shrunk, cut or empty: it says so, and the version held answers on."""
    at = here.says("/l.csv", rows("ABCDEFGHIJ"), Last_Modified=MODIFIED)
    update(tmp_path, "cn", "--from", at)
    here.says("/l.csv", body, Last_Modified="Mon, 09 Nov 2026 10:00:00 GMT")

    code, told = update(tmp_path, "cn", "--from", at)

    assert 3 == code
    assert said in told
    assert [("2026-10-08", 10)] == held(tmp_path)
    assert [] == list(tmp_path.rglob(".draft*"))


def test_what_cannot_be_asked_says_why(tmp_path: Path) -> None:
    """No address, a day that is needed, one address for several: nothing is asked."""
    assert (3, "no address is held of cn") == _said(update(tmp_path, "cn"), 24)
    assert (3, "el is asked for a day: give --as-of DAY") == _said(
        update(tmp_path, "el"), 39
    )
    code, told = update(tmp_path, "cn", "csl", "--from", "https://example.org")
    assert (3, True) == (code, "--from is the address of one source" in told)


def _said(answer: tuple[int, str], length: int) -> tuple[int, str]:
    code, told = answer
    return code, told.removeprefix("antinomy: ").removeprefix("error: ")[:length]


def test_all_that_can_be_asked_are_asked(here: Publisher, tmp_path: Path) -> None:
    """One that fails hides no other; one that is asked by day waits for a day."""
    packs = tmp_path / "packs"
    shutil.copytree(PACKS, packs)
    good = here.says("/good.csv", rows("AB"), Last_Modified=MODIFIED)
    dated = here.says("/2026-10-01.csv", rows("CD"), Last_Modified=MODIFIED)
    asked = dated.replace("2026-10-01", "{day}")
    entries = {"bad": f"{here.address}/none.csv", "good": good, "dated": asked}
    told = "".join(
        f"  {name}: {{title: {name}, form: CSV, address: '{address}'}}\n"
        for name, address in entries.items()
    )
    sources = packs / "lists" / "sources.yaml"
    sources.write_text(f"most_lost: 10\nsources:\n{told}", "utf-8")

    code, said = update(tmp_path, "--packs", packs)
    _, dated_too = update(tmp_path, "--packs", packs, "--as-of", "2026-10-01")

    assert 3 == code
    assert "/none.csv: the server answers 404" in said
    assert "good" in said
    assert "dated" in dated_too
    assert ["2026-10-01", "2026-10-01", "2026-10-08"] == sorted(
        version["as_of"]
        for version in json.loads(
            run("lists", "show", "--packs", packs, "--data", tmp_path, "--json").stdout
        )
    )


def test_an_update_tells_what_changed_as_json(here: Publisher, tmp_path: Path) -> None:
    """The version and what came and went; or that nothing is newer."""
    at = here.says("/l.csv", rows("AB"), ETag='"1"', Last_Modified=MODIFIED)
    asked = ("lists", "update", "cn", "--from", at, "--data", tmp_path, "--json")

    [first] = json.loads(run(*asked).stdout)
    [second] = json.loads(run(*asked).stdout)

    assert ("cn", True, 2, None) == (
        first["source"],
        first["changed"],
        first["rows"],
        first["delta"],
    )
    assert {"source": "cn", "changed": False} == second

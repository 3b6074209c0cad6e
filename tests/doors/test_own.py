"""``antinomy own``: one object a case, and no case lost for another."""

import json
from pathlib import Path

import pytest
from tests.doors.running import ROOT, run

FILE = ROOT / "examples" / "holdings.yaml"


def test_each_case_is_one_object() -> None:
    """A line of JSON a case, in the order of the file, days in short where several."""
    result = run("own", FILE, "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]

    assert 0 == result.exit_code, result.stderr
    assert ["sixty-percent", "circle", "band"] == [case["id"] for case in found]
    assert ["in_force", "suspended", "in_force_by_default"] == [
        day["bis_status"] for day in found[0]["expect_by_date"].values()
    ]
    assert {"parent": "2/3"} == found[1]["integrated_percent_of_group"]
    assert ("45", "45") == (found[2]["bis"]["lower"], found[2]["bis"]["upper"])


def test_a_faulty_case_hides_no_other(tmp_path: Path) -> None:
    """The cases that can be read are answered, the others told with their place."""
    text = FILE.read_text("utf-8").replace("owned: subsidiary", "owned: subsidary")
    file = tmp_path / "holdings.yaml"
    file.write_text(text, "utf-8")

    result = run("own", file, "--json")

    assert 3 == result.exit_code
    assert 2 == len(result.stdout.splitlines())
    assert (
        """'subsidary' is no entity here; did you mean "subsidiary"?""" in result.stderr
    )


def test_a_case_without_a_day_asks_for_one(tmp_path: Path) -> None:
    """Neither the file nor the command names a day: it says which case lacks it."""
    text = FILE.read_text("utf-8").replace("  as_of: 2025-10-15\n", "")
    file = tmp_path / "holdings.yaml"
    file.write_text(text, "utf-8")

    assert "no day to ask circle about" in run("own", file).stderr
    assert 0 == run("own", file, "--on", "2025-10-15").exit_code


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "would be: licence"), ("zh", "若生效则为")],
)
def test_a_stayed_rule_tells_what_it_would_ask(lang: str, said: str) -> None:
    """The table says so in either language."""
    told = run("own", FILE, "--lang", lang, "--on", "2026-02-01").stdout

    assert said in " ".join(told.split())


TABLE = "owner,owned,share\nGroup,Middle,60\nMiddle,Buyer,50\nFund,Buyer,30\n"


def test_a_table_is_answered_directly(tmp_path: Path) -> None:
    """Whoever is said to be listed counts; the rest of a register stays open."""
    file = tmp_path / "shares.csv"
    file.write_text(TABLE, "utf-8")
    asked = ("own", file, "--on", "2026-11-20", "--json")

    [listed] = (json.loads(run(*asked, "--listed", "Group=EL@2023-01-01").stdout),)
    unlisted = json.loads(run(*asked).stdout)

    assert ("Buyer", "licence_as_owner") == (listed["subject"], listed["bis"]["answer"])
    assert ["Middle", "Buyer"] == listed["bis"]["captured"]
    assert "licence_as_owner" != unlisted["bis"]["answer"]


def test_another_houses_file_is_written_as_our_own(tmp_path: Path) -> None:
    """What is printed is a file of holdings that gives the same answer."""
    table, own = tmp_path / "shares.csv", tmp_path / "own.yaml"
    table.write_text(TABLE, "utf-8")
    listed = ("--listed", "Group=EL", "--seat", "Group=CN")
    own.write_text(run("own", table, *listed, "--as-file").stdout, "utf-8")
    day = ("--on", "2026-11-20", "--json")

    answers = [run("own", table, *listed, *day), run("own", own, *day)]

    assert [0, 0] == [answer.exit_code for answer in answers], answers[1].stderr
    first, second = (json.loads(answer.stdout) for answer in answers)
    assert "not_read" in first
    assert {**second, "not_read": first["not_read"]} == first


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--listed", "Group"), "'Group' is not of the shape --listed NAME=LIST"),
        (("--listed", "Group=EL@soon"), "'soon' is not a day"),
        (("--listed", "Nobody=EL"), "'Nobody' is no holder of Buyer"),
        (("--subject", "Nobody"), "'Nobody' is nobody whom the file names"),
        (("--format", "bods"), "this is not whole JSON"),
    ],
)
def test_what_is_stated_beside_must_fit(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    """An option of another shape, or of somebody who is not there, is told."""
    file = tmp_path / "shares.csv"
    file.write_text(TABLE, "utf-8")

    result = run("own", file, "--on", "2026-11-20", *options)

    assert 3 == result.exit_code
    assert said in result.stderr


def test_a_day_on_which_shares_exceed_the_whole_has_no_answer(tmp_path: Path) -> None:
    """That day is refused, and another one answered."""
    file = tmp_path / "shares.csv"
    rows = "A,Buyer,60,2020-01-01,2023-03-02\nB,Buyer,60,2023-03-01,\n"
    file.write_text(f"owner,owned,share,from,to\n{rows}", "utf-8")

    refused = run("own", file, "--on", "2023-03-01")

    assert 3 == refused.exit_code
    assert "hold 120 percent together on 2023-03-01" in refused.stderr
    assert 0 == run("own", file, "--on", "2023-03-03").exit_code


def test_a_run_of_cases_that_broke_off_goes_on(tmp_path: Path) -> None:
    """With --resume the answers that stand whole stay, and the rest are added."""
    out = tmp_path / "out.jsonl"
    run("own", FILE, "--out", out)
    whole = out.read_bytes()
    out.write_bytes(whole[: whole.index(b"\n") + 30])

    refused = run("own", FILE, "--out", out)
    again = run("own", FILE, "--out", out, "--resume")

    assert "--resume goes on with it" in refused.stderr
    assert 0 == again.exit_code, again.stderr
    assert whole == out.read_bytes()


def test_a_name_in_a_table_is_no_markup(tmp_path: Path) -> None:
    """Brackets and colons of a name are printed as they stand, and steer nothing."""
    name = "[/bold] :smile:"
    text = FILE.read_text("utf-8").replace("buyer", f'"{name}"')
    file = tmp_path / "holdings.yaml"
    file.write_text(text, "utf-8")

    result = run("own", file)

    assert 0 == result.exit_code, result.stderr
    assert name in " ".join(result.stdout.split())

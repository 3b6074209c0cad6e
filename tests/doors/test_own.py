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

"""``antinomy flags``: one object a case, evidence with its place, nothing lost."""

import json
from pathlib import Path

import pytest
from tests.doors.running import ROOT, run

FILE = ROOT / "examples" / "supply.yaml"


def test_each_case_is_one_object() -> None:
    """A line of JSON a case, in the order of the file, with disposition and flags."""
    result = run("flags", FILE, "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]

    assert 0 == result.exit_code, result.stderr
    assert ["hold", "clear", "inquire", "refuse_or_license"] == [
        case["disposition"] for case in found
    ]
    for flag in (flag for case in found for flag in case["flags"]):
        assert {"code", "title", "evidence", "citations", "question"} <= flag.keys()
        assert [] == [e for e in flag["evidence"] if not e["where"]]


def test_a_faulty_case_hides_no_other(tmp_path: Path) -> None:
    """The cases that can be read are judged, the others told with their place."""
    text = FILE.read_text("utf-8").replace("qty: 48}", "qty: -48}", 1)
    file = tmp_path / "supply.yaml"
    file.write_text(text, "utf-8")

    result = run("flags", file, "--json")

    assert 3 == result.exit_code
    assert 3 == len(result.stdout.splitlines())
    assert "an amount is not below zero: '-48'" in result.stderr


def test_a_case_without_a_day_asks_for_one(tmp_path: Path) -> None:
    """Neither the file nor the command names a day: it says which case lacks it."""
    file = tmp_path / "supply.yaml"
    file.write_text("cases: [{id: one, note: a firm}]", "utf-8")

    assert "no day to ask one about" in run("flags", file).stderr
    assert 0 == run("flags", file, "--on", "2025-10-15").exit_code


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "no shipment until the flags are resolved"),
        ("zh", "在信号查明之前不予发运"),
    ],
)
def test_a_page_says_what_follows(lang: str, said: str) -> None:
    """The page for the eye names flags, evidence and disposition in either language."""
    told = "".join(run("flags", FILE, "--lang", lang).stdout.split())

    assert "".join(said.split()) in told
    assert "RF-REPACK" in told
    assert "cleared" not in told

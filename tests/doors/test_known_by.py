"""Two statements of May 2025 that were taken back: what was known on which day."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.doors.running import ROOT, run

RELEASE = ROOT / "examples" / "ascend-310p-anywhere.yaml"
REMARKS = ROOT / "examples" / "johor-national-ai.yaml"


def asked(file: object, known_by: str) -> dict[str, Any]:
    """Assess a file as known by a day."""
    done = run("assess", file, "--known-by", known_by, "--json")
    assert 0 == done.exit_code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def cell(answer: dict[str, Any], regime: str) -> tuple[str, str]:
    """Give headline and what could be, for going on as before."""
    found = [c for c in answer["cells"] if c["regime"] == regime]
    kept = next(c for c in found if c["course"] == "keep_using")
    return kept["verdict"], kept["could_be"]


@pytest.mark.parametrize(
    ("known_by", "wanted", "withdrawn"),
    [
        ("2025-05-16", ("exposed", "exposed"), "false"),
        ("2025-05-18", ("exposed", "exposed"), "false"),
        ("2025-05-19", ("unknown", "exposed"), "unknown"),
        ("2025-05-21", ("unknown", "exposed"), "unknown"),
    ],
)
def test_the_release_was_reworded(
    known_by: str, wanted: tuple[str, str], withdrawn: str
) -> None:
    """The sentence stood as known that week; since, on which day it fell is open."""
    answer = asked(RELEASE, known_by)
    (relied,) = answer["relied_on"]

    assert wanted == cell(answer, "us.ear")
    assert withdrawn == relied["withdrawn"]


@pytest.mark.parametrize(
    ("known_by", "wanted", "withdrawn"),
    [
        ("2025-05-19", "unknown", "false"),
        ("2025-05-20", "unknown", "true"),
        ("2025-05-21", "duty", "true"),
        ("2026-11-21", "duty", "true"),
    ],
)
def test_the_remarks_were_taken_back(
    known_by: str, wanted: str, withdrawn: str
) -> None:
    """Whoever leans on remarks taken back has to ask, once the ministry has spoken."""
    answer = asked(REMARKS, known_by)
    (relied,) = answer["relied_on"]

    assert wanted == cell(answer, "my.sta")[0]
    assert withdrawn == relied["withdrawn"]


def test_the_withdrawal_is_told_beside_the_matrix() -> None:
    """By whom, from which day, known since when; and that a statement frees nobody."""
    told = " ".join(run("assess", REMARKS, "--known-by", "2025-05-21").stdout.split())
    chinese = run("assess", REMARKS, "--known-by", "2025-05-21", "--lang", "zh").stdout

    assert "taken back. A statement frees nobody" in told
    assert "the deputy minister's office to Bloomberg, 2025-05-20" in told
    assert "known from 2025-05-20" in told
    assert "已收回" in chinese


def test_a_statement_relied_on_never_frees(tmp_path: Path) -> None:
    """Leaning on the remarks makes no cell of any regime lighter than without them."""
    text = REMARKS.read_text("utf-8")
    line = next(li for li in text.splitlines() if li.startswith("statements_relied_on"))
    order = ("none_found", "latent", "duty", "unknown", "exposed", "licence")

    def strength(answer: dict[str, Any]) -> dict[tuple[str, str], int]:
        return {
            (c["course"], c["regime"]): order.index(c["verdict"])
            for c in answer["cells"]
            if c["verdict"] in order
        }

    file = tmp_path / "without.yaml"
    file.write_text(text.replace(line, ""), "utf-8")
    for known_by in ("2025-05-19", "2025-05-21"):
        without = strength(asked(file, known_by))
        leaning = strength(asked(REMARKS, known_by))
        assert all(leaning[key] >= without[key] for key in without)


def test_a_statement_that_nobody_holds_is_named_so(tmp_path: Path) -> None:
    """Of a statement outside the packs nothing is known; a near miss is refused."""
    text = REMARKS.read_text("utf-8")
    file = tmp_path / "other.yaml"
    file.write_text(text.replace("my.statement.2025_05_19", "xx.gazette.1"), "utf-8")
    answer = asked(file, "2025-05-21")
    near = text.replace("my.statement.2025_05_19", "my.statement.2025_05_18")
    file.write_text(near, "utf-8")

    assert "unknown" == answer["relied_on"][0]["withdrawn"]
    assert "did you mean" in run("assess", file).stderr

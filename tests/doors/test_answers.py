"""What the commands answer: the same bytes each time, in either language."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.doors.running import EXAMPLE, PACKS, run, run_program


def answer(*args: object) -> Any:  # noqa: ANN401 - JSON as a script reads it
    """Run with ``--json`` and read what is printed."""
    result = run(*args, "--json")
    assert 0 == result.exit_code, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    "args",
    [
        ("assess", EXAMPLE),
        ("explain", EXAMPLE, "keep_using/us.ear"),
        ("classify", "nvidia-h20"),
        ("law",),
        ("law", "diff", "--from", "2025-09-28", "--to", "2025-11-10"),
        ("law", "calendar"),
    ],
    ids=lambda args: " ".join(map(str, args[:2])) if isinstance(args, tuple) else None,
)
def test_equal_input_gives_equal_bytes(args: tuple[object, ...]) -> None:
    """Two runs, with different hash seeds, print the same bytes."""
    one = run_program(*args, "--json", hash_seed="1")
    two = run_program(*args, "--json", hash_seed="2")

    assert 0 == one.returncode
    assert one.stdout == two.stdout
    assert one.stdout.decode() == run(*args, "--json").stdout


def test_an_assessment_has_what_scripts_lean_on() -> None:
    """The keys of an answer are those that are promised."""
    told = answer("assess", EXAMPLE)
    promised = {"transaction", "on", "known_by", "packs", "cells", "antinomy"}
    promised |= {"questions", "levers", "coverage"}

    assert promised <= told.keys()
    assert all({"digest", "reliable_to"} <= pack.keys() for pack in told["packs"])
    cell = {"course", "available", "regime", "verdict", "also", "could_be", "stale"}
    assert all(cell | {"review_policy", "findings"} <= c.keys() for c in told["cells"])
    assert {"grade", "norms", "escapes"} <= told["antinomy"].keys()


def test_a_licence_exception_is_told_with_its_conditions(tmp_path: Path) -> None:
    """Where an exception lifts the licence, both outputs say so and what it asks."""
    case = next(PACKS.rglob("us-nac-workstation.yaml"))
    file = tmp_path / "workstation.yaml"
    [told] = yaml.safe_load(case.read_text(encoding="utf-8"))["cases"]
    file.write_text(yaml.safe_dump(told["transaction"]), encoding="utf-8")
    dated = ("assess", file, "--on", "2024-06-01")

    findings = [f for cell in answer(*dated)["cells"] for f in cell["findings"]]
    lifted = [f for f in findings if f["exception"]]
    assert lifted
    assert {"us.ear.740_8.nac"} == {f["exception"] for f in lifted}
    assert all("SNAP-R" in f["conditions"]["en"] for f in lifted)
    assert all(f["conditions"] is None for f in findings if not f["exception"])
    assert "conditions: Notice through SNAP-R" in run(*dated).stdout


def test_course_restricts_the_print_out_never_the_grade() -> None:
    """Asking for one course shows one course, of the same transaction."""
    whole = answer("assess", EXAMPLE)
    part = answer("assess", EXAMPLE, "--course", "keep_using")

    assert {"keep_using"} == {cell["course"] for cell in part["cells"]}
    assert len(part["cells"]) < len(whole["cells"])
    for key in ("antinomy", "questions", "levers", "coverage"):
        assert whole[key] == part[key]


@pytest.mark.parametrize(
    "args",
    [
        ("assess", EXAMPLE),
        ("explain", EXAMPLE, "keep_using/us.ear"),
        ("classify", "nvidia-h20"),
        ("law",),
        ("law", "us.ear.affiliates"),
        ("law", "diff", "--from", "2025-09-28", "--to", "2025-11-10"),
    ],
)
def test_every_page_speaks_chinese(args: tuple[object, ...]) -> None:
    """In Chinese no page prints an English label."""
    english, chinese = run(*args), run(*args, "--lang", "zh")

    assert 0 == chinese.exit_code
    assert english.stdout != chinese.stdout
    for word in (
        "Grade",
        "Findings",
        "state unknown",
        "in force",
        "Provision",
        "Event",
    ):
        assert word not in chinese.stdout


@pytest.mark.parametrize("chip", ["nvidia-h20", "昇腾910C", "Ascend 910C"])
def test_a_chip_has_names_in_either_script(chip: str) -> None:
    """A chip is found by its id, its name or its Chinese name."""
    told = answer("classify", chip, "--on", "2026-01-01")

    assert "2026-01-01" == told["on"]
    assert {"eccn", "truth", "provision", "citation"} <= told["controls"][0].keys()


def test_tariff_bands_are_those_in_force_with_their_rate() -> None:
    """Each band of chips on which a duty lies says whether the chip falls in it."""
    chip = ("classify", "nvidia-h200-sxm", "--on")
    before, after = (answer(*chip, day) for day in ("2026-01-14", "2026-01-15"))

    assert [] == before["tariff_bands"]
    assert {
        "us.s232.first": ("true", "25 %", "us.s232.chips.band_1"),
        "us.s232.second": ("false", "25 %", "us.s232.chips.band_2"),
    } == {
        band["band"]: (band["truth"], band["rate"], band["provision"])
        for band in after["tariff_bands"]
    }
    assert all(band["citation"]["text"] for band in after["tariff_bands"])
    assert "Tariff bands" not in run(*chip, "2026-01-14").stdout
    assert "Tariff bands" in run(*chip, "2026-01-15").stdout


def test_a_duty_is_told_with_its_rate() -> None:
    """Both outputs give the rate of a duty, and the page of its measure too."""
    deal = EXAMPLE.parent / "h200-through-the-united-states.yaml"
    rates = {
        (finding["provision"], finding["rate"])
        for cell in answer("assess", deal)["cells"]
        for finding in cell["findings"]
        if cell["regime"] == "us.tariff"
    }

    assert {("us.s232.chips.duty_passing_through", "25 %")} == rates
    assert "rate: 25 %" in run("assess", deal).stdout
    page = run("law", "us.s232.chips.2026", "--on", "2026-02-01").stdout
    assert "pay the duty; rate: 25 %" in page


def test_a_table_of_chips_is_classified_row_by_row(tmp_path: Path) -> None:
    """Each row of a CSV gives its answer; a row that is wrong is told by its line."""
    table = tmp_path / "chips.csv"
    table.write_text("chip\nnvidia-h20\nnvidia-h200-sxm\n", "utf-8")

    assert 2 == len(answer("classify", table))
    table.write_text("chip\nnvidia-h20\nnvidia-h2000\n", "utf-8")
    result = run("classify", table)
    assert 3 == result.exit_code
    assert f"{table}:3:1: chip: 'nvidia-h2000'" in result.stderr


def test_an_unknown_party_is_never_treated_as_uncontrolled(tmp_path: Path) -> None:
    """Where nobody screened the buyer, silence of the list is not clearance."""
    deal = EXAMPLE.parent / "h20-shanghai.yaml"
    text = deal.read_text("utf-8")
    bare = tmp_path / "deal.yaml"
    bare.write_text(re.sub(r"(?m)^screened:.*\n( .*\n)*", "", text), "utf-8")
    cells = {
        (c["course"], c["regime"]): c["could_be"]
        for c in answer("assess", bare)["cells"]
    }

    assert "screened" in text
    assert cells["supply_now", "us.ear"] in {"licence", "prohibited"}


def test_a_chip_without_figures_is_never_treated_as_uncontrolled(
    tmp_path: Path,
) -> None:
    """An item of which nothing is known may be controlled."""
    deal = tmp_path / "deal.yaml"
    deal.write_text(
        "asking: s\ndates: {act: 2025-05-22}\nroute: [US, CN]\n"
        "items: {complete: true, items: [{id: c, kind: chip}]}\n"
        "parties: [{id: s, roles: [exporter]}]\n",
        "utf-8",
    )
    cells = answer("assess", deal)["cells"]
    (cell,) = (
        c for c in cells if (c["course"], c["regime"]) == ("supply_now", "us.ear")
    )

    assert "none_found" != cell["verdict"]
    assert cell["could_be"] in {"licence", "prohibited"}


def test_explain_draws_the_proof_with_its_citations() -> None:
    """The proof of a cell names each provision's citation and each fact."""
    shown = run("explain", EXAMPLE, "keep_using/us.ear").stdout

    assert "keep_using/us.ear" in shown
    assert "BIS guidance of 2025-05-13" in shown
    assert "items[npu]" in shown


def test_law_shows_a_measure_whole() -> None:
    """A measure is shown with its days, wording, state and what terms would give."""
    shown = run("law", "us.ear.affiliates", "--on", "2026-11-10").stdout

    for part in (
        "90 FR 47201 (primary source)",
        "published 2025-09-30",
        "until 2026-11-09",
        "state unknown",
        "by the terms recorded so far: in force from 2026-11-10",
        "captured_share_bis >= 50",
        "Practice",
    ):
        assert part in shown
    assert all(len(line) <= 100 or "https://" in line for line in shown.splitlines())


def test_law_finds_a_measure_by_one_of_its_provisions() -> None:
    """The id of a provision shows the measure that it stands in."""
    assert (
        run("law", "us.ear.affiliates").stdout
        == run("law", "us.ear.affiliates.captured").stdout
    )


def test_law_diff_names_what_changed_and_by_what() -> None:
    """Between two days only what changes is shown, with the events that did it."""
    args = ("law", "diff", "--from", "2025-11-09", "--to", "2025-11-10")
    (first, *_) = answer(*args)["changes"]

    assert ["90fr50857"] == first["events"]
    assert ("in_force", "suspended") == (first["before"], first["after"])
    same = run("law", "diff", "--from", "2025-11-10", "--to", "2025-11-10")
    assert "nothing changes" in same.stdout


def test_the_calendar_is_one_that_calendars_read() -> None:
    """The days recorded are printed as iCalendar, each once."""
    shown = run("law", "calendar", "--on", "2026-11-01").stdout_bytes.decode()

    assert shown.startswith("BEGIN:VCALENDAR\r\n")
    assert shown.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261109" in shown.replace("\r\n ", "")
    uids = [line for line in shown.splitlines() if line.startswith("UID")]
    assert len(set(uids)) == len(uids) > 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    """Each shell gets a script that asks the command for its words."""
    shown = run("completion", shell).stdout

    assert "_ANTINOMY_COMPLETE" in shown


def test_help_names_every_command() -> None:
    """The first page names each command in a sentence."""
    shown = run("--help").stdout

    for name in ("assess", "explain", "classify", "law", "completion"):
        assert f"\n  {name} " in shown
        assert 0 == run(name, "--help").exit_code


def test_a_measure_without_provisions_shows_its_events_only() -> None:
    """An investigation has no state and no empty heading."""
    one = run("law", "cn.samr.nvidia.2024").stdout
    listed = run("law", "--on", "2026-09-01").stdout

    assert "Events" in one
    assert "Provisions" not in one
    assert "events only" in listed

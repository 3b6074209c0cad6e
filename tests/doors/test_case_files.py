"""A case beside the packs can be shown like any transaction."""

import json
from pathlib import Path

from tests.cases.casefile import Case, cases
from tests.doors.running import run


def one_alone() -> Case:
    """Give a case of a transaction that stands alone in its file."""
    return next(c for c in cases() if c.transaction is not None and not c.example)


def test_a_case_file_is_assessed_on_its_first_day() -> None:
    """Its transaction is asked of the first day the case is asked of."""
    case = one_alone()
    told = json.loads(run("assess", case.path, "--json").stdout)

    assert str(case.expect[0].on) == told["on"]
    asked = {
        (cell["course"], cell["regime"]): cell["verdict"] for cell in told["cells"]
    }
    for key, cell in case.expect[0].cells.items():
        assert cell.verdict in {"", asked[key]}


def test_another_day_may_be_asked() -> None:
    """``--on`` stands over the day of the case."""
    told = json.loads(
        run("assess", one_alone().path, "--on", "2024-02-29", "--json").stdout
    )

    assert told["on"] == "2024-02-29"


def test_a_file_of_several_cases_is_refused(tmp_path: Path) -> None:
    """Which of several is meant cannot be guessed: exit 3, with the place."""
    text = one_alone().path.read_text("utf-8")
    both = tmp_path / "both.yaml"
    both.write_text(text + text.partition("cases:\n")[2], "utf-8")
    result = run("assess", both)

    assert result.exit_code == 3
    assert "both.yaml:2" in result.stderr
    assert "holds one case" in result.stderr


def test_a_case_of_no_transaction_is_refused() -> None:
    """A case of a chip has nothing to assess."""
    chip = next(c for c in cases() if c.chip is not None)
    result = run("assess", chip.path)

    assert result.exit_code == 3

"""0 done, 2 usage, 3 bad input, 4 a pack at fault, 10 the verdict reached."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.doors.running import EXAMPLE, PACKS, run, run_program


def test_done_is_zero() -> None:
    """An answer is an answer, whatever it says."""
    assert 0 == run("assess", EXAMPLE).exit_code


@pytest.mark.parametrize(
    "args",
    [
        ("asess", EXAMPLE),
        ("assess",),
        ("assess", EXAMPLE, "--lang", "fr"),
        ("assess", EXAMPLE, "--on", "2025-02-30"),
        ("assess", EXAMPLE, "--on", "yesterday"),
        ("assess", EXAMPLE, "--fail-on", "none_found"),
        ("law", "diff", "--from", "2025-01-01"),
        ("law", "diff", "--from", "2025-01-02", "--to", "2025-01-01"),
        ("classify",),
        ("completion", "tcsh"),
    ],
)
def test_usage_is_two(args: tuple[object, ...]) -> None:
    """A command that cannot be meant is refused with its usage."""
    result = run(*args)

    assert 2 == result.exit_code
    assert "Usage:" in result.stderr


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("assess", EXAMPLE, "--course", "keep_usin"), 'did you mean "keep_using"?'),
        (("explain", EXAMPLE, "keep_using/us.eal"), 'did you mean "keep_using/us.ear"'),
        (("explain", EXAMPLE, "nonsense"), "write COURSE/REGIME"),
        (("classify", "nvidia-h1000"), "an unknown chip is not an uncontrolled one"),
        (("law", "us.ear.affiliate"), 'did you mean "us.ear.affiliates"?'),
        (("assess", "nowhere.yaml"), "nowhere.yaml: cannot read the file"),
    ],
)
def test_a_word_not_known_is_three(args: tuple[object, ...], told: str) -> None:
    """A name that nobody knows is told with the nearest one."""
    result = run(*args)

    assert 3 == result.exit_code
    assert told in result.stderr


@pytest.mark.parametrize("command", ["assess", "law", "classify"])
def test_a_missing_folder_of_packs_is_four(command: str) -> None:
    """Without packs nothing is answered."""
    args = {"assess": (EXAMPLE,), "law": (), "classify": ("nvidia-h20",)}[command]
    result = run(command, *args, "--packs", "nowhere")

    assert 4 == result.exit_code
    assert "nowhere" in result.stderr


def test_a_pack_with_any_fault_does_not_load(tmp_path: Path) -> None:
    """One wrong word in one pack stops every answer and says where."""
    folder = shutil.copytree(PACKS, tmp_path / "packs")
    measure = folder / "us" / "affiliates.yaml"
    text = measure.read_text("utf-8")
    measure.write_text(text.replace("kind: suspends", "kind: suspendz"), "utf-8")
    result = run("assess", EXAMPLE, "--packs", folder)

    assert 4 == result.exit_code
    assert "affiliates.yaml:10:" in result.stderr
    assert 'did you mean "suspends"?' in result.stderr
    assert not result.stdout


def test_strict_refuses_a_pack_past_its_review() -> None:
    """After its review date a pack answers only where that is not asked for."""
    late = ("assess", EXAMPLE, "--known-by", "2027-06-01")

    assert 0 == run(*late).exit_code
    strict = run(*late, "--strict")
    assert 4 == strict.exit_code
    assert "past their review date" in strict.stderr


@pytest.mark.parametrize(
    ("verdict", "code"), [("prohibited", 10), ("exposed", 10), ("duty", 10)]
)
def test_fail_on_reaches_ten(verdict: str, code: int) -> None:
    """A cell that is or could be as bad as asked ends with ten, after the answer."""
    result = run("assess", EXAMPLE, "--fail-on", verdict)

    assert code == result.exit_code
    assert "Grade" in result.stdout


def test_the_program_ends_with_the_same_codes() -> None:
    """As a program of its own the command ends as it does in process."""
    assert 0 == run_program("--version").returncode
    assert 2 == run_program("asess").returncode
    assert 3 == run_program("assess", "nowhere.yaml").returncode
    assert 4 == run_program("law", "--packs", "nowhere").returncode


def test_a_closed_pipe_is_no_error() -> None:
    """Who reads only the first bytes sees no traceback."""
    command = [sys.executable, "-m", "antinomy", "law", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(10)
        program.stdout.close()
        told = program.stderr.read()

    assert b"Traceback" not in told
    assert b"Exception" not in told

"""What no file of the project may say."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES = (
    ".ci",
    "bench",
    "docs",
    "examples",
    "requirements",
    "scripts",
    "src",
    "tests",
)
# Written in halves, for this file is read too.
MACHINE = re.compile("/" + "work/|/" + "root/")
OUTSIDE = re.compile(r"\.\." + "/shared")
REGISTRY = re.compile(
    "pypi" + r"\.org|pythonhosted" + r"\.org|npmjs" + r"\.org|deb\.debian" + r"\.org"
)
OPEN_END = re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b")
VAGUE = {"base", "common", "helpers", "manager", "misc", "processor", "utils"}


def project_files() -> list[Path]:
    """List what the project consists of, leaving aside what runs left behind."""
    inside = (path for place in PLACES for path in (ROOT / place).rglob("*"))
    return sorted(
        path
        for path in (*ROOT.iterdir(), *inside)
        if path.is_file()
        and "__pycache__" not in path.parts
        and not path.name.startswith(".coverage")
    )


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Name each line of the project in which a pattern is found."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in project_files()
        for number, line in enumerate(
            path.read_text("utf-8", errors="replace").splitlines(), start=1
        )
        if pattern.search(line)
    ]


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    """A path of somebody's machine stands in no file."""
    assert [] == lines_with(MACHINE)


def test_the_project_stands_alone() -> None:
    """No file reaches for a folder beside the clone."""
    assert [] == lines_with(OUTSIDE)


def test_no_file_names_a_registry() -> None:
    """Where packages come from is for the machine to say."""
    assert [] == lines_with(REGISTRY)


def test_nothing_is_left_open_in_a_comment() -> None:
    """What is unfinished is an issue, not a remark."""
    assert [] == lines_with(OPEN_END)


def test_every_module_has_a_name_of_its_own() -> None:
    """No room and no module is named after the want of a name."""
    source = ROOT / "src"
    named = (path.relative_to(source).with_suffix("") for path in source.rglob("*.py"))

    assert [] == sorted(str(path) for path in named if VAGUE & set(path.parts))

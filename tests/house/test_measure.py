"""How long things may be, and that each test says its rule."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FILE_LINES = 400
FUNCTION_LINES = 70


def functions(folder: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give every function under a folder with the place where it stands."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node


def test_a_file_holds_one_idea() -> None:
    """No file of code is longer than 400 lines."""
    long = {
        str(path.relative_to(ROOT)): count
        for path in sorted((ROOT / "src").rglob("*.py"))
        if (count := len(path.read_text("utf-8").splitlines())) > FILE_LINES
    }

    assert {} == long


def test_a_function_fits_a_screen() -> None:
    """No function is longer than 70 lines."""
    long = {
        place: count
        for place, node in functions("src")
        if (count := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES
    }

    assert {} == long


def test_every_test_states_its_rule() -> None:
    """A test's docstring is a sentence that an officer could read."""
    silent = [
        place
        for place, node in functions("tests")
        if node.name.startswith("test_") and not ast.get_docstring(node)
    ]

    assert [] == silent

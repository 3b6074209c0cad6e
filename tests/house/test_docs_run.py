"""What the pages show is what the program does.

A `python` block with prompts is a doctest; the blocks of a page share their names.
In a `console` block each `$ antinomy ...` is run beside a copy of the examples, and
what is printed below it is what it must say, on either stream. `...` stands for
anything. A command ends with 0 unless `$ echo $?` follows and shows otherwise.
"""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("README.md"), *(ROOT / "docs").glob("**/*.md")])
BLOCK = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ASK_CODE = "echo $?"


def blocks(page: str, language: str) -> Iterator[str]:
    r"""Give the fenced blocks of one language.

    >>> list(blocks("```console\n$ antinomy law\n```\n", "console"))
    ['$ antinomy law\n']
    """
    for found in BLOCK.finditer(page):
        if found[1] == language:
            yield found[2]


def commands(block: str) -> list[tuple[str, str]]:
    r"""Part a console block into commands, each with what it shows.

    >>> commands("$ antinomy law\nfirst\n$ echo $?\n0\n")
    [('antinomy law', 'first\n'), ('echo $?', '0\n')]
    """
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    cut = (part.partition("\n") for part in parts)
    return [(command, shown) for command, _, shown in cut]


def says(shown: str, told: str) -> bool:
    """Compare what is shown with what was told; `...` stands for anything."""
    bare = "".join(f"{line.rstrip()}\n" for line in told.splitlines())
    return doctest.OutputChecker().check_output(shown, bare, doctest.ELLIPSIS)


def run(command: str, folder: Path) -> tuple[int, str]:
    """Run the project's command as a reader would; give exit code and words."""
    done = subprocess.run(
        [Path(sys.executable).with_name("antinomy"), *shlex.split(command)[1:]],
        cwd=folder,
        env={**os.environ, "COLUMNS": "88", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_on_a_page_runs(page: Path) -> None:
    """Every prompt on a page gives what the page shows."""
    text = "\n".join(blocks(page.read_text("utf-8"), "python"))
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []
    doctest.DocTestRunner().run(example, out=told.append)

    assert [] == told


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_on_a_page_run(page: Path, tmp_path: Path) -> None:
    """Every command on a page says what the page shows, and ends as it shows."""
    if (ROOT / "examples").is_dir():
        shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for block in blocks(page.read_text("utf-8"), "console"):
        code = 0
        for command, shown in commands(block):
            if command == ASK_CODE:
                assert int(shown) == code, block
                code = 0
            elif command.split()[:1] == ["antinomy"]:
                assert 0 == code, block
                code, told = run(command, tmp_path)
                assert not shown.strip() or says(shown, told), f"$ {command}\n{told}"
        assert 0 == code, block

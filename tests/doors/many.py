"""What the tests of reading many pages share: pages, a run, and rows to compare.

Run as a program it reads a folder, to be killed.
"""

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]

from antinomy.cli import options
from antinomy.cli.many_words import ManyWords, load_many_words
from antinomy.cli.read_many import Asked, Tally, fill_tables
from antinomy.cli.reader import Reader, open_reader
from antinomy.press import TABLES

ROOT = Path(__file__).parents[2]


@cache
def reader() -> Reader:
    """Open the reader once."""
    return open_reader(None)


def words() -> ManyWords:
    """Give the words of the pack, but for parts, which are small."""
    packs = options.packs_folder(None)
    held = load_many_words(packs / "words" / "reading" / "many.yaml")
    return replace(held, records=3)


def page(number: int) -> str:
    """Write a page; pages of other numbers tell other things."""
    return (
        f"<html><head><title>Page {number}</title></head><body><article>"
        f"<h1>Page {number}</h1><p>The ministry in Malaysia said on 20 May 2025 that"
        f" {number}.5 percent of {number} thousand chips were sold to Huawei, and that"
        " the announcement of the day before was withdrawn for good.</p>"
        "<p>Contact us</p></article></body></html>"
    )


def write_pages(folder: Path, count: int) -> None:
    """Fill a folder with pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.html").write_text(page(number), "utf-8")


def fill(*paths: Path, out: Path, jobs: int = 1, resume: bool = False) -> Tally:
    """Read paths into tables."""
    tally = Tally()
    asked = Asked(paths, out, words(), None, jobs, resume)
    fill_tables(asked, reader(), tally)
    return tally


def table(out: Path, name: str) -> list[dict[str, Any]]:
    """Give the rows of a table, in the order of its parts."""
    parts = sorted((out / name).glob("*.parquet"))
    return [row for part in parts for row in pq.read_table(part).to_pylist()]


def tables(out: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of every table."""
    return {name: table(out, name) for name in TABLES}


def files(out: Path) -> dict[str, bytes]:
    """Give every file of the tables, by its name."""
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def begin(folder: Path, out: Path, jobs: int) -> "subprocess.Popen[bytes]":
    """Begin to read in a process of its own."""
    given = [str(folder), str(out), str(jobs)]
    command = [sys.executable, "-m", "tests.doors.many", *given]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)


def main() -> None:
    """Read as a program: FOLDER OUT JOBS."""
    folder, out, jobs = sys.argv[1:]
    fill(Path(folder), out=Path(out), jobs=int(jobs))


if __name__ == "__main__":
    main()

"""A folder of articles with gold: texts, the gold of their lines, of their findings.

The folder is given on the command line and is no part of the project; results name its
articles by their number only, and no word of theirs is written anywhere.
"""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from reading_bench.pages import read_gold
from reading_bench.variants import GoldLine

UNDATED = date(2025, 1, 1)


@dataclass(frozen=True, slots=True)
class Articles:
    """Where everything of the folder is."""

    folder: Path

    @property
    def line_table(self) -> Path:
        """Give the table of what each line is."""
        return self.folder / "data" / "seed-lines.csv"

    @property
    def scorer(self) -> Path:
        """Give the reference scorer, which is run and never imported."""
        return self.folder / "data" / "gold" / "score.py"

    def texts(self) -> dict[str, Path]:
        """Give the files by the number of the article."""
        found = sorted((self.folder / "seeds").glob("*.txt"))
        return {path.name.partition("_")[0]: path for path in found}

    def lines(self) -> dict[str, list[GoldLine]]:
        """Give the lines with their gold, by article."""
        return read_gold(self.line_table, self.folder / "seeds")

    def gold(self) -> dict[str, Path]:
        """Give the gold of findings, for the articles that have it."""
        found = sorted((self.folder / "data" / "gold").glob("*.jsonl"))
        return {path.stem: path for path in found}

    def digests(self) -> list[tuple[str, str]]:
        """Give the SHA-256 of each gold file and of the scorer."""
        files = {**self.gold(), self.scorer.name: self.scorer}
        return [
            (name, sha256(path.read_bytes()).hexdigest())
            for name, path in files.items()
        ]


def records(path: Path) -> list[dict[str, Any]]:
    """Read records, one a line."""
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def day_of(gold: Path) -> date:
    """Give the first day that an article may have been published on, by its gold."""
    told = next((r for r in records(gold) if r["record"] == "doc"), {})
    start = (told.get("doc_date") or {}).get("start")
    return date.fromisoformat(start) if start else UNDATED

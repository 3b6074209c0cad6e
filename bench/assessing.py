"""Time one transaction: the whole answer in process, and the command from cold.

`make bench` runs it after the comparison with the peers and writes its table into
docs/benchmarks.md.
"""

import argparse
import gc
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from marked import write_between

from antinomy.transaction import read_transaction
from antinomy.values import Day, parse_day
from antinomy.verdict import Assessor
from antinomy.view import open_packs, view_on

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- assess: begin -->", "<!-- assess: end -->"
DEAL = HERE / "eight-parties.yaml"
AIMS = {"plain": 100.0, "advised": 300.0, "cold": 1000.0}


def timed(call: Callable[[], object], runs: int) -> list[float]:
    """Give the milliseconds of each run after a warm-up."""
    call()
    found = []
    for _ in range(runs):
        start = perf_counter()
        call()
        found.append((perf_counter() - start) * 1000)
    return found


def cold() -> None:
    """Run the command once, as a new process."""
    command = [sys.executable, "-m", "antinomy", "assess", str(DEAL)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def measure(runs: int) -> dict[str, list[float]]:
    """Time the answer with and without advice, and the command."""
    packs = open_packs(Path(str(files("antinomy") / "packs")))
    deal = read_transaction(DEAL, packs.law.vocabulary, packs.lexicon())
    view = view_on(packs, Day(parse_day("2026-02-15")), packs.known_by)
    assessor = Assessor(view)
    gc.freeze()  # as the doors do once the packs are loaded
    return {
        "plain": timed(lambda: assessor.assess(deal, advise=False), runs),
        "advised": timed(lambda: assessor.assess(deal), max(runs // 4, 20)),
        "cold": timed(cold, 10),
    }


NAMES = {
    "plain": "cells, grade and proofs, in process",
    "advised": "the same with questions, levers and exact check",
    "cold": "the command from cold, with everything",
}


def table(found: dict[str, list[float]]) -> str:
    """Write the times as a table."""
    lines = [
        "| a deal of eight parties and three items | runs | median | p99 | aim (p99) |",
        "|---|---:|---:|---:|---:|",
    ]
    for key, times in found.items():
        top = quantiles(times, n=100, method="inclusive")[98]
        lines.append(
            f"| {NAMES[key]} | {len(times)} | {median(times):.1f} ms |"
            f" {top:.1f} ms | {AIMS[key]:.0f} ms |"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure, print, and write into the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    asked = parser.parse_args()
    text = table(measure(asked.runs))
    load = os.getloadavg()[0]
    said = f"Python {platform.python_version()}, load average {load:.1f} at the end."
    print(f"{said}\n\n{text}")
    if asked.write:
        write_between(PAGE, BEGIN, END, f"{said}\n\n{text}")


if __name__ == "__main__":
    main()

"""The yardsticks, each in an environment and a process of its own, on one thread."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers.places import BENCH, place_of

HERE = BENCH / "reading_bench"
LONGEST = 400  # seconds, after which a yardstick is broken off


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A tool, the lock of its environment, and the program that runs it."""

    title: str
    lock: str
    worker: str


CLEANERS = tuple(
    Yardstick(title, "reading-cleaning", "cleaning_worker.py")
    for title in (
        "trafilatura",
        "trafilatura, fast",
        "resiliparse",
        "readability-lxml",
        "newspaper4k",
        "justext",
        "boilerpy3",
        "goose3",
    )
)
VALUES = (
    Yardstick("Recognizers-Text", "reading-values", "values_worker.py"),
    Yardstick("dateparser", "reading-values", "values_worker.py"),
)
JIEBA = Yardstick("jieba", "reading-jieba", "names_worker.py")
THULAC = Yardstick("thulac", "reading-thulac", "names_worker.py")


class MissingError(Exception):
    """A yardstick that cannot be installed, or that broke off; says why."""


def ask(
    tool: Yardstick, job: Mapping[str, object] | Sequence[object], folder: Path
) -> dict[str, Any]:
    """Run a yardstick over a job and give its answers.

    Raises:
        MissingError: it is not there, or it broke off.
    """
    place = place_of(tool.lock)
    if place.fault:
        raise MissingError(place.fault)
    asked, told = folder / "job.json", folder / "answers.json"
    asked.write_text(json.dumps(job), "utf-8")
    told.unlink(missing_ok=True)
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    words = [str(HERE / tool.worker), tool.title, str(asked), str(told)]
    try:
        done = subprocess.run(
            [str(place.python), *words],
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
            env={**os.environ, **one},
        )
    except subprocess.TimeoutExpired:
        raise MissingError(f"broken off after {LONGEST} seconds") from None
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
        raise MissingError(last[0])
    found: dict[str, Any] = json.loads(told.read_text("utf-8"))
    return found

"""The peers, each in an environment and a process of its own, on one thread."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peers.places import BENCH, place_of

HERE = BENCH / "screening_bench"


@dataclass(frozen=True, slots=True)
class Rival:
    """A way of scoring names: who runs it, and its own threshold, None without one.

    Then the ``customary`` one is taken; that of WRatio is above what a part that
    agrees can reach there.
    """

    title: str
    peer: str
    method: str
    recommended: float | None = None
    customary: float = 0.90

    @property
    def threshold(self) -> float:
        """Give the threshold that it is measured at."""
        return self.recommended or self.customary

    @property
    def worker(self) -> Path:
        """Give the program that runs it."""
        return HERE / f"{self.peer}_worker.py"


QUICK = Rival("rapidfuzz token_sort_ratio", "rapidfuzz", "token_sort_ratio")
RIVALS = (
    QUICK,
    Rival("rapidfuzz Jaro-Winkler", "rapidfuzz", "Jaro-Winkler"),
    Rival("rapidfuzz WRatio", "rapidfuzz", "WRatio", customary=0.95),
    Rival("nomenklatura logic-v1", "nomenklatura", "logic-v1", 0.70),
    Rival("nomenklatura logic-v2", "nomenklatura", "logic-v2", 0.70),
    Rival("splink", "splink", "splink"),
)
BY_PAIRS = frozenset({"nomenklatura"})  # peers that need candidates and compare pairs


class MissingError(Exception):
    """A peer that cannot be installed, or that broke off; says why."""


def ask(rival: Rival, job: Mapping[str, object], folder: Path) -> dict[str, Any]:
    """Run a peer over a job and give its answers.

    Raises:
        MissingError: it is not there, or it broke off.
    """
    place = place_of("antinomy" if rival.peer == "rapidfuzz" else rival.peer)
    if place.fault:
        raise MissingError(place.fault)
    asked, told = folder / "job.json", folder / "answers.json"
    asked.write_text(json.dumps({**job, "method": rival.method}), "utf-8")
    told.unlink(missing_ok=True)
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    done = subprocess.run(
        [str(place.python), str(rival.worker), str(asked), str(told)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **one},
    )
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or ["it gave no reason"]
        raise MissingError(last[0])
    found: dict[str, Any] = json.loads(told.read_text("utf-8"))
    return found

"""Run the contenders in processes of their own, and hold their answers to the truth."""

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterable
from typing import Any

from peers import completions
from peers.contenders import OURS, Contender
from peers.places import BENCH, BUILD, Place
from rules.deals import Deal
from rules.shape import RuleBase

Finding = dict[str, Any]  # the JSON a worker prints
Json = Any
PATIENCE = 300  # seconds
# The shell stands between, for a child's peak memory starts from its parent's.
APART = ("/bin/sh", "-c", '"$@"; exit $?', "sh")


class Failed(Exception):  # noqa: N818 - a worker failed
    """A worker ended badly; its last words."""


def run(place: Place, worker: str, mode: str, job: Finding) -> Json:
    """Give a worker its job and read what it found."""
    BUILD.mkdir(parents=True, exist_ok=True)
    path = BUILD / "job.json"
    path.write_text(json.dumps(job), "utf-8")
    worked = BENCH / "peers" / worker
    command = [*APART, str(place.python), str(worked), str(path), mode]
    # A back-trace makes zen's errors thirty times slower; some machines ask for it.
    plain = {**os.environ, "RUST_BACKTRACE": "0", "RUST_LIB_BACKTRACE": "0"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            env=plain,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise Failed(f"no answer in {PATIENCE} s") from None
    if done.returncode:
        raise Failed((done.stderr.strip().splitlines() or ["no words"])[-1])
    return json.loads(done.stdout)


def enter(place: Place, one: Contender, rules: RuleBase, **job: object) -> Finding:
    """Let one contender answer one job."""
    encoding = one.encode(rules)
    found: Finding = run(place, one.worker, one.mode, {"encoding": encoding, **job})
    return found


def truth(
    place: Place, rules: RuleBase, deals: list[Deal]
) -> tuple[list[str], int, list[int]]:
    """Give the true letters, how many by brute force, and where z3 disagrees.

    Every deal is decided by z3, and by trying all completions where they are few.
    """
    decide, regions = completions.decider(rules), completions.regions(rules)
    tried = [completions.verdicts(decide, regions, deal) for deal in deals]
    job = {"encoding": OURS.encode(rules), "deals": deals}
    exact = run(place, "exact_worker.py", "", job)
    apart = [
        i for i, (a, b) in enumerate(zip(tried, exact, strict=True)) if a and a != b
    ]
    letters = [a or b for a, b in zip(tried, exact, strict=True)]
    return letters, sum(a is not None for a in tried), apart


def agreement(expected: Iterable[str], told: Iterable[str]) -> tuple[int, int]:
    """Count the goals on which two agree, and all goals."""
    pairs = [
        (a, b)
        for row, other in zip(expected, told, strict=True)
        for a, b in zip(row, other, strict=True)
    ]
    return sum(a == b for a, b in pairs), len(pairs)


def fates(expected: Iterable[str], told: Iterable[str]) -> Counter[str]:
    """Count what became of each verdict, as ``UN`` for an unknown turned into no."""
    return Counter(
        a + b
        for row, other in zip(expected, told, strict=True)
        for a, b in zip(row, other, strict=True)
    )

"""What every worker does with one job, the same for all.

A worker runs in a process and an environment of its own. It compiles its encoding,
answers once cold, answers every deal for the agreement count, and only then is timed.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

Case = Any  # whatever the peer takes: its own type
Native = Any  # whatever the peer answers
Encoding = Any  # its rules, as contenders.py wrote them
Deal = dict[str, Any]


class Peer(Protocol):
    """One engine with one encoding."""

    version: str

    def compile(self, encoding: Encoding) -> None:
        """Take the rules in, as far as that can be done without a deal."""

    def prepare(self, deal: Deal) -> Case:
        """Turn a plain dict into what the engine takes."""

    def accept(self, deal: Deal) -> Case:
        """Turn a plain dict into something that the engine takes, the fastest way."""

    def decide(self, case: Case) -> Native:
        """Answer all goals of one deal."""

    def letters(self, answer: Native) -> str:
        """Write an answer as one letter a goal: Y, N, U (kept unknown), E (error)."""

    def prover(self, goal: int) -> Callable[[Case], Native] | None:
        """Give what answers one goal with its reasons, if the engine can."""


def rate(
    call: Callable[[Case], Native], cases: Sequence[Case], seconds: float
) -> float:
    """Give calls a second over whole passes, after one pass to warm up."""
    for case in cases:
        call(case)
    done, begun = 0, time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds or not done:
        for case in cases:
            call(case)
        done += len(cases)
    return done / spent


def clocked(call: Callable[[], Native]) -> tuple[float, Native]:
    """Give the seconds a call took, and its answer."""
    begun = time.perf_counter()
    answer = call()
    return time.perf_counter() - begun, answer


def speeds(peer: Peer, deals: list[Deal], seconds: float) -> dict[str, float]:
    """Time all goals of one deal, with the adapter outside the time and inside."""
    cases = [peer.prepare(deal) for deal in deals]
    return {
        "prepared": rate(peer.decide, cases, seconds),
        "plain": rate(lambda deal: peer.decide(peer.accept(deal)), deals, seconds),
    }


def proofs(
    peer: Peer, goals: list[int], deals: list[Deal], seconds: float
) -> float | None:
    """Time one goal with its reasons: the goals in turn, each over all deals."""
    cases = [peer.prepare(deal) for deal in deals]
    calls = [peer.prover(goal) for goal in goals]
    found = [rate(call, cases, seconds / len(goals)) for call in calls if call]
    return len(found) / sum(1 / one for one in found) if found else None


def work(make: Callable[[], Peer]) -> None:
    """Do the job that the command names and print the findings as JSON."""
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    imported, peer = clocked(make)
    compiled, _ = clocked(lambda: peer.compile(job["encoding"]))
    first = job["deals"]["complete"][0]
    cold, _ = clocked(lambda: peer.decide(peer.prepare(first)))
    found: dict[str, Any] = {
        "version": peer.version,
        "import": imported,
        "compile": compiled,
        "cold": cold,
        "letters": {
            kind: [peer.letters(peer.decide(peer.prepare(deal))) for deal in deals]
            for kind, deals in job["deals"].items()
        },
    }
    timed = {kind: job["deals"][kind] for kind in job.get("timed", ())}
    seconds = job.get("seconds", 0.0)
    found["speeds"] = {k: speeds(peer, deals, seconds) for k, deals in timed.items()}
    # Kilobytes on Linux; taken before the proofs, which not every peer has.
    found["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    goals = job.get("proved", [])
    found["proofs"] = {
        kind: proofs(peer, goals, deals, seconds) if goals else None
        for kind, deals in timed.items()
    }
    json.dump(found, sys.stdout)

"""The benchmark: one run, every engine in a process and an environment of its own.

Correctness first: a speed is shown only with the number of verdicts on which the
engine agrees with the truth. Then rounds in which the engines take turns; medians,
with the least and the most. ``--quick`` runs Antinomy alone, without the network;
``--encodings bench`` writes the smallest rule base as each peer is given it.
"""

import argparse
import os
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from marked import write_between
from peers import completions, judging, review, tables
from peers.contenders import COMPLETE, CONTENDERS, OURS, PROVED, UNKNOWN, Contender
from peers.judging import Failed, Finding
from peers.places import PEERS, Place, place_of
from rules import deals, shape

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
BEGIN = "<!-- made by bench/run.py: begin -->"
END = "<!-- made by bench/run.py: end -->"


@dataclass(slots=True)
class Run:
    """What one run is asked, and what it has found so far."""

    asked: argparse.Namespace
    places: dict[str, Place]
    contenders: tuple[Contender, ...]
    bases: dict[int, shape.RuleBase]
    deals: dict[str, list[deals.Deal]]
    expected: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    gate: dict[tuple[str, int], Finding] = field(default_factory=dict)
    faults: dict[tuple[str, int], str] = field(default_factory=dict)
    rounds: dict[tuple[str, int], list[Finding]] = field(default_factory=dict)
    load: list[float] = field(default_factory=list)
    tried: int = 0

    def fits(self, size: int) -> list[Contender]:
        """Give who takes part at a size and has not failed."""
        return [
            one
            for one in self.contenders
            if size in one.sizes
            and not self.places[one.peer].fault
            and (one.title, size) not in self.faults
        ]


def asked_for(words: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="Antinomy alone, briefly")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.25, help="a measurement")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--date", default=os.environ.get("ANTINOMY_BENCH_DATE"))
    parser.add_argument(
        "--encodings", type=Path, metavar="FOLDER", help="write them there, no more"
    )
    parser.add_argument("--no-write", action="store_true", help="leave the page alone")
    asked = parser.parse_args(words)
    asked.date = asked.date or datetime.now(UTC).date().isoformat()
    if asked.quick:
        asked.rounds, asked.seconds, asked.no_write = 1, 0.02, True
    return asked


def begin(asked: argparse.Namespace) -> Run:
    """Make the environments, the rule bases and the deals."""
    peers = ("antinomy",) if asked.quick else ("antinomy", *PEERS)
    places = {}
    for peer in peers:
        say(f"environment: {peer}")
        places[peer] = place_of(peer)
    sizes = (16,) if asked.quick else (16, 80, 320)
    count = 20 if asked.quick else 300
    return Run(
        asked=asked,
        places=places,
        contenders=(OURS,) if asked.quick else CONTENDERS,
        bases={size: shape.make(size, asked.seed) for size in sizes},
        deals={
            COMPLETE: deals.make(count, 0.0, asked.seed + 1),
            UNKNOWN: deals.make(count, 0.15, asked.seed + 2),
        },
    )


def open_gate(run: Run) -> None:
    """Hold every engine to the truth before any clock runs."""
    for size, rules in run.bases.items():
        decide = completions.decider(rules)
        run.expected[size, COMPLETE] = [
            "".join("Y" if one else "N" for one in decide(deal))
            for deal in run.deals[COMPLETE]
        ]
        if size == min(run.bases):
            true, run.tried, apart = judging.truth(
                run.places["antinomy"], rules, run.deals[UNKNOWN]
            )
            run.expected[size, UNKNOWN] = true
            assert not apart, f"z3 and brute force differ on deals {apart}"
        for one in run.fits(size):
            say(f"gate: {size} rules, {one.title}")
            try:
                place = run.places[one.peer]
                found = judging.enter(place, one, rules, deals=run.deals)
            except Failed as why:
                run.faults[one.title, size] = str(why)
                continue
            run.gate[one.title, size] = found
            if one.is_ours:
                run.expected.setdefault((size, UNKNOWN), found["letters"][UNKNOWN])
            good, all_goals = judging.agreement(
                run.expected[size, COMPLETE], found["letters"][COMPLETE]
            )
            if good < all_goals:
                run.faults[one.title, size] = f"agrees on {good} of {all_goals}"


def race(run: Run) -> None:
    """Run the rounds: at each size the contenders take turns, each round anew."""
    few = {kind: some[:60] for kind, some in run.deals.items()}
    for turn in range(run.asked.rounds):
        for size, rules in run.bases.items():
            field_ = [one for one in run.fits(size) if one.timed]
            first = turn % len(field_)
            for one in field_[first:] + field_[:first]:
                say(f"round {turn + 1}: {size} rules, {one.title}")
                run.load.append(os.getloadavg()[0])
                asked = {"timed": one.timed, "proved": PROVED, "deals": few}
                asked["seconds"] = run.asked.seconds
                try:
                    found = judging.enter(run.places[one.peer], one, rules, **asked)
                except Failed as why:
                    run.faults[one.title, size] = str(why)
                    continue
                for kind in one.timed:
                    answers = found["letters"][kind]
                    assert answers == run.gate[one.title, size]["letters"][kind][:60]
                run.rounds.setdefault((one.title, size), []).append(found)


def say(words: str) -> None:
    """Tell how far the run is, beside the tables."""
    print(words, file=sys.stderr, flush=True)


def main(words: list[str]) -> None:
    """Run, print, and write the page."""
    asked = asked_for(words)
    if asked.encodings:
        for path, kept in review.texts(shape.make(16, asked.seed)).items():
            (asked.encodings / path).parent.mkdir(parents=True, exist_ok=True)
            (asked.encodings / path).write_text(kept, "utf-8")
        return
    run = begin(asked)
    open_gate(run)
    race(run)
    text = tables.write(run)
    print(text)
    if not run.asked.no_write:
        write_between(PAGE, BEGIN, END, f"\n{text}")


if __name__ == "__main__":
    main(sys.argv[1:])

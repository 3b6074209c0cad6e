"""Hold the engine against every completion of random cases, and count.

`make soundness` runs it and writes the table into docs/soundness.md.
"""

import argparse
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random

import worlds
from completions import Completions, judge
from marked import write_between

from antinomy.language import (
    ROOT,
    Concluded,
    Exact,
    Interpreter,
    Member,
    Program,
    Prover,
    fact_ids,
    generate,
    restrict,
    without,
)
from antinomy.values import Truth

PAGE = Path(__file__).parents[1] / "docs" / "soundness.md"
BEGIN, END = "<!-- soundness: begin -->", "<!-- soundness: end -->"
MOST = 3_000  # completions tried one by one; beyond, z3 decides
UNKNOWN = (0.1, 0.3, 0.6)


@dataclass(slots=True)
class Tally:
    """What was counted. Each field is a row of the table, in this order."""

    transactions: int = 0
    completions: int = 0
    by_z3: int = 0
    verdicts: int = 0
    definite: int = 0
    unsound: int = 0
    truly_unknown: int = 0
    made_definite: int = 0
    weaker: int = 0
    z3_differs: int = 0
    executors_differ: int = 0
    removals: int = 0
    sharpened: int = 0
    proofs: int = 0
    sufficient: int = 0
    facts_cited: int = 0
    facts_needed: int = 0


ROWS = {
    "transactions": "random transactions",
    "completions": "completions of them judged one by one",
    "by_z3": f"transactions with more than {MOST:,} completions, decided by z3",
    "verdicts": "verdicts (a goal of a transaction)",
    "definite": "definite verdicts, true or false",
    "unsound": "definite verdicts that some completion contradicts",
    "truly_unknown": "verdicts on which the completions differ",
    "made_definite": "of these, given as true or false",
    "weaker": "unknown verdicts on which all completions agree",
    "z3_differs": "verdicts where z3 and the completions differ",
    "executors_differ": "verdicts where generated code and interpreter differ",
    "removals": "removals of a fact",
    "sharpened": "removals after which some verdict was more definite or other",
    "proofs": "proofs of a definite verdict",
    "sufficient": "proofs that hold with every fact blanked that they do not cite",
    "facts_cited": "facts cited by proofs",
    "facts_needed": "cited facts without which the verdict does not stand",
}


def measure(
    program: Program,
    goals: tuple[Concluded, ...],
    cases: Iterable[Member],
    tally: Tally,
    *,
    most: int = MOST,
) -> None:
    """Count for some goals of one program over some cases.

    The cases may come from anywhere: a generator, or files. A case with more than
    ``most`` completions is decided by z3 alone.
    """
    decide = generate(program, goals)
    prover = Prover(program)
    for case in cases:
        tally.transactions += 1
        bounds = decide(case)
        given = {g: Truth.of(*b) for g, b in zip(goals, bounds, strict=True)}
        interpreter = Interpreter(program, case)
        for goal in goals:
            tally.executors_differ += interpreter.truth(goal, case) is not given[goal]
        _against_completions(program, goals, case, given, tally, most)
        for goal in goals:
            _proof(program, prover, goal, case, given[goal], tally)


def _against_completions(
    program: Program,
    goals: tuple[Concluded, ...],
    case: Member,
    given: dict[Concluded, Truth],
    tally: Tally,
    most: int,
) -> None:
    exact = Exact(program, case, goals)
    completions = Completions(program, goals, case)
    true = {goal: exact.truth(goal) for goal in goals}
    if completions.count() > most:
        tally.by_z3 += 1
    else:
        seen: dict[Concluded, set[bool]] = {goal: set() for goal in goals}
        for root, sides in completions:
            tally.completions += 1
            for goal in goals:
                seen[goal].add(judge(program, goal, {ROOT: root}, sides))
        tried = {g: Truth.of(s == {True}, True in s) for g, s in seen.items()}
        tally.z3_differs += sum(tried[goal] is not true[goal] for goal in goals)
        true = tried
    for goal in goals:
        is_definite = given[goal] is not Truth.UNKNOWN
        is_open = true[goal] is Truth.UNKNOWN
        tally.verdicts += 1
        tally.definite += is_definite
        tally.unsound += is_definite and true[goal] is not given[goal]
        tally.truly_unknown += is_open
        tally.made_definite += is_open and is_definite
        tally.weaker += not is_definite and not is_open


def _proof(
    program: Program,
    prover: Prover,
    goal: Concluded,
    case: Member,
    given: Truth,
    tally: Tally,
) -> None:
    """Blank what a proof does not cite; then leave out each fact that it cites."""
    proof = prover.prove(goal, case)
    assert proof.truth is given, "a proof proves the verdict"
    if given is Truth.UNKNOWN:
        return
    kept = restrict(case, set(proof.cited))
    tally.proofs += 1
    tally.sufficient += Interpreter(program, kept).truth(goal, kept) is given
    for fact in proof.cited:
        fewer = without(kept, fact)
        tally.facts_cited += 1
        tally.facts_needed += (
            Interpreter(program, fewer).truth(goal, fewer) is not given
        )


def remove_facts(
    program: Program,
    goals: tuple[Concluded, ...],
    case: Member,
    chance: Random,
    tally: Tally,
) -> None:
    """Take facts away one by one, in any order, until none is left."""
    decide = generate(program, goals)
    left = list(fact_ids(case))
    chance.shuffle(left)
    before = decide(case)
    while left:
        left.pop()
        after = decide(restrict(case, set(left)))
        pairs = zip(before, after, strict=True)
        tally.removals += 1
        tally.sharpened += any(b[0] < a[0] or b[1] > a[1] for b, a in pairs)
        before = after


def random_cases(chance: Random, number: int) -> Iterator[Member]:
    """Make cases with few and with many unknown facts."""
    for _ in range(number):
        yield worlds.random_case(chance, chance.choice(UNKNOWN), chance.choice((1, 2)))


def run(transactions: int, removals: int, seed: int = 0) -> Tally:
    """Count over random rule bases, four transactions each."""
    tally = Tally()
    while tally.transactions < transactions or tally.removals < removals:
        name = f"{seed} {tally.transactions} {tally.removals}"
        chance = Random(name)  # noqa: S311 - a die, not a secret
        program, goals = worlds.random_program(chance)
        if tally.transactions < transactions:
            measure(program, goals, random_cases(chance, 4), tally)
        if tally.removals < removals:
            case = worlds.random_case(chance, 0.1)
            remove_facts(program, goals, case, chance, tally)
    return tally


def table(tally: Tally) -> str:
    """Write the counts as a table."""
    rows = (f"| {ROWS[f.name]} | {getattr(tally, f.name):,} |" for f in fields(tally))
    return "\n".join(["| counted | number |", "|---|---:|", *rows])


def main() -> None:
    """Run, print the table, and write it into the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transactions", type=int, default=6_000)
    parser.add_argument("--removals", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="into docs/soundness.md")
    asked = parser.parse_args()
    tally = run(asked.transactions, asked.removals, asked.seed)
    print(table(tally))
    if asked.write:
        said = f"Seed {asked.seed}, Python {platform.python_version()}."
        write_between(PAGE, BEGIN, END, f"{said}\n\n{table(tally)}")
    faults = ("unsound", "made_definite", "z3_differs", "executors_differ", "sharpened")
    if any(getattr(tally, fault) for fault in faults):
        raise SystemExit(1)


if __name__ == "__main__":
    main()

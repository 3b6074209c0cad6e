"""Hold the shipped packs against every completion of blanked cases, and count.

The transactions are those of the legal cases, each course of some of the days, with
facts taken away at random. `make soundness` runs it and writes the table into
docs/soundness.md.
"""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from marked import write_between
from soundness import PAGE, Tally, measure, table
from tests.cases.casefile import cases, packs
from tests.cases.engines import Engines

from antinomy.language import Concluded, Member, fact_ids, restrict
from antinomy.transaction import Transaction
from antinomy.values import Day, KnownBy
from antinomy.verdict import Verdict
from antinomy.verdict.prepare import prepare
from antinomy.verdict.weigher import Weigher
from antinomy.view import view_on

BEGIN, END = "<!-- packs: begin -->", "<!-- packs: end -->"
KEPT = (0.3, 0.6, 0.9)
MOST = 300
DAYS = 60
Asked = tuple[Day, KnownBy]


@dataclass(slots=True)
class Removals:
    """What was counted while facts were taken away one by one."""

    cells: int = 0
    removals: int = 0
    lowered: int = 0
    unlicensed: int = 0
    firmer: int = 0


def worlds(chance: Random) -> list[tuple[Weigher, str, Member]]:
    """Give every course of every case on some of the days it is asked about."""
    asked: dict[Asked, list[Transaction]] = {}
    for case in cases():
        for wanted in case.expect if case.transaction is not None else ():
            assert case.transaction is not None, "a case of a transaction"
            day = (wanted.on, wanted.known_by or packs().known_by)
            asked.setdefault(day, []).append(case.transaction)
    found, engines = [], Engines()
    for day in chance.sample(sorted(asked), min(DAYS, len(asked))):
        view = view_on(packs(), *day)
        weigher = Weigher(view, engines.of(view.law))
        for transaction in asked[day]:
            found += [
                (weigher, situation.row.course.id, situation.case)
                for situation in weigher.situations(prepare(transaction, view))
            ]
    return found


def goals_of(weigher: Weigher) -> tuple[Concluded, ...]:
    """Give the breaches: what every cell is made of."""
    return tuple(g for g in weigher.engine.goals if g.name.startswith("breach:"))


def blanked(case: Member, chance: Random) -> Member:
    """Copy a case with some share of its facts, acts of the course apart, blanked."""
    kept = chance.choice(KEPT)
    facts = fact_ids(case)
    return restrict(
        case,
        {f for f in facts if f.startswith("act.") or chance.random() < kept},
    )


def against_completions(transactions: int, chance: Random) -> Tally:
    """Count verdicts of blanked cases against z3 and, where few, every completion."""
    tally = Tally()
    known = worlds(chance)
    while tally.transactions < transactions:
        weigher, _, case = chance.choice(known)
        engine = weigher.engine
        world = blanked(case, chance)
        measure(engine.live, goals_of(weigher), [world], tally, most=MOST)
    return tally


def remove_facts(removals: int, chance: Random) -> Removals:
    """Take facts away one by one: no cell's ``could_be`` may fall."""
    counted = Removals()
    known = worlds(chance)
    while counted.removals < removals:
        weigher, course, case = chance.choice(known)
        facts = [f for f in fact_ids(case) if not f.startswith("act.")]
        chance.shuffle(facts)
        kept = set(fact_ids(case))
        engine, rows = weigher.engine, weigher.rows
        before = rows.cells(course, engine.answer(case))
        for fact in facts[:40]:
            kept.discard(fact)
            after = weigher.rows.cells(
                course, weigher.engine.answer(restrict(case, kept))
            )
            counted.removals += 1
            counted.cells += len(after)
            for old, new in zip(before, after, strict=True):
                counted.lowered += new.could_be.rank < old.could_be.rank
                if new.certain.rank > old.certain.rank:
                    is_licence = new.certain is Verdict.LICENCE
                    counted.unlicensed += is_licence
                    counted.firmer += not is_licence
            before = after
    return counted


def removal_table(counted: Removals) -> str:
    """Write the counts of the removals as rows."""
    rows = {
        "removals of a fact from a case of the packs": counted.removals,
        "cells compared across them": counted.cells,
        "cells whose *could be* a removal lowered": counted.lowered,
        "cells that need a licence again, its paper not known": counted.unlicensed,
        "cells whose certain verdict a removal raised otherwise": counted.firmer,
    }
    return "\n".join(f"| {name} | {number:,} |" for name, number in rows.items())


def main() -> None:
    """Run, print the tables, and write them into the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--transactions", type=int, default=1_000)
    parser.add_argument("--removals", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="into docs/soundness.md")
    asked = parser.parse_args()
    chance = Random(asked.seed)  # noqa: S311 - a die, not a secret
    tally = against_completions(asked.transactions, chance)
    counted = remove_facts(asked.removals, chance)
    text = f"{table(tally)}\n{removal_table(counted)}"
    print(text)
    if asked.write:
        write_between(PAGE, BEGIN, END, text)
    faults = (tally.unsound, tally.made_definite, tally.z3_differs, counted.lowered)
    if any(faults) or tally.executors_differ or counted.firmer:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

"""Laws of knowledge: an unknown never frees, and learning never turns an answer."""

from random import Random

import pytest
from tests.language.saying import brute_force, dice

from antinomy.language import (
    Concluded,
    Decide,
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

worlds = brute_force("worlds")
soundness = brute_force("soundness")
SEEDS = range(30)


def world(seed: int) -> tuple[Random, Program, tuple[Concluded, ...], Decide, Member]:
    """Make a rule base with its goals and a case of which much is known."""
    chance = dice(seed)
    rules, goals = worlds.random_program(chance)
    case = worlds.random_case(chance, 0.1)
    return chance, rules, goals, generate(rules, goals), case


@pytest.mark.parametrize("seed", SEEDS)
def test_taking_a_fact_away_never_sharpens_a_verdict(seed: int) -> None:
    """Whatever is forgotten, no unknown verdict becomes definite and none turns."""
    _, _, _, decide, case = world(seed)
    before = decide(case)
    for fact in fact_ids(case):
        for old, new in zip(before, decide(without(case, fact)), strict=True):
            assert new[0] <= old[0]
            assert new[1] >= old[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_learning_does_not_matter(seed: int) -> None:
    """Facts taken away one by one only ever widen the bounds, down to none."""
    chance, _, _, decide, case = world(seed)
    left = list(fact_ids(case))
    chance.shuffle(left)
    before = decide(case)
    while left:
        left.pop()
        after = decide(restrict(case, left))
        for old, new in zip(before, after, strict=True):
            assert (new[0] <= old[0], new[1] >= old[1]) == (True, True)
        before = after


@pytest.mark.parametrize("seed", SEEDS)
def test_deciding_changes_nothing(seed: int) -> None:
    """A case asked about twice, and proved in between, gives the same answers."""
    _, rules, goals, decide, case = world(seed)
    facts = fact_ids(case)
    before = decide(case)
    proofs = [Prover(rules).prove(goal, case) for goal in goals]

    assert before == decide(case)
    assert facts == fact_ids(case)
    assert proofs == [Prover(rules).prove(goal, case) for goal in goals]


@pytest.mark.parametrize("seed", SEEDS)
def test_not_a_goal_is_the_goal_turned_round(seed: int) -> None:
    """To deny a goal is to change certainly and possibly, and no more."""
    _, rules, goals, _, case = world(seed)
    interpreter = Interpreter(rules, case)
    for goal in goals:
        denied = worlds.Not(goal)
        assert ~interpreter.truth(goal, case) is interpreter.truth(denied, case)


def test_an_unknown_is_never_made_a_no() -> None:
    """Of a case in which nothing is known nothing is denied that could be so."""
    for seed in SEEDS:
        _, rules, goals, decide, _ = world(seed)
        for goal, pair in zip(goals, decide(Member()), strict=True):
            truth = Truth.of(*pair)
            exact = soundness.Exact(rules, Member(), [goal]).truth(goal)
            assert truth in {Truth.UNKNOWN, exact}


def test_the_count_of_soundness_has_no_fault() -> None:
    """A short run of the soundness count finds nothing unsound."""
    tally = soundness.run(transactions=60, removals=300, seed=7)

    assert 60 <= tally.transactions
    assert 0 == tally.unsound + tally.made_definite + tally.z3_differs
    assert 0 == tally.executors_differ + tally.sharpened
    assert tally.proofs == tally.sufficient
    assert tally.facts_cited == tally.facts_needed


@pytest.mark.slow
def test_the_count_of_soundness_has_no_fault_at_length() -> None:
    """The same over two thousand transactions and twenty thousand removals."""
    tally = soundness.run(transactions=2_000, removals=20_000, seed=11)

    assert 0 == tally.unsound + tally.made_definite + tally.z3_differs
    assert 0 == tally.executors_differ + tally.sharpened
    assert tally.proofs == tally.sufficient
    assert tally.facts_cited == tally.facts_needed

"""Three evaluators and brute force, held against each other on random rule bases."""

import pytest
from tests.language.saying import brute_force, dice

from antinomy.language import (
    ROOT,
    Concluded,
    Exact,
    Interpreter,
    Member,
    Program,
    generate,
)
from antinomy.values import Truth

worlds = brute_force("worlds")
completions = brute_force("completions")
MOST = 400


def tried(
    rules: Program, goals: tuple[Concluded, ...], case: Member, extra: int = 0
) -> dict[Concluded, Truth] | None:
    """Try every completion; None where there are too many."""
    every = completions.Completions(rules, goals, case, extra=extra)
    if every.count() > MOST:
        return None
    seen: dict[Concluded, set[bool]] = {goal: set() for goal in goals}
    number = 0
    for root, sides in every:
        number += 1
        for goal in goals:
            seen[goal].add(completions.judge(rules, goal, {ROOT: root}, sides))
    assert number == every.count()
    return {goal: Truth.of(s == {True}, True in s) for goal, s in seen.items()}


def compare(seed: int, cases: int, extra: int = 0) -> int:
    """Compare all evaluators on one random rule base; count what was tried."""
    chance = dice(seed)
    rules, goals = worlds.random_program(chance)
    decide = generate(rules, goals)
    judged = 0
    for _ in range(cases):
        unknown = chance.choice((0.1, 0.3, 0.6))
        case = worlds.random_case(chance, unknown, chance.choice((1, 2)))
        given = [Truth.of(*pair) for pair in decide(case)]
        assert given == [Interpreter(rules, case).truth(g, case) for g in goals]
        exact = Exact(rules, case, goals)
        settled = [exact.truth(goal) for goal in goals]
        for one, other in zip(given, settled, strict=True):
            assert one in {Truth.UNKNOWN, other}
        true = tried(rules, goals, case, extra)
        if true is not None:
            judged += 1
            assert settled == [true[goal] for goal in goals]
    return judged


@pytest.mark.parametrize("seed", range(40))
def test_the_evaluators_agree(seed: int) -> None:
    """Generated code, interpreter, z3 and the completions tell one story."""
    compare(seed, cases=3)


def test_most_cases_are_judged_by_their_completions() -> None:
    """The random cases are small enough that brute force decides most of them."""
    assert 40 < sum(compare(seed, cases=3) for seed in range(100, 120))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_the_evaluators_agree_at_length(seed: int) -> None:
    """The same over many more rule bases."""
    compare(seed, cases=5)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2000, 2150))
def test_one_more_unlisted_member_changes_nothing(seed: int) -> None:
    """As many unlisted members as quantifiers can tell apart are enough."""
    compare(seed, cases=4, extra=1)

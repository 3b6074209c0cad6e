"""Proofs: what they cite is enough, and no less would do."""

import pytest
from tests.language.saying import (
    EVERY_LIST,
    GOAL,
    asked,
    brute_force,
    deal,
    dice,
    program,
    put,
)

from antinomy.language import (
    AnyOf,
    Band,
    Concluded,
    Interpreter,
    Member,
    Program,
    Prover,
    Step,
    fact_ids,
    leaves,
    prove,
    restrict,
    without,
)
from antinomy.values import Truth

worlds = brute_force("worlds")
T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def shown(step: Step) -> list[str]:
    """Write a proof as indented lines."""
    head = f"{type(step.form).__name__} {step.path} {step.truth.value}".replace(
        "  ", " "
    )
    head += f" {', '.join(step.facts)}" if step.facts else ""
    return [head, *("  " + line for arm in step.arms for line in shown(arm))]


def check(rules: Program, goal: Concluded, case: Member) -> None:
    """Blank what a proof does not cite; then leave out each fact that it does."""
    proof = prove(rules, goal, case)
    assert Interpreter(rules, case).truth(goal, case) is proof.truth
    if proof.truth is U:
        assert () == proof.cited
        return
    kept = restrict(case, proof.cited)
    assert proof.truth is Interpreter(rules, kept).truth(goal, kept)
    known = set(fact_ids(case))
    assert set(proof.cited) == known & set(leaves(proof.step))
    for fact in proof.cited:
        fewer = without(kept, fact)
        assert U is Interpreter(rules, fewer).truth(goal, fewer)


@pytest.mark.parametrize("seed", range(40))
def test_a_proof_holds_and_has_nothing_to_spare(seed: int) -> None:
    """Everything not cited may be blanked; nothing that is cited may."""
    chance = dice(seed)
    rules, goals = worlds.random_program(chance)
    for _ in range(3):
        case = worlds.random_case(chance, chance.choice((0, 0.2, 0.5)))
        for goal in goals:
            check(rules, goal, case)


def test_a_proof_keeps_the_shorter_arm() -> None:
    """Where two arms decide, the one with less to read is shown."""
    rules = asked("(notified AND licence_held) OR some_party(is_listed) OR notified")
    case = deal(notified=True, licence_held=True)
    put(case, "party", is_listed=True)
    proof = prove(rules, GOAL, case)

    assert ("notified",) == proof.cited
    assert ["Concluded true", "  Or true", "    Flag true notified"] == shown(
        proof.step
    )


def test_a_proof_of_no_cites_that_the_list_is_complete() -> None:
    """That nobody is listed rests on each party and on there being no other."""
    case = deal()
    put(case, "party", is_listed=False)
    put(case, "party", is_listed=False)
    proof = prove(asked("some_party(is_listed)"), GOAL, case)

    assert F is proof.truth
    assert ("party:complete", "party[0].is_listed", "party[1].is_listed") == proof.cited


def test_what_nobody_can_be_needs_no_complete_list() -> None:
    """Where the facts around a list exclude anybody, its members are not cited."""
    case = deal(licence_held=False)
    put(case, "party", is_listed=True)
    proof = prove(asked("some_party(is_listed AND licence_held)"), GOAL, case)

    assert ("licence_held",) == proof.cited


def test_a_count_cites_as_many_as_it_needs() -> None:
    """Two of three listed parties are enough for two; two of three for not two."""
    rules = asked("at_least(2, party, is_listed)")
    case = deal()
    for _ in range(3):
        put(case, "party", is_listed=True)
    assert ("party[0].is_listed", "party[1].is_listed") == prove(
        rules, GOAL, case
    ).cited
    for party in case.children["party"]:
        party.values["is_listed"] = False

    assert 3 == len(prove(rules, GOAL, case).cited)


def test_an_exception_stands_in_the_proof() -> None:
    """A proof shows the exception that it found not to apply."""
    rules = asked(
        "us AND NOT excepted", "excepted: licence_held", "us: some_item(us_origin)"
    )
    case = deal(licence_held=False)
    put(case, "item", us_origin=True)

    assert [
        "Concluded true",
        "  And true",
        "    Concluded true",
        "      Some true",
        "        Flag item[0] true item[0].us_origin",
        "    Not true",
        "      Concluded false",
        "        Flag false licence_held",
    ] == shown(prove(rules, GOAL, case).step)


def test_an_unknown_verdict_names_what_is_missing() -> None:
    """What is known exactly is not asked again; what is known in part is."""
    rules = asked(
        "asking(managed_in IN us.d5) AND licence_held"
        " AND some_item(some_chip(tpp >= 4800)) AND dates.delivered < dates.act"
    )
    case = deal(licence_held=True, dates__act=worlds.DAY)
    case.links["asking"] = put(case, "party", managed_in=AnyOf(frozenset({"CN", "MY"})))
    put(put(case, "item"), "chip", tpp=Band(4000, 5000))
    proof = prove(rules, GOAL, case)

    assert U is proof.truth
    missing = ("party[0].managed_in", "item[0].chip[0].tpp", "dates.delivered")
    assert missing == proof.missing


def test_an_open_list_is_what_is_missing() -> None:
    """Where an unlisted party could decide, the question is whether there is one."""
    case = deal(EVERY_LIST - {"party"})
    put(case, "party", is_listed=False)

    assert ("party:complete",) == prove(
        asked("some_party(is_listed)"), GOAL, case
    ).missing


def test_a_doubtful_place_waits_for_no_fact() -> None:
    """Where the law does not say whether a place counts, no answer can settle it."""
    case = deal()
    put(case, "party", managed_in="HK")
    proof = prove(asked("some_party(managed_in IN us.doubtful)"), GOAL, case)

    assert U is proof.truth
    assert () == proof.missing


def test_a_step_needed_twice_is_one_step() -> None:
    """A proof is a graph: a predicate used in two places is proved once."""
    rules = program(
        "listed: some_party(is_listed)",
        "one: listed AND licence_held",
        "other: listed AND notified",
        "goal: one AND other",
    )
    case = deal(licence_held=True, notified=True)
    put(case, "party", is_listed=True)
    both = prove(rules, GOAL, case).step.arms[0]
    one, other = (arm.arms[0].arms[0] for arm in both.arms)

    assert one is other


@pytest.mark.parametrize(("text", "expected"), [("TRUE", T), ("FALSE", F)])
def test_what_needs_no_fact_cites_none(text: str, expected: Truth) -> None:
    """A provision without a condition is proved without a fact."""
    proof = prove(asked(text), GOAL, deal())

    assert expected is proof.truth
    assert () == proof.cited


def test_a_link_that_names_nobody_is_shown_as_unknown() -> None:
    """The one who asks, where nobody is named, has facts that nobody established."""
    proof = prove(asked("asking(is_listed)"), GOAL, deal())

    assert U is proof.truth
    assert ("party[unlisted].is_listed",) == proof.missing


def test_prepared_goals_give_the_same_proofs() -> None:
    """A goal compiled for many cases is proved as one proved once."""
    for seed in range(20):
        chance = dice(seed)
        rules, goals = worlds.random_program(chance)
        prover = Prover(rules, often=goals)
        case = worlds.random_case(chance, 0.2)
        for goal in goals:
            assert prove(rules, goal, case) == prover.prove(goal, case)


def test_a_decider_that_errs_is_found_out() -> None:
    """A proof that does not stand by what it cites is never shown."""
    case = deal(licence_held=True)

    with pytest.raises(AssertionError):
        prove(asked("licence_held"), GOAL, case, lambda _: F)

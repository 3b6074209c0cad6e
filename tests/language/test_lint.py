"""Faults of wording that no single case shows."""

import pytest
from tests.language.saying import SCHEMA, asked, program, read

from antinomy.language import (
    ROOT,
    Concluded,
    Fault,
    Not,
    Program,
    constants,
    cycles,
    gap,
    overlap,
    truth_anywhere,
    witness,
)
from antinomy.values import PackError, Truth

A, B = Concluded("item", "a"), Concluded("item", "b")
ABOVE = read("tpp >= 4800", "chip")
BELOW = read("tpp >= 1600 AND tpp < 4800", "chip")
DENSE = read("tpp >= 4000 AND performance_density >= 5.92", "chip")


def test_a_predicate_that_needs_itself_is_named_with_its_circle() -> None:
    """A circle of predicates is an error, whether it goes through NOT or not."""
    rules = Program(SCHEMA, {A: Not(B), B: A}, {})

    assert ["a: a -> b -> a needs itself", "b: b -> a -> b needs itself"] == [
        str(lint) for lint in cycles(rules)
    ]
    with pytest.raises(PackError, match="a predicate may not need itself: a -> b -> a"):
        rules.order([A])
    assert () == cycles(asked("one", "one: licence_held"))


@pytest.mark.parametrize(
    ("scope", "text", "fault"),
    [
        (ROOT, "licence_held AND NOT licence_held", Fault.NEVER),
        ("chip", "tpp >= 4800 AND tpp < 1600", Fault.NEVER),
        ("chip", "performance_density < 2 OR performance_density >= 2", Fault.ALWAYS),
        ("party", "managed_in IN us.empty", Fault.NEVER),
        ("owner", "share > 50 AND NOT share > 40", Fault.NEVER),
        (ROOT, "end_use.kind IN ('data_centre', 'military', 'wmd')", Fault.ALWAYS),
        (ROOT, "some_party(share < 1 AND share > 2)", Fault.NEVER),
        (ROOT, "some_party(is_listed) OR every_party(NOT is_listed)", Fault.ALWAYS),
    ],
)
def test_what_holds_always_or_never_is_no_condition(
    scope: str, text: str, fault: Fault
) -> None:
    """A condition that nothing, or everything, meets is a slip of the pen."""
    name = Concluded(scope, "rule")
    found = constants(program(f"{scope} rule: {text}"), [name])

    assert [(fault, name, text)] == [(f.fault, f.predicate, f.wording) for f in found]


def test_a_part_that_holds_always_or_never_is_found_in_what_surrounds_it() -> None:
    """Of a condition that is open as a whole the dead part is named, and only it."""
    text = "us_origin AND (value > 5 OR some_chip(tpp < 1 AND tpp > 2))"
    found = constants(program(f"item rule: {text}"))

    assert ["rule: some_chip(tpp < 1 AND tpp > 2) can never hold"] == [
        str(lint) for lint in found
    ]


def test_a_bare_true_is_meant() -> None:
    """A provision without a condition is no fault, nor is a sound one."""
    assert () == constants(program("one: TRUE", "two: FALSE", "three: licence_held"))


def test_two_paragraphs_that_overlap_are_shown_by_a_chip() -> None:
    """Where two paragraphs both apply, figures are given for which they do."""
    rules = program()

    assert None is overlap(rules, ABOVE, BELOW, scope="chip")
    found = overlap(rules, BELOW, DENSE, scope="chip")
    assert found is not None
    assert {"item.chip.tpp", "item.chip.performance_density"} == set(found)
    assert 4000 <= int(found["item.chip.tpp"]) < 4800


def test_an_overlap_is_looked_for_where_a_condition_holds() -> None:
    """Paragraphs may overlap outside the condition that parts them."""
    rules = program()
    low = read("tpp < 4000", "chip")

    assert None is overlap(rules, BELOW, DENSE, scope="chip", where=low)


def test_a_gap_between_paragraphs_is_shown_by_a_chip() -> None:
    """Where no paragraph applies, figures are given for which none does."""
    rules = program()
    strong = read("tpp >= 1600", "chip")

    assert None is gap(rules, [ABOVE, BELOW], scope="chip", where=strong)
    found = gap(rules, [ABOVE, DENSE], scope="chip", where=strong)
    assert found is not None
    assert 1600 <= int(found["item.chip.tpp"]) < 4800


def test_a_form_is_asked_of_anybody() -> None:
    """Whether a form can hold is asked of a member of whom nothing is said."""
    rules = program()

    assert Truth.UNKNOWN is truth_anywhere(rules, ABOVE, "chip")
    assert Truth.FALSE is truth_anywhere(rules, read("FALSE"))
    assert {"licence_held": "true"} == witness(rules, read("licence_held"))

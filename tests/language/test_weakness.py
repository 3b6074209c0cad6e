"""Wordings for which Kleene's logic is too weak."""

import pytest
from tests.language.saying import GOAL, asked, brute_force, dice, program

from antinomy.language import (
    ROOT,
    Concluded,
    Exact,
    Program,
    generate,
    weaknesses,
)
from antinomy.values import Truth

worlds = brute_force("worlds")

TWICE = (
    "(some_party(is_listed) AND notified) OR (NOT some_party(is_listed) AND notified)"
)
WIDER = (
    "(is_listed AND notified AND share > 5)"
    " OR (is_listed AND NOT notified AND share > 5)"
)
LATE = "dates.delivered < dates.act AND dates.act < '2025-05-13'"
WIDE = """
    licence_held OR notified OR dates.act < '2025-05-13' OR end_use.kind = 'wmd'
    OR asking(is_listed) OR asking(share > 5) OR asking(managed_in IN us.d5)
    OR asking(incorporated_in IN us.d5) OR asking('seller' IN roles)
    OR some_item(us_origin) OR NOT some_item(value > 3) OR remark = 'a'
"""


@pytest.mark.parametrize(
    ("scope", "text", "witness"),
    [
        (
            "party",
            "(is_listed AND share > 5) OR (NOT is_listed AND share > 5)",
            {"party.is_listed": "unknown", "party.share": "6"},
        ),
        ("party", "share >= 50 OR share < 50", {"party.share": "unknown"}),
        (
            "party",
            "managed_in = 'CN' AND managed_in = 'MO'",
            {"party.managed_in": "unknown"},
        ),
        ("party", "share = share", {"party.share": "unknown"}),
        (
            ROOT,
            TWICE,
            {"some_party(is_listed)": "unknown", "notified": "true"},
        ),
        (
            ROOT,
            "every_party(is_listed) OR some_party(NOT is_listed)",
            {"some_party(NOT is_listed)": "unknown"},
        ),
        (
            ROOT,
            "some_party(is_listed OR NOT is_listed)",
            {"party.is_listed": "unknown"},
        ),
        (
            ROOT,
            "asking(share > 50) OR asking(share < 60)",
            {"asking.share": "unknown"},
        ),
        (
            "item",
            "some_chip(performance_density > 1 AND performance_density < 1)",
            {"item.chip.performance_density": "unknown"},
        ),
        (
            ROOT,
            "end_use.kind IN ('data_centre', 'military', 'wmd')",
            {"end_use.kind": "unknown"},
        ),
        (
            ROOT,
            LATE,
            {"dates.delivered": "2025-05-12", "dates.act": "unknown"},
        ),
        (
            "party",
            WIDER,
            {"notified": "unknown", "party.is_listed": "true", "party.share": "6"},
        ),
    ],
)
def test_wording_that_splits_a_case_is_found(
    scope: str, text: str, witness: dict[str, str]
) -> None:
    """The fault is shown by partial knowledge that leaves a settled matter open."""
    rules = program(f"{scope} rule: {text}")
    found = weaknesses(rules)

    assert () == found.sampled
    assert [witness] == [lint.witness for lint in found.found]


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("chip", "tpp >= 4800 OR (tpp >= 1600 AND performance_density >= 5.92)"),
        ("chip", "tpp >= 4800 OR tpp < 4800"),  # or there is no such figure
        ("party", "share >= 50 AND share < 60"),
        ("party", "managed_in IN us.d5 AND NOT managed_in = 'MO'"),
        ("party", "managed_in IN us.doubtful OR managed_in = 'MO'"),
        (ROOT, "dates.delivered < dates.act AND licence_held"),
        (ROOT, "some_party(is_listed) AND some_party(share > 50)"),
        (ROOT, "asking('seller' IN roles) AND NOT asking('end_user' IN roles)"),
        (ROOT, "TRUE"),
    ],
)
def test_sound_wording_is_left_alone(scope: str, text: str) -> None:
    """Thresholds, exceptions and lists as laws word them are not weak."""
    assert () == weaknesses(program(f"{scope} rule: {text}")).found


def test_a_predicate_is_looked_into() -> None:
    """A split that runs through two definitions is found where they meet."""
    rules = program(
        "party caught: is_listed AND share > 5",
        "party exempt: is_listed",
        "party rule: caught OR (share > 5 AND NOT exempt)",
    )

    assert ["rule"] == [lint.predicate.name for lint in weaknesses(rules).found]


def test_many_facts_that_stand_alone_make_small_tables() -> None:
    """A dozen facts, each read once, are gone through by twos."""
    found = weaknesses(program(f"rule: {WIDE}"), most=100)

    assert ((), ()) == (found.found, found.sampled)


def test_a_table_too_large_is_said_to_be_sampled() -> None:
    """Where not every entry was seen, the answer does not claim it."""
    text = "(is_listed AND share > 5) OR (NOT is_listed AND share > 5)"
    rules = program(f"party rule: {text}")
    few = weaknesses(rules, most=3)

    assert (Concluded("party", "rule"),) == few.sampled
    assert 1 == len(few.found)


@pytest.mark.parametrize("seed", range(12))
def test_what_passes_the_lint_is_settled_as_kleene_says(seed: int) -> None:
    """Over complete lists a goal without quantifiers that passes has no weak case."""
    chance = dice(seed)
    while True:
        form = worlds.random_form(chance, ROOT, 3, ())
        rules = Program(worlds.SCHEMA, {GOAL: form}, worlds.SETS)
        if not any(word in repr(form) for word in ("Some", "Every", "AtLeast")):
            break
    lint = weaknesses(rules)
    weak = False
    for _ in range(60):
        case = worlds.random_case(chance, 0.5)
        case.values = {
            name: value
            for name, value in case.values.items()
            if type(value).__name__ not in {"Band", "AnyOf"}
        }
        given = Truth.of(*generate(rules, [GOAL])(case)[0])
        weak |= given is not Exact(rules, case, [GOAL]).truth(GOAL)

    assert lint.found or lint.sampled or not weak


def test_doubtful_edges_are_not_the_wording_s_fault() -> None:
    """Whether a place counts is not settled by rewording."""
    rules = asked("asking(managed_in IN us.doubtful)")

    assert () == weaknesses(rules).found

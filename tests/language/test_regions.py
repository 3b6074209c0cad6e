"""Region representatives: the few values that a program can tell apart."""

from datetime import date
from fractions import Fraction

import pytest
from tests.language.saying import SCHEMA, program

from antinomy.language import (
    INAPPLICABLE,
    ROOT,
    Concluded,
    FactName,
    Program,
    Subsets,
    Value,
    either,
    regions_of,
)
from antinomy.language.form import Holds

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("scope", "fact", "text", "expected"),
    [
        (ROOT, "licence_held", "licence_held", (True, False)),
        (
            "party",
            "share",
            "share >= 50 OR share < 10",
            (9, 10, 30, 50, 51),
        ),
        (
            "party",
            "share",
            "share > 0.5",
            (Fraction(-1, 2), Fraction(1, 2), Fraction(3, 2)),
        ),
        ("chip", "tpp", "tpp >= 4800", (4799, 4800, 4801, INAPPLICABLE)),
        (
            ROOT,
            "dates.act",
            "dates.act < '2025-05-13'",
            (date(2025, 5, 12), date(2025, 5, 13), date(2025, 5, 14)),
        ),
        ("party", "managed_in", "managed_in IN us.d5", ("CN", "other0")),
        (
            "party",
            "managed_in",
            "managed_in IN us.d5 OR managed_in = 'MO'",
            ("CN", "MO", "other0"),
        ),
        (
            "party",
            "managed_in",
            "managed_in IN us.doubtful",
            ("CN", "HK", "other0"),
        ),
        (ROOT, "end_use.kind", "end_use.kind = 'wmd'", ("data_centre", "wmd")),
        (
            "party",
            "roles",
            "'seller' IN roles OR 'end_user' IN roles",
            (
                frozenset(),
                frozenset({"end_user"}),
                frozenset({"seller"}),
                frozenset({"end_user", "seller"}),
            ),
        ),
    ],
)
def test_a_fact_has_a_value_of_each_region(
    scope: str, fact: str, text: str, expected: tuple[Value, ...]
) -> None:
    """Every side of every constant, and every class of words, has its value."""
    found = regions_of(program(f"{scope} rule: {text}"))

    assert expected == found[FactName(scope, fact)]


def test_compared_facts_share_their_constants() -> None:
    """A day that is compared with another day may fall on either side of its limits."""
    rules = program("rule: dates.delivered < dates.act AND dates.act < '2025-05-13'")
    found = regions_of(rules, spread=2)

    days = found[FactName(ROOT, "dates.delivered")]
    assert days == found[FactName(ROOT, "dates.act")]
    assert date(2025, 5, 11) in days
    assert date(2025, 5, 15) in days


def test_further_constants_cut_further() -> None:
    """The bounds that a case gives a figure are constants too."""
    share = FactName("party", "share")
    found = regions_of(program("party rule: share >= 50"), cuts={share: [20]})

    assert (19, 20, 35, 50, 51) == found[share]


def test_many_words_are_given_one_by_one() -> None:
    """Beyond a few words a set is tried empty, full, and with each word alone."""
    roles = FactName("party", "roles")
    held = either(*(Holds(roles, word) for word in "abcde"))
    rules = Program(SCHEMA, {Concluded("party", "rule"): held}, {})

    assert 7 == len(set(regions_of(rules)[roles]))
    assert 32 == len(set(regions_of(rules, whole_sets=True)[roles]))


def test_more_combinations_than_can_be_made_are_counted() -> None:
    """Seventy words have 2^70 combinations, of which none is made to count them."""
    every = Subsets(tuple(f"word {n}" for n in range(70)), (INAPPLICABLE,))

    assert 2**70 + 1 == every.size
    assert frozenset() == next(iter(every))

"""One atom over one value: known, unknown, between bounds, one of, not applicable."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from tests.language.saying import asked, deal, put, read, truth

from antinomy.language import INAPPLICABLE, AnyOf, Band, Op, Value
from antinomy.language.bounds import compare, compare_facts
from antinomy.values import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
D5 = "managed_in IN us.d5"
LISTED = "managed_in IN ('CN', 'HK')"
EARLY, MID, LATE = date(2025, 5, 12), date(2025, 5, 13), date(2025, 5, 14)


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        (4800, "tpp >= 4800", T),
        (4799, "tpp >= 4800", F),
        (None, "tpp >= 4800", U),
        (Fraction(9601, 2), "tpp > 4800", T),
        (5, "tpp >= 5.92", F),
        (6, "tpp >= 5.92", T),
        (Fraction(148, 25), "tpp = 5.92", T),
        (Band(4800, 5000), "tpp >= 4800", T),
        (Band(4799, 5000), "tpp >= 4800", U),
        (Band(4000, 4799), "tpp >= 4800", F),
        (Band(None, 4799), "tpp >= 4800", F),
        (Band(None, 4800), "tpp >= 4800", U),
        (Band(4800, None), "tpp >= 4800", T),
        (Band(None, None), "tpp >= 4800", U),
        (Band(4800, 5000), "tpp < 4800", F),
        (Band(4000, 4800), "tpp < 4800", U),
        (Band(4000, 4800), "tpp <= 4800", T),
        (Band(4800, 5000), "tpp > 4800", U),
        (Band(4800, 4800), "tpp = 4800", T),
        (Band(4000, 5000), "tpp = 4800", U),
        (Band(4000, 4700), "tpp = 4800", F),
        (Band(4000, 5000), "tpp BETWEEN 3000 AND 6000", T),
        (INAPPLICABLE, "tpp >= 4800", F),
        (INAPPLICABLE, "NOT tpp >= 4800", T),
        (INAPPLICABLE, "tpp <> 4800", T),
    ],
)
def test_a_figure_against_a_threshold(
    value: Value | None, text: str, expected: Truth
) -> None:
    """A figure within bounds is decided where both bounds lie on one side."""
    case = deal()
    chip = put(put(case, "item"), "chip")
    if value is not None:
        chip.values["tpp"] = value

    assert expected is truth(asked(f"some_item(some_chip({text}))"), case)


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("CN", D5, T),
        ("MY", D5, F),
        (None, D5, U),
        (AnyOf(frozenset({"CN", "MO"})), D5, T),
        (AnyOf(frozenset({"CN", "MY"})), D5, U),
        (AnyOf(frozenset({"SG", "MY"})), D5, F),
        (INAPPLICABLE, D5, F),
        (INAPPLICABLE, f"NOT {D5}", T),
        ("CN", "managed_in IN us.doubtful", T),
        ("HK", "managed_in IN us.doubtful", U),
        ("MY", "managed_in IN us.doubtful", F),
        (AnyOf(frozenset({"CN", "HK"})), "managed_in IN us.doubtful", U),
        ("CN", "managed_in IN us.empty", F),
        (None, "managed_in IN us.empty", F),
        ("HK", LISTED, T),
        (AnyOf(frozenset({"CN", "HK"})), LISTED, T),
        (AnyOf(frozenset({"CN", "HK"})), "managed_in = 'CN'", U),
        (AnyOf(frozenset({"CN"})), "managed_in = 'CN'", T),
        (AnyOf(frozenset({"MY", "SG"})), "managed_in = 'CN'", F),
    ],
)
def test_a_place_against_a_set(value: Value | None, text: str, expected: Truth) -> None:
    """A place that is one of several is in a set where all of them are."""
    case = deal()
    party = put(case, "party")
    if value is not None:
        party.values["managed_in"] = value

    assert expected is truth(asked(f"some_party({text})"), case)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (frozenset({"seller", "end_user"}), T),
        (frozenset({"seller"}), F),
        (frozenset(), F),
        (None, U),
        (INAPPLICABLE, F),
    ],
)
def test_a_set_of_words_is_given_whole(value: Value | None, expected: Truth) -> None:
    """What is not in a known set of roles is not so; an unknown set says nothing."""
    case = deal()
    party = put(case, "party")
    if value is not None:
        party.values["roles"] = value

    assert expected is truth(asked("some_party('end_user' IN roles)"), case)


@pytest.mark.parametrize(
    ("value", "expected"), [(True, T), (False, F), (None, U), (INAPPLICABLE, F)]
)
def test_a_flag_is_a_truth(value: Value | None, expected: Truth) -> None:
    """A flag that nobody has set is unknown, not false."""
    case = deal() if value is None else deal(licence_held=value)

    assert expected is truth(asked("licence_held"), case)


@pytest.mark.parametrize(
    ("left", "text", "right", "expected"),
    [
        (EARLY, "<", MID, T),
        (MID, "<", MID, F),
        (MID, "<=", MID, T),
        (None, "<", MID, U),
        (EARLY, "=", EARLY, T),
        (Band(EARLY, MID), "<", LATE, T),
        (Band(EARLY, MID), "<", MID, U),
        (Band(MID, LATE), "<", EARLY, F),
        (Band(EARLY, MID), "=", LATE, F),
        (Band(EARLY, MID), "=", MID, U),
        (Band(None, EARLY), ">=", Band(MID, None), F),
        (Band(MID, None), ">", Band(None, EARLY), T),
        (INAPPLICABLE, "<", MID, F),
        (INAPPLICABLE, "<", None, F),
        (None, "=", None, U),
    ],
)
def test_two_facts_are_compared_as_independent(
    left: Value | None, text: str, right: Value | None, expected: Truth
) -> None:
    """Two days are compared by their bounds; one that does not apply is not earlier."""
    case = deal()
    for name, value in (("dates.delivered", left), ("dates.act", right)):
        if value is not None:
            case.values[name] = value

    assert expected is truth(asked(f"dates.delivered {text} dates.act"), case)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("CN", "CN", T),
        ("CN", "MY", F),
        (AnyOf(frozenset({"CN", "MY"})), "MY", U),
        (AnyOf(frozenset({"CN"})), "CN", T),
        (AnyOf(frozenset({"CN"})), AnyOf(frozenset({"MY", "SG"})), F),
    ],
)
def test_two_places_are_one_or_not(left: Value, right: Value, expected: Truth) -> None:
    """Whether two places are the same is unknown where they may be."""
    case = deal()
    put(case, "party", managed_in=left, incorporated_in=right)

    assert expected is truth(asked("some_party(managed_in = incorporated_in)"), case)


def test_bounds_are_those_of_all_values_inside() -> None:
    """What is said of a band is what can be said of every figure in it."""
    ends = (None, 0, 1, 2, 3)
    bands = [
        Band(low, high)
        for low, high in product(ends, ends)
        if low is None or high is None or low <= high
    ]
    points = [Fraction(number, 2) for number in range(-4, 11)]

    def inside(band: Band) -> list[Fraction]:
        low = -9 if band.low is None else band.low
        high = 9 if band.high is None else band.high
        return [p for p in points if low <= p <= high]  # type: ignore[operator]

    for band, op in product(bands, Op):
        for constant in (0, 1, 2, 3):
            seen = {compare(p, op, constant)[0] for p in inside(band)}
            assert (seen == {True}, True in seen) == compare(band, op, constant)
        for other in bands:
            pairs = product(inside(band), inside(other))
            seen = {compare_facts(a, b, op)[0] for a, b in pairs}
            assert (seen == {True}, True in seen) == compare_facts(band, other, op)


def test_a_constant_needs_no_fact() -> None:
    """TRUE and FALSE are what they say in every case."""
    assert T is truth(asked("TRUE"), deal())
    assert F is truth(asked("FALSE"), deal())
    assert read("NOT TRUE") != read("FALSE")

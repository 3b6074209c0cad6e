"""One field at a time: numbers, days, and how far apart they are."""

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.press.telling import recogniser

from antinomy.claims import Range
from antinomy.press.found import Quantity, Relation
from antinomy.press.ledger.compare import (
    compare_days,
    compare_values,
    days_apart,
    gap_between,
    meet,
    widened,
)
from antinomy.press.woven import Extent
from antinomy.values import Number, Span, parse_day

LIMITS = recogniser().words.limits
NUMBERS = st.fractions(min_value=1, max_value=10**12)
DAYS = st.dates(date(2015, 1, 1), date(2026, 12, 31))
SPANS = st.builds(
    lambda first, length: Span(first, first + timedelta(days=length)),
    DAYS,
    st.integers(0, 400),
)


def quantity(value: Number, relation: Relation = "eq") -> Quantity:
    """Give a number told."""
    return Quantity(Extent(0, 1), value, "%", relation)


@given(NUMBERS, NUMBERS, st.fractions(min_value=0, max_value=1))
def test_a_number_within_the_bounds_agrees(
    one: Fraction, other: Fraction, share: Fraction
) -> None:
    """Whatever lies between the two ends held is the same."""
    low, high = sorted((one, other))
    told = quantity(low + (high - low) * share)

    assert "same" == compare_values(told, Range(low, high), LIMITS)


@given(NUMBERS, st.integers(2, 100))
def test_a_number_far_off_never_agrees(held: Fraction, times: int) -> None:
    """Twice the number or more is neither the same nor near."""
    assert "off" == compare_values(quantity(held * times), Range(held, held), LIMITS)
    assert "off" == compare_values(quantity(held / times), Range(held, held), LIMITS)


@given(NUMBERS, NUMBERS)
def test_over_and_under_leave_a_side_open(held: Fraction, told: Fraction) -> None:
    """What is told as more than a number agrees with every larger one."""
    bounds = Range(held, held)
    relation: Relation = "gt" if told <= held else "lt"

    assert "same" == compare_values(quantity(told, relation), bounds, LIMITS)


def test_about_is_wider_than_exactly() -> None:
    """A number told as about another may lie a twentieth from it."""
    held = Range(100, 100)

    assert "near" == compare_values(quantity(104), held, LIMITS)
    assert "same" == compare_values(quantity(104, "approx"), held, LIMITS)


@given(SPANS, SPANS)
def test_distance_has_no_direction(one: Span, other: Span) -> None:
    """Two spans are as far apart from either side, and meet at no distance."""
    assert days_apart(one, other) == days_apart(other, one)
    assert meet(one, other) == (days_apart(one, other) == 0)


@given(SPANS, st.integers(0, 60))
def test_days_within_days_are_the_same(span: Span, more: int) -> None:
    """A month told of a day held in it agrees, and so does a day of a month."""
    wide = widened(span, more)

    assert "same" == compare_days(span, wide, LIMITS)
    assert "same" == compare_days(wide, span, LIMITS)


def test_days_that_overlap_are_near() -> None:
    """Talks told a day late are near, those of a week later are off."""
    held = Span(parse_day("2025-09-14"), parse_day("2025-09-15"))
    late = Span(parse_day("2025-09-15"), parse_day("2025-09-16"))
    far = Span(parse_day("2025-09-22"), parse_day("2025-09-23"))

    assert "near" == compare_days(late, held, LIMITS)
    assert "off" == compare_days(far, held, LIMITS)


def test_a_gap_is_counted_from_the_last_day() -> None:
    """Between two events lie at least the days from the end of the first."""
    first = Span(parse_day("2025-05-10"), parse_day("2025-05-12"))
    then = Span(parse_day("2025-05-13"), parse_day("2025-05-13"))

    assert (1, 3) == gap_between(first, then)
    assert (3, None) == gap_between(Span(first.first, first.first), Span(then.first))

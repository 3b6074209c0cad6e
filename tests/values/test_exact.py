"""Exact numbers: read, kept and shown without rounding in secret."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antinomy.values import Number, exact_text, parse_number, show_number, whole

fractions = st.fractions(max_denominator=10**6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4800", 4800),
        ("4800.0", 4800),
        ("-0.5", Fraction(-1, 2)),
        ("+5.92", Fraction(148, 25)),
        ("1e3", 1000),
        ("12E-2", Fraction(3, 25)),
        ("007", 7),
    ],
)
def test_a_decimal_is_read_exactly(text: str, expected: Number) -> None:
    """A decimal in a file is the number that it says, to the last digit."""
    read = parse_number(text)

    assert expected == read
    assert type(expected) is type(read)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "1_000",
        "1,000",
        "0x10",
        "NaN",
        "nan",
        "Infinity",
        "-inf",
        "1e400",
        "1e-400",
        ".5",
        "5.",
        "1/3",
        "٣",
        "9" * 41,
        "--1",
    ],
)
def test_what_is_no_plain_decimal_is_refused(text: str) -> None:
    """Not-a-number, infinity, absurd size and odd spelling are no figures."""
    with pytest.raises(ValueError, match="is not a decimal number within bounds"):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (20919, "20,919"),
        (-1234567, "-1,234,567"),
        (Fraction(148, 25), "5.92"),
        (Fraction(1, 3), "~0.33"),
        (Fraction(-1, 3), "~-0.33"),
        (Fraction(1, 2), "0.5"),
        (Fraction(-1, 1000), "~0"),
        (Fraction(12345, 10), "1,234.5"),
    ],
)
def test_a_number_for_the_eye_says_where_it_rounds(
    value: Number, expected: str
) -> None:
    """A figure printed with fewer digits than it has carries a tilde."""
    assert expected == show_number(value)


@given(fractions)
def test_a_number_written_for_machines_comes_back(value: Fraction) -> None:
    """What is written exactly is read back as the same number."""
    text = exact_text(whole(value))

    if "/" in text:
        assert value == Fraction(text)
    else:
        assert whole(value) == parse_number(text)


@given(fractions)
def test_equal_numbers_look_equal(value: Fraction) -> None:
    """A whole number is an int, however it was computed."""
    assert isinstance(whole(value), int) == (value.denominator == 1)
    assert value == whole(value)

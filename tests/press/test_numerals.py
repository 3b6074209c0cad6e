from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.grammars import WORDS

from antinomy.press.grammar.numerals import load_numerals
from antinomy.values import Number

NUMERALS = load_numerals(WORDS / "numerals.yaml")
FIGURES = "零一二三四五六七八九"


def in_chinese(value: int) -> str:
    """Write a number below a hundred million in Chinese, by its ranks."""
    high, low = divmod(value, 10_000)
    if high:
        gap = "零" if low and low < 1000 else ""
        return in_chinese(high) + "万" + gap + (in_chinese(low) if low else "")
    text, owed = "", False
    for rank, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure = value // rank % 10
        if figure:
            text += ("零" if owed and text else "") + FIGURES[figure] + sign
            owed = False
        else:
            owed = True
    return text or "零"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("90", 90),
        ("1,250", 1250),
        ("２５", 25),
        ("3.5", Fraction(7, 2)),
        ("3.5万亿", 3_500_000_000_000),
        ("1亿2000万", 120_000_000),
        ("5千", 5000),
        ("二〇二五", 2025),
        ("十五", 15),
        ("一百五", 150),
        ("一百零五", 105),
        ("三万五", 35_000),
        ("两千零五", 2005),
        ("三亿五千万", 350_000_000),
        ("五万亿", 5_000_000_000_000),
        ("一点五万亿", 1_500_000_000_000),
        ("零点三", Fraction(3, 10)),
        ("半", Fraction(1, 2)),
        ("nine", 9),
        ("twenty-five", 25),
        ("three hundred and fifty thousand", 350_000),
        ("one hundred and two", 102),
        ("half a million", 500_000),
        ("a dozen", 12),
        ("3.5 billion", 3_500_000_000),
        ("9bn", 9_000_000_000),
    ],
)
def test_a_number_is_read_exactly(text: str, expected: Number) -> None:
    """Figures, Chinese and English words give their exact value."""
    assert expected == NUMERALS.read(text)


@pytest.mark.parametrize(
    "text", ["", " ", "two and a half", "and", "a", "三x", "点五x", "5.5.5", "9" * 60]
)
def test_what_is_not_a_whole_number_is_none(text: str) -> None:
    """Nothing is guessed from a part of what is written."""
    assert NUMERALS.read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"), [("fourth", 4), ("Third", 3), ("21st", 21), ("last", None)]
)
def test_an_ordinal_is_read(text: str, expected: int | None) -> None:
    """An English ordinal gives its place, another word none."""
    assert expected == NUMERALS.place(text)


@given(st.integers(0, 99_999_999))
def test_a_number_in_chinese_is_read_back(value: int) -> None:
    """Every number below a hundred million, written out, is read as itself."""
    assert value == NUMERALS.read(in_chinese(value))

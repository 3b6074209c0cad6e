"""Facts in few words, the same each time."""

from datetime import date
from fractions import Fraction

import pytest

from antinomy.values import (
    Bounded,
    Fact,
    Known,
    Lang,
    NotApplicable,
    OneOf,
    Text,
    Unknown,
    did_you_mean,
    fact_text,
)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (Known(value=True), "true"),
        (Known(value=False), "false"),
        (Known("CN"), "CN"),
        (Known(Fraction(148, 25)), "5.92"),
        (Known(1), "1"),
        (Known(date(2025, 5, 13)), "2025-05-13"),
        (Known(frozenset({"seller", "end_user"})), "end_user, seller"),
        (Unknown(), "unknown (not stated)"),
        (Unknown("the seller refuses to say"), "unknown (the seller refuses to say)"),
        (Bounded(None, 40, "a press report"), "between ? and 40"),
        (
            Bounded(date(2025, 5, 13), None, "withdrawn"),
            "between 2025-05-13 and ?",
        ),
        (OneOf(frozenset({"MO", "CN"}), "two registers"), "one of CN, MO"),
        (OneOf(frozenset({True, False}), "disputed"), "one of false, true"),
        (NotApplicable(), "not applicable"),
    ],
)
def test_a_fact_is_told_in_few_words(fact: Fact, expected: str) -> None:
    """Whatever is known of a fact, and whatever is not, has its words."""
    assert expected == fact_text(fact)


def test_a_text_without_chinese_is_said_in_english() -> None:
    """Where a translation is missing the English stands, not nothing."""
    assert "无" == Text("none", "无").say(Lang.ZH)
    assert "none" == Text("none", "无").say(Lang.EN)
    assert "none" == Text("none").say(Lang.ZH)


def test_a_hint_names_the_nearest_word_only() -> None:
    """A slip of the pen is answered with the word that was meant, or with nothing."""
    words = ("incorporated_in", "managed_in", "quantity")

    assert '; did you mean "managed_in"?' == did_you_mean("manged_in", words)
    assert "" == did_you_mean("colour", words)
    assert "" == did_you_mean("colour", ())

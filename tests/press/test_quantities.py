from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.grammars import TIME_WORDS, UNIT_WORDS, sentences

from antinomy.press.found import Quantity
from antinomy.press.grammar.anchors import Anchors
from antinomy.press.grammar.quantities import find_quantities
from antinomy.press.grammar.times import find_times
from antinomy.press.woven import Extent
from antinomy.values import exact_text, parse_day

CASES = sentences("quantities.yaml", "amounts")


def told(text: str) -> dict[str, str]:
    """Give what a text tells: the words, and relation, value and unit."""
    page = Anchors(parse_day("2025-09-10"), "metadata", sure=True)
    times = [time.extent for time in find_times(text, TIME_WORDS, page)]
    found = find_quantities(text, UNIT_WORDS, times)
    return {amount.extent.of(text): shown(amount) for amount in found}


def shown(amount: Quantity) -> str:
    """Show a quantity as its sentences write it; fractions as they are."""
    value = number(amount.value)
    if amount.upper is not None:
        value += f"..{number(amount.upper)}"
    relation = "" if amount.relation == "eq" else f"{amount.relation} "
    return f"{relation}{value} {amount.unit}"


def number(value: int | Fraction) -> str:
    """Show whole numbers as such, others as a fraction."""
    return exact_text(value) if isinstance(value, int) else str(value)


@pytest.mark.parametrize(("text", "page", "expected"), CASES, ids=lambda v: str(v)[:30])
def test_a_sentence_tells_its_quantities(
    text: str, page: str, expected: dict[str, str]
) -> None:
    """Each number with its unit is read; a number without one is no quantity."""
    assert ("", expected) == (page, told(text))


def test_what_is_taken_is_no_quantity() -> None:
    """A number inside a name or a time is left alone, and what follows is read."""
    text = "Ascend 910 chips and 300 chips"
    taken = [Extent(0, 16)]

    found = find_quantities(text, UNIT_WORDS, taken)

    assert ["300 chips"] == [amount.extent.of(text) for amount in found]


@given(st.integers(2, 10**11))
def test_figures_are_read_exactly(value: int) -> None:
    """A sum in figures, with or without commas, is read as it stands."""
    plain, parted = f"{value}美元", f"{value:,}美元"

    assert [f"{value} USD"] * 2 == [told(plain)[plain], told(parted)[parted]]


@given(
    st.text(
        "0123456789.,%$一二十百万亿半数第从至到约元美家个天 abmnoftwhreinly-",
        max_size=40,
    )
)
def test_whatever_is_written_its_quantities_stand_in_order(text: str) -> None:
    """Quantities never overlap and stand in order."""
    found = find_quantities(text, UNIT_WORDS, ())
    ends = [0, *(amount.extent.end for amount in found)]

    assert all(
        end <= amount.extent.start < amount.extent.end
        for end, amount in zip(ends, found, strict=False)
    )

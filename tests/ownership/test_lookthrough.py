"""The share that listed holders have through all others."""

from fractions import Fraction

import pytest
from tests.ownership.structures import structure

from antinomy.ownership.lookthrough import circle_of, look_through


@pytest.mark.parametrize(
    ("shares", "firm", "part"),
    [
        (["X>A 50", "A>B 50", "B>C 50"], "C", Fraction(1, 8)),
        (["X>T 30", "X>A 40", "A>T 60"], "T", Fraction(27, 50)),
        (["X>A 40", "B>A 40", "P>A 20", "A>B 100"], "A", Fraction(2, 3)),
        (["X>A 50", "B>A 20", "A>B 30", "X>B 20"], "B", Fraction(35, 94)),
        (["X>A 40..60"], "A", None),
        (["X+P>A 60"], "A", None),
        (["A>B 100", "B>A 100"], "A", None),
        (["P>A 100"], "A", Fraction(0)),
    ],
)
def test_the_part_through_others(
    shares: list[str], firm: str, part: Fraction | None
) -> None:
    """Parts multiply along and add up, in circles too; what is not exact has none."""
    assert part == look_through(structure(*shares, listed="X"), firm, {"X"})


def test_who_stands_in_a_circle() -> None:
    """A circle has all that hold each other, however far round, and nobody else."""
    given = structure("A>B 10", "B>C 10", "C>A 10", "X>A 50", "C>D 10")

    assert {"A", "B", "C"} == set(circle_of(given, "B"))
    assert () == circle_of(given, "D")


def test_a_long_chain_and_a_large_circle_end() -> None:
    """What would take too long is left out, and the rest of the answer stands."""
    chain = structure(*(f"A{n}>A{n + 1} 50" for n in range(6_000)), listed="A0")
    circle = [f"A{n}>A{(n + 1) % 100} 50" for n in range(100)]
    firms = structure(*circle, "X>A0 50", listed="X")

    assert look_through(chain, "A6000", {"A0"}) is None
    assert Fraction(1, 2**40) == look_through(chain, "A40", {"A0"})
    assert look_through(firms, "A1", {"X"}) is None
    assert 100 == len(circle_of(firms, "A1"))

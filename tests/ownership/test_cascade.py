"""Who is captured through listed holders, against trying everything out."""

from collections.abc import Iterator
from itertools import product
from random import Random

import pytest
from tests.ownership.structures import structure

from antinomy.ownership import Band, Structure
from antinomy.ownership.cascade import Capture, closed_loop, least, most
from antinomy.ownership.network import network_of

LINE = 50


def runs(given: Structure) -> tuple[dict[str, Capture], dict[str, int]]:
    """Run all three cascades."""
    numbers = {name: number for number, name in enumerate(given.holders)}
    network = network_of(given, numbers)
    seeds = [numbers[name] for name, h in given.holders.items() if h.listings]
    cascades = {"least": least, "most": most, "loop": closed_loop}
    return {n: run(network, seeds, LINE) for n, run in cascades.items()}, numbers


def captured(given: Structure, run: str) -> set[str]:
    """Give the names that a run captures, the listed among them."""
    found, numbers = runs(given)
    return {name for name, number in numbers.items() if number in found[run]}


def held(given: Structure, run: str, name: str) -> float:
    """Give the percent that those who count hold of a firm."""
    found, numbers = runs(given)
    units = found[run].held(numbers[name])
    return units / network_of(given, numbers).unit


def test_halves_pass_the_capture_on() -> None:
    """Half of a half of a half is captured at each link; nothing is multiplied."""
    given = structure("X>A 50", "A>B 50", "B>C 50", listed="X")

    assert {"X", "A", "B", "C"} == captured(given, "least")


def test_a_hair_under_the_line_stops_it() -> None:
    """What is held by one who is not captured counts as nothing, if it were all."""
    given = structure("X>A 100", "A>B 49", "B>C 100", listed="X")

    assert {"X", "A"} == captured(given, "least")
    assert 0 == held(given, "most", "C")


def test_holders_are_added_up() -> None:
    """Minorities of two listed firms and a captured one reach the line together."""
    given = structure("X>A 60", "X>C 20", "Y>C 15", "A>C 15", listed="X Y")

    assert "C" in captured(given, "least")
    assert 50 == held(given, "least", "C")


def test_a_circle_is_read_both_ways() -> None:
    """Firms that hold each other are free from the ground up, captured in a loop."""
    given = structure("X>A 40", "B>A 40", "P>A 20", "A>B 100", listed="X")

    assert {"X"} == captured(given, "least") == captured(given, "most")
    assert {"X", "A", "B"} == captured(given, "loop")


def test_a_circle_that_no_listed_share_reaches_captures_nobody() -> None:
    """Firms that hold each other whole are not captured out of nothing."""
    given = structure("A>B 100", "B>A 100", "X>C 50", listed="X")

    assert {"X", "C"} == captured(given, "loop")


def test_other_holders_bound_a_band() -> None:
    """Of a complete register the listed hold what the others leave."""
    given = structure(
        *("X>A 40..60", "P>A 30", "Q>A 20", "R>A 5"), listed="X", registers="A=complete"
    )

    assert 45 == held(given, "least", "A") == held(given, "most", "A")


def test_an_open_register_may_hide_listed_holders() -> None:
    """The rest counts as possible once one listed holder is known, and else not."""
    known = structure("X>A 25..50", listed="X", registers="A=open")
    unknown = structure("P>A 25", "X>B 1", listed="X", registers="A=open")

    assert (25, 100) == (held(known, "least", "A"), held(known, "most", "A"))
    assert 0 == held(unknown, "most", "A")


def test_a_joint_holding_lies_between_its_part_and_its_whole() -> None:
    """One of two joint holders counts for half at least and for the whole at most."""
    given = structure("S+Z>C 60", "P>C 40", listed="S")

    assert (30, 60) == (held(given, "least", "C"), held(given, "most", "C"))
    assert 60 == held(structure("S+Z>C 60", listed="S Z"), "least", "C")


def chance_structure(chance: Random) -> Structure:
    """Draw a small structure with bands and circles, no firm held above the whole."""
    names = "XABCD"
    shares = []
    for owned in names[1:]:
        left = 100
        for owner in names:
            low = chance.choice((0, 0, 10, 25, 40, 50))
            high = low + chance.choice((0, 0, 10, 20))
            if owner != owned and 0 < high <= left:
                left -= high
                shares.append(f"{owner}>{owned} {low}..{high}")
    return structure(*shares, "X>A 1" if not shares else "X>E 1", listed="X")


def fillings(given: Structure) -> Iterator[Structure]:
    """Give the structure with every band at one of its ends."""
    ends = [dict.fromkeys((h.equity.low, h.equity.high)) for h in given.holdings]
    for chosen in product(*ends):
        exact = tuple(
            type(h)(h.owners, h.owned, Band(share, share))
            for h, share in zip(given.holdings, chosen, strict=True)
        )
        yield Structure(given.holders, exact, given.registers)


def by_hand(given: Structure) -> set[str]:
    """Capture by adding up again and again, until nobody falls."""
    found = {name for name, holder in given.holders.items() if holder.listings}
    while True:
        more = {
            name
            for name in given.holders
            if sum(h.equity.low for h in given.of(name) if h.owners[0] in found) >= LINE
        }
        if more <= found:
            return found
        found |= more


@pytest.mark.parametrize("seed", range(120))
def test_the_bounds_are_those_of_all_fillings(seed: int) -> None:
    """The least run captures what every filling does, the most run what some does."""
    given = chance_structure(Random(seed))  # noqa: S311 - a die, not a secret
    results = [by_hand(filled) for filled in fillings(given)]

    assert set.intersection(*results) == captured(given, "least")
    assert set.union(*results) == captured(given, "most")
    assert captured(given, "most") <= captured(given, "loop")

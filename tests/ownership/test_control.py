"""Who is at the top: votes, seats on the board, and what leaves it open."""

from dataclasses import replace

import pytest
from tests.ownership.structures import structure

from antinomy.ownership import Band, Structure
from antinomy.ownership.control import head_of


@pytest.mark.parametrize(
    ("shares", "registers", "head"),
    [
        (["P>A 51", "A>B 51"], "", ("P",)),
        (["P>A 50", "Q>A 50"], "", ()),
        (["P>A 45", "Q>A 30", "R>A 25"], "", ("A",)),
        (["P>A 45"], "A=open", ()),
        (["P>A 60"], "A=open", ("P",)),
        (["P>A 45..55", "Q>A 45"], "", ()),
        (["S+Z>A 100"], "", ("S", "Z")),
        (["X>P 100", "X>Q 100", "P>A 26", "Q>A 25", "R>A 49"], "", ("X",)),
        (["X>A 40", "B>A 40", "P>A 20", "A>B 100"], "", ()),
        (["X>A 20", "B>A 20", "P>A 60", "A>B 100"], "", ("P",)),
    ],
)
def test_the_climb_to_the_top(
    shares: list[str], registers: str, head: tuple[str, ...]
) -> None:
    """More than half climbs, firms of one parent vote together, halves are open."""
    firm = "B" if "A>B 51" in shares else "A"

    assert head == head_of(structure(*shares, registers=registers), firm).holders


def test_votes_and_not_shares_decide() -> None:
    """Who holds 49 percent of the shares and 80 of the votes is the parent."""
    given = structure("X>A 49", "P>A 51")
    many, few = given.holdings
    voting = (replace(many, votes=Band(80, 80)), replace(few, votes=Band(20, 20)))

    assert ("P",) == head_of(given, "A").holders
    assert ("X",) == head_of(Structure(given.holders, voting), "A").holders


def test_the_board_decides_before_the_votes() -> None:
    """Who appoints the board is the parent, whatever he holds; a nominee hides him."""
    given = structure("X>A 10", "P>A 90")
    board = replace(given.holdings[0], appoints_board=True)
    nominee = replace(given.holdings[0], is_by_nominee=True)

    appointed = Structure(given.holders, (board, given.holdings[1]))
    hidden = Structure(given.holders, (nominee, given.holdings[1]))
    assert ("X",) == head_of(appointed, "A").holders
    assert not head_of(hidden, "A").is_known


def test_a_very_long_chain_leaves_the_parent_unknown() -> None:
    """A chain that nobody could follow by hand is said to be so, and ends."""
    chain = structure(*(f"A{n}>A{n + 1} 90" for n in range(2_000)))

    assert "too many holders" in head_of(chain, "A2000").why
    assert head_of(chain, "A40").holders == ("A0",)


def test_firms_that_all_hold_each_other_end() -> None:
    """Where every firm holds a little of every other, each is its own parent."""
    names = range(14)
    web = structure(*(f"F{a}>F{b} 7" for a in names for b in names if a != b))

    assert ("F0",) == head_of(web, "F0").holders

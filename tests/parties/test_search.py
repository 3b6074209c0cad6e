"""A search of lists for the names of a transaction, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from antinomy.parties import NameHit, add_searches
from antinomy.transaction import Screening, Thing, Things, Transaction
from antinomy.values import Day, Known, Source

HELD = Day(date(2026, 7, 31))


@dataclass
class Search:
    """A search that finds what it is told to."""

    found: Mapping[str, Sequence[NameHit] | None] = field(default_factory=dict)
    held: Mapping[str, Day] = field(default_factory=lambda: {"us.el": HELD})
    held_in_part: Mapping[str, Day] = field(default_factory=lambda: {"cn.uel": HELD})

    def hits(self, name: str) -> Sequence[NameHit] | None:
        """Give the hits of a name."""
        return self.found.get(name, ())


def deal(*screenings: Screening, owner: str = "") -> Transaction:
    """Make a transaction with one party, and an owner of it if one is named."""
    owners = Things((Thing("owner", "", "", {"name": Known(owner)}),) if owner else ())
    facts = {"name": Known("Fanli Chips")}
    buyer = Thing("party", "parties[buyer]", "buyer", facts, {"owner": owners})
    root = Thing(lists={"party": Things((buyer,))})
    return Transaction("t", "", root, screenings)


def said(transaction: Transaction) -> dict[tuple[str, str], bool | None]:
    """Give what stands for each party or owner and list."""
    return {(s.party, s.lists[0]): s.is_listed for s in transaction.screenings}


def hit(
    name: str,
    which: str = "us.el",
    *,
    begins: Day | None = None,
    is_sure: bool = True,
) -> NameHit:
    """Make a hit on a list."""
    said = f"0.90: {name} is alike"
    return NameHit(which, name, said, begins=begins, is_sure=is_sure)


def test_nothing_alike_is_a_result_of_a_whole_list_only() -> None:
    """Silence of a list held in part says nothing; of a whole one it is a result."""
    assert {("buyer", "us.el"): False} == said(add_searches(deal(), Search(), HELD))


def test_a_name_alike_leaves_the_listing_open() -> None:
    """A listed name that is alike but not the same is nobody's yes and nobody's no."""
    search = Search({"Fanli Chips": [hit("Fanli Chip Co."), hit("Fan Li", "cn.uel")]})

    found = add_searches(deal(), search, HELD)

    assert {("buyer", "us.el"): None, ("buyer", "cn.uel"): None} == said(found)
    assert "0.90: Fanli Chip Co. is alike" == found.screenings[0].source.said


def test_the_same_name_is_a_match() -> None:
    """Case, width and punctuation apart the same name is a match, wherever it ranks."""
    search = Search({"Fanli Chips": [hit("Fanly Chip"), hit("FANLI CHIPS")]})
    first = Search({"Fanli Chips": [hit("FANLI CHIPS")]})

    assert {("buyer", "us.el"): True} == said(add_searches(deal(), search, HELD))
    assert {("buyer", "us.el"): True} == said(add_searches(deal(), first, HELD))


def test_what_the_file_says_of_a_list_stands() -> None:
    """A screening that the file gives for a party and list is not overruled."""
    given = Screening("buyer", ("us.el",), HELD, is_listed=False, source=Source("log"))
    search = Search({"Fanli Chips": [hit("FANLI CHIPS")]})

    assert (given,) == add_searches(deal(given), search, HELD).screenings


def test_an_owner_that_is_named_only_is_searched_for() -> None:
    """The name of an owner that is no party here is searched for on its own."""
    search = Search({"Big Holder": [hit("Big Holders")]})

    found = said(add_searches(deal(owner="Big Holder"), search, HELD))

    wanted = {("buyer", "us.el"): False, ("owner: Big Holder", "us.el"): None}
    assert wanted == found


def test_of_a_name_that_is_none_nothing_follows() -> None:
    """What cannot be read as a name was not looked for, and is not absent."""
    assert {} == said(add_searches(deal(), Search({"Fanli Chips": None}), HELD))


EARLIER = Day(date(2026, 1, 15))


def test_a_list_of_a_later_day_frees_nobody() -> None:
    """Nothing alike on a later list says nothing of a day before it."""
    assert {} == said(add_searches(deal(), Search(), EARLIER))


@pytest.mark.parametrize(
    ("begins", "wanted"),
    [(date(2026, 1, 15), True), (date(2026, 1, 16), None), (None, None)],
)
def test_a_match_binds_from_its_own_day(
    begins: date | None, *, wanted: bool | None
) -> None:
    """Looking back, a match binds where its listing had begun, and else is open."""
    day = None if begins is None else Day(begins)
    search = Search({"Fanli Chips": [hit("FANLI CHIPS", begins=day)]})

    assert {("buyer", "us.el"): wanted} == said(add_searches(deal(), search, EARLIER))


def test_a_name_that_nobody_confirmed_does_not_bind() -> None:
    """The same name from an unconfirmed reading leaves the listing open."""
    search = Search({"Fanli Chips": [hit("FANLI CHIPS", is_sure=False)]})

    assert {("buyer", "us.el"): None} == said(add_searches(deal(), search, HELD))


def test_parties_without_an_id_are_kept_apart() -> None:
    """What is found of one party is not said of another."""
    facts = [{"name": Known("Fanli Chips")}, {"name": Known("Qinghe Dairy")}]
    parties = tuple(
        Thing("party", f"parties[{number}]", "", one)
        for number, one in enumerate(facts)
    )
    both = Transaction("t", "", Thing(lists={"party": Things(parties)}))
    search = Search({"Fanli Chips": [hit("FANLI CHIPS")]})

    found = said(add_searches(both, search, HELD))

    assert {
        ("parties[0]", "us.el"): True,
        ("parties[1]", "us.el"): False,
    } == found

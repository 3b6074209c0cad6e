"""A search of lists for the names of a transaction, and what follows from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

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


def hit(name: str, which: str = "us.el") -> NameHit:
    """Make a hit on a list."""
    return NameHit(which, name, f"0.90: {name} is alike")


def test_nothing_alike_is_a_result_of_a_whole_list_only() -> None:
    """Silence of a list held in part says nothing; of a whole one it is a result."""
    assert {("buyer", "us.el"): False} == said(add_searches(deal(), Search()))


def test_a_name_alike_leaves_the_listing_open() -> None:
    """A listed name that is alike but not the same is nobody's yes and nobody's no."""
    search = Search({"Fanli Chips": [hit("Fanli Chip Co."), hit("Fan Li", "cn.uel")]})

    found = add_searches(deal(), search)

    assert {("buyer", "us.el"): None, ("buyer", "cn.uel"): None} == said(found)
    assert "0.90: Fanli Chip Co. is alike" == found.screenings[0].source.said


def test_the_same_name_is_a_match() -> None:
    """Case, width and punctuation apart the same name is a match, wherever it ranks."""
    search = Search({"Fanli Chips": [hit("Fanly Chip"), hit("FANLI CHIPS")]})
    first = Search({"Fanli Chips": [hit("FANLI CHIPS")]})

    assert {("buyer", "us.el"): True} == said(add_searches(deal(), search))
    assert {("buyer", "us.el"): True} == said(add_searches(deal(), first))


def test_what_the_file_says_of_a_list_stands() -> None:
    """A screening that the file gives for a party and list is not overruled."""
    given = Screening("buyer", ("us.el",), HELD, is_listed=False, source=Source("log"))
    search = Search({"Fanli Chips": [hit("FANLI CHIPS")]})

    assert (given,) == add_searches(deal(given), search).screenings


def test_an_owner_that_is_named_only_is_searched_for() -> None:
    """The name of an owner that is no party here is searched for on its own."""
    search = Search({"Big Holder": [hit("Big Holders")]})

    found = said(add_searches(deal(owner="Big Holder"), search))

    assert {("buyer", "us.el"): False, ("Big Holder", "us.el"): None} == found


def test_of_a_name_that_is_none_nothing_follows() -> None:
    """What cannot be read as a name was not looked for, and is not absent."""
    assert {} == said(add_searches(deal(), Search({"Fanli Chips": None})))

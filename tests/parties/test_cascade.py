"""Owners of owners: who is held half or more by those that count, counts whole."""

from tests.cases.casefile import packs

from antinomy.files import parse_document
from antinomy.parties import add_party_facts
from antinomy.transaction import transaction_of
from antinomy.values import Day, Fact, Known, parse_day
from antinomy.view import view_on

DEAL = """
asking: buyer
parties:
  - id: buyer
    roles: [purchaser]
    name: Buyer Ltd
    owners: [{{party: middle, share: 100}}]
    owners_complete: true
  - id: middle
    name: Middle Ltd
    owners: [{{party: top, share: {share}}}, {{party: person, share: 10}}]
    owners_complete: true
  - id: top
    name: "{top}"
    owners: [{{party: {above}, share: 100}}]
    owners_complete: true
  - {{id: person, legal_form: natural_person, name: A Person}}
screened:
  buyer: {{lists: [us.el], as_of: 2025-10-15, result: none}}
  middle: {{lists: [us.el], as_of: 2025-10-15, result: none}}
  top: {{lists: [us.el], as_of: 2025-10-15, result: none}}
  person: {{lists: [us.el], as_of: 2025-10-15, result: none}}
"""


def share_of_buyer(share: int, top: str, above: str = "person") -> Fact:
    """Give the captured share of a buyer held through a party in the middle."""
    text = DEAL.format(share=share, top=top, above=above)
    deal = transaction_of(
        parse_document(text, "deal.yaml"), packs().law.vocabulary, packs().lexicon()
    )
    view = view_on(packs(), Day(parse_day("2025-10-15")), packs().known_by)
    buyer = add_party_facts(deal, view).party("buyer")
    assert buyer is not None
    return buyer.fact("captured_share_bis")


def value(fact: Fact) -> object:
    """Give the value of a fact that is known."""
    return fact.value if isinstance(fact, Known) else None


def test_an_owner_captured_in_the_middle_counts_whole() -> None:
    """A listed group holding 60 percent of the owner captures the buyer whole."""
    assert 100 == value(share_of_buyer(60, "Inspur Group Co., Ltd."))


def test_one_link_under_half_stops_the_cascade() -> None:
    """A listed group holding 49 percent of the owner captures nothing below."""
    assert 0 == value(share_of_buyer(49, "Inspur Group Co., Ltd."))


def test_owners_known_to_the_top_free_the_buyer() -> None:
    """Where every owner up to natural persons is unlisted, nothing is captured."""
    assert 0 == value(share_of_buyer(60, "Top Ltd"))


def test_a_circle_of_owners_stays_unknown() -> None:
    """Owners that hold each other in a circle are not freed."""
    assert value(share_of_buyer(60, "Top Ltd", above="middle")) is None

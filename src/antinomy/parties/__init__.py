"""Who is this: matches on lists, direct holdings, letters disclosed."""

from antinomy.parties.contradicted import party_contradictions
from antinomy.parties.enrich import add_party_facts
from antinomy.parties.holdings import captured_share
from antinomy.parties.search import NameHit, NameSearch, add_searches

__all__ = [
    "NameHit",
    "NameSearch",
    "add_party_facts",
    "add_searches",
    "captured_share",
    "party_contradictions",
]

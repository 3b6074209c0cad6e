"""Who is this: exact matches on lists, direct holdings, letters disclosed."""

from antinomy.parties.enrich import add_party_facts
from antinomy.parties.holdings import captured_share

__all__ = ["add_party_facts", "captured_share"]

"""Who is this: exact matches on lists, direct holdings, letters disclosed."""

from antinomy.parties.enrich import add_party_facts

__all__ = ["add_party_facts"]

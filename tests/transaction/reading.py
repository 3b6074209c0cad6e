"""Read a case from text against the shipped packs."""

from tests.cases.casefile import packs

from antinomy.files import parse_document
from antinomy.transaction import Transaction, facts_by_id, transaction_of
from antinomy.values import Fact


def read(text: str, name: str = "deal.yaml") -> Transaction:
    """Read a transaction from the text of a file."""
    node = parse_document(text, name)
    return transaction_of(node, packs().law.vocabulary, packs().lexicon())


def fact(text: str, fact_id: str) -> Fact:
    """Read a transaction and give one fact of it."""
    return facts_by_id(read(text))[fact_id]

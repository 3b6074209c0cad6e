"""The facts of a case, each sourced or unknown, and how they are written in files."""

from antinomy.transaction.deal import (
    Screening,
    Thing,
    Things,
    Transaction,
    case_of,
    facts_by_id,
    value_of,
)
from antinomy.transaction.derive import derive
from antinomy.transaction.facts import FactReader
from antinomy.transaction.reading import read_transaction, transaction_of
from antinomy.transaction.words import Lexicon

__all__ = [
    "FactReader",
    "Lexicon",
    "Screening",
    "Thing",
    "Things",
    "Transaction",
    "case_of",
    "derive",
    "facts_by_id",
    "read_transaction",
    "transaction_of",
    "value_of",
]

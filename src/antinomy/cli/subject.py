"""What is asked about: a transaction file, or a case file beside the packs.

A case file is a list of cases with what an authority says of them; the transaction of
its one case can be assessed like any other, on the first day the case is asked of.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from antinomy.files import Fields, Mapping, Node, read_document
from antinomy.files.node import as_listing
from antinomy.transaction import Transaction, transaction_of
from antinomy.values import InputError, Known
from antinomy.view import Packs


@dataclass(frozen=True, slots=True)
class Subject:
    """A transaction and the day it is asked of where nothing else is said."""

    transaction: Transaction
    day: date | None


def subject_from(path: Path, packs: Packs) -> Subject:
    """Read a transaction file, or the transaction of a case file.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    node, day = read_document(path), None
    if isinstance(node, Mapping) and "cases" in node.entries:
        node, day = _case(node)
    transaction = transaction_of(node, packs.law.vocabulary, packs.lexicon())
    return Subject(transaction, day or _act_day(transaction))


def _case(document: Mapping) -> tuple[Node, date | None]:
    """Give the transaction of the one case in a file, and its first day."""
    cases = as_listing(document.entries["cases"])
    if len(cases.items) != 1:
        message = "a case file to assess holds one case"
        raise InputError(message, cases.at)
    fields = Fields(cases.items[0])
    given = fields.take("transaction")
    if given is None:
        message = "this case is not of a transaction that stands in the file"
        raise InputError(message, fields.at)
    asked = fields.each("expect", _day)
    return given, asked[0] if asked else None


def _day(node: Node) -> date | None:
    return Fields(node).day("on")


def _act_day(transaction: Transaction) -> date | None:
    """Give the day of the act where the file states it."""
    fact = transaction.root.fact("dates.act")
    if isinstance(fact, Known) and isinstance(fact.value, date):
        return fact.value
    return None

"""Add to a transaction every derived fact: chips, parties, the foreign measure."""

from dataclasses import replace

from antinomy.catalogue import add_chip_facts
from antinomy.parties import add_party_facts
from antinomy.transaction import Transaction, derive
from antinomy.values import Fact, Known, Source
from antinomy.view import View


def prepare(transaction: Transaction, view: View) -> Transaction:
    """Give the transaction with its derived facts; what the file states stands."""
    derived = add_chip_facts(derive(transaction), view.packs.catalogue)
    derived = add_party_facts(derived, view)
    known = _foreign_measure(derived, view)
    return replace(derived, root=derived.root.adding(known))


def _foreign_measure(transaction: Transaction, view: View) -> dict[str, Fact]:
    """Give the day from which the cited measure was known, where the packs hold it."""
    cited = transaction.root.known("refusal.cites")
    measure = view.packs.law.measures.get(str(cited))
    if measure is None or measure.known_from is None:
        return {}
    source = Source(f"first known day of {measure.id}", address=measure.cite.address)
    return {"foreign_measure.known": Known(measure.known_from, source)}

"""Add to a transaction every derived fact: chips, parties, measures it names."""

from dataclasses import replace
from datetime import date

from antinomy.catalogue import add_chip_facts
from antinomy.parties import add_party_facts
from antinomy.transaction import Transaction, derive
from antinomy.values import Day, Fact, Known, Source
from antinomy.verdict.reliance import with_statements
from antinomy.view import View


def prepare(transaction: Transaction, view: View) -> Transaction:
    """Give the transaction with its derived facts; what the file states stands."""
    derived = add_chip_facts(derive(transaction), view.packs.catalogue)
    derived = _papers_issued(add_party_facts(derived, view), view)
    known = _foreign_measure(derived, view)
    root = with_statements(derived.root, view.law)
    return replace(derived, root=root.adding(known))


def _foreign_measure(transaction: Transaction, view: View) -> dict[str, Fact]:
    """Give the day from which the cited measure was known, where the packs hold it."""
    cited = transaction.root.known("refusal.cites")
    measure = view.packs.law.measures.get(str(cited))
    if measure is None or measure.known_from is None:
        return {}
    source = Source(f"first known day of {measure.id}", address=measure.cite.address)
    return {"foreign_measure.known": Known(measure.known_from, source)}


def _papers_issued(transaction: Transaction, view: View) -> Transaction:
    """Leave out the papers that were issued only after the day asked about."""
    root = transaction.root
    if "paper" not in root.lists:
        return transaction
    papers = root.lists["paper"]
    held = tuple(p for p in papers.members if not _is_later(p.known("issued"), view.on))
    lists = {**root.lists, "paper": replace(papers, members=held)}
    return replace(transaction, root=replace(root, lists=lists))


def _is_later(day: object, on: Day) -> bool:
    return isinstance(day, date) and day > on

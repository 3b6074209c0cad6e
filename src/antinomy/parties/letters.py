"""Which letters of BIS a party has disclosed or received.

A letter binds its addressee only. The catalogue tells what a firm has disclosed; the
file tells what was received, and whether that is all.
"""

from antinomy.catalogue import Firm
from antinomy.transaction import Transaction
from antinomy.values import Fact, Known, Source

_FIRM, _LETTERS = "firm", "disclosed_letters"


def facts_of_firm(
    firm: Firm | None, transaction: Transaction, *, is_named: bool
) -> dict[str, Fact]:
    """Give the firm and its letters; nothing where either is open.

    Args:
        firm: the firm of the catalogue that has the party's name.
        transaction: the case, for the letters that the file states.
        is_named: whether any name of the party is known.
    """
    received = _received(transaction)
    letters = transaction.root.lists.get("letter")
    is_whole = letters is not None and letters.is_complete
    if firm is not None:
        source = Source(f"name equals the firm {firm.name}", status=firm.status)
        facts: dict[str, Fact] = {_FIRM: Known(firm.id, source)}
        if firm.letters or is_whole:
            facts[_LETTERS] = Known(frozenset(firm.letters) | received, source)
        return facts
    if is_whole and is_named:
        source = Source("the file says that the letters received are complete")
        return {_LETTERS: Known(received, source)}
    return {}


def _received(transaction: Transaction) -> frozenset[str]:
    """Give the letters that the file names as received."""
    members = transaction.root.members("letter")
    named = (letter.known("letter") for letter in members)
    return frozenset(letter for letter in named if isinstance(letter, str))

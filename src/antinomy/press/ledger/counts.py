"""Which counts are told of one act as a whole: not of a part, nor run up over years."""

from antinomy.claims import Event, Figure, Item
from antinomy.press.found import Quantity
from antinomy.press.ledger.compare import told_range
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.woven import Extent

# Characters of a clause that only says since when.
_ADVERB = 32


def is_on_a_list(item: Item) -> bool:
    """Tell whether an item is of who was put on a list."""
    if isinstance(item, Figure):
        return item.subject.startswith("list:")
    return isinstance(item, Event) and item.object.startswith("list:")


def is_running(spotted: Spotted, place: int, words: LedgerWords) -> bool:
    """Tell whether what is told at a place has run up over a time.

    That stands in its clause, or in a short one before it.
    """
    text, own = spotted.told.text, spotted.clause_at(place)
    clause = spotted.clauses[own]
    if words.running.search(text, clause.start, clause.end):
        return True
    before = spotted.clauses[own - 1] if own else Extent(0, 0)
    is_short = before.end - before.start <= _ADVERB
    return is_short and bool(words.running.search(text, before.start, before.end))


def is_of_a_part(
    figure: Figure, spotted: Spotted, quantity: Quantity, words: LedgerWords
) -> bool:
    """Tell whether a count, smaller than the figure's, is told of a part of it."""
    _, high = told_range(quantity)
    if figure.value is None or high is None or high >= figure.value.low:
        return False
    text, origin = spotted.told.text, spotted.told.extent.start
    start, end = quantity.extent.start - origin, quantity.extent.end - origin
    own = spotted.clause_at(start)
    last = spotted.clauses[min(own + 1, len(spotted.clauses) - 1)]
    lead = text[max(spotted.clauses[own].start, start - _ADVERB) : start]
    return bool(
        words.part.before.search(lead)
        or words.part.behind.match(text, end, last.end)
        or words.part.near.search(text, end, last.end)
    )

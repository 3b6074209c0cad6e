"""How near to a quantity the words stand by which a figure is told."""

from collections.abc import Iterator

from antinomy.press.found import Quantity
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.shelf import Filed
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.woven import Extent

# How far from its quantity a figure's words stand: in its clause, in the one before,
# in the one after, somewhere in the sentence.
SAME_CLAUSE, CLAUSE_BEFORE, CLAUSE_AFTER, SENTENCE = range(4)


def nearest(
    cue: Filed, spotted: Spotted, quantity: Quantity, words: LedgerWords
) -> tuple[int, int, int] | None:
    """Look for a figure's words around a quantity, the nearest clauses first.

    Gives how near they stand, how many groups they are, and their distance.
    """
    everywhere = cue.places(spotted)
    if everywhere is None:
        return None
    against = cue.ruling_out(spotted)
    place = quantity.extent.start - spotted.told.extent.start
    for level, within in enumerate(_windows(spotted, place)):
        places = [_inside(group, within) for group in everywhere]
        if not all(places) or _inside(against, within):
            continue
        is_now = spotted.uses_in_clause(words.present, place)
        if level and not is_now and _is_taken(places[0], spotted, quantity):
            return None  # only what holds now shares the words of what held then
        distance = sum(min(abs(p - place) for p in group) for group in places)
        return level, len(places), distance
    return None


def _inside(places: list[int], within: Extent) -> list[int]:
    return [p for p in places if within.start <= p < within.end]


def _windows(spotted: Spotted, place: int) -> Iterator[Extent]:
    clauses = spotted.clauses
    number = spotted.clause_at(place)
    own = clauses[number]
    start = clauses[max(number - 1, 0)].start
    end = clauses[min(number + 1, len(clauses) - 1)].end
    yield own
    yield Extent(start, own.end)
    yield Extent(own.start, end)
    yield Extent(0, len(spotted.told.text))


def _is_taken(places: list[int], spotted: Spotted, quantity: Quantity) -> bool:
    """Tell whether words of other clauses belong to quantities that stand there.

    The two ends of a change share their words.
    """
    if quantity.relation in {"from", "to"}:
        return False
    origin = spotted.told.extent.start
    clauses = {spotted.clause_at(place) for place in places}
    if spotted.clause_at(quantity.extent.start - origin) in clauses:
        return False
    others = (q for q in spotted.told.quantities if q.unit == quantity.unit)
    return any(spotted.clause_at(q.extent.start - origin) in clauses for q in others)

"""Whether a sentence tells something as so: not asked, supposed, denied or to come."""

from collections.abc import Iterable

from antinomy.press.found import Quantity
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted


def is_doubtful(
    told_by: Iterable[frozenset[str]],
    spotted: Spotted,
    places: Iterable[int],
    words: LedgerWords,
) -> bool:
    """Tell whether a sentence asks, supposes, passes on a rumour, or denies.

    ``told_by`` are the groups of words by which an item is told at some places. A
    denial stands before a place in its clause; an item that is itself a denial is told
    by it.
    """
    text = spotted.told.text
    if text.rstrip().endswith(("?", "？")):
        return True
    bearing = {spotted.clause_at(place): place for place in sorted(places)}
    clauses = [(spotted.clauses[number], at) for number, at in bearing.items()]
    if words.supposed.search(text, 0, clauses[-1][0].end):
        return True
    if any(words.doubt.search(text, c.start, c.end) for c, _ in clauses):
        return True
    return any(
        _is_denied(text[clause.start : place], words) for clause, place in clauses
    ) and not _is_denial(told_by, words)


def _is_denied(lead: str, words: LedgerWords) -> bool:
    """Tell whether words that lead up to a place deny what follows."""
    return bool(words.denied.search(lead)) and not words.undenied.search(lead)


def _is_denial(told_by: Iterable[frozenset[str]], words: LedgerWords) -> bool:
    return any(
        denial in word
        for group in told_by
        for word in group
        for denial in words.denials
    )


def is_planned(spotted: Spotted, told: tuple[int, ...], words: LedgerWords) -> bool:
    """Tell whether what words at some places tell is still to come.

    That it will be done may have been made known before, which is then what is told.
    """
    text = spotted.told.text
    for place in told:
        clause = spotted.clauses[spotted.clause_at(place)]
        planned = words.planned.search(text, clause.start, place + 1)
        if planned and not words.announced.search(text, clause.start, planned.start()):
            return True
    return False


def is_undone(spotted: Spotted, anchor: int, words: LedgerWords) -> bool:
    """Tell whether the clause of an act tells that it was undone or fell through."""
    clause = spotted.clauses[spotted.clause_at(anchor)]
    return bool(words.undone.search(spotted.told.text, clause.start, clause.end))


def is_difference(
    told_by: Iterable[frozenset[str]],
    spotted: Spotted,
    quantity: Quantity,
    words: LedgerWords,
) -> bool:
    """Tell whether a quantity is by how much two things differ, or one has changed.

    An amount may itself be one by which something grows, where ``told_by``, the words
    that tell it, say so.
    """
    if quantity.relation in {"from", "to"}:
        return False
    text, origin = spotted.told.text, spotted.told.extent.start
    start, end = quantity.extent.start - origin, quantity.extent.end - origin
    if words.apart.match(text, end):
        return True
    clause = spotted.clauses[spotted.clause_at(start)]
    changed = words.changed.search(text[clause.start : start])
    if changed is None or quantity.unit == "%":
        return changed is not None
    return not any(word in changed[0] for group in told_by for word in group)

"""Whether a quantity is told of the subject of a figure."""

from typing import Final

from antinomy.claims import Figure, Terms
from antinomy.press.found import Mention, Quantity
from antinomy.press.ledger.doers import is_of_another_place
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted

# Kinds of thing of which a page's own finding of whose a number is settles it.
_OWNERS: Final = frozenset({"chip", "org", "place"})


def is_of_subject(
    figure: Figure, spotted: Spotted, quantity: Quantity, words: LedgerWords
) -> bool:
    """Tell whether a quantity is told of a figure's subject, but for places.

    Of things of one kind, as chips, the subject is the nearest one named before the
    quantity, else the first after it in its clause; what the figure is compared with
    is left out.
    """
    kind = _sort_of(figure.subject)
    owner = quantity.subject or ""
    if _is_owned(figure, quantity) and owner not in {figure.subject, figure.against}:
        return False
    if kind not in _OWNERS or kind == "place":
        return True
    if _is_only_beside(figure, spotted, words):
        return False
    if kind == "org":
        return True
    named = _nearest_named(figure, spotted, quantity)
    if named is None:
        return not _is_of_a_maker(spotted, quantity)
    return figure.subject in {owner, named.thing}


def _is_only_beside(figure: Figure, spotted: Spotted, words: LedgerWords) -> bool:
    """Tell whether a subject is named only to name another by it, as a rival."""
    origin, text = spotted.told.extent.start, spotted.told.text
    named = [m for m in spotted.told.mentions if m.thing == figure.subject]
    return bool(named) and all(
        words.beyond.match(text, mention.extent.end - origin) for mention in named
    )


def is_of_place(
    figure: Figure,
    spotted: Spotted,
    quantity: Quantity,
    words: LedgerWords,
    terms: Terms,
) -> bool:
    """Tell whether no other place leads the clause of a quantity told of one."""
    if _sort_of(figure.subject) != "place" or _is_owned(figure, quantity):
        return True
    place = quantity.extent.start - spotted.told.extent.start
    return not is_of_another_place(figure.subject, spotted, place, words.doers, terms)


def _is_owned(figure: Figure, quantity: Quantity) -> bool:
    """Tell whether a page's own finding says whose a quantity is."""
    kind = _sort_of(figure.subject)
    return kind in _OWNERS and _sort_of(quantity.subject or "") == kind


def _nearest_named(
    figure: Figure, spotted: Spotted, quantity: Quantity
) -> Mention | None:
    """Give the last thing of the figure's kind before a quantity, or the next."""
    told, at = spotted.told, quantity.extent.start
    clause = spotted.clauses[spotted.clause_at(at - told.extent.start)]
    end = told.extent.start + clause.end
    placed = [
        mention
        for mention in told.mentions
        if _sort_of(mention.thing) == _sort_of(figure.subject)
        and mention.thing != figure.against
    ]
    before = [mention for mention in placed if mention.extent.start < at]
    after = [mention for mention in placed if at <= mention.extent.start < end]
    return next(iter(before[-1:] + after[:1]), None)


def _is_of_a_maker(spotted: Spotted, quantity: Quantity) -> bool:
    """Tell whether the clause of a quantity names a firm, and its chip no earlier."""
    at = quantity.extent.start - spotted.told.extent.start
    clause = spotted.clauses[spotted.clause_at(at)]
    return any(
        _sort_of(thing) == "org" and clause.start <= place < clause.end
        for thing, places in spotted.named.items()
        for place in places
    )


def _sort_of(thing: str) -> str:
    return thing.partition(":")[0]

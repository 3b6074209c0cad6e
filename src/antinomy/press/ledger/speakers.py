"""Who says it, where a sentence gives a figure or an assertion to somebody."""

from collections.abc import Iterator

from antinomy.claims import Statement, Terms
from antinomy.press.ledger.compare import is_one_of
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted

# Characters between a name and the word that gives it the saying.
_REACH = 18
_SPEAKING = ("person", "org")


def speakers_in(spotted: Spotted, words: LedgerWords) -> tuple[str, ...]:
    """Give persons and organisations to whom a sentence gives what it tells.

    The statements found there come first; without one, a name before a word such as
    "report" or after one such as "according to".
    """
    statements = (s for s in spotted.told.statements if not s.author)
    told = [t for s in statements for t in (s.speaker, s.org) if t and _speaks(t)]
    return tuple(dict.fromkeys(told)) or _beside_words(spotted, words)


def is_anothers_word(
    item: Statement, spotted: Spotted, words: LedgerWords, terms: Terms
) -> bool:
    """Tell whether a sentence gives what was said to others, and names nobody held."""
    held = tuple(t for t in (item.speaker, item.org) if t)
    told = speakers_in(spotted, words)
    if not held or not told or is_one_of(told, held, terms):
        return False
    return not is_one_of(tuple(spotted.named), held, terms)


def _beside_words(spotted: Spotted, words: LedgerWords) -> tuple[str, ...]:
    named = [
        (place, thing)
        for thing, places in spotted.named.items()
        if _speaks(thing)
        for place in places
    ]
    found: set[tuple[int, str]] = set()
    if not named:
        return ()
    for word, at in _places(spotted, words.attribute):
        before = [(p, t) for p, t in named if 0 < at - p <= _REACH + len(word)]
        found |= {max(before)} if before else set()
    for word, at in _places(spotted, words.credit):
        after = [(p, t) for p, t in named if 0 < p - at <= _REACH + len(word)]
        found |= {min(after)} if after else set()
    return tuple(dict.fromkeys(thing for _, thing in sorted(found)))


def _places(spotted: Spotted, words: frozenset[str]) -> Iterator[tuple[str, int]]:
    for word, places in spotted.words.items():
        if word in words:
            yield from ((word, at) for at in places)


def _speaks(thing: str) -> bool:
    return thing.partition(":")[0] in _SPEAKING

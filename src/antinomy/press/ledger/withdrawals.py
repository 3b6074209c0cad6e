"""Whether a withdrawal told takes back what the record says was taken back.

It does so where it names the matter; or where it names none, and what was taken back
has been told before, or its parties have been named shortly before.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from antinomy.claims import Claims, Event
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted

# Sentences back to which a withdrawal without a name of its own may refer.
_REACH = 3


@dataclass(frozen=True, slots=True)
class Before:
    """What a page has told so far: items by their ids, and what it named of late."""

    items: set[str] = field(default_factory=set)
    named: deque[frozenset[str]] = field(default_factory=lambda: deque(maxlen=_REACH))

    def names(self, things: Iterable[str], claims: Claims) -> bool:
        """Tell whether one of some things, or what is of it, was named of late."""
        held = tuple(things)
        kin = claims.terms.are_kin
        return any(
            kin(thing, one) for names in self.named for thing in names for one in held
        )


def takes_back(
    item: Event,
    spotted: Spotted,
    anchor: int,
    before: Before,
    claims: Claims,
    words: LedgerWords,
) -> bool:
    """Tell whether a sentence withdraws what an item of the record withdrew.

    ``anchor`` is the place of the word that withdraws, ``before`` what the page has
    told up to here.
    """
    withdrawn = {r.item for r in item.relations if r.kind == "retracts"}
    if not withdrawn or _names_matter(item, spotted, anchor, claims):
        return True
    is_told = not withdrawn.isdisjoint(before.items) or (
        before.names((item.object,), claims) and before.names(item.actors, claims)
    )
    return is_told and _is_bare(item, spotted, anchor, words)


def _names_matter(item: Event, spotted: Spotted, anchor: int, claims: Claims) -> bool:
    """Tell whether the clause of a withdrawal names what the item is about."""
    clause = spotted.clauses[spotted.clause_at(anchor)]
    return any(
        clause.start <= place < clause.end
        for thing, places in spotted.named.items()
        if claims.terms.are_kin(thing, item.object)
        for place in places
    )


def _is_bare(item: Event, spotted: Spotted, anchor: int, words: LedgerWords) -> bool:
    """Tell whether what is withdrawn goes without a name of its own."""
    text, withdrawn = spotted.told.text, words.withdrawn
    clause = spotted.clauses[spotted.clause_at(anchor)]
    verbs = {word for cue in item.cues for word in cue.words[0]}
    things = {w for cue in item.cues for group in cue.words[1:] for w in group}
    used = spotted.words.items()
    behind = anchor + max(len(w) for w, at in used if w in verbs and anchor in at)
    nouns = sorted(
        (place, place + len(word))
        for word, places in used
        for place in places
        if word in things and clause.start <= place < clause.end
    )
    after = [(start, end) for start, end in nouns if start >= behind]
    if any(
        withdrawn.bare.fullmatch(text, behind, start)
        and not withdrawn.more.match(text, end)
        for start, end in after
    ):
        return True
    return any(
        withdrawn.lead.search(text[clause.start : start]) or start == clause.start
        for start, end in nouns
        if end <= anchor
    )

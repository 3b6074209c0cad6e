"""Recognise items of the record in what a page tells, by things named and words used.

An event or a statement is recognised in a sentence; a figure at a quantity of its
unit, by the words nearest to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from antinomy.claims import Claims, Cue, Event, Figure, Item, Statement
from antinomy.press.found import Mention, Quantity
from antinomy.press.ledger.doers import (
    Parties,
    is_anothers,
    is_of_another_place,
    parties_of,
    words_at,
)
from antinomy.press.ledger.doubting import is_difference, is_doubtful, is_planned
from antinomy.press.ledger.ledger_words import LedgerWords, WordedFigure
from antinomy.press.ledger.speakers import is_anothers_word
from antinomy.press.ledger.spotting import Spotted, Spotter
from antinomy.press.ledger.told import Told
from antinomy.press.woven import Extent

# How far from its quantity a figure's words stand: in its clause, in the one before,
# in the one after, somewhere in the sentence.
SAME_CLAUSE, CLAUSE_BEFORE, CLAUSE_AFTER, SENTENCE = range(4)

# Kinds of thing of which a page's own finding of whose a number is settles it.
_OWNERS = frozenset({"chip", "org", "place"})

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Recognised:
    """An item told in a sentence; ``anchor`` is the place of its most telling word."""

    item: Item
    spotted: Spotted
    anchor: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a quantity may tell, and how near its words stand."""

    figure: Figure
    level: int
    groups: int
    distance: int

    @property
    def order(self) -> tuple[int, int, int]:
        """Give what is nearer first; of equal level, what more words tell."""
        return self.level, -self.groups, self.distance


class Recogniser:
    """Items of a record, filed by the words by which they are told."""

    def __init__(self, claims: Claims, words: LedgerWords) -> None:
        self.claims = claims
        self.words = words
        items = [i for i in claims.items.values() if not isinstance(i, Figure)]
        figures = [i for i in claims.items.values() if isinstance(i, Figure)]
        self._told = _Shelf(items)
        self._measured = _Shelf(figures)
        cues = (cue for item in claims.items.values() for cue in item.cues)
        used = (w for c in cues for group in (*c.words, c.without) for w in group)
        scopes = (i.scope for i in claims.items.values() if isinstance(i, Figure))
        limits = (w for s in scopes if s for w in (*s.needs, *s.refuses))
        keys = (w for item in claims.items.values() for w in _keys_of(item))
        # Who puts parties on a list is who the record's own events say.
        self._keepers = {
            item.object: item.actors
            for item in claims.items.values()
            if isinstance(item, Event) and item.object.startswith("list:")
        }
        self._spotter = Spotter(chain(used, limits, keys), words, claims.terms)

    def spot(self, sentences: Iterable[Told]) -> Iterator[Spotted]:
        """Spot what each sentence names and which known words it uses."""
        return self._spotter.spot(sentences)

    def words_in(self, text: str) -> Mapping[str, tuple[int, ...]]:
        """Give the known words of a text and where each begins."""
        return self._spotter.words_in(text)

    def items_in(self, spotted: Spotted) -> Iterator[Recognised]:
        """Give the events, statements, listings and holdings told in a sentence."""
        seen: set[str] = set()
        for cue, items in self._told.at(spotted):
            places = cue.places(spotted)
            if places is None or _is_ruled_out(cue, spotted, places):
                continue
            anchor = min(places[0])
            told = tuple(words_at(places, anchor))
            if any(is_doubtful(cue.words, spotted, p, self.words) for p in told):
                continue
            for item in items:
                if item.id not in seen and self._is_its_own(item, spotted, told):
                    seen.add(item.id)
                    yield Recognised(item, spotted, anchor)

    def _is_its_own(self, item: Item, spotted: Spotted, told: tuple[int, ...]) -> bool:
        """Tell whether it is this act that is told: by its doers, and as done."""
        if isinstance(item, Statement):
            return not is_anothers_word(item, spotted, self.words, self.claims.terms)
        if isinstance(item, Event):
            if item.kind not in self.words.spoken and is_planned(
                spotted, told, self.words
            ):
                return False
        parties = parties_of(item)
        if parties is None:
            return True
        if parties.kind in self.words.doers.made and not _is_made(parties, spotted, told):
            return False
        terms = self.claims.terms
        return not is_anothers(parties, spotted, told, self.words.doers, terms)

    def figures_at(self, spotted: Spotted, quantity: Quantity) -> list[Candidate]:
        """Give the figures a quantity may tell, of the nearest series only."""
        found: dict[str, Candidate] = {}
        for cue, figures in self._measured.at(spotted):
            measured = [
                figure
                for figure in figures
                if figure.unit == quantity.unit
                and self._is_subject(figure, spotted, quantity)
            ]
            near = _nearest(cue, spotted, quantity, self.words) if measured else None
            place = quantity.extent.start - spotted.told.extent.start
            if near is None or is_doubtful(cue.words, spotted, place, self.words):
                continue
            if is_difference(cue.words, spotted, quantity, self.words):
                continue
            measured = [f for f in measured if not self._is_of_another(f, cue, spotted)]
            for figure in measured:
                candidate = Candidate(figure, *near)
                if _better(candidate, found.get(figure.id)):
                    found[figure.id] = candidate
        return _of_one_series(found.values())

    def _is_subject(
        self, figure: Figure, spotted: Spotted, quantity: Quantity
    ) -> bool:
        """Tell whether a quantity is told of the figure's subject.

        Of things of one kind, as chips, the subject is the nearest one named before
        the quantity, else the first after it in its clause; what the figure is
        compared with is left out.
        """
        kind = figure.subject.partition(":")[0]
        owner = quantity.subject or ""
        is_owned = kind in _OWNERS and owner.partition(":")[0] == kind
        if is_owned and owner not in {figure.subject, figure.against}:
            return False
        if kind == "place" and not is_owned:
            return not is_of_another_place(
                figure.subject,
                spotted,
                quantity.extent.start - spotted.told.extent.start,
                self.words.doers,
                self.claims.terms,
            )
        if kind != "chip":
            return True
        named = _nearest_named(figure, spotted, quantity)
        if named is None:
            return not _is_of_a_maker(spotted, quantity)
        behind = named.extent.end - spotted.told.extent.start
        if self.words.beyond.match(spotted.told.text, behind):
            return False
        return figure.subject in {owner, named.thing}

    def _is_of_another(self, figure: Figure, cue: "_Filed", spotted: Spotted) -> bool:
        """Tell whether a number of a list is told of what another did."""
        actors = self._keepers.get(figure.subject)
        places = cue.places(spotted)
        if actors is None or places is None:
            return False
        parties = Parties(actors, figure.subject)
        told = tuple(words_at(places, min(places[0])))
        return is_anothers(
            parties, spotted, told, self.words.doers, self.claims.terms
        )

    def worded_in(self, spotted: Spotted) -> Iterator[Quantity]:
        """Give the numbers that a sentence says in words."""
        for worded in self.words.worded:
            used = [word for word in worded.words if word in spotted.words]
            if used:
                yield _quantity(worded, spotted, max(used, key=len))


@dataclass(frozen=True, slots=True)
class _Filed:
    """A cue made ready for looking it up."""

    things: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    without: frozenset[str]

    def places(self, spotted: Spotted) -> list[list[int]] | None:
        """Give the places of each group of words in a sentence, or None."""
        if any(group.isdisjoint(spotted.things) for group in self.things):
            return None
        found: list[list[int]] = []
        for group in self.words:
            places = [p for w, at in spotted.words.items() if w in group for p in at]
            if not places:
                return None
            found.append(places)
        return found

    def ruling_out(self, spotted: Spotted) -> list[int]:
        """Give the places of words that no telling has."""
        used = spotted.words.items()
        return [p for w, at in used if w in self.without for p in at]


class _Shelf(Generic[T]):
    """Items by the words of the first group of their cues; a cue shared is one."""

    def __init__(self, items: Iterable[T]) -> None:
        told: dict[Cue, list[T]] = {}
        for item in items:
            for cue in item.cues:
                told.setdefault(cue, []).append(item)
        self._cues = [(_filed(cue), tuple(items)) for cue, items in told.items()]
        self._by_word: dict[str, list[int]] = {}
        for number, cue in enumerate(told):
            for word in cue.words[0]:
                self._by_word.setdefault(word, []).append(number)

    def at(self, spotted: Spotted) -> Iterator[tuple[_Filed, tuple[T, ...]]]:
        """Give the cues of whose first words a sentence uses one."""
        used = {n for word in spotted.words for n in self._by_word.get(word, ())}
        return (self._cues[number] for number in sorted(used))


def _filed(cue: Cue) -> _Filed:
    return _Filed(
        tuple(frozenset(group) for group in cue.things),
        tuple(frozenset(group) for group in cue.words),
        frozenset(cue.without),
    )


def _keys_of(item: Item) -> Iterator[str]:
    for group in getattr(item, "keys", ()):
        yield from group


def _is_ruled_out(cue: _Filed, spotted: Spotted, places: list[list[int]]) -> bool:
    """Tell whether a clause that tells the item uses a word that no telling has."""
    against = cue.ruling_out(spotted)
    if not against:
        return False
    clauses = {spotted.clause_at(min(group)) for group in places}
    return any(spotted.clause_at(place) in clauses for place in against)


def _nearest(
    cue: _Filed, spotted: Spotted, quantity: Quantity, words: LedgerWords
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
        if level and _is_taken(places[0], spotted, quantity):
            if not spotted.uses_in_clause(words.now, place):
                return None  # what holds now is told in the words of what held then
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


def _is_made(parties: Parties, spotted: Spotted, told: tuple[int, ...]) -> bool:
    """Tell whether what is made known stands in the clause of the act, or before."""
    places = spotted.named.get(parties.object, ())
    act = spotted.clause_at(told[0])
    return not places or any(spotted.clause_at(place) <= act for place in places)


def _better(one: Candidate, other: Candidate | None) -> bool:
    return other is None or one.order < other.order


def _of_one_series(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep the candidates of the series whose words stand nearest."""
    nearest = sorted(found, key=lambda c: (c.order, c.figure.id))
    if not nearest:
        return []
    series = _series(nearest[0].figure)
    return [candidate for candidate in nearest if _series(candidate.figure) == series]


def _series(figure: Figure) -> str:
    return figure.series or figure.id


def _quantity(worded: WordedFigure, spotted: Spotted, word: str) -> Quantity:
    start = spotted.told.extent.start + spotted.words[word][0]
    extent = Extent(start, start + len(word))
    if worded.low is None:
        assert worded.high is not None, "a worded figure has a bound"
        return Quantity(extent, worded.high, worded.unit, "le")
    if worded.high is None:
        return Quantity(extent, worded.low, worded.unit, "ge")
    return Quantity(extent, worded.low, worded.unit, "eq", worded.high)

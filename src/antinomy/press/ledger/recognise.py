"""Recognise items of the record in what a page tells, by things named and words used.

An event or a statement is recognised in a sentence; a figure at a quantity of its
unit, by the words nearest to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from antinomy.claims import Claims, Event, Figure, Item, Statement
from antinomy.press.found import Quantity
from antinomy.press.ledger.counts import is_of_a_part, is_on_a_list, is_running
from antinomy.press.ledger.doers import (
    Parties,
    is_aimed_elsewhere,
    is_anothers,
    parties_of,
    words_at,
)
from antinomy.press.ledger.doubting import (
    is_difference,
    is_doubtful,
    is_planned,
    is_undone,
)
from antinomy.press.ledger.ledger_words import LedgerWords, WordedFigure
from antinomy.press.ledger.nearness import nearest
from antinomy.press.ledger.shelf import Filed, Shelf
from antinomy.press.ledger.speakers import is_anothers_word
from antinomy.press.ledger.spotting import Spotted, Spotter
from antinomy.press.ledger.subjects import is_of_place, is_of_subject
from antinomy.press.ledger.told import Told
from antinomy.press.woven import Extent


@dataclass(frozen=True, slots=True)
class Recognised:
    """An item told in a sentence; ``anchor`` is the place of its most telling word.

    ``told`` are the places of all words that tell it.
    """

    item: Item
    spotted: Spotted
    anchor: int
    told: tuple[int, ...]


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
        self._told = Shelf(items)
        self._measured = Shelf(figures)
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
        self._sides = _sides_of(claims)
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
            if is_doubtful(cue.words, spotted, told, self.words):
                continue
            for item in items:
                if item.id not in seen and self._is_its_own(item, spotted, told):
                    seen.add(item.id)
                    yield Recognised(item, spotted, anchor, told)

    def _is_its_own(self, item: Item, spotted: Spotted, told: tuple[int, ...]) -> bool:
        """Tell whether it is this act that is told: by its doers, and as done."""
        if isinstance(item, Statement):
            return not is_anothers_word(item, spotted, self.words, self.claims.terms)
        if not isinstance(item, Event):
            return True
        words, terms = self.words, self.claims.terms
        if is_on_a_list(item) and is_running(spotted, told[-1], words):
            return False
        if item.kind not in words.spoken and is_planned(spotted, told, words):
            return False
        if item.kind in words.undoable and is_undone(spotted, told[0], words):
            return False
        if item.kind in words.doers.made and not _is_made(item, spotted, told):
            return False
        parties = parties_of(item)
        if parties is None:
            return True
        return not is_anothers(parties, spotted, told, words.doers, terms)

    def figures_at(self, spotted: Spotted, quantity: Quantity) -> list[Candidate]:
        """Give the figures a quantity may tell, of the nearest series only."""
        found: dict[str, Candidate] = {}
        for cue, figures in self._measured.at(spotted):
            measured = [
                figure
                for figure in figures
                if figure.unit == quantity.unit
                and is_of_subject(figure, spotted, quantity, self.words)
            ]
            near = nearest(cue, spotted, quantity, self.words) if measured else None
            place = quantity.extent.start - spotted.told.extent.start
            if near is None or is_doubtful(cue.words, spotted, (place,), self.words):
                continue
            if is_difference(cue.words, spotted, quantity, self.words):
                continue
            for figure in measured:
                if self._is_of_another(figure, cue, spotted, quantity):
                    continue
                candidate = Candidate(figure, *near)
                if _better(candidate, found.get(figure.id)):
                    found[figure.id] = candidate
        return _of_one_series(found.values())

    def _is_of_another(
        self, figure: Figure, cue: Filed, spotted: Spotted, quantity: Quantity
    ) -> bool:
        """Tell whether a number is told of another place, or of another's list."""
        words, terms = self.words, self.claims.terms
        place = quantity.extent.start - spotted.told.extent.start
        if is_on_a_list(figure) and (
            is_of_a_part(figure, spotted, quantity, words)
            or is_running(spotted, place, words)
        ):
            return True
        if not is_of_place(figure, spotted, quantity, words, terms):
            return True
        sides = self._sides.get(figure.of_measure)
        if sides and is_aimed_elsewhere(sides, spotted, place, words.doers, terms):
            return True
        actors = self._keepers.get(figure.subject)
        places = cue.places(spotted)
        if actors is None or places is None:
            return False
        parties = Parties(actors, figure.subject)
        told = tuple(words_at(places, min(places[0])))
        return is_anothers(parties, spotted, told, words.doers, terms)

    def worded_in(self, spotted: Spotted) -> Iterator[Quantity]:
        """Give the numbers that a sentence says in words."""
        for worded in self.words.worded:
            used = [word for word in worded.words if word in spotted.words]
            if used:
                yield _quantity(worded, spotted, max(used, key=len))


def _sides_of(claims: Claims) -> dict[str, frozenset[str]]:
    """Give the states between which measures lie, by what was done about them."""
    found: dict[str, set[str]] = {}
    for item in claims.items.values():
        if isinstance(item, Event) and item.measure:
            sides = {*item.actors, item.object}
            states = {side for side in sides if side.startswith("place:")}
            found.setdefault(item.measure, set()).update(states)
    return {measure: frozenset(sides) for measure, sides in found.items()}


def _keys_of(item: Item) -> Iterator[str]:
    for group in getattr(item, "keys", ()):
        yield from group


def _is_ruled_out(cue: Filed, spotted: Spotted, places: list[list[int]]) -> bool:
    """Tell whether a clause that tells the item uses a word that no telling has."""
    against = cue.ruling_out(spotted)
    if not against:
        return False
    clauses = {spotted.clause_at(min(group)) for group in places}
    return any(spotted.clause_at(place) in clauses for place in against)


def _is_made(item: Event, spotted: Spotted, told: tuple[int, ...]) -> bool:
    """Tell whether what is made known stands in the clause of the act, or before."""
    places = spotted.named.get(item.object, ())
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

"""Recognise items of the record in what a page tells, by things named and words used.

An event or a statement is recognised in a sentence; a figure at a quantity of its
unit, by the words nearest to it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from antinomy.claims import Claims, Cue, Figure, Item
from antinomy.press.found import Quantity
from antinomy.press.ledger.ledger_words import LedgerWords, WordedFigure
from antinomy.press.ledger.spotting import Spotted, Spotter
from antinomy.press.ledger.told import Told
from antinomy.press.woven import Extent

# How far from its quantity a figure's words stand: in its clause, in the one before,
# in the one after, somewhere in the sentence.
SAME_CLAUSE, CLAUSE_BEFORE, CLAUSE_AFTER, SENTENCE = range(4)

Groups = tuple[tuple[str, ...], ...]


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
        self._items: list[tuple[Item, Cue]] = []
        self._figures: list[tuple[Figure, Cue]] = []
        self._told_by: dict[str, list[int]] = {}
        self._measured_by: dict[str, list[int]] = {}
        for item in claims.items.values():
            for cue in item.cues:
                self._file(item, cue)
        cues = (cue for item in claims.items.values() for cue in item.cues)
        used = (w for c in cues for group in (*c.words, c.without) for w in group)
        scopes = (i.scope for i in claims.items.values() if isinstance(i, Figure))
        limits = (w for s in scopes if s for w in (*s.needs, *s.refuses))
        keys = (w for item in claims.items.values() for w in _keys_of(item))
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
        whole = Extent(0, len(spotted.told.text))
        for number in _filed(self._told_by, spotted):
            item, cue = self._items[number]
            if item.id in seen or not _fits(cue, spotted):
                continue
            places = _used(cue.words, spotted, whole)
            if places and not _is_ruled_out(cue, spotted, places):
                seen.add(item.id)
                yield Recognised(item, spotted, min(places[0]))

    def figures_at(self, spotted: Spotted, quantity: Quantity) -> list[Candidate]:
        """Give the figures a quantity may tell, of the nearest series only."""
        found: dict[str, Candidate] = {}
        for number in _filed(self._measured_by, spotted):
            figure, cue = self._figures[number]
            if figure.unit != quantity.unit or not _fits(cue, spotted):
                continue
            if not _is_subject(figure, spotted, quantity):
                continue
            candidate = _nearest(figure, cue, spotted, quantity)
            if candidate and _better(candidate, found.get(figure.id)):
                found[figure.id] = candidate
        return _of_one_series(found.values())

    def worded_in(self, spotted: Spotted) -> Iterator[Quantity]:
        """Give the numbers that a sentence says in words."""
        for worded in self.words.worded:
            used = [word for word in worded.words if word in spotted.words]
            if used:
                yield _quantity(worded, spotted, max(used, key=len))

    def _file(self, item: Item, cue: Cue) -> None:
        """File a cue under each word of its first group."""
        if isinstance(item, Figure):
            self._figures.append((item, cue))
            filed, number = self._measured_by, len(self._figures) - 1
        else:
            self._items.append((item, cue))
            filed, number = self._told_by, len(self._items) - 1
        for word in cue.words[0]:
            filed.setdefault(word, []).append(number)


def _filed(filed: Mapping[str, list[int]], spotted: Spotted) -> list[int]:
    """Give the numbers of the cues one of whose first words is used."""
    return sorted({n for word in spotted.words for n in filed.get(word, ())})


def _keys_of(item: Item) -> Iterator[str]:
    for group in getattr(item, "keys", ()):
        yield from group


def _fits(cue: Cue, spotted: Spotted) -> bool:
    """Tell whether a sentence has a member of each group of words and of things."""
    return all(
        any(word in spotted.words for word in group) for group in cue.words
    ) and all(any(thing in spotted.things for thing in group) for group in cue.things)


def _is_ruled_out(cue: Cue, spotted: Spotted, places: list[list[int]]) -> bool:
    """Tell whether a clause that tells the item uses a word that no telling has."""
    clauses = {spotted.clause_at(min(group)) for group in places}
    return any(
        spotted.clause_at(place) in clauses
        for word in cue.without
        for place in spotted.words.get(word, ())
    )


def _used(groups: Groups, spotted: Spotted, within: Extent) -> list[list[int]] | None:
    """Give for each group of words the places within an extent, or None."""
    found: list[list[int]] = []
    for group in groups:
        places = [p for word in group for p in _inside(spotted, word, within)]
        if not places:
            return None
        found.append(places)
    return found


def _inside(spotted: Spotted, word: str, within: Extent) -> list[int]:
    places = spotted.words.get(word)
    if places is None:
        return []
    return [p for p in places if within.start <= p < within.end]


def _nearest(
    figure: Figure, cue: Cue, spotted: Spotted, quantity: Quantity
) -> Candidate | None:
    """Look for a figure's words around a quantity, the nearest clauses first."""
    place = quantity.extent.start - spotted.told.extent.start
    for level, within in enumerate(_windows(spotted, place)):
        places = _used(cue.words, spotted, within)
        if places is None or any(_inside(spotted, w, within) for w in cue.without):
            continue
        if level and _is_taken(places[0], spotted, quantity):
            return None
        distance = sum(min(abs(p - place) for p in group) for group in places)
        return Candidate(figure, level, len(cue.words), distance)
    return None


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


def _is_subject(figure: Figure, spotted: Spotted, quantity: Quantity) -> bool:
    """Tell whether a quantity is told of the figure's subject.

    Of things of one kind, as chips, the subject is the nearest one named before the
    quantity, else the first after it; what the figure is compared with is left out.
    """
    kind = figure.subject.partition(":")[0]
    if quantity.subject and quantity.subject.partition(":")[0] == kind:
        return quantity.subject in {figure.subject, figure.against}
    if kind != "chip":
        return True
    at = quantity.extent.start - spotted.told.extent.start
    placed = sorted(
        (place, thing)
        for thing, places in spotted.named.items()
        if thing.partition(":")[0] == kind and thing != figure.against
        for place in places
    )
    before = [thing for place, thing in placed if place < at]
    named = before[-1:] or [thing for _, thing in placed[:1]]
    return not named or named[0] == figure.subject


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

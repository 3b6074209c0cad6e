"""Who does what a clause tells, and whether that is another than the record holds.

A clause is led by its doer. What a preposition or a particle governs, firms and goods
of a place, and whoever only says what follows are no doers; an agent after a passive
is. Without a doer of its own a clause goes on with the one before.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from antinomy.claims import Event, Item, Terms
from antinomy.press.ledger.doer_words import DoerWords
from antinomy.press.ledger.spotting import Named, Spotted
from antinomy.press.woven import Extent

# Characters before a name that show what it does.
_LEAD = 40


_Groups = tuple[tuple[Named, ...], ...]


@dataclass(frozen=True, slots=True)
class Parties:
    """Who did something, to what, where, by an item of the record."""

    actors: tuple[str, ...]
    object: str = ""
    place: str = ""
    kind: str = ""


def parties_of(item: Item) -> Parties | None:
    """Give the parties of an event, or None where nobody is held to have acted."""
    if not isinstance(item, Event) or not item.actors:
        return None
    return Parties(item.actors, item.object, item.place, item.kind)


def is_anothers(
    parties: Parties,
    spotted: Spotted,
    places: Iterable[int],
    words: DoerWords,
    terms: Terms,
) -> bool:
    """Tell whether a sentence gives an act to somebody who is no party to it.

    ``places`` are those of the words that tell the act; each clause that holds one is
    asked for its doer.
    """
    asked = _Asked(parties, spotted, words, terms)
    if parties.kind in words.by_word and asked.names_actor():
        return False
    bearing: dict[int, list[int]] = {}
    for place in places:
        bearing.setdefault(spotted.clause_at(place), []).append(place)
    return any(
        asked.is_against(number, at, is_first=number == min(bearing))
        for number, at in bearing.items()
    )


def is_aimed_elsewhere(
    sides: Iterable[str], spotted: Spotted, place: int, words: DoerWords, terms: Terms
) -> bool:
    """Tell whether the clause at a place names another place a duty lies on.

    ``sides`` are the states between which the duty lies.
    """
    asked = _Asked(Parties(tuple(sides)), spotted, words, terms)
    return asked.is_aimed_elsewhere(spotted.clauses[spotted.clause_at(place)])


class _Asked:
    """Asks the clauses of one sentence for their doers."""

    def __init__(
        self, parties: Parties, spotted: Spotted, words: DoerWords, terms: Terms
    ) -> None:
        self._parties, self._words, self._terms = parties, words, terms
        self._spotted, self._text = spotted, spotted.told.text
        self._all: Sequence[Named] = spotted.actors
        if parties.place:
            self._all = [n for n in self._all if n.thing != parties.place]

    def is_against(self, number: int, at: list[int], *, is_first: bool) -> bool:
        """Tell whether the doer of a clause is no party."""
        clause = self._spotted.clauses[number]
        names = self._names(clause)
        agent = self._words.agent
        agents = (n for n in names if self._follows(agent, n, clause))
        acting = next(agents, None)
        if acting is not None:
            return not self._is_actor(acting.thing)
        if self._words.passive.search(self._text, clause.start, clause.end):
            return any(self._is_issuer(n, clause, max(at)) for n in names)
        named = {name.start for name in names}
        first = min((place for place in at if place not in named), default=min(at))
        groups = self._doers(names, clause, first)
        if groups and self._is_beside(names, clause, first):
            return False
        if not groups and self._is_joint() and not self._names_both():
            return True
        if self._words.private.search(self._text, clause.start, max(first, 0)):
            return not any(self._is_actor(n.thing) for g in groups for n in g)
        if self._is_elsewhere(names, clause):
            return True
        while is_first and not groups and number > 0:
            number -= 1
            before = self._spotted.clauses[number]
            groups = self._doers(self._names(before), before, before.end)
        return bool(groups) and self._are_others(groups)

    def is_led_elsewhere(self, clause: Extent, end: int) -> bool:
        """Tell whether places lead a clause of which none is an actor."""
        names = self._names(clause)
        if any(self._is_actor(name.thing) for name in names):
            return False
        groups = self._doers(names, clause, end)
        return any(n.thing.startswith("place:") for group in groups for n in group)

    def is_aimed_elsewhere(self, clause: Extent) -> bool:
        """Tell whether a clause names, as a target, a place that is no side."""
        return any(
            name.thing.startswith("place:")
            and not self._is_actor(name.thing)
            and self._follows(self._words.target, name, clause)
            for name in self._names(clause)
        )

    def names_actor(self) -> bool:
        """Tell whether a sentence names somebody who acted."""
        return any(self._is_actor(thing) for thing in self._spotted.named)

    def _names_both(self) -> bool:
        """Tell whether a sentence names one of those who act together, or all."""
        if any(self._is_actor(thing) for thing in self._spotted.things):
            return True
        return self._words.both.search(self._text) is not None

    def _names(self, clause: Extent) -> Sequence[Named]:
        first = bisect_left(self._all, clause.start, key=_start)
        last = bisect_left(self._all, clause.end, lo=first, key=_start)
        if first == last:
            return ()
        while first and self._are_joined(self._all[first - 1], self._all[first]):
            first -= 1  # a word that joins two names parts no clause
        return self._all[first:last]

    def _are_joined(self, one: Named, other: Named) -> bool:
        between = self._text[one.end : other.start]
        return self._words.joined.fullmatch(between) is not None

    def _doers(self, names: Sequence[Named], clause: Extent, end: int) -> _Groups:
        """Give who leads a clause up to a place, those named together in groups.

        A group holds a name and what stands in apposition to it.
        """
        groups: list[list[Named]] = []
        for name in names:
            if name.start >= end or not self._acts(name, clause):
                continue
            if not groups or self._opens(name, clause):
                groups = [[name]]
                continue
            between = self._text[groups[-1][-1].end : name.start]
            if self._are_joined(groups[-1][-1], name):
                groups.append([name])
            elif self._words.beside.fullmatch(between):
                groups[-1].append(name)
            elif self._words.saying.search(between):
                groups = [[name]]
            else:
                break
        return tuple(tuple(group) for group in groups)

    def _acts(self, name: Named, clause: Extent) -> bool:
        """Tell whether a name may lead its clause: neither governed nor a maker."""
        if self._words.idle.match(self._text, name.end, clause.end):
            return False
        if not self._is_known(name.thing):
            return False
        if self._opens(name, clause):
            return True
        if not self._follows(self._words.governed, name, clause):
            return True
        return self._is_partner(name, clause)

    def _opens(self, name: Named, clause: Extent) -> bool:
        """Tell whether a name leads a clause that stands within another."""
        return self._follows(self._words.opens, name, clause)

    def _follows(self, pattern: re.Pattern[str], name: Named, clause: Extent) -> bool:
        """Tell whether a name stands right behind words of its clause."""
        start = max(clause.start, name.start - _LEAD)
        return pattern.search(self._text, start, max(name.start, start)) is not None

    def _is_partner(self, name: Named, clause: Extent) -> bool:
        """Tell whether a name is joined to one that acts before it in its clause."""
        before = [n for n in self._names(clause) if n.end <= name.start]
        if not before or not self._are_joined(before[-1], name):
            return False
        return self._acts(before[-1], clause)

    def _is_issuer(self, name: Named, clause: Extent, last: int) -> bool:
        """Tell whether a name behind a passive, before its last word, is another's."""
        passive = self._words.passive.search(self._text, clause.start, clause.end)
        assert passive is not None, "asked of passive clauses only"
        if not passive.end() <= name.start <= last:
            return False
        return self._is_known(name.thing) and not self._is_party(name.thing)

    def _is_beside(self, names: Sequence[Named], clause: Extent, first: int) -> bool:
        """Tell whether an actor held stands right before the word of the act."""
        near = [n for n in names if n.end <= first <= n.end + 1]
        return any(self._acts(n, clause) and self._is_actor(n.thing) for n in near)

    def _is_elsewhere(self, names: Sequence[Named], clause: Extent) -> bool:
        """Tell whether what befalls somebody is told of another state."""
        if self._parties.kind not in self._words.suffered:
            return False
        if any(self._is_actor(name.thing) for name in names):
            return False
        return any(
            name.thing.startswith("place:")
            and self._follows(self._words.within, name, clause)
            and not self._is_party(name.thing)
            for name in names
        )

    def _is_known(self, thing: str) -> bool:
        """Leave out persons of whom it is not known for whom they act."""
        return not thing.startswith("person:") or thing in self._terms.belongs

    def _are_others(self, groups: _Groups) -> bool:
        """Tell whether those who act are not those held.

        Where several act together each must be held; else one of them.
        """
        fits = [any(self._is_party(n.thing) for n in group) for group in groups]
        if self._is_joint():
            acted = [any(self._is_actor(n.thing) for n in group) for group in groups]
            return not all(acted)
        return not any(fits)

    def _is_joint(self) -> bool:
        actors = self._parties.actors
        kin = self._terms.are_kin
        return any(not kin(one, other) for one in actors for other in actors)

    def _is_party(self, thing: str) -> bool:
        if self._is_actor(thing):
            return True
        held, kind = self._parties.object, self._parties.kind
        if held and kind in self._words.suffered and self._terms.are_kin(thing, held):
            return True
        return kind in self._words.by_firms and self._is_firm(thing)

    def _is_actor(self, thing: str) -> bool:
        """Tell whether a thing is or acts for an actor held.

        A body of the same state is another body; a state or its head speaks for all.
        """
        return any(self._is_same(thing, actor) for actor in self._parties.actors)

    def _is_same(self, thing: str, actor: str) -> bool:
        if self._terms.are_kin(thing, actor):
            return True
        if self._root(thing) != self._root(actor):
            return False
        bodies = (thing.startswith("org:"), actor.startswith("org:"))
        return not all(bodies) or thing in self._words.governments

    def _is_firm(self, thing: str) -> bool:
        return self._root(thing).startswith("org:")

    def _root(self, thing: str) -> str:
        root = thing
        for owner in self._terms.with_owners(thing):
            root = owner
        return root


def is_of_another_place(
    subject: str, spotted: Spotted, place: int, words: DoerWords, terms: Terms
) -> bool:
    """Tell whether the clause at a place is led by another place than a figure's."""
    asked = _Asked(Parties((subject,)), spotted, words, terms)
    return asked.is_led_elsewhere(spotted.clauses[spotted.clause_at(place)], place)


def _start(name: Named) -> int:
    return name.start


def words_at(places: Iterable[list[int]], anchor: int) -> Iterator[int]:
    """Give of each group of words the place nearest to the most telling one."""
    for group in places:
        yield min(group, key=lambda place: (abs(place - anchor), place))

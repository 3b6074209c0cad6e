"""What a sentence names and which of the known words it uses, with their places.

Each known word is looked for once, all of them together.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise

from ahocorasick_rs import AhoCorasick

from antinomy.claims import Terms
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.told import Told
from antinomy.press.woven import Extent

# Commas inside numbers part nothing; a Latin word that joins parts before itself.
# A comma or colon inside a number or an hour parts nothing.
PAUSE = re.compile(r"[，；：。！？;!?,:](?:(?<![,:])|(?<!\d[,:])|(?!\d))")
_JOINED = re.compile(rf"{PAUSE.pattern}|(?= (?:and|but|while|whereas) )", re.IGNORECASE)
# A sentence that goes on about the one before says so at its beginning.
_OPENING = 16

# Sorts of things that act.
_ACTING = frozenset({"place", "org", "person"})

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: where it stands, counted from the sentence's start."""

    thing: str
    start: int
    end: int


@dataclass(frozen=True)
class Spotted:
    """A sentence with the places of what it names and of the known words it uses.

    Places count from the sentence's first character. ``things`` are those it names,
    tells of, or goes on about, with what they belong to; ``named`` those it names;
    ``says_on`` tells that it goes on with what the sentence before gives to somebody.
    """

    told: Told
    things: frozenset[str]
    named: Mapping[str, Places]
    words: Mapping[str, Places]
    says_on: bool = False

    @cached_property
    def clauses(self) -> tuple[Extent, ...]:
        """Give the clauses, which follow one another without a gap; few are asked."""
        return _clauses(self.told.text)

    @cached_property
    def actors(self) -> tuple[Named, ...]:
        """Give the names of whoever may act, in order."""
        origin = self.told.extent.start
        named = (
            Named(m.thing, m.extent.start - origin, m.extent.end - origin)
            for m in self.told.mentions
            if m.thing.partition(":")[0] in _ACTING
        )
        return tuple(sorted(named, key=lambda name: name.start))

    def clause_at(self, place: int) -> int:
        """Give the number of the clause that holds a place."""
        number = bisect_right(self.clauses, place, key=lambda clause: clause.end)
        return min(number, len(self.clauses) - 1)

    def uses(self, words: Iterable[str]) -> bool:
        """Tell whether one of the words is used."""
        return any(word in self.words for word in words)

    def uses_in_clause(self, words: Iterable[str], place: int) -> bool:
        """Tell whether one of the words is used in the clause that holds a place."""
        own = self.clauses[self.clause_at(place)]
        used = (self.words[word] for word in words if word in self.words)
        return any(own.start <= at < own.end for places in used for at in places)


class Spotter:
    """Finds known words in sentences."""

    def __init__(self, words: Iterable[str], ledger: LedgerWords, terms: Terms) -> None:
        spelt = {
            spelling: word
            for word in sorted({*words, *_ledger_words(ledger)})
            for spelling in _spellings(word, ledger.variants)
        }
        self._words = tuple(spelt.values())
        self._automaton = AhoCorasick(list(spelt))
        self._carry, self._says_on = ledger.carry, ledger.says_on
        self._terms = terms

    def spot(self, sentences: Iterable[Told]) -> Iterator[Spotted]:
        """Spot what each sentence names and uses, in order.

        One that uses no known word tells nothing and is left out.
        """
        before: set[str] = set()
        told = tuple(sentences)
        for each, words in zip(told, self._words_of(told), strict=True):
            named = _named(each)
            things = {*named, *_told_of(each)}
            if words and _opens(words, self._carry):
                things |= before
            before = things
            if words:
                owned = self._with_owners(things)
                says_on = _opens(words, self._says_on)
                yield Spotted(each, owned, named, words, says_on)

    def words_in(self, text: str) -> dict[str, Places]:
        """Give the known words of a text and where each begins."""
        found: dict[str, Places] = {}
        small = _small(text)
        for number, start, _ in self._automaton.find_matches_as_indexes(
            small, overlapping=True
        ):
            if not _inside_a_word(small, start):
                word = self._words[number]
                found[word] = (*found.get(word, ()), start)
        return found

    def _words_of(self, told: tuple[Told, ...]) -> Iterator[dict[str, Places]]:
        """Look through all sentences at once; give the words of each."""
        ends = list(accumulate(len(each.text) + 1 for each in told))
        found: list[dict[str, Places]] = [{} for _ in told]
        text = _small("\n".join(each.text for each in told))
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for number, start, _ in matches:
            if not _inside_a_word(text, start):
                which = bisect_right(ends, start)
                place = start - (ends[which - 1] if which else 0)
                words, word = found[which], self._words[number]
                words[word] = (*words.get(word, ()), place)
        return iter(found)

    def _with_owners(self, things: Iterable[str]) -> frozenset[str]:
        owners = (self._terms.with_owners(thing) for thing in things)
        return frozenset(chain.from_iterable(owners))


def _spellings(word: str, variants: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give a word and how else it is spelt.

    >>> list(_spellings("模拟芯片", {"芯片": ("晶片",), "模拟": ("类比",)}))
    ['模拟芯片', '模拟晶片', '类比芯片', '类比晶片']
    """
    spelt = [word]
    for part, others in variants.items():
        spelt += [s.replace(part, o) for s in tuple(spelt) if part in s for o in others]
    return iter(spelt)


def _opens(words: Mapping[str, Places], opening: frozenset[str]) -> bool:
    """Tell whether a sentence opens with one of some words."""
    return any(p[0] < _OPENING for word, p in words.items() if word in opening)


def _ledger_words(ledger: LedgerWords) -> Iterator[str]:
    yield from ledger.carry
    yield from ledger.says_on
    yield from ledger.recent
    yield from ledger.reports
    yield from ledger.attribute
    yield from ledger.credit
    yield from ledger.hedges
    yield from ledger.future
    yield from ledger.present
    yield from ledger.past
    for gap in ledger.gaps:
        yield from gap.words
    for worded in ledger.worded:
        yield from worded.words


def _named(told: Told) -> dict[str, Places]:
    found: dict[str, Places] = {}
    for mention in told.mentions:
        place = mention.extent.start - told.extent.start
        found[mention.thing] = (*found.get(mention.thing, ()), place)
    return found


def _told_of(told: Told) -> Iterator[str]:
    """Give things that what is told in a sentence speaks of."""
    for statement in told.statements:
        yield from (t for t in (statement.speaker, statement.org) if t)
    for event in told.events:
        yield from event.actors
        yield from (t for t in (event.object, event.place) if t and t[0] != "#")


def _clauses(text: str) -> tuple[Extent, ...]:
    """Part a sentence where it pauses; each part keeps the mark that ends it.

    >>> [c.of("rose to 1,200, then fell") for c in _clauses("rose to 1,200, then fell")]
    ['rose to 1,200,', ' then fell']
    >>> [c.of("据路透社,9月5日升至1,200") for c in _clauses("据路透社,9月5日升至1,200")]
    ['据路透社,', '9月5日升至1,200']
    """
    part = _JOINED if " " in text else PAUSE
    ends = dict.fromkeys(
        (0, *(found.end() for found in part.finditer(text)), len(text))
    )
    return tuple(Extent(start, end) for start, end in pairwise(ends))


def _small(text: str) -> str:
    """Give a text in small letters, as long as it was."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _inside_a_word(text: str, start: int) -> bool:
    """Tell whether a Latin word begins in the middle of another."""
    if not start or not text[start].isascii() or not text[start].isalnum():
        return False
    before = text[start - 1]
    return before.isascii() and before.isalnum()

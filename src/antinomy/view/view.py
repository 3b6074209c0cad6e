"""Packs once loaded, and the view of them on one day.

The law is known to the earlier of the day up to which knowledge counts and the day to
which a pack is reliable; a later question is answered by the terms recorded so far and
marked stale.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from antinomy.catalogue import (
    Acronym,
    Catalogue,
    ChineseName,
    EntityList,
    GroupMember,
    ListSources,
    NoticeLists,
    OwnershipRules,
    RedFlagRules,
    load_acronyms,
    load_catalogue,
    load_chinese_names,
    load_entity_list,
    load_groups,
    load_list_sources,
    load_list_words,
    load_notice_lists,
    load_ownership,
    load_red_flags,
    read_set_names,
)
from antinomy.files import Fields, read_document
from antinomy.language import ROOT, FactName
from antinomy.law import Law, LawOn, law_moved_to, law_on, load_law
from antinomy.lists import ListWords
from antinomy.transaction import Lexicon
from antinomy.values import (
    AntinomyError,
    Day,
    KnownBy,
    PackError,
    Text,
    did_you_mean,
)
from antinomy.view.accepted import NOTHING, Accepted
from antinomy.view.checks import faults_between

T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Packs:
    """All shipped data, loaded once, and what was accepted on top of it."""

    law: Law
    catalogue: Catalogue
    entity_list: EntityList
    notice_lists: NoticeLists
    ownership: OwnershipRules
    red_flags: RedFlagRules
    list_sources: ListSources
    list_words: ListWords
    chinese_names: tuple[ChineseName, ...]
    groups: tuple[GroupMember, ...]
    acronyms: tuple[Acronym, ...]
    words: Mapping[str, Text]
    accepted: Accepted = NOTHING

    def lexicon(self) -> Lexicon:
        """Give the words a transaction file is checked against."""
        return Lexicon(
            frozenset(self.catalogue.places.names),
            {
                FactName("chip", "chip"): self._chip_fault,
                FactName("item", "system"): self._system_fault,
                FactName("letter", "letter"): self._letter_fault,
                FactName(ROOT, "refusal.cites"): self._measure_fault,
                FactName("statement", "statement"): self._statement_fault,
            },
        )

    @property
    def known_by(self) -> KnownBy:
        """Give the packs' own date: the default for what counts as known."""
        return KnownBy(max(pack.version for pack in self.law.packs.values()))

    def _chip_fault(self, word: str) -> str | None:
        if self.catalogue.find_chips(word):
            return None
        hint = self.catalogue.suggest(word)
        return hint or "; leave `chip` out and state its figures (tpp, io_rate ...)"

    def _system_fault(self, word: str) -> str | None:
        if self.catalogue.find_systems(word):
            return None
        hint = self.catalogue.suggest_system(word)
        return hint or "; leave `system` out and name its chips in `contains`"

    def _letter_fault(self, word: str) -> str | None:
        """Refuse a near miss of a letter held; a letter nobody holds may exist."""
        letters = (m.id for m in self.law.measures.values() if m.kind == "letter")
        return _near_miss(word, letters)

    def _measure_fault(self, word: str) -> str | None:
        """Refuse a near miss of a measure held or named by a provision."""
        fact = FactName(ROOT, "refusal.cites")
        return _near_miss(word, [*self.law.measures, *self.law.words_tested(fact)])

    def _statement_fault(self, word: str) -> str | None:
        """Refuse a near miss of a measure held; others are made every day."""
        return _near_miss(word, self.law.measures)


def _near_miss(word: str, words: Iterable[str]) -> str | None:
    known = set(words)
    return None if word in known else did_you_mean(word, known) or None


@dataclass(frozen=True, slots=True)
class View:
    """What a question is asked of."""

    packs: Packs
    law: LawOn

    @property
    def on(self) -> Day:
        """Give the day the law is asked about."""
        return self.law.on

    @property
    def known_by(self) -> KnownBy:
        """Give the day up to which knowledge counts."""
        return self.law.known_by

    def stale_since(self, pack: str) -> Day | None:
        """Give the day to which a pack's law is known, where the question is later."""
        reach = min(self.packs.law.packs[pack].reliable_to, self.known_by)
        return Day(reach) if self.on > reach else None

    def recorded_since(self, pack: str) -> Day | None:
        """Give the day from which a pack records law, where the question is earlier."""
        first = self.packs.law.packs[pack].recorded_from
        return Day(first) if self.on < first else None


def open_packs(folder: Path) -> Packs:
    """Load vocabulary, catalogue, lists, words and law from a folder of packs.

    Raises:
        PackError: with every fault found.
    """
    faults: list[PackError] = []
    catalogue = _attempt(faults, load_catalogue, folder / "catalogue")
    words = _attempt(faults, read_words, folder / "words" / "interface.yaml")
    places = folder / "catalogue" / "places.yaml"
    # A faulty catalogue must not hide the faults of the law: the names are enough.
    sets = _attempt([], read_set_names, places)
    law = None if sets is None else _attempt(faults, load_law, folder, sets)
    if catalogue is None:
        raise PackError("the packs do not load", faults=tuple(faults))
    lists, names = folder / "lists", catalogue.places.names
    rows = lists / "us-entity-list.csv"
    entities = _attempt(faults, load_entity_list, rows, catalogue.firms)
    notices = _attempt(faults, load_notice_lists, lists / "cn-lists.csv", names)
    ownership = _attempt(
        faults, load_ownership, folder / "catalogue" / "ownership.yaml"
    )
    flags = _attempt(faults, load_red_flags, folder / "catalogue" / "redflags.yaml")
    origins = _attempt(faults, load_list_sources, lists / "sources.yaml")
    rowwise = _attempt(faults, load_list_words, lists / "words.yaml", names)
    chinese = _attempt(faults, load_chinese_names, lists / "chinese-names.csv")
    groups = _attempt(faults, load_groups, lists / "groups.csv")
    acronyms = _attempt(faults, load_acronyms, lists / "acronyms.csv")
    if law is not None and words is not None and notices is not None:
        faults += faults_between(law, catalogue, notices, words)
    if faults:
        raise PackError("the packs do not load", faults=tuple(faults))
    # A part that did not load has left a fault.
    assert law is not None
    assert entities is not None
    assert notices is not None
    assert ownership is not None
    assert flags is not None
    assert origins is not None
    assert rowwise is not None
    assert words is not None
    return Packs(
        law=law,
        catalogue=catalogue,
        entity_list=entities,
        notice_lists=notices,
        ownership=ownership,
        red_flags=flags,
        list_sources=origins,
        list_words=rowwise,
        chinese_names=chinese or (),
        groups=groups or (),
        acronyms=acronyms or (),
        words=words,
    )


def _attempt(
    faults: list[PackError], load: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:
    """Load a part; where that fails note every fault and give None."""
    try:
        return load(*args, **kwargs)
    except AntinomyError as error:
        gathered = error.faults if isinstance(error, PackError) else ()
        faults += gathered or (PackError(error.message, error.at),)
        return None


def view_on(packs: Packs, on: Day, known_by: KnownBy) -> View:
    """Give the view of a day as known by a day."""
    sets = packs.catalogue.places.sets_on(on, known_by)
    return View(packs, law_on(packs.law, on, known_by, sets))


def view_moved_to(on: Day, view: View) -> View:
    """Give the view of another day as known by the same day."""
    sets = view.packs.catalogue.places.sets_on(on, view.known_by)
    return View(view.packs, law_moved_to(on, view.law, sets))


def read_words(path: Path) -> dict[str, Text]:
    """Read what the product says, in two languages."""
    fields = Fields(read_document(path))
    words = Fields(fields.need("words"))
    fields.done()
    return {name: words.texts(name) or Text(name) for name in words.names()}

"""Search the lists that are held for the names of parties and of their owners.

What a search finds stands as a screening: nothing alike on a list that is held whole is
a result of its day and frees on no earlier one; a listed name that is written the same
is a match; a name that is alike leaves the listing unknown, until somebody says under
``screened`` who it is; of a name that cannot be read nothing follows. What the file
says of a list stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from antinomy.catalogue.spelling import key_of
from antinomy.parties.names import names_of
from antinomy.transaction import Screening, Thing, Transaction
from antinomy.values import Day, Source


@dataclass(frozen=True, slots=True)
class NameHit:
    """A listed name that a name is like: its list, and why in one sentence.

    ``begins`` is the first day of the listing, ``is_sure`` tells that the list itself
    gives the name, or that somebody confirmed it.
    """

    list: str
    name: str
    said: str
    address: str = ""
    begins: Day | None = None
    is_sure: bool = True


class NameSearch(Protocol):
    """A search over lists; lists go by the names they have under ``screened``."""

    @property
    def held(self) -> Mapping[str, Day]:
        """Give the lists that are held whole, each with the day it is of."""

    @property
    def held_in_part(self) -> Mapping[str, Day]:
        """Give the lists of which some rows are held."""

    def hits(self, name: str) -> Sequence[NameHit] | None:
        """Give the listed names that a name is like; None for one that is no name."""


def add_searches(transaction: Transaction, search: NameSearch, on: Day) -> Transaction:
    """Add to a transaction what a search of lists says of each name on a day.

    A list of a later day than the one asked about frees nobody.
    """
    found = (*transaction.screenings, *_searched(transaction, search, on))
    return replace(transaction, screenings=found)


def party_key(party: Thing) -> str:
    """Give what the screenings of a party are kept under: its id, else its place."""
    return party.id or party.path


def owner_key(owner: Thing) -> str:
    """Give what the screenings of an owner that is only named are kept under."""
    return f"owner: {owner.known('name') or ''}"


def _searched(
    transaction: Transaction, search: NameSearch, on: Day
) -> Iterator[Screening]:
    given = {(s.party, name) for s in transaction.screenings for name in s.lists}
    owners: dict[str, Thing] = {}
    for party in transaction.root.members("party"):
        yield from _screenings(party_key(party), party, search, given, on)
        for owner in party.members("owner"):
            if owner.known("name") and not owner.known("party"):
                owners.setdefault(owner_key(owner), owner)
    for key, owner in owners.items():
        yield from _screenings(key, owner, search, given, on)


def _screenings(
    key: str, thing: Thing, search: NameSearch, given: set[tuple[str, str]], on: Day
) -> Iterator[Screening]:
    names = names_of(thing)
    found = {name: search.hits(name) for name in names}
    searched = bool(names) and all(hits is not None for hits in found.values())
    hits = [(name, hit) for name, some in found.items() for hit in some or ()]
    for which, day in {**search.held, **search.held_in_part}.items():
        if (key, which) in given:
            continue
        met = [(name, hit) for name, hit in hits if hit.list == which]
        binding = [hit for name, hit in met if _binds(name, hit, day, on)]
        if met:
            hit = binding[0] if binding else met[0][1]
            source = Source(hit.said, day, hit.address)
            listed = True if binding else None
            yield Screening(key, (which,), day, listed, source)
        elif searched and which in search.held and day <= on:
            said = f"{', '.join(names)}: nothing alike on the list of {day}"
            yield Screening(
                key, (which,), day, is_listed=False, source=Source(said, day)
            )


def _binds(name: str, hit: NameHit, day: Day, on: Day) -> bool:
    """Tell a listed name that is the same, is sure, and stood on that day."""
    if key_of(name) != key_of(hit.name) or not hit.is_sure:
        return False
    return hit.begins <= on if hit.begins is not None else day <= on

"""Search the lists that are held for the names of parties and of their owners.

What a search finds stands as a screening: nothing alike on a list that is held whole is
a result of its day; a listed name that is written the same is a match; a name that is
alike leaves the listing unknown, until somebody says under ``screened`` who it is; of a
name that cannot be read nothing follows. What the file says of a list stands.
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
    """A listed name that a name is like: its list, and why in one sentence."""

    list: str
    name: str
    said: str
    address: str = ""


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


def add_searches(transaction: Transaction, search: NameSearch) -> Transaction:
    """Add to a transaction what a search of lists says of each name in it."""
    found = (*transaction.screenings, *_searched(transaction, search))
    return replace(transaction, screenings=found)


def owner_key(owner: Thing) -> str:
    """Give what the screenings of an owner are kept under: its name."""
    return str(owner.known("name") or "")


def _searched(transaction: Transaction, search: NameSearch) -> Iterator[Screening]:
    given = {(s.party, name) for s in transaction.screenings for name in s.lists}
    owners: dict[str, Thing] = {}
    for party in transaction.root.members("party"):
        yield from _screenings(party.id, names_of(party), search, given)
        for owner in party.members("owner"):
            if owner_key(owner) and not owner.known("party"):
                owners.setdefault(owner_key(owner), owner)
    for key, owner in owners.items():
        yield from _screenings(key, names_of(owner), search, given)


def _screenings(
    key: str,
    names: tuple[str, ...],
    search: NameSearch,
    given: set[tuple[str, str]],
) -> Iterator[Screening]:
    if not names:
        return
    best: dict[str, tuple[str, NameHit]] = {}
    found = {name: search.hits(name) for name in names}
    searched = all(hits is not None for hits in found.values())
    for name, hits in found.items():
        for hit in hits or ():
            if hit.list not in best or _is_exact(name, hit):
                best[hit.list] = name, hit
    for name, day in ({**search.held, **search.held_in_part}).items():
        if (key, name) in given:
            continue
        if name in best:
            asked, hit = best[name]
            source = Source(hit.said, day, hit.address)
            exact = True if _is_exact(asked, hit) else None
            yield Screening(key, (name,), day, exact, source)
        elif name in search.held and searched:
            said = f"{', '.join(names)}: nothing alike on the list of {day}"
            yield Screening(
                key, (name,), day, is_listed=False, source=Source(said, day)
            )


def _is_exact(name: str, hit: NameHit) -> bool:
    return key_of(name) == key_of(hit.name)

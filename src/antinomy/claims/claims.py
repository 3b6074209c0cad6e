"""Items that refer to one another, and which of them stand as known by a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from antinomy.claims.evidence import Relation, RelationKind
from antinomy.claims.item import Item
from antinomy.claims.terms import Terms
from antinomy.values import Day, KnownBy

Settled = Literal["standing", "revised", "retracted", "denied"]

_SETTLES: Mapping[RelationKind, Settled] = {
    "revises": "revised",
    "retracts": "retracted",
    "denies": "denied",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an item stands; if not, the item that settled it, and since when."""

    status: Settled = "standing"
    by: str = ""
    day: Day | None = None


STANDS = Standing()


@dataclass(frozen=True, eq=False)
class Claims:
    """All items of a record, by id, in the order they were read."""

    items: Mapping[str, Item]
    terms: Terms

    def known_by(self, day: KnownBy) -> "Claims":
        """Give what could be known by a day."""
        items = {id_: i for id_, i in self.items.items() if i.known_from <= day}
        return Claims(items, self.terms)

    def together(self, further: Iterable[Item]) -> "Claims":
        """Give these and further items; one of the same id takes the place of the old.

        >>> Claims({}, Terms({}, frozenset(), frozenset(), {})).together([]).items
        {}
        """
        return Claims({**self.items, **{i.id: i for i in further}}, self.terms)

    def standing_of(self, id_: str) -> Standing:
        """Tell whether an item stands, by the latest item that settles it."""
        return self._standings.get(id_, STANDS)

    def chain_of(self, id_: str) -> tuple[Item, ...]:
        """Give an item with all that settles it or it settles, and what answers them.

        They stand in the order in which they became known.
        """
        linked = {id_}
        while len(further := linked | self._linked_to(linked)) > len(linked):
            linked = further
        answers = {i.id for i in self.items.values() if _answers(i, linked)}
        chain = [self.items[each] for each in linked | answers if each in self.items]
        return tuple(sorted(chain, key=lambda item: (item.known_from, item.id)))

    def _linked_to(self, ids: set[str]) -> set[str]:
        pairs = ((i.id, of) for i in self.items.values() for of in self.settled_by(i))
        return {end for pair in pairs if ids & {*pair} for end in pair}

    def settled_by(self, item: Item) -> tuple[str, ...]:
        """Give the ids of what an item revises, retracts or denies."""
        return tuple(r.item for r in item.relations if r.kind in _SETTLES)

    @cached_property
    def _standings(self) -> Mapping[str, Standing]:
        found: dict[str, Standing] = {}
        for item in sorted(self.items.values(), key=lambda i: (i.known_from, i.id)):
            for relation in item.relations:
                standing = _standing(item, relation)
                if standing is not None:
                    found[relation.item] = standing
        return found


def _standing(item: Item, relation: Relation) -> Standing | None:
    status = _SETTLES.get(relation.kind)
    return None if status is None else Standing(status, item.id, item.known_from)


def _answers(item: Item, ids: set[str]) -> bool:
    return any(r.kind == "answers" and r.item in ids for r in item.relations)

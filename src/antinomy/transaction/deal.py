"""The facts of a case as a tree: the transaction, its items, parties and papers.

Every fact is sourced or unknown; a list says whether it is complete. Derived facts are
added by making a new tree.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from antinomy.language import INAPPLICABLE, ROOT, AnyOf, Band, Member, Value
from antinomy.values import (
    Bounded,
    Day,
    Fact,
    Known,
    NotApplicable,
    OneOf,
    Source,
    Unknown,
)

_NOT_SAID = Unknown("completeness of the list is not stated")


@dataclass(frozen=True, slots=True)
class Things:
    """A child list and the fact of its completeness."""

    members: "tuple[Thing, ...]" = ()
    complete: Fact = _NOT_SAID

    @property
    def is_complete(self) -> bool:
        """Tell whether the list is known to hold every member."""
        return isinstance(self.complete, Known) and self.complete.value is True


@dataclass(frozen=True, slots=True)
class Thing:
    """The transaction or one member of a list, with its facts and lists."""

    scope: str = ROOT
    path: str = ""
    id: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    lists: Mapping[str, Things] = field(default_factory=dict)

    def fact(self, name: str) -> Fact:
        """Give a fact; unknown where nothing is stated."""
        return self.facts.get(name, Unknown())

    def known(self, name: str) -> object | None:
        """Give the value of a fact that is known, else None."""
        fact = self.facts.get(name)
        return fact.value if isinstance(fact, Known) else None

    def members(self, scope: str) -> "tuple[Thing, ...]":
        """Give the listed members of a child list."""
        return self.lists[scope].members if scope in self.lists else ()

    def adding(self, facts: Mapping[str, Fact]) -> "Thing":
        """Copy with derived facts; what the file states stands.

        A fact stated as unknown is one not stated: what is derived fills it.
        """
        stated = {
            name: fact
            for name, fact in self.facts.items()
            if not (isinstance(fact, Unknown) and name in facts)
        }
        return replace(self, facts={**facts, **stated})

    def mapping(self, scope: str, change: "Callable[[Thing], Thing]") -> "Thing":
        """Copy with each member of a child list changed."""
        if scope not in self.lists:
            return self
        things = self.lists[scope]
        members = tuple(change(member) for member in things.members)
        return replace(
            self, lists={**self.lists, scope: replace(things, members=members)}
        )

    def walk(self) -> "Iterator[Thing]":
        """Give the thing and everything below it in order."""
        yield self
        for things in self.lists.values():
            for member in things.members:
                yield from member.walk()


@dataclass(frozen=True, slots=True)
class Screening:
    """A result of list screening for a party, or for an owner that is named only.

    ``party`` is the party's id, or the name of the owner. ``is_listed`` is None where a
    name on the list may be the party's and nobody has said whether it is.
    """

    party: str
    lists: tuple[str, ...]
    as_of: Day
    is_listed: bool | None
    source: Source


@dataclass(frozen=True, slots=True)
class Transaction:
    """A case: its name, the asking party, its facts and screening results."""

    name: str
    asking: str
    root: Thing
    screenings: tuple[Screening, ...] = ()

    def party(self, party_id: str) -> Thing | None:
        """Give a party by its id."""
        return next((p for p in self.root.members("party") if p.id == party_id), None)


def case_of(transaction: Transaction) -> Member:
    """Turn a transaction into the values that the evaluator reads."""
    root = _member(transaction.root, None)
    for party in root.children.get("party", ()):
        if transaction.asking and party.path == f"parties[{transaction.asking}]":
            root.links["asking"] = party
    return root


def facts_by_id(transaction: Transaction) -> dict[str, Fact]:
    """Give every stated or derived fact by its id, in order."""
    found: dict[str, Fact] = {}
    for thing in transaction.root.walk():
        prefix = f"{thing.path}." if thing.path else ""
        found |= {prefix + name: fact for name, fact in thing.facts.items()}
        found |= {f"{prefix}{s}:complete": t.complete for s, t in thing.lists.items()}
    return found


def value_of(fact: Fact) -> Value | None:
    """Give a fact as the evaluator reads it; None is unknown.

    >>> value_of(Unknown("not told")) is None
    True
    """
    match fact:
        case Known(value):
            return value
        case Unknown():
            return None
        case Bounded(low, high):
            return low if low is not None and low == high else Band(low, high)
        case OneOf(values):
            words = frozenset(v for v in values if isinstance(v, str))
            return AnyOf(words) if words else None
        case NotApplicable():
            return INAPPLICABLE


def _member(thing: Thing, parent: Member | None) -> Member:
    member = Member(thing.scope, thing.path, parent=parent)
    for name, fact in thing.facts.items():
        value = value_of(fact)
        if value is not None:
            member.values[name] = value
    for scope, things in thing.lists.items():
        member.children[scope] = tuple(_member(kid, member) for kid in things.members)
        if things.is_complete:
            member.complete.add(scope)
    return member

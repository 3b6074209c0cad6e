"""The vocabulary: every fact's type, unit, question, and who can answer it."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.language import ROOT, FactName, FactType, Kind, Schema
from antinomy.values import Number, Text

ANY_KIND = "any"


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the vocabulary.

    ``not_applicable_to`` names the kinds of thing for which the fact does not arise;
    ``lever`` what a lever may offer in its stead, empty where nothing may.
    """

    name: FactName
    type: FactType
    unit: str
    ask: Text
    who: str
    not_applicable_to: tuple[str, ...] = ()
    is_derived: bool = False
    lever: str = ""

    def may_be_inapplicable(self, kind_of_thing: str) -> bool:
        """Tell whether a file may say ``not_applicable`` of a thing of some kind."""
        allowed = self.not_applicable_to
        return ANY_KIND in allowed or (bool(kind_of_thing) and kind_of_thing in allowed)


@dataclass(frozen=True, slots=True)
class ChildList:
    """How a child list stands in a file: its key, its parent, its bare-scalar key."""

    scope: str
    key: str
    within: str
    scalar: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a multiple of a unit that has no other below it."""

    base: str
    times: Number = 1


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All facts by scope and name, the tree of lists, the links and the units."""

    entries: Mapping[FactName, Entry]
    lists: Mapping[str, ChildList]
    links: Mapping[str, str]
    units: Mapping[str, Unit]

    def schema(self, acts: tuple[str, ...] = ()) -> Schema:
        """Give the typed names for predicates; acts become flags of the transaction."""
        facts = {name: entry.type for name, entry in self.entries.items()}
        facts |= {act_fact(act): FactType(Kind.FLAG) for act in acts}
        within = {scope: child.within for scope, child in self.lists.items()}
        return Schema(within, facts, self.links)

    def of_scope(self, scope: str) -> dict[str, Entry]:
        """Give the entries of a scope by name."""
        return {n.name: e for n, e in self.entries.items() if n.scope == scope}

    def lists_within(self, scope: str) -> dict[str, ChildList]:
        """Give the child lists of a scope by their key in a file."""
        return {c.key: c for c in self.lists.values() if c.within == scope}


def act_fact(act: str) -> FactName:
    """Give the fact that the course does an act.

    >>> act_fact("use").name
    'act.use'
    """
    return FactName(ROOT, f"act.{act}")

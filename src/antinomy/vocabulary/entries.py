"""The vocabulary: every fact's type, unit, question, and who can answer it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.language import ROOT, FactName, FactType, Kind, Schema
from antinomy.values import InputError, Number, Text, parse_number


@dataclass(frozen=True, slots=True)
class Entry:
    """One fact of the vocabulary."""

    name: FactName
    type: FactType
    unit: str = ""
    ask: Text = Text("")
    who: str = ""
    not_applicable_to: tuple[str, ...] = ()
    is_derived: bool = False
    lever: str = ""


@dataclass(frozen=True, slots=True)
class ChildList:
    """How a child list stands in a file: its key, its parent, its bare-scalar key."""

    scope: str
    key: str
    within: str
    scalar: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a multiple of a base unit."""

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


def act_fact(act: str) -> FactName:
    """Give the fact that the course does an act."""
    return FactName(ROOT, f"act.{act}")


def read_vocabulary(path: Path) -> Vocabulary:
    """Read ``vocabulary.yaml`` strictly."""
    fields = Fields(read_document(path))
    units = {name: _unit(name, node) for name, node in _entries(fields, "units")}
    lists = {name: _list(name, node) for name, node in _entries(fields, "scopes")}
    links = {}
    for name, node in _entries(fields, "links"):
        link = Fields(node)
        links[name] = link.choice("scope", lists)
        link.done()
    entries: dict[FactName, Entry] = {}
    for scope, facts in _entries(fields, "facts"):
        if scope != ROOT and scope not in lists:
            raise InputError(f"{scope!r} is not a scope", facts.at)
        inside = Fields(facts)
        for name in inside.names():
            fact = FactName(scope, name)
            entries[fact] = _entry(fact, inside.need(name), units)
    fields.done()
    return Vocabulary(entries, lists, links, units)


def _entries(fields: Fields, name: str) -> list[tuple[str, Node]]:
    inside = Fields(fields.need(name))
    return [(key, inside.need(key)) for key in inside.names()]


def _unit(name: str, node: Node) -> Unit:
    fields = Fields(node)
    base = fields.text("of", name)
    times = parse_number(fields.text("times", "1"))
    fields.done()
    return Unit(base, times)


def _list(scope: str, node: Node) -> ChildList:
    fields = Fields(node)
    child = ChildList(
        scope, fields.text("list"), fields.text("within"), fields.text("key", "")
    )
    fields.done()
    return child


def _entry(name: FactName, node: Node, units: Mapping[str, Unit]) -> Entry:
    fields = Fields(node)
    kind = Kind(fields.choice("type", [k.value for k in Kind]))
    entry = Entry(
        name=name,
        type=FactType(kind, fields.words("values")),
        unit=fields.choice("unit", units, "") if kind is Kind.NUMBER else "",
        ask=fields.texts("ask") or Text(""),
        who=fields.text("who", ""),
        not_applicable_to=fields.words("not_applicable_to"),
        is_derived=fields.flag("derived", default=False),
        lever=fields.text("lawful_to_change", ""),
    )
    if not entry.ask.en or not entry.ask.zh:
        raise InputError(f"{name.name!r} needs a question in English and Chinese", fields.at)
    fields.done()
    return entry

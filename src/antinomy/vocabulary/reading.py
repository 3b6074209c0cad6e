"""Read ``vocabulary.yaml`` strictly; every fault is told in one go."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.language import ROOT, FactName, FactType, Kind
from antinomy.values import (
    AntinomyError,
    InputError,
    PackError,
    Text,
    did_you_mean,
    parse_number,
)
from antinomy.vocabulary.entries import ChildList, Entry, Unit, Vocabulary

_LEVERS = ("item", "false")


def read_vocabulary(path: Path) -> Vocabulary:
    """Read the vocabulary.

    Raises:
        PackError: with every fault found, each with its place.
    """
    reader = _Reader()
    try:
        vocabulary = reader.vocabulary(Fields(read_document(path)))
    except AntinomyError as error:
        raise PackError(error.message, error.at) from None
    if reader.faults:
        raise PackError("the vocabulary does not load", faults=tuple(reader.faults))
    return vocabulary


class _Reader:
    """Read entry by entry, so that one fault does not hide the next."""

    def __init__(self) -> None:
        self.faults: list[PackError] = []

    def vocabulary(self, fields: Fields) -> Vocabulary:
        units = self._units(fields)
        lists = self._lists(fields)
        links = self._links(fields, lists)
        entries = self._facts(fields, lists, units)
        fields.done()
        return Vocabulary(entries, lists, links, units)

    def _fault(self, error: AntinomyError) -> None:
        self.faults.append(PackError(error.message, error.at))

    def _units(self, fields: Fields) -> dict[str, Unit]:
        units: dict[str, Unit] = {}
        for name, node in _each(fields, "units"):
            try:
                units[name] = _unit(name, node, units)
            except AntinomyError as error:
                self._fault(error)
        return units

    def _lists(self, fields: Fields) -> dict[str, ChildList]:
        lists: dict[str, ChildList] = {}
        for scope, node in _each(fields, "scopes"):
            try:
                lists[scope] = _list(scope, node, lists)
            except AntinomyError as error:
                self._fault(error)
        return lists

    def _links(self, fields: Fields, lists: Mapping[str, ChildList]) -> dict[str, str]:
        links: dict[str, str] = {}
        for name, node in _each(fields, "links"):
            try:
                inside = Fields(node)
                links[name] = inside.choice("scope", lists)
                inside.done()
            except AntinomyError as error:
                self._fault(error)
        return links

    def _facts(
        self,
        fields: Fields,
        lists: Mapping[str, ChildList],
        units: Mapping[str, Unit],
    ) -> dict[FactName, Entry]:
        entries: dict[FactName, Entry] = {}
        for scope, facts in _each(fields, "facts"):
            try:
                _check_scope(scope, facts, lists)
                named = dict(_inside(facts))
            except AntinomyError as error:
                self._fault(error)
                continue
            for name, node in named.items():
                try:
                    _check_name(name, node, named, scope, lists)
                    fact = FactName(scope, name)
                    entries[fact] = _entry(fact, node, units)
                except AntinomyError as error:
                    self._fault(error)
        return entries


def _each(fields: Fields, name: str) -> Iterator[tuple[str, Node]]:
    return _inside(fields.need(name))


def _inside(node: Node) -> Iterator[tuple[str, Node]]:
    inside = Fields(node)
    return ((key, inside.need(key)) for key in inside.names())


def _unit(name: str, node: Node, units: Mapping[str, Unit]) -> Unit:
    fields = Fields(node)
    plain = [unit for unit, made in units.items() if made.base == unit]
    base = fields.choice("of", plain, name)
    try:
        times = parse_number(fields.text("times", "1"))
    except ValueError as error:
        raise InputError(str(error), fields.at) from None
    fields.done()
    return Unit(base, times)


def _list(scope: str, node: Node, lists: Mapping[str, ChildList]) -> ChildList:
    fields = Fields(node)
    key = fields.text("list")
    within = fields.choice("within", [ROOT, *lists])
    child = ChildList(scope, key, within, fields.text("key", ""))
    fields.done()
    if any(other.key == key and other.within == within for other in lists.values()):
        raise InputError(f"{within} has two lists named {key!r}", fields.at)
    return child


def _check_scope(scope: str, node: Node, lists: Mapping[str, ChildList]) -> None:
    if scope != ROOT and scope not in lists:
        hint = did_you_mean(scope, [ROOT, *lists])
        raise InputError(f"{scope!r} is not a scope{hint}", node.at)


def _check_name(
    name: str,
    node: Node,
    named: Mapping[str, Node],
    scope: str,
    lists: Mapping[str, ChildList],
) -> None:
    """Refuse a name that a file could not tell from a group of facts or a list."""
    if any(other.startswith(f"{name}.") for other in named):
        raise InputError(f"{name!r} is a fact and a group of facts at once", node.at)
    keys = {c.key for c in lists.values() if c.within == scope}
    if name in keys or name.removesuffix("_complete") in keys or name == "id":
        raise InputError(f"{name!r} has another meaning in a file", node.at)


def _entry(name: FactName, node: Node, units: Mapping[str, Unit]) -> Entry:
    fields = Fields(node)
    kind = Kind(fields.choice("type", [k.value for k in Kind]))
    lever = fields.choice("lawful_to_change", _LEVERS, "false")
    barred = fields.words("not_applicable_to")
    entry = Entry(
        name=name,
        type=FactType(kind, fields.words("values"), bool(barred)),
        unit=fields.choice("unit", units, "") if kind is Kind.NUMBER else "",
        ask=fields.texts("ask") or Text(""),
        who=fields.text("who"),
        not_applicable_to=barred,
        is_derived=fields.flag("derived", default=False),
        lever="" if lever == "false" else lever,
    )
    fields.done()
    if not entry.ask.en or not entry.ask.zh:
        message = f"{name.name!r} needs a question in English and Chinese"
        raise InputError(message, fields.at)
    if entry.type.values and kind not in {Kind.CODE, Kind.CODES}:
        raise InputError(f"values do not fit a {kind.value}", fields.at)
    return entry

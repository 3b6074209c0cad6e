"""Read ``places.yaml``: names, what counts as what, and the named sets."""

from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Faults, day_of
from antinomy.catalogue.places import (
    Addition,
    Change,
    CountsAs,
    Doubt,
    NamedSet,
    Places,
)
from antinomy.files import Fields, Node, Scalar, read_document
from antinomy.values import (
    Citation,
    InputError,
    Location,
    Standing,
    Text,
    did_you_mean,
)


def read_places(path: Path, faults: Faults) -> Places | None:
    """Read the places; None where the file cannot be read."""
    try:
        fields = Fields(read_document(path))
        names = _names(fields)
        reader = _SetReader(names, faults)
        places = Places(
            names,
            reader.sets(fields.need("sets")),
            reader.equal(fields.need("counts_as")),
        )
        fields.done()
    except InputError as error:
        faults.add(error.message, error.at)
        return None
    return places


def read_set_names(path: Path) -> frozenset[str]:
    """Read the names of the sets alone, whatever else is wrong in the file.

    Raises:
        InputError: the file cannot be read or has no sets.
    """
    fields = Fields(read_document(path))
    return frozenset(Fields(fields.need("sets")).names())


def _names(fields: Fields) -> dict[str, Text]:
    inside = Fields(fields.need("places"))
    return {code: inside.texts(code) or Text(code) for code in inside.names()}


class _SetReader:
    """Read the sets one by one; a fault in one does not hide those of the next."""

    def __init__(self, names: dict[str, Text], faults: Faults) -> None:
        self._names = names
        self._faults = faults

    def sets(self, node: Node) -> dict[str, NamedSet]:
        inside = Fields(node)
        found: dict[str, NamedSet] = {}
        where: dict[str, Location] = {}
        for name in inside.names():
            try:
                entry = inside.need(name)
                where[name] = entry.at
                found[name] = self._set(name, Fields(entry))
            except InputError as error:
                self._faults.add(error.message, error.at)
        for name, named in found.items():
            for other in (*named.any_of, *named.less):
                if other not in where:
                    hint = did_you_mean(other, where)
                    self._faults.add(f"unknown set {other!r}{hint}", where[name])
            if name in _reached(named, found):
                message = f"the set {name!r} is defined by itself"
                self._faults.add(message, where[name])
        return found

    def equal(self, node: Node) -> tuple[CountsAs, ...]:
        inside = Fields(node)
        found = []
        for regime in inside.names():
            for rule in inside.each(regime, Fields):
                found.append(
                    CountsAs(
                        regime,
                        self._place(rule, "place"),
                        self._place(rule, "as"),
                        day_of(rule, "from"),
                        _cite(rule),
                    )
                )
                rule.done()
        return tuple(found)

    def _set(self, name: str, fields: Fields) -> NamedSet:
        cite = fields.take("cite")
        named = NamedSet(
            name=name,
            regime=fields.text("regime"),
            title=fields.texts("title") or Text(name),
            cite=_citation(cite) if cite else Citation(""),
            known_as_of=fields.day("known_as_of"),
            members=self._places(fields, "members"),
            changes=fields.each("changes", self._change),
            doubts=fields.each("uncertain_before", self._doubt),
            any_of=fields.words("any_of"),
            less=fields.words("less"),
            plus=fields.each("plus", self._addition),
        )
        fields.done()
        if bool(named.members) is bool(named.any_of):
            message = f"the set {name!r} has members or any_of, one of the two"
            raise InputError(message, fields.at)
        return named

    def _change(self, node: Node) -> Change:
        fields = Fields(node)
        on = day_of(fields, "on")
        change = Change(
            on,
            fields.day("known_from") or on,
            self._places(fields, "add"),
            self._places(fields, "remove"),
            _cite(fields),
        )
        fields.done()
        return change

    def _doubt(self, node: Node) -> Doubt:
        fields = Fields(node)
        doubt = Doubt(
            self._places(fields, "members"),
            day_of(fields, "before"),
            fields.text("why"),
        )
        fields.done()
        return doubt

    def _addition(self, node: Node) -> Addition:
        fields = Fields(node)
        added = Addition(
            self._place(fields, "place"), day_of(fields, "from"), _cite(fields)
        )
        fields.done()
        return added

    def _place(self, fields: Fields, name: str) -> str:
        return fields.choice(name, self._names)

    def _places(self, fields: Fields, name: str) -> frozenset[str]:
        words = fields.words(name)
        for word in words:
            if word not in self._names:
                hint = did_you_mean(word, self._names)
                at = fields.node.entries[name].at
                raise InputError(f"unknown place {word!r}{hint}", at)
        return frozenset(words)


def _reached(named: NamedSet, sets: dict[str, NamedSet]) -> set[str]:
    reached: set[str] = set()
    waiting = [*named.any_of, *named.less]
    while waiting:
        name = waiting.pop()
        if name in sets and name not in reached:
            reached.add(name)
            waiting += (*sets[name].any_of, *sets[name].less)
    return reached


def _cite(fields: Fields) -> Citation:
    status = Standing(fields.choice("status", STATUSES, Standing.UNCERTAIN.value))
    return Citation(fields.text("cite"), "", status)


def _citation(node: Node) -> Citation:
    if isinstance(node, Scalar):
        return Citation(node.text)
    fields = Fields(node)
    status = Standing(fields.choice("status", STATUSES, Standing.UNCERTAIN.value))
    cite = Citation(fields.text("text"), fields.text("address", ""), status)
    fields.done()
    return cite

"""Read a transaction file strictly against the vocabulary.

Every fact is optional and unknown by default. An unknown key, a wrong type or unit, an
impossible day is an error with file, line, column and field; nothing is half-read.
"""

from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from pathlib import Path

from antinomy.files import Fields, Listing, Mapping, Node, Scalar, read_document
from antinomy.language import ROOT
from antinomy.transaction.deal import Screening, Thing, Things, Transaction
from antinomy.transaction.facts import FactReader, Lexicon
from antinomy.values import (
    Fact,
    InputError,
    Known,
    Location,
    Source,
    Unknown,
    did_you_mean,
)
from antinomy.vocabulary import ChildList, Entry, Vocabulary

_ASIDE = ("transaction", "asking", "screened", "note")


def read_transaction(
    path: Path, vocabulary: Vocabulary, lexicon: Lexicon
) -> Transaction:
    """Read a transaction file.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    return transaction_of(read_document(path), vocabulary, lexicon)


def transaction_of(
    node: Node, vocabulary: Vocabulary, lexicon: Lexicon
) -> Transaction:
    """Read a transaction from a node of any file."""
    return _Reader(vocabulary, lexicon).transaction(node)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree reading stands."""

    scope: str
    path: str
    prefix: str = ""


class _Reader:
    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._vocabulary = vocabulary
        self._facts = FactReader(vocabulary.units, lexicon)

    def transaction(self, node: Node) -> Transaction:
        fields = Fields(node)
        name = fields.text("transaction", "")
        asking = fields.text("asking", "")
        screened, _ = fields.take("screened"), fields.take("note")
        root = self._thing(fields.node, ROOT, "", "")
        parties = [party.id for party in root.members("party")]
        if asking and asking not in parties:
            message = f"asking names {asking!r}, no party here{did_you_mean(asking, parties)}"
            raise InputError(message, fields.node.entries["asking"].at)
        return Transaction(name, asking, root, self._screenings(screened, parties))

    # ------------------------------------------------------------------ things

    def _thing(self, node: Mapping, scope: str, path: str, thing_id: str) -> Thing:
        facts: dict[str, Fact] = {}
        lists: dict[str, Things] = {}
        self._fill(node, _Place(scope, path), facts, lists)
        thing = Thing(scope, path, thing_id, facts, lists)
        return self._chip_itself(node, thing) if scope == "item" else thing

    def _fill(
        self,
        node: Mapping,
        place: _Place,
        facts: dict[str, Fact],
        lists: dict[str, Things],
    ) -> None:
        """Read the keys of a mapping: facts, groups of facts, child lists."""
        entries = self._vocabulary.of_scope(place.scope)
        kids = {c.key: c for c in self._vocabulary.lists.values() if c.within == place.scope}
        for key, value in node.entries.items():
            name = place.prefix + key
            if not place.prefix and (key == "id" or (place.scope == ROOT and key in _ASIDE)):
                continue
            if not place.prefix and key in kids:
                lists[kids[key].scope] = self._list(kids[key], value, place.path, node)
            elif not place.prefix and key.removesuffix("_complete") in kids:
                self._only_beside_a_list(key, node)
            elif name in entries:
                facts[name] = self._fact(entries[name], value, node, facts)
            elif any(known.startswith(f"{name}.") for known in entries):
                self._fill(_group(value), replace(place, prefix=f"{name}."), facts, lists)
            elif not self._is_of_chip(node, place, key):
                raise self._unknown(key, node.keys[key], place, entries, kids)

    def _only_beside_a_list(self, key: str, node: Mapping) -> None:
        if key.removesuffix("_complete") not in node.entries:
            message = f"{key!r} stands without the list it speaks of"
            raise InputError(message, node.keys[key])

    def _fact(
        self, entry: Entry, value: Node, node: Mapping, facts: Map[str, Fact]
    ) -> Fact:
        kind = node.entries.get("kind")
        kind_text = kind.text if isinstance(kind, Scalar) else ""
        return self._facts.read(entry, value, kind_text)

    def _unknown(
        self,
        key: str,
        at: Location,
        place: _Place,
        entries: Map[str, Entry],
        kids: Map[str, ChildList],
    ) -> InputError:
        near = [n.removeprefix(place.prefix).split(".")[0] for n in entries if n.startswith(place.prefix)]
        if not place.prefix:
            near += [*kids, *(f"{k}_complete" for k in kids), "id"]
            near += _ASIDE if place.scope == ROOT else ()
            near += self._vocabulary.of_scope("chip") if place.scope == "item" else ()
        return InputError(f"unknown key {key!r}{did_you_mean(key, near)}", at)

    # ------------------------------------------------------------------ lists

    def _list(self, child: ChildList, node: Node, path: str, parent: Mapping) -> Things:
        complete: Node | None = parent.entries.get(f"{child.key}_complete")
        if isinstance(node, Mapping) and set(node.entries) <= {"complete", "items"}:
            fields = Fields(node)
            complete = fields.take("complete") or complete
            node = fields.take("items") or Listing((), node.at)
        if isinstance(node, Scalar) and node.text == "unknown":
            return Things()
        if not isinstance(node, Listing):
            raise InputError(f"{child.key} is a list; begin each member with '-'", node.at)
        members: list[Thing] = []
        for index, item in enumerate(node.items):
            member = self._list_member(child, item, path, index)
            if any(member.path == other.path for other in members):
                raise InputError(f"the id {member.id!r} stands twice in {child.key}", item.at)
            members.append(member)
        return Things(tuple(members), self._complete(complete))

    def _list_member(self, child: ChildList, item: Node, path: str, index: int) -> Thing:
        if isinstance(item, Scalar) and child.scalar:
            at = item.at
            item = Mapping({child.scalar: item}, {child.scalar: at}, at)
        if not isinstance(item, Mapping):
            message = f"a member of {child.key} is a mapping (name: value)"
            raise InputError(message, item.at)
        own = item.entries.get("id")
        member_id = own.text if isinstance(own, Scalar) else ""
        where = f"{child.key}[{member_id or index}]"
        return self._thing(item, child.scope, f"{path}.{where}" if path else where, member_id)

    def _complete(self, node: Node | None) -> Fact:
        if node is None or (isinstance(node, Scalar) and node.text == "unknown"):
            return Things().complete
        if isinstance(node, Scalar) and node.text in {"true", "false"}:
            return Known(node.text == "true", Source(f"stated in {node.at.file}"))
        raise InputError("completeness is true, false or unknown", node.at)

    # ------------------------------------------------------------------ chips

    def _is_of_chip(self, node: Mapping, place: _Place, key: str) -> bool:
        """Tell whether a key of an item is a fact of the one chip that it is."""
        if place.scope != "item" or place.prefix:
            return False
        kind = node.entries.get("kind")
        is_chip = isinstance(kind, Scalar) and kind.text == "chip"
        return key in self._vocabulary.of_scope("chip") and (is_chip or key == "chip")

    def _chip_itself(self, node: Mapping, thing: Thing) -> Thing:
        """An item of kind chip is the one member of its own chip list."""
        chip_facts = self._vocabulary.of_scope("chip")
        own = {k: v for k, v in node.entries.items() if k in chip_facts and k not in thing.facts}
        if thing.known("kind") != "chip" and not own:
            return thing
        if "chip" in thing.lists:
            if own:
                message = f"{next(iter(own))!r} belongs to a member of `contains` here"
                raise InputError(message, next(iter(own.values())).at)
            return thing
        facts: dict[str, Fact] = {"count": Known(1, Source("an item of kind chip is one chip"))}
        for key, value in own.items():
            facts[key] = self._facts.read(chip_facts[key], value, "chip")
        chip = Thing("chip", f"{thing.path}.contains[0]", "", facts)
        things = Things((chip,), Known(True, Source("an item of kind chip is itself its chip")))
        is_chip = thing.known("kind") == "chip"
        if not is_chip:
            things = replace(things, complete=Unknown("the kind of the item is not stated"))
        return replace(thing, lists={**thing.lists, "chip": things})

    # ------------------------------------------------------------------ screening

    def _screenings(self, node: Node | None, parties: list[str]) -> tuple[Screening, ...]:
        if node is None:
            return ()
        fields = Fields(node)
        found = []
        for party in fields.names():
            if party not in parties:
                hint = did_you_mean(party, parties)
                message = f"screened names {party!r}, no party here{hint}"
                raise InputError(message, fields.node.keys[party])
            inside = Fields(fields.need(party))
            lists = inside.words("lists")
            as_of = inside.day("as_of")
            result = inside.choice("result", ["none", "listed"])
            source = Source(inside.text("source", "screening result given in the file"), as_of)
            inside.done()
            if as_of is None:
                raise InputError("a screening result needs its day: add `as_of`", inside.at)
            found.append(Screening(party, lists, as_of, result == "listed", source))
        return tuple(found)


def _group(node: Node) -> Mapping:
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and node.text in {"unknown", ""}:
        return Mapping({}, {}, node.at)
    message = "expected a mapping (name: value) of facts here"
    raise InputError(message, node.at)

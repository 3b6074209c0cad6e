"""Read a transaction file strictly against the vocabulary.

Every fact is optional and unknown by default. An unknown key, a wrong type or unit, an
impossible day is an error with file, line, column and field; nothing is half-read.
"""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path

from antinomy.files import Fields, Mapping, Node, Scalar, read_document
from antinomy.language import ROOT
from antinomy.transaction.deal import Thing, Things, Transaction
from antinomy.transaction.facts import FactReader
from antinomy.transaction.lists import id_of, list_of, member_of, parted
from antinomy.transaction.screening import read_screenings
from antinomy.transaction.shares import check_shares
from antinomy.transaction.words import UNKNOWN, Lexicon
from antinomy.values import (
    Fact,
    InputError,
    Known,
    Source,
    Unknown,
    did_you_mean,
)
from antinomy.vocabulary import ChildList, Entry, Vocabulary

_ASIDE = ("transaction", "asking", "screened", "note")
_ITEM, _CHIP = "item", "chip"


def read_transaction(
    path: Path, vocabulary: Vocabulary, lexicon: Lexicon
) -> Transaction:
    """Read a transaction file.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    return transaction_of(read_document(path), vocabulary, lexicon)


def transaction_of(node: Node, vocabulary: Vocabulary, lexicon: Lexicon) -> Transaction:
    """Read a transaction from a node of any file."""
    return _Reader(vocabulary, lexicon).transaction(node)


@dataclass(slots=True)
class _Draft:
    """A thing while its keys are read."""

    node: Mapping
    scope: str
    path: str
    entries: Map[str, Entry]
    lists: Map[str, ChildList]
    facts: dict[str, Fact] = field(default_factory=dict)
    things: dict[str, Things] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """Give the kind of an item as the file has it, empty where it is open."""
        kind = self.node.entries.get("kind")
        if isinstance(kind, Mapping):
            kind = kind.entries.get("value")
        return kind.text if isinstance(kind, Scalar) else ""


class _Reader:
    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._facts = FactReader(vocabulary.units, lexicon)
        scopes = (ROOT, *vocabulary.lists)
        self._entries = {scope: vocabulary.of_scope(scope) for scope in scopes}
        self._lists = {scope: vocabulary.lists_within(scope) for scope in scopes}

    def transaction(self, node: Node) -> Transaction:
        fields = Fields(node)
        name, asking = fields.text("transaction", ""), fields.text("asking", "")
        asking = "" if asking == UNKNOWN else asking
        screened = fields.take("screened")
        root = self._thing(fields.node, ROOT, "", "")
        parties = [party.id for party in root.members("party") if party.id]
        if asking and asking not in parties:
            hint = did_you_mean(asking, parties)
            message = f"asking names {asking!r}, no party here{hint}"
            raise InputError(message, fields.node.entries["asking"].at)
        return Transaction(name, asking, root, read_screenings(screened, parties))

    def _thing(self, node: Mapping, scope: str, path: str, thing_id: str) -> Thing:
        entries, lists = self._entries[scope], self._lists[scope]
        draft = _Draft(node, scope, path, entries, lists)
        self._fill(draft, node, "")
        thing = Thing(scope, path, thing_id, draft.facts, draft.things)
        check_shares(thing, node)
        return self._chip_itself(draft, thing) if scope == _ITEM else thing

    def _fill(self, draft: _Draft, node: Mapping, prefix: str) -> None:
        """Read the keys of a mapping: facts, groups of facts, child lists."""
        for key, value in node.entries.items():
            name = prefix + key
            if not prefix and self._is_aside(draft, key, value):
                continue
            if not prefix and key in draft.lists:
                child = draft.lists[key]
                draft.things[child.scope] = self._list(child, value, draft)
            elif name in draft.entries:
                if name in draft.facts:
                    raise InputError(f"{name!r} stands twice", node.keys[key])
                entry = draft.entries[name]
                draft.facts[name] = self._facts.read(entry, value, draft.kind)
            elif any(known.startswith(f"{name}.") for known in draft.entries):
                self._fill(draft, _group(value), f"{name}.")
            elif prefix or not self._is_of_chip(draft, key):
                raise self._unknown(draft, node, key, prefix)

    def _is_aside(self, draft: _Draft, key: str, value: Node) -> bool:
        """Tell a key that states no fact: a name, a note, a list's completeness."""
        of_list = list_of(key, draft.lists)
        if of_list is not None and of_list not in draft.node.entries:
            message = f"{key!r} stands without the list it speaks of"
            raise InputError(message, draft.node.keys[key])
        if key == "note" and draft.scope == ROOT and not isinstance(value, Scalar):
            raise InputError("a note is one text", value.at)
        own = _ASIDE if draft.scope == ROOT else ("id",)
        return of_list is not None or key in own

    def _unknown(
        self, draft: _Draft, node: Mapping, key: str, prefix: str
    ) -> InputError:
        """Name an unknown key with the nearest one that could stand there."""
        inside = [n.removeprefix(prefix) for n in draft.entries if n.startswith(prefix)]
        near = [name.split(".")[0] for name in inside]
        if not prefix:
            near += [*draft.lists, *(f"{key}_complete" for key in draft.lists)]
            near += _ASIDE if draft.scope == ROOT else ("id",)
            near += self._entries[_CHIP] if draft.scope == _ITEM else ()
        hint = did_you_mean(key, near) or did_you_mean(key, inside)
        return InputError(f"unknown key {key!r}{hint}", node.keys[key])

    def _list(self, child: ChildList, node: Node, draft: _Draft) -> Things:
        items, complete = parted(child, node, draft.node)
        if items is None:
            return Things(complete=complete)
        members: list[Thing] = []
        for index, item in enumerate(items):
            own = member_of(child, item)
            member_id = id_of(own)
            if member_id and any(m.id == member_id for m in members):
                message = f"the id {member_id!r} stands twice in {child.key}"
                raise InputError(message, item.at)
            where = f"{child.key}[{member_id or index}]"
            path = f"{draft.path}.{where}" if draft.path else where
            members.append(self._thing(own, child.scope, path, member_id))
        return Things(tuple(members), complete)

    def _is_of_chip(self, draft: _Draft, key: str) -> bool:
        """Tell whether a key of an item is a fact of the one chip that it is."""
        if draft.scope != _ITEM or key not in self._entries.get(_CHIP, {}):
            return False
        return _CHIP in {key, draft.kind}

    def _chip_itself(self, draft: _Draft, thing: Thing) -> Thing:
        """Make an item of kind chip the one member of its own chip list."""
        entries = self._entries.get(_CHIP, {})
        own = {
            key: value
            for key, value in draft.node.entries.items()
            if key in entries and key not in thing.facts
        }
        is_chip = thing.known("kind") == _CHIP
        if not is_chip and not own:
            return thing
        if _CHIP in thing.lists:
            for key, value in own.items():
                message = f"{key!r} belongs to a member of `contains` here"
                raise InputError(message, value.at)
            return thing
        source = Source("an item of kind chip is one chip")
        facts: dict[str, Fact] = {"count": Known(1, source)}
        facts |= {k: self._facts.read(entries[k], own[k], _CHIP) for k in own}
        chip = Thing(_CHIP, f"{thing.path}.contains[0]", "", facts)
        complete: Fact = Unknown("the kind of the item is not chip, or not stated")
        if is_chip:
            complete = Known(value=True, source=source)
        return _with_list(thing, Things((chip,), complete))


def _with_list(thing: Thing, chips: Things) -> Thing:
    lists = {**thing.lists, _CHIP: chips}
    return Thing(thing.scope, thing.path, thing.id, thing.facts, lists)


def _group(node: Node) -> Mapping:
    if isinstance(node, Mapping):
        return node
    if isinstance(node, Scalar) and (node.is_null or node.text == UNKNOWN):
        return Mapping({}, {}, node.at)
    message = "expected a mapping (name: value) of facts here"
    raise InputError(message, node.at)

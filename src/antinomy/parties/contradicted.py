"""What a file states of its parties against what was accepted in review."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from antinomy.catalogue import Contradiction
from antinomy.language import FactName
from antinomy.parties.enrich import add_party_facts
from antinomy.parties.holdings import ends_of
from antinomy.transaction import Thing, Transaction
from antinomy.values import Bounded, Fact, Known, Number
from antinomy.view import View
from antinomy.vocabulary import Entry


def party_contradictions(
    transaction: Transaction, view: View
) -> tuple[Contradiction, ...]:
    """Give the facts stated of parties that accepted claims tell otherwise.

    Called with the transaction as the file has it. What the file states stands.
    """
    if not view.packs.accepted:
        return ()
    entries = view.packs.law.vocabulary.entries
    bare = replace(transaction, root=_bare(transaction.root, entries))
    derived = add_party_facts(bare, view).root
    return tuple(_found(transaction.root, derived))


def _bare(thing: Thing, entries: Mapping[FactName, Entry]) -> Thing:
    """Give a thing without the facts that names, lists and owners tell."""
    names = ("party", "owner")
    facts = {
        name: fact
        for name, fact in thing.facts.items()
        if thing.scope not in names
        or not entries[FactName(thing.scope, name)].is_derived
    }
    lists = {
        scope: replace(
            things, members=tuple(_bare(member, entries) for member in things.members)
        )
        for scope, things in thing.lists.items()
    }
    return replace(thing, facts=facts, lists=lists)


def _found(stated: Thing, derived: Thing) -> Iterator[Contradiction]:
    others = {thing.path: thing for thing in derived.walk()}
    for thing in stated.walk():
        held = others[thing.path].facts if thing.path in others else {}
        for name, fact in thing.facts.items():
            told = held.get(name)
            if told is None or not told.source.acceptances:
                continue
            if isinstance(fact, Known) and not _allows(told, fact):
                yield Contradiction(f"{thing.path}.{name}", fact, told)


def _allows(told: Fact, stated: Known) -> bool:
    """Tell whether what is told leaves room for what is stated."""
    match told:
        case Known(value):
            return value == stated.value
        case Bounded() if isinstance(stated.value, Number):
            low, high = ends_of(told)
            return low <= stated.value <= high
        case _:
            return False

"""Another item: one figure of the item below the line that the law draws.

Only facts that the vocabulary lets a lever change are tried; end use and users stay as
they are and the engine is asked again, so that end-use norms are checked anew.
"""

from dataclasses import replace

from antinomy.language import FactName, Regions, facts_of, regions_of, walk
from antinomy.law import breach_name
from antinomy.transaction import Thing, Transaction
from antinomy.values import Fact, Known, Source, scalar_text
from antinomy.verdict.levers.lever import Lever, LeverKind, biting, flipped
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import fill
from antinomy.verdict.weigher import Weigher

_ITEM = "item"
_CHIP = "chip"


def item_levers(
    weigher: Weigher, transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Give the single figures whose lower value weakens a breach, each checked."""
    if not biting(situations):
        return []
    regions = regions_of(weigher.engine.live)
    levers = []
    for fact, value in _candidates(weigher, regions, situations):
        after = weigher.situations(_with(transaction, fact.name, value))
        flips = flipped(situations, after)
        if flips:
            what = _described(fact, value, regions)
            text = fill(weigher.view.packs.words, "lever.another_item", what=what)
            levers.append(Lever(LeverKind.ANOTHER_ITEM, what, text, flips))
    return levers


def _candidates(
    weigher: Weigher, regions: Regions, situations: tuple[Situation, ...]
) -> list[tuple[FactName, Fact]]:
    """Give the changeable chip facts on which breaches rest, at their lowest region."""
    source = Source("supposed, to see what another item would change")
    law = weigher.view.packs.law
    program = weigher.engine.live
    goals = dict.fromkeys(breach_name(f.provision) for _, f in biting(situations))
    used = {
        fact
        for name in program.order(goals)
        for form in walk(program.rules[name])
        for fact in facts_of(form)
    }
    found: list[tuple[FactName, Fact]] = []
    for fact, entry in law.vocabulary.entries.items():
        values = regions.get(fact, ())
        if fact.scope == _CHIP and entry.lever == _ITEM and fact in used and values:
            lowest = False if values[0] is True else values[0]
            assert not isinstance(lowest, frozenset), "figures are numbers and flags"
            found.append((fact, Known(lowest, source)))  # type: ignore[arg-type]
    return found


def _with(transaction: Transaction, name: str, value: Fact) -> Transaction:
    """Suppose every chip of every item to have another figure."""

    def change(chip: Thing) -> Thing:
        return replace(chip, facts={**chip.facts, name: value})

    def on_item(item: Thing) -> Thing:
        return item.mapping(_CHIP, change)

    return replace(transaction, root=transaction.root.mapping(_ITEM, on_item))


def _described(fact: FactName, value: Fact, regions: Regions) -> str:
    """Say the region in words of the vocabulary: below the lowest line, or not so."""
    assert isinstance(value, Known), "a supposed figure is known"
    if isinstance(value.value, bool):
        return f"NOT {fact.name}"
    lowest_line = regions[fact][1]
    return f"{fact.name} < {scalar_text(lowest_line)}"  # type: ignore[arg-type]

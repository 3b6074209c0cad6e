"""Add to each chip and item of a transaction what the catalogue tells of it."""

from dataclasses import replace

from antinomy.catalogue.catalogue import Catalogue
from antinomy.catalogue.families import merge
from antinomy.catalogue.figures import figures
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Fact, Known, OneOf, Source, Unknown


def add_chip_facts(transaction: Transaction, catalogue: Catalogue) -> Transaction:
    """Add figures to chips and contents to systems; what the file states stands."""

    def on_item(item: Thing) -> Thing:
        return _contents(item, catalogue).mapping("chip", lambda c: _chip(c, catalogue))

    return replace(transaction, root=transaction.root.mapping("item", on_item))


def _chip(chip: Thing, catalogue: Catalogue) -> Thing:
    """Name the row, or the rows, that the chip's name stands for, and their figures."""
    named = chip.fact("chip")
    words = _words(named)
    found = [row for word in words for row in catalogue.find_chips(word)]
    if not found:
        return chip
    ids = tuple(dict.fromkeys(row.id for row in found))
    facts = merge([figures(catalogue.chips[i]) for i in ids])
    source = Source(f"catalogue row {', '.join(ids)}")
    exact: Fact = (
        Known(ids[0], source)
        if len(ids) == 1
        else OneOf(frozenset(ids), "the name stands for several variants", source)
    )
    return replace(chip, facts={**facts, **chip.facts, "chip": exact})


def _words(fact: Fact) -> tuple[str, ...]:
    match fact:
        case Known(value) if isinstance(value, str):
            return (value,)
        case OneOf(values):
            return tuple(sorted(v for v in values if isinstance(v, str)))
        case _:
            return ()


def _contents(item: Thing, catalogue: Catalogue) -> Thing:
    """Give a system of the catalogue the chips it contains."""
    name = item.known("system")
    if not isinstance(name, str) or "chip" in item.lists:
        return item
    found = catalogue.find_systems(name)
    if len(found) != 1:
        return item
    system = found[0]
    source = Source(f"catalogue system {system.id}", status=system.status)
    chips = tuple(
        Thing(
            "chip",
            f"{item.path}.contains[{index}]",
            "",
            {"chip": Known(chip, source), "count": Known(count, source)},
        )
        for index, (chip, count) in enumerate(system.contains)
    )
    complete: Fact = (
        Known(value=True, source=source)
        if system.is_complete
        else Unknown("the catalogue does not hold all chips of the system", source)
    )
    lists = {**item.lists, "chip": Things(chips, complete)}
    return replace(item, lists=lists).adding({"kind": Known(system.kind, source)})

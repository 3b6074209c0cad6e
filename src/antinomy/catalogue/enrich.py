"""Add to each chip and item of a transaction what the catalogue tells of it."""

from dataclasses import dataclass, replace
from fractions import Fraction

from antinomy.catalogue.catalogue import Catalogue
from antinomy.catalogue.chips import Chip
from antinomy.catalogue.families import merge
from antinomy.catalogue.figures import figures
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Bounded, Fact, Known, OneOf, Source, Unknown


def add_chip_facts(transaction: Transaction, catalogue: Catalogue) -> Transaction:
    """Add figures to chips and contents to systems; what the file states stands."""

    def on_item(item: Thing) -> Thing:
        return _contents(item, catalogue).mapping("chip", lambda c: _chip(c, catalogue))

    return replace(transaction, root=transaction.root.mapping("item", on_item))


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure that a file states and the catalogue holds otherwise."""

    fact: str
    stated: Fact
    held: Fact


def contradictions(
    transaction: Transaction, catalogue: Catalogue
) -> tuple[Contradiction, ...]:
    """Give the figures stated against the catalogue row of their own chip.

    Called with the transaction as the file has it, before any figure is added.
    """
    found = []
    for thing in transaction.root.walk():
        rows = _rows(thing, catalogue) if thing.scope == "chip" else ()
        held = merge([figures(row) for row in rows]) if rows else {}
        found += [
            Contradiction(f"{thing.path}.{name}", thing.facts[name], fact)
            for name, fact in held.items()
            if name in thing.facts and not _agree(thing.facts[name], fact)
        ]
    return tuple(found)


def _agree(stated: Fact, held: Fact) -> bool:
    """Tell whether a stated value may be what the catalogue holds."""
    match stated, held:
        case Known(value), Known(other):
            return value == other
        case Known(int() | Fraction() as value), Bounded(low, high):
            ends = (low, high)
            assert all(isinstance(e, int | Fraction) for e in ends), "chip figures"
            return bool(low <= value <= high)  # type: ignore[operator]
        case _:
            return True


def _rows(chip: Thing, catalogue: Catalogue) -> tuple[Chip, ...]:
    """Give the catalogue rows that a chip's name stands for, each once."""
    words = _words(chip.fact("chip"))
    found = {row.id: row for word in words for row in catalogue.find_chips(word)}
    return tuple(found.values())


def _chip(chip: Thing, catalogue: Catalogue) -> Thing:
    """Name the row, or the rows, that the chip's name stands for, and their figures."""
    rows = _rows(chip, catalogue)
    if not rows:
        return chip
    ids = tuple(row.id for row in rows)
    facts = merge([figures(row) for row in rows])
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

"""Another item: one figure of the item below a line that the law draws.

Only facts that the vocabulary lets a lever change are tried, the nearest line first.
End use and users stay as they are and the engine is asked again, so that end-use norms
are checked anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from antinomy.language import Compare, FactName, Form, facts_of, walk
from antinomy.law import breach_name
from antinomy.transaction import Thing, Transaction
from antinomy.values import (
    Bounded,
    Fact,
    Known,
    Number,
    Source,
    exact_text,
    whole,
)
from antinomy.verdict.levers.lever import (
    SPOILED,
    CellKey,
    Lever,
    LeverKind,
    biting,
    flipped,
)
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import fill
from antinomy.verdict.weigher import Weigher

_ITEM = "item"
_CHIP = "chip"
_SOURCE = Source("supposed, to see what another item would change")


def item_levers(
    weigher: Weigher, transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Give, for each figure, the nearest line below which a breach is weaker."""
    levers = []
    for name, forms in _changeable(weigher, situations).items():
        for what, value in _nearest_first(transaction, name, forms):
            after = weigher.situations(_with(transaction, name, value))
            flips = flipped(situations, after)
            if any(_was_breach(flip, situations) for flip in flips):
                words = weigher.view.packs.words
                text = fill(words, "lever.another_item", what=what)
                levers.append(Lever(LeverKind.ANOTHER_ITEM, what, text, flips))
                break
    return levers


def _was_breach(key: CellKey, situations: tuple[Situation, ...]) -> bool:
    """Tell whether a cell was more than a duty: to avoid one is no lever."""
    return any(
        (cell.course, cell.regime) == key and cell.certain in SPOILED
        for situation in situations
        for cell in situation.row.cells
    )


def _changeable(
    weigher: Weigher, situations: tuple[Situation, ...]
) -> dict[str, list[Form]]:
    """Give the chip facts that a lever may change, with the atoms breaches rest on."""
    program, entries = weigher.engine.live, weigher.view.packs.law.vocabulary.entries
    goals = dict.fromkeys(breach_name(f.provision.id) for _, f in biting(situations))
    found: dict[str, list[Form]] = {}
    for name in program.order(goals):
        for form in walk(program.rules[name]):
            for fact in facts_of(form):
                if fact.scope == _CHIP and entries[fact].lever == _ITEM:
                    found.setdefault(fact.name, []).append(form)
    return found


def _nearest_first(
    transaction: Transaction, name: str, forms: list[Form]
) -> Iterator[tuple[str, Fact]]:
    """Give each lower region of a figure, as said and as supposed."""
    now = _highest(transaction, name)
    if now is None:
        return
    lines = sorted({Fraction(line) for line in _lines(name, forms) if line <= now})
    for index in reversed(range(len(lines))):
        line = lines[index]
        under = (lines[index - 1] + line) / 2 if index else line / 2
        said = f"{name} < {exact_text(whole(line))}"
        yield said, Known(whole(under), _SOURCE)


def _lines(name: str, forms: list[Form]) -> Iterator[Number]:
    """Give the thresholds that the law draws for a figure."""
    fact = FactName(_CHIP, name)
    for form in forms:
        match form:
            case Compare(of, _, int() | Fraction() as line) if of == fact:
                yield line


def _highest(transaction: Transaction, name: str) -> Number | None:
    """Give the highest value that a chip of the transaction may have."""
    highest: Number | None = None
    for item in transaction.root.members(_ITEM):
        for chip in item.members(_CHIP):
            value = _most(chip.fact(name))
            if value is not None and (highest is None or value > highest):
                highest = value
    return highest


def _most(fact: Fact) -> Number | None:
    match fact:
        case Known(bool()):
            return None  # how an item is marketed is no figure to choose
        case Known(int() | Fraction() as value):
            return value
        case Bounded(_, high) if isinstance(high, int | Fraction):
            return high
        case _:
            return None


def _with(transaction: Transaction, name: str, value: Fact) -> Transaction:
    """Suppose every chip of every item to have another figure."""

    def change(chip: Thing) -> Thing:
        return replace(chip, facts={**chip.facts, name: value})

    def on_item(item: Thing) -> Thing:
        return item.mapping(_CHIP, change)

    return replace(transaction, root=transaction.root.mapping(_ITEM, on_item))

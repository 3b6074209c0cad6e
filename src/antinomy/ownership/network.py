"""The holdings of one day as arrays of whole numbers, for the cascades to run over.

Shares are whole units of a firm: the smallest that writes every share of the structure
exactly. A joint holding is one edge a holder, tied together as a block.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm

from antinomy.ownership.structure import WHOLE, Holding, Register, Structure
from antinomy.values import Number, whole


@dataclass(frozen=True, slots=True)
class Block:
    """One undivided share that some hold jointly, in units."""

    size: int
    low: int
    high: int


@dataclass
class Network:
    """Firms by number, and edges from holder to firm with a share between two ends.

    ``first`` and ``by_owner`` give the edges of each holder; ``block_of`` the block of
    an edge that belongs to one.
    """

    unit: int  # units in one percent
    owners: list[int]
    owned: list[int]
    low: list[int]
    high: list[int]
    registers: list[Register]
    block_of: dict[int, Block] = field(default_factory=dict)
    first: list[int] = field(init=False)
    by_owner: list[int] = field(init=False)

    def __post_init__(self) -> None:
        size = len(self.registers)
        counts = [0] * (size + 1)
        for owner in self.owners:
            counts[owner + 1] += 1
        for place in range(size):
            counts[place + 1] += counts[place]
        self.first = counts
        self.by_owner = sorted(range(len(self.owners)), key=self.owners.__getitem__)

    @cached_property
    def is_exact(self) -> bool:
        """Tell whether every share is known, and no register says more than they do."""
        is_silent = all(register is Register.ABSENT for register in self.registers)
        return is_silent and not self.block_of and self.low == self.high

    @property
    def whole(self) -> int:
        """Give the units of a whole firm."""
        return int(WHOLE) * self.unit

    def percent(self, units: int) -> Number:
        """Give units as percent."""
        return whole(Fraction(units, self.unit))


def network_of(structure: Structure, numbers: dict[str, int]) -> Network:
    """Lay the holdings of a day out; ``numbers`` gives each holder its number."""
    unit = _unit(structure.holdings)
    made = _Edges([], [], [], [], {})
    for holding in structure.holdings:
        made.add(holding, numbers, unit)
    registers = [structure.register(name) for name in numbers]
    return Network(
        unit, made.owners, made.owned, made.low, made.high, registers, made.blocks
    )


@dataclass(slots=True)
class _Edges:
    owners: list[int]
    owned: list[int]
    low: list[int]
    high: list[int]
    blocks: dict[int, Block]

    def add(self, holding: Holding, numbers: dict[str, int], unit: int) -> None:
        low, high = int(holding.equity.low * unit), int(holding.equity.high * unit)
        together = len(holding.owners)
        block = Block(together, low, high) if together > 1 else None
        for owner in holding.owners:
            if block is not None:
                self.blocks[len(self.owners)] = block
            self.owners.append(numbers[owner])
            self.owned.append(numbers[holding.owned])
            self.low.append(low)
            self.high.append(high)


def _unit(holdings: Iterable[Holding]) -> int:
    """Give the units of one percent in which every share, and part of one, is whole."""
    parts = [1]
    for holding in holdings:
        ends = (holding.equity.low, holding.equity.high)
        parts += [Fraction(end).denominator * len(holding.owners) for end in ends]
    return lcm(*parts)

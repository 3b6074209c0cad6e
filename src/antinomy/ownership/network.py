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

    ``last_of`` is the last edge of each holder and ``before`` the one before an edge of
    the same holder, -1 where there is none; ``block_of`` is the block of an edge that
    belongs to one.
    """

    unit: int  # units in one percent
    owners: list[int]
    owned: list[int]
    low: list[int]
    high: list[int]
    registers: list[Register]
    block_of: dict[int, Block] = field(default_factory=dict)
    last_of: list[int] = field(init=False)
    before: list[int] = field(init=False)

    def __post_init__(self) -> None:
        last = self.last_of = [-1] * len(self.registers)
        before = self.before = [-1] * len(self.owners)
        for edge, owner in enumerate(self.owners):
            before[edge] = last[owner]
            last[owner] = edge

    @cached_property
    def is_exact(self) -> bool:
        """Tell whether every share is known, and no register says more than they do."""
        is_silent = self.has_only(Register.ABSENT)
        return is_silent and not self.block_of and self.low == self.high

    def has_only(self, *registers: Register) -> bool:
        """Tell whether no register is of another kind."""
        counted = sum(self.registers.count(kind) for kind in registers)
        return counted == len(self.registers)

    @cached_property
    def stated_low(self) -> list[int]:
        """Give what all holders of each firm hold together at least."""
        return self._stated(self.low)

    @cached_property
    def stated_high(self) -> list[int]:
        """Give what all holders of each firm hold together at most."""
        return self._stated(self.high)

    def _stated(self, shares: list[int]) -> list[int]:
        """Add the shares of each firm up; a share held jointly counts once."""
        sums = [0] * len(self.registers)
        for of, share in zip(self.owned, shares, strict=True):
            sums[of] += share
        seen: set[int] = set()
        for edge, block in self.block_of.items():
            if id(block) in seen:
                sums[self.owned[edge]] -= shares[edge]
            seen.add(id(block))
        return sums

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

"""Who is captured: held half or more by those listed and those captured already.

The least fixpoint reads from the ground up: nobody counts but the listed, then whoever
they hold enough of together, and so on. It is run twice over shares known in bands: at
the least that the captured may hold, and at the most. The greatest fixpoint starts from
all whom a listed holder's shares reach, and lets go whoever is not held enough of: it
differs from the least only where firms hold each other in a circle.

Every firm's shares are its own, so that the two ends are reached by some filling of the
bands: the bounds are tight.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from antinomy.ownership.network import Block, Network
from antinomy.ownership.structure import Register


@dataclass(frozen=True, slots=True)
class Capture:
    """The round in which each firm fell, 0 for the listed, -1 for the free.

    ``held`` gives the units that the listed and the captured hold of a firm.
    """

    rounds: list[int]
    held: Callable[[int], int]

    def __contains__(self, firm: int) -> bool:
        return self.rounds[firm] >= 0


def least(network: Network, listed: Collection[int], line: int) -> Capture:
    """Run from the ground up at the least that the captured may hold."""
    return _Run(network, line, is_least=True).up(listed)


def most(network: Network, listed: Collection[int], line: int) -> Capture:
    """Run from the ground up at the most that the captured may hold."""
    return _Run(network, line, is_least=False).up(listed)


def closed_loop(network: Network, listed: Collection[int], line: int) -> Capture:
    """Run downward from all whom the shares of the listed reach, at the most."""
    return _Run(network, line, is_least=False).down(listed)


class _Run:
    """One run: per firm two sums, of which the tighter tells what is held.

    ``own`` sums the shares of the captured themselves; ``rest`` is the whole less what
    the others hold. At the least the greater of both is held, at the most the lesser.
    Where every share is known the two are one, and only the first is summed.
    """

    def __init__(self, network: Network, line: int, *, is_least: bool) -> None:
        self._net = network
        self._line = line * network.unit
        self._is_least = is_least
        net = network
        self._to_own, self._to_rest = (
            (net.low, net.high) if self._is_least else (net.high, net.low)
        )
        self._own = [0] * len(net.registers)
        self._rest = [] if net.is_exact else self._rest_at_first()
        self._captured_of = [0] * len(net.registers)  # holdings that count
        self._members: dict[int, int] = {}  # of each block, those that count

    def up(self, listed: Collection[int]) -> Capture:
        rounds = [-1] * len(self._net.registers)
        for firm in listed:
            rounds[firm] = 0
        fallen, number = list(listed), 0
        while fallen:
            number += 1
            reached = self._count(fallen)
            fallen = [y for y in reached if rounds[y] < 0 and self.holds(y)]
            for firm in fallen:
                rounds[firm] = number
        return Capture(rounds, self.held)

    def down(self, listed: Collection[int]) -> Capture:
        rounds = [-1] * len(self._net.registers)
        for firm in listed:
            rounds[firm] = 0
        fresh, reached = list(listed), []
        while fresh:
            fresh = [y for y in self._count(fresh) if rounds[y] < 0]
            for firm in fresh:
                rounds[firm] = 1
            reached += fresh
        loose = [y for y in reached if not self.holds(y)]
        while loose:
            for firm in loose:
                rounds[firm] = -1
            touched = self._count(loose, gone=True)
            loose = [y for y in touched if rounds[y] > 0 and not self.holds(y)]
        return Capture(rounds, self.held)

    def holds(self, firm: int) -> bool:
        """Tell whether what is held of a firm reaches the line."""
        return self.held(firm) >= self._line

    # ------------------------------------------------------------------ counting

    def _count(self, firms: list[int], *, gone: bool = False) -> dict[int, None]:
        """Count the holdings of some firms, or no more; give the firms they are of."""
        net, sign = self._net, -1 if gone else 1
        first, by_owner, owned = net.first, net.by_owner, net.owned
        blocks = net.block_of
        own, rest, count = self._own, self._rest, self._captured_of
        to_own, to_rest = self._to_own, self._to_rest
        reached: dict[int, None] = {}
        if net.is_exact:
            for firm in firms:
                for edge in by_owner[first[firm] : first[firm + 1]]:
                    of = owned[edge]
                    own[of] += sign * to_own[edge]
                    reached[of] = None
            return reached
        for firm in firms:
            for place in range(first[firm], first[firm + 1]):
                edge = by_owner[place]
                of = owned[edge]
                count[of] += sign
                if blocks and edge in blocks:
                    self._count_block(of, blocks[edge], sign)
                else:
                    own[of] += sign * to_own[edge]
                    rest[of] += sign * to_rest[edge]
                reached[of] = None
        return reached

    def _count_block(self, of: int, block: Block, sign: int) -> None:
        """Count one more, or one less, of those that hold a share jointly.

        At the least each brings an equal part, at the most the first brings it whole.
        """
        before = self._members.get(id(block), 0)
        after = self._members[id(block)] = before + sign
        if self._is_least:
            self._own[of] += sign * (block.low // block.size)
            is_whole = max(before, after) == block.size
            self._rest[of] += sign * block.high if is_whole else 0
        else:
            is_first = min(before, after) == 0
            self._own[of] += sign * block.high if is_first else 0
            self._rest[of] += sign * block.low if is_first else 0

    # ------------------------------------------------------------------ bounds

    def _rest_at_first(self) -> list[int]:
        """Give the whole less all shares: what is left when nobody counts."""
        net = self._net
        rest = [net.whole] * len(net.registers)
        seen: set[int] = set()
        for edge, of in enumerate(net.owned):
            block = net.block_of.get(edge) if net.block_of else None
            if block is None or id(block) not in seen:
                rest[of] -= self._to_rest[edge]
            if block is not None:
                seen.add(id(block))
        return rest

    def held(self, firm: int) -> int:
        """Give the units that those who count hold of a firm."""
        if self._net.is_exact:
            return self._own[firm]
        register, own = self._net.registers[firm], self._own[firm]
        if self._is_least:
            if register is Register.COMPLETE:
                own = max(own, self._rest[firm])
            return own
        # Those not named may be listed too, once a listed holder is known.
        if register is Register.OPEN and self._captured_of[firm]:
            return self._rest[firm]
        return min(own, self._rest[firm])

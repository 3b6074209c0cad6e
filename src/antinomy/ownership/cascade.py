"""Who is captured: held half or more by those listed and those captured already.

The least fixpoint reads from the ground up: nobody counts but the listed, then whoever
they hold enough of together, and so on. It is run twice over shares known in bands: at
the least that the captured may hold, and at the most. The greatest fixpoint starts from
all whom a listed holder's shares reach, and lets go whoever is not held enough of: it
differs from the least only where firms hold each other in a circle.

Every firm's shares are its own, so that the two ends are reached by some filling of the
bands: the bounds are tight.
"""

from collections.abc import Callable, Collection, Iterable
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

    ``own`` sums the shares of the captured themselves; ``freed`` those of the captured
    in what the others hold, so that the whole less what all state, and ``freed``, is
    what the others leave. At the least the greater of both is held, at the most the
    lesser. Where no register or band makes them differ only the first is summed.
    """

    def __init__(self, network: Network, line: int, *, is_least: bool) -> None:
        net = self._net = network
        self._line = line * net.unit
        self._is_least = is_least
        self._to_own, self._to_rest = (
            (net.low, net.high) if is_least else (net.high, net.low)
        )
        size = len(net.registers)
        needs_rest = not net.is_exact and not (
            is_least and net.has_only(Register.ABSENT, Register.OPEN)
        )
        self._own = [0] * size
        self._freed = [0] * size if needs_rest else []
        has_open = not net.has_only(Register.ABSENT, Register.COMPLETE)
        self._captured_of = [0] * size if has_open else []  # holdings that count
        self._members: dict[int, int] = {}  # of each block, those that count

    def up(self, listed: Collection[int]) -> Capture:
        rounds = self._rounds(listed)
        fallen, number = list(listed), 0
        while fallen:
            number += 1
            touched, fallen = self._count(fallen), []
            for firm in touched:
                if rounds[firm] < 0 and self.holds(firm):
                    rounds[firm] = number
                    fallen.append(firm)
        return Capture(rounds, self.held)

    def down(self, listed: Collection[int]) -> Capture:
        rounds = self._rounds(listed)
        fresh, reached = list(listed), []
        while fresh:
            touched, fresh = self._count(fresh), []
            for firm in touched:
                if rounds[firm] < 0:
                    rounds[firm] = 1
                    fresh.append(firm)
            reached += fresh
        loose = [firm for firm in reached if not self.holds(firm)]
        for firm in loose:
            rounds[firm] = -1
        while loose:
            touched, loose = self._count(loose, gone=True), []
            for firm in touched:
                if rounds[firm] > 0 and not self.holds(firm):
                    rounds[firm] = -1
                    loose.append(firm)
        return Capture(rounds, self.held)

    def _rounds(self, listed: Collection[int]) -> list[int]:
        rounds = [-1] * len(self._net.registers)
        for firm in listed:
            rounds[firm] = 0
        return rounds

    def holds(self, firm: int) -> bool:
        """Tell whether what is held of a firm reaches the line."""
        return self.held(firm) >= self._line

    # ------------------------------------------------------------------ counting

    def _count(self, firms: Iterable[int], *, gone: bool = False) -> list[int]:
        """Count the holdings of some firms, or no more; give the firms they are of."""
        net, sign = self._net, -1 if gone else 1
        last_of, before, owned = net.last_of, net.before, net.owned
        own, freed, count = self._own, self._freed, self._captured_of
        to_own, to_rest, blocks = self._to_own, self._to_rest, net.block_of
        touched = []
        for firm in firms:
            edge = last_of[firm]
            while edge >= 0:
                of = owned[edge]
                touched.append(of)
                if count:
                    count[of] += sign
                if blocks and edge in blocks:
                    self._count_block(of, blocks[edge], sign)
                else:
                    own[of] += sign * to_own[edge]
                    if freed:
                        freed[of] += sign * to_rest[edge]
                edge = before[edge]
        return touched

    def _count_block(self, of: int, block: Block, sign: int) -> None:
        """Count one more, or one less, of those that hold a share jointly.

        At the least each brings an equal part, at the most the first brings it whole.
        """
        before = self._members.get(id(block), 0)
        after = self._members[id(block)] = before + sign
        if self._is_least:
            self._own[of] += sign * (block.low // block.size)
            brings = block.high if max(before, after) == block.size else 0
        else:
            is_first = min(before, after) == 0
            self._own[of] += sign * block.high if is_first else 0
            brings = block.low if is_first else 0
        if self._freed:
            self._freed[of] += sign * brings

    # ------------------------------------------------------------------ bounds

    def held(self, firm: int) -> int:
        """Give the units that those who count hold of a firm."""
        own = self._own[firm]
        if not self._freed:
            return own
        register = self._net.registers[firm]
        if self._is_least:
            if register is Register.COMPLETE:
                own = max(own, self._left(firm, self._net.stated_high))
            return own
        left = self._left(firm, self._net.stated_low)
        # Those not named may be listed too, once a listed holder is known.
        if register is Register.OPEN and self._captured_of[firm]:
            return left
        return min(own, left)

    def _left(self, firm: int, stated: list[int]) -> int:
        """Give the whole less what those hold who do not count."""
        return self._net.whole - stated[firm] + self._freed[firm]

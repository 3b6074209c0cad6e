"""Who may have been reached by the goods, and from which day on.

One scan settles each party once, in the order of its earliest day; each movement is
looked at once. Paths are never listed: there may be more of them than anybody can read.
A party is reached only by movements that can follow each other in time.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush

from antinomy.routes.facts import Movement


@dataclass(frozen=True, slots=True)
class Reached:
    """The earliest day on which a party may have had the goods, and by which leg."""

    party: str
    since: date
    by: Movement | None


def reached(
    out_of: Mapping[str, list[Movement]], origins: Iterable[str]
) -> dict[str, Reached]:
    """Give everybody who may have been reached, origins first.

    A movement known to a period may have taken place on any day of it; one that ended
    before its sender can have had the goods carries none of them.
    """
    settled: dict[str, Reached] = {}
    waiting: list[tuple[date, int, str, Movement | None]] = []
    for number, origin in enumerate(sorted(set(origins))):
        heappush(waiting, (date.min, number, origin, None))
    number = len(waiting)
    while waiting:
        since, _, party, by = heappop(waiting)
        if party in settled:
            continue
        settled[party] = Reached(party, since, by)
        for movement in out_of.get(party, ()):
            if movement.when.last < since or movement.target in settled:
                continue
            number += 1
            arrives = max(since, movement.when.first)
            heappush(waiting, (arrives, number, movement.target, movement))
    return settled


def origins_of(movements: Iterable[Movement]) -> list[str]:
    """Give those who send and to whom nothing is sent; all senders in a closed circle.

    >>> origins_of([])
    []
    """
    listed = list(movements)
    targets = {m.target for m in listed}
    senders = dict.fromkeys(m.source for m in listed)
    first = [name for name in senders if name not in targets]
    return first or list(senders)[:1]

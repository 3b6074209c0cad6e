"""Time the cascades on a million holdings, with circles, exact and in bands.

`python bench/cascades.py` prints the table; `--write` puts it into docs/benchmarks.md.
The answers are first held against adding up again and again in scaled integers.
"""

import argparse
import platform
import resource
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeVar

from marked import write_between

from antinomy.ownership import Register
from antinomy.ownership.cascade import closed_loop, least, most
from antinomy.ownership.network import Network

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- cascades: begin -->", "<!-- cascades: end -->"
UNIT, LINE = 100, 50  # hundredths of a percent
T = TypeVar("T")


def edges(firms: int, seed: int, *, banded: bool) -> tuple[list[int], ...]:
    """Draw holdings: pyramids under hubs, circles, no firm held above the whole."""
    chance = Random(seed)  # noqa: S311 - a die, not a secret
    left = [100 * UNIT] * firms
    owners, owned, low, high = [], [], [], []
    while len(owners) < firms:
        of = chance.randrange(firms)
        by = chance.randrange(firms if chance.random() < 0.9 else firms // 1000)  # noqa: PLR2004
        share = min(chance.choice((10_000, 5_100, 5_000, 4_900, 2_500, 500)), left[of])
        if share and by != of:
            wide = 500 if banded and chance.random() < 0.25 else 0  # noqa: PLR2004
            left[of] -= share
            owners.append(by)
            owned.append(of)
            low.append(max(share - wide, 0))
            high.append(share)
    return owners, owned, low, high


def by_rounds(lists: tuple[list[int], ...], listed: list[int], firms: int) -> set[int]:
    """Capture at the least by adding everything up again until nobody falls."""
    owners, owned, low, _ = lists
    found = set(listed)
    while True:
        held = [0] * firms
        for by, of, share in zip(owners, owned, low, strict=True):
            if by in found:
                held[of] += share
        more = {firm for firm, units in enumerate(held) if units >= LINE * UNIT}
        if more <= found:
            return found
        found |= more


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """Give the answer and the seconds of work that it took."""
    start = process_time()
    found = call()
    return found, process_time() - start


def row(firms: int, seed: int, *, banded: bool) -> str:
    """Build, run and check one network."""
    lists = edges(firms, seed, banded=banded)
    listed = Random(seed).sample(range(firms), firms // 300)  # noqa: S311 - a die
    registers = [Register.ABSENT] * firms
    net, build = timed(lambda: Network(UNIT, *lists, registers))
    low, at_least = timed(lambda: least(net, listed, LINE))
    high, at_most = timed(lambda: most(net, listed, LINE) if banded else low)
    loop, closed = timed(lambda: closed_loop(net, listed, LINE))
    captured = {firm for firm in range(firms) if firm in low}
    assert captured == by_rounds(lists, listed, firms), "the cascade is wrong"
    possible = sum(firm in high for firm in range(firms))
    assert all(firm in loop for firm in captured), "the closed loop lost a firm"
    total = build + at_least + at_most + closed
    return (
        f"| {firms:,} | {'a quarter in bands' if banded else 'exact'} | {build:.2f} s |"
        f" {at_least:.2f} s | {at_most:.2f} s | {closed:.2f} s | {total:.2f} s |"
        f" {len(captured):,}, {possible:,} |"
    )


def main() -> None:
    """Measure, print, and write into the page if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--firms", type=int, default=1_000_000)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    asked = parser.parse_args()
    lines = [
        "| holdings | shares | build | least | most | loop | all | captured, may be |",
        "|---:|---|---:|---:|---:|---:|---:|---:|",
        row(asked.firms, 1, banded=False),
        row(asked.firms, 1, banded=True),
    ]
    most_used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    said = f"Python {platform.python_version()}, at most {most_used:.0f} MB with both"
    text = f"{said} networks and the check.\n\n" + "\n".join(lines)
    print(text)
    if asked.write:
        write_between(PAGE, BEGIN, END, text)


if __name__ == "__main__":
    main()

"""Score answers against labelled cases: recall, false alerts, first hits, intervals.

A hit is an acceptable party among the first five results with a score of at least t; a
false alert is any such result for a name that is on no list.
"""

import csv
import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

FIRST = 5
ALLOWED = 0.05  # share of the names on no list that may give an alert
DRAWS = 1000
_BRAND = "BRAND:"


@dataclass(frozen=True, slots=True)
class Case:
    """A name to screen, the parties any of which is right, and how it was varied."""

    query: str
    expected: tuple[str, ...]
    variation: str

    def accepts(self, names: Sequence[str]) -> bool:
        """Tell whether a party is right; its name as on the list stands first."""
        return any(_meets(expected, names) for expected in self.expected)


def _meets(expected: str, names: Sequence[str]) -> bool:
    if not expected.startswith(_BRAND):
        return expected == names[0]
    word = re.compile(rf"\b{re.escape(expected.removeprefix(_BRAND))}\b", re.IGNORECASE)
    return any(word.search(name) for name in names)


def read_cases(path: Path) -> list[Case]:
    """Read a table of cases: query, expected (parted by ``||``), kind_of_variation."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [
            Case(
                row["query"],
                tuple(p.strip() for p in row["expected"].split(" || ") if p.strip()),
                row["kind_of_variation"],
            )
            for row in csv.DictReader(file)
        ]


@dataclass(frozen=True, slots=True)
class Judged:
    """The first results for a case: their scores, and whether each is right."""

    case: Case
    scores: tuple[float, ...]
    right: tuple[bool, ...]

    @property
    def top(self) -> float:
        """Give the best score, below every threshold where nothing was found."""
        return max(self.scores, default=-math.inf)

    def is_hit(self, at: float) -> bool:
        """Tell whether a right party is among the results from a threshold on."""
        return any(s >= at and r for s, r in zip(self.scores, self.right, strict=True))


def judged(case: Case, results: Iterable[tuple[float, Sequence[str]]]) -> Judged:
    """Judge results, each a score and the names of a party, the best first."""
    first = list(results)[:FIRST]
    return Judged(
        case, tuple(s for s, _ in first), tuple(case.accepts(n) for _, n in first)
    )


def listed(found: Iterable[Judged]) -> list[Judged]:
    """Give the cases in which there is something to find."""
    return [one for one in found if one.case.expected]


def unlisted(found: Iterable[Judged]) -> list[Judged]:
    """Give the cases in which nothing may be found."""
    return [one for one in found if not one.case.expected]


def threshold(found: Iterable[Judged], allowed: float = ALLOWED) -> float:
    """Give the least threshold at which no more than a share are false alerts."""
    tops = sorted((one.top for one in unlisted(found)), reverse=True)
    over = tops[math.floor(allowed * len(tops)) :]
    return math.nextafter(over[0], math.inf) if over and over[0] > 0 else 0.0


def recall(found: Sequence[Judged], at: float) -> float:
    """Give the share of listed parties that are found."""
    return _share([one.is_hit(at) for one in listed(found)])


def false_alerts(found: Sequence[Judged], at: float) -> float:
    """Give the share of names on no list that give an alert."""
    return _share([one.top >= at for one in unlisted(found)])


def first_right(found: Sequence[Judged], at: float) -> float:
    """Give the share of first results from a threshold on that are right."""
    return _share([one.right[0] for one in found if one.top >= at])


def by_variation(found: Iterable[Judged], at: float) -> dict[str, tuple[int, int]]:
    """Give for each kind of variation the hits and the cases."""
    counts: dict[str, tuple[int, int]] = {}
    for one in listed(found):
        hits, cases = counts.get(one.case.variation, (0, 0))
        counts[one.case.variation] = hits + one.is_hit(at), cases + 1
    return counts


def interval(
    found: Sequence[Judged], measure: Callable[[Sequence[Judged]], float], seed: int = 1
) -> tuple[float, float]:
    """Give the 95 % interval of a measure, drawn by expected party with return.

    The names of one party stand or fall together; a name on no list stands alone.
    """
    groups: dict[object, list[Judged]] = {}
    for number, one in enumerate(found):
        groups.setdefault(one.case.expected or number, []).append(one)
    parties = list(groups.values())
    chance = Random(seed)  # noqa: S311 - a die, not a secret
    drawn = sorted(
        measure([one for party in _again(parties, chance) for one in party])
        for _ in range(DRAWS)
    )
    return drawn[round(0.025 * DRAWS)], drawn[round(0.975 * DRAWS) - 1]


def _again(parties: list[list[Judged]], chance: Random) -> list[list[Judged]]:
    return chance.choices(parties, k=len(parties))


def f_measure(scored: Sequence[tuple[float, bool]], at: float) -> float:
    """Give the harmonic mean of precision and recall of pairs from a threshold on."""
    hits = sum(same for score, same in scored if score >= at)
    said = sum(score >= at for score, _ in scored)
    same = sum(same for _, same in scored)
    return 2 * hits / (said + same) if said + same else 0.0


def _share(claims: Sequence[bool]) -> float:
    return sum(claims) / len(claims) if claims else 0.0

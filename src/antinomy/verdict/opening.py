"""The open cells of one course, and the exact check of the goals they hang on."""

from collections.abc import Iterable
from dataclasses import dataclass

from antinomy.language import Concluded, Exact, Terms
from antinomy.law import breach_name
from antinomy.values import Truth
from antinomy.verdict.engine import Engine
from antinomy.verdict.situation import Situation

CellKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Opening:
    """A course with open cells: the goals of each, and their exact check."""

    situation: Situation
    goals: dict[CellKey, tuple[Concluded, ...]]
    exact: Exact

    @property
    def all_goals(self) -> tuple[Concluded, ...]:
        """Give every open goal once."""
        return tuple(dict.fromkeys(g for goals in self.goals.values() for g in goals))


def openings_of(engine: Engine, situations: Iterable[Situation]) -> tuple[Opening, ...]:
    """Give the courses that have open cells."""
    found, terms = [], Terms()
    for situation in situations:
        goals: dict[CellKey, tuple[Concluded, ...]] = {}
        for cell, finding in situation.open_findings():
            key = (cell.course, cell.regime)
            goals[key] = (*goals.get(key, ()), breach_name(finding.provision.id))
        if goals:
            wanted = dict.fromkeys(g for group in goals.values() for g in group)
            exact = Exact(engine.live, situation.case, wanted, terms)
            found.append(Opening(situation, goals, exact))
    return tuple(found)


def settled_exactly(openings: Iterable[Opening]) -> dict[CellKey, Truth]:
    """Give, by course and norm, what all completions agree on though Kleene does not.

    The verdict stays the two-bound one in every executor; this stands beside it.
    """
    found: dict[CellKey, Truth] = {}
    for opening in openings:
        course = opening.situation.row.course.id
        norms = (f.provision.id for _, f in opening.situation.open_findings())
        for norm in dict.fromkeys(norms):
            truth = opening.exact.truth(breach_name(norm))
            if truth is not Truth.UNKNOWN:
                found[course, norm] = truth
    return found

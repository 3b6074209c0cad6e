"""What a lever is, and which findings and cells call for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from antinomy.law import Policy
from antinomy.values import Text, Truth
from antinomy.verdict.findings import Finding
from antinomy.verdict.situation import Situation
from antinomy.verdict.words import Verdict

SPOILED = {Verdict.PROHIBITED, Verdict.LICENCE}

CellKey = tuple[str, str]


class LeverKind(Enum):
    """What a lever does."""

    OBTAIN = "obtain"
    EXCEPTION = "exception"
    ESTABLISH = "establish"
    WAIT = "wait"
    ANOTHER_ITEM = "another_item"
    DO_NOT_PROCEED = "do_not_proceed"


@dataclass(frozen=True, slots=True)
class Lever:
    """A truthful change, the cells it weakens, and the review policies it meets."""

    kind: LeverKind
    what: str
    text: Text
    flips: tuple[CellKey, ...]
    policies: tuple[Policy, ...] = ()


def bites(finding: Finding) -> bool:
    """Tell whether a finding is a certain breach as things stand."""
    return finding.truth is Truth.TRUE and finding.verdict in SPOILED


def biting(situations: Iterable[Situation]) -> list[tuple[Situation, Finding]]:
    """Give every certain breach with its course."""
    return [
        (situation, finding)
        for situation in situations
        for cell in situation.row.cells
        for finding in cell.findings
        if bites(finding)
    ]


def flipped(
    before: Iterable[Situation], after: Iterable[Situation]
) -> tuple[CellKey, ...]:
    """Give the cells that a change weakens whatever the open facts turn out to be."""
    now = {(c.course, c.regime): c for s in after for c in s.row.cells}
    return tuple(
        (cell.course, cell.regime)
        for situation in before
        for cell in situation.row.cells
        if (other := now.get((cell.course, cell.regime)))
        and other.could_be.rank < cell.certain.rank
    )

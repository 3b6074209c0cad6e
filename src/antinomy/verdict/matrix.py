"""Cells of the matrix course x regime: what is certain, and what could be."""

from collections.abc import Iterable
from dataclasses import dataclass

from antinomy.law import Course, Flagged, Policy, State
from antinomy.values import Day, Text, Truth
from antinomy.verdict.findings import STRICTEST, Finding
from antinomy.verdict.texts import Words, fill
from antinomy.verdict.words import Verdict


@dataclass(frozen=True, slots=True)
class Cell:
    """What one regime says of one course.

    ``certain`` is the strongest verdict that holds for certain; ``verdict`` the
    headline; ``could_be`` the strongest that some completion would give.
    """

    course: str
    regime: str
    verdict: Verdict
    certain: Verdict
    could_be: Verdict
    also: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    stale: Day | None
    recorded_since: Day | None
    flagged: tuple[Flagged, ...]

    @property
    def review_policy(self) -> Policy | None:
        """Give the strictest policy of the licences needed for certain."""
        policies = [
            f.policies[0]
            for f in self.findings
            if f.truth is Truth.TRUE
            and f.verdict is Verdict.LICENCE
            and f.policy_is_certain
        ]
        return min(policies, key=STRICTEST.index, default=None)

    @property
    def is_unweighed(self) -> bool:
        """Tell whether law that is not stated or not recorded may reach the course."""
        return bool(self.flagged or self.stale or self.recorded_since)

    @property
    def is_open(self) -> bool:
        """Tell whether some fact could still change the verdict."""
        return self.could_be.rank > self.certain.rank


@dataclass(frozen=True, slots=True)
class Row:
    """One course with its availability and cells."""

    course: Course
    available: Truth
    cells: tuple[Cell, ...]


def cell_of(
    course: str,
    regime: str,
    findings: Iterable[Finding],
    *,
    is_modelled: bool,
    stale: Day | None,
    recorded_since: Day | None = None,
    flagged: tuple[Flagged, ...],
) -> Cell:
    """Weigh the findings of a regime into one cell."""
    own = tuple(f for f in findings if f.norm.regime == regime)
    if not is_modelled:
        nothing = Verdict.NOT_MODELLED
        return Cell(course, regime, nothing, nothing, nothing, (), (), None, None, ())
    certain = [f.verdict for f in own if f.truth is Truth.TRUE]
    certain += [Verdict.LATENT for f in own if f.sleeps]
    possible = [f.verdict for f in own if f.truth.possibly]
    possible += [Verdict.LATENT for f in own if f.counted.possibly]
    best = _strongest(certain)
    could_be = _strongest([*possible, best])
    headline = best
    if could_be.rank > best.rank and best.rank < Verdict.EXPOSED.rank:
        headline = Verdict.UNKNOWN
    if best is Verdict.NONE_FOUND and (stale or recorded_since or flagged):
        headline = Verdict.UNKNOWN
    ordered = sorted(set(certain), key=lambda v: -v.rank)
    also = tuple(v for v in ordered if v is not headline)
    return Cell(
        course,
        regime,
        headline,
        best,
        could_be,
        also,
        own,
        stale,
        recorded_since,
        flagged,
    )


def _strongest(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=lambda v: v.rank, default=Verdict.NONE_FOUND)


def why_unknown(cell: Cell, words: Words) -> tuple[Text, ...]:
    """Say what beside facts leaves a cell unknown: flagged measures, a stale pack."""
    reasons = [flagged.why for flagged in cell.flagged]
    if cell.stale is not None:
        reasons.append(fill(words, "reason.stale", day=cell.stale))
    if cell.recorded_since is not None:
        reasons.append(fill(words, "reason.recorded_since", day=cell.recorded_since))
    for finding in cell.findings:
        if finding.state is State.UNKNOWN and finding.truth is Truth.UNKNOWN:
            reasons += [finding.note] if finding.note else []
            if finding.back_on is not None:
                reasons.append(fill(words, "reason.back", day=finding.back_on))
    return tuple(dict.fromkeys(reasons))

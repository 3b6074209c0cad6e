"""A view made ready: the cells of each course that may be open to the asking party."""

from antinomy.language import Proof, Prover
from antinomy.law import Flagged, breach_name
from antinomy.transaction import Transaction, case_of
from antinomy.values import Truth
from antinomy.verdict.courses import courses_for, with_course
from antinomy.verdict.engine import Answers, Engine, engine_of
from antinomy.verdict.findings import Finding, find
from antinomy.verdict.matrix import Cell, Row, cell_of
from antinomy.verdict.situation import Situation
from antinomy.view import View


class Weigher:
    """The compiled law of a view, and the proofs it has been asked for.

    ``engine`` may be that of another day on which every rule stood the same.
    """

    def __init__(self, view: View, engine: Engine | None = None) -> None:
        self.view = view
        self.engine = engine or engine_of(view.law)
        self._modelled = view.packs.law.modelled
        self._live = Prover(self.engine.live)
        self._counted = Prover(self.engine.counted)

    def situations(self, prepared: Transaction) -> tuple[Situation, ...]:
        """Give each course that may be available, with its cells."""
        law = self.view.packs.law
        found = []
        for course, fits in courses_for(prepared, law):
            under = with_course(prepared, course, law)
            case = case_of(under)
            answers = self.engine.answer(case)
            available = answers.available(course.id) & fits
            hidden = course.is_only_if_stated and available is not Truth.TRUE
            if available.possibly and not hidden:
                row = Row(course, available, self.cells(course.id, answers))
                found.append(Situation(under, case, answers, row))
        return tuple(found)

    def prove(self, situation: Situation, finding: Finding) -> Proof:
        """Prove a finding in the law in force, or counting sleeping rules."""
        sleeps = finding.sleeps or finding.truth is Truth.FALSE
        prover = self._counted if sleeps else self._live
        return prover.prove(breach_name(finding.provision.id), situation.case)

    def cells(self, course: str, answers: Answers) -> tuple[Cell, ...]:
        """Give the cells of a course, one for each regime."""
        findings = find(self.view.law, answers)
        return tuple(
            cell_of(
                course,
                regime.id,
                findings,
                is_modelled=regime.id in self._modelled,
                stale=self.view.stale_since(regime.pack),
                recorded_since=self.view.recorded_since(regime.pack),
                flagged=self._flagged(regime.id, answers),
            )
            for regime in self.view.packs.law.regimes.values()
        )

    def _flagged(self, regime: str, answers: Answers) -> tuple[Flagged, ...]:
        return tuple(
            flagged
            for pack in self.view.packs.law.packs.values()
            for flagged in pack.flagged
            if flagged.regime == regime and answers.flag(flagged.id).possibly
        )

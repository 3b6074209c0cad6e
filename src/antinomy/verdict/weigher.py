"""A view made ready: the cells of each course that may be open to the asking party."""

from antinomy.language import Proof, Prover
from antinomy.law import breach_name
from antinomy.transaction import Transaction, case_of
from antinomy.values import Truth
from antinomy.verdict.courses import courses_for, with_course
from antinomy.verdict.engine import Engine, engine_of
from antinomy.verdict.findings import Finding
from antinomy.verdict.rows import Rows
from antinomy.verdict.situation import Situation
from antinomy.view import View


class Weigher:
    """The compiled law of a view, and the proofs it has been asked for.

    ``engine`` may be that of another day on which every rule stood the same.
    """

    def __init__(self, view: View, engine: Engine | None = None) -> None:
        self.view = view
        self.engine = engine or engine_of(view.law)
        self.rows = Rows(view)
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
            row = self.rows.row(course, fits, answers)
            if row is not None:
                found.append(Situation(under, case, answers, row))
        return tuple(found)

    def prove(self, situation: Situation, finding: Finding) -> Proof:
        """Prove a finding in the law in force, or counting sleeping rules."""
        sleeps = finding.sleeps or finding.truth is Truth.FALSE
        prover = self._counted if sleeps else self._live
        return prover.prove(breach_name(finding.provision.id), situation.case)

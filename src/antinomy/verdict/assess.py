"""The one road: from a transaction and a view to the matrix and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from antinomy.language import (
    Concluded,
    Decide,
    Member,
    Program,
    Proof,
    generate,
    prove,
)
from antinomy.law import Flagged, breach_name
from antinomy.transaction import Transaction, case_of, facts_by_id
from antinomy.values import Fact, Truth
from antinomy.verdict.courses import courses_for, with_course
from antinomy.verdict.engine import Answers, Engine, engine_of
from antinomy.verdict.findings import Finding, find
from antinomy.verdict.grade import Antinomy, weigh
from antinomy.verdict.levers import Lever, levers_of
from antinomy.verdict.matrix import Cell, Row, cell_of
from antinomy.verdict.prepare import prepare
from antinomy.verdict.questions import Question, questions_of
from antinomy.verdict.situation import Situation
from antinomy.view import View


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything said of one transaction."""

    transaction: Transaction
    view: View
    rows: tuple[Row, ...]
    antinomy: Antinomy
    questions: tuple[Question, ...]
    levers: tuple[Lever, ...]
    proofs: Mapping[tuple[str, str], Proof]
    facts: Mapping[str, Mapping[str, Fact]] = field(repr=False)

    def proof(self, course: str, finding: Finding) -> Proof:
        """Give the proof of a finding of a course."""
        return self.proofs[course, finding.provision.id]


class Assessor:
    """A view made ready to assess many transactions."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.engine: Engine = engine_of(view.law)
        self._modelled = frozenset(
            p.does.norm.regime
            for p in view.packs.law.provisions.values()
            if hasattr(p.does, "norm")
        )
        self._deciders: dict[tuple[int, Concluded], Decide] = {}

    def assess(
        self, transaction: Transaction, *, advise: bool = True
    ) -> Assessment:
        """Assess a transaction; ``advise`` adds questions and levers."""
        prepared = prepare(transaction, self.view)
        situations = self.situations(prepared)
        rows = tuple(s.row for s in situations)
        proofs = {
            (s.row.course.id, f.provision.id): self._prove(s.case, f)
            for s in situations
            for cell in s.row.cells
            for f in cell.findings
        }
        antinomy = weigh(rows)
        return Assessment(
            prepared,
            self.view,
            rows,
            antinomy,
            questions_of(self.engine, self.view.packs.words, prepared, situations) if advise else (),
            levers_of(self, prepared, situations) if advise else (),
            proofs,
            {s.row.course.id: facts_by_id(s.transaction) for s in situations},
        )

    def situations(self, prepared: Transaction) -> tuple[Situation, ...]:
        """Give each course that may be open to the asking party, with its cells."""
        law = self.view.packs.law
        found = []
        for course, fits in courses_for(prepared, law):
            under = with_course(prepared, course, law)
            case = case_of(under)
            answers = self.engine.answer(case)
            available = answers.available(course.id) & fits
            hidden = course.is_only_if_stated and available is not Truth.TRUE
            if available.possibly and not hidden:
                row = Row(course, available, self._cells(course.id, answers))
                found.append(Situation(under, case, answers, row))
        return tuple(found)

    def _cells(self, course: str, answers: Answers) -> tuple[Cell, ...]:
        findings = find(self.view.law, answers)
        return tuple(
            cell_of(
                course,
                regime.id,
                findings,
                is_modelled=regime.id in self._modelled,
                stale=self.view.stale_since(regime.pack),
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

    def _prove(self, case: Member, finding: Finding) -> Proof:
        """Prove a finding in the law in force, or with sleeping rules where it sleeps."""
        program = self.engine.counted if finding.sleeps else self.engine.live
        if not finding.sleeps and finding.truth is Truth.FALSE:
            program = self.engine.counted
        goal = breach_name(finding.provision)
        decide = self._decider(program, goal)
        return prove(program, goal, case, lambda c: Truth.of(*decide(c)[0]))

    def _decider(self, program: Program, goal: Concluded) -> Decide:
        key = (id(program), goal)
        if key not in self._deciders:
            self._deciders[key] = generate(program, [goal])
        return self._deciders[key]


def assess(transaction: Transaction, view: View) -> Assessment:
    """Assess one transaction under a view."""
    return Assessor(view).assess(transaction)

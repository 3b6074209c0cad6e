"""The one road: from a transaction and a view to the matrix and its consequences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from antinomy.catalogue import Contradiction, contradictions
from antinomy.language import Proof
from antinomy.parties import party_contradictions
from antinomy.transaction import Transaction, facts_by_id
from antinomy.values import Fact, Truth
from antinomy.verdict.engine import Engine
from antinomy.verdict.findings import Finding
from antinomy.verdict.grade import Antinomy, weigh
from antinomy.verdict.leaning import leanings_of
from antinomy.verdict.levers import Lever, levers_of
from antinomy.verdict.matrix import Row
from antinomy.verdict.opening import openings_of, settled_exactly
from antinomy.verdict.prepare import prepare
from antinomy.verdict.questions import Question, questions_of
from antinomy.verdict.reliance import Reliance, reliances_of
from antinomy.verdict.situation import Situation
from antinomy.verdict.weigher import Weigher
from antinomy.view import Basis, View

CourseAndProvision = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to ask and what could change, and what an exact check settles beyond."""

    questions: tuple[Question, ...] = ()
    levers: tuple[Lever, ...] = ()
    settled: Mapping[CourseAndProvision, Truth] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything said of one transaction."""

    transaction: Transaction
    view: View
    rows: tuple[Row, ...]
    antinomy: Antinomy
    advice: Advice
    proofs: Mapping[CourseAndProvision, Proof]
    facts: Mapping[str, Mapping[str, Fact]] = field(repr=False)
    contradictions: tuple[Contradiction, ...] = ()
    reliances: tuple[Reliance, ...] = ()

    def proof(self, course: str, finding: Finding) -> Proof:
        """Give the proof of a finding of a course."""
        return self.proofs[course, finding.provision.id]

    def leanings(self, course: str, finding: Finding) -> tuple[Basis, ...]:
        """Give what the accepted claims rest on that a finding leans on."""
        accepted = self.view.packs.accepted
        proof, facts = self.proof(course, finding), self.facts[course]
        return leanings_of(proof, facts, self.view.law, accepted)


class Assessor:
    """A view made ready to assess many transactions."""

    def __init__(self, view: View, engine: Engine | None = None) -> None:
        self.view = view
        self._weigher = Weigher(view, engine)

    def moved_to(self, view: View) -> "Assessor":
        """Give an assessor of another view in which every rule stands the same."""
        return Assessor(view, self._weigher.engine)

    def assess(self, transaction: Transaction, *, advise: bool = True) -> Assessment:
        """Assess a transaction; ``advise`` adds questions, levers, the exact check."""
        prepared = prepare(transaction, self.view)
        situations = self._weigher.situations(prepared)
        rows = tuple(situation.row for situation in situations)
        return Assessment(
            transaction=prepared,
            view=self.view,
            rows=rows,
            antinomy=weigh(rows),
            advice=self._advice(prepared, situations) if advise else Advice(),
            proofs=self._proofs(situations),
            facts={s.row.course.id: facts_by_id(s.transaction) for s in situations},
            contradictions=(
                *contradictions(transaction, self.view.packs.catalogue),
                *party_contradictions(transaction, self.view),
            ),
            reliances=reliances_of(transaction, self.view.law),
        )

    def _proofs(
        self, situations: tuple[Situation, ...]
    ) -> dict[CourseAndProvision, Proof]:
        return {
            (situation.row.course.id, finding.provision.id): self._weigher.prove(
                situation, finding
            )
            for situation in situations
            for cell in situation.row.cells
            for finding in cell.findings
        }

    def _advice(
        self, prepared: Transaction, situations: tuple[Situation, ...]
    ) -> Advice:
        engine, words = self._weigher.engine, self.view.packs.words
        openings = openings_of(engine, situations)
        return Advice(
            questions_of(engine, words, prepared, openings),
            levers_of(self._weigher, prepared, situations),
            settled_exactly(openings),
        )


def assess(transaction: Transaction, view: View) -> Assessment:
    """Assess one transaction under a view."""
    return Assessor(view).assess(transaction)

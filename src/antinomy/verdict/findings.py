"""Findings: one norm applied to one course of one transaction."""

from dataclasses import dataclass
from datetime import date

from antinomy.law import (
    Authorises,
    Force,
    Imposes,
    LawOn,
    Liability,
    Modality,
    Norm,
    Policy,
    Provision,
    Reviews,
    State,
)
from antinomy.values import Citation, Text, Truth
from antinomy.verdict.engine import Answers
from antinomy.verdict.words import Verdict

STRICTEST = (
    Policy.DENIAL,
    Policy.PRESUMPTION_OF_DENIAL,
    Policy.CASE_BY_CASE,
    Policy.PRESUMPTION_OF_APPROVAL,
    Policy.APPROVAL,
    Policy.UNSTATED,
)
_CLOSED_DOORS = {Policy.DENIAL, Policy.PRESUMPTION_OF_DENIAL}


@dataclass(frozen=True, slots=True)
class Finding:
    """One norm, its truth for a course, and what follows.

    ``truth`` is of the law in force; ``counted`` adds sleeping rules. ``policies`` are
    the review policies that may apply, strictest first; ``is_held`` tells whether the
    paper that lifts the norm is held, ``exception`` which licence exception is met.
    """

    provision: Provision
    norm: Norm
    force: Force
    state: State
    truth: Truth
    counted: Truth
    cite: Citation
    policies: tuple[Policy, ...] = ()
    policy_is_certain: bool = False
    is_held: Truth = Truth.FALSE
    exception: Provision | None = None
    possible_exceptions: tuple[Provision, ...] = ()
    note: Text | None = None
    back_on: date | None = None
    measure_kind: str = ""

    @property
    def base(self) -> Verdict:
        """Give the verdict of the norm itself."""
        if self.norm.modality is Modality.OBLIGE:
            return Verdict.DUTY
        if self.force in {Force.SOFT, Force.REPORTED}:
            return Verdict.EXPOSED
        if self.norm.liability is not Liability.CERTAIN:
            return Verdict.EXPOSED
        return Verdict.LICENCE if self.norm.licence else Verdict.PROHIBITED

    @property
    def verdict(self) -> Verdict:
        """Give the verdict once papers held and exceptions met are counted."""
        if self.base is Verdict.LICENCE:
            if self.is_held is Truth.TRUE or self.exception is not None:
                return Verdict.DUTY
        elif self.norm.route and self.is_held is Truth.TRUE:
            return Verdict.DUTY
        return self.base

    @property
    def conditions(self) -> Text | None:
        """Give what the licence exception that is met still asks of the parties."""
        if self.exception is None or not isinstance(self.exception.does, Authorises):
            return None
        told = self.exception.does.conditions
        return told if told.en else None

    @property
    def has_route(self) -> bool:
        """Tell whether a recorded text provides a way out that is not shut."""
        if not (self.norm.licence or self.norm.route):
            return False
        return not any(policy in _CLOSED_DOORS for policy in self.policies)

    @property
    def may_have_route(self) -> bool:
        """Tell whether some possible review policy leaves the way out open."""
        if not (self.norm.licence or self.norm.route):
            return False
        return not self.policies or any(p not in _CLOSED_DOORS for p in self.policies)

    @property
    def sleeps(self) -> bool:
        """Tell whether the norm bites only once sleeping rules count."""
        return self.counted is Truth.TRUE and self.truth is not Truth.TRUE


def find(law: LawOn, answers: Answers) -> tuple[Finding, ...]:
    """Give a finding for every norm that may be breached, in the order of the packs."""
    findings = []
    for provision in law.law.provisions.values():
        if isinstance(provision.does, Imposes):
            truth = answers.breach(provision.id)
            counted = answers.breach(provision.id, counted=True)
            if truth.possibly or counted.possibly:
                norm = provision.does.norm
                findings.append(_finding(law, answers, provision, norm, truth, counted))
    return tuple(findings)


def _finding(
    law: LawOn,
    answers: Answers,
    provision: Provision,
    norm: Norm,
    truth: Truth,
    counted: Truth,
) -> Finding:
    measure = law.law.measures[provision.measure]
    found = law.standings[provision.id]
    policies, is_certain = _policies(law, answers, provision.id)
    exceptions = _exceptions(law, answers, provision.id)
    met = [p for p, t in exceptions if t is Truth.TRUE]
    paper = norm.licence or norm.route
    cite = found.version.cite if found.version else measure.cite
    return Finding(
        provision=provision,
        norm=norm,
        force=measure.force,
        state=found.state,
        truth=truth,
        counted=counted,
        cite=cite,
        policies=policies,
        policy_is_certain=is_certain,
        is_held=answers.paper(paper) if paper else Truth.FALSE,
        exception=met[0] if met else None,
        possible_exceptions=tuple(p for p, t in exceptions if t is Truth.UNKNOWN),
        note=found.note,
        back_on=found.back_on,
        measure_kind=measure.kind,
    )


def _policies(
    law: LawOn, answers: Answers, norm: str
) -> tuple[tuple[Policy, ...], bool]:
    """Give the review policies that may apply to a norm, and whether one is certain."""
    possible: set[Policy] = set()
    certain: set[Policy] = set()
    for provision in law.law.provisions.values():
        does = provision.does
        if isinstance(does, Reviews) and norm in does.norms:
            truth = answers.rule(provision.id)
            possible |= {does.policy} if truth.possibly else set()
            certain |= {does.policy} if truth.certainly else set()
    ordered = tuple(p for p in STRICTEST if p in possible)
    return ordered, bool(ordered) and ordered[0] in certain


def _exceptions(
    law: LawOn, answers: Answers, norm: str
) -> list[tuple[Provision, Truth]]:
    return [
        (provision, answers.rule(provision.id))
        for provision in law.law.provisions.values()
        if isinstance(provision.does, Authorises) and norm in provision.does.norms
    ]

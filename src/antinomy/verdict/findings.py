"""Findings: one norm applied to one course of one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from antinomy.law import (
    Authorises,
    Concludes,
    Excepts,
    Force,
    Imposes,
    Law,
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


@dataclass(frozen=True, slots=True)
class HeldNorm:
    """A norm as held, with what says how it is reviewed and what excepts from it."""

    provision: Provision
    norm: Norm
    reviews: tuple[tuple[Provision, Policy], ...]
    exceptions: tuple[Provision, ...]


def held_norms(law: Law) -> tuple[HeldNorm, ...]:
    """Give every norm of a law, in the order of the packs."""
    norms: dict[str, Norm] = {}
    reviews: dict[str, list[tuple[Provision, Policy]]] = {}
    exceptions: dict[str, list[Provision]] = {}
    for provision in law.provisions.values():
        match provision.does:
            case Imposes(norm):
                norms[provision.id] = norm
            case Reviews(reviewed, policy):
                for name in reviewed:
                    reviews.setdefault(name, []).append((provision, policy))
            case Authorises(excepted):
                for name in excepted:
                    exceptions.setdefault(name, []).append(provision)
            case Concludes() | Excepts():
                pass
    return tuple(
        HeldNorm(
            law.provisions[name],
            norm,
            tuple(reviews.get(name, ())),
            tuple(exceptions.get(name, ())),
        )
        for name, norm in norms.items()
    )


def find(
    law: LawOn, norms: Iterable[HeldNorm], answers: Answers
) -> tuple[Finding, ...]:
    """Give a finding for every norm that may be breached, in the order given."""
    findings = []
    for held in norms:
        truth = answers.breach(held.provision.id)
        counted = answers.breach(held.provision.id, counted=True)
        if truth.possibly or counted.possibly:
            findings.append(_finding(law, held, answers, truth, counted))
    return tuple(findings)


def _finding(
    law: LawOn, held: HeldNorm, answers: Answers, truth: Truth, counted: Truth
) -> Finding:
    provision, norm = held.provision, held.norm
    measure = law.law.measures[provision.measure]
    found = law.standings[provision.id]
    policies, is_certain = _policies(held, answers)
    exceptions = [(p, answers.rule(p.id)) for p in held.exceptions]
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


def _policies(held: HeldNorm, answers: Answers) -> tuple[tuple[Policy, ...], bool]:
    """Give the review policies that may apply to a norm, and whether one is certain."""
    truths = [(policy, answers.rule(p.id)) for p, policy in held.reviews]
    possible = {policy for policy, truth in truths if truth.possibly}
    certain = {policy for policy, truth in truths if truth.certainly}
    ordered = tuple(policy for policy in STRICTEST if policy in possible)
    return ordered, bool(ordered) and ordered[0] in certain

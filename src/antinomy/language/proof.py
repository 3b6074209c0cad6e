"""Proofs as data: why a predicate is true, false or unknown.

A proof keeps one true arm of OR and one false arm of AND; for *unknown* it keeps the
arms that are unknown, so that its leaves are the facts that are missing. It is shrunk
until no cited fact can go, then read anew from the facts that are left: blanking
everything it does not cite gives the same truth.
"""

from collections.abc import Callable
from dataclasses import dataclass

from antinomy.language.case import Member, fact_ids, restrict
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Concluded,
    Every,
    FactName,
    Form,
    Linked,
    Not,
    Or,
    Some,
    facts_of,
)
from antinomy.language.interpret import Interpreter
from antinomy.language.program import Program
from antinomy.values import Truth


@dataclass(frozen=True, slots=True)
class Step:
    """One node of a proof.

    ``form`` is what was asked, ``path`` of whom, ``facts`` the ids of the facts an
    atom read (``parties:complete`` for the completeness of a list).
    """

    form: Form
    path: str
    truth: Truth
    arms: "tuple[Step, ...]" = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof, with the known facts it rests on and the unknown ones it waits for."""

    step: Step
    cited: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def truth(self) -> Truth:
        """Give the truth proved."""
        return self.step.truth


Decider = Callable[[Member], Truth]


def prove(
    program: Program, goal: Concluded, root: Member, decide: Decider | None = None
) -> Proof:
    """Prove a goal of the transaction, with as few facts as can be.

    ``decide`` gives the truth of the goal in a case; the generated function makes the
    shrinking fast, the interpreter serves where none is given.
    """
    decide = decide or (lambda case: Interpreter(program, case).truth(goal, case))
    raw = _Prover(Interpreter(program, root)).step(goal, root)
    if raw.truth is Truth.UNKNOWN:
        return Proof(raw, (), leaves(raw))
    kept = shrink(root, leaves(raw), raw.truth, decide)
    small = restrict(root, frozenset(kept))
    step = _Prover(Interpreter(program, small)).step(goal, small)
    assert step.truth is raw.truth, "a proof must hold without what it does not cite"
    return Proof(step, kept, ())


def shrink(
    root: Member, facts: tuple[str, ...], truth: Truth, decide: Decider
) -> tuple[str, ...]:
    """Drop facts one by one while the truth stays; none of what is left can go."""
    known = frozenset(fact_ids(root))
    kept = [fact for fact in facts if fact in known]
    for fact in tuple(kept):
        fewer = [other for other in kept if other != fact]
        if decide(restrict(root, frozenset(fewer))) is truth:
            kept = fewer
    return tuple(kept)


def leaves(step: Step) -> tuple[str, ...]:
    """Give the facts at the leaves of a proof, each once, in order."""
    found: dict[str, None] = {}
    stack, seen = [step], set()
    while stack:
        top = stack.pop()
        if id(top) in seen:
            continue
        seen.add(id(top))
        found.update(dict.fromkeys(top.facts))
        stack.extend(reversed(top.arms))
    return tuple(found)


class _Prover:
    """Read a proof off the interpreter; equal questions share one step."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._asked = interpreter
        self._steps: dict[tuple[Form, int], Step] = {}

    def step(self, form: Form, member: Member) -> Step:
        key = (form, id(member))
        if key not in self._steps:
            self._steps[key] = self._make(form, member)
        return self._steps[key]

    def _make(self, form: Form, member: Member) -> Step:
        truth = self._asked.truth(form, member)
        arms: tuple[Step, ...] = ()
        facts: tuple[str, ...] = ()
        match form:
            case Always():
                pass
            case Concluded(scope):
                of = member.around(scope)
                arms = (self.step(self._asked.program.rules[form], of),)
                return Step(form, of.path, truth, arms)
            case Not(arm):
                arms = (self.step(arm, member),)
            case And(inside) | Or(inside):
                arms = self._chosen(form, inside, member, truth)
            case Some(scope, body):
                arms, facts = self._members(1, scope, body, member, truth)
            case AtLeast(count, scope, body):
                arms, facts = self._members(count, scope, body, member, truth)
            case Every(scope, body):
                arms, facts = self._members(1, scope, Not(body), member, ~truth)
            case Linked(link, scope, body):
                arms = (self.step(body, self._asked.linked(member, link, scope)),)
            case _:
                facts = tuple(self._fact_id(fact, member) for fact in facts_of(form))
        return Step(form, member.path, truth, arms, facts)

    def _chosen(
        self, form: And | Or, inside: tuple[Form, ...], member: Member, truth: Truth
    ) -> tuple[Step, ...]:
        """Keep the arms that decide: one true of OR, one false of AND, else all alike."""
        deciding = Truth.TRUE if isinstance(form, Or) else Truth.FALSE
        alike = [arm for arm in inside if self._asked.truth(arm, member) is truth]
        steps = [self.step(arm, member) for arm in alike]
        if truth is deciding:
            return (min(steps, key=lambda s: len(leaves(s))),)
        return tuple(steps)

    def _members(
        self, count: int, scope: str, body: Form, member: Member, truth: Truth
    ) -> tuple[tuple[Step, ...], tuple[str, ...]]:
        """Keep the members that decide "at least ``count``"."""
        kids, is_open = self._asked.kids(member, scope)
        complete = member.around(self._asked.program.schema.within[scope]).complete_id(scope)
        alike = [k for k in kids if self._asked.truth(body, k) is truth]
        if truth is Truth.TRUE:
            return tuple(self.step(body, kid) for kid in alike[:count]), ()
        steps = tuple(self.step(body, kid) for kid in alike)
        if truth is Truth.FALSE:
            if not is_open:
                return steps, (complete,)
            return (*steps, self.step(body, self._asked.unlisted(member, scope))), ()
        if is_open and self._asked.truth(body, self._asked.unlisted(member, scope)).possibly:
            return steps, (complete,)
        return steps, ()

    def _fact_id(self, fact: FactName, member: Member) -> str:
        return member.around(fact.scope).fact_id(fact.name)

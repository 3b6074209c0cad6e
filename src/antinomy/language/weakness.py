"""Find wordings for which Kleene's logic is too weak.

A wording is weak where some partial knowledge leaves it unknown though every
completion gives the same answer: "he is listed and a licence is needed, or he is not
listed and a licence is needed".

The table of a form is gone through whole. Tables stay small because a part whose facts
stand nowhere else is to the rest one free truth, once it is known not to be weak
itself. Where a table is still too large a part of it is gone through, and the answer
says so.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from antinomy.language.case import AnyOf, Band, Inapplicable, Member, Value
from antinomy.language.form import (
    FALSE,
    TRUE,
    And,
    AtLeast,
    Concluded,
    Every,
    FactName,
    Flag,
    Form,
    Linked,
    Not,
    Or,
    Some,
    facts_of,
    walk,
)
from antinomy.language.lint import Fault, Lint, witness
from antinomy.language.printing import show
from antinomy.language.program import Program
from antinomy.language.schema import FactType, Kind
from antinomy.language.tables import Digits, Table, Variable
from antinomy.values import Truth, scalar_text

_MOST = 60_000


@dataclass(frozen=True, slots=True)
class Weaknesses:
    """The weak wordings found, and the predicates whose table was too large."""

    found: tuple[Lint, ...]
    sampled: tuple[Concluded, ...]


def weaknesses(
    program: Program,
    names: Iterable[Concluded] | None = None,
    *,
    most: int = _MOST,
) -> Weaknesses:
    """Find the predicates that stay unknown where every completion agrees.

    ``most`` bounds the entries of a table that is gone through whole.
    """
    found: dict[str, Lint] = {}
    sampled = []
    for name in program.rules if names is None else names:
        reduction = _Reduction(program, name, most)
        for lint in reduction.found:
            found.setdefault(lint.wording, lint)
        if reduction.is_sampled:
            sampled.append(name)
    return Weaknesses(tuple(found.values()), tuple(sampled))


def inlined(program: Program, form: Form) -> Form:
    """Write the definitions of predicates out."""
    match form:
        case Concluded():
            return inlined(program, program.rules[form])
        case Not(arm):
            return Not(inlined(program, arm))
        case And(arms):
            return And(tuple(inlined(program, arm) for arm in arms))
        case Or(arms):
            return Or(tuple(inlined(program, arm) for arm in arms))
        case Some() | Every() | AtLeast() | Linked():
            return replace(form, body=inlined(program, form.body))
        case _:
            return form


_Key = FactName | str  # a fact, or the list of a scope


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a wording as it was, and as it now stands for the rest."""

    full: Form
    short: Form


class _Reduction:
    """Make one predicate smaller, part by part, noting what is weak on the way."""

    def __init__(self, program: Program, name: Concluded, most: int) -> None:
        self.found: list[Lint] = []
        self.is_sampled = False
        self._program = program
        self._name = name
        self._most = most
        self._free: dict[FactName, Form] = {}
        form = inlined(program, program.rules[name])
        self._uses = _uses(form)
        part = self._reduce(form, name.scope, None)
        self._settle(part, name.scope, None)

    def _reduce(self, form: Form, scope: str, list_: str | None) -> _Part:
        """Reduce what lies inside a form; ``list_`` is the innermost list around it."""
        match form:
            case Not(arm):
                return _Part(form, Not(self._reduce(arm, scope, list_).short))
            case And(arms) | Or(arms):
                parts = self._join(type(form), arms, scope, list_)
                if len(parts) == 1:
                    return _Part(form, parts[0].short)
                return _Part(form, _joined(type(form), parts).short)
            case Linked(_, of, body):
                return _Part(form, replace(form, body=self._whole(body, of, list_)))
            case Some(of, body) | Every(of, body) | AtLeast(_, of, body):
                return _Part(form, replace(form, body=self._whole(body, of, of)))
            case _:
                return _Part(form, form)

    def _whole(self, form: Form, scope: str, list_: str | None) -> Form:
        part = self._reduce(form, scope, list_)
        return self._settle(part, scope, list_).short

    def _join(
        self,
        kind: type[And] | type[Or],
        arms: tuple[Form, ...],
        scope: str,
        list_: str | None,
    ) -> list[_Part]:
        """Join arms that share facts first; then those that stand alone, by twos."""
        alone: list[_Part] = []
        tied: list[_Part] = []
        for group in _tied_together(arms):
            parts = [self._reduce(arm, scope, list_) for arm in group]
            part = parts[0] if len(parts) == 1 else _joined(kind, parts)
            part = self._settle(part, scope, list_)
            (alone if self._stands_alone(part.full, list_) else tied).append(part)
        while len(alone) > 1:
            pair = _joined(kind, [alone.pop(0), alone.pop(0)])
            alone.append(self._settle(pair, scope, list_))
        return alone + tied

    def _stands_alone(self, form: Form, list_: str | None) -> bool:
        """Tell whether no fact and no list of a part is read outside it.

        What lies around the innermost list is read for each of its members.
        """
        for key, count in _uses(form).items():
            of = key if isinstance(key, str) else key.scope
            if count != self._uses[key]:
                return False
            if list_ is not None and list_ not in self._program.schema.lineage(of):
                return False
        return True

    def _settle(self, part: _Part, scope: str, list_: str | None) -> _Part:
        """Let a part that stands alone be one free truth to the rest."""
        atomic = isinstance(part.short, Not) and isinstance(part.short.arm, Flag)
        if isinstance(part.short, Flag) or atomic:
            return part
        if not self._stands_alone(part.full, list_):
            return part
        kinds = {fact: FactType(Kind.FLAG) for fact in self._free}
        schema = replace(
            self._program.schema, facts={**self._program.schema.facts, **kinds}
        )
        table = Table(replace(self._program, schema=schema), part.short, scope)
        answer = table.answer(self._most)
        if answer.weak is not None:
            facts = self._facts(table.variables, answer.weak)
            self.found.append(Lint(Fault.WEAK, self._name, show(part.full), facts))
        if not answer.is_whole:
            self.is_sampled = True
            return part
        if len(answer.truths) == 1:
            return _Part(part.full, TRUE if Truth.TRUE in answer.truths else FALSE)
        fact = FactName(scope, f"free {len(self._free)}")
        self._free[fact] = part.full
        return _Part(part.full, Flag(fact))

    def _facts(self, variables: tuple[Variable, ...], digits: Digits) -> dict[str, str]:
        """Word an entry of a table; a free truth is worded by facts that make it so."""
        found: dict[str, str] = {}
        for variable, digit in zip(variables, digits, strict=True):
            member = variable.member
            part = self._free.get(FactName(member.scope, variable.name))
            value = variable.values[digit] if digit < len(variable.values) else None
            if part is not None:
                found.update(self._part_facts(part, member, value))
            elif value is None:
                found[member.fact_id(variable.name)] = "unknown"
            else:
                assert not isinstance(value, Band | AnyOf | Inapplicable)
                found[member.fact_id(variable.name)] = scalar_text(value)
        return found

    def _part_facts(
        self, part: Form, member: Member, value: Value | None
    ) -> dict[str, str]:
        """Give facts of a member that make a part true, false or unknown."""
        if value is None:
            facts = (f for inner in walk(part) for f in facts_of(inner))
            own = (f.name for f in facts if f.scope == member.scope)
            return {member.fact_id(name): "unknown" for name in own}
        shown = witness(self._program, part if value else Not(part), member.scope)
        lineage = self._program.schema.lineage(member.scope)[:-1]
        said = ".".join(reversed(lineage))
        found = {}
        for fact, text in (shown or {}).items():
            is_own = said and fact.startswith(f"{said}.")
            found[member.path + fact.removeprefix(said) if is_own else fact] = text
        return found


def _joined(kind: type[And] | type[Or], parts: list[_Part]) -> _Part:
    return _Part(
        kind(tuple(p.full for p in parts)), kind(tuple(p.short for p in parts))
    )


def _uses(form: Form) -> Counter[_Key]:
    """Count how often each fact is read and each list gone through."""
    found: Counter[_Key] = Counter()
    for inner in walk(form):
        found.update(facts_of(inner))
        if isinstance(inner, Some | Every | AtLeast):
            found[inner.scope] += 1
    return found


def _tied_together(arms: tuple[Form, ...]) -> list[list[Form]]:
    """Part arms into groups that have no fact and no list in common."""
    groups: list[tuple[set[_Key], list[Form]]] = []
    for arm in arms:
        keys, group = set(_uses(arm)), [arm]
        apart = []
        for other_keys, other in groups:
            if keys & other_keys:
                keys, group = keys | other_keys, other + group
            else:
                apart.append((other_keys, other))
        groups = [*apart, (keys, group)]
    return [group for _, group in groups]

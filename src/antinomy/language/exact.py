"""The exact answer: what every completion of the unknowns agrees on, by z3.

Kleene's logic is sound but may say *unknown* where all completions agree (a case split
in the wording). Here each unknown fact becomes a variable within its bounds, and each
open list gets as many unlisted members, each present or not, as its quantifiers can
tell apart (one witness for each; ``n`` for "at least n").
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import z3

from antinomy.language.case import AnyOf, Band, Inapplicable, Member, Value
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Atom,
    Compare,
    CompareFacts,
    Concluded,
    Every,
    FactName,
    Flag,
    Form,
    Holds,
    Linked,
    Not,
    Op,
    Or,
    Quantified,
    Some,
    Within,
    WithinSet,
    walk,
)
from antinomy.language.program import Program
from antinomy.language.schema import Kind
from antinomy.values import Truth

Expr = Any  # z3 ships no types

_APPLY: dict[Op, Callable[[Expr, Expr], Expr]] = {
    Op.EQ: lambda a, b: a == b,
    Op.LT: lambda a, b: a < b,
    Op.LE: lambda a, b: a <= b,
    Op.GT: lambda a, b: a > b,
    Op.GE: lambda a, b: a >= b,
}


@dataclass(slots=True)
class _Unlisted:
    """A member that an open list may hold beside the listed ones."""

    member: Member
    present: Expr


class Exact:
    """Decide goals of one case exactly."""

    def __init__(self, program: Program, root: Member, goals: Iterable[Concluded]) -> None:
        goals = tuple(goals)
        self._program = program
        self._root = root
        self._words: dict[str, int] = {}
        self._variables: dict[str, Expr] = {}
        self._bounds: list[Expr] = []
        self._memo: dict[tuple[Form, int], Expr] = {}
        self._extra: dict[tuple[int, str], list[_Unlisted]] = {}
        self._solver = z3.Solver()
        self._solver.set("random_seed", 0)
        forms = [program.rules[name] for name in program.order(goals)]
        self._witnesses = _witnesses(forms)
        self._exprs = {goal: self._expr(goal, root) for goal in goals}

    def truth(self, goal: Concluded) -> Truth:
        """Give the truth that all completions agree on, or unknown."""
        expr = self._exprs[goal]
        possibly = self._can(expr)
        return Truth.of(possibly and not self._can(z3.Not(expr)), possibly)

    def support(self, goal: Concluded) -> tuple[str, ...]:
        """Give the ids of the unknown facts on which the truth really hangs.

        A fact is in the support where two completions that differ in it alone give
        different truths.
        """
        expr = self._exprs[goal]
        found = []
        for name, variable in sorted(self._variables.items()):
            other = z3.Const(name + "'", variable.sort())
            flipped = z3.substitute(expr, (variable, other))
            if flipped.eq(expr):
                continue
            within = [z3.substitute(b, (variable, other)) for b in self._bounds]
            if self._can(z3.Xor(expr, flipped), *within):
                found.append(name.split("#")[0])
        return tuple(dict.fromkeys(found))

    def witness(self, goal: Concluded, *, holds: bool) -> dict[str, str] | None:
        """Give values of the unknowns under which the goal holds (or does not)."""
        expr = self._exprs[goal]
        self._solver.push()
        self._solver.add(*self._bounds, expr if holds else z3.Not(expr))
        found = None
        if self._solver.check() == z3.sat:
            model = self._solver.model()
            found = {
                name: self._shown(model.eval(variable, model_completion=True))
                for name, variable in sorted(self._variables.items())
            }
        self._solver.pop()
        return found

    def _shown(self, value: Expr) -> str:
        if z3.is_int_value(value):
            codes = {code: word for word, code in self._words.items()}
            return codes.get(value.as_long(), str(value))
        return str(value)

    def _can(self, *exprs: Expr) -> bool:
        self._solver.push()
        self._solver.add(*self._bounds, *exprs)
        answer = self._solver.check()
        self._solver.pop()
        assert answer != z3.unknown, "z3 gave up on a quantifier-free question"
        return bool(answer == z3.sat)

    # ------------------------------------------------------------------ forms

    def _expr(self, form: Form, member: Member) -> Expr:
        key = (form, id(member))
        if key not in self._memo:
            self._memo[key] = self._make(form, member)
        return self._memo[key]

    def _make(self, form: Form, member: Member) -> Expr:
        match form:
            case Always(truth):
                if truth is Truth.UNKNOWN:
                    return z3.FreshBool("open")
                return z3.BoolVal(truth is Truth.TRUE)
            case Concluded(scope):
                return self._expr(self._program.rules[form], member.around(scope))
            case Not(arm):
                return z3.Not(self._expr(arm, member))
            case And(arms):
                return z3.And(*(self._expr(arm, member) for arm in arms))
            case Or(arms):
                return z3.Or(*(self._expr(arm, member) for arm in arms))
            case Some(scope, body):
                return z3.Or(*self._each(scope, body, member))
            case Every(scope, body):
                return z3.Not(z3.Or(*self._each(scope, Not(body), member)))
            case AtLeast(count, scope, body):
                each = self._each(scope, body, member)
                return z3.AtLeast(*each, count) if len(each) >= count else z3.BoolVal(False)  # noqa: FBT003 - z3
            case Linked(link, scope, body):
                return self._expr(body, self._linked(link, scope, member))
            case _:
                return self._atom(form, member)

    def _each(self, scope: str, body: Form, member: Member) -> list[Expr]:
        parent = member.around(self._program.schema.within[scope])
        each = [self._expr(body, kid) for kid in parent.children.get(scope, ())]
        for extra in self._unlisted(parent, scope):
            each.append(z3.And(extra.present, self._expr(body, extra.member)))
        return each

    def _unlisted(self, parent: Member, scope: str) -> list[_Unlisted]:
        key = (id(parent), scope)
        if key not in self._extra:
            count = 0 if scope in parent.complete else self._witnesses.get(scope, 0)
            self._extra[key] = [self._one_more(parent, scope, i) for i in range(count)]
        return self._extra[key]

    def _one_more(self, parent: Member, scope: str, index: int) -> _Unlisted:
        member = Member(scope, parent.fact_id(f"{scope}[unlisted {index}]"), parent=parent)
        name = f"{parent.complete_id(scope)}#{index}"
        present = self._variables[name] = z3.Bool(name)
        return _Unlisted(member, present)

    def _linked(self, link: str, scope: str, member: Member) -> Member:
        parent = member.around(self._program.schema.within[scope])
        if link not in parent.links:
            parent = self._root
            extra = self._extra.setdefault((id(parent), f"@{link}"), [])
            if not extra:
                one = Member(scope, parent.fact_id(link), parent=parent)
                extra.append(_Unlisted(one, z3.BoolVal(True)))  # noqa: FBT003 - z3
            return extra[0].member
        return parent.links[link]

    # ------------------------------------------------------------------ atoms

    def _atom(self, atom: Atom, member: Member) -> Expr:
        match atom:
            case Flag(fact):
                return self._of(fact, member, lambda v: v)
            case Compare(fact, op, constant):
                return self._of(fact, member, lambda v: _APPLY[op](v, self._term(constant)))
            case CompareFacts(left, op, right):
                return self._of(
                    left,
                    member,
                    lambda a: self._of(right, member, lambda b: _APPLY[op](a, b)),
                )
            case Within(fact, words):
                return self._of(fact, member, lambda v: self._is_in(v, words))
            case WithinSet(fact, name):
                named = self._program.sets[name]
                doubtful = sorted(named.possible - named.certain)
                return self._of(
                    fact,
                    member,
                    lambda v: z3.Or(
                        self._is_in(v, named.certain),
                        *(z3.And(v == self._word(w), self._edge(name, w)) for w in doubtful),
                    ),
                )
            case Holds(fact, word):
                return self._holds(fact, word, member)

    def _edge(self, name: str, word: str) -> Expr:
        return z3.Bool(f"set:{name}:{word}")

    def _is_in(self, variable: Expr, words: Iterable[str]) -> Expr:
        return z3.Or(*(variable == self._word(word) for word in sorted(words)))

    def _holds(self, fact: FactName, word: str, member: Member) -> Expr:
        of = member.around(fact.scope)
        value = of.values.get(fact.name)
        if value is None:
            name = f"{of.fact_id(fact.name)}#{word}"
            return self._variables.setdefault(name, z3.Bool(name))
        return z3.BoolVal(isinstance(value, frozenset) and word in value)

    def _of(self, fact: FactName, member: Member, use: Callable[[Expr], Expr]) -> Expr:
        """Use a fact as a z3 term; one that does not apply makes the atom false."""
        of = member.around(fact.scope)
        value = of.values.get(fact.name)
        if isinstance(value, Inapplicable):
            return z3.BoolVal(False)  # noqa: FBT003 - z3
        if value is None or isinstance(value, Band | AnyOf):
            return use(self._variable(of.fact_id(fact.name), fact, value))
        return use(self._term(value))

    def _variable(self, name: str, fact: FactName, value: Value | None) -> Expr:
        if name in self._variables:
            return self._variables[name]
        declared = self._program.schema.facts[fact]
        match declared.kind:
            case Kind.FLAG:
                variable = z3.Bool(name)
            case Kind.NUMBER:
                variable = z3.Real(name)
            case _:
                variable = z3.Int(name)
        self._variables[name] = variable
        words = sorted(value.words) if isinstance(value, AnyOf) else declared.values
        if words and declared.kind is not Kind.FLAG:
            self._bounds.append(z3.Or(*(variable == self._word(w) for w in words)))
        if isinstance(value, Band):
            self._bounds += [variable >= self._term(value.low)] if value.low is not None else []
            self._bounds += [variable <= self._term(value.high)] if value.high is not None else []
        return variable

    def _term(self, value: object) -> Expr:
        match value:
            case bool():
                return z3.BoolVal(value)
            case Fraction():
                return z3.Q(value.numerator, value.denominator)
            case int():
                return z3.RealVal(value)
            case date():
                return z3.IntVal(value.toordinal())
            case _:
                return z3.IntVal(self._word(str(value)))

    def _word(self, word: str) -> int:
        """Number the words: equal words, equal numbers, far from any day."""
        return self._words.setdefault(word, -1 - len(self._words))


def _witnesses(forms: list[Form]) -> dict[str, int]:
    """Count, by list, the unlisted members that the quantifiers can tell apart."""
    bodies: dict[str, dict[Quantified, int]] = {}
    for form in forms:
        for inner in walk(form):
            if isinstance(inner, Some | Every | AtLeast):
                need = inner.count if isinstance(inner, AtLeast) else 1
                bodies.setdefault(inner.scope, {})[inner] = need
    return {scope: sum(needs.values()) for scope, needs in bodies.items()}


"""Say a form of one case in z3's terms, as far as its unknowns reach.

What is known is settled here, so that only the open part reaches the solver.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

import z3

from antinomy.language.bounds import PlaceSet, atom_bounds
from antinomy.language.case import AnyOf, Band, Member, Value
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
    facts_of,
    walk,
)
from antinomy.language.program import Program
from antinomy.language.terms import Expr
from antinomy.language.unknowns import Unknowns

_APPLY: dict[Op, Callable[[Expr, Expr], Expr]] = {
    Op.EQ: lambda a, b: a == b,
    Op.LT: lambda a, b: a < b,
    Op.LE: lambda a, b: a <= b,
    Op.GT: lambda a, b: a > b,
    Op.GE: lambda a, b: a >= b,
}
# Beyond so many unlisted members of one list each quantifier answers for itself.
_MOST_UNLISTED = 6


def negation(expr: Expr) -> Expr:
    """Negate, settled or not."""
    return not expr if isinstance(expr, bool) else z3.Not(expr)


def all_of(exprs: Iterable[Expr]) -> Expr:
    """Join by AND what is not settled."""
    found = [e for e in exprs if e is not True]
    if any(e is False for e in found):
        return False
    return z3.And(found) if found else True


def any_of(exprs: Iterable[Expr]) -> Expr:
    """Join by OR what is not settled."""
    found = [e for e in exprs if e is not False]
    if any(e is True for e in found):
        return True
    return z3.Or(found) if found else False


def at_least(count: int, exprs: Iterable[Expr]) -> Expr:
    """Count what is not settled."""
    found = [e for e in exprs if e is not False]
    left = [e for e in found if e is not True]
    missing = count - (len(found) - len(left))
    if missing <= 0 or missing > len(left):
        return missing <= 0
    return z3.Or(left) if missing == 1 else z3.AtLeast(*left, missing)


def witnesses(forms: Iterable[Form]) -> Mapping[str, int]:
    """Count, by list, the unlisted members that the quantifiers can tell apart."""
    needs: dict[str, dict[Quantified, int]] = {}
    for form in forms:
        for inner in walk(form):
            if isinstance(inner, Some | Every | AtLeast):
                count = inner.count if isinstance(inner, AtLeast) else 1
                needs.setdefault(inner.scope, {})[inner] = count
    return {scope: sum(counts.values()) for scope, counts in needs.items()}


class Exprs:
    """The expressions of the forms that one goal needs."""

    def __init__(
        self, program: Program, unknowns: Unknowns, forms: Iterable[Form]
    ) -> None:
        self._program = program
        self._unknowns = unknowns
        self._witnesses = witnesses(forms)
        self._made: dict[tuple[Form, int], Expr] = {}

    def of(self, form: Form, member: Member) -> Expr:
        """Give a form of a member: true, false, or an expression."""
        match form:
            case Always(holds):
                return holds
            case Not(arm):
                return negation(self.of(arm, member))
            case And(arms):
                return all_of(self.of(arm, member) for arm in arms)
            case Or(arms):
                return any_of(self.of(arm, member) for arm in arms)
            case Concluded(scope):
                return self._once(form, member.around(scope))
            case Some(scope) | Every(scope) | AtLeast(_, scope):
                return self._once(form, member.around(self._within(scope)))
            case Linked(link, scope, body):
                parent = member.around(self._within(scope))
                named = parent.links.get(link)
                if named is None:
                    named = self._unknowns.nobody(parent, link, scope)
                return self.of(body, named)
            case _:
                return self._atom(form, member)

    def _within(self, scope: str) -> str:
        return self._program.schema.within[scope]

    def _once(self, form: Concluded | Quantified, member: Member) -> Expr:
        """Say a predicate of its member, or a quantifier of its list, only once."""
        key = (form, id(member))
        if key not in self._made:
            if isinstance(form, Concluded):
                made = self.of(self._program.rules[form], member)
            else:
                made = self._quantified(form, member)
            self._made[key] = made
        return self._made[key]

    def _quantified(self, form: Quantified, parent: Member) -> Expr:
        is_every = isinstance(form, Every)
        each = []
        for kid in parent.children.get(form.scope, ()):
            body = self.of(form.body, kid)
            each.append(negation(body) if is_every else body)
        each += self._unlisted(form, parent)
        count = form.count if isinstance(form, AtLeast) else 1
        found = at_least(count, each)
        return negation(found) if is_every else found

    def _unlisted(self, form: Quantified, parent: Member) -> list[Expr]:
        """Give what unlisted members may add to a quantifier."""
        if form.scope in parent.complete:
            return []
        if self._witnesses[form.scope] > _MOST_UNLISTED:
            count = form.count if isinstance(form, AtLeast) else 1
            return [self._unknowns.free(parent, form.scope) for _ in range(count)]
        each = []
        for index in range(self._witnesses[form.scope]):
            extra = self._unknowns.unlisted(parent, form.scope, index)
            body = self.of(form.body, extra.member)
            body = negation(body) if isinstance(form, Every) else body
            each.append(all_of([extra.present, body]))
        return each

    # ------------------------------------------------------------------ atoms

    def _atom(self, atom: Atom, member: Member) -> Expr:
        value_of = partial(self._value, member=member)
        certainly, possibly = atom_bounds(atom, value_of, self._program.sets)
        if certainly or not possibly:
            return certainly
        applies = [self._applies(fact, member) for fact in facts_of(atom)]
        return all_of([*applies, self._open_atom(atom, member)])

    def _applies(self, fact: FactName, member: Member) -> Expr:
        owner = member.around(fact.scope)
        is_known = fact.name in owner.values
        return is_known or self._unknowns.applies(owner, fact)

    def _open_atom(self, atom: Atom, member: Member) -> Expr:
        match atom:
            case Flag(fact):
                return self._term(fact, member)
            case Compare(fact, op, constant):
                return _APPLY[op](
                    self._term(fact, member), self._unknowns.terms.of(constant)
                )
            case CompareFacts(left, op, right):
                return _APPLY[op](self._term(left, member), self._term(right, member))
            case Within(fact, words):
                return self._in_set(fact, PlaceSet(words, words), "", member)
            case WithinSet(fact, name):
                return self._in_set(fact, self._program.sets[name], name, member)
            case Holds(fact, word):
                return self._unknowns.has_word(member.around(fact.scope), fact, word)

    def _value(self, fact: FactName, member: Member) -> Value | None:
        return member.around(fact.scope).values.get(fact.name)

    def _term(self, fact: FactName, member: Member) -> Expr:
        owner = member.around(fact.scope)
        value = owner.values.get(fact.name)
        if value is None or isinstance(value, Band | AnyOf):
            return self._unknowns.variable(owner, fact, value)
        return self._unknowns.terms.of(value)

    def _in_set(
        self, fact: FactName, named: PlaceSet, name: str, member: Member
    ) -> Expr:
        """Test a word against a set; whether a doubtful place is in it is unknown."""
        term, terms = self._term(fact, member), self._unknowns.terms
        doubtful = [
            z3.And(term == terms.of(w), self._unknowns.edge(name, w))
            for w in sorted(named.possible - named.certain)
        ]
        return z3.Or([terms.is_one_of(term, named.certain), *doubtful])

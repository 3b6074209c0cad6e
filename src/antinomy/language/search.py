"""Compile the forms of a program into the ways of proving them, as they are met.

The shortest arm that decides is tried first.
"""

import operator
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from itertools import count as counter
from typing import Any

from antinomy.language import bounds, ways
from antinomy.language.case import Value
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Atom,
    Compare,
    CompareFacts,
    Concluded,
    Constant,
    Every,
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
from antinomy.language.schema import ROOT
from antinomy.language.ways import Ways
from antinomy.values import Truth

OPERATORS: dict[Op, Callable[[Any, Any], bool]] = {
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
    Op.EQ: operator.eq,
}
_KNOWN: tuple[bounds.Bounds, bounds.Bounds] = ((False, False), (True, True))

OneFact = Flag | Compare | Within | WithinSet | Holds


class Searcher:
    """The ways of the forms of one program."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._schema = program.schema
        self._ways: dict[tuple[Form, str], Ways] = {}
        self._weights: dict[Concluded, int] = {}
        self._marks = counter()

    def of(self, form: Form, scope: str = ROOT) -> Ways:
        """Give the three questions to a form, asked of a member of the scope."""
        key = (form, scope)
        if key not in self._ways:
            made = self._compile(form, scope)
            if isinstance(form, Concluded | Quantified):
                marked = (partial(ways.remembered, next(self._marks), w) for w in made)
                made = Ways(*marked)
            self._ways[key] = made
        return self._ways[key]

    def _hops(self, scope: str, around: str) -> range:
        return range(self._schema.lineage(scope).index(around))

    def _compile(self, form: Form, scope: str) -> Ways:
        match form:
            case Always(holds):
                said = partial(ways.always, form, Truth.TRUE if holds else Truth.FALSE)
                if holds:
                    return Ways(said, ways.never, ways.never)
                return Ways(ways.never, said, ways.never)
            case Concluded(around):
                rule = self.of(self._program.rules[form], around)
                hops = self._hops(scope, around)
                return Ways(*(partial(ways.elsewhere, form, hops, w) for w in rule))
            case Not() | And() | Or():
                return self._joined(form, scope)
            case Some() | Every() | AtLeast() | Linked():
                return self._quantified(form, scope)
            case _:
                return self._atom(form, scope)

    def _joined(self, form: Not | And | Or, scope: str) -> Ways:
        """Compile a connective; OR is AND with the sides changed, NOT changes them."""
        if isinstance(form, Not):
            inner = self.of(form.arm, scope)
            return Ways(
                partial(ways.one_arm, form, Truth.TRUE, [inner.fails]),
                partial(ways.one_arm, form, Truth.FALSE, [inner.holds]),
                partial(ways.open_arms, form, [(ways.never, inner.waits)]),
            )
        arms = [self.of(arm, scope) for arm in form.arms]
        short = [self.of(arm, scope) for arm in sorted(form.arms, key=self._weight)]
        if isinstance(form, And):
            return Ways(
                partial(ways.all_arms, form, Truth.TRUE, [w.holds for w in arms]),
                partial(ways.one_arm, form, Truth.FALSE, [w.fails for w in short]),
                partial(ways.open_arms, form, [(w.holds, w.waits) for w in arms]),
            )
        return Ways(
            partial(ways.one_arm, form, Truth.TRUE, [w.holds for w in short]),
            partial(ways.all_arms, form, Truth.FALSE, [w.fails for w in arms]),
            partial(ways.open_arms, form, [(w.fails, w.waits) for w in arms]),
        )

    def _quantified(self, form: Quantified, scope: str) -> Ways:
        body = self.of(form.body, form.scope)
        at = ways.List(self._hops(scope, self._schema.within[form.scope]), form.scope)
        match form:
            case Linked(link):
                return Ways(*(partial(ways.linked, form, at, link, w) for w in body))
            case Every():
                return Ways(
                    partial(ways.too_few, form, Truth.TRUE, at, 1, body.holds),
                    partial(ways.enough, form, Truth.FALSE, at, 1, body.fails),
                    partial(ways.open_members, form, at, body, body.holds),
                )
            case Some() | AtLeast():
                count = form.count if isinstance(form, AtLeast) else 1
                return Ways(
                    partial(ways.enough, form, Truth.TRUE, at, count, body.holds),
                    partial(ways.too_few, form, Truth.FALSE, at, count, body.fails),
                    partial(ways.open_members, form, at, body, body.fails),
                )

    def _atom(self, form: Atom, scope: str) -> Ways:
        facts = tuple((self._hops(scope, f.scope), f.name) for f in facts_of(form))
        waits = partial(ways.atom_waits, form, facts)
        if isinstance(form, CompareFacts):
            two = partial(bounds.compare_facts, op=form.op)
            return Ways(
                partial(ways.facts_are, form, Truth.TRUE, facts, two),
                partial(ways.facts_are, form, Truth.FALSE, facts, two),
                waits,
            )
        test = self._test(form)
        return Ways(
            partial(ways.atom_is, form, Truth.TRUE, facts[0], test),
            partial(ways.atom_is, form, Truth.FALSE, facts[0], test),
            waits,
        )

    def _test(self, form: OneFact) -> ways.Test:
        match form:
            case Flag():
                return bounds.flag
            case Compare(_, op, constant):
                return _comparison(op, constant)
            case Within(_, words):
                return partial(bounds.within, certain=words, possible=words)
            case WithinSet(_, name):
                named = self._program.sets[name]
                return partial(
                    bounds.within, certain=named.certain, possible=named.possible
                )
            case Holds(_, word):
                return partial(bounds.holds, word=word)

    def _weight(self, form: Form) -> int:
        """Count the atoms a form may read: the shorter arm makes the shorter proof."""
        weight = 0
        for inner in walk(form):
            if isinstance(inner, Concluded):
                if inner not in self._weights:
                    self._weights[inner] = self._weight(self._program.rules[inner])
                weight += self._weights[inner]
            weight += len(facts_of(inner)) + isinstance(inner, Quantified)
        return weight


def _comparison(op: Op, constant: Constant) -> ways.Test:
    """Compare with a constant, the plain value of its own kind first."""
    holds = OPERATORS[op]
    over, under = (
        constant.as_integer_ratio() if isinstance(constant, Fraction) else (0, 0)
    )
    kind = constant.__class__

    def test(value: Value | None) -> bounds.Bounds:
        if under and (value.__class__ is Fraction or value.__class__ is int):
            n, q = value.as_integer_ratio()
            return _KNOWN[holds(n * under, over * q)]
        if value.__class__ is kind:
            return _KNOWN[holds(value, constant)]
        return bounds.compare(value, op, constant)

    return test

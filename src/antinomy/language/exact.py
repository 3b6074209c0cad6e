"""The exact answer: what every completion of the unknowns agrees on, by z3.

Kleene's logic is sound but may say *unknown* where all completions agree (a case split
in the wording). Here each unknown fact becomes a variable within its bounds, and each
open list gets as many unlisted members, each present or not, as its quantifiers can
tell apart.

That many are enough. A quantifier over a list asks of each member only whether the
body holds, and the body speaks of that member and of what lies around it, never of its
siblings. Take any completion, with any number of unlisted members. For each distinct
quantifier over the list keep one member that makes SOME true, or one that makes EVERY
false, or up to n for AT_LEAST(n); drop the rest. No truth changes: what was true keeps
its witnesses, what was false has fewer to be true of, and so for EVERY; the bodies of
those kept are the same by the same argument one level down. NOT changes nothing, for
each quantifier keeps its truth both ways. So the sum over the distinct quantifiers of
a list suffices, whatever their nesting. A link that names nobody stands for somebody
of whom nothing is known, listed or not.
"""

from collections.abc import Iterable

import z3

from antinomy.language.case import Member
from antinomy.language.exprs import Exprs
from antinomy.language.form import Concluded
from antinomy.language.program import Program
from antinomy.language.terms import Expr, Terms
from antinomy.language.unknowns import Unknown, Unknowns
from antinomy.values import Truth


class Exact:
    """Decide goals of one case exactly.

    ``terms`` are shared by the cases of one transaction.
    """

    def __init__(
        self,
        program: Program,
        root: Member,
        goals: Iterable[Concluded],
        terms: Terms | None = None,
    ) -> None:
        self._unknowns = Unknowns(program.schema, terms or Terms())
        self._goals: dict[Concluded, Expr] = {}
        for goal in goals:
            forms = [program.rules[name] for name in program.order([goal])]
            expr = Exprs(program, self._unknowns, forms).of(goal, root)
            if not isinstance(expr, bool):
                expr = z3.simplify(expr)
            self._goals[goal] = expr

    def truth(self, goal: Concluded) -> Truth:
        """Give the truth that all completions agree on, or unknown."""
        expr = self._goals[goal]
        if isinstance(expr, bool):
            return Truth.TRUE if expr else Truth.FALSE
        unknowns = self._unknowns.among(expr)
        possibly = _is_sat(self._solver(unknowns, expr))
        otherwise = _is_sat(self._solver(unknowns, z3.Not(expr)))
        return Truth.of(possibly and not otherwise, possibly)

    def support(self, goal: Concluded) -> tuple[str, ...]:
        """Give the ids of the unknown facts on which the truth really hangs.

        A fact is in the support where two completions that differ in it alone give
        different truths. Who may be unlisted is one fact: that the list is complete.
        """
        expr = self._goals[goal]
        unknowns = self._unknowns.among(expr)
        twins = [(u.variable, _twin(u)) for u in unknowns]
        if not unknowns:
            return ()
        solver = self._solver(unknowns, expr != z3.substitute(expr, twins))
        for bound in self._bounds(unknowns):
            solver.add(z3.substitute(bound, twins))
        same: dict[str, list[Expr]] = {}
        for unknown, (variable, twin) in zip(unknowns, twins, strict=True):
            same.setdefault(unknown.asks, []).append(variable == twin)
        alike = {asks: z3.Bool(f"alike {asks}") for asks in same}
        for asks, equal in same.items():
            solver.add(z3.Implies(alike[asks], z3.And(equal)))
        return tuple(
            asks
            for asks in alike
            if asks and _is_sat(solver, *(alike[a] for a in alike if a != asks))
        )

    def witness(self, goal: Concluded, *, holds: bool) -> dict[str, str] | None:
        """Give values of the unknowns under which the goal holds (or does not)."""
        expr = self._goals[goal]
        if isinstance(expr, bool):
            return {} if expr is holds else None
        unknowns = self._unknowns.among(expr)
        solver = self._solver(unknowns, expr if holds else z3.Not(expr))
        if not _is_sat(solver):
            return None
        return self._unknowns.texts(solver.model(), unknowns)

    def _solver(self, unknowns: Iterable[Unknown], expr: Expr) -> Expr:
        solver = z3.SimpleSolver()
        solver.add(*self._bounds(unknowns), expr)
        return solver

    def _bounds(self, unknowns: Iterable[Unknown]) -> list[Expr]:
        found = (self._unknowns.bound(unknown) for unknown in unknowns)
        return [bound for bound in found if bound is not None]


def _twin(unknown: Unknown) -> Expr:
    return z3.Const(f"{unknown.variable}'", unknown.variable.sort())


def _is_sat(solver: Expr, *assumed: Expr) -> bool:
    answer = solver.check(*assumed)
    assert answer != z3.unknown, "z3 gave up on a quantifier-free question"
    return bool(answer == z3.sat)

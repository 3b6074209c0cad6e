"""Lay out the evaluation of some goals as loops over child lists.

Each predicate is a unit of its scope, and so is each quantified body. A block is one
pass over the members of a scope: the units it computes in order, with the blocks of
the lists below. What a later pass over the same list needs is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from antinomy.language.form import (
    AtLeast,
    Concluded,
    Every,
    Form,
    Linked,
    Quantified,
    Some,
    arms_of,
)
from antinomy.language.program import Name, Program
from antinomy.language.schema import ROOT

Unit = Concluded | Quantified


@dataclass(slots=True)
class Block:
    """One pass over a list (or once over the transaction)."""

    scope: str
    steps: "list[Unit | Block]" = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """The outermost block, and the units that later passes look up."""

    root: Block
    kept: frozenset[Unit]


def plan(program: Program, goals: Iterable[Name]) -> Plan:
    """Lay out the goals (predicates of the transaction) and all they need."""
    return _Planner(program, tuple(goals)).lay_out()


def needs(form: Form) -> tuple[Unit, ...]:
    """Give the units a form uses directly: predicates, and quantifiers as wholes."""
    if isinstance(form, Concluded | Quantified):
        return (form,)
    return tuple(unit for arm in arms_of(form) for unit in needs(arm))


class _Planner:
    def __init__(self, program: Program, goals: tuple[Name, ...]) -> None:
        self._program = program
        self._within = program.schema.within
        self._pending: dict[Unit, None] = {}
        self._made: dict[Unit, Block] = {}
        self._done: set[Unit] = set()
        self._kept: set[Unit] = set()
        for name in program.order(goals):
            self._pending[name] = None
            self._collect(program.rules[name])

    def _collect(self, form: Form) -> None:
        if isinstance(form, Quantified):
            self._pending.setdefault(form)
        for arm in arms_of(form):
            self._collect(arm)

    def lay_out(self) -> Plan:
        root = Block(ROOT)
        self._fill(root, (root,))
        assert not self._pending, f"not laid out: {list(self._pending)[:3]}"
        return Plan(root, frozenset(self._kept))

    def _form(self, unit: Unit) -> Form:
        return self._program.rules[unit] if isinstance(unit, Concluded) else unit.body

    def _ready(self, unit: Unit) -> bool:
        return all(need in self._done for need in needs(self._form(unit)))

    def _fill(self, block: Block, trail: tuple[Block, ...]) -> None:
        """Put into a block all that can be computed there now."""
        progress = True
        while progress:
            progress = self._own_units(block, trail)
            for scope in [
                s for s, parent in self._within.items() if parent == block.scope
            ]:
                progress = self._list_below(scope, block, trail) or progress

    def _own_units(self, block: Block, trail: tuple[Block, ...]) -> bool:
        """Add the predicates of this scope that are ready."""
        found = False
        for unit in [u for u in self._pending if isinstance(u, Concluded)]:
            if unit.scope == block.scope and self._ready(unit):
                self._note(unit, trail)
                block.steps.append(unit)
                del self._pending[unit]
                self._made[unit] = block
                self._done.add(unit)
                found = True
        return found

    def _list_below(self, scope: str, block: Block, trail: tuple[Block, ...]) -> bool:
        """Add one pass over a child list, if it computes anything."""
        inner = Block(scope)
        inner_trail = (*trail, inner)
        self._fill(inner, inner_trail)
        bodies = [
            unit
            for unit in self._pending
            if isinstance(unit, Some | Every | AtLeast | Linked)
            and unit.scope == scope
            and self._ready(unit)
        ]
        for unit in bodies:
            self._note(unit, inner_trail)
            inner.steps.append(unit)
            del self._pending[unit]
            self._made[unit] = block
        if inner.steps:
            block.steps.append(inner)
            self._done.update(bodies)
        return bool(inner.steps)

    def _note(self, unit: Unit, trail: tuple[Block, ...]) -> None:
        """Remember what was made in an earlier pass, to be kept for this one."""
        for need in needs(self._form(unit)):
            if not any(self._made[need] is block for block in trail):
                self._kept.add(need)

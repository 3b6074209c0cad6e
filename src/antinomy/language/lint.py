"""Faults in the wording of a program that no single case shows.

Each finding comes with a witness where there is one: facts under which it is seen. A
fact of a predicate that speaks of an item stands as ``item.tpp``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from antinomy.language.case import Member
from antinomy.language.exact import Exact
from antinomy.language.form import (
    TRUE,
    Always,
    Concluded,
    Form,
    Linked,
    Not,
    Quantified,
    arms_of,
    both,
    either,
)
from antinomy.language.printing import show
from antinomy.language.program import Program
from antinomy.language.schema import ROOT
from antinomy.values import PackError, Truth

_ASKED = Concluded(ROOT, "lint:asked")


class Fault(Enum):
    """What is wrong with a wording."""

    CYCLE = "needs itself"
    NEVER = "can never hold"
    ALWAYS = "always holds"
    WEAK = "stays unknown where every completion agrees"


@dataclass(frozen=True, slots=True)
class Lint:
    """One fault: where it lies, in which words, and facts that show it."""

    fault: Fault
    predicate: Concluded
    wording: str
    witness: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        facts = ", ".join(f"{fact}: {text}" for fact, text in self.witness.items())
        shown = f" (with {facts})" if facts else ""
        return f"{self.predicate.name}: {self.wording} {self.fault.value}{shown}"


def lifted(program: Program, form: Form, scope: str) -> tuple[Program, Concluded]:
    """Ask a form of any scope of one member of whom nothing is said."""
    inward = program.schema.lineage(scope)[:-1]
    for of in inward:
        form = Linked(of, of, form)
    links = {**program.schema.links, **{of: of for of in inward}}
    schema = replace(program.schema, links=links)
    rules = {**program.rules, _ASKED: form}
    return replace(program, schema=schema, rules=rules), _ASKED


def truth_anywhere(program: Program, form: Form, scope: str = ROOT) -> Truth:
    """Tell whether a form holds in every case, in none, or in some."""
    asked, goal = lifted(program, form, scope)
    return Exact(asked, Member(), [goal]).truth(goal)


def witness(program: Program, form: Form, scope: str = ROOT) -> dict[str, str] | None:
    """Give facts under which a form holds, or None where it never does."""
    asked, goal = lifted(program, form, scope)
    return Exact(asked, Member(), [goal]).witness(goal, holds=True)


def overlap(
    program: Program, one: Form, other: Form, *, scope: str = ROOT, where: Form = TRUE
) -> dict[str, str] | None:
    """Give facts under which two forms hold together where a condition does."""
    return witness(program, both(where, one, other), scope)


def gap(
    program: Program, forms: Iterable[Form], *, scope: str = ROOT, where: Form = TRUE
) -> dict[str, str] | None:
    """Give facts under which none of some forms holds where a condition does."""
    return witness(program, both(where, Not(either(*forms))), scope)


def cycles(program: Program) -> tuple[Lint, ...]:
    """Find the predicates that need themselves."""
    found = []
    for name in program.rules:
        try:
            program.order([name])
        except PackError as error:
            circle = error.message.rpartition(": ")[2]
            found.append(Lint(Fault.CYCLE, name, circle))
    return tuple(found)


def constants(
    program: Program, names: Iterable[Concluded] | None = None
) -> tuple[Lint, ...]:
    """Find the predicates, and the parts of them, that hold always or never.

    Of a part that is so nothing inside is reported. A bare TRUE or FALSE is meant.
    """
    found: list[Lint] = []
    for name in program.rules if names is None else names:
        found += _constants(program, name, program.rules[name], name.scope)
    return tuple(found)


def _constants(
    program: Program, name: Concluded, form: Form, scope: str
) -> Iterator[Lint]:
    if isinstance(form, Always | Concluded):
        return
    truth = truth_anywhere(program, form, scope)
    if truth is not Truth.UNKNOWN:
        fault = Fault.ALWAYS if truth is Truth.TRUE else Fault.NEVER
        yield Lint(fault, name, show(form))
        return
    inside = form.scope if isinstance(form, Quantified) else scope
    for arm in arms_of(form):
        yield from _constants(program, name, arm, inside)

"""The intermediate form: what a predicate is once it is parsed.

A dozen frozen node kinds; equal text gives equal, hashable forms. Names are resolved:
every fact knows its scope.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from antinomy.values import Number

Constant = bool | Number | str | date


class Op(Enum):
    """A comparison; ``<>`` is written as NOT =."""

    EQ = "="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


@dataclass(frozen=True, slots=True)
class FactName:
    """A fact of a scope."""

    scope: str
    name: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag fact by itself."""

    fact: FactName


@dataclass(frozen=True, slots=True)
class Compare:
    """A fact against a constant."""

    fact: FactName
    op: Op
    constant: Constant


@dataclass(frozen=True, slots=True)
class CompareFacts:
    """A fact against another fact."""

    left: FactName
    op: Op
    right: FactName


@dataclass(frozen=True, slots=True)
class Within:
    """A code or place among constants."""

    fact: FactName
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class WithinSet:
    """A place in a named set, resolved for the day when the program is built."""

    fact: FactName
    name: str


@dataclass(frozen=True, slots=True)
class Holds:
    """A word in a fact that is a set of words: ``'end_user' IN roles``."""

    fact: FactName
    word: str


@dataclass(frozen=True, slots=True)
class Concluded:
    """A predicate defined elsewhere."""

    scope: str
    name: str


@dataclass(frozen=True, slots=True)
class Always:
    """A constant truth. An unknown one is a flag fact that nobody has established."""

    holds: bool


@dataclass(frozen=True, slots=True)
class Not:
    """Negation."""

    arm: "Form"


@dataclass(frozen=True, slots=True)
class And:
    """Conjunction."""

    arms: "tuple[Form, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """Disjunction."""

    arms: "tuple[Form, ...]"


@dataclass(frozen=True, slots=True)
class Some:
    """Some member of a child list."""

    scope: str
    body: "Form"


@dataclass(frozen=True, slots=True)
class Every:
    """Every member of a child list."""

    scope: str
    body: "Form"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least ``count`` members of a child list."""

    count: int
    scope: str
    body: "Form"


@dataclass(frozen=True, slots=True)
class Linked:
    """The one member that a link names: ``asking(...)``."""

    link: str
    scope: str
    body: "Form"


Atom = Flag | Compare | CompareFacts | Within | WithinSet | Holds
Quantified = Some | Every | AtLeast | Linked
Form = Atom | Concluded | Always | Not | And | Or | Quantified

TRUE = Always(holds=True)
FALSE = Always(holds=False)


def both(*arms: Form) -> Form:
    """Join by AND, leaving out what is always true."""
    kept = tuple(arm for arm in arms if arm != TRUE)
    return kept[0] if len(kept) == 1 else (And(kept) if kept else TRUE)


def either(*arms: Form) -> Form:
    """Join by OR, leaving out what is always false."""
    kept = tuple(arm for arm in arms if arm != FALSE)
    return kept[0] if len(kept) == 1 else (Or(kept) if kept else FALSE)


def arms_of(form: Form) -> "tuple[Form, ...]":
    """Give the forms directly inside a form."""
    match form:
        case And(arms) | Or(arms):
            return arms
        case Not(arm):
            return (arm,)
        case Some(_, body) | Every(_, body) | AtLeast(_, _, body) | Linked(_, _, body):
            return (body,)
        case _:
            return ()


def walk(form: Form) -> Iterator[Form]:
    """Give a form and everything inside it, outermost first."""
    yield form
    for arm in arms_of(form):
        yield from walk(arm)


def facts_of(form: Form) -> tuple[FactName, ...]:
    """Give the facts an atom speaks of."""
    match form:
        case CompareFacts(left, _, right):
            return (left, right)
        case Flag(fact) | Compare(fact) | Within(fact) | WithinSet(fact) | Holds(fact):
            return (fact,)
        case _:
            return ()

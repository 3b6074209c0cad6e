"""Region representatives: the few values of a fact that a program can tell apart."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

from antinomy.language.case import Value
from antinomy.language.form import (
    Atom,
    Compare,
    CompareFacts,
    FactName,
    Flag,
    Holds,
    Within,
    WithinSet,
    facts_of,
    walk,
)
from antinomy.language.program import Program
from antinomy.language.schema import Kind
from antinomy.values import whole

Regions = dict[FactName, tuple[Value, ...]]


def regions_of(program: Program) -> Regions:
    """Give, for every fact a program reads, one value of each region.

    Comparisons between two facts are not cut into regions; such facts get the
    regions of their other atoms only.
    """
    atoms: dict[FactName, dict[Atom, None]] = {}
    for form in program.rules.values():
        for inner in walk(form):
            if isinstance(
                inner, Flag | Compare | CompareFacts | Within | WithinSet | Holds
            ):
                for fact in facts_of(inner):
                    atoms.setdefault(fact, {})[inner] = None
    return {fact: _values(program, fact, found) for fact, found in atoms.items()}


def _values(
    program: Program, fact: FactName, atoms: Iterable[Atom]
) -> tuple[Value, ...]:
    match program.schema.facts[fact].kind:
        case Kind.FLAG:
            return (True, False)
        case Kind.NUMBER:
            return _numbers({Fraction(a.constant) for a in atoms if _is_number(a)})  # type: ignore[union-attr, arg-type]
        case Kind.DAY:
            return _days({a.constant for a in atoms if _is_day(a)})  # type: ignore[union-attr, misc]
        case Kind.CODES:
            words = frozenset(a.word for a in atoms if isinstance(a, Holds))
            return (frozenset(), words, *(frozenset({w}) for w in sorted(words)))
        case _:
            return _words(program, fact, atoms)


def _is_number(atom: Atom) -> bool:
    return isinstance(atom, Compare) and isinstance(atom.constant, int | Fraction)


def _is_day(atom: Atom) -> bool:
    return isinstance(atom, Compare) and isinstance(atom.constant, date)


def _numbers(cuts: set[Fraction]) -> tuple[Value, ...]:
    ordered = sorted(cuts)
    if not ordered:
        return (0, 1)
    found = [ordered[0] - 1]
    for here, after in zip(ordered, [*ordered[1:], ordered[-1] + 2], strict=True):
        found += [here, (here + after) / 2]
    return tuple(whole(value) for value in found)


def _days(cuts: set[date]) -> tuple[Value, ...]:
    step = timedelta(days=1)
    found = {day + step * i for day in cuts for i in (-1, 0, 1)}
    return tuple(sorted(found))


def _words(
    program: Program, fact: FactName, atoms: Iterable[Atom]
) -> tuple[Value, ...]:
    words: set[str] = set()
    for atom in atoms:
        match atom:
            case Compare(_, _, constant):
                words.add(str(constant))
            case Within(_, inside):
                words |= inside
            case WithinSet(_, name):
                words |= set(sorted(program.sets[name].certain)[:1])
            case _:
                pass
    closed = program.schema.facts[fact].values
    other = next((w for w in closed if w not in words), None)
    outside = other or ("ZZ" if not closed else None)
    return (*sorted(words), *([outside] if outside else []))

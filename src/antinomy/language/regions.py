"""Region representatives: the few values of a fact that a program can tell apart.

Constants cut numbers and days into regions; words fall into classes that every set of
the program treats alike. Where facts are compared with each other a region holds more
than one value, so that they can differ inside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations

from antinomy.language.bounds import PlaceSet
from antinomy.language.case import INAPPLICABLE, Value
from antinomy.language.form import (
    Atom,
    Compare,
    CompareFacts,
    Constant,
    FactName,
    Flag,
    Form,
    Holds,
    Within,
    WithinSet,
    facts_of,
    walk,
)
from antinomy.language.program import Program
from antinomy.language.schema import FactType, Kind
from antinomy.values import whole

Cuts = Mapping[FactName, Iterable[Constant]]

_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Subsets:
    """Every combination of some words, and further values; each made when asked for."""

    words: tuple[str, ...]
    more: tuple[Value, ...] = ()

    @property
    def size(self) -> int:
        """Count them: with many words, more than can be made."""
        return (1 << len(self.words)) + len(self.more)

    def __iter__(self) -> Iterator[Value]:
        for size in range(len(self.words) + 1):
            yield from map(frozenset, combinations(self.words, size))
        yield from self.more


Regions = dict[FactName, tuple[Value, ...] | Subsets]


def regions_of(
    program: Program,
    *,
    cuts: Cuts | None = None,
    spread: int = 1,
    whole_sets: bool = False,
) -> Regions:
    """Give, for every fact a program reads, one value of each region.

    Args:
        program: whose rules are read.
        cuts: further constants, such as the bounds a case gives.
        spread: how many values a region has where facts are compared with each other.
        whole_sets: give every combination of words to a fact that is a set of words;
            otherwise, beyond a few words, each by itself, all and none.
    """
    forms = tuple(program.rules.values())
    atoms = _atoms_by_fact(forms)
    for fact in cuts or {}:
        atoms.setdefault(fact, [])
    groups = _compared(atoms)
    found: Regions = {}
    for fact, its in atoms.items():
        group = groups.get(fact, (fact,))
        several = spread if fact in groups else 1
        reached = [atom for other in group for atom in atoms[other]]
        constants = [c for other in group for c in (cuts or {}).get(other, ())]
        constants += [a.constant for a in reached if isinstance(a, Compare)]
        declared = program.schema.facts[fact]
        match declared.kind:
            case Kind.FLAG:
                found[fact] = (True, False)
            case Kind.NUMBER:
                found[fact] = _numbers(constants, several)
            case Kind.DAY:
                found[fact] = _days(constants, several)
            case Kind.CODES if whole_sets:
                more = (INAPPLICABLE,) if declared.may_not_apply else ()
                found[fact] = Subsets(_held_words(its), more)
                continue
            case Kind.CODES:
                found[fact] = _some_sets(_held_words(its))
            case _:
                sets = _sets_of(program, reached, constants)
                found[fact] = _words(declared, sets, several)
        if declared.may_not_apply:
            found[fact] = (*found[fact], INAPPLICABLE)
    return found


def _atoms_by_fact(forms: Iterable[Form]) -> dict[FactName, list[Atom]]:
    found: dict[FactName, dict[Atom, None]] = {}
    for form in forms:
        for inner in walk(form):
            match inner:
                case (
                    Flag()
                    | Compare()
                    | CompareFacts()
                    | Within()
                    | WithinSet()
                    | Holds()
                ):
                    for fact in facts_of(inner):
                        found.setdefault(fact, {})[inner] = None
                case _:
                    pass
    return {fact: list(atoms) for fact, atoms in found.items()}


def _compared(
    atoms: Mapping[FactName, list[Atom]],
) -> dict[FactName, tuple[FactName, ...]]:
    """Group the facts that are compared with each other, however far round."""
    groups: dict[FactName, tuple[FactName, ...]] = {}
    for atom in chain.from_iterable(atoms.values()):
        if isinstance(atom, CompareFacts):
            members: dict[FactName, None] = {}
            for fact in (atom.left, atom.right):
                members.update(dict.fromkeys(groups.get(fact, (fact,))))
            groups.update(dict.fromkeys(members, tuple(members)))
    return groups


def _numbers(constants: Iterable[Constant], several: int) -> tuple[Value, ...]:
    cuts = sorted({Fraction(c) for c in constants if isinstance(c, int | Fraction)})
    if not cuts:
        return tuple(range(several))
    found = [cuts[0] - step for step in range(several, 0, -1)]
    for here, after in zip(cuts, [*cuts[1:], None], strict=True):
        part = (after - here) / (several + 1) if after is not None else Fraction(1)
        found += [here + part * step for step in range(several + 1)]
    return tuple(whole(value) for value in found)


def _days(constants: Iterable[Constant], several: int) -> tuple[Value, ...]:
    cuts = sorted({c for c in constants if isinstance(c, date)}) or [date(2025, 1, 1)]
    steps = range(-several, several + 1)
    return tuple(sorted({cut + timedelta(days=step) for cut in cuts for step in steps}))


def _held_words(atoms: Iterable[Atom]) -> tuple[str, ...]:
    return tuple(sorted({atom.word for atom in atoms if isinstance(atom, Holds)}))


def _some_sets(words: tuple[str, ...]) -> tuple[Value, ...]:
    """Give every combination of a few words; of many, each by itself, all and none."""
    sizes: Iterable[int] = range(len(words) + 1)
    if len(words) > _FEW_WORDS:
        sizes = (0, 1, len(words))
    return tuple(
        frozenset(some) for size in sizes for some in combinations(words, size)
    )


def _sets_of(
    program: Program, atoms: Iterable[Atom], constants: Iterable[Constant]
) -> list[PlaceSet]:
    """Give every set of words that tells words apart."""
    alone = (frozenset({str(constant)}) for constant in constants)
    found = [PlaceSet(word, word) for word in alone]
    for atom in atoms:
        match atom:
            case Within(_, words):
                found.append(PlaceSet(words, words))
            case WithinSet(_, name):
                found.append(program.sets[name])
            case _:
                pass
    return found


def _words(declared: FactType, sets: list[PlaceSet], several: int) -> tuple[Value, ...]:
    """Give words of each class; outside all sets, made-up ones if any word may be."""
    outside = tuple(f"other{number}" for number in range(several))
    named = sorted(set().union(*(s.possible for s in sets)))
    classes: dict[tuple[tuple[bool, bool], ...], list[str]] = {}
    for word in declared.values or (*named, *outside):
        alike = tuple((word in s.certain, word in s.possible) for s in sets)
        classes.setdefault(alike, []).append(word)
    return tuple(word for words in classes.values() for word in words[:several])

"""The truth of one atom over one value, as the pair (certainly, possibly).

An unknown value gives (False, True); one that does not apply gives (False, False).
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from antinomy.language.case import AnyOf, Band, Inapplicable, Value
from antinomy.language.form import (
    Atom,
    Compare,
    CompareFacts,
    Constant,
    FactName,
    Flag,
    Holds,
    Op,
    Within,
    WithinSet,
)

Bounds = tuple[bool, bool]

UNKNOWN: Bounds = (False, True)
NEVER: Bounds = (False, False)

_COMPARE: dict[Op, Callable[[Any, Any], bool]] = {
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
    Op.EQ: operator.eq,
}


@dataclass(frozen=True, slots=True)
class PlaceSet:
    """A named set on a day: who is in it for certain, and who may be."""

    certain: frozenset[str]
    possible: frozenset[str]


def compare(value: Value | None, op: Op, constant: Constant) -> Bounds:
    """Compare a value with a constant."""
    if value.__class__ is constant.__class__:
        known = _COMPARE[op](value, constant)
        return known, known
    match value:
        case None:
            return UNKNOWN
        case Inapplicable():
            return NEVER
        case Band(low, high):
            return _compare_band(low, high, op, constant)
        case AnyOf(words):
            return words == {constant}, constant in words
        case _:
            holds = _COMPARE[op](value, constant)
            return holds, holds


def _compare_band(low: Any, high: Any, op: Op, constant: Any) -> Bounds:  # noqa: ANN401 - number or day
    holds = _COMPARE[op]
    if op is Op.EQ:
        inside = (low is None or low <= constant) and (high is None or constant <= high)
        return low == constant == high, inside
    least, most = (low, high) if op in {Op.GE, Op.GT} else (high, low)
    return (
        least is not None and holds(least, constant),
        most is None or holds(most, constant),
    )


def compare_facts(left: Value | None, right: Value | None, op: Op) -> Bounds:
    """Compare two values, taken as independent."""
    if isinstance(left, Inapplicable) or isinstance(right, Inapplicable):
        return NEVER
    if left is None or right is None:
        return UNKNOWN
    if isinstance(left, AnyOf) or isinstance(right, AnyOf):
        ours = left.words if isinstance(left, AnyOf) else frozenset({left})
        theirs = right.words if isinstance(right, AnyOf) else frozenset({right})
        return len(ours) == 1 and ours == theirs, bool(ours & theirs)
    a = left if isinstance(left, Band) else Band(left, left)  # type: ignore[arg-type]
    b = right if isinstance(right, Band) else Band(right, right)  # type: ignore[arg-type]
    if op is Op.EQ:
        same = a.low is not None and a.low == a.high == b.low == b.high
        return same, _meets(a.low, b.high) and _meets(b.low, a.high)
    if op in {Op.LT, Op.LE}:
        a, b, op = b, a, {Op.LT: Op.GT, Op.LE: Op.GE}[op]
    holds = _COMPARE[op]
    certain = a.low is not None and b.high is not None and holds(a.low, b.high)
    return certain, a.high is None or b.low is None or holds(a.high, b.low)


def _meets(low: Any, high: Any) -> bool:  # noqa: ANN401 - number or day
    return low is None or high is None or low <= high


def flag(value: Value | None) -> Bounds:
    """Take a flag as a truth."""
    return value is True, value is True or value is None


def within(
    value: Value | None, certain: frozenset[str], possible: frozenset[str]
) -> Bounds:
    """Test a word against a set whose edges may be uncertain."""
    match value:
        case None:
            return False, bool(possible)
        case AnyOf(words):
            return words <= certain, bool(words & possible)
        case str():
            return value in certain, value in possible
        case _:
            return NEVER


def holds(value: Value | None, word: str) -> Bounds:
    """Test a word against a fact that is a set of words."""
    if value is None:
        return UNKNOWN
    inside = isinstance(value, frozenset) and word in value
    return inside, inside


def atom_bounds(
    atom: Atom,
    value_of: "Callable[[FactName], Value | None]",
    sets: Mapping[str, PlaceSet],
) -> Bounds:
    """Give the bounds of any atom."""
    match atom:
        case Flag(fact):
            return flag(value_of(fact))
        case Compare(fact, op, constant):
            return compare(value_of(fact), op, constant)
        case CompareFacts(left, op, right):
            return compare_facts(value_of(left), value_of(right), op)
        case Within(fact, words):
            return within(value_of(fact), words, words)
        case WithinSet(fact, name):
            return within(value_of(fact), sets[name].certain, sets[name].possible)
        case Holds(fact, word):
            return holds(value_of(fact), word)

"""A predicate with one of its constants changed by its smallest step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from antinomy.language import Compare, FactName, Form, Kind, Not, Some, walk
from antinomy.language.form import And, AtLeast, Every, Linked, Or, Within
from antinomy.law import Law
from antinomy.values import Number

Change = tuple[str, str, Form]  # threshold, date or country; what; the form then

_DAY = timedelta(days=1)
_ELSEWHERE = "BR"  # a place that no pack names


def changed_forms(form: Form, law: Law) -> Iterator[Change]:
    """Give a form with each of its constants changed, one at a time."""
    for atom in dict.fromkeys(walk(form)):
        for kind, what, changed in _changed(atom, law):
            yield kind, what, _with(form, atom, changed)


def _changed(atom: Form, law: Law) -> Iterator[Change]:
    match atom:
        case Compare():
            yield from _compared(atom, law)
        case Within(fact, words) if _is_place(fact, law):
            for word in sorted(words):
                less = replace(atom, words=words - {word})
                yield "country", f"{fact.name} without {word}", less
        case AtLeast(count, scope, body):
            for other in {count - 1, count + 1} - {0}:
                what = f"at least {count} {scope} becomes {other}"
                yield "threshold", what, AtLeast(other, scope, body)
        case _:
            return


def _compared(atom: Compare, law: Law) -> Iterator[Change]:
    told = f"{atom.fact.name} {atom.op.value} {atom.constant} becomes"
    match atom.constant:
        case bool():
            return
        case date() as day:
            for moved in (day - _DAY, day + _DAY):
                yield "date", f"{told} {moved}", replace(atom, constant=moved)
        case str():
            if _is_place(atom.fact, law):
                other = replace(atom, constant=_ELSEWHERE)
                yield "country", f"{told} {_ELSEWHERE}", other
        case number:
            for near in _near(number):
                yield "threshold", f"{told} {near}", replace(atom, constant=near)


def _is_place(fact: FactName, law: Law) -> bool:
    return law.names.schema.facts[fact].kind is Kind.PLACE


def _near(number: Number) -> tuple[Number, Number]:
    """Give the numbers one step below and above, in the last place written.

    >>> _near(Fraction("5.92"))
    (Fraction(591, 100), Fraction(593, 100))
    """
    step, exact = Fraction(1), Fraction(number)
    while (exact / step).denominator != 1:
        step /= 10
    return exact - step, exact + step


def _with(form: Form, old: Form, new: Form) -> Form:
    """Give a form with one form inside it put in the place of another."""
    if form == old:
        return new
    match form:
        case And(arms):
            return And(tuple(_with(arm, old, new) for arm in arms))
        case Or(arms):
            return Or(tuple(_with(arm, old, new) for arm in arms))
        case Not(arm):
            return Not(_with(arm, old, new))
        case Some(scope, body):
            return Some(scope, _with(body, old, new))
        case Every(scope, body):
            return Every(scope, _with(body, old, new))
        case AtLeast(count, scope, body):
            return AtLeast(count, scope, _with(body, old, new))
        case Linked(link, scope, body):
            return Linked(link, scope, _with(body, old, new))
        case _:
            return form

"""Print a form as the text it came from: the SQL spelling of the language."""

from datetime import date
from fractions import Fraction

from antinomy.language.form import (
    Always,
    And,
    AtLeast,
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
    Or,
    Some,
    Within,
    WithinSet,
)
from antinomy.values import exact_text


def show(form: Form) -> str:
    """Print a form.

    >>> from antinomy.language.form import FactName, Op
    >>> show(Not(Compare(FactName("chip", "tpp"), Op.GE, 4800)))
    'NOT tpp >= 4800'
    """
    match form:
        case Always(holds):
            return "TRUE" if holds else "FALSE"
        case Flag(fact):
            return fact.name
        case Compare(fact, op, constant):
            return f"{fact.name} {op.value} {_constant(constant)}"
        case CompareFacts(left, op, right):
            return f"{left.name} {op.value} {right.name}"
        case Within(fact, words):
            return f"{fact.name} IN ({', '.join(map(_constant, sorted(words)))})"
        case WithinSet(fact, name):
            return f"{fact.name} IN {name}"
        case Holds(fact, word):
            return f"{_constant(word)} IN {fact.name}"
        case Concluded(_, name):
            return name
        case Not(arm):
            return f"NOT {_inside(arm)}"
        case And(arms):
            return " AND ".join(_inside(arm) for arm in arms)
        case Or(arms):
            return " OR ".join(_inside(arm) for arm in arms)
        case Some(scope, body):
            return f"some_{scope}({show(body)})"
        case Every(scope, body):
            return f"every_{scope}({show(body)})"
        case AtLeast(count, scope, body):
            return f"at_least({count}, {scope}, {show(body)})"
        case Linked(link, _, body):
            return f"{link}({show(body)})"


def _inside(form: Form) -> str:
    return f"({show(form)})" if isinstance(form, And | Or) else show(form)


def _constant(constant: Constant) -> str:
    if isinstance(constant, bool):
        return "TRUE" if constant else "FALSE"
    if isinstance(constant, int | Fraction):
        return exact_text(constant)
    if isinstance(constant, date):
        return f"'{constant.isoformat()}'"
    return "'" + constant.replace("'", "''") + "'"

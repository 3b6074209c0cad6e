"""Compare what a page tells with what the record holds, one field at a time."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from antinomy.claims import Range, Terms
from antinomy.press.found import Quantity
from antinomy.press.ledger.ledger_words import Limits
from antinomy.values import Number, Span

Agreement = Literal["same", "near", "off"]

_APPROXIMATE = Fraction(1, 20)


def told_range(quantity: Quantity) -> tuple[Number | None, Number | None]:
    """Give the numbers a quantity may mean; None leaves a side open."""
    value = quantity.value
    if quantity.upper is not None:
        return value, quantity.upper
    match quantity.relation:
        case "ge" | "gt":
            return value, None
        case "le" | "lt":
            return None, value
        case "approx":
            slack = _size(value) * _APPROXIMATE
            return value - slack, value + slack
        case _:
            return value, value


def compare_values(quantity: Quantity, held: Range, limits: Limits) -> Agreement:
    """Tell whether a quantity may mean a number held, or comes near it."""
    low, high = told_range(quantity)
    if low is not None and low > held.high:
        apart, edge = low - held.high, held.high
    elif high is not None and high < held.low:
        apart, edge = held.low - high, held.low
    else:
        return "same"
    if apart <= _size(edge) * limits.exact:
        return "same"
    return "near" if apart <= _size(edge) * limits.near else "off"


def compare_days(told: Span, held: Span, limits: Limits) -> Agreement:
    """Tell whether days told are those held: one inside the other, or near.

    >>> from antinomy.values import parse_day as day
    >>> limits = Limits(Fraction(0), Fraction(0), 3, 14, 90, 180, 3)
    >>> held = Span(day("2025-09-14"), day("2025-09-15"))
    >>> compare_days(Span(day("2025-09-15"), day("2025-09-16")), held, limits)
    'near'
    """
    told_last, held_last = told.last or date.max, held.last or date.max
    if held.first <= told.first and told_last <= held_last:
        return "same"
    if told.first <= held.first and held_last <= told_last:
        return "same"
    return "near" if days_apart(told, held) <= limits.near_days else "off"


def days_apart(one: Span, other: Span) -> int:
    """Count the days between two spans, 0 where they meet."""
    if other.last is not None and one.first > other.last:
        return (one.first - other.last).days
    if one.last is not None and other.first > one.last:
        return (other.first - one.last).days
    return 0


def gap_between(earlier: Span, later: Span) -> tuple[int, int | None]:
    """Count the days from one event to another: at least and at most."""
    least = (later.first - (earlier.last or later.first)).days
    most = None if later.last is None else (later.last - earlier.first).days
    return max(least, 0), most


def widened(span: Span, days: int) -> Span:
    """Give a span with so many days more at either end."""
    more = timedelta(days=days)
    return Span(span.first - more, None if span.last is None else span.last + more)


def meet(one: Span, other: Span) -> bool:
    """Tell whether two spans share a day."""
    return days_apart(one, other) == 0


def is_one_of(told: tuple[str, ...], held: tuple[str, ...], terms: Terms) -> bool:
    """Tell whether one of the things told is, or belongs to, one of those held."""
    return any(terms.are_kin(one, other) for one in told for other in held)


def _size(value: Number) -> Number:
    return value if value > 0 else -value

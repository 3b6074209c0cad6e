"""Exact numbers: whole numbers and fractions, never floating point.

``NaN``, infinities and absurd exponents are refused where they are read.
"""

import re
from fractions import Fraction

Number = int | Fraction

_DECIMAL = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?\Z", re.ASCII)
_MOST_DIGITS = 40


def parse_number(text: str) -> Number:
    """Read a decimal exactly.

    >>> parse_number("5.92"), parse_number("4800.0")
    (Fraction(148, 25), 4800)

    Raises:
        ValueError: not a decimal, or outside 1e-99 to 1e99 or over 40 digits.
    """
    if len(text) > _MOST_DIGITS or not _DECIMAL.match(text):
        message = f"{text[:_MOST_DIGITS]!r} is not a decimal number within bounds"
        raise ValueError(message)
    return whole(Fraction(text))


def whole(value: Number) -> Number:
    """Give an int where the value is whole, so that equal numbers look equal.

    >>> whole(Fraction(6, 2))
    3
    """
    if isinstance(value, Fraction) and value.denominator == 1:
        return value.numerator
    return value


def show_number(value: Number, *, places: int = 2) -> str:
    """Print for the eye: at most ``places`` decimals, "~" where that rounds.

    >>> show_number(Fraction(148, 25)), show_number(Fraction(15824, 814))
    ('5.92', '~19.44')
    >>> show_number(20919)
    '20,919'
    """
    if isinstance(value, int):
        return f"{value:,}"
    scaled = value * 10**places
    rounded = round(scaled)
    sign = "-" if rounded < 0 else ""
    units, rest = divmod(abs(rounded), 10**places)
    digits = f"{sign}{units:,}" + (f".{rest:0{places}}".rstrip("0").rstrip("."))
    return digits if scaled == rounded else f"~{digits}"


def exact_text(value: Number) -> str:
    """Write for machines: a decimal where it ends, else numerator/denominator.

    >>> exact_text(Fraction(148, 25)), exact_text(Fraction(1, 3)), exact_text(7)
    ('5.92', '1/3', '7')
    """
    if isinstance(value, int):
        return str(value)
    places, rest = 0, value.denominator
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator)
    digits = digits.rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"

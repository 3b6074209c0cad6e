"""How much: an exact number, or the least and the most that it can be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from antinomy.values import Number, exact_text, parse_number, whole

_NUMBER = re.compile(
    r"((?<!\w)-)?(\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e\d\d?)?)", re.ASCII
)
_LEAST = re.compile(
    r"at least|more than|over|>=?|≥|minimum|not less than|至少|超过|以上"
)
_MOST = re.compile(r"at most|less than|fewer than|under|up to|<=?|≤|maximum|至多|不足")
_SPAN = re.compile(r"\d\s*(?:\.\.|–|-|to)\s*\d")


@dataclass(frozen=True, slots=True)
class Amount:
    """At least ``low``, and at most ``high``; None where nothing bounds it."""

    low: Number
    high: Number | None

    def __add__(self, other: "Amount") -> "Amount":
        open_end = self.high is None or other.high is None
        return Amount(
            self.low + other.low,
            None if open_end else (self.high or 0) + (other.high or 0),
        )

    def __sub__(self, other: "Amount") -> "Span":
        return Span(
            None if other.high is None else self.low - other.high,
            None if self.high is None else self.high - other.low,
        )

    @property
    def is_exact(self) -> bool:
        """Tell whether it is one number."""
        return self.low == self.high

    def __str__(self) -> str:
        if self.is_exact:
            return exact_text(whole(self.low))
        high = "" if self.high is None else exact_text(whole(self.high))
        return f"{exact_text(whole(self.low))}..{high}"


@dataclass(frozen=True, slots=True)
class Span:
    """A difference between two ends; None where nothing bounds that end."""

    low: Number | None
    high: Number | None

    @property
    def size(self) -> Number:
        """Give the least distance from zero."""
        if self.low is not None and self.low > 0:
            return self.low
        return -self.high if self.high is not None and self.high < 0 else 0

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return exact_text(whole(self.low))
        ends = (
            "" if e is None else exact_text(whole(e)) for e in (self.low, self.high)
        )
        return "..".join(ends)


def exactly(value: Number) -> Amount:
    """Give an exact amount."""
    return Amount(value, value)


NOTHING = exactly(0)


def parse_amount(
    text: str, numerals: Mapping[str, Fraction], multiples: Mapping[str, int]
) -> Amount | None:
    """Read an amount out of a few words; None where there is no number.

    >>> str(parse_amount("21 shipments", {}, {})), str(parse_amount(">= 1,700", {}, {}))
    ('21', '1700..')
    >>> str(parse_amount("one third", {"one third": Fraction(1, 3)}, {}))
    '1/3'
    """
    plain = " ".join(text.casefold().split())
    if plain in numerals:
        return exactly(whole(numerals[plain]))
    found = _NUMBER.findall(plain)
    if not found:
        worded = next((n for n in sorted(numerals, key=len)[::-1] if n in plain), None)
        is_word = worded and re.search(rf"(?<!\w){re.escape(worded)}", plain)
        return exactly(whole(numerals[worded])) if worded and is_word else None
    numbers = [_number(sign, digits) for sign, digits in found[:2]]
    factor = _factor(plain, multiples)
    first = numbers[0] * factor
    if _SPAN.search(plain) and len(numbers) > 1:
        return Amount(first, _unsigned(numbers[1]) * factor)
    if _LEAST.search(plain):
        return Amount(first, None)
    return Amount(0, first) if _MOST.search(plain) else exactly(whole(first))


def _number(sign: str, digits: str) -> Number:
    value = parse_number(digits.replace(",", "").replace(" ", ""))
    return -value if sign else value


def _unsigned(value: Number) -> Number:
    return -value if value < 0 else value


def _factor(plain: str, multiples: Mapping[str, int]) -> int:
    names = "|".join(map(re.escape, sorted(multiples, key=len, reverse=True)))
    if not names:
        return 1
    found = re.search(rf"\d\s*({names})(?![a-z])", plain)
    return multiples[found[1]] if found else 1

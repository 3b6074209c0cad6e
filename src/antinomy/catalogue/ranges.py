"""An exact amount, or two bounds of it where sources leave it open."""

from dataclasses import dataclass
from fractions import Fraction

from antinomy.values import Number, parse_number, show_number, whole


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included; equal where the amount is exact."""

    low: Number
    high: Number

    @property
    def is_exact(self) -> bool:
        """Tell whether there is one amount only."""
        return self.low == self.high

    def __add__(self, other: "Range") -> "Range":
        return Range(whole(self.low + other.low), whole(self.high + other.high))

    def __mul__(self, other: "Range") -> "Range":
        return Range(whole(self.low * other.low), whole(self.high * other.high))

    def __truediv__(self, other: "Range") -> "Range":
        low, high = Fraction(self.low) / other.high, Fraction(self.high) / other.low
        return Range(whole(low), whole(high))

    def __str__(self) -> str:
        ends = dict.fromkeys(
            show_number(end, places=3) for end in (self.low, self.high)
        )
        return " to ".join(ends)


def parse_range(text: str) -> Range:
    """Read ``752`` or ``752..800``; amounts are not negative.

    >>> str(parse_range("752..800") * parse_range("16"))
    '12,032 to 12,800'

    Raises:
        ValueError: not a number, negative, or the lower bound is not below the upper.
    """
    low, dots, high = text.partition("..")
    found = Range(parse_number(low), parse_number(high if dots else low))
    if found.low < 0 or (dots and found.low >= found.high):
        message = f"{text!r} is not an amount, or its bounds are in the wrong order"
        raise ValueError(message)
    return found

"""Known values as z3 terms, shared by all that is asked of one transaction.

Words are only ever equal or not: each gets a number, as bits, and equal words get equal
numbers.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

import z3

Expr = Any  # z3 ships no types; a plain bool stands for a truth that is settled

WORD = z3.BitVecSort(16)
_ANY = z3.Const(" any", WORD)  # no variable's name begins with a space


class Terms:
    """The terms made so far, and the tests of a word against a set, each made once."""

    def __init__(self) -> None:
        self._words: dict[str, Expr] = {}
        self._tests: dict[frozenset[str], Expr] = {}

    def of(self, value: object) -> Expr:
        """Give a known value as a term."""
        match value:
            case bool():
                return z3.BoolVal(value)
            case Fraction():
                return z3.Q(value.numerator, value.denominator)
            case int():
                return z3.RealVal(value)
            case date():
                return z3.IntVal(value.toordinal())
            case _:
                return self._word(str(value))

    def _word(self, word: str) -> Expr:
        if word not in self._words:
            self._words[word] = z3.BitVecVal(len(self._words) + 1, WORD)
        return self._words[word]

    def is_one_of(self, term: Expr, words: Iterable[str]) -> Expr:
        """Test a term against some words."""
        among = frozenset(words)
        if among not in self._tests:
            equal = [_ANY == self._word(word) for word in sorted(among)]
            self._tests[among] = z3.Or(equal)
        return z3.substitute(self._tests[among], (_ANY, term))

    def word(self, number: int) -> str | None:
        """Give the word of a number, if there is one."""
        return dict(enumerate(self._words, 1)).get(number)

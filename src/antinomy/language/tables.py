"""The whole table of a form: every fact unknown or in one of its regions.

What is said of lists must have been taken out of the form; each link has a member.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from antinomy.language.bounds import PlaceSet
from antinomy.language.case import Member, Value, add
from antinomy.language.exact import Exact
from antinomy.language.form import (
    CompareFacts,
    Form,
    Linked,
    arms_of,
    facts_of,
    walk,
)
from antinomy.language.generate import generate
from antinomy.language.lint import lifted
from antinomy.language.program import Program
from antinomy.language.regions import regions_of
from antinomy.values import Truth

_SAMPLES = 500
_DIFFER = 2


@dataclass(frozen=True, slots=True)
class Variable:
    """One fact of one member, with a value of each region."""

    member: Member
    name: str
    values: tuple[Value, ...]

    def put(self, digit: int) -> None:
        """Make the fact known, or unknown where the digit lies past the values."""
        if digit < len(self.values):
            self.member.values[self.name] = self.values[digit]
        else:
            self.member.values.pop(self.name, None)


Digits = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table shows: the truths it takes, and an entry where it is weak."""

    truths: frozenset[Truth]
    weak: Digits | None
    is_whole: bool


class Table:
    """The table of one form of a scope."""

    def __init__(self, program: Program, form: Form, scope: str) -> None:
        sets = {n: PlaceSet(s.certain, s.certain) for n, s in program.sets.items()}
        asked, self._goal = lifted(replace(program, rules={}, sets=sets), form, scope)
        self._asked = asked
        self._root = _shape(asked, asked.rules[self._goal])
        self._decide = generate(asked, [self._goal])
        self.variables = tuple(self._variables(form))
        self._sizes = [len(v.values) + 1 for v in self.variables]
        self.size = prod(self._sizes)

    def _variables(self, form: Form) -> Iterator[Variable]:
        facts = dict.fromkeys(f for inner in walk(form) for f in facts_of(inner))
        compared = {
            fact
            for inner in walk(form)
            if isinstance(inner, CompareFacts)
            for fact in facts_of(inner)
        }
        members = list(self._root.walk())
        instances = sum(f.scope == m.scope for f in compared for m in members)
        regions = regions_of(self._asked, spread=max(instances, 1), whole_sets=True)
        for member in members:
            for fact in facts:
                if fact.scope == member.scope:
                    yield Variable(member, fact.name, tuple(regions[fact]))

    def answer(self, most: int) -> Answer:
        """Go through the table, or through a part of it where it is too large."""
        return self._whole() if self.size <= most else self._part()

    def _whole(self) -> Answer:
        strides = [prod(self._sizes[place + 1 :]) for place in range(len(self._sizes))]
        exact = bytearray(self.size)
        weak: list[Digits] = []
        before: Digits = tuple(-1 for _ in self._sizes)
        for index, digits in enumerate(product(*map(range, self._sizes))):
            for variable, digit, old in zip(
                self.variables, digits, before, strict=True
            ):
                if digit != old:
                    variable.put(digit)
            before = digits
            certainly, possibly = self._decide(self._root)[0]
            place = self._first_unknown(digits)
            if place is None:
                assert certainly is possibly, "what is known throughout is settled"
                exact[index] = certainly
                continue
            # The answers below differ only in the first unknown fact.
            start = index - digits[place] * strides[place]
            below = {exact[start + i * strides[place]] for i in range(digits[place])}
            exact[index] = below.pop() if len(below) == 1 else _DIFFER
            if exact[index] != _DIFFER and certainly is not possibly:
                weak.append(digits)
        truths = frozenset(Truth.of(b == 1, b == 1) for b in exact if b != _DIFFER)
        weak.sort(key=self._unknowns, reverse=True)
        return Answer(truths, self._confirmed(weak), is_whole=True)

    def _confirmed(self, weak: list[Digits]) -> Digits | None:
        """Give the first entry that z3 finds weak too, most unknowns first.

        Where facts are compared with each other, a table may lack a value that lies
        outside all of its own.
        """
        return next((digits for digits in weak if self._is_weak(digits)), None)

    def _is_weak(self, digits: Digits) -> bool:
        for variable, digit in zip(self.variables, digits, strict=True):
            variable.put(digit)
        exact = Exact(self._asked, self._root, [self._goal])
        return exact.truth(self._goal) is not Truth.UNKNOWN

    def _part(self) -> Answer:
        """Take entries at even distances and let z3 complete each."""
        truths: set[Truth] = set()
        step = self.size // _SAMPLES | 1
        for index in range(0, self.size, step):
            digits = self._digits(index)
            for variable, digit in zip(self.variables, digits, strict=True):
                variable.put(digit)
            certainly, possibly = self._decide(self._root)[0]
            truth = Truth.of(certainly, possibly)
            if truth is Truth.UNKNOWN and self._is_weak(digits):
                return Answer(frozenset(truths), digits, is_whole=False)
            truths.add(truth)
        return Answer(frozenset(truths - {Truth.UNKNOWN}), None, is_whole=False)

    def _digits(self, index: int) -> Digits:
        digits = []
        for size in reversed(self._sizes):
            index, digit = divmod(index, size)
            digits.append(digit)
        return tuple(reversed(digits))

    def _first_unknown(self, digits: Digits) -> int | None:
        for place, (digit, size) in enumerate(zip(digits, self._sizes, strict=True)):
            if digit == size - 1:
                return place
        return None

    def _unknowns(self, digits: Digits) -> int:
        return sum(d == s - 1 for d, s in zip(digits, self._sizes, strict=True))


def _shape(program: Program, form: Form) -> Member:
    """Make a case with nothing known, in which every link names somebody."""
    root = Member()
    _link(program, root, form)
    return root


def _link(program: Program, around: Member, form: Form) -> None:
    if isinstance(form, Linked):
        parent = around.around(program.schema.within[form.scope])
        parent.complete.add(form.scope)
        if form.link not in parent.links:
            member = Member(form.scope, parent.fact_id(form.link))
            parent.links[form.link] = add(parent, member)
        around = parent.links[form.link]
    for arm in arms_of(form):
        _link(program, around, arm)

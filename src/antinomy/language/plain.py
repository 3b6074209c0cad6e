"""Write one pass for members whose facts are all plain: one boolean for each form.

A fact is plain if it is known as one value. A number is brought to a whole one, which
no comparison tells from it: v >= a/b is floor(v*b) >= a, v <= a/b is ceil(v*b) <= a.
"""

from collections import Counter
from collections.abc import Collection
from datetime import date
from fractions import Fraction
from math import lcm

from antinomy.language import bounds
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Compare,
    Concluded,
    Every,
    FactName,
    Flag,
    Form,
    Holds,
    Linked,
    Not,
    Op,
    Or,
    Some,
    Within,
    WithinSet,
    facts_of,
)
from antinomy.language.plan import Block, Unit, needs
from antinomy.language.program import Program
from antinomy.language.readings import Lines, Namer, OneFact, Readings, plain_type

LONGEST = 400  # letters of a predicate that is written where it is used


class Plain:
    """The text of a pass over members whose facts are all plain."""

    def __init__(
        self, program: Program, namer: Namer, readings: Readings, block: Block
    ) -> None:
        self._program = program
        self._namer = namer
        self._scope = block.scope
        self._units = [step for step in block.steps if not isinstance(step, Block)]
        self._is_leaf = len(self._units) == len(block.steps)
        self._forms = [self.form(unit) for unit in self._units]
        self._atoms, self._compared = readings.of(block)
        self._scales = {
            fact: lcm(*(_ratio(atom)[1] for atom in atoms))
            for fact, atoms in self._atoms.items()
            if plain_type(atoms[0]) == "int"
        }
        self._inlined: dict[Unit, str] = {}
        self._nothing: dict[Unit, bounds.Bounds] = {}

    def form(self, unit: Unit) -> Form:
        """Give what is to be computed of each member."""
        if isinstance(unit, Concluded):
            return self._program.rules[unit]
        return unit.body

    def fits(self, kept: Collection[Unit]) -> bool:
        """Tell whether the pass reads facts, has no list below and looks nothing up."""
        made = set(self._units)
        looked_up = (n for f in self._forms for n in needs(f) if n not in made)
        return (
            self._is_leaf
            and bool(self._atoms)
            and not any(unit in kept for unit in looked_up)
        )

    def read(self, out: Lines, condition: str) -> None:
        """Read the facts; ``plain`` tells whether all of them are."""
        out.add(f"d = x_{self._scope}.values")
        out.add("plain = False")
        out.add(f"if {condition}len(d) >= {len(self._atoms)}:")
        inner = Lines(out.lines, out.depth + 1)
        inner.add("try:")
        inner.depth += 1
        inner.add("; ".join(f"{self._fact(f)} = d[{f.name!r}]" for f in self._atoms))
        tests = []
        for fact, atoms in self._atoms.items():
            if fact in self._scales:
                self._whole(fact, atoms, inner)
                continue
            tests.append(f"{self._fact(fact)}.__class__ is {plain_type(atoms[0])}")
            tests += self._settled(fact, atoms)
        for atom in self._compared:
            a, b = (f"x_{f.scope}.values.get({f.name!r})" for f in facts_of(atom))
            n, op = self._namer.name(atom), self._namer.constant(atom.op)
            inner.add(f"{n}m, {n}p = compare_facts({a}, {b}, {op})")
            tests.append(f"{n}m is {n}p")
        inner.add(f"plain = {' and '.join(tests) or True}")
        inner.depth -= 1
        inner.add("except (KeyError, AttributeError): pass")

    def _fact(self, fact: FactName) -> str:
        return self._namer.name(fact).replace("v", "f", 1)

    def _whole(self, fact: FactName, atoms: Collection[OneFact], out: Lines) -> None:
        """Write the whole number below a value, and the one above it if it is asked."""
        f, scale = self._fact(fact), self._scales[fact]
        times = "" if scale == 1 else f"*{scale}"
        above = any(
            isinstance(a, Compare) and a.op in {Op.LE, Op.GT, Op.EQ} for a in atoms
        )
        ratio = f"n, q = {f}.as_integer_ratio(); {f} = n{times}//q"
        if above:
            ratio += f"; {f}c = -(-n{times}//q)"
        if scale == 1:
            if above:
                out.add(f"{f}c = {f}")
            out.add(f"if {f}.__class__ is not int: {ratio}")
        else:
            out.add(ratio)

    def _settled(self, fact: FactName, atoms: Collection[OneFact]) -> list[str]:
        """Write that a word is not among those that may or may not be in a set."""
        sets = [self._program.sets[a.name] for a in atoms if isinstance(a, WithinSet)]
        doubtful = frozenset().union(*(s.possible - s.certain for s in sets))
        if not doubtful:
            return []
        return [f"{self._fact(fact)} not in {self._namer.constant(doubtful)}"]

    # ------------------------------------------------------------------ nothing

    def of_nothing(self, form: Form) -> bounds.Bounds:
        """Give the bounds of a form of a member of which nothing is known."""
        match form:
            case Always(holds):
                return holds, holds
            case Not(arm):
                certainly, possibly = self.of_nothing(arm)
                return not possibly, not certainly
            case And(arms) | Or(arms):
                join = all if isinstance(form, And) else any
                sides = [self.of_nothing(arm) for arm in arms]
                return join(m for m, _ in sides), join(p for _, p in sides)
            case Concluded():
                if form not in self._nothing:
                    self._nothing[form] = self.of_nothing(self._program.rules[form])
                return self._nothing[form]
            case Some() | Every() | AtLeast() | Linked():
                message = "a pass that lies apart has no list below"
                raise AssertionError(message)
            case _:
                return bounds.atom_bounds(form, lambda _: None, self._program.sets)

    # ------------------------------------------------------------------ forms

    def predicates(self, kept: Collection[Unit], out: Lines) -> None:
        """Write the predicates in order; one that is used once, where it is used."""
        uses = Counter(unit for form in self._forms for unit in needs(form))
        for unit, form in zip(self._units, self._forms, strict=True):
            if isinstance(unit, Concluded):
                text = self.text(form)
                if uses[unit] == 1 and unit not in kept and len(text) < LONGEST:
                    self._inlined[unit] = text
                else:
                    out.add(f"{self._namer.name(unit)}m = {text}")

    def text(self, form: Form) -> str:
        """Write a form as one boolean."""
        match form:
            case Always(holds):
                return str(holds)
            case Not(Not(arm)):
                return self.text(arm)
            case Not(arm):
                return f"(not {self.text(arm)})"
            case And(arms):
                return f"({' and '.join(self.text(arm) for arm in arms)})"
            case Or(arms):
                return f"({' or '.join(self.text(arm) for arm in arms)})"
            case Flag() | Compare() | Within() | WithinSet() | Holds():
                if form.fact in self._atoms:
                    return self._test(form)
                return self._namer.name(form) + "m"  # of a member around this one
            case Concluded() if form in self._inlined:
                return self._inlined[form]
            case _:
                return self._namer.name(form) + "m"

    def _test(self, atom: OneFact) -> str:
        f = self._fact(atom.fact)
        match atom:
            case Flag():
                return f
            case Holds(_, word):
                return f"({word!r} in {f})"
            case Within(_, words):
                return f"({f} in {self._namer.constant(words)})"
            case WithinSet(_, name):
                words = self._program.sets[name].certain
                return f"({f} in {self._namer.constant(words)})"
            case Compare(_, op, str() as word):
                return f"({f} == {word!r})"
            case Compare(_, op, date() as day):
                sign = "==" if op is Op.EQ else op.value
                return f"({f} {sign} {self._namer.constant(day)})"
            case Compare(fact, op, _):
                over, under = _ratio(atom)
                whole = over * (self._scales[fact] // under)
                if op is Op.EQ:
                    return f"({f} == {f}c == {whole})"
                side = f"{f}c" if op in {Op.LE, Op.GT} else f
                return f"({side} {op.value} {whole})"


def _ratio(atom: OneFact) -> tuple[int, int]:
    """Give the number that a value is compared with as a fraction."""
    assert isinstance(atom, Compare)
    assert isinstance(atom.constant, int | Fraction)
    return atom.constant.as_integer_ratio()

"""Generate the Python function that decides goals: the reference executor.

Every predicate becomes two ordinary booleans, *certainly* (m) and *possibly* (p); NOT
swaps them. Each atom is read once per member. An open list adds one unlisted member
of which nothing is known: it can make SOME possible and EVERY uncertain, no more.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from antinomy.language import bounds
from antinomy.language.case import Member
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Atom,
    Compare,
    CompareFacts,
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
    Quantified,
    Some,
    Within,
    WithinSet,
    arms_of,
    facts_of,
)
from antinomy.language.plan import Block, Unit, needs, plan
from antinomy.language.program import Name, Program
from antinomy.values import Truth

Decide = Callable[[Member], list[bounds.Bounds]]


def generate(program: Program, goals: Iterable[Name]) -> Decide:
    """Compile goals (predicates of the transaction) to one function.

    The function takes a case and gives the bounds of each goal in order.
    """
    goals = tuple(goals)
    writer = _Writer(program)
    source = writer.write(goals)
    scope: dict[str, Any] = dict(writer.constants)
    exec(compile(source, "<program>", "exec"), scope)  # noqa: S102 - our own text
    decide: Decide = scope["decide"]
    return decide


def source_of(program: Program, goals: Iterable[Name]) -> str:
    """Give the text of the generated function, to be read."""
    return _Writer(program).write(tuple(goals))


@dataclass(slots=True)
class _Lines:
    lines: list[str]
    depth: int

    def add(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)


class _Writer:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._within = program.schema.within
        self.constants: dict[str, object] = {
            "compare": bounds.compare,
            "compare_facts": bounds.compare_facts,
            "within": bounds.within,
            "date": date,
        }
        self._names: dict[object, str] = {}
        for scope in self._within:
            self.constants[f"ANY_{scope}"] = Member(scope, "unlisted")

    def write(self, goals: tuple[Name, ...]) -> str:
        laid = plan(self._program, goals)
        self._kept = laid.kept
        out = _Lines(["def decide(x_transaction):"], 1)
        if self._kept:
            out.add("kept = {}")
        self._block(laid.root, out, frozenset())
        pairs = ", ".join("({0}m, {0}p)".format(self._name(goal)) for goal in goals)
        out.add(f"return [{pairs}]")
        return "\n".join(out.lines) + "\n"

    def _name(self, thing: object) -> str:
        return self._names.setdefault(thing, f"v{len(self._names)}")

    def _constant(self, value: object) -> str:
        name = self._name(("constant", type(value), value)).replace("v", "K", 1)
        self.constants[name] = value
        return name

    # ------------------------------------------------------------------ blocks

    def _block(self, block: Block, out: _Lines, seen: frozenset[Unit]) -> None:
        """Write one pass: its atoms first, then its steps in order."""
        self._atoms(block, out)
        here: set[Unit] = set(seen)
        for step in block.steps:
            if isinstance(step, Block):
                self._loop(step, out, frozenset(here))
                made = [s for s in step.steps if isinstance(s, Quantified)]
            elif isinstance(step, Concluded):
                self._lookups(self._program.rules[step], out, here)
                self._assign(step, self._program.rules[step], out)
                made = [step]
            else:
                self._lookups(step.body, out, here)
                self._gather(step, out)
                continue
            here.update(made)
            for unit in made:
                if unit in self._kept:
                    out.add(f"{self._slot(unit)} = {self._name(unit)}m, {self._name(unit)}p")

    def _slot(self, unit: Unit) -> str:
        of = unit.scope if isinstance(unit, Concluded) else self._within[unit.scope]
        return f"kept[{self._name(unit)!r}, id(x_{of})]"

    def _assign(self, unit: Unit, form: Form, out: _Lines) -> None:
        name = self._name(unit)
        out.add(f"{name}m = {self._text(form, certainly=True)}")
        out.add(f"{name}p = {name}m or {self._text(form, certainly=False)}")

    def _lookups(self, form: Form, out: _Lines, here: set[Unit]) -> None:
        """Fetch what an earlier pass over the same list kept."""
        for unit in needs(form):
            if unit in self._kept and unit not in here:
                name = self._name(unit)
                out.add(f"{name}m, {name}p = {self._slot(unit)}")
                here.add(unit)

    def _loop(self, block: Block, out: _Lines, seen: frozenset[Unit]) -> None:
        scope, parent = block.scope, self._within[block.scope]
        anyone = f"ANY_{scope}"
        units = [s for s in block.steps if isinstance(s, Quantified)]
        for unit in units:
            self._open(unit, out)
        out.add(f"kids = x_{parent}.children.get({scope!r}, ())")
        out.add(f"open_{scope} = {scope!r} not in x_{parent}.complete")
        unlisted = f"open_{scope}"
        for link in sorted(k for k, s in self._program.schema.links.items() if s == scope):
            out.add(f"link_{link} = x_{parent}.links.get({link!r}, {anyone})")
            unlisted += f" or link_{link} is {anyone}"
        out.add(f"if {unlisted}: kids = (*kids, {anyone})")
        out.add(f"for x_{scope} in kids:")
        inner = _Lines(out.lines, out.depth + 1)
        if any(not isinstance(u, Linked) for u in units):
            inner.add(f"real_{scope} = x_{scope} is not {anyone}")
            inner.add(f"counts_{scope} = real_{scope} or open_{scope}")
        self._block(block, inner, seen)
        if not block.steps:
            inner.add("pass")

    def _open(self, unit: Quantified, out: _Lines) -> None:
        name = self._name(unit)
        match unit:
            case Every():
                out.add(f"{name}m = {name}p = True")
            case AtLeast():
                out.add(f"{name}cm = {name}cp = 0")
                out.add(f"{name}m = {name}p = False")
            case _:
                out.add(f"{name}m = {name}p = False")

    def _gather(self, unit: Quantified, out: _Lines) -> None:
        name = self._name(unit)
        real, counts = f"real_{unit.scope}", f"counts_{unit.scope}"
        body_m = self._text(unit.body, certainly=True)
        body_p = self._text(unit.body, certainly=False)
        match unit:
            case Some():
                out.add(f"if {real} and not {name}m: {name}m = {body_m}")
                out.add(f"if {counts} and not {name}p: {name}p = {body_p}")
            case Every():
                out.add(f"if {counts} and {name}m: {name}m = {body_m}")
                out.add(f"if {real} and {name}p: {name}p = {body_p}")
            case AtLeast(count):
                out.add(f"if {real} and {body_m}: {name}cm += 1")
                out.add(f"if {counts} and {body_p}: {name}cp += 1 if {real} else {count}")
                out.add(f"{name}m = {name}cm >= {count}; {name}p = {name}cp >= {count}")
            case Linked(link):
                out.add(f"if x_{unit.scope} is link_{link}: {name}m, {name}p = {body_m}, {body_p}")

    # ------------------------------------------------------------------ forms

    def _text(self, form: Form, *, certainly: bool) -> str:
        side = "m" if certainly else "p"
        match form:
            case Always(truth):
                return str(truth is Truth.TRUE if certainly else truth is not Truth.FALSE)
            case Not(arm):
                return f"not {self._text(arm, certainly=not certainly)}"
            case And(arms):
                inside = " and ".join(self._text(a, certainly=certainly) for a in arms)
                return f"({inside})"
            case Or(arms):
                inside = " or ".join(self._text(a, certainly=certainly) for a in arms)
                return f"({inside})"
            case _:
                return self._name(form) + side

    # ------------------------------------------------------------------ atoms

    def _atoms(self, block: Block, out: _Lines) -> None:
        """Read each atom of this scope that the block or those inside it use."""
        wanted: dict[Atom, None] = {}
        self._wanted(block, wanted)
        lineage = self._program.schema.lineage
        for atom in wanted:
            deepest = max((f.scope for f in facts_of(atom)), key=lambda s: len(lineage(s)))
            if deepest == block.scope:
                self._atom(atom, out)

    def _wanted(self, block: Block, wanted: dict[Atom, None]) -> None:
        for step in block.steps:
            if isinstance(step, Block):
                self._wanted(step, wanted)
            elif isinstance(step, Concluded):
                self._atoms_in(self._program.rules[step], wanted)
            else:
                self._atoms_in(step.body, wanted)

    def _atoms_in(self, form: Form, wanted: dict[Atom, None]) -> None:
        match form:
            case Some() | Every() | AtLeast() | Linked():
                return
            case Flag() | Compare() | CompareFacts() | Within() | WithinSet() | Holds():
                wanted.setdefault(form)
            case _:
                for arm in arms_of(form):
                    self._atoms_in(arm, wanted)

    def _value(self, fact: FactName) -> str:
        return f"x_{fact.scope}.values.get({fact.name!r})"

    def _atom(self, atom: Atom, out: _Lines) -> None:
        n = self._name(atom)
        match atom:
            case Flag(fact):
                out.add(f"v = {self._value(fact)}; {n}m = v is True; {n}p = {n}m or v is None")
            case Compare(fact, op, constant):
                out.add(f"v = {self._value(fact)}")
                self._comparison(n, op, constant, out)
            case CompareFacts(left, op, right):
                a, b, k = self._value(left), self._value(right), self._constant(op)
                out.add(f"{n}m, {n}p = compare_facts({a}, {k}, {b})")
            case Within(fact, words):
                self._membership(n, fact, words, words, out)
            case WithinSet(fact, name):
                named = self._program.sets[name]
                self._membership(n, fact, named.certain, named.possible, out)
            case Holds(fact, word):
                out.add(f"v = {self._value(fact)}")
                out.add(f"{n}m = v.__class__ is frozenset and {word!r} in v")
                out.add(f"{n}p = {n}m or v is None")

    def _comparison(self, n: str, op: Op, constant: object, out: _Lines) -> None:
        sign = "==" if op is Op.EQ else op.value
        slow = f"compare(v, {self._constant(op)}, {self._constant(constant)})"
        match constant:
            case str():
                out.add(f"if v.__class__ is str: {n}m = {n}p = v == {constant!r}")
            case date():
                fixed = self._constant(constant)
                out.add(f"if v.__class__ is date: {n}m = {n}p = v {sign} {fixed}")
            case Fraction():  # v >= p/q is asked as v*q >= p: exact, and fast for whole v
                p, q = constant.numerator, constant.denominator
                out.add(f"if v.__class__ is int: {n}m = {n}p = v*{q} {sign} {p}")
            case _:
                out.add(f"if v.__class__ is int: {n}m = {n}p = v {sign} {constant}")
        out.add(f"else: {n}m, {n}p = {slow}")

    def _membership(
        self,
        n: str,
        fact: FactName,
        certain: frozenset[str],
        possible: frozenset[str],
        out: _Lines,
    ) -> None:
        a, b = self._constant(certain), self._constant(possible)
        out.add(f"v = {self._value(fact)}")
        out.add(f"if v.__class__ is str: {n}m = v in {a}; {n}p = v in {b}")
        out.add(f"else: {n}m, {n}p = within(v, {a}, {b})")

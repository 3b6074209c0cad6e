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
    Constant,
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
            "flag": bounds.flag,
            "holds": bounds.holds,
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
            made: list[Unit] = []
            match step:
                case Block():
                    self._loop(step, out, frozenset(here))
                    made += [s for s in step.steps if isinstance(s, Quantified)]
                case Concluded():
                    self._lookups(self._program.rules[step], out, here)
                    self._assign(step, self._program.rules[step], out)
                    made.append(step)
                case _:
                    self._lookups(step.body, out, here)
                    self._gather(step, out)
            here.update(made)
            for unit in made:
                if unit in self._kept:
                    name = self._name(unit)
                    out.add(f"{self._slot(unit)} = {name}m, {name}p")

    def _slot(self, unit: Unit) -> str:
        """Name where a value is kept: by the member and all around it.

        The unlisted member of a list is one object, whichever list it stands in.
        """
        of = unit.scope if isinstance(unit, Concluded) else self._within[unit.scope]
        members = (f"id(x_{scope})" for scope in self._program.schema.lineage(of))
        return f"kept[{self._name(unit)!r}, {', '.join(members)}]"

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
        for link in sorted(
            k for k, s in self._program.schema.links.items() if s == scope
        ):
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
                out.add(
                    f"if {counts} and {body_p}: {name}cp += 1 if {real} else {count}"
                )
                out.add(f"{name}m = {name}cm >= {count}; {name}p = {name}cp >= {count}")
            case Linked(link):
                named = f"x_{unit.scope} is link_{link}"
                out.add(f"if {named}: {name}m, {name}p = {body_m}, {body_p}")

    # ------------------------------------------------------------------ forms

    def _text(self, form: Form, *, certainly: bool) -> str:
        side = "m" if certainly else "p"
        match form:
            case Always(holds):
                return str(holds)
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
        """Read each fact of this scope once, and decide all its atoms together."""
        wanted: dict[Atom, None] = {}
        self._wanted(block, wanted)
        depth = self._program.schema.lineage(block.scope)
        by_fact: dict[FactName, list[Atom]] = {}
        for atom in wanted:
            scopes = {fact.scope for fact in facts_of(atom)}
            if block.scope not in scopes or not scopes <= set(depth):
                continue  # read in a block around this one, or in one inside it
            if isinstance(atom, CompareFacts):
                self._two_facts(atom, out)
            else:
                by_fact.setdefault(atom.fact, []).append(atom)
        for fact, atoms in by_fact.items():
            self._fact(fact, atoms, out)

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

    def _two_facts(self, atom: CompareFacts, out: _Lines) -> None:
        n, op = self._name(atom), self._constant(atom.op)
        a, b = self._value(atom.left), self._value(atom.right)
        out.add(f"{n}m, {n}p = compare_facts({a}, {b}, {op})")

    def _fact(self, fact: FactName, atoms: list[Atom], out: _Lines) -> None:
        """Write the reading of one fact: the plain value, the unknown, the rest."""
        out.add(f"v = {self._value(fact)}")
        written = [self._atom(atom, self._name(atom)) for atom in atoms]
        kind = written[0][0]  # every atom of a fact takes the same type of value
        out.add(
            f"if v.__class__ is {kind}: {'; '.join(fast for _, fast, _ in written)}"
        )
        if not any(self._never_holds(atom) for atom in atoms):
            names = [self._name(atom) for atom in atoms]
            certainly = " = ".join(f"{n}m" for n in names)
            possibly = " = ".join(f"{n}p" for n in names)
            out.add(f"elif v is None: {certainly} = False; {possibly} = True")
        out.add(f"else: {'; '.join(slow for _, _, slow in written)}")

    def _never_holds(self, atom: Atom) -> bool:
        """Tell whether an atom is false even of an unknown value."""
        named = self._program.sets[atom.name] if isinstance(atom, WithinSet) else None
        return named is not None and not named.possible

    def _atom(self, atom: Atom, n: str) -> tuple[str, str, str]:
        """Give the plain type of an atom's fact, its test, and the test of all else."""
        match atom:
            case Flag():
                return "bool", f"{n}m = {n}p = v", f"{n}m, {n}p = flag(v)"
            case Compare(_, op, constant):
                return self._comparison(n, op, constant)
            case Within(_, words):
                return self._membership(n, words, words)
            case WithinSet(_, name):
                named = self._program.sets[name]
                return self._membership(n, named.certain, named.possible)
            case Holds(_, word):
                fast = f"{n}m = {n}p = {word!r} in v"
                return "frozenset", fast, f"{n}m, {n}p = holds(v, {word!r})"
            case CompareFacts():
                raise AssertionError("written by _two_facts")

    def _comparison(self, n: str, op: Op, constant: Constant) -> tuple[str, str, str]:
        sign = "==" if op is Op.EQ else op.value
        fixed = self._constant(constant)
        slow = f"{n}m, {n}p = compare(v, {self._constant(op)}, {fixed})"
        match constant:
            case str():
                return "str", f"{n}m = {n}p = v == {constant!r}", slow
            case date():
                return "date", f"{n}m = {n}p = v {sign} {fixed}", slow
            case Fraction():  # v >= p/q is asked as v*q >= p: exact, fast for whole v
                p, q = constant.numerator, constant.denominator
                return "int", f"{n}m = {n}p = v*{q} {sign} {p}", slow
            case _:
                return "int", f"{n}m = {n}p = v {sign} {constant}", slow

    def _membership(
        self, n: str, certain: frozenset[str], possible: frozenset[str]
    ) -> tuple[str, str, str]:
        a, b = self._constant(certain), self._constant(possible)
        fast = f"{n}m = {n}p = v in {a}"
        if certain != possible:
            fast = f"{n}m = v in {a}; {n}p = v in {b}"
        return "str", fast, f"{n}m, {n}p = within(v, {a}, {b})"

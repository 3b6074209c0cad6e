"""Write the reading of facts: each once a member, with all the atoms that ask of it.

A plain value decides its atoms at once; an unknown one leaves them open; what is left
(bounds, one of several words, not applicable) goes through the functions of `bounds`.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from antinomy.language.form import (
    Atom,
    Compare,
    CompareFacts,
    Constant,
    FactName,
    Flag,
    Form,
    Holds,
    Op,
    Quantified,
    Within,
    WithinSet,
    arms_of,
    facts_of,
)
from antinomy.language.plan import Block
from antinomy.language.program import Program

OneFact = Flag | Compare | Within | WithinSet | Holds


@dataclass(slots=True)
class Lines:
    """Lines of text at some depth."""

    lines: list[str]
    depth: int

    def add(self, text: str) -> None:
        """Add one line."""
        self.lines.append("    " * self.depth + text)


@dataclass(slots=True)
class Namer:
    """A name in the text for every form and every constant."""

    constants: dict[str, object] = field(default_factory=dict)
    _names: dict[object, str] = field(default_factory=dict)

    def name(self, thing: object) -> str:
        """Name a form, the same each time."""
        return self._names.setdefault(thing, f"v{len(self._names)}")

    def constant(self, value: object) -> str:
        """Name a constant."""
        name = self.name(("constant", type(value), value)).replace("v", "K", 1)
        self.constants[name] = value
        return name


@dataclass(frozen=True, slots=True)
class _Test:
    """An atom as text: of a plain value, of a fraction p/q, of anything else."""

    plain: str
    other: str
    fraction: str = ""


class Readings:
    """The text that reads the facts of a block."""

    def __init__(self, program: Program, namer: Namer) -> None:
        self._program = program
        self._namer = namer

    def of(
        self, block: Block
    ) -> tuple[dict[FactName, list[OneFact]], list[CompareFacts]]:
        """Give the atoms that read this scope for the block and those inside it."""
        wanted: dict[Atom, None] = {}
        self._wanted(block, wanted)
        around = set(self._program.schema.lineage(block.scope))
        by_fact: dict[FactName, list[OneFact]] = {}
        compared: list[CompareFacts] = []
        for atom in wanted:
            scopes = {fact.scope for fact in facts_of(atom)}
            if block.scope not in scopes or not scopes <= around:
                continue  # read in a block around this one, or in one inside it
            if isinstance(atom, CompareFacts):
                compared.append(atom)
            else:
                by_fact.setdefault(atom.fact, []).append(atom)
        return by_fact, compared

    def write(self, block: Block, out: Lines) -> None:
        """Read each fact of this scope that the block or those inside it ask."""
        by_fact, compared = self.of(block)
        if by_fact:
            out.add(f"get = x_{block.scope}.values.get")
        for fact, atoms in by_fact.items():
            self._fact(fact, atoms, out)
        for atom in compared:
            n, op = self._namer.name(atom), self._namer.constant(atom.op)
            a, b = (f"x_{f.scope}.values.get({f.name!r})" for f in facts_of(atom))
            out.add(f"{n}m, {n}p = compare_facts({a}, {b}, {op})")
            out.add(f"if {n}m is not {n}p: vague_{block.scope} = True")

    def _wanted(self, block: Block, wanted: dict[Atom, None]) -> None:
        for step in block.steps:
            if isinstance(step, Block):
                self._wanted(step, wanted)
            elif isinstance(step, Quantified):
                self._atoms_in(step.body, wanted)
            else:
                self._atoms_in(self._program.rules[step], wanted)

    def _atoms_in(self, form: Form, wanted: dict[Atom, None]) -> None:
        if isinstance(form, Quantified):
            return  # its body is a step of its own
        if isinstance(form, Atom):
            wanted.setdefault(form)
        for arm in arms_of(form):
            self._atoms_in(arm, wanted)

    def _fact(self, fact: FactName, atoms: list[OneFact], out: Lines) -> None:
        names = [self._namer.name(atom) for atom in atoms]
        written = [self._test(atom, n) for atom, n in zip(atoms, names, strict=True)]
        vague = f"vague_{fact.scope} = True"
        out.add(f"v = get({fact.name!r})")
        kind = plain_type(atoms[0])  # all atoms of a fact take the same type
        known = "if"
        if not any(self._never_holds(atom) for atom in atoms):
            certainly = " = ".join(f"{n}m" for n in names)
            possibly = " = ".join(f"{n}p" for n in names)
            out.add(f"if v is None: {certainly} = False; {possibly} = {vague}")
            known = "elif"
        plain = "; ".join(w.plain for w in written)
        out.add(f"{known} v.__class__ is {kind}: {plain}")
        if kind == "int":
            of_parts = "; ".join(w.fraction for w in written)
            parts = "p, q = v.as_integer_ratio()"
            out.add(f"elif v.__class__ is Fraction: {parts}; {of_parts}")
        out.add(f"else: {'; '.join(w.other for w in written)}; {vague}")

    def _never_holds(self, atom: OneFact) -> bool:
        """Tell whether an atom is false even of an unknown value."""
        named = self._program.sets[atom.name] if isinstance(atom, WithinSet) else None
        return named is not None and not named.possible

    def _test(self, atom: OneFact, n: str) -> _Test:
        match atom:
            case Flag():
                return _Test(f"{n}m = {n}p = v", f"{n}m, {n}p = flag(v)")
            case Compare(_, op, constant):
                return self._comparison(n, op, constant)
            case Within(_, words):
                return self._membership(n, words, words, atom.fact.scope)
            case WithinSet(fact, name):
                named = self._program.sets[name]
                return self._membership(n, named.certain, named.possible, fact.scope)
            case Holds(_, word):
                plain = f"{n}m = {n}p = {word!r} in v"
                return _Test(plain, f"{n}m, {n}p = holds(v, {word!r})")

    def _comparison(self, n: str, op: Op, constant: Constant) -> _Test:
        sign = "==" if op is Op.EQ else op.value
        fixed = self._namer.constant(constant)
        other = f"{n}m, {n}p = compare(v, {self._namer.constant(op)}, {fixed})"
        match constant:
            case str():
                return _Test(f"{n}m = {n}p = v == {constant!r}", other)
            case date():
                return _Test(f"{n}m = {n}p = v {sign} {fixed}", other)
            case _:  # against a/b without rounding: p/q >= a/b where p*b >= a*q
                a, b = constant.as_integer_ratio()
                times = "" if b == 1 else f"*{b}"
                plain = f"{n}m = {n}p = v{times} {sign} {a}"
                return _Test(plain, other, f"{n}m = {n}p = p{times} {sign} {a}*q")

    def _membership(
        self, n: str, certain: frozenset[str], possible: frozenset[str], scope: str
    ) -> _Test:
        a, b = self._namer.constant(certain), self._namer.constant(possible)
        plain = f"{n}m = {n}p = v in {a}"
        if certain != possible:
            plain = f"{n}m = v in {a}; {n}p = v in {b}"
            plain += f"; vague_{scope} = vague_{scope} or {n}m is not {n}p"
        return _Test(plain, f"{n}m, {n}p = within(v, {a}, {b})")


def plain_type(atom: OneFact) -> str:
    """Name the class of a plain value that an atom reads."""
    match atom:
        case Flag():
            return "bool"
        case Holds():
            return "frozenset"
        case Compare(_, _, date()):
            return "date"
        case Compare(_, _, int() | Fraction()):
            return "int"
        case _:
            return "str"

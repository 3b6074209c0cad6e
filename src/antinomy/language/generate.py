"""Generate the Python function that decides goals: the reference executor.

Every predicate becomes two ordinary booleans, *certainly* (m) and *possibly* (p); NOT
swaps them. Each fact is read once per member. An open list adds one unlisted member of
which nothing is known: it can make SOME possible and EVERY uncertain, no more.

While nothing vague has been met, of a member or around it, certainly and possibly are
the same, and one of them is computed for both. Most passes are written three times:
for members whose facts are all plain (`plain`), for those of which nothing is known,
and for any.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from antinomy.language import bounds
from antinomy.language.case import Member
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Concluded,
    Every,
    Form,
    Linked,
    Not,
    Or,
    Quantified,
    Some,
    facts_of,
    walk,
)
from antinomy.language.plain import Plain
from antinomy.language.plan import Block, Unit, needs, plan
from antinomy.language.program import Name, Program
from antinomy.language.readings import Lines, Namer, Readings
from antinomy.language.schema import ROOT

Decide = Callable[[Member], list[bounds.Bounds]]

_CALLED = {
    "YES": (True, True),
    "OPEN": bounds.UNKNOWN,
    "NO": bounds.NEVER,
    "compare": bounds.compare,
    "compare_facts": bounds.compare_facts,
    "flag": bounds.flag,
    "holds": bounds.holds,
    "within": bounds.within,
    "date": date,
    "Fraction": Fraction,
}


def generate(program: Program, goals: Iterable[Name]) -> Decide:
    """Compile goals (predicates of the transaction) to one function.

    The function takes a case and gives the bounds of each goal in order.
    """
    writer = _Writer(program)
    source = writer.write(tuple(goals))
    scope: dict[str, Any] = {**_CALLED, **writer.constants()}
    exec(compile(source, "<program>", "exec"), scope)  # noqa: S102 - our own text
    decide: Decide = scope["decide"]
    return decide


def source_of(program: Program, goals: Iterable[Name]) -> str:
    """Give the text of the generated function, to be read."""
    return _Writer(program).write(tuple(goals))


class _Writer:
    def __init__(self, program: Program) -> None:
        self._program = program
        self._within = program.schema.within
        self._namer = Namer()
        self._readings = Readings(program, self._namer)
        self._kept: frozenset[Unit] = frozenset()
        self._links: dict[str, dict[str, None]] = {}  # by list, those that are asked

    def constants(self) -> dict[str, object]:
        """Give the values that the text names."""
        unlisted = {f"ANY_{s}": Member(s, "unlisted") for s in self._within}
        return {**unlisted, **self._namer.constants}

    def write(self, goals: tuple[Name, ...]) -> str:
        laid = plan(self._program, goals)
        self._kept = laid.kept
        self._note_links(laid.root)
        out = Lines(["def decide(x_transaction):"], 1)
        out.add("vague_transaction = False")
        if self._kept:
            out.add("kept = {}")
        self._block(laid.root, out, frozenset())
        names = [self._name(goal) for goal in goals]
        pairs = ", ".join(f"YES if {n}m else OPEN if {n}p else NO" for n in names)
        out.add(f"return [{pairs}]")
        return "\n".join(out.lines) + "\n"

    def _note_links(self, block: Block) -> None:
        for step in block.steps:
            if isinstance(step, Block):
                self._note_links(step)
            elif isinstance(step, Linked):
                self._links.setdefault(step.scope, {})[step.link] = None

    def _name(self, thing: object) -> str:
        return self._namer.name(thing)

    # ------------------------------------------------------------------ blocks

    def _block(self, block: Block, out: Lines, seen: frozenset[Unit]) -> None:
        """Write one pass: its facts first, then its steps in order."""
        self._readings.write(block, out)
        here: set[Unit] = set(seen)
        steps: list[Unit] = []
        for step in block.steps:
            if isinstance(step, Block):
                self._steps(block.scope, steps, out, here)
                steps = []
                self._loop(step, out, frozenset(here))
                self._keep(
                    [s for s in step.steps if isinstance(s, Quantified)], out, here
                )
            else:
                steps.append(step)
        self._steps(block.scope, steps, out, here)

    def _steps(
        self, scope: str, steps: Sequence[Unit], out: Lines, here: set[Unit]
    ) -> None:
        """Write predicates and bodies in a row: on both sides, or on one for both."""
        if not steps:
            return
        slow, fast = Lines([], out.depth + 1), Lines([], out.depth + 1)
        self._vague_steps(scope, steps, slow)
        fetched = False
        made = set(here)
        for step in steps:
            form = step.body if isinstance(step, Quantified) else self._rule(step)
            fetched = self._fetch(form, out, made) or fetched
            if isinstance(step, Quantified):
                text = self._text(form, certainly=True)
                self._gather_settled(step, text, fast)
            else:
                name, certainly = self._name(step), self._text(form, certainly=True)
                fast.add(f"{name}m = {name}p = {certainly}")
                made.add(step)
        if fetched:
            out.add(f"vague_{scope} = True")  # what was kept may be vague
        out.add(f"if vague_{scope}:")
        out.lines += slow.lines
        out.add("else:")
        out.lines += fast.lines
        self._keep([step for step in steps if isinstance(step, Concluded)], out, here)

    def _vague_steps(self, scope: str, steps: Sequence[Unit], out: Lines) -> None:
        """Write predicates and bodies on both sides."""
        if scope != ROOT:
            out.add(
                f"met_{scope} = True; counts_{scope} = real_{scope} or open_{scope}"
            )
        for step in steps:
            if isinstance(step, Quantified):
                certainly = self._text(step.body, certainly=True)
                possibly = self._text(step.body, certainly=False)
                self._gather(step, certainly, possibly, out)
                continue
            name, form = self._name(step), self._rule(step)
            out.add(f"{name}m = {self._text(form, certainly=True)}")
            out.add(f"{name}p = {name}m or {self._text(form, certainly=False)}")

    def _twice(self, block: Block, plain: Plain, out: Lines, *, apart: bool) -> None:
        """Write a pass for members whose facts are all plain, and for the others."""
        scope, parent = block.scope, self._within[block.scope]
        plain.read(out, "" if apart else f"not vague_{parent} and ")
        out.add("if plain:")
        inner = Lines(out.lines, out.depth + 1)
        plain.predicates(self._kept, inner)
        units = [step for step in block.steps if not isinstance(step, Block)]
        for unit in units:
            if isinstance(unit, Quantified):
                self._gather_settled(unit, plain.text(unit.body), inner)
            elif unit in self._kept:
                inner.add(
                    f"{self._slot(unit)} = {self._name(unit)}m, {self._name(unit)}m"
                )
        inner.add("continue")
        out.add(f"real_{scope} = x_{scope} is not ANY_{scope}; vague_{scope} = True")
        if apart:
            self._of_nothing(scope, units, plain, out)
        self._readings.write(block, out)
        self._vague_steps(scope, units, out)
        concluded = [unit for unit in units if isinstance(unit, Concluded)]
        self._keep(concluded, out, set())

    def _of_nothing(
        self, scope: str, units: Sequence[Unit], plain: Plain, out: Lines
    ) -> None:
        """Write what is so of a member of which nothing is known."""
        out.add("if not d:")
        inner = Lines(out.lines, out.depth + 1)
        inner.add(f"met_{scope} = True; counts_{scope} = real_{scope} or open_{scope}")
        for unit in units:
            certainly, possibly = map(str, plain.of_nothing(plain.form(unit)))
            if isinstance(unit, Quantified):
                self._gather(unit, certainly, possibly, inner)
            elif unit in self._kept:
                inner.add(f"{self._slot(unit)} = {certainly}, {possibly}")
        inner.add("continue")

    def _rule(self, name: Concluded) -> Form:
        return self._program.rules[name]

    def _keep(self, units: Sequence[Unit], out: Lines, here: set[Unit]) -> None:
        """Keep what a later pass over the same list needs."""
        here.update(units)
        for unit in units:
            if unit in self._kept:
                name = self._name(unit)
                out.add(f"{self._slot(unit)} = {name}m, {name}p")

    def _fetch(self, form: Form, out: Lines, here: set[Unit]) -> bool:
        """Fetch what an earlier pass over the same list kept."""
        fetched = [u for u in needs(form) if u in self._kept and u not in here]
        for unit in dict.fromkeys(fetched):
            name = self._name(unit)
            out.add(f"{name}m, {name}p = {self._slot(unit)}")
            here.add(unit)
        return bool(fetched)

    def _slot(self, unit: Unit) -> str:
        """Name where a value is kept: by the member and all around it.

        The unlisted member of a list is one object, whichever list it stands in.
        """
        of = unit.scope if isinstance(unit, Concluded) else self._within[unit.scope]
        members = (f"id(x_{scope})" for scope in self._program.schema.lineage(of))
        return f"kept[{self._name(unit)!r}, {', '.join(members)}]"

    # ------------------------------------------------------------------ lists

    def _loop(self, block: Block, out: Lines, seen: frozenset[Unit]) -> None:
        scope, parent = block.scope, self._within[block.scope]
        anyone = f"ANY_{scope}"
        units = [s for s in block.steps if isinstance(s, Quantified)]
        for unit in units:
            self._open(unit, out)
        out.add(f"kids = x_{parent}.children.get({scope!r}, ())")
        out.add(f"open_{scope} = met_{scope} = {scope!r} not in x_{parent}.complete")
        unlisted = f"open_{scope}"
        for link in self._links.get(scope, ()):
            out.add(f"link_{link} = x_{parent}.links.get({link!r}, {anyone})")
            unlisted += f" or link_{link} is {anyone}"
        out.add(f"if {unlisted}: kids = (*kids, {anyone})")
        out.add(f"for x_{scope} in kids:")
        inner = Lines(out.lines, out.depth + 1)
        apart = self._is_apart(block, scope)
        plain = Plain(self._program, self._namer, self._readings, block)
        if plain.fits(self._kept):
            self._twice(block, plain, inner, apart=apart)
        else:
            inner.add(f"real_{scope} = x_{scope} is not {anyone}")
            around = "" if apart else f"vague_{parent} or "
            inner.add(f"vague_{scope} = {around}not real_{scope}")
            self._block(block, inner, seen)
        out.add(f"if met_{scope}: vague_{parent} = True")
        for unit in units:
            if isinstance(unit, AtLeast):
                name, count = self._name(unit), unit.count
                out.add(f"{name}m = {name}cm >= {count}; {name}p = {name}cp >= {count}")

    def _is_apart(self, block: Block, scope: str) -> bool:
        """Tell whether a pass reads nothing that lies around its list."""
        lineage = self._program.schema.lineage
        for step in block.steps:
            if isinstance(step, Block):
                if not self._is_apart(step, scope):
                    return False
                continue
            form = step.body if isinstance(step, Quantified) else self._rule(step)
            read = [f.scope for inner in walk(form) for f in facts_of(inner)]
            for unit in needs(form):
                is_list = isinstance(unit, Quantified)
                read.append(self._within[unit.scope] if is_list else unit.scope)
            if any(scope not in lineage(of) for of in read):
                return False
        return True

    def _open(self, unit: Quantified, out: Lines) -> None:
        name = self._name(unit)
        match unit:
            case Every():
                out.add(f"{name}m = {name}p = True")
            case AtLeast():
                out.add(f"{name}cm = {name}cp = 0")
            case _:
                out.add(f"{name}m = {name}p = False")

    def _gather(
        self, unit: Quantified, certainly: str, possibly: str, out: Lines
    ) -> None:
        """Write what one member adds to a quantifier; nothing where that is plain."""
        name = self._name(unit)
        real, counts = f"real_{unit.scope}", f"counts_{unit.scope}"
        match unit:
            case Some():
                if certainly != "False":
                    out.add(f"if {real} and not {name}m: {name}m = {certainly}")
                if possibly != "False":
                    out.add(f"if {counts} and not {name}p: {name}p = {possibly}")
            case Every():
                if certainly != "True":
                    out.add(f"if {counts} and {name}m: {name}m = {certainly}")
                if possibly != "True":
                    out.add(f"if {real} and {name}p: {name}p = {possibly}")
            case AtLeast(count):
                if certainly != "False":
                    out.add(f"if {real} and {certainly}: {name}cm += 1")
                if possibly != "False":
                    more = f"1 if {real} else {count}"
                    out.add(f"if {counts} and {possibly}: {name}cp += {more}")
            case Linked(link):
                named = f"x_{unit.scope} is link_{link}"
                out.add(f"if {named}: {name}m, {name}p = {certainly}, {possibly}")

    def _gather_settled(self, unit: Quantified, body: str, out: Lines) -> None:
        """Write the same for a listed member of which nothing is vague."""
        name = self._name(unit)
        match unit:
            case Some():
                out.add(f"if not {name}m and {body}: {name}m = {name}p = True")
            case Every():
                out.add(f"if {name}p and not {body}: {name}m = {name}p = False")
            case AtLeast():
                out.add(f"if {body}: {name}cm += 1; {name}cp += 1")
            case Linked(link):
                out.add(f"if x_{unit.scope} is link_{link}: {name}m = {name}p = {body}")

    # ------------------------------------------------------------------ forms

    def _text(self, form: Form, *, certainly: bool) -> str:
        side = "m" if certainly else "p"
        match form:
            case Always(holds):
                return str(holds)
            case Not(arm):
                return f"(not {self._text(arm, certainly=not certainly)})"
            case And(arms):
                inside = " and ".join(self._text(a, certainly=certainly) for a in arms)
                return f"({inside})"
            case Or(arms):
                inside = " or ".join(self._text(a, certainly=certainly) for a in arms)
                return f"({inside})"
            case _:
                return self._name(form) + side

"""Find wordings for which Kleene's logic is too weak.

A wording is weak where some partial knowledge leaves it unknown though every
completion gives the same answer: "he is listed and a licence is needed, or he is not
listed and a licence is needed".

The table of a form is gone through whole. Tables stay small because a part whose facts
stand nowhere else is to the rest one free truth, once it is known not to be weak
itself. Where a table is still too large a part of it is gone through, and the answer
says so.

What is said of a list is one truth, the same where it is said again. That two things
said of one list may hang together ("a licence is held and a certificate is held", of
the one paper there is) no wording can mend; the exact check sees it case by case.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from antinomy.language.case import AnyOf, Band, Inapplicable, Member, Value
from antinomy.language.form import (
    FALSE,
    TRUE,
    Always,
    And,
    AtLeast,
    Concluded,
    Every,
    FactName,
    Flag,
    Form,
    Linked,
    Not,
    Or,
    Quantified,
    Some,
    arms_of,
    facts_of,
)
from antinomy.language.lint import Fault, Lint, witness
from antinomy.language.printing import show
from antinomy.language.program import Program
from antinomy.language.schema import FactType, Kind
from antinomy.language.tables import Digits, Table, Variable
from antinomy.values import Truth, scalar_text

_MOST = 60_000


@dataclass(frozen=True, slots=True)
class Weaknesses:
    """The weak wordings found, and the predicates whose table was too large."""

    found: tuple[Lint, ...]
    sampled: tuple[Concluded, ...]


def weaknesses(
    program: Program,
    names: Iterable[Concluded] | None = None,
    *,
    most: int = _MOST,
) -> Weaknesses:
    """Find the predicates that stay unknown where every completion agrees.

    ``most`` bounds the entries of a table that is gone through whole.
    """
    book = _Book(program, most)
    sampled = []
    for name in program.rules if names is None else names:
        before = len(book.sampled)
        book.settle(name, inlined(program, program.rules[name]), name.scope)
        if len(book.sampled) > before:
            sampled.append(name)
    return Weaknesses(tuple(book.found.values()), tuple(sampled))


def inlined(program: Program, form: Form) -> Form:
    """Write the definitions of predicates out."""
    match form:
        case Concluded():
            return inlined(program, program.rules[form])
        case Not(arm):
            return Not(inlined(program, arm))
        case And(arms):
            return And(tuple(inlined(program, arm) for arm in arms))
        case Or(arms):
            return Or(tuple(inlined(program, arm) for arm in arms))
        case Some() | Every() | AtLeast() | Linked():
            return replace(form, body=inlined(program, form.body))
        case _:
            return form


_Key = tuple[str, FactName | Quantified]  # read through a link, or ("", ...) directly
_Truths = (
    frozenset[Truth] | None
)  # the truths a form takes; None where not all are known


class _Book:
    """What is known of the forms already gone through."""

    def __init__(self, program: Program, most: int) -> None:
        self.program = program
        self.most = most
        self.found: dict[str, Lint] = {}
        self.sampled: list[Concluded] = []
        self._truths: dict[tuple[Form, str], _Truths] = {}

    def settle(self, name: Concluded, form: Form, scope: str) -> _Truths:
        """Go through a form that is read by itself: a rule, or what a list is asked."""
        key = (form, scope)
        if key not in self._truths:
            self._truths[key] = _Reduction(self, name, form, scope).truths
        return self._truths[key]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a wording in full, and in short for the rest."""

    full: Form
    short: Form


class _Reduction:
    """Make one form smaller, part by part, noting what is weak on the way."""

    def __init__(self, book: _Book, name: Concluded, form: Form, scope: str) -> None:
        self._book = book
        self._name = name
        self._within = book.program.schema.within
        self._free: dict[FactName, Form] = {}
        self._uses = self._count(form)
        whole = self._settled(self._reduce(form, scope), scope)
        self.truths: _Truths = None
        match whole.short:
            case Always(holds):
                self.truths = frozenset({Truth.of(holds, holds)})
            case Flag() | Not(Flag()):
                self.truths = frozenset({Truth.TRUE, Truth.FALSE})
            case _:
                pass  # its table was too large

    def _reduce(self, form: Form, scope: str) -> _Part:
        match form:
            case Not(arm):
                return _Part(form, _negated(self._reduce(arm, scope).short))
            case And(arms) | Or(arms):
                parts = self._join(type(form), arms, scope)
                if len(parts) == 1:
                    return _Part(form, parts[0].short)
                return _Part(form, _joined(type(form), parts).short)
            case Linked(_, of, body):
                return _Part(form, replace(form, body=self._reduce(body, of).short))
            case Some() | Every() | AtLeast():
                return self._said_of_list(form)
            case _:
                return _Part(form, form)

    def _said_of_list(self, form: Some | Every | AtLeast) -> _Part:
        """Let what is said of a list be one truth; EVERY is NOT SOME NOT."""
        truths = self._book.settle(self._name, form.body, form.scope)
        if isinstance(form, Every):
            inner = Some(form.scope, _negated(form.body))
            if truths == frozenset({Truth.TRUE}):
                return _Part(form, TRUE)
            return _Part(form, Not(self._flag(inner, self._within[form.scope])))
        if truths == frozenset({Truth.FALSE}):
            return _Part(form, FALSE)
        return _Part(form, self._flag(form, self._within[form.scope]))

    def _flag(self, form: Form, scope: str) -> Flag:
        """Give the free truth that stands for a form; the same one each time."""
        for fact, other in self._free.items():
            if other == form and fact.scope == scope:
                return Flag(fact)
        fact = FactName(scope, f"free {len(self._free)}")
        self._free[fact] = form
        return Flag(fact)

    def _join(
        self, kind: type[And] | type[Or], arms: tuple[Form, ...], scope: str
    ) -> list[_Part]:
        """Join arms that share facts first; then those that stand alone, by twos."""
        alone: list[_Part] = []
        tied: list[_Part] = []
        for group in self._tied_together(arms):
            parts = [self._reduce(arm, scope) for arm in group]
            part = parts[0] if len(parts) == 1 else _joined(kind, parts)
            part = self._settled(part, scope)
            (alone if self._stands_alone(part.full) else tied).append(part)
        while len(alone) > 1:
            pair = _joined(kind, [alone.pop(0), alone.pop(0)])
            alone.append(self._settled(pair, scope))
        return alone + tied

    def _tied_together(self, arms: tuple[Form, ...]) -> list[list[Form]]:
        """Part arms into groups that have nothing in common."""
        groups: list[tuple[set[_Key], list[Form]]] = []
        for arm in arms:
            keys, group = set(self._count(arm)), [arm]
            apart = []
            for other_keys, other in groups:
                if keys & other_keys:
                    keys, group = keys | other_keys, other + group
                else:
                    apart.append((other_keys, other))
            groups = [*apart, (keys, group)]
        return [group for _, group in groups]

    def _count(self, form: Form, link: str = "") -> Counter[_Key]:
        """Count how often each fact is read and each list is asked something."""
        found: Counter[_Key] = Counter()
        match form:
            case Linked(inner, _, body):
                return self._count(body, inner)
            case Every(of, body):
                form = Some(of, _negated(body))
                found[self._key(form, self._within[of], link)] += 1
            case Some(of) | AtLeast(_, of):
                found[self._key(form, self._within[of], link)] += 1
            case _:
                for fact in facts_of(form):
                    found[self._key(fact, fact.scope, link)] += 1
                for arm in arms_of(form):
                    found += self._count(arm, link)
        return found

    def _key(self, read: FactName | Quantified, scope: str, link: str) -> _Key:
        """Tell what lies under the link from what lies around it."""
        schema = self._book.program.schema
        is_under = link and schema.links[link] in schema.lineage(scope)
        return (link if is_under else "", read)

    def _stands_alone(self, form: Form) -> bool:
        """Tell whether nothing that a part reads is read outside it."""
        return all(count == self._uses[key] for key, count in self._count(form).items())

    def _settled(self, part: _Part, scope: str) -> _Part:
        """Let a part that stands alone be one free truth to the rest."""
        if isinstance(part.short, Always | Flag):
            return part
        if isinstance(part.short, Not) and isinstance(part.short.arm, Flag):
            return part
        if not self._stands_alone(part.full):
            return part
        table = self._table(part.short, scope)
        answer = table.answer(self._book.most)
        if answer.weak is not None:
            facts = self._facts(table.variables, answer.weak)
            lint = Lint(Fault.WEAK, self._name, show(part.full), facts)
            self._book.found.setdefault(lint.wording, lint)
        if not answer.is_whole:
            self._book.sampled.append(self._name)
            return part
        if len(answer.truths) == 1:
            return _Part(part.full, TRUE if Truth.TRUE in answer.truths else FALSE)
        return _Part(part.full, self._flag(part.full, scope))

    def _table(self, form: Form, scope: str) -> Table:
        program = self._book.program
        free = {fact: FactType(Kind.FLAG) for fact in self._free}
        schema = replace(program.schema, facts={**program.schema.facts, **free})
        return Table(replace(program, schema=schema), form, scope)

    def _facts(self, variables: tuple[Variable, ...], digits: Digits) -> dict[str, str]:
        """Word an entry of a table; a free truth is worded by facts that make it so."""
        found: dict[str, str] = {}
        for variable, digit in zip(variables, digits, strict=True):
            member = variable.member
            part = self._free.get(FactName(member.scope, variable.name))
            value = variable.values[digit] if digit < len(variable.values) else None
            if part is not None:
                found.update(self._part_facts(part, member, value))
            elif value is None:
                found[member.fact_id(variable.name)] = "unknown"
            elif isinstance(value, Inapplicable):
                found[member.fact_id(variable.name)] = "not applicable"
            else:
                assert not isinstance(value, Band | AnyOf)
                found[member.fact_id(variable.name)] = scalar_text(value)
        return found

    def _part_facts(
        self, part: Form, member: Member, value: Value | None
    ) -> dict[str, str]:
        """Give facts of a member that make a part true, false or unknown."""
        if value is None:
            return {f"{member.path}: {show(part)}".removeprefix(": "): "unknown"}
        form = part if value else Not(part)
        shown = witness(self._book.program, form, member.scope) or {}
        lineage = self._book.program.schema.lineage(member.scope)[:-1]
        said = ".".join(reversed(lineage))
        found = {}
        for fact, text in shown.items():
            is_own = said and fact.startswith(f"{said}.")
            found[member.path + fact.removeprefix(said) if is_own else fact] = text
        return found


def _negated(form: Form) -> Form:
    match form:
        case Not(arm):
            return arm
        case Always(holds):
            return FALSE if holds else TRUE
        case _:
            return Not(form)


def _joined(kind: type[And] | type[Or], parts: list[_Part]) -> _Part:
    full, short = (p.full for p in parts), (p.short for p in parts)
    return _Part(kind(tuple(full)), kind(tuple(short)))

"""What nobody has established in a case, as z3 variables within their bounds."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

import z3

from antinomy.language.case import AnyOf, Band, Member, Value
from antinomy.language.form import FactName
from antinomy.language.schema import Kind, Schema
from antinomy.language.terms import WORD, Expr, Terms
from antinomy.values import exact_text, whole

_APPLIES = " applies"  # no word of a fact begins with a space
_SORTS = {Kind.FLAG: z3.BoolSort(), Kind.NUMBER: z3.RealSort(), Kind.DAY: z3.IntSort()}


class Unlisted(NamedTuple):
    """A member that an open list may hold beside the listed ones."""

    member: Member
    present: Expr


class Unknown(NamedTuple):
    """One variable, with the fact it belongs to and the fact to ask about it.

    ``asks`` is empty for what is no fact of the case: the edge of a named set.
    """

    variable: Expr
    fact: str
    asks: str
    kind: Kind
    word: str = ""


class Unknowns:
    """The variables of one case; each is made when it is first met."""

    def __init__(self, schema: Schema, terms: Terms) -> None:
        self._schema = schema
        self.terms = terms
        self._found: dict[str, Unknown] = {}
        self._bounds: dict[str, Expr] = {}
        self._asks: dict[int, str] = {}
        self._unlisted: dict[tuple[int, str, int], Unlisted] = {}
        self._nobody: dict[tuple[int, str], Member] = {}

    # ---------------------------------------------------------------- members

    def unlisted(self, parent: Member, scope: str, index: int) -> Unlisted:
        """Give one more member of an open list, present or not."""
        key = (id(parent), scope, index)
        if key not in self._unlisted:
            path = parent.fact_id(f"{scope}[unlisted {index}]")
            member = Member(scope, path, parent=parent)
            asks = self._asks.get(id(parent)) or parent.complete_id(scope)
            self._asks[id(member)] = asks
            present = self._add(path, Unknown(z3.Bool(path), path, asks, Kind.FLAG))
            self._unlisted[key] = Unlisted(member, present)
        return self._unlisted[key]

    def nobody(self, parent: Member, link: str, scope: str) -> Member:
        """Give the member that stands where a link names nobody."""
        key = (id(parent), link)
        if key not in self._nobody:
            member = Member(scope, parent.fact_id(link), parent=parent)
            self._asks[id(member)] = self._asks.get(id(parent)) or member.path
            self._nobody[key] = member
        return self._nobody[key]

    # -------------------------------------------------------------- variables

    def free(self, parent: Member, scope: str) -> Expr:
        """Give an answer that an open list may give, whatever else is so."""
        asks = self._asks.get(id(parent)) or parent.complete_id(scope)
        name = f"{asks}#{len(self._found)}"
        return self._add(name, Unknown(z3.Bool(name), name, asks, Kind.FLAG))

    def edge(self, name: str, word: str) -> Expr:
        """Give whether a place whose membership is uncertain is in a named set."""
        name = f"{word} IN {name}"
        return self._add(name, Unknown(z3.Bool(name), name, "", Kind.FLAG))

    def has_word(self, owner: Member, fact: FactName, word: str) -> Expr:
        """Give whether an unknown set of words holds a word."""
        of = owner.fact_id(fact.name)
        name = f"{of}#{word}"
        asks = self._asks.get(id(owner)) or of
        return self._add(name, Unknown(z3.Bool(name), of, asks, Kind.CODES, word))

    def variable(self, owner: Member, fact: FactName, value: Value | None) -> Expr:
        """Give the variable of a fact that is not known exactly."""
        name = owner.fact_id(fact.name)
        if name in self._found:
            return self._found[name].variable
        declared = self._schema.facts[fact]
        variable = z3.Const(name, _SORTS.get(declared.kind, WORD))
        asks = self._asks.get(id(owner)) or name
        self._add(name, Unknown(variable, name, asks, declared.kind))
        bounds = []
        words = sorted(value.words) if isinstance(value, AnyOf) else declared.values
        if words and declared.kind is not Kind.FLAG:
            bounds.append(self.terms.is_one_of(variable, map(str, words)))
        if declared.kind is Kind.DAY:
            bounds += [variable >= 1, variable <= date.max.toordinal()]
        if isinstance(value, Band) and value.low is not None:
            bounds.append(variable >= self.terms.of(value.low))
        if isinstance(value, Band) and value.high is not None:
            bounds.append(variable <= self.terms.of(value.high))
        if bounds:
            self._bounds[name] = z3.And(bounds)
        return variable

    def applies(self, owner: Member, fact: FactName) -> Expr:
        """Give whether an unknown fact arises at all, which some need not."""
        if not self._schema.facts[fact].may_not_apply:
            return True
        of = owner.fact_id(fact.name)
        asks = self._asks.get(id(owner)) or of
        name = f"{of} applies"
        return self._add(name, Unknown(z3.Bool(name), of, asks, Kind.FLAG, _APPLIES))

    def _add(self, name: str, unknown: Unknown) -> Expr:
        return self._found.setdefault(name, unknown).variable

    # ---------------------------------------------------------------- answers

    def among(self, expr: Expr) -> tuple[Unknown, ...]:
        """Give the unknowns that occur in an expression, by name."""
        names: set[str] = set()
        seen: set[int] = set()
        stack = [] if isinstance(expr, bool) else [expr]
        while stack:
            top = stack.pop()
            if top.get_id() in seen:
                continue
            seen.add(top.get_id())
            if top.num_args():
                stack += top.children()
            elif top.decl().name() in self._found:
                names.add(top.decl().name())
        return tuple(self._found[name] for name in sorted(names))

    def bound(self, unknown: Unknown) -> Expr | None:
        """Give the bounds of a variable, or None where it is free."""
        return self._bounds.get(str(unknown.variable))

    def texts(self, model: Expr, unknowns: Iterable[Unknown]) -> dict[str, str]:
        """Word the values that a model gives to facts."""
        found: dict[str, str] = {}
        sets: dict[str, list[str]] = {}
        absent: dict[str, str] = {}
        for unknown in unknowns:
            value = model.eval(unknown.variable, model_completion=True)
            if unknown.word == _APPLIES:
                absent |= {} if z3.is_true(value) else {unknown.fact: "not applicable"}
            elif unknown.kind is Kind.CODES:
                words = sets.setdefault(unknown.fact, [])
                words += [unknown.word] if z3.is_true(value) else []
            else:
                found[unknown.fact] = self._text(value, unknown.kind)
        for fact, words in sets.items():
            found[fact] = ", ".join(words) or "none of the words asked about"
        return dict(sorted({**found, **absent}.items()))

    def _text(self, value: Expr, kind: Kind) -> str:
        match kind:
            case Kind.FLAG:
                return "true" if z3.is_true(value) else "false"
            case Kind.NUMBER:
                return exact_text(whole(value.as_fraction()))
            case Kind.DAY:
                return date.fromordinal(value.as_long()).isoformat()
            case _:
                return self.terms.word(value.as_long()) or "another word"

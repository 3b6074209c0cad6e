"""Turn a predicate in SQL spelling into the intermediate form.

sqlglot reads the text; a whitelist turns its tree into ours. What the language does
not hold (NULL tests, CASE, LIKE, arithmetic, subqueries) is an error with its column.
sqlglot's optimiser is never used: it gets three-valued logic wrong.
"""

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from antinomy.language.faults import (
    check_words,
    column_text,
    plain_words,
    start_of,
    word_for,
)
from antinomy.language.form import (
    FALSE,
    TRUE,
    And,
    AtLeast,
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
    Some,
    Within,
    WithinSet,
)
from antinomy.language.names import Names
from antinomy.language.schema import FactType, Kind
from antinomy.values import (
    Location,
    PackError,
    did_you_mean,
    parse_day,
    parse_number,
)

_COMPARISONS: dict[type[exp.Expr], Op] = {
    exp.EQ: Op.EQ,
    exp.NEQ: Op.EQ,
    exp.LT: Op.LT,
    exp.LTE: Op.LE,
    exp.GT: Op.GT,
    exp.GTE: Op.GE,
}
_FLIPPED = {Op.EQ: Op.EQ, Op.LT: Op.GT, Op.LE: Op.GE, Op.GT: Op.LT, Op.GE: Op.LE}
_ORDERED = {Kind.NUMBER, Kind.DAY}
_WORDS = {Kind.CODE, Kind.PLACE, Kind.TEXT}
_DEEPEST = 50
_TOO_DEEP = f"nested deeper than {_DEEPEST} levels; name a part of it as a predicate"


def form_of(text: str, scope: str, names: Names, at: Location) -> Form:
    """Give the form of a predicate of a scope.

    Raises:
        PackError: anything outside the language, a name or a type that does not fit;
            with the place of the predicate and the column inside it.
    """
    try:
        check_words(text, at)
        tree = sqlglot.parse_one(text, into=exp.Condition)
        return _Reader(text, names, at).form(tree, scope)
    except SqlglotError as error:
        raise PackError(plain_words(error, text), at) from None
    except RecursionError:
        raise PackError(_TOO_DEEP, at) from None


class _Reader:
    """Turn one sqlglot tree into a form, checking names and types on the way."""

    def __init__(self, text: str, names: Names, at: Location) -> None:
        self._text = text
        self._names = names
        self._schema = names.schema
        self._at = at
        self._depth = 0

    def _fault(self, message: str, node: exp.Expr | None = None) -> PackError:
        start = start_of(node)
        where = "" if start is None else column_text(self._text, start)
        return PackError(message + where, self._at)

    def form(self, node: exp.Expr, scope: str) -> Form:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._fault(_TOO_DEEP)
        form = self._form(node, scope)
        self._depth -= 1
        return form

    def _form(self, node: exp.Expr, scope: str) -> Form:
        match node:
            case exp.Paren():
                return self.form(node.this, scope)
            case exp.And():
                return And(self._arms(node, exp.And, scope))
            case exp.Or():
                return Or(self._arms(node, exp.Or, scope))
            case exp.Not():
                return Not(self.form(node.this, scope))
            case exp.Boolean():
                return TRUE if node.this else FALSE
            case exp.Column() | exp.Dot():
                return self._name(node, scope)
            case exp.Anonymous():
                return self._call(node, scope)
            case _:
                return self._test(node, scope)

    def _test(self, node: exp.Expr, scope: str) -> Form:
        match node:
            case exp.Between() if not node.args.get("symmetric"):
                return self._between(node, scope)
            case exp.In():
                return self._in(node, scope)
            case _ if type(node) in _COMPARISONS:
                return self._comparison(node, scope)
            case _:
                raise self._fault(f"the language holds no {word_for(node)}", node)

    def _arms(
        self, node: exp.Expr, kind: type[exp.Expr], scope: str
    ) -> tuple[Form, ...]:
        """Give the arms of a chain of the same connective, left to right."""
        arms: list[Form] = []
        stack = [node]
        while stack:
            top = stack.pop()
            if isinstance(top, kind):
                stack += [top.args["expression"], top.this]
            else:
                arms.append(self.form(top, scope))
        return tuple(arms)

    def _name(self, node: exp.Expr, scope: str) -> Form:
        name = _dotted(node)
        fact = self._schema.resolve(name, scope)
        if fact is not None:
            kind = self._schema.facts[fact].kind
            if kind is Kind.FLAG:
                return Flag(fact)
            message = (
                f"{name!r} is a {kind.noun}, not a flag: compare it with something"
            )
            raise self._fault(message, node)
        if name in self._names.predicates:
            of = self._names.predicates[name]
            if of in self._schema.lineage(scope):
                return Concluded(of, name)
            message = f"{name!r} speaks of {of}; reach it by some_{of}(...)"
            raise self._fault(message, node)
        raise self._unknown(name, scope, node)

    def _unknown(self, name: str, scope: str, node: exp.Expr) -> PackError:
        elsewhere = [f.scope for f in self._schema.facts if f.name == name]
        if elsewhere:
            of = elsewhere[0]
            message = f"{name!r} is a fact of {of}; reach it by some_{of}(...)"
            return self._fault(message, node)
        reach = self._schema.lineage(scope)
        words = [f.name for f in self._schema.facts if f.scope in reach]
        words += [n for n, of in self._names.predicates.items() if of in reach]
        hint = did_you_mean(name, words)
        return self._fault(
            f"{name!r} is no fact and no predicate of {scope}{hint}", node
        )

    def _fact(self, node: exp.Expr, scope: str) -> FactName | None:
        if not isinstance(node, exp.Column | exp.Dot):
            return None
        name = _dotted(node)
        fact = self._schema.resolve(name, scope)
        if fact is None:
            raise self._unknown(name, scope, node)
        return fact

    def _comparison(self, node: exp.Expr, scope: str) -> Form:
        op = _COMPARISONS[type(node)]
        left, right = node.this, node.args["expression"]
        a, b = self._fact(left, scope), self._fact(right, scope)
        form: Form
        if a is not None and b is not None:
            form = self._two_facts(a, op, b, node)
        elif a is not None:
            form = self._against(a, op, right)
        elif b is not None:
            form = self._against(b, _FLIPPED[op], left)
        else:
            odd = right if isinstance(left, exp.Literal) else left
            message = f"a comparison needs a fact on one side, not {word_for(odd)}"
            raise self._fault(message, node)
        return Not(form) if isinstance(node, exp.NEQ) else form

    def _two_facts(self, a: FactName, op: Op, b: FactName, node: exp.Expr) -> Form:
        kinds = {self._schema.facts[f].kind for f in (a, b)}
        if len(kinds) != 1 or (op is not Op.EQ and not kinds <= _ORDERED):
            message = f"{a.name!r} and {b.name!r} cannot be compared by {op.value}"
            raise self._fault(message, node)
        return CompareFacts(a, op, b)

    def _against(self, fact: FactName, op: Op, node: exp.Expr) -> Form:
        kind = self._schema.facts[fact].kind
        if kind is Kind.FLAG and isinstance(node, exp.Boolean) and op is Op.EQ:
            return Flag(fact) if node.this else Not(Flag(fact))
        if kind in {Kind.FLAG, Kind.CODES} or (
            op is not Op.EQ and kind not in _ORDERED
        ):
            message = (
                f"{fact.name!r} is a {kind.noun} and cannot be compared by {op.value}"
            )
            raise self._fault(message, node)
        return Compare(fact, op, self._constant(fact, node))

    def _constant(self, fact: FactName, node: exp.Expr) -> Constant:
        wanted = self._schema.facts[fact]
        text = _literal(node)
        if text is None:
            raise self._fault(f"expected a constant, found {word_for(node)}", node)
        is_text = isinstance(node, exp.Literal) and node.is_string
        try:
            match wanted.kind:
                case Kind.NUMBER if not is_text:
                    return parse_number(text)
                case Kind.DAY if is_text:
                    return parse_day(text)
                case Kind.CODE | Kind.PLACE | Kind.TEXT if is_text:
                    return self._word(fact, wanted, text, node)
        except ValueError as error:
            raise self._fault(str(error), node) from None
        message = f"{fact.name!r} is a {wanted.kind.noun}; {text!r} is not"
        raise self._fault(message, node)

    def _word(self, fact: FactName, wanted: FactType, text: str, node: exp.Expr) -> str:
        if wanted.values and text not in wanted.values:
            hint = did_you_mean(text, wanted.values)
            raise self._fault(f"{text!r} is not a word of {fact.name!r}{hint}", node)
        return text

    def _between(self, node: exp.Between, scope: str) -> Form:
        fact = self._fact(node.this, scope)
        if fact is None or self._schema.facts[fact].kind not in _ORDERED:
            raise self._fault("BETWEEN needs a number or a day on its left", node)
        low = self._constant(fact, node.args["low"])
        high = self._constant(fact, node.args["high"])
        return And((Compare(fact, Op.GE, low), Compare(fact, Op.LE, high)))

    def _in(self, node: exp.In, scope: str) -> Form:
        if node.args.get("query") or node.args.get("unnest"):
            raise self._fault("the language holds no subquery", node)
        if not node.expressions and node.args.get("field") is None:
            raise self._fault("IN needs at least one word", node)
        field = node.args.get("field")
        if isinstance(node.this, exp.Literal):
            return self._holds(node, field, scope)
        fact = self._fact(node.this, scope)
        if fact is None:
            raise self._fault("IN needs a fact on its left", node)
        kind = self._schema.facts[fact].kind
        if field is not None:
            return self._in_set(fact, kind, _dotted(field), node)
        if kind not in _WORDS:
            message = f"{fact.name!r} is a {kind.noun} and cannot be tested by IN"
            raise self._fault(message, node)
        words = [self._constant(fact, arm) for arm in node.expressions]
        return Within(fact, frozenset(str(word) for word in words))

    def _in_set(self, fact: FactName, kind: Kind, name: str, node: exp.In) -> Form:
        if kind is not Kind.PLACE:
            message = f"{fact.name!r} is a {kind.noun}; named sets hold places"
            raise self._fault(message, node)
        if name not in self._names.sets:
            hint = did_you_mean(name, self._names.sets)
            raise self._fault(f"{name!r} is not a named set{hint}", node)
        return WithinSet(fact, name)

    def _holds(self, node: exp.In, field: exp.Expr | None, scope: str) -> Form:
        arms = node.expressions
        target = field if field is not None else (arms[0] if len(arms) == 1 else None)
        fact = self._fact(target, scope) if target is not None else None
        if fact is None or self._schema.facts[fact].kind is not Kind.CODES:
            raise self._fault("'word' IN ... needs a fact that is a set of words", node)
        word = self._word(fact, self._schema.facts[fact], node.this.this, node)
        return Holds(fact, word)

    def _call(self, node: exp.Anonymous, scope: str) -> Form:
        name, arms = str(node.this).lower(), node.expressions
        if name in self._schema.links and len(arms) == 1:
            of = self._schema.links[name]
            self._reach(of, scope, node)
            return Linked(name, of, self.form(arms[0], of))
        if name == "at_least" and len(arms) == 3:  # noqa: PLR2004 - count, list, predicate
            of = _dotted(arms[1])
            count = _literal(arms[0]) or ""
            self._reach(of, scope, node)
            if not count.isdigit() or int(count) < 1:
                raise self._fault("at_least counts from 1", node)
            return AtLeast(int(count), of, self.form(arms[2], of))
        for prefix, kind in (("some_", Some), ("every_", Every)):
            if name.startswith(prefix) and len(arms) == 1:
                of = name.removeprefix(prefix)
                self._reach(of, scope, node)
                return kind(of, self.form(arms[0], of))
        known = [f"{p}_{s}" for p in ("some", "every") for s in self._schema.within]
        hint = did_you_mean(name, [*known, "at_least", *self._schema.links])
        message = f"{name}(...) with {len(arms)} parts is not of the language{hint}"
        raise self._fault(message, node)

    def _reach(self, of: str, scope: str, node: exp.Expr) -> None:
        parent = self._schema.within.get(of)
        if parent is None:
            hint = did_you_mean(of, self._schema.within)
            raise self._fault(f"{of!r} is not a list{hint}", node)
        if parent not in self._schema.lineage(scope):
            message = f"{of} lies within {parent}; write some_{parent}(some_{of}(...))"
            raise self._fault(message, node)


def _dotted(node: exp.Expr) -> str:
    """Give a name with its dots; whatever is no bare name is given as it stands."""
    if isinstance(node, exp.Column | exp.Dot):
        parts = list(node.parts)
        if all(isinstance(part, exp.Identifier) for part in parts):
            return ".".join(str(part.this) for part in parts)
    return str(node.sql())


def _literal(node: exp.Expr) -> str | None:
    if isinstance(node, exp.Literal):
        return str(node.this)
    if isinstance(node, exp.Neg) and isinstance(node.this, exp.Literal):
        return f"-{node.this.this}"
    return None

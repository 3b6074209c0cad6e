"""A small vocabulary, and short ways to say predicates and cases in tests."""

import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

from antinomy.language import (
    ROOT,
    Concluded,
    FactName,
    FactType,
    Form,
    Interpreter,
    Kind,
    Member,
    Names,
    PlaceSet,
    Program,
    Schema,
    Value,
    add,
    generate,
    parse,
)
from antinomy.values import Location, Truth

FACTS = {
    ROOT: {
        "licence_held": FactType(Kind.FLAG),
        "notified": FactType(Kind.FLAG),
        "dates.act": FactType(Kind.DAY),
        "dates.delivered": FactType(Kind.DAY),
        "end_use.kind": FactType(Kind.CODE, ("data_centre", "military", "wmd")),
        "remark": FactType(Kind.TEXT),
    },
    "item": {
        "kind": FactType(Kind.CODE),
        "us_origin": FactType(Kind.FLAG),
        "value": FactType(Kind.NUMBER),
    },
    "chip": {
        "tpp": FactType(Kind.NUMBER, may_not_apply=True),
        "performance_density": FactType(Kind.NUMBER),
    },
    "party": {
        "is_listed": FactType(Kind.FLAG),
        "managed_in": FactType(Kind.PLACE),
        "incorporated_in": FactType(Kind.PLACE),
        "roles": FactType(Kind.CODES, ("seller", "end_user")),
        "share": FactType(Kind.NUMBER),
    },
    "owner": {"is_listed": FactType(Kind.FLAG), "share": FactType(Kind.NUMBER)},
}
SCHEMA = Schema(
    {"item": ROOT, "chip": "item", "party": ROOT, "owner": "party"},
    {
        FactName(scope, name): f
        for scope, own in FACTS.items()
        for name, f in own.items()
    },
    {"asking": "party"},
)
D5 = frozenset({"CN", "MO"})
SETS = {
    "us.d5": PlaceSet(D5, D5),
    "us.doubtful": PlaceSet(frozenset({"CN"}), frozenset({"CN", "HK"})),
    "us.empty": PlaceSet(frozenset(), frozenset()),
}
AT = Location("rules.yaml", 7, 11)
GOAL = Concluded(ROOT, "goal")
EVERY_LIST = frozenset({"item", "chip", "party", "owner"})


def read(
    text: str, scope: str = ROOT, predicates: Mapping[str, str] | None = None
) -> Form:
    """Parse a predicate in the vocabulary of the tests."""
    return parse(text, scope, Names(SCHEMA, predicates or {}, frozenset(SETS)), AT)


def program(*rules: str) -> Program:
    """Make a program of rules written ``scope name: predicate`` or ``name: ...``."""
    parts = [rule.partition(": ")[::2] for rule in rules]
    names = {head.split()[-1]: head for head, _ in parts}
    scopes = {
        name: head.split()[0] if " " in head else ROOT for name, head in names.items()
    }
    forms = {
        Concluded(scopes[head.split()[-1]], head.split()[-1]): read(
            text, scopes[head.split()[-1]], scopes
        )
        for head, text in parts
    }
    return Program(SCHEMA, forms, SETS)


def asked(text: str, *rules: str) -> Program:
    """Make a program with one goal of the transaction."""
    return program(*rules, f"goal: {text}")


def deal(complete: frozenset[str] = EVERY_LIST, **values: Value) -> Member:
    """Make a transaction; ``__`` in a name stands for the dot."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    return Member(values=named, complete=set(complete))


def put(
    parent: Member, scope: str, complete: frozenset[str] = EVERY_LIST, **values: Value
) -> Member:
    """Put a member into a list of a parent."""
    number = len(parent.children.get(scope, ()))
    path = parent.fact_id(f"{scope}[{number}]")
    return add(parent, Member(scope, path, dict(values), complete=set(complete)))


def truth(rules: Program, case: Member) -> Truth:
    """Decide the goal by both evaluators, which must agree."""
    generated = Truth.of(*generate(rules, [GOAL])(case)[0])
    assert generated is Interpreter(rules, case).truth(GOAL, case)
    return generated


def dice(seed: int) -> Random:
    """Give chance that falls the same way each time."""
    return Random(seed)  # noqa: S311 - a die, not a secret


def brute_force(name: str) -> ModuleType:
    """Load a module of the soundness bench, which judges completions one by one."""
    bench = str(Path(__file__).parents[2] / "bench")
    if bench not in sys.path:
        sys.path.insert(0, bench)
    return import_module(name)

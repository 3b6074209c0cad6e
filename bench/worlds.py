"""Random rule bases and random cases, from one seed."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from antinomy.language import (
    INAPPLICABLE,
    ROOT,
    AnyOf,
    Band,
    Concluded,
    FactName,
    FactType,
    Form,
    Kind,
    Member,
    PlaceSet,
    Program,
    Schema,
    Value,
    add,
)
from antinomy.language.form import (
    And,
    AtLeast,
    Compare,
    CompareFacts,
    Every,
    Flag,
    Holds,
    Linked,
    Not,
    Op,
    Or,
    Some,
    Within,
    WithinSet,
)

WITHIN = {"item": ROOT, "chip": "item", "party": ROOT, "owner": "party"}
SCOPES = (ROOT, *WITHIN)
KINDS = {
    "b": Kind.FLAG,
    "n": Kind.NUMBER,
    "m": Kind.NUMBER,
    "c": Kind.PLACE,
    "w": Kind.CODES,
    "d": Kind.DAY,
}
FACTS = {
    FactName(s, n): FactType(k, may_not_apply=n in "nw")
    for s in SCOPES
    for n, k in KINDS.items()
}
SCHEMA = Schema(WITHIN, FACTS, {"asking": "party"})
SETS = {
    "certain": PlaceSet(frozenset("AB"), frozenset("AB")),
    "doubtful": PlaceSet(frozenset("A"), frozenset("AC")),
}
DAY = date(2025, 5, 13)


def _likely(chance: Random, percent: int) -> bool:
    return chance.randrange(100) < percent


def random_program(
    chance: Random, predicates: int = 5, goals: int = 2
) -> tuple[Program, tuple[Concluded, ...]]:
    """Make a rule base: some predicates of any scope, and goals that use them."""
    rules: dict[Concluded, Form] = {}
    for number in range(predicates):
        scope = chance.choice(SCOPES)
        form = random_form(chance, scope, 2, tuple(rules))
        rules[Concluded(scope, f"p{number}")] = form
    asked = tuple(Concluded(ROOT, f"g{number}") for number in range(goals))
    for goal in asked:
        rules[goal] = random_form(chance, ROOT, 3, tuple(rules))
    return Program(SCHEMA, rules, SETS), asked


def random_form(
    chance: Random, scope: str, depth: int, known: tuple[Concluded, ...]
) -> Form:
    """Make a form of a scope, using predicates already known."""
    reach = SCHEMA.lineage(scope)
    if depth == 0 or _likely(chance, 20):
        near = [name for name in known if name.scope in reach]
        if near and _likely(chance, 40):
            return chance.choice(near)
        return random_atom(chance, scope)
    inner = depth - 1
    match chance.randrange(8):
        case 0 | 1:
            return Not(random_form(chance, scope, inner, known))
        case 2 | 3:
            arms = (random_form(chance, scope, inner, known) for _ in range(2))
            return And(tuple(arms))
        case 4 | 5:
            arms = (random_form(chance, scope, inner, known) for _ in range(2))
            return Or(tuple(arms))
        case 6 if _likely(chance, 40):
            body = random_form(chance, "party", inner, known)
            return Linked("asking", "party", body)
        case _:
            below = [s for s, parent in WITHIN.items() if parent in reach]
            return _random_quantifier(chance, chance.choice(below), inner, known)


def _random_quantifier(
    chance: Random, scope: str, depth: int, known: tuple[Concluded, ...]
) -> Form:
    body = random_form(chance, scope, depth, known)
    match chance.randrange(5):
        case 0 | 1:
            return Some(scope, body)
        case 2 | 3:
            return Every(scope, body)
        case _:
            return AtLeast(2, scope, body)


def random_atom(chance: Random, scope: str) -> Form:
    """Make an atom over facts in reach of a scope."""
    reach = SCHEMA.lineage(scope)
    of = reach[0] if _likely(chance, 70) else chance.choice(reach)
    order = chance.choice(list(Op))
    match chance.randrange(9):
        case 0 | 1 | 2:
            return Flag(FactName(of, "b"))
        case 3 | 4:
            constant = chance.choice((1, 2, Fraction(5, 2)))
            return Compare(FactName(of, "n"), order, constant)
        case 5:
            return Within(FactName(of, "c"), frozenset(chance.sample("ABC", 2)))
        case 6:
            return WithinSet(FactName(of, "c"), chance.choice(sorted(SETS)))
        case 7:
            return Holds(FactName(of, "w"), chance.choice("XY"))
        case _:
            if _likely(chance, 50):
                return Compare(FactName(of, "d"), order, DAY)
            other = FactName(chance.choice(reach), "m")
            return CompareFacts(FactName(of, "n"), order, other)


def random_case(chance: Random, unknown: float, members: int = 2) -> Member:
    """Make a case in which each fact is unknown with some probability."""
    root = _random_member(chance, unknown, members, ROOT, "")
    parties = root.children.get("party", ())
    if parties and _likely(chance, 85):
        root.links["asking"] = chance.choice(parties)
    return root


def _random_member(
    chance: Random, unknown: float, members: int, scope: str, path: str
) -> Member:
    member = Member(scope, path)
    for fact, declared in FACTS.items():
        if fact.scope == scope and chance.random() >= unknown:
            member.values[fact.name] = random_value(chance, declared.kind)
    for below, parent in WITHIN.items():
        if parent == scope:
            if chance.random() >= unknown * 0.7:
                member.complete.add(below)
            for number in range(chance.randint(0, members)):
                kid_path = member.fact_id(f"{below}[{number}]")
                add(member, _random_member(chance, unknown, members, below, kid_path))
    return member


def random_value(chance: Random, kind: Kind) -> Value:
    """Make a value: mostly plain, now and then within bounds or not applicable."""
    if _likely(chance, 4):
        return INAPPLICABLE
    match kind:
        case Kind.FLAG:
            return _likely(chance, 50)
        case Kind.NUMBER if _likely(chance, 20):
            return chance.choice((Band(1, 2), Band(None, 1), Band(2, None), Band(0, 3)))
        case Kind.NUMBER:
            return chance.choice((0, 1, 2, 3, Fraction(5, 2), Fraction(3, 2)))
        case Kind.CODES:
            return frozenset(chance.sample("XYZ", chance.randrange(3)))
        case Kind.DAY if _likely(chance, 20):
            return Band(DAY - timedelta(days=1), DAY + timedelta(days=1))
        case Kind.DAY:
            return DAY + timedelta(days=chance.randint(-1, 1))
        case _:
            if _likely(chance, 20):
                return AnyOf(frozenset(chance.sample("ABCD", 2)))
            return chance.choice("ABCD")

"""Every completion of a case, judged in ordinary two-valued logic.

Nothing here uses the engine's own evaluators. A completion gives every unknown fact a
value of each region, every open list up to so many unlisted members as quantifiers can
tell apart, and every doubtful place of a named set a side. A link that names nobody
gets somebody of whom nothing is known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations_with_replacement, product
from math import comb, prod
from typing import Any

from antinomy.language import (
    INAPPLICABLE,
    ROOT,
    AnyOf,
    Band,
    Concluded,
    FactName,
    Form,
    Member,
    PlaceSet,
    Program,
    Subsets,
    regions_of,
    walk,
)
from antinomy.language.form import (
    Always,
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
    facts_of,
)


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A member of whom everything is known that a rule base asks."""

    values: Mapping[str, Any]
    children: Mapping[str, tuple["Settled", ...]] = field(default_factory=dict)
    links: Mapping[str, "Settled"] = field(default_factory=dict)


Sides = Mapping[str, frozenset[str]]


Options = tuple[Any, ...] | Subsets


def _size(options: Options) -> int:
    return options.size if isinstance(options, Subsets) else len(options)


class Completions:
    """Every completion of a case, as far as some goals can tell them apart."""

    def __init__(
        self,
        program: Program,
        goals: tuple[Concluded, ...],
        case: Member,
        *,
        extra: int = 0,
    ) -> None:
        self._program = program
        self._case = case
        forms = [program.rules[name] for name in program.order(goals)]
        inner = [i for form in forms for i in walk(form)]
        self._facts = sorted(
            {fact for i in inner for fact in facts_of(i)},
            key=lambda fact: (fact.scope, fact.name),
        )
        self._sets = sorted({i.name for i in inner if isinstance(i, WithinSet)})
        self._links = sorted({i.link for i in inner if isinstance(i, Linked)})
        counts: dict[str, int] = {}
        for quantifier in dict.fromkeys(inner):
            if isinstance(quantifier, Some | Every | AtLeast):
                need = quantifier.count if isinstance(quantifier, AtLeast) else 1
                scope = quantifier.scope
                counts[scope] = counts.get(scope, extra) + need
        self._unlisted = counts
        rules = {name: program.rules[name] for name in program.order(goals)}
        used = Program(program.schema, rules, program.sets)
        compared = {
            f for i in inner if isinstance(i, CompareFacts) for f in facts_of(i)
        }
        self._regions = regions_of(
            used,
            cuts=self._cuts(compared),
            spread=max(self._unknown_instances(compared), 1),
            whole_sets=True,
        )

    def _cuts(self, compared: set[FactName]) -> dict[FactName, list[Any]]:
        """Give the constants that the case itself brings in."""
        cuts: dict[FactName, list[Any]] = {}
        for member in self._case.walk():
            for name, value in member.values.items():
                fact = FactName(member.scope, name)
                if isinstance(value, Band):
                    ends = [e for e in (value.low, value.high) if e is not None]
                    cuts.setdefault(fact, []).extend(ends)
                elif fact in compared and value is not INAPPLICABLE:
                    cuts.setdefault(fact, []).append(value)
        return {fact: found for fact, found in cuts.items() if fact in self._facts}

    def _unknown_instances(self, compared: set[FactName]) -> int:
        """Count how often a compared fact can stand unknown in a completion."""
        count = 0
        for fact in compared:
            count += self._added(fact.scope)
            for member in self._case.walk():
                if member.scope == fact.scope:
                    known = member.values.get(fact.name)
                    count += known is None or isinstance(known, Band)
        return count

    def _added(self, scope: str) -> int:
        """Count the members of a scope that a completion may add."""
        if scope == ROOT:
            return 0
        around = self._program.schema.within[scope]
        parents = sum(member.scope == around for member in self._case.walk())
        links = self._program.schema.links
        nobodies = sum(links[link] == scope for link in self._missing_links())
        unlisted = self._unlisted.get(scope, 0)
        return nobodies + unlisted * (parents + self._added(around))

    # ------------------------------------------------------------------ counting

    def count(self) -> int:
        """Count the completions without making them."""
        doubtful = sum(len(s.possible - s.certain) for s in self._used_sets())
        return self._count(self._case) * (1 << doubtful) * self._count_nobody()

    def _used_sets(self) -> list[PlaceSet]:
        return [self._program.sets[name] for name in self._sets]

    def _missing_links(self) -> list[str]:
        return [link for link in self._links if link not in self._case.links]

    def _count_nobody(self) -> int:
        scopes = (self._program.schema.links[link] for link in self._missing_links())
        counts = [self._count(Member(scope)) for scope in scopes]
        return prod(counts)

    def _count(self, member: Member) -> int:
        total = prod(_size(self._options(f, member)) for f in self._own(member.scope))
        for scope, most in self._below(member.scope):
            total *= prod(map(self._count, member.children.get(scope, ())))
            if scope not in member.complete:
                kinds = self._count(Member(scope))
                total *= sum(comb(kinds + n - 1, n) for n in range(most + 1))
        return total

    # ------------------------------------------------------------------ making

    def __iter__(self) -> Iterator[tuple[Settled, Sides]]:
        missing = self._missing_links()
        scopes = [self._program.schema.links[link] for link in missing]
        nobodies = list(product(*(self._settle(Member(scope)) for scope in scopes)))
        for root in self._settle(self._case):
            for nobody in nobodies:
                links = {**root.links, **dict(zip(missing, nobody, strict=True))}
                whole = Settled(root.values, root.children, links)
                for sides in self._sides():
                    yield whole, sides

    def _own(self, scope: str) -> list[FactName]:
        return [fact for fact in self._facts if fact.scope == scope]

    def _below(self, scope: str) -> list[tuple[str, int]]:
        within = self._program.schema.within
        linked = {self._program.schema.links[link] for link in self._links}
        scopes = {s for s in {*self._unlisted, *linked} if within[s] == scope}
        return [(s, self._unlisted.get(s, 0)) for s in sorted(scopes)]

    def _options(self, fact: FactName, member: Member) -> Options:
        match member.values.get(fact.name):
            case None:
                return self._regions[fact]
            case AnyOf(words):
                return tuple(sorted(words))
            case Band(low, high):
                inside: list[Any] = list(self._regions[fact])
                inside = [v for v in inside if v is not INAPPLICABLE]
                inside = [v for v in inside if low is None or low <= v]
                return tuple(v for v in inside if high is None or v <= high)
            case value:
                return (value,)

    def _settle(self, member: Member) -> Iterator[Settled]:
        """Give every completion of a member and of what lies below it."""
        own = self._own(member.scope)
        below = self._below(member.scope)
        values = product(*(self._options(fact, member) for fact in own))
        lists = list(product(*(self._settle_list(member, *b) for b in below)))
        for chosen in values:
            facts = {f.name: v for f, v in zip(own, chosen, strict=True)}
            for kids in lists:
                children = {s: k for (s, _), k in zip(below, kids, strict=True)}
                yield Settled(facts, children, self._named(member, children))

    def _named(
        self, member: Member, children: Mapping[str, tuple[Settled, ...]]
    ) -> dict[str, Settled]:
        """Follow the links to the completed members."""
        found = {}
        for link, named in member.links.items():
            place = member.children[named.scope].index(named)
            if named.scope in children:
                found[link] = children[named.scope][place]
        return found

    def _settle_list(
        self, parent: Member, scope: str, most: int
    ) -> list[tuple[Settled, ...]]:
        listed = product(
            *(list(self._settle(k)) for k in parent.children.get(scope, ()))
        )
        if scope in parent.complete or most == 0:
            return list(listed)
        kinds = list(self._settle(Member(scope)))
        more = [
            extra
            for number in range(most + 1)
            for extra in combinations_with_replacement(kinds, number)
        ]
        return [(*some, *extra) for some in listed for extra in more]

    def _sides(self) -> Iterator[Sides]:
        """Put every doubtful place of every set in or out."""
        doubts = [
            (name, place)
            for name in self._sets
            for place in sorted(
                self._program.sets[name].possible - self._program.sets[name].certain
            )
        ]
        for sides in product((False, True), repeat=len(doubts)):
            inside = {n: set(self._program.sets[n].certain) for n in self._sets}
            for (name, place), is_in in zip(doubts, sides, strict=True):
                if is_in:
                    inside[name].add(place)
            yield {name: frozenset(places) for name, places in inside.items()}


_ORDER = {
    Op.EQ: lambda a, b: a == b,
    Op.LT: lambda a, b: a < b,
    Op.LE: lambda a, b: a <= b,
    Op.GT: lambda a, b: a > b,
    Op.GE: lambda a, b: a >= b,
}


def judge(  # noqa: C901, PLR0912 - an arm for each kind of node
    program: Program, form: Form, around: Mapping[str, Settled], sides: Sides
) -> bool:
    """Tell whether a form holds of settled members, by scope, in two values."""

    def value(fact: FactName) -> Any:  # noqa: ANN401 - any kind of value
        return around[fact.scope].values[fact.name]

    match form:
        case Always(holds):
            return holds
        case Not(arm):
            return not judge(program, arm, around, sides)
        case And(arms):
            return all(judge(program, arm, around, sides) for arm in arms)
        case Or(arms):
            return any(judge(program, arm, around, sides) for arm in arms)
        case Concluded():
            return judge(program, program.rules[form], around, sides)
        case Linked(link, scope, body):
            parent = around[program.schema.within[scope]]
            return judge(program, body, {**around, scope: parent.links[link]}, sides)
        case Some() | Every() | AtLeast():
            kids = around[program.schema.within[form.scope]].children[form.scope]
            held = [
                judge(program, form.body, {**around, form.scope: kid}, sides)
                for kid in kids
            ]
            if isinstance(form, Every):
                return all(held)
            return sum(held) >= (form.count if isinstance(form, AtLeast) else 1)
        case _ if any(value(fact) is INAPPLICABLE for fact in facts_of(form)):
            return False
        case Flag(fact):
            return bool(value(fact))
        case Compare(fact, op, constant):
            return bool(_ORDER[op](value(fact), constant))
        case CompareFacts(left, op, right):
            return bool(_ORDER[op](value(left), value(right)))
        case Within(fact, words):
            return bool(value(fact) in words)
        case WithinSet(fact, name):
            return bool(value(fact) in sides[name])
        case Holds(fact, word):
            return bool(word in value(fact))

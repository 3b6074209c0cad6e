"""The values of one case, as the evaluator reads them.

A member holds its known facts; what is absent is unknown. A child list that is not
in ``complete`` is open: unlisted members with any values may exist.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from antinomy.values import Number

ROOT_SCOPE = "transaction"


@dataclass(frozen=True, slots=True)
class Band:
    """A number or day between bounds, both included; None leaves a side open."""

    low: Number | date | None
    high: Number | date | None


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several words."""

    words: frozenset[str]


class Inapplicable:
    """The one value for "does not apply": every atom over it is false."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "INAPPLICABLE"


INAPPLICABLE = Inapplicable()

Value = (
    bool | int | Fraction | str | date | frozenset[str] | Band | AnyOf | Inapplicable
)


@dataclass(slots=True, eq=False)
class Member:
    """One member of a list, or the transaction itself.

    ``path`` names it in fact ids (``items[npu]``; empty for the transaction).
    """

    scope: str = ROOT_SCOPE
    path: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    children: "dict[str, tuple[Member, ...]]" = field(default_factory=dict)
    complete: set[str] = field(default_factory=set)
    links: "dict[str, Member]" = field(default_factory=dict)
    parent: "Member | None" = None

    def fact_id(self, name: str) -> str:
        """Give the id of a fact of this member.

        >>> Member("item", "items[npu]").fact_id("kind")
        'items[npu].kind'
        """
        return f"{self.path}.{name}" if self.path else name

    def complete_id(self, scope: str) -> str:
        """Give the id of the fact that a child list is complete."""
        return self.fact_id(f"{scope}:complete")

    def around(self, scope: str) -> "Member":
        """Give the member itself or the one around it that has this scope."""
        member: Member | None = self
        while member is not None and member.scope != scope:
            member = member.parent
        assert member is not None, f"no {scope} around {self.path!r}"
        return member

    def walk(self) -> "Iterator[Member]":
        """Give the member and everything below it in order."""
        yield self
        for kids in self.children.values():
            for kid in kids:
                yield from kid.walk()


def add(parent: Member, member: Member) -> Member:
    """Put a member at the end of its list in the parent."""
    member.parent = parent
    parent.children[member.scope] = (*parent.children.get(member.scope, ()), member)
    return member


def blank(root: Member) -> tuple[Member, dict[int, Member]]:
    """Copy a case with no fact known; also give each member's copy by its identity."""
    copies: dict[int, Member] = {}
    linking: list[Member] = []
    copy = _blank(root, None, copies, linking)
    for member in linking:
        links = {name: copies[id(named)] for name, named in member.links.items()}
        copies[id(member)].links = links
    return copy, copies


def _blank(
    member: Member,
    parent: Member | None,
    copies: dict[int, Member],
    linking: list[Member],
) -> Member:
    copy = Member(member.scope, member.path, {}, {}, set(), {}, parent)
    copies[id(member)] = copy
    if member.links:
        linking.append(member)
    for scope, kids in member.children.items():
        twins = [_blank(kid, copy, copies, linking) for kid in kids]
        copy.children[scope] = tuple(twins)
    return copy


def restrict(root: Member, kept: Collection[str]) -> Member:
    """Copy a case with only these facts; all others become unknown."""
    copy, copies = blank(root)
    for member in root.walk():
        twin = copies[id(member)]
        for name, value in member.values.items():
            if member.fact_id(name) in kept:
                twin.values[name] = value
        twin.complete |= {s for s in member.complete if member.complete_id(s) in kept}
    return copy


def fact_ids(root: Member) -> tuple[str, ...]:
    """Give the ids of every fact known at all in a case, in order."""
    return tuple(
        i
        for member in root.walk()
        for i in (
            *(member.fact_id(name) for name in member.values),
            *(member.complete_id(scope) for scope in sorted(member.complete)),
        )
    )


def without(root: Member, fact_id: str) -> Member:
    """Copy a case with one fact made unknown."""
    return restrict(root, set(fact_ids(root)) - {fact_id})

"""Evaluate any form for any member, one question at a time.

The same meaning as the generated function, written as plainly as it can be: the two,
and the search for proofs, are held against each other in the tests.
"""

from functools import partial

from antinomy.language.bounds import Bounds, atom_bounds
from antinomy.language.case import Member, Value
from antinomy.language.form import (
    Always,
    And,
    AtLeast,
    Concluded,
    Every,
    FactName,
    Form,
    Linked,
    Not,
    Or,
    Some,
)
from antinomy.language.program import Program
from antinomy.values import Truth


class Interpreter:
    """Answer questions about one case, remembering what was asked."""

    def __init__(self, program: Program, root: Member) -> None:
        self.program = program
        self.root = root
        self._memo: dict[tuple[Form, int], Bounds] = {}
        self._unlisted: dict[tuple[int, str], Member] = {}

    def truth(self, form: Form, member: Member) -> Truth:
        """Give the truth of a form for a member."""
        return Truth.of(*self.bounds(form, member))

    def bounds(self, form: Form, member: Member) -> Bounds:
        """Give (certainly, possibly) of a form for a member."""
        key = (form, id(member))
        known = self._memo.get(key)
        if known is None:
            known = self._memo[key] = self._bounds(form, member)
        return known

    def kids(self, member: Member, scope: str) -> tuple[tuple[Member, ...], bool]:
        """Give the listed members of a child list, and whether the list is open."""
        parent = member.around(self.program.schema.within[scope])
        return parent.children.get(scope, ()), scope not in parent.complete

    def unlisted(self, member: Member, scope: str) -> Member:
        """Give the member of an open list of which nothing is known."""
        parent = member.around(self.program.schema.within[scope])
        key = (id(parent), scope)
        if key not in self._unlisted:
            path = parent.fact_id(f"{scope}[unlisted]")
            self._unlisted[key] = Member(scope, path, parent=parent)
        return self._unlisted[key]

    def linked(self, member: Member, link: str, scope: str) -> Member:
        """Give the member that a link names; where none is named, an unknown one."""
        parent = member.around(self.program.schema.within[scope])
        return parent.links.get(link) or self.unlisted(member, scope)

    def value(self, fact: FactName, member: Member) -> Value | None:
        """Give the value of a fact in reach of a member; None is unknown."""
        return member.around(fact.scope).values.get(fact.name)

    def _bounds(self, form: Form, member: Member) -> Bounds:
        match form:
            case Always(holds):
                return holds, holds
            case Concluded(scope):
                return self.bounds(self.program.rules[form], member.around(scope))
            case Not(arm):
                certainly, possibly = self.bounds(arm, member)
                return not possibly, not certainly
            case And(arms):
                pairs = [self.bounds(arm, member) for arm in arms]
                return all(m for m, _ in pairs), all(p for _, p in pairs)
            case Or(arms):
                pairs = [self.bounds(arm, member) for arm in arms]
                return any(m for m, _ in pairs), any(p for _, p in pairs)
            case Some(scope, body):
                return self._count(1, scope, body, member)
            case AtLeast(count, scope, body):
                return self._count(count, scope, body, member)
            case Every(scope, body):
                return self._every(scope, body, member)
            case Linked(link, scope, body):
                return self.bounds(body, self.linked(member, link, scope))
            case _:
                value_of = partial(self.value, member=member)
                return atom_bounds(form, value_of, self.program.sets)

    def _count(self, count: int, scope: str, body: Form, member: Member) -> Bounds:
        kids, is_open = self.kids(member, scope)
        pairs = [self.bounds(body, kid) for kid in kids]
        certain = sum(m for m, _ in pairs)
        possible = sum(p for _, p in pairs)
        if is_open and self.bounds(body, self.unlisted(member, scope))[1]:
            possible = count
        return certain >= count, possible >= count

    def _every(self, scope: str, body: Form, member: Member) -> Bounds:
        kids, is_open = self.kids(member, scope)
        pairs = [self.bounds(body, kid) for kid in kids]
        if is_open:
            pairs.append((self.bounds(body, self.unlisted(member, scope))[0], True))
        return all(m for m, _ in pairs), all(p for _, p in pairs)

"""The ways in which a form is proved true or false of a member, or shown to be open.

Each way is a plain function; its first arguments are fixed when a goal is compiled.
What a way gives is a step of the proof, or None where the form is not so.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from antinomy.language.bounds import Bounds
from antinomy.language.case import AnyOf, Band, Member, Value
from antinomy.language.form import Form
from antinomy.language.proof import Step
from antinomy.values import Truth


class Origin(NamedTuple):
    """Where a fact lies: a value of a member, or the completeness of a list."""

    member: Member
    name: str
    is_completeness: bool = False


_FALSE = Truth.FALSE
# made by the million: as tuples, past what checks their names
_origin: Callable[[tuple[Member, str, bool]], Origin]
_origin = partial(tuple.__new__, Origin)
_step: Callable[[tuple[Form, str, Truth, tuple[Step, ...], tuple[str, ...]]], Step]
_step = partial(tuple.__new__, Step)


class Trail:
    """What one search remembers: the steps made, and where each cited fact lies."""

    __slots__ = ("origins", "steps", "unlisted")

    def __init__(self) -> None:
        self.steps: dict[tuple[int, int], Step | None] = {}
        self.origins: dict[str, Origin] = {}
        self.unlisted: dict[tuple[int, str], Member] = {}

    def anyone(self, parent: Member, scope: str) -> Member:
        """Give the member of an open list of which nothing is known."""
        key = (id(parent), scope)
        if key not in self.unlisted:
            path = parent.fact_id(f"{scope}[unlisted]")
            self.unlisted[key] = Member(scope, path, parent=parent)
        return self.unlisted[key]

    def completeness(self, parent: Member, scope: str) -> str:
        """Cite that a list is complete, or that it is not known to be."""
        cited = parent.complete_id(scope)
        self.origins[cited] = Origin(parent, scope, is_completeness=True)
        return cited


Search = Callable[[Trail, Member], Step | None]


class Ways(NamedTuple):
    """Three questions to one form.

    ``holds`` gives a proof that it is certainly true, ``fails`` that it is certainly
    false. ``waits`` is asked only where both gave None, and names what is missing.
    """

    holds: Search
    fails: Search
    waits: Search


Test = Callable[[Value | None], Bounds]
TestTwo = Callable[[Value | None, Value | None], Bounds]
Fact = tuple[range, str]  # the hops outward to its member, and its name


def outward(member: Member, hops: range) -> Member:
    """Give the member that lies so many levels around this one."""
    for _ in hops:
        assert member.parent is not None, f"nothing lies around {member.path!r}"
        member = member.parent
    return member


# ---------------------------------------------------------------------- atoms


def atom_is(
    form: Form, truth: Truth, fact: Fact, test: Test, trail: Trail, member: Member
) -> Step | None:
    """Prove an atom by the fact it reads."""
    hops, name = fact
    owner = outward(member, hops) if hops else member
    certainly, possibly = test(owner.values.get(name))
    if possibly if truth is _FALSE else not certainly:
        return None
    cited = owner.fact_id(name)
    trail.origins[cited] = _origin((owner, name, False))
    return _step((form, member.path, truth, (), (cited,)))


def facts_are(
    form: Form,
    truth: Truth,
    facts: tuple[Fact, ...],
    test: TestTwo,
    trail: Trail,
    member: Member,
) -> Step | None:
    """Prove an atom by the two facts it compares."""
    origins = [Origin(outward(member, hops), name) for hops, name in facts]
    left, right = (of.values.get(name) for of, name, _ in origins)
    certainly, possibly = test(left, right)
    if possibly if truth is Truth.FALSE else not certainly:
        return None
    return _leaf(form, truth, origins, trail, member)


def atom_waits(
    form: Form, facts: tuple[Fact, ...], trail: Trail, member: Member
) -> Step:
    """Name the facts of an atom that are not known exactly."""
    origins = [Origin(outward(member, hops), name) for hops, name in facts]
    missing = [o for o in origins if _is_vague(o.member.values.get(o.name))]
    return _leaf(form, Truth.UNKNOWN, missing, trail, member)


def _is_vague(value: Value | None) -> bool:
    return value is None or isinstance(value, Band | AnyOf)


def _leaf(
    form: Form, truth: Truth, origins: Sequence[Origin], trail: Trail, member: Member
) -> Step:
    cited = tuple(o.member.fact_id(o.name) for o in origins)
    trail.origins.update(zip(cited, origins, strict=True))
    return Step(form, member.path, truth, (), cited)


def always(form: Form, truth: Truth, _trail: Trail, member: Member) -> Step:
    """Take what needs no fact."""
    return Step(form, member.path, truth)


def never(_trail: Trail, _member: Member) -> None:
    """Find no proof."""


# ---------------------------------------------------------------------- arms


def one_arm(
    form: Form, truth: Truth, arms: Sequence[Search], trail: Trail, member: Member
) -> Step | None:
    """Prove by the first arm that can be proved."""
    for search in arms:
        step = search(trail, member)
        if step is not None:
            return _step((form, member.path, truth, (step,), ()))
    return None


def all_arms(
    form: Form, truth: Truth, arms: Sequence[Search], trail: Trail, member: Member
) -> Step | None:
    """Prove by all arms together."""
    steps = []
    for search in arms:
        step = search(trail, member)
        if step is None:
            return None
        steps.append(step)
    return _step((form, member.path, truth, tuple(steps), ()))


def open_arms(
    form: Form,
    arms: Sequence[tuple[Search, Search]],
    trail: Trail,
    member: Member,
) -> Step | None:
    """Name the arms that are not settled; each comes as (settled, waits)."""
    steps = [
        waits(trail, member) for settled, waits in arms if not settled(trail, member)
    ]
    return Step(form, member.path, Truth.UNKNOWN, tuple(s for s in steps if s))


def elsewhere(
    form: Form, hops: range, search: Search, trail: Trail, member: Member
) -> Step | None:
    """Prove a concluded predicate of the member it speaks of."""
    of = outward(member, hops) if hops else member
    step = search(trail, of)
    return step and _step((form, of.path, step.truth, (step,), ()))


def linked(
    form: Form, at: "List", link: str, search: Search, trail: Trail, member: Member
) -> Step | None:
    """Prove of the one member that a link names."""
    parent = outward(member, at.hops)
    named = parent.links.get(link) or trail.anyone(parent, at.scope)
    step = search(trail, named)
    return step and Step(form, member.path, step.truth, (step,))


# ---------------------------------------------------------------------- lists


class List(NamedTuple):
    """A child list: the hops outward to its parent, and the scope of its members."""

    hops: range
    scope: str


def enough(
    form: Form,
    truth: Truth,
    at: List,
    count: int,
    body: Search,
    trail: Trail,
    member: Member,
) -> Step | None:
    """Prove by so many listed members."""
    steps: list[Step] = []
    for kid in outward(member, at.hops).children.get(at.scope, ()):
        step = body(trail, kid)
        if step is not None:
            steps.append(step)
            if len(steps) == count:
                return _step((form, member.path, truth, tuple(steps), ()))
    return None


def too_few(
    form: Form,
    truth: Truth,
    at: List,
    count: int,
    body: Search,
    trail: Trail,
    member: Member,
) -> Step | None:
    """Prove that fewer than so many members can be otherwise.

    That no unlisted member is otherwise needs a complete list, or a body that
    excludes anybody.
    """
    parent = outward(member, at.hops)
    kids = parent.children.get(at.scope, ())
    is_open = at.scope not in parent.complete
    anyone = body(trail, trail.anyone(parent, at.scope)) if is_open else None
    if is_open and anyone is None:
        return None
    steps = [step for kid in kids if (step := body(trail, kid)) is not None]
    wanted = len(kids) - count + 1
    if len(steps) < wanted:
        return None
    chosen = steps[: max(wanted, 0)]
    if anyone is not None:
        return Step(form, member.path, truth, (*chosen, anyone))
    cited = (trail.completeness(parent, at.scope),)
    return Step(form, member.path, truth, tuple(chosen), cited)


def open_members(
    form: Form, at: List, ways: Ways, excluded: Search, trail: Trail, member: Member
) -> Step:
    """Name the members that are not settled, and the list if others may matter."""
    parent = outward(member, at.hops)
    steps = [
        ways.waits(trail, kid)
        for kid in parent.children.get(at.scope, ())
        if not (ways.holds(trail, kid) or ways.fails(trail, kid))
    ]
    cited: tuple[str, ...] = ()
    is_open = at.scope not in parent.complete
    if is_open and not excluded(trail, trail.anyone(parent, at.scope)):
        cited = (trail.completeness(parent, at.scope),)
    return Step(form, member.path, Truth.UNKNOWN, tuple(s for s in steps if s), cited)


def remembered(mark: int, search: Search, trail: Trail, member: Member) -> Step | None:
    """Search once for each member, so that what is needed twice is one step."""
    key = (mark, id(member))
    steps = trail.steps
    if key in steps:
        return steps[key]
    step = steps[key] = search(trail, member)
    return step

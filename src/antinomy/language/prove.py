"""Prove goals, and check each proof before it is shown.

A proof is shrunk until no cited fact can go, then read anew from the facts that are
left: blanking everything that it does not cite gives the same truth.
"""

from collections.abc import Callable, Iterable

from antinomy.language.case import Member, blank
from antinomy.language.form import Concluded
from antinomy.language.generate import generate
from antinomy.language.program import Program
from antinomy.language.proof import Proof, Step, leaves
from antinomy.language.search import Searcher
from antinomy.language.ways import Origin, Trail
from antinomy.values import Truth

Decider = Callable[[Member], Truth]


class Prover:
    """Prove goals of the transaction under one program.

    ``often`` names goals that will be proved for many cases: each gets a generated
    decider of its own, which takes milliseconds to make and microseconds to ask.
    """

    def __init__(self, program: Program, often: Iterable[Concluded] = ()) -> None:
        self._searcher = Searcher(program)
        self._deciders = {goal: _decider(program, goal) for goal in often}

    def prove(
        self, goal: Concluded, root: Member, decide: Decider | None = None
    ) -> Proof:
        """Prove a goal, with as few facts as can be."""
        decide = decide or self._deciders.get(goal)
        trail = Trail()
        step = self._search(goal, root, trail, decide and decide(root))
        if step.truth is Truth.UNKNOWN:
            return Proof(step, (), leaves(step))
        case = _Narrowed(root, trail, leaves(step))
        kept = case.shrink(decide or self._truth_of(goal), step.truth)
        if len(kept) < len(case):
            step = self._search(goal, case.root, Trail(), step.truth)
        return Proof(step, kept, ())

    def _truth_of(self, goal: Concluded) -> Decider:
        return lambda root: self._search(goal, root, Trail(), None).truth

    def _search(
        self, goal: Concluded, root: Member, trail: Trail, truth: Truth | None
    ) -> Step:
        """Search on the side where the truth is known to lie, or on both."""
        ways = self._searcher.of(goal)
        step = None
        if truth is None or truth is Truth.TRUE:
            step = ways.holds(trail, root)
        if step is None and (truth is None or truth is Truth.FALSE):
            step = ways.fails(trail, root)
        if step is None:
            assert truth is None or truth is Truth.UNKNOWN, "the executors disagree"
            step = ways.waits(trail, root)
        assert step is not None, "what neither holds nor fails waits for something"
        return step


def prove(
    program: Program, goal: Concluded, root: Member, decide: Decider | None = None
) -> Proof:
    """Prove one goal once; for many, keep a `Prover`.

    ``decide`` gives the truth of the goal in a case, where the caller has a faster
    way than a search.
    """
    return Prover(program).prove(goal, root, decide)


def _decider(program: Program, goal: Concluded) -> Decider:
    decide = generate(program, [goal])
    true, unknown, false = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE

    def asked(root: Member) -> Truth:
        ((certainly, possibly),) = decide(root)
        assert possibly or not certainly, "certainly implies possibly"
        return true if certainly else unknown if possibly else false

    return asked


class _Narrowed:
    """A copy of a case in which only some facts are known."""

    def __init__(self, root: Member, trail: Trail, facts: tuple[str, ...]) -> None:
        self.root, copies = blank(root)
        self._known: list[tuple[str, Origin, Member]] = []
        for fact in facts:
            origin = member, name, is_completeness = trail.origins[fact]
            copy = copies.get(id(member))
            if copy is None:
                continue  # an unlisted member: nothing is known of it
            if is_completeness:
                if name not in member.complete:
                    continue
                copy.complete.add(name)
            else:
                value = member.values.get(name)
                if value is None:
                    continue
                copy.values[name] = value
            self._known.append((fact, origin, copy))

    def __len__(self) -> int:
        """Count the facts that were known at first."""
        return len(self._known)

    def shrink(self, decide: Decider, truth: Truth) -> tuple[str, ...]:
        """Drop facts one by one while the truth stays; none of what is left can go."""
        root = self.root
        assert decide(root) is truth, "a proof needs only what it cites"
        kept = []
        for fact, (member, name, is_completeness), copy in self._known:
            if is_completeness:
                copy.complete.discard(name)
            else:
                del copy.values[name]
            if decide(root) is truth:
                continue
            if is_completeness:
                copy.complete.add(name)
            else:
                copy.values[name] = member.values[name]
            kept.append(fact)
        return tuple(kept)

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
        if len(kept) < len(case.facts):
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
        if truth in {None, Truth.TRUE}:
            step = ways.holds(trail, root)
        if step is None and truth in {None, Truth.FALSE}:
            step = ways.fails(trail, root)
        if step is None:
            assert truth in {None, Truth.UNKNOWN}, "the executors disagree"
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
    return lambda root: Truth.of(*decide(root)[0])


class _Narrowed:
    """A copy of a case in which only some facts are known."""

    def __init__(self, root: Member, trail: Trail, facts: tuple[str, ...]) -> None:
        self.root, copies = blank(root)
        self.facts = []
        self._origins: dict[str, Origin] = {}
        self._copies = copies
        for fact in facts:
            origin = trail.origins[fact]
            if self._put(origin):
                self.facts.append(fact)
                self._origins[fact] = origin

    def _put(self, origin: Origin) -> bool:
        """Make a fact known as it is in the case itself; tell whether it is."""
        copy = self._copies.get(id(origin.member))
        if copy is None:
            return False  # an unlisted member: nothing is known of it
        if origin.is_completeness:
            known = origin.name in origin.member.complete
            if known:
                copy.complete.add(origin.name)
            return known
        value = origin.member.values.get(origin.name)
        if value is not None:
            copy.values[origin.name] = value
        return value is not None

    def _drop(self, origin: Origin) -> None:
        copy = self._copies[id(origin.member)]
        if origin.is_completeness:
            copy.complete.discard(origin.name)
        else:
            del copy.values[origin.name]

    def shrink(self, decide: Decider, truth: Truth) -> tuple[str, ...]:
        """Drop facts one by one while the truth stays; none of what is left can go."""
        assert decide(self.root) is truth, "a proof needs only what it cites"
        kept = []
        for fact in self.facts:
            self._drop(self._origins[fact])
            if decide(self.root) is not truth:
                self._put(self._origins[fact])
                kept.append(fact)
        return tuple(kept)

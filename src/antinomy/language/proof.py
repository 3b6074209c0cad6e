"""Proofs as data: why a predicate is true, false or unknown.

A proof keeps one true arm of OR and one false arm of AND; for *unknown* it keeps the
arms that are unknown, so that its leaves are the facts that are missing.
"""

from dataclasses import dataclass
from typing import NamedTuple

from antinomy.language.form import Form
from antinomy.values import Truth


class Step(NamedTuple):
    """One node of a proof (a tuple, for proofs are made by the million).

    ``form`` is what was asked, ``path`` of whom, ``facts`` the ids of the facts an
    atom read (``party:complete`` for the completeness of a list). A step that is
    needed twice is one object.
    """

    form: Form
    path: str
    truth: Truth
    arms: "tuple[Step, ...]" = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof, with the known facts it rests on and the unknown ones it waits for."""

    step: Step
    cited: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def truth(self) -> Truth:
        """Give the truth proved."""
        return self.step.truth


def leaves(step: Step) -> tuple[str, ...]:
    """Give the facts at the leaves of a proof, each once, in order."""
    found: dict[str, None] = {}
    stack, seen = [step], set()
    while stack:
        top = stack.pop()
        for fact in top.facts:
            found[fact] = None
        if top.arms and id(top) not in seen:
            seen.add(id(top))
            stack.extend(reversed(top.arms))
    return tuple(found)

"""The truth by brute force: every completion of what is unknown, in plain Python.

Each unknown fact runs over one value of each region that the rules can tell apart:
below the lowest threshold, at each threshold, and one word of each kind of word.
Nothing of Antinomy is used.
"""

import copy
import itertools
import math
from collections.abc import Callable, Iterator
from typing import Any

from peers.spelling import LISTS, PYTHON, goals
from rules.deals import Deal
from rules.shape import CODES, FACTS, PLACES, RuleBase, Tree

TOO_MANY = 20_000
Decide = Callable[[Deal], tuple[bool, ...]]
Region = list[object]


def decider(rules: RuleBase) -> Decide:
    """Compile the goals, inlined, to two-valued Python."""
    text = ", ".join(goals(PYTHON, rules).values())
    scope: dict[str, Any] = {}
    exec(f"def decide(t): return ({text},)", scope)  # noqa: S102 - our own text
    decide: Decide = scope["decide"]
    return decide


def regions(rules: RuleBase) -> dict[str, Region]:
    """Give each fact one value for each region of it."""
    atoms: dict[str, list[Tree]] = {name: [] for name in FACTS}
    for rule in rules.rules:
        for atom in _atoms(rule.tree):
            atoms[str(atom[1])].append(atom)
    return {name: _region(name, found) for name, found in atoms.items()}


def _atoms(tree: Tree) -> Iterator[Tree]:
    if tree[0] in {"flag", "in", "=", "<", ">="}:
        yield tree
    for arm in tree[1:]:
        if isinstance(arm, tuple):
            yield from _atoms(arm)


def _region(name: str, atoms: list[Tree]) -> Region:
    _, kind, least, _ = FACTS[name]
    match kind:
        case "flag":
            return [False, True]
        case "number" | "decimal":
            return [least - 1, *sorted({atom[2] for atom in atoms})]
        case _:
            words = CODES.get(name, (*PLACES, "ZZ"))
            kinds = {tuple(w in atom[2:] for atom in atoms): w for w in words}
            return list(kinds.values())


def verdicts(decide: Decide, told: dict[str, Region], deal: Deal) -> str | None:
    """Give the letters of a deal, or nothing where the completions are too many."""
    whole = copy.deepcopy(deal)
    gaps: list[tuple[dict[str, object], str]] = []
    for scope, members in (("transaction", [whole]), *_lists(whole)):
        names = [n for n, (of, *_) in FACTS.items() if of == scope and told[n]]
        gaps += [(m, n) for m in members for n in names if n not in m]
    if math.prod(len(told[name]) for _, name in gaps) > TOO_MANY:
        return None
    seen: set[tuple[bool, ...]] = set()
    for values in itertools.product(*(told[name] for _, name in gaps)):
        for (member, name), value in zip(gaps, values, strict=True):
            member[name] = value
        seen.add(decide(whole))
    columns = [set(column) for column in zip(*seen, strict=True)]
    return "".join("U" if len(c) > 1 else "Y" if c == {True} else "N" for c in columns)


def _lists(deal: Deal) -> list[tuple[str, list[Deal]]]:
    return [(scope, deal[under]) for scope, under in LISTS.items()]

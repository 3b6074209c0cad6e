"""Antinomy itself, in the project's own environment."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from typing import Any

import contest


class Antinomy:
    """The generated function for verdicts; ``prove`` for reasons."""

    def __init__(self) -> None:
        from antinomy import language, values  # noqa: PLC0415 - the import is timed

        self._language, self._values = language, values
        self.version = version("antinomy")

    def compile(self, encoding: contest.Encoding) -> None:
        """Parse the rules as a pack would hold them, and generate the function."""
        lang = self._language
        kinds = {kind.value: kind for kind in lang.Kind}
        kinds["decimal"] = lang.Kind.NUMBER
        facts = {
            lang.FactName(scope, name): lang.FactType(kinds[kind], tuple(words))
            for name, scope, kind, words in encoding["facts"]
        }
        schema = lang.Schema({"item": lang.ROOT, "party": lang.ROOT}, facts)
        rules = encoding["rules"]
        scopes = {rule["name"]: rule["scope"] for rule in rules}
        names = lang.Names(schema, scopes, frozenset())
        at = self._values.Location("bench")
        parsed = {
            lang.Concluded(r["scope"], r["name"]): lang.parse(
                r["when"], r["scope"], names, at
            )
            for r in rules
        }
        self.program = lang.Program(schema, parsed, {})
        self.goals = [lang.Concluded(lang.ROOT, goal) for goal in encoding["goals"]]
        self.decide = lang.generate(self.program, self.goals)

    def prepare(self, deal: contest.Deal) -> contest.Case:
        """Build the case: exact numbers, the members, both lists complete."""
        lang = self._language
        root = lang.Member(values=_values(deal), complete={"item", "party"})
        for scope, under in (("item", "items"), ("party", "parties")):
            for i, facts in enumerate(deal[under]):
                lang.add(root, lang.Member(scope, f"{under}[{i}]", _values(facts)))
        return root

    accept = prepare

    def letters(self, answer: contest.Native) -> str:
        """Read the two bounds."""
        return "".join("Y" if m else "U" if p else "N" for m, p in answer)

    def prover(self, goal: int) -> Callable[[contest.Case], contest.Native]:
        """Prove one goal: shrunk, then read again from the cited facts alone."""
        name = self.goals[goal]
        prove = self._language.Prover(self.program, often=[name]).prove
        return lambda case: prove(name, case)

    def exact(self, deal: contest.Deal) -> str:
        """Decide all goals by z3."""
        found = self._language.Exact(self.program, self.prepare(deal), self.goals)
        told = {"true": "Y", "false": "N", "unknown": "U"}
        return "".join(told[found.truth(goal).value] for goal in self.goals)


def _values(facts: dict[str, Any]) -> dict[str, Any]:
    return {k: _exact(v) for k, v in facts.items() if v.__class__ is not list}


def _exact(value: contest.Native) -> contest.Native:
    if value.__class__ is not float:
        return value
    over, under = Decimal(str(value)).as_integer_ratio()
    return over if under == 1 else Fraction(over, under)


if __name__ == "__main__":
    contest.work(Antinomy)

"""A program: named predicates with their definitions, closed and stratified.

Recursion is refused altogether, through NOT or not: ownership and routes are derived
facts, computed before any rule is read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.language.bounds import PlaceSet
from antinomy.language.form import Concluded, Form, WithinSet, walk
from antinomy.language.schema import Schema
from antinomy.values import PackError

Name = Concluded


@dataclass(frozen=True, slots=True)
class Program:
    """Definitions by predicate, and the named sets of one day."""

    schema: Schema
    rules: Mapping[Name, Form]
    sets: Mapping[str, PlaceSet]

    def order(self, goals: Iterable[Name]) -> tuple[Name, ...]:
        """Give the goals and all they need, each after what it needs.

        Raises:
            PackError: a predicate that needs itself.
        """
        done: dict[Name, None] = {}
        for goal in goals:
            self._visit(goal, done, ())
        return tuple(done)

    def resting_on(self, names: Iterable[Name]) -> frozenset[Name]:
        """Give those of the predicates that need one of some names, and these."""
        needing: dict[Name, list[Name]] = {}
        for name, rule in self.rules.items():
            for form in walk(rule):
                if isinstance(form, Concluded):
                    needing.setdefault(form, []).append(name)
        found = set(names)
        fresh = list(found)
        while fresh:
            above = [n for n in needing.get(fresh.pop(), ()) if n not in found]
            found.update(above)
            fresh += above
        return frozenset(found)

    def _visit(
        self, name: Name, done: dict[Name, None], trail: tuple[Name, ...]
    ) -> None:
        if name in done:
            return
        if name in trail:
            circle = " -> ".join(n.name for n in (*trail[trail.index(name) :], name))
            message = f"a predicate may not need itself: {circle}"
            raise PackError(message)
        for form in walk(self.rules[name]):
            if isinstance(form, Concluded):
                self._visit(form, done, (*trail, name))
        done[name] = None


def missing_sets(forms: Iterable[Form], known: Iterable[str]) -> tuple[str, ...]:
    """Give the named sets used but not known."""
    used = {f.name for form in forms for f in walk(form) if isinstance(f, WithinSet)}
    return tuple(sorted(used - set(known)))

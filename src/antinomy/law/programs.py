"""Build the program of one day: provisions in force become predicates.

Each provision is a predicate named by its id: its condition, less what its ``unless``
and its exceptions take out. Where its legal state is unknown, that state is a fact of
the case that nobody has established (``law:<id>``). A norm's breach is ``breach:<id>``.

Two programs are built for a day: *live* counts what binds; *counted* adds rules that are
suspended, proposed, or whose enforcement is withheld.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from antinomy.language import (
    FALSE,
    ROOT,
    Concluded,
    FactName,
    FactType,
    Flag,
    Form,
    Kind,
    Not,
    PlaceSet,
    Program,
    both,
    either,
)
from antinomy.law.measure import Concludes, Excepts, Imposes, Modality, Provision
from antinomy.law.packs import Law
from antinomy.law.state import Standing, standing
from antinomy.vocabulary import act_fact
from antinomy.values import Day, KnownBy, Truth


@dataclass(frozen=True, slots=True)
class LawOn:
    """The law of one day as known by a day."""

    law: Law
    on: Day
    known_by: KnownBy
    standings: Mapping[str, Standing]
    live: Program
    counted: Program

    @property
    def is_alike(self) -> bool:
        """Tell whether counting sleeping rules changes nothing."""
        return self.live.rules == self.counted.rules


def law_on(law: Law, on: Day, known_by: KnownBy, sets: Mapping[str, PlaceSet]) -> LawOn:
    """Build the programs of a day."""
    standings = {
        provision.id: standing(law.measures[provision.measure], provision, on, known_by)
        for provision in law.provisions.values()
    }
    live = _Builder(law, standings, counted=False).program(sets)
    counted = _Builder(law, standings, counted=True).program(sets)
    return LawOn(law, on, known_by, standings, live, counted)


def rule_name(provision: Provision) -> Concluded:
    """Give the predicate that a provision's conditions are met."""
    return Concluded(provision.scope, provision.id)


def breach_name(provision: Provision) -> Concluded:
    """Give the predicate that a norm is breached by the acts of a course."""
    return Concluded(ROOT, f"breach:{provision.id}")


def flag_name(flagged: str) -> Concluded:
    """Give the predicate that a flagged measure may reach the case."""
    return Concluded(ROOT, f"flag:{flagged}")


def course_name(course: str) -> Concluded:
    """Give the predicate that a course is available."""
    return Concluded(ROOT, f"course:{course}")


class _Builder:
    def __init__(
        self, law: Law, standings: Mapping[str, Standing], *, counted: bool
    ) -> None:
        self._law = law
        self._standings = standings
        self._counted = counted
        self._open: dict[FactName, FactType] = {}

    def program(self, sets: Mapping[str, PlaceSet]) -> Program:
        rules: dict[Concluded, Form] = {}
        concluded: dict[Concluded, list[Form]] = {
            Concluded(scope, name): [] for name, scope in self._law.names.predicates.items()
        }
        for provision in self._law.provisions.values():
            rules[rule_name(provision)] = self._rule(provision)
            if isinstance(provision.does, Concludes):
                name = Concluded(provision.scope, provision.does.name)
                concluded[name].append(rule_name(provision))
            if isinstance(provision.does, Imposes):
                rules[breach_name(provision)] = _breach(provision)
        for name, arms in concluded.items():
            rules[name] = either(*arms)
        for pack in self._law.packs.values():
            rules |= {flag_name(f.id): f.scope for f in pack.flagged}
        rules |= {course_name(c.id): c.available for c in self._law.book.courses}
        schema = self._law.names.schema
        if self._open:
            schema = replace(schema, facts={**schema.facts, **self._open})
        return Program(schema, rules, sets)

    def _rule(self, provision: Provision) -> Form:
        """Condition, less exceptions, as far as the legal state lets it bind."""
        found = self._standings[provision.id]
        binds = found.state.counted if self._counted else found.state.in_force
        if binds is Truth.FALSE or found.version is None:
            return FALSE
        arms: list[Form] = []
        if binds is Truth.UNKNOWN:
            fact = FactName(ROOT, f"law:{provision.id}")
            self._open[fact] = FactType(Kind.FLAG)
            arms.append(Flag(fact))
        arms.append(found.version.when)
        if found.version.unless is not None:
            arms.append(Not(found.version.unless))
        for other in self._law.provisions.values():
            if isinstance(other.does, Excepts) and provision.id in other.does.provisions:
                arms.append(Not(rule_name(other)))
        return both(*arms)


def _breach(provision: Provision) -> Form:
    assert isinstance(provision.does, Imposes)
    norm = provision.does.norm
    acts = either(*(Flag(act_fact(act)) for act in norm.acts))
    if norm.modality is Modality.OBLIGE:
        return rule_name(provision)
    return both(acts, rule_name(provision))

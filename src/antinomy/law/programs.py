"""Build the program of one day: provisions in force become predicates.

Each provision is a predicate named by its id: its condition, less what its ``unless``
and its exceptions take out. Where its legal state is unknown, that state is a fact of
the case that nobody has established (``law:<id>``). A norm's breach is
``breach:<id>``.

Two programs are built for a day: *live* counts what binds; *counted* adds rules that
are suspended, proposed, or whose enforcement is withheld.
"""

from collections.abc import Iterable, Mapping
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
    Schema,
    both,
    either,
)
from antinomy.law.corpus import Law
from antinomy.law.measure import (
    Concludes,
    Excepts,
    Imposes,
    Modality,
    Provision,
    Version,
)
from antinomy.law.state import Standing, State, standing
from antinomy.law.timing import moves_between
from antinomy.values import Day, KnownBy, Truth
from antinomy.vocabulary import act_fact


@dataclass(frozen=True, slots=True)
class LawOn:
    """The law of one day as known by a day: in force, and counting sleeping rules."""

    law: Law
    on: Day
    known_by: KnownBy
    standings: Mapping[str, Standing]
    live: Program
    counted: Program


def law_on(law: Law, on: Day, known_by: KnownBy, sets: Mapping[str, PlaceSet]) -> LawOn:
    """Build the programs of a day."""
    standings = _standings(law, law.provisions.values(), on, known_by)
    live = _Builder(law, standings, counted=False).program(sets)
    counted = _Builder(law, standings, counted=True).program(sets)
    return LawOn(law, on, known_by, standings, live, counted)


def law_moved_to(on: Day, near: LawOn, sets: Mapping[str, PlaceSet]) -> LawOn:
    """Build the programs of another day from those of a day, known by the same day.

    Only what an event between the two days may have moved is read anew.
    """
    law = near.law
    moved = [
        law.provisions[provision.id]
        for measure in law.measures.values()
        if moves_between(measure, near.on, on)
        for provision in measure.provisions
    ]
    standings = {**near.standings, **_standings(law, moved, on, near.known_by)}
    live = _Builder(law, standings, counted=False).moved(near.live, moved, sets)
    counted = _Builder(law, standings, counted=True).moved(near.counted, moved, sets)
    return LawOn(law, on, near.known_by, standings, live, counted)


def _standings(
    law: Law, provisions: Iterable[Provision], on: Day, known_by: KnownBy
) -> dict[str, Standing]:
    return {
        provision.id: standing(law.measures[provision.measure], provision, on, known_by)
        for provision in provisions
    }


def rule_name(provision: Provision) -> Concluded:
    """Give the predicate that a provision's conditions are met."""
    return Concluded(provision.scope, provision.id)


def breach_name(provision: str) -> Concluded:
    """Give the predicate that a norm is breached by the acts of a course."""
    return Concluded(ROOT, f"breach:{provision}")


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
        self._exceptions = _excepted(law)
        self._open: dict[FactName, FactType] = {}

    def program(self, sets: Mapping[str, PlaceSet]) -> Program:
        rules: dict[Concluded, Form] = {}
        concluded: dict[Concluded, list[Form]] = {
            Concluded(scope, name): []
            for name, scope in self._law.names.predicates.items()
        }
        for provision in self._law.provisions.values():
            rules[rule_name(provision)] = self._rule(provision)
            if isinstance(provision.does, Concludes):
                name = Concluded(provision.scope, provision.does.name)
                concluded[name].append(rule_name(provision))
            if isinstance(provision.does, Imposes):
                rules[breach_name(provision.id)] = _breach(provision)
        for name, arms in concluded.items():
            rules[name] = either(*arms)
        for pack in self._law.packs.values():
            rules |= {flag_name(f.id): f.scope for f in pack.flagged}
        rules |= {course_name(c.id): c.available for c in self._law.book.courses}
        return Program(self._with_open(self._law.names.schema), rules, sets)

    def moved(
        self,
        near: Program,
        provisions: Iterable[Provision],
        sets: Mapping[str, PlaceSet],
    ) -> Program:
        """Give a program with the rules of some provisions built anew."""
        rules = {rule_name(p): self._rule(p) for p in provisions}
        return Program(self._with_open(near.schema), {**near.rules, **rules}, sets)

    def _with_open(self, schema: Schema) -> Schema:
        """Declare the facts, known to nobody, that decide open states."""
        if not self._open:
            return schema
        return replace(schema, facts={**schema.facts, **self._open})

    def _rule(self, provision: Provision) -> Form:
        """Condition, less exceptions, as far as the legal state lets it bind."""
        found = self._standings[provision.id]
        binds = found.state.counted if self._counted else found.state.in_force
        if binds is Truth.FALSE or found.version is None:
            return FALSE
        worded = _worded(found.version)
        if found.instead is not None:
            worded = self._either_wording(provision, found, worded)
        elif binds is Truth.UNKNOWN:
            worded = both(self._open_flag(provision), worded)
        exceptions = self._exceptions.get(provision.id, ())
        return both(worded, *(Not(rule_name(other)) for other in exceptions))

    def _either_wording(self, provision: Provision, found: Standing, new: Form) -> Form:
        """Give the later wording if it has begun, and the earlier one if not."""
        assert found.instead is not None, "asked where two wordings may apply"
        begun, old = self._open_flag(provision), _worded(found.instead)
        if found.state is State.UNKNOWN and not found.binds_either_way:
            return both(begun, either(new, old))
        return either(both(begun, new), both(Not(begun), old), both(new, old))

    def _open_flag(self, provision: Provision) -> Form:
        """Give the fact, known to nobody, that decides the state of a provision."""
        fact = FactName(ROOT, f"law:{provision.id}")
        self._open[fact] = FactType(Kind.FLAG)
        return Flag(fact)


def _worded(version: Version) -> Form:
    if version.unless is None:
        return version.when
    return both(version.when, Not(version.unless))


def _excepted(law: Law) -> dict[str, tuple[Provision, ...]]:
    """Give the exceptions to each provision."""
    found: dict[str, tuple[Provision, ...]] = {}
    for provision in law.provisions.values():
        if isinstance(provision.does, Excepts):
            for target in provision.does.provisions:
                found[target] = (*found.get(target, ()), provision)
    return found


def _breach(provision: Provision) -> Form:
    assert isinstance(provision.does, Imposes), "only norms are breached"
    norm = provision.does.norm
    if norm.modality is Modality.OBLIGE:
        return rule_name(provision)
    acts = either(*(Flag(act_fact(act)) for act in norm.acts))
    return both(acts, rule_name(provision))

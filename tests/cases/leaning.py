"""What leans on what in the law, over all wordings of all days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from antinomy.language import Concluded, Form, walk
from antinomy.language.form import WithinSet
from antinomy.law import (
    Authorises,
    Concludes,
    Excepts,
    Imposes,
    Law,
    Provision,
    Reviews,
    breach_name,
    course_name,
    flag_name,
    rule_name,
)
from antinomy.view import Packs


@dataclass(frozen=True)
class Leaning:
    """By predicate those that use it, and the regimes whose cells it can change."""

    above: Mapping[Concluded, frozenset[Concluded]]
    regimes: Mapping[Concluded, frozenset[str]]
    by_set: Mapping[str, frozenset[Concluded]]
    controls: frozenset[Concluded]
    courses: frozenset[Concluded]

    def on(self, names: Iterable[Concluded]) -> set[Concluded]:
        """Give names and everything that leans on them."""
        found = set(names)
        fresh = list(found)
        while fresh:
            for name in self.above.get(fresh.pop(), ()):
                if name not in found:
                    found.add(name)
                    fresh.append(name)
        return found

    def on_sets(self, sets: Iterable[str]) -> set[Concluded]:
        """Give the rules whose wording uses a set, or one made from it."""
        return {name for each in sets for name in self.by_set.get(each, ())}

    def regimes_of(self, names: Iterable[Concluded]) -> set[str]:
        """Give the regimes whose cells some of the predicates can change."""
        return {regime for name in names for regime in self.regimes.get(name, ())}


def leaning(packs: Packs) -> Leaning:
    """Gather what leans on what."""
    law = packs.law
    above: dict[Concluded, set[Concluded]] = {}
    by_set: dict[str, set[Concluded]] = {}
    for name, forms in _wordings(law):
        for form in forms:
            for part in walk(form):
                if isinstance(part, Concluded):
                    above.setdefault(part, set()).add(name)
                if isinstance(part, WithinSet):
                    by_set.setdefault(part.name, set()).add(name)
    for provision in law.provisions.values():
        for name in _stands_for(provision, law):
            above.setdefault(rule_name(provision), set()).add(name)
    _spread(by_set, packs)
    return Leaning(
        {name: frozenset(users) for name, users in above.items()},
        dict(_regimes(law)),
        {name: frozenset(users) for name, users in by_set.items()},
        frozenset(
            rule_name(p)
            for p in law.provisions.values()
            if isinstance(p.does, Concludes) and (p.does.control or p.does.tariff_band)
        ),
        frozenset(course_name(course.id) for course in law.book.courses),
    )


def _spread(by_set: dict[str, set[Concluded]], packs: Packs) -> None:
    """Let a set be used by whatever uses a set that is made from it."""
    for named in packs.catalogue.places.sets.values():
        for part in (*named.any_of, *named.less):
            by_set.setdefault(part, set()).update(by_set.get(named.name, ()))


def _wordings(law: Law) -> Iterator[tuple[Concluded, tuple[Form, ...]]]:
    for provision in law.provisions.values():
        for version in provision.versions:
            unless = () if version.unless is None else (version.unless,)
            yield rule_name(provision), (version.when, *unless)
    for pack in law.packs.values():
        yield from ((flag_name(f.id), (f.scope,)) for f in pack.flagged)
    yield from ((course_name(c.id), (c.available,)) for c in law.book.courses)


def _stands_for(provision: Provision, law: Law) -> Iterator[Concluded]:
    """Give what a provision's rule enters: a predicate, a breach, what it excepts."""
    match provision.does:
        case Concludes(name):
            yield Concluded(provision.scope, name)
        case Imposes():
            yield breach_name(provision.id)
        case Excepts(targets):
            yield from (rule_name(law.provisions[target]) for target in targets)
        case _:
            return


def _regimes(law: Law) -> Iterator[tuple[Concluded, frozenset[str]]]:
    """Give, by goal, the regimes of the norms it decides, authorises or reviews."""
    for provision in law.provisions.values():
        match provision.does:
            case Imposes(norm):
                yield breach_name(provision.id), frozenset({norm.regime})
                yield rule_name(provision), frozenset({norm.regime})
            case Authorises(norms) | Reviews(norms):
                targets = (law.provisions[name].does for name in norms)
                regimes = (t.norm.regime for t in targets if isinstance(t, Imposes))
                yield rule_name(provision), frozenset(regimes)
            case _:
                continue
    for pack in law.packs.values():
        yield from ((flag_name(f.id), frozenset({f.regime})) for f in pack.flagged)

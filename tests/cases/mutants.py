"""Change one threshold, date or country of the packs, or take a provision away.

A number moves by one in the last place the packs write, a day by one day, a place is
taken out or gives way to another. What can change no answer (a day that is told but
decides nothing) is no mutant.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from tests.cases.changed_forms import changed_forms

from antinomy.catalogue.places import NamedSet
from antinomy.language import Concluded
from antinomy.language.form import FALSE
from antinomy.law import (
    Event,
    Imposes,
    Law,
    Measure,
    Provision,
    Version,
    flag_name,
)
from antinomy.law.pack import Pack
from antinomy.values import Between, Day
from antinomy.view import Packs

_DAY = timedelta(days=1)
_DATES = (
    *("announced", "public_inspection", "published", "effective", "compliance"),
    *("until", "after", "stated_known_from"),
)
_PACK_DATES = ("recorded_from", "reliable_to")
T = TypeVar("T")


@dataclass(frozen=True)
class Mutant:
    """The packs with one thing changed, and where the change can show at all.

    ``provisions`` and ``sets`` are those whose meaning may change; ``place`` is the
    only place whose standing does. ``says`` names the provision whose norm states
    another rate, ``days`` the days on which a pack knows its law or knows it no more,
    ``wording`` the one wording that alone is changed, before and after.
    """

    kind: str
    pack: str
    what: str
    packs: Packs
    provisions: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()
    flags: tuple[Concluded, ...] = ()
    measure: str = ""
    place: str = ""
    says: str = ""
    days: tuple[date, date] | None = None
    wording: tuple[Version, Version] | None = None

    @property
    def kin(self) -> str:
        """Give what it shares with mutants that the same cases may kill."""
        return self.measure or self.says or " ".join(self.sets) or self.pack


def mutants(packs: Packs) -> Iterator[Mutant]:
    """Give every mutant, in the order of the packs."""
    yield from _of_removals(packs)
    yield from _of_provisions(packs)
    yield from _of_rates(packs)
    yield from _of_events(packs)
    yield from _of_packs(packs)
    yield from _of_sets(packs)


# ---------------------------------------------------------------- provisions


def _of_removals(packs: Packs) -> Iterator[Mutant]:
    """Take each provision away: what it asks for is never met."""
    law = packs.law
    for provision in law.provisions.values():
        never = (replace(v, when=FALSE, unless=None) for v in provision.versions)
        gone = replace(provision, versions=tuple(never))
        yield Mutant(
            "removal",
            law.measures[provision.measure].pack,
            f"{provision.id}: taken away",
            _with_provision(packs, gone),
            provisions=(provision.id,),
            measure=provision.measure,
        )


def _of_provisions(packs: Packs) -> Iterator[Mutant]:
    law = packs.law
    for provision in law.provisions.values():
        pack = law.measures[provision.measure].pack
        for index, version in enumerate(provision.versions):
            for kind, what, changed in _of_version(version, law):
                versions = _put(provision.versions, index, changed)
                new = replace(provision, versions=versions)
                yield Mutant(
                    kind,
                    pack,
                    f"{provision.id} ({version.opened_by}): {what}",
                    _with_provision(packs, new),
                    provisions=(provision.id,),
                    measure=provision.measure,
                    wording=(version, changed),
                )


def _of_rates(packs: Packs) -> Iterator[Mutant]:
    law = packs.law
    for provision in law.provisions.values():
        if not isinstance(provision.does, Imposes) or not provision.does.norm.rate:
            continue
        norm, measure = provision.does.norm, law.measures[provision.measure]
        for rate in _rates(norm.rate):
            new = replace(provision, does=Imposes(replace(norm, rate=rate)))
            yield Mutant(
                "threshold",
                measure.pack,
                f"{provision.id}: rate {norm.rate} becomes {rate}",
                _with_provision(packs, new),
                says=provision.id,
            )


def _rates(rate: str) -> Iterator[str]:
    """Give a rate with its number one lower and one higher.

    >>> list(_rates("12.5 %"))
    ['11.5 %', '13.5 %']
    """
    number, _, unit = rate.partition(" ")
    with suppress(InvalidOperation):
        for step in (-1, 1):
            yield f"{Decimal(number) + step} {unit}"


def _of_version(version: Version, law: Law) -> Iterator[tuple[str, str, Version]]:
    for kind, what, form in changed_forms(version.when, law):
        yield kind, what, replace(version, when=form)
    if version.unless is not None:
        for kind, what, form in changed_forms(version.unless, law):
            yield kind, what, replace(version, unless=form)
    if version.known_from is not None:
        for day in (version.known_from - _DAY, version.known_from + _DAY):
            yield "date", f"known from {day}", replace(version, known_from=day)


def _with_provision(packs: Packs, provision: Provision) -> Packs:
    provisions = {**packs.law.provisions, provision.id: provision}
    return replace(packs, law=replace(packs.law, provisions=provisions))


# ---------------------------------------------------------------- events


def _of_events(packs: Packs) -> Iterator[Mutant]:
    for measure in packs.law.measures.values():
        for index, event in enumerate(measure.events):
            for what, changed in _of_event(event):
                events = _put(measure.events, index, changed)
                new = replace(measure, events=events)
                if _decides(measure, event, changed):
                    yield Mutant(
                        "date",
                        measure.pack,
                        f"{measure.id}/{event.id}: {what}",
                        _with_measure(packs, new),
                        provisions=tuple(p.id for p in measure.provisions),
                        measure=measure.id,
                    )


def _of_event(event: Event) -> Iterator[tuple[str, Event]]:
    for name in _DATES:
        day: date | Between | None = getattr(event, name)
        for moved in _moved(day):
            changed: dict[str, object] = {name: moved}
            what = f"{name} {day} becomes {moved}"
            yield what, replace(event, **changed)  # type: ignore[arg-type]


def _moved(day: date | Between | None) -> tuple[date | Between, ...]:
    """Give a day moved by one either way; of a span of days, each end."""
    if day is None:
        return ()
    if isinstance(day, Between):
        first, last = day.first, day.last
        ends = [(first - _DAY, last), (first + _DAY, last)]
        ends += [(first, last - _DAY), (first, last + _DAY)]
        return tuple(Between(a, b) for a, b in ends if a <= b)
    return (day - _DAY, day + _DAY)


def _decides(measure: Measure, event: Event, changed: Event) -> bool:
    """Tell whether a change of an event could show in any answer."""

    def read(e: Event) -> tuple[object, ...]:
        return (e.known_from, e.starts, e.until, e.after)

    return bool(measure.provisions) and read(event) != read(changed)


def _with_measure(packs: Packs, measure: Measure) -> Packs:
    measures = {**packs.law.measures, measure.id: measure}
    return replace(packs, law=replace(packs.law, measures=measures))


# ---------------------------------------------------------------- packs and sets


def _of_packs(packs: Packs) -> Iterator[Mutant]:
    law = packs.law
    telling = {law.measures[p.measure].pack for p in law.provisions.values()}
    for pack in law.packs.values():
        for name in _PACK_DATES if pack.id in telling else ():
            day = getattr(pack, name)
            for moved in (day - _DAY, day + _DAY):
                dates: dict[str, date] = {name: moved}
                new = replace(pack, **dates)  # type: ignore[arg-type]
                what = f"{pack.id}: {name} {day} becomes {moved}"
                changed = _with_pack(packs, new)
                ends = (min(day, moved), max(day, moved))
                yield Mutant("date", pack.id, what, changed, days=ends)
        for index, flagged in enumerate(pack.flagged):
            for kind, what, form in changed_forms(flagged.scope, law):
                changed_flag = replace(flagged, scope=form)
                new = replace(pack, flagged=_put(pack.flagged, index, changed_flag))
                yield Mutant(
                    kind,
                    pack.id,
                    f"{flagged.id}: {what}",
                    _with_pack(packs, new),
                    flags=(flag_name(flagged.id),),
                )


def _with_pack(packs: Packs, pack: Pack) -> Packs:
    law = replace(packs.law, packs={**packs.law.packs, pack.id: pack})
    return replace(packs, law=law)


def _of_sets(packs: Packs) -> Iterator[Mutant]:
    for named in packs.catalogue.places.sets.values():
        pack = named.name.partition(".")[0]
        for place in sorted(named.members):
            without = replace(named, members=named.members - {place})
            yield Mutant(
                "country",
                pack,
                f"{named.name}: without {place}",
                _with_set(packs, without),
                sets=(named.name,),
                place=place if named.members - {place} else "",
            )
        for what, changed in _of_days(named):
            yield Mutant(
                "date",
                pack,
                f"{named.name}: {what}",
                _with_set(packs, changed),
                sets=(named.name,),
            )


def _of_days(named: NamedSet) -> Iterator[tuple[str, NamedSet]]:
    for index, change in enumerate(named.changes):
        for name in ("on", "known_from"):
            for step in (-_DAY, _DAY):
                days: dict[str, date] = {name: getattr(change, name) + step}
                new = replace(change, **days)  # type: ignore[arg-type]
                changes = _put(named.changes, index, new)
                what = f"{name} {getattr(change, name)} becomes {days[name]}"
                yield what, replace(named, changes=changes)
    for index, plus in enumerate(named.plus):
        for day in (plus.begins - _DAY, plus.begins + _DAY):
            moved = _put(named.plus, index, replace(plus, begins=Day(day)))
            what = f"{plus.place} from {plus.begins} becomes {day}"
            yield what, replace(named, plus=moved)


def _with_set(packs: Packs, named: NamedSet) -> Packs:
    places = packs.catalogue.places
    sets: Mapping[str, NamedSet] = {**places.sets, named.name: named}
    catalogue = replace(packs.catalogue, places=replace(places, sets=sets))
    return replace(packs, catalogue=catalogue)


def _put(items: tuple[T, ...], index: int, item: T) -> tuple[T, ...]:
    return (*items[:index], item, *items[index + 1 :])

"""Places and the named sets of them, as they stand on a day, as known by a day.

Membership is read back from the table that was seen: what came later is undone. Where
an earlier table was not read, a place may be in a set without certainly being in it.
What a place counts as is a fact of a regime (Hong Kong is China in the EAR).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from antinomy.language import PlaceSet
from antinomy.values import Citation, Day, KnownBy, Text

EMPTY = PlaceSet(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Change:
    """A rule that added or removed members from a day on."""

    on: Day
    known_from: Day
    add: frozenset[str]
    remove: frozenset[str]
    cite: Citation

    def is_in_effect(self, on: date, known_by: date) -> bool:
        """Tell whether it has taken effect and could be known."""
        return self.on <= on and self.known_from <= known_by


@dataclass(frozen=True, slots=True)
class Doubt:
    """Members of whom nobody verified whether they were in before a day."""

    members: frozenset[str]
    before: Day
    why: str


@dataclass(frozen=True, slots=True)
class Addition:
    """A place named beside a formula from a day on."""

    place: str
    begins: Day
    cite: Citation


@dataclass(frozen=True, slots=True)
class CountsAs:
    """A place that a regime treats as another from a day on."""

    regime: str
    place: str
    other: str
    begins: Day
    cite: Citation


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A set by its members and their history, or by a formula over other sets."""

    name: str
    regime: str
    title: Text
    cite: Citation
    known_as_of: Day | None
    members: frozenset[str]
    changes: tuple[Change, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    any_of: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    plus: tuple[Addition, ...] = ()

    def listed_on(self, on: date, known_by: date) -> PlaceSet:
        """Give the members by the table and its history."""
        seen = self.known_as_of or date.max
        now = self.members
        for change in sorted(self.changes, key=lambda c: c.on, reverse=True):
            if change.on <= seen and not change.is_in_effect(on, known_by):
                now = (now - change.add) | change.remove
        for change in sorted(self.changes, key=lambda c: c.on):
            if change.on > seen and change.is_in_effect(on, known_by):
                now = (now | change.add) - change.remove
        open_ones = [d.members for d in self.doubts if on < d.before]
        doubtful = frozenset[str]().union(*open_ones)
        return PlaceSet(now - doubtful, now | doubtful)


@dataclass(frozen=True, slots=True)
class Places:
    """The names of places by two-letter code, and the sets by name."""

    names: Mapping[str, Text]
    sets: Mapping[str, NamedSet]
    counts_as: tuple[CountsAs, ...]

    def days_of_change(self) -> tuple[date, ...]:
        """Give every day on which some set changes."""
        days = {c.on for s in self.sets.values() for c in s.changes}
        days |= {a.begins for s in self.sets.values() for a in s.plus}
        return tuple(sorted(days))

    def set_names(self) -> frozenset[str]:
        """Give the names that predicates may use."""
        return frozenset(self.sets)

    def sets_on(self, on: Day, known_by: KnownBy) -> dict[str, PlaceSet]:
        """Give every set on a day, as known by a day."""
        found: dict[str, PlaceSet] = {}
        for name in self.sets:
            self._compute(name, on, known_by, found)
        return {name: found[name] for name in self.sets}

    def explain(self, name: str, place: str, on: Day) -> Text:
        """Say how a place stands to a set on a day, and on what that rests."""
        within = self.sets_on(on, KnownBy(on))[name]
        en, zh = (
            ("may be in", "可能属于")
            if place in within.possible
            else (
                "is not in",
                "不属于",
            )
        )
        if place in within.certain:
            en, zh = "is in", "属于"
        title, who = self.sets[name].title, self.names[place]
        cites = "; ".join(self._grounds(name, place, on))
        return Text(
            f"{who.en} {en} {title.en} on {on} ({cites})",
            f"{who.zh}于 {on} {zh}{title.zh}（{cites}）",
        )

    def _compute(
        self, name: str, on: Day, known_by: KnownBy, found: dict[str, PlaceSet]
    ) -> PlaceSet:
        if name in found:
            return found[name]
        named = self.sets[name]

        def union(names: tuple[str, ...]) -> PlaceSet:
            sets = [self._compute(other, on, known_by, found) for other in names]
            return PlaceSet(
                frozenset[str]().union(*(s.certain for s in sets)),
                frozenset[str]().union(*(s.possible for s in sets)),
            )

        given = named.listed_on(on, known_by)
        whole, taken = union(named.any_of), union(named.less)
        added = frozenset(
            plus.place for plus in named.plus if plus.begins <= min(on, known_by)
        )
        # What may be taken out is not certainly in, and what surely is cannot be.
        certain = (given.certain | whole.certain) - taken.possible
        possible = (given.possible | whole.possible) - taken.certain
        sum_of = PlaceSet(certain | added, possible | added)
        found[name] = self._treated(named.regime, sum_of, min(on, known_by))
        return found[name]

    def _treated(self, regime: str, within: PlaceSet, day: date) -> PlaceSet:
        certain, possible = within.certain, within.possible
        for rule in self.counts_as:
            if rule.regime == regime and rule.begins <= day:
                certain |= {rule.place} if rule.other in certain else set()
                possible |= {rule.place} if rule.other in possible else set()
        return PlaceSet(certain, possible)

    def _grounds(self, name: str, place: str, on: Day) -> list[str]:
        """Give the texts on which a place's standing rests."""
        named = self.sets[name]
        found = [named.cite.text] if named.cite.text else []
        found += [
            p.cite.text for p in named.plus if p.place == place and p.begins <= on
        ]
        for rule in self.counts_as:
            if (rule.regime, rule.place) == (named.regime, place) and rule.begins <= on:
                found.append(f"{place} = {rule.other}: {rule.cite.text}")
        for change in named.changes:
            if place in change.add | change.remove and change.on <= on:
                found.append(change.cite.text)
        found += [d.why for d in named.doubts if place in d.members and on < d.before]
        for other in (*named.any_of, *named.less):
            found += self._grounds(other, place, on)
        return list(dict.fromkeys(found))

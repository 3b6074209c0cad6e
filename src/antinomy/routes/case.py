"""One path of supply as frozen values: parties, movements, payments, counts, sites."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from antinomy.ownership import Structure
from antinomy.routes.amount import Amount
from antinomy.routes.period import ANY_TIME, Period
from antinomy.routes.record import Prose
from antinomy.values import Number


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to the path; ``parts`` are the classes of its role.

    ``seat`` is where its executives sit, where the file says so; ``marks`` are what it
    might share with others: addresses, telephones, directors.
    """

    id: str
    where: str
    role: str = ""
    parts: frozenset[str] = frozenset()
    country: str = ""
    seat: str = ""
    seat_said: str = ""
    parent: str = ""
    parent_seat: str = ""
    founded: Period | None = None
    staff: Amount | None = None
    domain_since: Period | None = None
    trade: str = ""
    new_product: str = ""
    orders_before: Amount | None = None
    is_first_order: bool = False
    is_listed: bool = False
    listed_since: date | None = None
    marks: tuple[tuple[str, str], ...] = ()
    same_as: tuple[str, ...] = ()
    holds: str = ""
    share: Amount | None = None
    cash: Amount | None = None
    is_disclosed: bool = True

    @property
    def is_reference(self) -> bool:
        """Tell whether a listed party is named for comparison and gets nothing."""
        is_named = self.is_listed and "reference" in self.parts
        return is_named and "consignee" not in self.parts

    def listed_on(self, on: date) -> bool:
        """Tell whether the file has it on a list on a day."""
        return self.is_listed and (self.listed_since is None or self.listed_since <= on)


@dataclass(frozen=True, slots=True)
class Movement:
    """Goods go from one party to another, within a period, as declared."""

    where: str
    source: str
    target: str
    when: Period = ANY_TIME
    amount: Amount | None = None
    unit: str = ""
    usd: Amount | None = None
    declared: str = ""
    heading: str = ""
    eccn: str = ""
    statement: str = ""
    end_user: str = ""
    via: tuple[str, ...] = ()
    bill_to: str = ""
    reason: str = ""
    brand: str = ""
    weight: Amount | None = None
    weight_seen: Amount | None = None
    permit: str = ""
    notice_days: Amount | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """Money goes to a payee, from a party or a place."""

    where: str
    payee: str
    payer: str
    country: str
    usd: Amount | None
    when: Period | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """What was seen at a party's site on a day.

    ``listed`` are the labels, ``matched`` the identities read from the machines.
    """

    where: str
    party: str
    when: Period | None
    listed: Amount | None = None
    seen: Amount | None = None
    powered: Amount | None = None
    boxed: Amount | None = None
    matched: Amount | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A site: what it can feed and cool, and what is there already; megawatts."""

    where: str
    place: str
    party: str
    figures: Mapping[str, Amount]
    telemetry: str = ""
    telemetry_where: str = ""
    shown_place: str = ""
    last_seen: Period | None = None
    reporting: Amount | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """Compute that one party gives another."""

    where: str
    provider: str
    user: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Permit:
    """A permit or notice of a place: whether given, and when filed."""

    where: str
    place: str
    is_given: bool | None
    filed: Period | None


@dataclass(frozen=True, slots=True)
class DesignCheck:
    """A die compared with that of a listed party; areas in mm2."""

    where: str
    area: Amount | None
    listed_area: Amount | None
    likeness: Amount | None


@dataclass(frozen=True, slots=True)
class Goods:
    """What moves: its name, classification, quantity and power in kW."""

    where: str = ""
    item: str = ""
    eccns: tuple[str, ...] = ()
    heading: str = ""
    declared: str = ""
    amount: Amount | None = None
    unit: str = ""
    usd: Amount | None = None
    is_first: bool = False
    kw_each: Amount | None = None
    per_unit: Amount | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a block of the file states, with its name and period."""

    where: str
    name: str
    amount: Amount
    when: Period | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says."""

    where: str
    speaker: str
    says: str


@dataclass(frozen=True, slots=True)
class Report:
    """What one partner reports of trade with another in a month, in million dollars."""

    where: str
    month: Period
    reporter: str
    is_export: bool
    partner: str
    value: Number


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the case: its kind, and whom it names."""

    where: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """One path of supply as a file states it."""

    id: str
    as_of: date | None
    actors: Mapping[str, Actor]
    movements: tuple[Movement, ...] = ()
    goods: tuple[Goods, ...] = ()
    payments: tuple[Payment, ...] = ()
    counts: tuple[Count, ...] = ()
    places: tuple[Place, ...] = ()
    services: tuple[Service, ...] = ()
    permits: tuple[Permit, ...] = ()
    designs: tuple[DesignCheck, ...] = ()
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    reports: tuple[Report, ...] = ()
    limits: Mapping[str, Number] = field(default_factory=dict)
    structure: Structure | None = None
    prose: tuple[Prose, ...] = ()
    known: frozenset[str] = frozenset()
    papers: tuple[Paper, ...] = ()
    doubts: tuple[str, ...] = ()

    @cached_property
    def into(self) -> dict[str, list[Movement]]:
        """Give the movements to each party, in the order of the file."""
        return _grouped(self.movements, "target")

    @cached_property
    def out_of(self) -> dict[str, list[Movement]]:
        """Give the movements from each party, in the order of the file."""
        return _grouped(self.movements, "source")

    def actor(self, name: str) -> Actor:
        """Give a party; one that the file does not describe is known by name only."""
        return self.actors.get(name) or Actor(name, "")

    @cached_property
    def recipients(self) -> tuple[Actor, ...]:
        """Give those who get the goods; without movements those of such a role."""
        names = list(dict.fromkeys(m.target for m in self.movements))
        named = {s.user for s in self.services} | {s.provider for s in self.services}
        more = [
            actor.id
            for actor in self.actors.values()
            if "receiver" in actor.parts
            and not {"cloud_user", "owner", "broker"} & actor.parts
            and actor.id not in named
            and not actor.is_reference
        ]
        found = tuple(self.actor(n) for n in dict.fromkeys([*names, *more]))
        return found or self._others

    @property
    def _others(self) -> tuple[Actor, ...]:
        """Give the parties that are neither listed, owners nor users of compute."""
        apart = {"owner", "broker", "cloud_user", "logistic"}
        users = {s.user for s in self.services} | {s.provider for s in self.services}
        return tuple(
            actor
            for actor in self.actors.values()
            if not (actor.is_listed or apart & actor.parts or actor.id in users)
        )

    @cached_property
    def last_holders(self) -> tuple[Actor, ...]:
        """Give those from whom the file tells of no further movement."""
        return tuple(self.actor(name) for name in self.into if name not in self.out_of)

    @property
    def states_something(self) -> bool:
        """Tell whether there is anything to look at."""
        seen = (self.actors, self.movements, self.payments, self.counts, self.places)
        more = (self.reports, self.services, self.designs, self.structure, self.prose)
        return any((*seen, *more))

    @cached_property
    def said_of(self) -> dict[str, list[Prose]]:
        """Give the prose said of each party."""
        found: dict[str, list[Prose]] = {}
        for words in self.prose:
            found.setdefault(words.party, []).append(words)
        return found

    @cached_property
    def parents_by_role(self) -> tuple[dict[str, str], str]:
        """Give the parties whose role names them parent: of whom, or of the buyer.

        The second is the parent whose role names nobody, where only one party buys.
        """
        of: dict[str, str] = {}
        nameless = ""
        for other in self.actors.values():
            if "parent" in other.parts:
                words = set(re.findall(r"\w[\w-]*", other.role)) & self.actors.keys()
                of |= dict.fromkeys(words - {other.id}, other.id)
                nameless = nameless or ("" if words else other.id)
        receive = [
            actor.id
            for actor in self.recipients
            if not {"logistic", "owner"} & actor.parts
        ]
        return of, nameless if len(receive) == 1 else ""


def _grouped(movements: tuple[Movement, ...], by: str) -> dict[str, list[Movement]]:
    found: dict[str, list[Movement]] = {}
    for movement in movements:
        found.setdefault(getattr(movement, by), []).append(movement)
    return found

"""One path of supply as a frozen value, and what follows from its parts alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from antinomy.ownership import Structure
from antinomy.routes.facts import (
    Actor,
    Claim,
    Count,
    DesignCheck,
    Figure,
    Goods,
    Movement,
    Paper,
    Payment,
    Permit,
    Place,
    Report,
    Service,
)
from antinomy.routes.record import Prose
from antinomy.values import Number


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
    monthly: tuple[Figure, ...] = ()
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

"""Who holds what share of whom: holders, listings and holdings, each with its days.

Shares are exact percent of the whole. A share of which only a band is known lies
between its two ends, both included.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property

from antinomy.values import Number

WHOLE: Number = 100


class Register(Enum):
    """What is known of the holders that are not named.

    Of a complete register the named ones hold all. Of an open one the rest may be
    anybody. Without one the shares named are all that matters: the rest is dispersed.
    """

    COMPLETE = "complete"
    OPEN = "open"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Band:
    """A share in percent, at least and at most."""

    low: Number
    high: Number

    @property
    def is_exact(self) -> bool:
        """Tell whether the share is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Listing:
    """A holder on an official list, from a day to a last day; ``marks`` are its flags.

    ``requirement`` and ``policy`` are the licence requirement and the review policy
    that the entry states, in its words.
    """

    list: str
    begins: date | None = None
    until: date | None = None
    requirement: str = ""
    policy: str = ""
    marks: Mapping[str, bool] = field(default_factory=dict)

    def stands(self, on: date) -> bool:
        """Tell whether the listing stands on a day."""
        return _covers(self.begins, self.until, on)


@dataclass(frozen=True, slots=True)
class Holder:
    """A firm, a person or a fund; ``seat`` is where its executives sit."""

    id: str
    kind: str
    seat: str | None
    listings: tuple[Listing, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A share of a firm held between two days, by one holder or by several jointly.

    ``votes`` are those of the share where they differ from it.
    """

    owners: tuple[str, ...]
    owned: str
    equity: Band
    votes: Band | None = None
    appoints_board: bool = False
    is_by_nominee: bool = False
    begins: date | None = None
    until: date | None = None
    known_from: date | None = None

    @property
    def voting(self) -> Band:
        """Give the votes: those stated, else those of the share."""
        return self.votes or self.equity

    def stands(self, on: date, known_by: date) -> bool:
        """Tell whether the holding stood on a day, as known by a day."""
        is_known = self.known_from is None or self.known_from <= known_by
        return is_known and _covers(self.begins, self.until, on)


@dataclass(frozen=True)
class Structure:
    """Holders by name, their holdings, and the registers of the firms held."""

    holders: Mapping[str, Holder]
    holdings: tuple[Holding, ...]
    registers: Mapping[str, Register] = field(default_factory=dict)

    def at(self, on: date, known_by: date) -> "Structure":
        """Give the holdings of one day, as known by a day."""
        return replace(
            self, holdings=tuple(h for h in self.holdings if h.stands(on, known_by))
        )

    def of(self, owned: str) -> tuple[Holding, ...]:
        """Give the holdings of a firm's shares."""
        return self._by_firm.get(owned, ())

    def above(self, firm: str) -> set[str]:
        """Give all holders of holders of a firm; itself only where it is one."""
        found: set[str] = set()
        fresh = [firm]
        while fresh:
            for holding in self.of(fresh.pop()):
                fresh += [name for name in holding.owners if name not in found]
                found.update(holding.owners)
        return found

    @cached_property
    def _by_firm(self) -> dict[str, tuple[Holding, ...]]:
        found: dict[str, list[Holding]] = {}
        for holding in self.holdings:
            found.setdefault(holding.owned, []).append(holding)
        return {firm: tuple(holdings) for firm, holdings in found.items()}

    def register(self, owned: str) -> Register:
        """Give what is known of the other holders of a firm."""
        return self.registers.get(owned, Register.ABSENT)


def _covers(begins: date | None, until: date | None, on: date) -> bool:
    return (begins is None or begins <= on) and (until is None or on <= until)

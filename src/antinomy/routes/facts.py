"""What a file says of a path of supply: parties, movements, money, counts, sites."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from antinomy.routes.amount import Amount
from antinomy.routes.period import ANY_TIME, Period
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
    """A document of the case: its kind, whom it names, and whom as end user."""

    where: str
    kind: str
    names: tuple[str, ...]
    user: str = ""

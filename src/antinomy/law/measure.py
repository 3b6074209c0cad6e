"""Measures, provisions, versions and norms, as frozen values."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from antinomy.language import TRUE, Form
from antinomy.law.event import Event
from antinomy.values import Citation, Location, Text


class Force(Enum):
    """How a measure binds."""

    BINDING = "binding"
    SOFT = "soft"
    REPORTED = "reported"
    PROPOSED = "proposed"


class Modality(Enum):
    """What a norm asks."""

    FORBID = "forbid"
    OBLIGE = "oblige"


class Liability(Enum):
    """Why a breach is not certain in law."""

    CERTAIN = "certain"
    DISCRETIONARY = "discretionary"
    REASON_DEPENDENT = "reason_dependent"


@dataclass(frozen=True, slots=True)
class Norm:
    """Forbid or oblige acts under a regime.

    ``licence`` is the kind of paper that lifts a prohibition; ``route`` one that a
    recorded text still knows as a way out of a plain one.
    """

    regime: str
    modality: Modality
    acts: tuple[str, ...]
    licence: str = ""
    route: str = ""
    liability: Liability = Liability.CERTAIN
    why: Text | None = None
    consequence: Text | None = None
    remedy: Text | None = None
    deadline: Text | None = None
    rate: str = ""


class Policy(Enum):
    """How an authority reviews applications."""

    APPROVAL = "approval"
    PRESUMPTION_OF_APPROVAL = "presumption_of_approval"
    CASE_BY_CASE = "case_by_case"
    PRESUMPTION_OF_DENIAL = "presumption_of_denial"
    DENIAL = "denial"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Concludes:
    """Define a predicate.

    ``control`` is the ECCN paragraph it stands for, ``tariff_band`` the band of chips
    on which a duty lies.
    """

    name: str
    control: str = ""
    tariff_band: str = ""


@dataclass(frozen=True, slots=True)
class Imposes:
    """Impose a norm."""

    norm: Norm


@dataclass(frozen=True, slots=True)
class Excepts:
    """Take cases out of other provisions."""

    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authorises:
    """A licence exception: its conditions met, a licence is not needed."""

    norms: tuple[str, ...]
    conditions: Text


@dataclass(frozen=True, slots=True)
class Reviews:
    """Say how applications under some norms are reviewed."""

    norms: tuple[str, ...]
    policy: Policy


Duty = Concludes | Imposes | Excepts | Authorises | Reviews


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a provision, opened by an event."""

    opened_by: str
    cite: Citation
    when: Form = TRUE
    unless: Form | None = None
    when_text: str = ""
    unless_text: str = ""
    closed_by: str = ""
    known_from: date | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule of a measure."""

    id: str
    measure: str
    scope: str
    does: Duty
    versions: tuple[Version, ...]
    title: Text
    at: Location


@dataclass(frozen=True, slots=True)
class Practice:
    """What the authority was seen to do, beside text, force and enforcement."""

    since: date
    what: Text
    cite: Citation


@dataclass(frozen=True, slots=True)
class Measure:
    """An instrument of an authority with its events and provisions."""

    id: str
    pack: str
    title: Text
    issuer: str
    kind: str
    regime: str
    force: Force
    cite: Citation
    events: tuple[Event, ...]
    at: Location
    provisions: tuple[Provision, ...] = ()
    practice: tuple[Practice, ...] = ()
    addressee: str = ""
    note: Text | None = None

    @property
    def known_from(self) -> date | None:
        """Give the first day on which the measure could be known."""
        return min((e.known_from for e in self.events if e.known_from), default=None)

"""Measures, events, provisions, versions and norms, as frozen values."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from antinomy.language import TRUE, Form
from antinomy.values import Between, Citation, Location, Text


class Force(Enum):
    """How a measure binds."""

    BINDING = "binding"
    SOFT = "soft"
    REPORTED = "reported"
    PROPOSED = "proposed"


class EventKind(Enum):
    """What an event does to a measure."""

    OPENS = "opens"
    AMENDS = "amends"
    SUSPENDS = "suspends"
    RESUMES = "resumes"
    CLOSES = "closes"
    WITHDRAWS = "withdraws"
    REWORDS = "rewords"
    AWAITED = "awaited"


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a measure, with every day it has.

    ``until`` is the last day included. ``only`` limits it to some provisions. An
    event of enforcement leaves the rule in force and withholds its enforcement.
    """

    id: str
    kind: EventKind
    cite: Citation
    announced: date | None = None
    public_inspection: date | None = None
    published: date | None = None
    effective: date | Between | None = None
    compliance: date | None = None
    until: date | None = None
    until_is_included: bool | None = True
    after: date | None = None
    stated_known_from: date | None = None
    only: tuple[str, ...] = ()
    is_of_enforcement: bool = False
    note: Text | None = None

    @property
    def known_from(self) -> date | None:
        """Give the day from which the event could be known."""
        days = (self.announced, self.public_inspection, self.published)
        told = [day for day in days if day is not None]
        if told:
            return min(told)
        start = self.effective.first if isinstance(self.effective, Between) else self.effective
        return self.stated_known_from or start

    @property
    def starts(self) -> date | Between | None:
        """Give the day the event takes effect; a bare announcement on its own day."""
        return self.effective or self.announced or self.published

    def concerns(self, provision: str) -> bool:
        """Tell whether the event touches a provision of its measure."""
        return not self.only or provision in self.only


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
    """Define a predicate; ``control`` is the ECCN paragraph it stands for."""

    name: str
    control: str = ""


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
    """What the authority was seen to do: a fourth thing beside text, force, enforcement."""

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
    provisions: tuple[Provision, ...] = ()
    practice: tuple[Practice, ...] = ()
    addressee: str = ""
    note: Text | None = None
    at: Location = field(default_factory=lambda: Location(""))

    def event(self, event_id: str) -> Event:
        """Give an event by its id."""
        return next(e for e in self.events if e.id == event_id)

    @property
    def known_from(self) -> date | None:
        """Give the first day on which the measure could be known."""
        return min((e.known_from for e in self.events if e.known_from), default=None)

"""What happened to a measure, with every day it has.

An event is known from the day it was told, takes effect on another, and may concern
only some provisions. Force and enforcement are different things.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from antinomy.values import Acceptance, Between, Citation, Text


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
    """One event of a measure.

    ``until`` is the last day of a suspension, included unless said otherwise; None in
    ``until_is_included`` leaves that day unknown. ``only`` limits the event to some
    provisions. An event of enforcement leaves the rule in force. ``acceptances`` are
    those of the claims of the record that tell it, where no pack alone does.
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
    acceptances: tuple[Acceptance, ...] = ()

    @property
    def known_from(self) -> date | None:
        """Give the day from which the event could be known."""
        days = (self.announced, self.public_inspection, self.published)
        told = [day for day in days if day is not None]
        if told:
            return min(told)
        return self.stated_known_from or first_of(self.effective)

    @property
    def starts(self) -> date | Between | None:
        """Give the day it takes effect; without one, the day it was told."""
        told = self.announced or self.public_inspection or self.published
        return self.effective or told

    def concerns(self, provision: str) -> bool:
        """Tell whether the event touches a provision of its measure."""
        return not self.only or provision in self.only

    def is_known(self, known_by: date) -> bool:
        """Tell whether it could be known by a day."""
        return self.known_from is not None and self.known_from <= known_by


def first_of(day: date | Between | None) -> date | None:
    """Give the first day on which something may begin."""
    return day.first if isinstance(day, Between) else day


def last_of(day: date | Between | None) -> date | None:
    """Give the first day on which something has begun for certain."""
    return day.last if isinstance(day, Between) else day

"""A number about a thing: exact, between bounds, or sought and not found."""

from dataclasses import dataclass
from typing import Literal

from antinomy.claims.cue import Cue
from antinomy.claims.evidence import Evidence, Relation
from antinomy.values import Day, Number, Span, Text

ScopeField = Literal["scope", "measure"]


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``, both included; an exact one has both equal.

    >>> 8 in Range(5, 15), 30 in Range(5, 15)
    (True, False)
    """

    low: Number
    high: Number

    def __contains__(self, value: Number) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class SideFigure:
    """A number told of the same matter that is not the figure, and what it is."""

    value: Number
    note: Text


@dataclass(frozen=True, slots=True)
class Scope:
    """What the figure is true of and texts leave out or add.

    A text that uses none of ``needs``, or one of ``refuses``, gives the figure a wider
    or another meaning; ``field`` names what is then at issue.
    """

    note: Text
    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    field: ScopeField = "scope"


@dataclass(frozen=True, slots=True)
class Figure:
    """What is measured of a subject, ``measure``, in a unit.

    ``value`` None says that a figure was sought and none found. ``before`` is the
    number from which it came, where the figure tells a change. ``against`` is what
    the subject is compared with, ``said_by`` whose word or estimate it is. Figures of
    one ``series`` tell the same thing of several times or by several mouths.
    ``of_measure`` is the id of a measure of law.
    """

    id: str
    subject: str
    measure: Text
    unit: str
    known_from: Day
    note: Text
    evidence: tuple[Evidence, ...]
    value: Range | None = None
    before: Range | None = None
    sides: tuple[SideFigure, ...] = ()
    scope: Scope | None = None
    against: str = ""
    series: str = ""
    valid: Span | None = None
    said_by: tuple[str, ...] = ()
    said: Span | None = None
    of_measure: str = ""
    relations: tuple[Relation, ...] = ()
    cues: tuple[Cue, ...] = ()

"""A name on an official list, and a share of a firm, between two days."""

from dataclasses import dataclass

from antinomy.claims.cue import Cue
from antinomy.claims.evidence import Evidence, Relation
from antinomy.claims.figure import Range
from antinomy.values import Day, Span, Text


@dataclass(frozen=True, slots=True)
class Listing:
    """A party on an official list, named there as ``named``, between two days."""

    id: str
    party: str
    list: str
    when: Span
    known_from: Day
    note: Text
    evidence: tuple[Evidence, ...]
    named: str = ""
    measure: str = ""
    relations: tuple[Relation, ...] = ()
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """A share of a firm held by another; ``share`` in percent, None where unknown."""

    id: str
    owner: str
    owned: str
    when: Span
    known_from: Day
    note: Text
    evidence: tuple[Evidence, ...]
    share: Range | None = None
    relations: tuple[Relation, ...] = ()
    cues: tuple[Cue, ...] = ()

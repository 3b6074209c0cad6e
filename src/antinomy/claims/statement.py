"""Who said what on which day, in own words, with the key words where they are public.

Whether it stands is told by the items that revise, retract or deny it.
"""

from dataclasses import dataclass

from antinomy.claims.cue import Cue
from antinomy.claims.evidence import Evidence, Relation
from antinomy.values import Day, Span, Text


@dataclass(frozen=True, slots=True)
class Statement:
    """What was said, ``content``, by a person for an organisation.

    ``keys`` are groups of words, of each of which a true quotation has one.
    """

    id: str
    said: Span
    known_from: Day
    content: Text
    stance: str
    evidence: tuple[Evidence, ...]
    speaker: str = ""
    org: str = ""
    target: str = ""
    measure: str = ""
    keys: tuple[tuple[str, ...], ...] = ()
    relations: tuple[Relation, ...] = ()
    cues: tuple[Cue, ...] = ()

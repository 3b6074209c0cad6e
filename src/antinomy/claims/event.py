"""Something that happened or was done, with its days."""

from dataclasses import dataclass

from antinomy.claims.cue import Cue
from antinomy.claims.evidence import Evidence, Relation
from antinomy.values import Day, Span, Text


@dataclass(frozen=True, slots=True)
class Event:
    """What was done by whom to what, in own words in ``note``.

    ``when`` holds the days on one of which it happened, or through which it went on.
    ``measure`` is the id of the measure of law that the event made or moved. One that
    ``is_alleged`` was said and never found.
    """

    id: str
    kind: str
    when: Span
    known_from: Day
    note: Text
    evidence: tuple[Evidence, ...]
    actors: tuple[str, ...] = ()
    object: str = ""
    place: str = ""
    measure: str = ""
    is_alleged: bool = False
    relations: tuple[Relation, ...] = ()
    cues: tuple[Cue, ...] = ()

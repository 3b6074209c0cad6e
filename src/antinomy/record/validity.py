"""The days for which something held in the world, as far as they are known.

An end may be a day, open (there is none) or unknown (there may be one): three different
things, so that nothing unknown is taken for a no.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from antinomy.values import Day, Json, Truth, parse_day


class Undated(Enum):
    """An end without a day."""

    OPEN = "open"
    UNKNOWN = "unknown"


Edge = Day | Undated


@dataclass(frozen=True, slots=True)
class Valid:
    """From a first day to a last one, both included.

    >>> valid = Valid(parse_day("2025-05-13"), Undated.UNKNOWN)
    >>> valid.holds(parse_day("2025-05-12")), valid.holds(parse_day("2025-05-14"))
    (Truth.FALSE, Truth.UNKNOWN)
    """

    begins: Edge = Undated.UNKNOWN
    until: Edge = Undated.UNKNOWN

    def holds(self, on: date) -> Truth:
        """Tell whether it held on a day."""
        begun, over = reached(self.begins, on), passed(self.until, on)
        if begun is Truth.TRUE and over is Truth.FALSE:
            return Truth.TRUE  # the ordinary case, of a million
        return begun & ~over

    def as_json(self) -> dict[str, Json]:
        """Give both ends as text."""
        return {"from": edge_text(self.begins), "to": edge_text(self.until)}


def reached(begins: Edge, on: date) -> Truth:
    """Tell whether a beginning is reached on a day; an open one always is."""
    match begins:
        case Undated.OPEN:
            return Truth.TRUE
        case Undated.UNKNOWN:
            return Truth.UNKNOWN
        case day:
            return Truth.TRUE if day <= on else Truth.FALSE


def passed(until: Edge, on: date) -> Truth:
    """Tell whether a last day is over on a day; an open one never is."""
    match until:
        case Undated.OPEN:
            return Truth.FALSE
        case Undated.UNKNOWN:
            return Truth.UNKNOWN
        case day:
            return Truth.TRUE if day < on else Truth.FALSE


def edge_text(edge: Edge) -> str:
    """Write an end: its day, `open` or `unknown`."""
    return edge.value if isinstance(edge, Undated) else edge.isoformat()


def parse_edge(text: str) -> Edge:
    """Read an end.

    >>> parse_edge("open")
    <Undated.OPEN: 'open'>

    Raises:
        ValueError: neither a day nor one of the two words.
    """
    for undated in Undated:
        if text == undated.value:
            return undated
    return parse_day(text)

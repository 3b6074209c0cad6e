"""Find the calendar expressions of a text and the days they mean.

Words for "now", "that day" or "recently" are no times. What cannot be reckoned is kept
apart with the reason and is never guessed.
"""

from dataclasses import dataclass

from antinomy.press.found import Time
from antinomy.press.grammar.anchors import Anchors
from antinomy.press.grammar.reckoning import Reckoner
from antinomy.press.grammar.timewords import TimeWords
from antinomy.press.grammar.told import tell
from antinomy.press.woven import Extent


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression whose days stay open, and why."""

    extent: Extent
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The times of a text in their order, and what stayed open."""

    times: tuple[Time, ...]
    unresolved: tuple[Unresolved, ...]


def read_times(text: str, words: TimeWords, anchors: Anchors) -> Timeline:
    """Find the times of a twin text and what stays open.

    Args:
        text: the twin text; its lines are joined by line ends.
        words: the calendar grammar.
        anchors: the day of the page.
    """
    reckoner = Reckoner(words, anchors.page, inferred=anchors.is_inferred)
    times: list[Time] = []
    unresolved: list[Unresolved] = []
    same_line, end = False, 0
    for told in tell(text, words):
        same_line = same_line and "\n" not in text[end : told.extent.start]
        end = told.extent.end
        time = reckoner.reckon(told, same_line=same_line)
        if isinstance(time, str):
            unresolved.append(Unresolved(told.extent, time))
        else:
            times.append(time)
            same_line = True
    return Timeline(tuple(times), tuple(unresolved))


def find_times(text: str, words: TimeWords, anchors: Anchors) -> tuple[Time, ...]:
    """Find the times of a twin text that resolve to days."""
    return read_times(text, words, anchors).times

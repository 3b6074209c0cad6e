"""The day on which a story says at its head that it was filed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.press.grammar.anchors import Anchors
from antinomy.press.grammar.times import find_times
from antinomy.press.grammar.timewords import TimeWords
from antinomy.values import Day


@dataclass(frozen=True, slots=True)
class DatelineWords:
    """Patterns with a group ``day``, and how many lines are looked at."""

    patterns: tuple[re.Pattern[str], ...]
    lines: int


def read_datelines(path: Path) -> DatelineWords:
    """Read the patterns.

    Raises:
        InputError: with the place of the first fault.
    """
    fields = Fields(read_document(path))
    patterns = tuple(re.compile(pattern) for pattern in fields.words("datelines"))
    words = DatelineWords(patterns, int(fields.text("lines")))
    fields.done()
    return words


def filed_on(
    lines: Iterable[str], words: DatelineWords, times: TimeWords
) -> Day | None:
    """Give the day of the first dateline; ``lines`` are those that are read."""
    for line in islice(lines, words.lines):
        for pattern in words.patterns:
            met = pattern.search(line)
            found = find_times(met["day"], times, Anchors()) if met else ()
            if found and found[0].precision == "day":
                return found[0].start
    return None

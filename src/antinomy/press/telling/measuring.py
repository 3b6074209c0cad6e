"""What a number is told of: the thing it measures, and the day it holds for.

A measure or product named right beside the number, else who acts in its clause, else
the thing named last before it.
"""

from dataclasses import replace

from antinomy.press.found import Quantity, Time
from antinomy.press.telling.frames import FrameWords, sort_of
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Passage
from antinomy.press.telling.subjects import subject_of

_BESIDE = 4  # code points between a number and the thing it belongs to
_MEASURED = frozenset({"measure", "chip", "product"})
_OWNERS = (
    frozenset({"company", "agency", "government", "organisation", "place", "person"})
    | _MEASURED
)


def measured(
    passage: Passage, before: Passage | None, names: Names, words: FrameWords
) -> tuple[Quantity, ...]:
    """Give the quantities of a passage with their subjects and times.

    ``before`` is the sentence before, whose subject runs on where none is named.
    """
    return tuple(
        replace(
            quantity,
            subject=_subject(passage, before, quantity, names, words),
            when=_when(passage, quantity),
        )
        for quantity in passage.quantities
    )


def _subject(
    passage: Passage,
    before: Passage | None,
    quantity: Quantity,
    names: Names,
    words: FrameWords,
) -> str | None:
    start, end = quantity.extent.start, quantity.extent.end
    for mention in passage.mentions:
        fits = sort_of(names.things[mention.thing]) in _MEASURED
        beside = (
            0 <= mention.extent.start - end <= _BESIDE
            or 0 <= start - mention.extent.end <= _BESIDE
        )
        if fits and beside:
            return mention.thing
    group = subject_of(passage, start, _OWNERS, names, words)
    if group is None and before is not None and before.line == passage.line:
        group = subject_of(before, before.extent.end - 1, _OWNERS, names, words)
    return group.things[0] if group else None


def _when(passage: Passage, quantity: Quantity) -> Time | None:
    """Give the time told before in the clauses up to the number."""
    before = [t for t in passage.times if t.extent.start < quantity.extent.start]
    return before[-1] if before else None

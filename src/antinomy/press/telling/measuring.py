"""What a number is told of: the thing it measures, and the day it holds for.

A measure or product named right beside the number, else who acts in its clause, else
the thing named last before it.
"""

from bisect import bisect_left
from dataclasses import replace

from antinomy.press.found import Mention, Quantity, Time
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.telling.subjects import groups_of, subject_of
from antinomy.press.woven import Extent

_CAUSE = 8  # code points before a name that may say it is made to do something
_OFFICER = ("person", "company")
_SHARES = frozenset({"%", "times"})  # units that compare
_MOST = 200  # numbers of one sentence
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

    ``before`` is the sentence before, whose subject runs on where none is named. A
    sentence of more numbers than anybody writes tells them of nothing.
    """
    if len(passage.quantities) > _MOST:
        return passage.quantities
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
    yardstick: Mention | None = None
    clause = passage.clauses[passage.clause_at(start)]
    for mention in passage.mentions:
        fits = names.sorts[mention.thing] in _MEASURED
        beside = (
            end <= mention.extent.start < min(end + _BESIDE + 1, clause.end)
            or 0 <= start - mention.extent.end <= _BESIDE
        )
        if fits and beside:
            if not _compared(passage, mention, quantity, names, words):
                return mention.thing
            yardstick = mention
    made = _made_to(passage, quantity, words)
    if made is not None:
        return made
    group = subject_of(passage, start, _OWNERS, names, words)
    compared = group and yardstick and group.extent.meets(yardstick.extent)
    if group and (compared or not group.things):
        group = subject_of(passage, clause.start, _OWNERS, names, words) or group
    if group is None and before is not None and before.line == passage.line:
        group = subject_of(before, before.extent.end - 1, _OWNERS, names, words)
    if group is None or not group.things:
        return None
    return _whose(passage, group, quantity, names)


def _whose(passage: Passage, group: Group, quantity: Quantity, names: Names) -> str:
    """Give the firm of an officer where the number stands in what he told."""
    thing = group.things[0]
    firm = names.things[thing].of
    apart = passage.clause_at(group.extent.start) != passage.clause_at(
        quantity.extent.start
    )
    if apart and firm and (names.sorts[thing], names.sorts[firm]) == _OFFICER:
        return firm
    return thing


def _compared(
    passage: Passage,
    mention: Mention,
    quantity: Quantity,
    names: Names,
    words: FrameWords,
) -> bool:
    """Tell whether a number says how another thing compares with the one named."""
    groups = groups_of(passage, names, words)
    group = next(g for g in groups if g.extent.meets(mention.extent))
    clause = passage.clauses[passage.clause_at(mention.extent.start)]
    start = group.extent.start
    if quantity.extent.end <= mention.extent.start:
        start = mention.extent.start
    lead = Extent(max(clause.start, start - _CAUSE), start)
    return (
        quantity.unit in _SHARES
        and lead.end > lead.start
        and words.measured_by.search(passage.within(lead)) is not None
    )


def _made_to(passage: Passage, quantity: Quantity, words: FrameWords) -> str | None:
    """Give what is made to spend, lose or reach a number in its clause."""
    clause = passage.clauses[passage.clause_at(quantity.extent.start)]
    for mention in reversed(passage.mentions):
        start = mention.extent.start
        if clause.start < start < quantity.extent.start:
            lead = passage.within(Extent(max(clause.start, start - _CAUSE), start))
            if words.causes.search(lead):
                return mention.thing
    return None


def _when(passage: Passage, quantity: Quantity) -> Time | None:
    """Give the time told before in the clauses up to the number, or beside it.

    A time beside the number from which another came is that number's alone.
    """
    if quantity.relation == "from":
        for time in passage.times:
            if passage.beginnings.get(time.extent) is quantity:
                return time
    start = quantity.extent.start
    times = passage.times_of_end
    before = bisect_left(times, start, key=lambda time: time.extent.start)
    return times[before - 1] if before else None

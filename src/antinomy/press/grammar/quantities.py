"""Find the quantities of a text: exact numbers with their unit and how they are meant.

A number without a unit, and a number of a name, a date or a list, is no quantity.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from antinomy.press.found import Quantity
from antinomy.press.grammar.amountreader import AmountReader, before_in_line
from antinomy.press.grammar.unitwords import UnitWords
from antinomy.press.woven import Extent

_CLAUSE = re.compile("[,，。;；]")
_APART = 40  # characters between two ends of one change


def find_quantities(
    text: str, words: UnitWords, taken: Sequence[Extent]
) -> tuple[Quantity, ...]:
    """Find the quantities of a twin text.

    Args:
        text: the twin text.
        words: the grammar of quantities.
        taken: extents of names and times, whose numbers are none.
    """
    found = list(_each(text, words, taken))
    return tuple(_paired(found, text, words))


def _each(text: str, words: UnitWords, taken: Sequence[Extent]) -> Iterator[Quantity]:
    extents = sorted(taken)
    starts = [extent.start for extent in extents]
    done = 0
    for place, _ in words.starts.find(text):
        if place < done:
            continue
        match = words.amounts.match(text, place)
        if not match:
            continue
        before = bisect_right(starts, match.end() - 1)
        if before and extents[before - 1].end > place:
            done = extents[before - 1].end if extents[before - 1].start <= place else 0
            continue
        amounts = AmountReader(text, words, match).quantities()
        if amounts:
            done = match.end()
            yield from amounts


def _paired(found: list[Quantity], text: str, words: UnitWords) -> Iterator[Quantity]:
    """Relate neighbours of one unit: a change from one to the other, or a range."""
    last: Quantity | None = None
    for each in found:
        now = each
        if last and last.unit == now.unit and last.upper is None and now.upper is None:
            pair = _pair(last, now, text, words)
            if isinstance(pair, Quantity):
                last = pair
                continue
            last, now = pair
        if last:
            yield last
        last = now if now.relation in {"from", "to"} else _alone(now, text, words)
    if last:
        yield last


def _alone(quantity: Quantity, text: str, words: UnitWords) -> Quantity:
    before = before_in_line(text, quantity.extent.start)
    if quantity.unit != "ordinal" and words.around.change_to.search(before):
        return replace(quantity, relation="to")
    return quantity


def _pair(
    first: Quantity, second: Quantity, text: str, words: UnitWords
) -> Quantity | tuple[Quantity, Quantity]:
    around = words.around
    if second.extent.start - first.extent.end > _APART:
        return first, second
    between = text[first.extent.end : second.extent.start]
    before = before_in_line(text, first.extent.start)
    starts = around.change_from.search(before)
    joint = around.joint.fullmatch(between)
    if first.unit == "ordinal" or "from" in {first.relation, second.relation}:
        return first, second
    if starts and around.change_between.fullmatch(between):
        is_length = first.unit in {"day", "week", "month", "year", "hour", "count"}
        if not (joint and is_length and first.value < second.value):
            return _changed(first, second)
    if joint and first.value > second.value:
        return _changed(first, second)
    is_between = around.joint_and.fullmatch(between) and around.between.search(before)
    if (joint or is_between) and first.value < second.value:
        extent = Extent(first.extent.start, second.extent.end)
        return replace(first, extent=extent, upper=second.value)
    before = before_in_line(text, second.extent.start)
    if around.change_to.search(before) and not _CLAUSE.search(between):
        return _changed(first, second)
    if first.relation == "to" and around.change_back.fullmatch(between):
        return first, replace(second, relation="from")
    return first, second


def _changed(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    return replace(first, relation="from"), replace(second, relation="to")

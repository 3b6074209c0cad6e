"""What the calendar expressions of a text tell, before anything is reckoned.

An expression tells parts of a day or steps from another day; ends of one stretch are
joined to one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from antinomy.press.grammar.timewords import Form, FormSet, TimeWords
from antinomy.press.woven import Extent

Unit = Literal["day", "week", "month", "quarter", "year"]

_UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_SHIFTS: dict[str, tuple[Unit, bool]] = {
    "pageday": ("day", False),
    "pageweek": ("week", False),
    "pageturn": ("week", False),
    "pagemonth": ("month", False),
    "pagequarter": ("quarter", False),
    "pageyear": ("year", False),
    "toldday": ("day", True),
    "toldyear": ("year", True),
}
_LIMITS = {"month": (1, 12), "month2": (1, 12), "day": (1, 31), "day2": (1, 31)}
_YEARS = {"year", "year2", "decades"}
_LONGEST = 48  # characters that are looked at around an expression


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units on (or back), from the event told before or from the page.

    ``counted`` tells "three weeks ago" from "last week"; ``turn`` marks "next Friday",
    which some count by weeks and others by Fridays.
    """

    unit: Unit
    by: int
    told: bool
    counted: bool = False
    turn: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The parts that an expression names; ``until`` is the other end of a stretch.

    ``part`` is 1 early, 2 middle, 3 late; ``decade`` says that ten years are meant.
    """

    extent: Extent
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    part: int | None = None
    shift: Shift | None = None
    decade: bool = False
    weekend: bool = False
    until: "Told | None" = None

    @property
    def is_day_only(self) -> bool:
        """Tell a day whose month must come from elsewhere."""
        return self.day is not None and self.month is None and self.shift is None

    @property
    def is_full(self) -> bool:
        """Tell a day told with its month and year."""
        return None not in {self.year, self.month, self.day}


def tell(text: str, words: TimeWords) -> tuple[Told, ...]:
    """Give the calendar expressions of a text in their order, none within another."""
    return tuple(_joined(_each(text, words), text, words))


def is_ahead(told: Told, text: str, words: TimeWords) -> bool:
    """Tell whether the words around say that the day may lie ahead of the page."""
    start, end = told.extent.start, told.extent.end
    before = text[max(0, start - _LONGEST) : start]
    return bool(words.ahead_before.search(before) or words.ahead_after.match(text, end))


def _each(text: str, words: TimeWords) -> Iterator[Told]:
    done = 0
    figure, sign, word = words.sets
    for place, is_word in words.starts.find(text):
        if place < done:
            continue
        head = text[place]
        forms = word if is_word else sign
        if not is_word and (head.isdigit() or head in words.numerals.heads):
            forms = figure
        told = _told_at(text, place, forms, words)
        if told:
            done = told.extent.end
            yield told


def _told_at(text: str, place: int, among: FormSet, words: TimeWords) -> Told | None:
    """Read the first form that fits here and names days of the calendar."""
    first = among.any_form.match(text, place)
    if not first or first.lastindex is None:
        return None
    for form in among.forms[first.lastindex - 1 :]:
        found = form.match(text, place)
        if found:
            told = _read(found, form, words)
            if told:
                return told
    return None


def _read(found: re.Match[str], form: Form, words: TimeWords) -> Told | None:
    parts: dict[str, int] = {}
    for index, group in form.slots:
        taken = found[index]
        if taken is None:
            continue
        value = 1 if group == "weekend" else words.value(group, taken)
        if value is None and taken.lower() in words.numerals.articles:
            value = 1
        if value is None:
            return None
        parts[group] = value
    if "month2" in parts:
        parts.setdefault("month", 1)  # the first so many months
    if not _is_possible(parts, words):
        return None
    extent = Extent(*found.span())
    told = Told(
        extent,
        year=_year(parts),
        month=parts.get("month"),
        day=parts.get("day"),
        weekday=parts.get("weekday"),
        quarter=parts.get("quarter"),
        half=parts.get("half"),
        part=parts.get("part"),
        shift=_shift(parts),
        decade="decade" in parts or "decades" in parts,
        weekend="weekend" in parts,
    )
    year, month, day = parts.get("year2"), parts.get("month2"), parts.get("day2")
    if year or month or day:
        return replace(told, until=Told(extent, year=year, month=month, day=day))
    return told


def _is_possible(parts: dict[str, int], words: TimeWords) -> bool:
    for name, value in parts.items():
        limits = words.years if name in _YEARS else _LIMITS.get(name)
        if limits and not limits[0] <= value <= limits[1]:
            return False
    return parts.get("decades", 0) % 10 == 0


def _year(parts: dict[str, int]) -> int | None:
    if "decade" in parts:
        return parts["century"] + parts["decade"]
    return parts.get("decades", parts.get("year"))


def _shift(parts: dict[str, int]) -> Shift | None:
    for group, steps in parts.items():
        if group in _SHIFTS:
            unit, told = _SHIFTS[group]
            return Shift(unit, steps, told, turn=group == "pageturn")
    for group, told in (("pageway", False), ("toldway", True)):
        if group in parts:
            unit = _UNITS[parts["unit"] - 1]
            return Shift(unit, parts[group] * parts["count"], told, counted=True)
    return None


def _joined(each: Iterator[Told], text: str, words: TimeWords) -> Iterator[Told]:
    """Join what stands at the two ends of one stretch."""
    last: Told | None = None
    for told in each:
        if last and _is_stretch(last, told, text, words):
            extent = Extent(last.extent.start, told.extent.end)
            last = replace(last, extent=extent, until=told)
            continue
        if last:
            yield last
        last = told
    if last:
        yield last


def _is_stretch(first: Told, second: Told, text: str, words: TimeWords) -> bool:
    if first.until or second.until:
        return False
    between = text[first.extent.end : second.extent.start]
    if words.joint.fullmatch(between):
        return True
    before = text[max(0, first.extent.start - _LONGEST) : first.extent.start]
    return bool(words.joint_and.fullmatch(between) and words.between.search(before))

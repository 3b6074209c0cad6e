"""Reckon what an expression tells to days, from the page and from the story so far.

Where the page or the story gives no anchor, the expression stays open, with the reason.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from antinomy.press.found import Basis, Precision, Time
from antinomy.press.grammar.timewords import TimeWords
from antinomy.press.grammar.told import Shift, Told
from antinomy.values import Day

NO_PAGE = "the day of the page is not known"
NO_EVENT = "no event is told before"
NO_DAY = "there is no such day"
_WEEK = 7


@dataclass(frozen=True, slots=True)
class _Days:
    first: date
    last: date
    precision: Precision
    basis: Basis


def exact_day(told: Told, year: int | None = None) -> Day | None:
    """Give the day that month and day name in the year told, else in the one given."""
    found = told.year or year
    if found is None or told.month is None or told.day is None:
        return None
    try:
        return Day(date(found, told.month, told.day))
    except ValueError:
        return None


class Reckoner:
    """Reckons the expressions of a text in their order and keeps the story's days.

    ``inferred`` says that the day of the page is only the latest known so far.
    """

    def __init__(
        self, words: TimeWords, page: Day | None, *, inferred: bool = False
    ) -> None:
        self._words = words
        self._page = page
        self._inferred = inferred
        self._last: Time | None = None
        self._event: date | None = None

    def reckon(self, told: Told, *, same_line: bool) -> Time | str:
        """Give the days of an expression, or the reason why they stay open.

        ``same_line`` says that the expression before stands in the same line.
        """
        days = self._stretch(told, same_line=same_line)
        if isinstance(days, str):
            return days
        first, last = Day(days.first), Day(days.last)
        time = Time(told.extent, first, last, days.precision, days.basis)
        self._last = time
        if days.precision == "day" or (told.until and told.until.day):
            self._event = last
        return time

    def _stretch(self, told: Told, *, same_line: bool) -> _Days | str:
        until = told.until
        if until is None:
            return self._single(told, same_line=same_line)
        told = replace(told, until=None)
        if told.year is None and until.year and not told.shift:
            told = replace(told, year=_year_before(told, until))
        if told.month is None and told.day and until.month:
            told = replace(told, month=until.month)
        first = self._single(told, same_line=same_line)
        if isinstance(first, str):
            return first
        if until.year is None and until.shift is None and (until.month or until.day):
            month = until.month or first.first.month
            year = first.first.year + (month < first.first.month)
            until = replace(until, year=year, month=month)
        last = self._single(until, same_line=same_line)
        if isinstance(last, str):
            return last
        if last.last < first.first:
            return NO_DAY
        return _Days(first.first, last.last, "range", first.basis)

    def _single(self, told: Told, *, same_line: bool) -> _Days | str:
        shift = told.shift
        if shift is None:
            return self._plain(told, same_line=same_line)
        base = self._event if shift.told else self._page
        if shift.told and shift.unit == "year" and self._last:
            base = self._last.start
        if base is None:
            return NO_EVENT if shift.told else NO_PAGE
        basis: Basis = "event" if shift.told else "page"
        try:
            return self._shifted(told, shift, base, basis)
        except (ValueError, OverflowError):
            return NO_DAY

    def _shifted(
        self, told: Told, shift: Shift, base: date, basis: Basis
    ) -> _Days | str:
        if shift.unit == "day":
            return _one(base + timedelta(days=shift.by), basis)
        if shift.unit == "week":
            return _weeks(told, shift, base, basis)
        if shift.unit == "year":
            year = base.year + shift.by
            bare = replace(told, shift=None, year=year)
            if shift.counted:
                return _Days(date(year, 1, 1), date(year, 12, 31), "year", basis)
            return self._named(bare, year, basis)
        if shift.unit == "quarter":
            index = base.year * 4 + (base.month - 1) // 3 + shift.by
            return self._named(replace(told, quarter=index % 4 + 1), index // 4, basis)
        index = base.year * 12 + base.month - 1 + shift.by
        bare = replace(told, shift=None, month=index % 12 + 1)
        return self._named(bare, index // 12, basis)

    def _plain(self, told: Told, *, same_line: bool) -> _Days | str:
        """Reckon an expression that names parts of a day and no steps."""
        if told.decade and told.year:
            first, last = date(told.year, 1, 1), date(told.year + 9, 12, 31)
            return _Days(first, last, "range", "explicit")
        if told.year:
            return self._named(told, told.year, "explicit")
        story = self._story_year(told) if same_line else None
        if story:
            return self._named(told, story, "event")
        if told.is_day_only:
            return self._day_only(told, same_line=same_line)
        if self._page is None:
            return NO_PAGE
        if told.weekday and told.month is None:
            back = (self._page.isoweekday() - told.weekday) % _WEEK
            return _one(self._page - timedelta(days=back), "page")
        return self._named(told, self._page_year(told, self._page), "year_from_page")

    def _named(self, told: Told, year: int, basis: Basis) -> _Days | str:
        """Give the days of parts within a year."""
        if told.month and told.day:
            day = exact_day(told, year)
            return _one(day, basis) if day else NO_DAY
        if told.month and told.part:
            first, last = self._words.month_parts[told.part - 1]
            end = last or monthrange(year, told.month)[1]
            start = date(year, told.month, first)
            return _Days(start, date(year, told.month, end), "range", basis)
        if told.month:
            return _months(year, told.month, told.month, "month", basis)
        if told.quarter:
            last = told.quarter * 3
            return _months(year, last - 2, last, "quarter", basis)
        if told.half:
            return _months(year, told.half * 6 - 5, told.half * 6, "range", basis)
        if told.part:
            first, last = self._words.year_parts[told.part - 1]
            return _months(year, first, last, "range", basis)
        return _months(year, 1, 12, "year", basis)

    def _story_year(self, told: Told) -> int | None:
        """Give the year that a month takes from the date told just before it."""
        last = self._last
        if last is None or last.precision not in {"day", "month", "range"}:
            return None
        if (
            told.month is None
            or told.weekday
            or last.basis
            not in {
                "explicit",
                "event",
            }
        ):
            return None
        within = last.start.year == last.end.year
        return last.start.year if within and told.month >= last.end.month else None

    def _day_only(self, told: Told, *, same_line: bool) -> _Days | str:
        """Find the month of a day: the story's in its line, else the latest past."""
        assert told.day is not None
        event, last = self._event, self._last
        if same_line and last and last.precision == "month":
            day = exact_day(replace(told, month=last.start.month), last.start.year)
            return _one(day, "event") if day else NO_DAY
        nearby = event and (same_line or self._inferred or self._page is None)
        if event and nearby and told.day >= event.day and self._is_current(event):
            day = exact_day(replace(told, month=event.month), event.year)
            if day:
                return _one(day, "event" if self._page is None else "year_from_page")
        if self._page is None:
            return NO_PAGE if event is None else NO_DAY
        year, month = self._page.year, self._page.month
        limit = self._page + timedelta(days=1)  # the page may be dated elsewhere
        for _ in range(3):
            day = exact_day(replace(told, month=month), year)
            if day and day <= limit:
                return _one(day, "year_from_page")
            year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return NO_DAY

    def _is_current(self, event: date) -> bool:
        """Tell whether the story's month may be that of a day told alone."""
        return self._last is not None and self._last.end == event

    def _page_year(self, told: Told, page: Day) -> int:
        """Choose the year of a month: the page's, its weekday's, else the nearest."""
        years = (page.year, page.year - 1, page.year + 1)
        days = {year: self._first_day(told, year) for year in years}
        if told.weekday:
            apart = {
                year: abs(day.toordinal() - page.toordinal())
                for year, day in days.items()
                if day and day.isoweekday() == told.weekday
            }
            if apart:
                return min(apart, key=lambda year: apart[year])
        day = days[page.year]
        if day is None:
            return page.year
        ahead = day.toordinal() - page.toordinal()
        if ahead > self._words.ahead:
            return page.year - 1
        if -ahead > self._words.back and told.month:
            return page.year + 1
        return page.year

    def _first_day(self, told: Told, year: int) -> date | None:
        days = self._named(told, year, "year_from_page")
        return None if isinstance(days, str) else days.first


def _year_before(told: Told, until: Told) -> int | None:
    """Give the year of a first end that is told only at the second: 10月至2023年3月."""
    if until.year is None or told.month is None or until.month is None:
        return until.year
    return until.year - (told.month > until.month)


def _one(day: date, basis: Basis) -> _Days:
    return _Days(day, day, "day", basis)


def _months(
    year: int, first: int, last: int, precision: Precision, basis: Basis
) -> _Days:
    end = date(year, last, monthrange(year, last)[1])
    return _Days(date(year, first, 1), end, precision, basis)


def _weeks(told: Told, shift: Shift, base: date, basis: Basis) -> _Days:
    """Reckon by weeks from Monday to Sunday; a counted one goes by sevens of days."""
    steps = timedelta(days=_WEEK * shift.by)
    if shift.counted and shift.told:
        return _one(base + steps, basis)
    monday = base - timedelta(days=base.weekday()) + steps
    if told.weekend:
        return _Days(monday + timedelta(5), monday + timedelta(6), "range", basis)
    if told.weekday is None:
        return _Days(monday, monday + timedelta(6), "week", basis)
    day = monday + timedelta(told.weekday - 1)
    if not (shift.turn and shift.by):
        return _one(day, basis)
    other = day - steps  # the same weekday of the page's own week
    if (other - base).days * shift.by <= 0:
        return _one(day, basis)
    first, last = min(day, other), max(day, other)
    return _Days(first, last, "range", basis)

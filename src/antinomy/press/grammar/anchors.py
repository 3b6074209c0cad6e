"""From which day the expressions of a page are reckoned.

Metadata says it best. Where there is none, the weekdays, the dates of what the page
cites and its own full dates say in which year it was written; where they do not, the
year stays open. No clock is asked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from antinomy.press.grammar.reckoning import Reckoner, exact_day
from antinomy.press.grammar.timewords import TimeWords
from antinomy.press.grammar.told import Told, is_ahead, tell
from antinomy.values import Day

AnchorBasis = Literal["metadata", "cited", "weekday", "explicit", "none"]


@dataclass(frozen=True, slots=True)
class Anchors:
    """The day of the page, what it was taken from, and whether that is sure.

    A day inferred is the latest one told: the page may be of some days later.
    ``sure`` says of an inferred one that no other year fits.
    """

    page: Day | None = None
    basis: AnchorBasis = "none"
    sure: bool = False

    @property
    def is_inferred(self) -> bool:
        """Tell a day of the page taken from what the page tells."""
        return self.page is not None and self.basis != "metadata"


def find_anchors(
    text: str,
    page_day: Day | None,
    words: TimeWords,
    known: Sequence[Day] = (),
) -> Anchors:
    """Find the day of a page: its metadata's, else the latest day it tells.

    Args:
        text: the twin text.
        page_day: what the metadata of the page says.
        words: the calendar grammar.
        known: the dates of the sources that the page cites.
    """
    if page_day:
        return Anchors(page_day, "metadata", sure=True)
    told = tuple(t for t in tell(text, words) if not is_ahead(t, text, words))
    if known:
        return Anchors(_latest(told, max(known), words), "cited", sure=True)
    by_weekday = _by_weekday(told, words)
    if by_weekday:
        year, sure = by_weekday
        return _within(told, year, words, basis="weekday", sure=sure)
    full = [day for t in _ends(told) if t.is_full and (day := exact_day(t))]
    last_year = max((t.year for t in _ends(told) if t.year), default=0)
    if full and max(full).year == last_year:
        return _within(told, last_year, words, basis="explicit", sure=False)
    return Anchors()


def _ends(told: Sequence[Told]) -> Iterator[Told]:
    for each in told:
        yield each
        if each.until:
            yield each.until


def _by_weekday(told: Sequence[Told], words: TimeWords) -> tuple[int, bool] | None:
    """Find the year in which the weekdays told fit, not before one that is told."""
    checks = [t for t in told if t.weekday and t.month and t.day and not t.year]
    first, last = words.written
    first = max([first, *(t.year for t in _ends(told) if t.year)])
    fits = Counter(
        year
        for t in checks
        for year in range(first, last + 1)
        if (day := exact_day(t, year)) and day.isoweekday() == t.weekday
    )
    if not fits:
        return None
    most = max(fits.values())
    years = sorted(year for year, count in fits.items() if count == most)
    told_year = any(t.year for t in _ends(told))
    if len(years) > 1 and not told_year:
        return None
    return years[0], len(years) == 1


def _within(
    told: Sequence[Told],
    year: int,
    words: TimeWords,
    *,
    basis: AnchorBasis,
    sure: bool,
) -> Anchors:
    """Take the latest day told in a year as the day of the page."""
    days = [
        day
        for t in _ends(told)
        if t.year in {None, year} and t.month and (day := exact_day(t, year))
    ]
    if not days:
        return Anchors()
    return Anchors(_latest(told, Day(max(days)), words), basis, sure=sure)


def _latest(told: Sequence[Told], page: Day, words: TimeWords) -> Day:
    """Move the day of the page on to the latest day told not long after it."""
    reckoner = Reckoner(words, page, inferred=True)
    limit = page + timedelta(days=words.after_cited)
    latest: date = page
    for each in told:
        time = reckoner.reckon(each, same_line=False)
        if (
            not isinstance(time, str)
            and time.precision == "day"
            and time.basis in {"explicit", "year_from_page"}
            and latest < time.end <= limit
        ):
            latest = time.end
    return Day(latest)

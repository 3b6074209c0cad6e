"""Find times and quantities with Recognizers-Text or dateparser.

`python values_worker.py TOOL JOB ANSWERS`. Values are given as the shape that readers
are scored in wants them: the days of a time, both included, and a number with its
unit. Where a yardstick leaves the year open, the day nearest to that of the page is
taken; a number inside a time or inside a number with a unit is not told again.
"""

import re
import sys
import warnings
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import offline

Found = list[dict[str, object]]
_UNITS = {"Nanometer": "nm", "Year": "year", "Month": "month", "Day": "day"}
_LASTING = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])$")
_LETTERS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def record(what: str, place: tuple[int, int], **fields: object) -> dict[str, object]:
    """Make a record of the scored shape."""
    return {"record": what, "spans": [list(place)], **fields}


# ---------------------------------------------------------------- Recognizers-Text


def recognizers(text: str, day: date) -> Found:
    """Find with every recogniser that bears on times or quantities."""
    from recognizers_date_time import Culture, recognize_datetime  # noqa: PLC0415

    told = recognize_datetime(
        text, Culture.Chinese, reference=datetime.combine(day, datetime.min.time())
    )
    found, taken = [], []
    for one in told:
        made = list(_dated(one, day))
        found += made
        taken += [(one.start, one.end + 1)] if made else []
    return found + list(_measured(text, Culture.Chinese, taken))


def _dated(one: Any, day: date) -> Iterator[dict[str, object]]:  # noqa: ANN401
    place = (one.start, one.end + 1)
    values = (one.resolution or {}).get("values") or []
    if one.type_name.endswith(".duration"):
        if values and (met := _LASTING.match(values[0].get("timex", ""))):
            unit = _LETTERS[met[2]]
            yield record("quantity", place, value=float(met[1]), unit=unit)
        return
    spans = [span for value in values if (span := _span(value))]
    if spans:
        start, end = min(spans, key=lambda span: abs(span[0] - day))
        yield record("time", place, start=start.isoformat(), end=end.isoformat())


def _span(value: dict[str, str]) -> tuple[date, date] | None:
    """Give the days of a value; the end of a range is not part of it."""
    if "start" in value and "end" in value:
        ends = [_DAY.match(value[key]) for key in ("start", "end")]
        if all(ends):
            start, end = (date.fromisoformat(met[0]) for met in ends if met)
            return start, max(start, end - timedelta(days=1))
        return None
    met = _DAY.match(value.get("value", ""))
    return (date.fromisoformat(met[0]),) * 2 if met else None


def _measured(
    text: str, culture: str, taken: list[tuple[int, int]]
) -> Iterator[dict[str, object]]:
    import recognizers_number as numbers  # noqa: PLC0415
    import recognizers_number_with_unit as units  # noqa: PLC0415

    finders = (
        units.recognize_currency,
        units.recognize_dimension,
        units.recognize_age,
        numbers.recognize_percentage,
        numbers.recognize_ordinal,
        numbers.recognize_number,
    )
    for find in finders:
        for one in find(text, culture):
            place = (one.start, one.end + 1)
            if any(place[0] < end and start < place[1] for start, end in taken):
                continue
            taken.append(place)
            told = one.resolution or {}
            unit = told.get("isoCurrency") or told.get("unit") or one.type_name
            unit = {"number": "count", "percentage": "%"}.get(unit, unit)
            try:
                value = float(str(told.get("value")).rstrip("%"))
            except ValueError:
                continue
            yield record("quantity", place, value=value, unit=_UNITS.get(unit, unit))


# ---------------------------------------------------------------- dateparser


def dateparser(text: str, day: date) -> Found:
    """Search line by line; the width of a day is asked of the words again."""
    from dateparser.date import DateDataParser  # noqa: PLC0415
    from dateparser.search import search_dates  # noqa: PLC0415

    settings = {"RELATIVE_BASE": datetime.combine(day, datetime.min.time())}
    again = DateDataParser(languages=["zh"], settings=settings)
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        at = 0
        for words, moment in search_dates(line, ["zh"], settings) or ():
            at = line.find(words, at)
            if at < 0:
                break
            place = (start + at, start + at + len(words))
            first, last = _width(moment.date(), again.get_date_data(words).period)
            days = {"start": first.isoformat(), "end": last.isoformat()}
            found.append(record("time", place, **days))
            at += len(words)
        start += len(line)
    return found


def _width(day: date, period: str) -> tuple[date, date]:
    if period == "month":
        last = monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=last)
    if period == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


TOOLS: dict[str, tuple[Callable[[str, date], Found], str]] = {
    "Recognizers-Text": (recognizers, "recognizers-text-suite"),
    "dateparser": (dateparser, "dateparser"),
}


def main(tool: str, job: Path, out: Path) -> None:
    """Answer the job."""
    offline.cut()
    warnings.simplefilter("ignore")
    find, package = TOOLS[tool]
    offline.answer(
        job,
        out,
        package,
        lambda one: find(one["text"], date.fromisoformat(one["day"])),
    )


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))

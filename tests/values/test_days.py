"""Days, spans and days known within bounds."""

from datetime import date

import pytest

from antinomy.values import Between, Span, parse_day


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-5-13",
        "20250513",
        "2025-W20-2",
        "13.05.2025",
        "2025-05-13T00:00",
        "",
        "today",
        "２０２５-05-13",
    ],
)
def test_only_a_day_of_the_calendar_is_a_day(text: str) -> None:
    """A day is written YYYY-MM-DD and stands in the calendar."""
    with pytest.raises(ValueError, match="is not a day"):
        parse_day(text)


def test_a_span_includes_both_its_ends() -> None:
    """The last day of a span is a day of the span."""
    span = Span(parse_day("2025-09-29"), parse_day("2025-11-09"))

    assert date(2025, 9, 28) not in span
    assert date(2025, 9, 29) in span
    assert date(2025, 11, 9) in span
    assert date(2025, 11, 10) not in span


def test_a_span_may_have_no_end() -> None:
    """A rule with no recorded end holds on every later day."""
    assert date(9999, 12, 31) in Span(date(2025, 9, 29))


def test_spans_and_bounds_are_written_the_same_way() -> None:
    """A span and a day between bounds are read off a page alike."""
    assert "2025-09-29..2025-11-09" == str(Span(date(2025, 9, 29), date(2025, 11, 9)))
    assert "2025-09-29.." == str(Span(date(2025, 9, 29)))
    assert "2025-05-13..2025-05-19" == str(
        Between(date(2025, 5, 13), date(2025, 5, 19))
    )

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.grammars import TIME_WORDS, sentences

from antinomy.press.found import Time
from antinomy.press.grammar.anchors import Anchors, find_anchors
from antinomy.press.grammar.times import find_times, read_times
from antinomy.values import Day, parse_day

PAGE = parse_day("2025-09-10")
CASES = sentences("times.yaml", "times")


def told(text: str, page: Day | None = PAGE) -> dict[str, str]:
    """Give what a text tells: the words, and the days as first..last."""
    anchors = find_anchors(text, page, TIME_WORDS)
    times = find_times(text, TIME_WORDS, anchors)
    return {time.extent.of(text): shown(time) for time in times}


def shown(time: Time) -> str:
    """Show one day as itself, several as first..last."""
    one = time.start == time.end
    return str(time.start) if one else f"{time.start}..{time.end}"


@pytest.mark.parametrize(("text", "page", "expected"), CASES, ids=lambda v: str(v)[:30])
def test_a_sentence_tells_its_days(
    text: str, page: str, expected: dict[str, str]
) -> None:
    """Each expression gives its days; what is no day of the calendar gives none."""
    assert expected == told(text, parse_day(page))


def test_weekdays_tell_the_year_of_a_page() -> None:
    """Where no date stands on the page, a weekday that fits one year gives it."""
    text = "9月3日星期三，双方会面。2024年的协议仍有效。8月28日有新消息。"

    anchors = find_anchors(text, None, TIME_WORDS)

    assert Anchors(parse_day("2025-09-03"), "weekday", sure=False) == replace(
        anchors, sure=False
    )
    assert "2025-08-28" == told(text, None)["8月28日"]


def test_weekdays_that_fit_two_years_tell_none() -> None:
    """Where the weekday fits several years and no year is told, none is chosen."""
    text = "9月3日星期三，双方会面。"

    anchors = find_anchors(text, None, TIME_WORDS)
    timeline = read_times(text, TIME_WORDS, anchors)

    assert (Anchors(), ()) == (anchors, timeline.times)
    assert ["the day of the page is not known"] == [
        open_one.reason for open_one in timeline.unresolved
    ]


def test_cited_sources_date_a_page() -> None:
    """The latest source cited dates the page; a day told soon after moves it on."""
    cited = [parse_day("2025-09-05"), parse_day("2025-09-01")]

    plain = find_anchors("9月3日，双方会面。", None, TIME_WORDS, cited)
    later = find_anchors("9月8日，双方会面。", None, TIME_WORDS, cited)

    assert Anchors(parse_day("2025-09-05"), "cited", sure=True) == plain
    assert Anchors(parse_day("2025-09-08"), "cited", sure=True) == later


def test_a_day_ahead_does_not_date_a_page() -> None:
    """A day on which something will take effect is not the day of the page."""
    text = "2025年9月8日发布通知，措施自2025年11月8日起实施。"

    anchors = find_anchors(text, None, TIME_WORDS)

    assert parse_day("2025-09-08") == anchors.page
    assert not anchors.sure


def test_an_old_year_does_not_date_a_page() -> None:
    """A month of an earlier year gives a day without a year no year."""
    text = "2022年10月出台规则。\n5月3日，公司回应。"

    anchors = find_anchors(text, None, TIME_WORDS)
    timeline = read_times(text, TIME_WORDS, anchors)

    assert ["2022年10月"] == [time.extent.of(text) for time in timeline.times]
    assert ["5月3日"] == [o.extent.of(text) for o in timeline.unresolved]


def test_the_metadata_of_a_page_goes_first() -> None:
    """A day that the metadata gives is taken as it is."""
    anchors = find_anchors("9月3日星期三", PAGE, TIME_WORDS)

    assert Anchors(PAGE, "metadata", sure=True) == anchors


def test_steps_from_an_event_need_one() -> None:
    """Steps such as "a day later" stay open where no event is told before."""
    text = "一天后，消息被撤回。"

    timeline = read_times(text, TIME_WORDS, Anchors(PAGE, "metadata", sure=True))

    assert ((), ["no event is told before"]) == (
        timeline.times,
        [o.reason for o in timeline.unresolved],
    )


def test_a_day_that_no_calendar_has_stays_open() -> None:
    """The thirtieth of February is kept apart with the reason."""
    timeline = read_times(
        "2025年2月30日", TIME_WORDS, Anchors(PAGE, "metadata", sure=True)
    )

    assert ["there is no such day"] == [o.reason for o in timeline.unresolved]


@pytest.mark.parametrize(
    ("text", "basis", "precision"),
    [
        ("2024年3月1日", "explicit", "day"),
        ("3月1日", "year_from_page", "day"),
        ("上周", "page", "week"),
        ("2024年第一季度", "explicit", "quarter"),
        ("9月1日发布，次日撤回", "event", "day"),
        ("in 2021", "explicit", "year"),
        ("last month", "page", "month"),
        ("年初", "year_from_page", "range"),
    ],
)
def test_a_time_says_from_what_it_was_reckoned(
    text: str, basis: str, precision: str
) -> None:
    """Every time keeps its basis and how fine it is."""
    anchors = Anchors(PAGE, "metadata", sure=True)

    last = find_times(text, TIME_WORDS, anchors)[-1]

    assert (basis, precision) == (last.basis, last.precision)


@given(st.dates(min_value=parse_day("1990-01-01"), max_value=parse_day("2099-12-31")))
def test_a_full_day_is_read_back_as_itself(day: Day) -> None:
    """However a full day is written, it is read as that day and no page is needed."""
    ways = [
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y-%m-%d}",
        f"{day.day} {day:%B} {day.year}",
        f"{day:%b}. {day.day}, {day.year}" if day.month != 5 else f"{day:%Y/%m/%d}",
    ]

    assert [{way: str(day)} for way in ways] == [told(way, None) for way in ways]


@given(st.text("0123456789年月日周上下一三五十-/., 至MayJunelast", max_size=40))
def test_whatever_is_written_its_times_stand_in_order(text: str) -> None:
    """Times never overlap, stand in order, and never end before they begin."""
    times = find_times(text, TIME_WORDS, Anchors(PAGE, "metadata", sure=True))
    ends = [0, *(time.extent.end for time in times)]

    assert all(
        end <= t.extent.start < t.extent.end and t.start <= t.end
        for end, t in zip(ends, times, strict=False)
    )

"""What a finding is to the record: the same, more, against it, or new."""

from dataclasses import replace

import pytest
from tests.press.telling import PACKS, findings, recogniser

from antinomy.press.found import Event, Quantity, Statement, Time
from antinomy.press.ledger.ledger_words import read_ledger_words
from antinomy.press.ledger.match import Matched, match_page
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.told import Findings
from antinomy.press.woven import Extent
from antinomy.values import KnownBy, Span, parse_day

AT = (Extent(0, 1),)
PAGE = Span(parse_day("2025-05-24"), parse_day("2025-05-24"))
ANNOUNCED = Event(
    "deployment_announced",
    AT,
    "rule",
    actors=("place:my",),
    object="chip:ascend",
    place="place:my",
)
TALKS = Event(
    "talks_held", AT, "rule", actors=("place:cn", "place:us"), place="place:madrid"
)
WARNED = Statement(
    AT, "rule", org="org:mofcom", stance="warn", target="org:us-commerce"
)


def days(first: str, last: str = "") -> Time:
    """Give a time of one day or of several."""
    return Time(
        Extent(0, 1), parse_day(first), parse_day(last or first), "day", "explicit"
    )


def known_by(day: str) -> Recogniser:
    """Give a recogniser of what could be known by a day."""
    claims = recogniser().claims.known_by(KnownBy(parse_day(day)))
    words = read_ledger_words(PACKS / "words" / "reading" / "ledger.yaml")
    return Recogniser(claims, words)


def matched(
    *events: Event, statements: tuple[Statement, ...] = (), by: Recogniser | None = None
) -> tuple[Matched, ...]:
    """Match findings that stand in no sentence."""
    return match_page(Findings((), events, statements, PAGE), by or recogniser())


def test_an_event_told_alike_is_the_same() -> None:
    """Kind, actors, day, object and place agree: nothing new is told."""
    [found] = matched(replace(ANNOUNCED, when=days("2025-05-19")))

    assert ("same", "event.my.announced", ()) == (
        found.relation,
        found.item,
        found.fields,
    )


@pytest.mark.parametrize("kind", ["initiative", "product_release"])
def test_kinds_of_one_group_are_taken_for_one_another(kind: str) -> None:
    """An announcement told under a near kind is the same announcement."""
    [found] = matched(replace(ANNOUNCED, kind=kind, when=days("2025-05-19")))

    assert ("same", "event.my.announced") == (found.relation, found.item)


def test_a_day_that_differs_contradicts() -> None:
    """The same talks on other days contradict the record in the field of days."""
    [found] = matched(replace(TALKS, when=days("2025-09-15", "2025-09-16")))

    assert ("contradicts", "event.madrid.talks", ("when",)) == (
        found.relation,
        found.item,
        found.fields,
    )


def test_a_day_within_the_days_held_adds() -> None:
    """Where the record knows a week only, a day told adds."""
    reworded = Event(
        "guidance_revised",
        AT,
        "rule",
        when=days("2025-05-16"),
        actors=("org:us-commerce",),
        object="measure:bis-ascend-guidance-2025",
    )
    [found] = matched(reworded)

    assert ("adds", "event.bis.rewording", ("when",)) == (
        found.relation,
        found.item,
        found.fields,
    )


@pytest.mark.parametrize(
    "event",
    [
        replace(TALKS, when=days("2025-12-01")),
        replace(TALKS, actors=("place:jp", "place:kr"), place="place:tokyo"),
        replace(TALKS, kind="investment", when=days("2025-09-14")),
        Event("criticism", AT, "rule", actors=("place:cn",)),
    ],
)
def test_another_event_is_new(event: Event) -> None:
    """Two weeks off, of others, or of another group of kinds, it is another event."""
    [found] = matched(event)

    assert ("new", "") == (found.relation, found.item)


def test_a_denial_of_what_happened_contradicts() -> None:
    """That an announcement was not made contradicts it."""
    [found] = matched(replace(ANNOUNCED, when=days("2025-05-19"), negated=True))

    assert ("contradicts", ("polarity",)) == (found.relation, found.fields)


def test_a_withdrawal_the_record_lacks_withdraws_its_item() -> None:
    """As known on the day of the announcement, its withdrawal is news."""
    told = replace(ANNOUNCED, when=days("2025-05-19"))
    withdrawn = Event(
        "statement_retracted", AT, "rule", days("2025-05-20"), ("place:my",), "#1"
    )
    before, after = known_by("2025-05-19"), known_by("2025-05-20")

    assert ("retracts", "event.my.announced") == _second(
        matched(told, withdrawn, by=before)
    )
    assert ("same", "event.my.retraction") == _second(
        matched(told, withdrawn, by=after)
    )


def test_a_rewording_the_record_lacks_revises_its_item() -> None:
    """A revision of an event of the page revises the item of that event."""
    told = Event(
        "guidance_issued",
        AT,
        "rule",
        days("2025-05-13"),
        ("org:us-commerce",),
        "chip:ascend",
    )
    reworded = Event(
        "guidance_revised", AT, "rule", days("2025-05-19"), ("org:us-commerce",), "#1"
    )

    assert ("revises", "event.bis.guidance") == _second(
        matched(told, reworded, by=known_by("2025-05-14"))
    )


def test_a_statement_is_matched_by_speaker_and_day() -> None:
    """What one ministry said on three days is three statements."""
    told = [
        matched(statements=(replace(WARNED, when=days(day)),))[0].item
        for day in ("2025-05-21", "2025-05-15", "2025-06-20")
    ]

    assert "statement.mofcom.2025-05-21" == told[0]
    assert "" == told[2]


def test_a_statement_settled_by_the_page_settles_the_item() -> None:
    """Where the page tells that words were taken back, the record learns of it."""
    said = Statement(
        AT,
        "rule",
        speaker="person:teo-nie-ching",
        stance="announce",
        target="chip:ascend",
        when=days("2025-05-19"),
        status="retracted",
    )
    [first] = matched(statements=(said,), by=known_by("2025-05-19"))
    [later] = matched(statements=(said,))

    assert ("retracts", "statement.my.teo") == (first.relation, first.item)
    assert ("same", "statement.my.teo") == (later.relation, later.item)


def test_the_day_of_a_report_stands_for_the_day_before() -> None:
    """What an outlet reports on the morrow was said the day before."""
    said = Statement(
        AT,
        "rule",
        speaker="person:jensen-huang",
        stance="criticise",
        target="place:us",
        when=days("2025-05-22"),
    )
    [told] = matched(statements=(said,))
    [reported] = matched(statements=(replace(said, reporter="outlet:ft"),))

    assert "new" == told.relation
    assert ("same", "statement.huang.2025-05-21") == (reported.relation, reported.item)


def test_a_quantity_is_matched_by_its_words() -> None:
    """Numbers of known figures agree or contradict; others are new."""
    page = findings("中国拥有全球30%的AI算力。昇腾910C有530亿个晶体管。裁员20%。")
    found = [
        m for m in match_page(page, recogniser()) if isinstance(m.finding, Quantity)
    ]

    assert [
        ("contradicts", "figure.china.compute-share", ("value",)),
        ("same", "figure.ascend-910c.transistors", ()),
        ("new", "", ()),
    ] == [(m.relation, m.item, m.fields) for m in found]


def test_every_finding_is_answered_once_and_in_order() -> None:
    """Events, then statements, then quantities, each with one answer."""
    events = (ANNOUNCED, TALKS)
    found = matched(*events, statements=(WARNED,))

    assert [*events, WARNED] == [each.finding for each in found]


def _second(found: tuple[Matched, ...]) -> tuple[str, str]:
    return found[1].relation, found[1].item

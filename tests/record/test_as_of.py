from datetime import date

from tests.record.making import (
    EVER,
    SOURCE,
    day,
    moment,
    revision,
    seen,
    statement,
    withdrawal,
)

from antinomy.record import Kept, Record, Undated
from antinomy.values import Truth


def texts(record: Record, on: date | None, known_by: date = EVER) -> list[str]:
    """Give the words that stand on a day."""
    found = record.as_of(known_by, on, kinds=["statement"])
    return [kept.body["text"] for kept in found]


def only(record: Record, name: str, on: date | None = None) -> Kept:
    """Give the one wording of an entry."""
    (kept,) = record.as_of(EVER, on, about=name)
    return kept


def test_what_was_recorded_later_was_not_known(record: Record) -> None:
    """Asked as of a day before it was recorded, an entry is not there."""
    record.append([SOURCE], moment())
    record.append([statement("said", day(13))], moment(days=2))

    assert [] == texts(record, day(20), known_by=day(14))
    assert ["as first worded"] == texts(record, day(20), known_by=day(15))


def test_a_moment_parts_a_day(record: Record) -> None:
    """Knowledge counts up to a moment, and what was recorded at that moment counts."""
    record.append([SOURCE, statement("said")], moment())

    assert [] == list(record.as_of(moment(days=-0.1)))
    assert ["said"] == [k.id for k in record.as_of(moment(), kinds=["statement"])]


def test_an_entry_holds_on_its_days_alone(record: Record) -> None:
    """Both its first and its last day belong to it, and no other."""
    record.append([SOURCE, statement("said", day(13), day(15))], moment())

    held = [number for number in range(12, 18) if texts(record, day(number))]

    assert [13, 14, 15] == held


def test_unknown_days_stay_possible(record: Record) -> None:
    """An entry whose last day is unknown may stand, and says so."""
    record.append([SOURCE, statement("said", day(13), Undated.UNKNOWN)], moment())

    assert [] == texts(record, day(12))
    assert Truth.UNKNOWN is only(record, "said", day(13)).stands


def test_a_withdrawal_closes_and_never_deletes(record: Record) -> None:
    """From its day on the entry stands no more; before it did."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([withdrawal("said", day(14), "taken")], moment(days=3))

    assert ["as first worded"] == texts(record, day(13))
    assert [] == texts(record, day(14))
    assert ["as first worded"] == texts(record, day(14), known_by=day(15))


def test_a_withdrawn_entry_is_given_with_its_closing(record: Record) -> None:
    """Asked of no day, it is there, valid to the eve, with what closed it."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([withdrawal("said", day(20), "taken")], moment(days=7))

    kept = only(record, "said")

    assert kept.closing is not None
    assert ("taken", day(19)) == (kept.closing.entry.id, kept.valid.until)


def test_a_withdrawal_of_an_unknown_day_leaves_every_day_open(record: Record) -> None:
    """Where nobody knows since when, the entry may stand on any of its days."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([withdrawal("said", Undated.UNKNOWN)], moment(days=7))

    assert Truth.UNKNOWN is only(record, "said", day(13)).stands


def test_a_revision_words_the_days_from_its_own(record: Record) -> None:
    """Before its day the first words stand, from it the later ones; both are kept."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([revision("said", day(15), "as reworded")], moment(days=4))

    assert ["as first worded"] == texts(record, day(14))
    assert ["as reworded"] == texts(record, day(15))
    assert ["as first worded"] == texts(record, day(15), known_by=day(16))


def test_a_revision_may_reach_days_that_the_entry_did_not(record: Record) -> None:
    """A later wording may stand after the last day of the first."""
    record.append([SOURCE, statement("said", day(13), day(14))], moment())
    record.append([revision("said", day(16), "taken up again")], moment(days=4))

    assert [] == texts(record, day(15))
    assert ["taken up again"] == texts(record, day(20))


def test_a_revision_after_a_withdrawal_opens_again(record: Record) -> None:
    """What was taken back and then said anew stands from that day."""
    record.append([SOURCE, statement("said", day(13))], moment())
    acts = [withdrawal("said", day(15)), revision("said", day(20), "said again")]
    record.append(acts, moment(days=8))

    told = [texts(record, day(number)) for number in (14, 15, 19, 20)]

    assert [["as first worded"], [], [], ["said again"]] == told


def test_a_page_that_vanishes_changes_only_when_it_was_last_seen(
    record: Record,
) -> None:
    """The source stays as it is; it is known when it was found and that it is gone."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([seen(day(14)), seen(day(18), "vanished")], moment(days=6))

    kept = only(record, SOURCE.id)

    assert (day(14), True) == (kept.last_seen, kept.is_vanished)
    assert (SOURCE, None) == (kept.words, kept.closing)
    assert ["as first worded"] == texts(record, day(20))


def test_kinds_and_ids_narrow_what_is_asked(record: Record) -> None:
    """Only entries of the kinds and the id asked for are given."""
    record.append([SOURCE, statement("one"), statement("other")], moment())

    assert [SOURCE.id] == [k.id for k in record.as_of(EVER, kinds=["source"])]
    assert ["other"] == [k.id for k in record.as_of(EVER, about="other")]

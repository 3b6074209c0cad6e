from tests.record.making import (
    EVER,
    SOURCE,
    day,
    moment,
    review,
    revision,
    statement,
    withdrawal,
)

from antinomy.record import Record, entry_of


def accepted(record: Record, known_by: int = 31) -> list[str]:
    """Give the ids of what was accepted by a day of May."""
    return [kept.id for kept in record.accepted(day(known_by))]


def test_only_what_was_accepted_is_given(record: Record) -> None:
    """An entry that nobody reviewed, or that was rejected, is not among them."""
    entries = [statement(name) for name in ("taken", "refused", "waiting")]
    reviews = [review("taken", "accepted"), review("refused", "rejected")]
    record.append([SOURCE, *entries, *reviews], moment())

    assert ["taken"] == accepted(record)


def test_the_latest_review_counts(record: Record) -> None:
    """A later review takes the place of an earlier one, as known by its day."""
    record.append([SOURCE, statement("said"), review("said", "accepted")], moment())
    record.append([review("said", "rejected")], moment(days=2))
    record.append([review("said", "accepted", 2)], moment(days=4))

    told = [accepted(record, known_by) for known_by in (12, 13, 15, 17)]

    assert [[], ["said"], [], ["said"]] == told


def test_a_corrected_entry_has_the_words_of_its_review(record: Record) -> None:
    """What was accepted as corrected is given so; what was recorded stays beside."""
    new = {"speaker": "Example Ministry", "text": "as corrected"}
    body = {"verdict": "corrected", "reviewer": "officer", "reason": "typo"}
    corrected = entry_of(
        "review", {**body, "body": new}, about="said", begins=day(14), until=day(16)
    )
    record.append([SOURCE, statement("said", day(13)), corrected], moment())

    (kept,) = record.accepted(EVER)
    (as_recorded,) = record.as_of(EVER, about="said")

    assert (new, day(16)) == (kept.body, kept.valid.until)
    assert "as first worded" == as_recorded.body["text"]
    assert [] == list(record.accepted(EVER, day(13)))


def test_only_an_accepted_withdrawal_reaches_what_was_accepted(record: Record) -> None:
    """A withdrawal waiting for review leaves the accepted entry open."""
    taken = withdrawal("said", day(20), "taken")
    entries = [SOURCE, statement("said", day(13)), taken]
    record.append([*entries, review("said", "accepted")], moment())

    assert ["said"] == [k.id for k in record.accepted(EVER, day(21))]
    assert [] == list(record.as_of(EVER, day(21), kinds=["statement"]))

    record.append([review("taken", "accepted")], moment(days=1))

    assert ["taken"] == [k.id for k in record.accepted(EVER, day(21))]


def test_a_rejected_act_counts_for_nothing(record: Record) -> None:
    """A withdrawal or a revision that a person rejected leaves the entry as it was."""
    acts = [
        withdrawal("said", day(20), "taken"),
        revision("said", day(15), "reworded", "anew"),
    ]
    reviews = [review("taken", "rejected"), review("anew", "rejected")]
    record.append([SOURCE, statement("said", day(13)), *acts, *reviews], moment())

    (kept,) = record.as_of(EVER, day(25), kinds=["statement"])

    assert ("as first worded", ()) == (kept.body["text"], kept.closings)


def test_an_accepted_revision_words_what_was_accepted(record: Record) -> None:
    """Once accepted, the later words stand from their day."""
    anew = revision("said", day(15), "reworded", "anew")
    reviews = [review("said", "accepted"), review("anew", "accepted")]
    record.append([SOURCE, statement("said", day(13)), anew, *reviews], moment())

    found = record.accepted(EVER, day(16), kinds=["statement"])

    assert ["reworded"] == [kept.body["text"] for kept in found]

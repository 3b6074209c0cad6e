import pytest
from tests.record.making import (
    EVER,
    SOURCE,
    day,
    moment,
    review,
    revision,
    seen,
    statement,
    withdrawal,
)

from antinomy.record import Entry, Record, Undated, entry_of, stamped
from antinomy.values import InputError


def test_entries_of_one_append_are_there_together(record: Record) -> None:
    """Where one entry cannot be appended, none of its transaction is."""
    record.append([SOURCE], moment())

    with pytest.raises(InputError, match="no entry 'nobody'"):
        record.append([statement("said"), withdrawal("nobody", day(14))], moment())

    assert {"source": 1} == record.counts()


def test_the_same_entry_is_there_once(record: Record) -> None:
    """A file imported again adds nothing; within one file the same counts once, too."""
    entries = [SOURCE, statement("said"), statement("said")]

    first, again = record.append(entries, moment()), record.append(entries, moment(1))

    assert ([1, 2], ()) == ([link.sequence for link in first], again)


def test_an_id_is_never_taken_twice(record: Record) -> None:
    """Another entry of an id that is there is refused, with what to append instead."""
    record.append([SOURCE, statement("said")], moment())

    with pytest.raises(InputError, match="append a `revision` or a `withdrawal`"):
        record.append([statement("said", text="otherwise")], moment(days=1))
    with pytest.raises(InputError, match="another one has this id"):
        record.append([statement("new"), statement("new", text="not so")], moment(1))


def test_time_does_not_run_back(record: Record) -> None:
    """An append before the moment of the last one is refused, at that moment not."""
    record.append([SOURCE], moment(days=1))
    record.append([statement("said")], moment(days=1))

    with pytest.raises(InputError, match=r"3,600\.000 seconds before it: set the cl"):
        record.append([statement("earlier")], moment(days=1 - 1 / 24))


def test_a_clock_that_ran_ahead_is_told_with_the_way_back(record: Record) -> None:
    """Who comes after a wrong future moment is told up to where all is right."""
    record.append([SOURCE, statement("said")], moment())
    record.append([statement("ahead")], moment(days=40_000))

    with pytest.raises(InputError, match=r"go on from the 2 before .* --entries 2"):
        record.append([statement("next")], moment(days=1))


def test_a_part_imported_again_is_held_against_the_journal(record: Record) -> None:
    """Among thousands that are there already one that differs is found."""
    many = [statement(f"s{number}") for number in range(50)]
    record.append([SOURCE, *many], moment())

    assert () == record.append([SOURCE, *many], moment(days=1))
    with pytest.raises(InputError, match="'s7': another one has this id"):
        record.append([*many, statement("s7", text="otherwise")], moment(days=1))


def test_a_clock_is_asked_once_the_turn_has_come(record: Record) -> None:
    """A door may hand in its clock in the place of a moment."""
    (link,) = record.append([SOURCE], lambda: moment(days=3))

    assert "2025-05-16T08:00:00.000000Z" == link.recorded


def test_an_act_may_be_done_again_later(record: Record) -> None:
    """Stamped with its moment, an act that says the same is another entry."""
    once = review("said", "accepted")
    first, again = (stamped(once, moment(days)) for days in (1, 2))
    record.append([SOURCE, statement("said"), first], moment(1))
    record.append([again], moment(2))

    assert ["said", first.id, again.id] == [
        one.entry.id for one in record.history("said")
    ]


def test_history_gives_the_chain_in_its_order(record: Record) -> None:
    """An entry, its revision, its withdrawal and their reviews stand as recorded."""
    record.append([SOURCE, statement("said", day(13))], moment())
    record.append([revision("said", day(15), "reworded", "anew")], moment(days=2))
    record.append([withdrawal("said", day(20), "taken")], moment(days=7))
    judged = review("taken", "accepted")
    record.append([judged], moment(days=8))

    told = [one.entry.id for one in record.history("said")]

    assert ["said", "anew", "taken", judged.id] == told


def test_histories_are_asked_at_once(record: Record) -> None:
    """Several entries come with their acts; who is not there is left out."""
    record.append([SOURCE, statement("said"), statement("other")], moment())
    record.append([withdrawal("said", day(20), "taken")], moment(days=7))

    told = record.histories(["said", "nobody", "other"])

    assert {"said": 2, "other": 1} == {name: len(one) for name, one in told.items()}
    assert record.history("said") == told["said"]
    assert {"said", "taken"} == record.known(["said", "nobody", "taken"])


def test_history_of_nobody_is_refused(record: Record) -> None:
    """An id that is not there is named."""
    with pytest.raises(InputError, match="no entry 'nobody'"):
        record.history("nobody")


def test_a_kind_that_there_is_not_is_refused(record: Record) -> None:
    """A slice of an unknown kind says which was meant."""
    with pytest.raises(InputError, match='did you mean "listing"'):
        list(record.as_of(EVER, kinds=["listings"]))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (entry_of("statement", {}, id="x"), "needs its `source`"),
        (entry_of("rumour", {}, id="x"), "is no kind of entry"),  # type: ignore[arg-type]
        (statement("x" * 201), "an id has 1 to 200"),
        (statement("x", day(15), day(14)), "before it begins on 2025-05-15"),
        (entry_of("event", {}, id="x", source="sha256:6"), "is not in the record"),
        (entry_of("event", {}, id="x", source="said"), "is a statement; append"),
        (entry_of("event", {}, source=SOURCE.id, about="said"), "has no `about`"),
        (entry_of("source", {"digest": "55"}), "64 hexadecimal digits"),
        (entry_of("source", {"digest": "6" * 64}, id="x"), "the id of this source"),
        (withdrawal("said", Undated.OPEN), "takes effect from a day"),
        (withdrawal("", day(14)), "needs `about`"),
        (revision("act", day(14), "y"), "'act' is a withdrawal"),
        (review("seen", "accepted"), "'seen' is a seen"),
        (review("said", "acepted"), 'did you mean "accepted"'),
        (review("said", "corrected"), "needs its new wording"),
        (seen(day(14), "lost"), "`found` or `vanished`"),
        (entry_of("event", {"x": 5.92}, source=SOURCE.id), 'as text, "5.92"'),
        (entry_of("event", {"x": "\0"}, source=SOURCE.id), "no store keeps"),
    ],
)
def test_what_a_kind_lacks_is_told(record: Record, entry: Entry, told: str) -> None:
    """Each kind needs its fields, and an act an entry of which it can speak."""
    glance = entry_of(
        "seen", {"state": "found"}, id="seen", begins=day(1), about=SOURCE.id
    )
    act = withdrawal("said", day(14), "act")
    record.append([SOURCE, statement("said"), act, glance], moment())

    with pytest.raises(InputError, match=told):
        record.append([entry], moment(days=1))

    assert 4 == record.head().sequence

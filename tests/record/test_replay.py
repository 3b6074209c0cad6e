"""As-of reading against replaying, and a model of one day, on drawn histories."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
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

from antinomy.record import Edge, Entry, Kept, Record, Undated, open_record
from antinomy.values import Truth

FEW = 8  # days that are drawn
NAMES = ("a", "b")

edges: st.SearchStrategy[Edge] = st.one_of(
    st.integers(1, FEW).map(day), st.sampled_from(Undated)
)
effects = edges.filter(lambda edge: edge is not Undated.OPEN)


@st.composite
def histories(draw: st.DrawFn) -> list[Entry]:
    """Draw statements, acts upon them and reviews, each with an id of its own."""
    made = [SOURCE]
    for name in NAMES:
        begins, until = draw(edges), draw(edges)
        is_dated = not (isinstance(begins, Undated) or isinstance(until, Undated))
        if is_dated and until < begins:  # type: ignore[operator]
            begins, until = until, begins
        made.append(statement(name, begins, until))
    for number in range(draw(st.integers(0, 6))):
        about, begins = draw(st.sampled_from(NAMES)), draw(effects)
        which = draw(st.sampled_from(["withdrawal", "revision", "review"]))
        if which == "withdrawal":
            made.append(withdrawal(about, begins, f"w{number}"))
        elif which == "revision":
            made.append(revision(about, begins, f"words {number}", f"r{number}"))
        else:
            verdict = draw(st.sampled_from(["accepted", "rejected"]))
            target = draw(st.sampled_from([e.id for e in made[1:]]))
            if not target.startswith("review"):
                made.append(review(target, verdict, number))
    return made


@contextmanager
def kept_in(entries: list[Entry]) -> Iterator[Record]:
    """Append each entry a day after the one before."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "record.db"
        file.write_bytes(empty())
        with open_record(f"sqlite:///{file}") as record:
            for number, entry in enumerate(entries):
                record.append([entry], moment(days=number))
            yield record


@cache
def empty() -> bytes:
    """Give the file of an empty record; making one takes longer than all the rest."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "record.db"
        open_record(f"sqlite:///{file}").close()
        return file.read_bytes()


def told(found: Iterator[Kept]) -> list[Kept]:
    """Give what was found in one order, whichever way the store came by it."""
    return sorted(found, key=lambda kept: (kept.id, kept.words.id))


@settings(max_examples=40)
@given(histories(), st.data())
def test_known_by_a_day_is_what_replaying_up_to_it_gives(
    entries: list[Entry], data: st.DataObject
) -> None:
    """Later knowledge changes no earlier answer, with a day, without, and reviewed."""
    upto = data.draw(st.integers(1, len(entries)))
    on = data.draw(st.one_of(st.none(), st.integers(1, FEW + 1).map(day)))
    by = moment(days=upto - 1)
    with kept_in(entries) as whole, kept_in(entries[:upto]) as replayed:
        assert told(replayed.as_of(EVER, on)) == told(whole.as_of(by, on))
        assert told(replayed.accepted(EVER, on)) == told(whole.accepted(by, on))


@given(histories(), st.integers(0, FEW + 1))
def test_a_day_is_what_its_acts_make_of_it(entries: list[Entry], number: int) -> None:
    """One day at a time: each act that counts moves the words that stand on it."""
    on = date(2025, 4, 30) if number == 0 else day(number)
    expected = sorted(
        (name, words, truth.value)
        for name in NAMES
        for words, truth in standing_on(on, name, entries).items()
        if truth is not Truth.FALSE
    )

    with kept_in(entries) as record:
        found = told(record.as_of(EVER, on, kinds=["statement"]))

    assert expected == [
        (kept.id, kept.words.id, kept.stands.value if kept.stands else "")
        for kept in found
    ]


def standing_on(on: date, name: str, entries: list[Entry]) -> dict[str, Truth]:
    """Give the truth of each wording on a day, act by act: a model without spans."""
    verdicts = {e.about: e.body["verdict"] for e in entries if e.kind == "review"}
    (first,) = (entry for entry in entries if entry.id == name)
    found = {name: first.valid.holds(on)}
    for act in entries:
        is_upon = act.about == name and act.kind in {"withdrawal", "revision"}
        if not is_upon or verdicts.get(act.id) == "rejected":
            continue
        begins = act.valid.begins
        if begins is Undated.UNKNOWN:
            found = {words: truth & Truth.UNKNOWN for words, truth in found.items()}
        elif not isinstance(begins, Undated) and begins <= on:
            found = dict.fromkeys(found, Truth.FALSE)
        if act.kind == "revision":
            found[act.id] = act.valid.holds(on)
    return found

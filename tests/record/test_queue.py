"""What waits for review, and in which order."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.record.making import FIRST, SOURCE, day, moment, review, seen, statement

from antinomy.record import (
    Effect,
    Entry,
    Grades,
    Kept,
    Recorded,
    Waiting,
    entry_of,
    in_order,
    latest_at,
    moment_of,
    newer_sources,
    thing_told,
    waits,
)
from antinomy.values import Citation, Json, Standing

GRADES = Grades(
    {Standing.PRIMARY: 1, Standing.SECONDARY: 2, Standing.UNCERTAIN: 3},
    {"gazette.example": 1, "posts.example": 4},
    {},
)


def kept(entry: Entry, sequence: int = 1, reviewed: int | None = None) -> Kept:
    """Give an entry at its place, reviewed at another or not at all."""
    one = Recorded(sequence, moment(), entry)
    if reviewed is None:
        return Kept(one, entry)
    said = review(entry.id, "accepted")
    return Kept(one, entry, review=Recorded(reviewed, moment(), said))


def waiting(
    name: str,
    effect: Effect = Effect.RULES,
    *,
    against: tuple[str, ...] = (),
    grade: int = 2,
    is_new: bool = True,
    days: int = 0,
) -> Waiting:
    """Give an entry that waits since some day."""
    entry = statement(name)
    recorded = moment_of(FIRST + timedelta(days=days))
    return Waiting(
        kept=Kept(Recorded(days + 1, recorded, entry), entry),
        reason="new",
        effect=effect,
        cases=("a.yaml",) if effect is Effect.CASES else (),
        against=against,
        grade=grade,
        standing=Standing.SECONDARY,
        is_new=is_new,
    )


ORDERED = (
    waiting("case", Effect.CASES, grade=4, days=5),
    waiting("contradicts", against=("other",), grade=4, days=5),
    waiting("good", grade=1, days=5),
    waiting("older", days=1),
    waiting("younger", days=2),
    waiting("repeats", is_new=False, days=0),
    waiting("nothing", Effect.NOTHING, against=("other",), grade=1),
)


@pytest.mark.parametrize("rank", range(len(ORDERED) - 1))
def test_effect_contradiction_grade_novelty_age(rank: int) -> None:
    """Each reason to look soon goes before all that come after it."""
    pair = ORDERED[rank : rank + 2]

    assert pair == in_order(reversed(pair))


@given(st.permutations(ORDERED))
def test_the_order_does_not_hang_on_how_they_came(mixed: list[Waiting]) -> None:
    """However entries are handed in they wait in one order."""
    assert ORDERED == in_order(mixed)


def page(digest: str, address: str = "https://a.example/1") -> Entry:
    """Give the source of a page."""
    return entry_of("source", {"digest": digest * 64, "address": address})


def test_an_entry_waits_until_it_is_reviewed() -> None:
    """Without a review it is new; with one it waits no more."""
    assert "new" == waits(kept(statement("a")), {})
    assert waits(kept(statement("a"), reviewed=2), {}) is None


def test_a_later_page_of_one_address_asks_again() -> None:
    """Older bytes are asked about where newer ones came after the review."""
    old, new = page("5"), page("6")
    other = page("7", "https://b.example/1")
    pages = [kept(one, number) for number, one in enumerate((old, other, new), 1)]
    for order in permutations(pages):
        newer = newer_sources(order)
        assert {old.id: pages[2].first} == newer
    assert SOURCE.id == statement("a").source

    said = entry_of("statement", {"text": "a"}, id="a", source=old.id)
    assert "source_changed" == waits(kept(said, reviewed=2), newer)
    assert waits(kept(said, reviewed=4), newer) is None


def test_a_source_without_an_address_changes_nothing() -> None:
    """Two files without an address are two sources."""
    files = [entry_of("source", {"digest": d * 64}) for d in "56"]
    found = newer_sources(kept(one, number) for number, one in enumerate(files))

    assert {} == found


def test_a_page_that_went_back_asks_about_what_stood_between() -> None:
    """Of A, B and A again it is B that is asked about, and A no more."""
    first, second = (entry_of("source", {"digest": d * 64}) for d in "56")
    looks = [
        Recorded(n, moment(), seen(day(n), "found", name="page.html"))
        for n in (3, 4, 5)
    ]
    pages = [
        replace(kept(first, 1), sightings=(looks[0], looks[2])),
        replace(kept(second, 2), sightings=(looks[1],)),
    ]

    assert {second.id: looks[2]} == newer_sources(pages)
    assert {"page.html": first.id} == latest_at(pages)


def test_what_is_told_again_elsewhere_is_the_same_thing() -> None:
    """Place on the page, rule and confidence are no part of what is said."""
    body: dict[str, Json] = {"text": "a remark", "spans": [[1, 2]], "rule": "a"}
    moved: dict[str, Json] = {**body, "spans": [[7, 8]], "rule": "b", "reader": "2"}
    told = [kept(entry_of("statement", b)) for b in (body, moved)]
    other = kept(entry_of("statement", {**body, "text": "another"}))

    assert thing_told(told[0], {}) == thing_told(told[1], {})
    assert thing_told(told[0], {}) != thing_told(other, {})


@pytest.mark.parametrize(
    ("address", "standing", "grade"),
    [
        ("https://gazette.example/1", Standing.PRIMARY, 1),
        ("https://gazette.example/1", Standing.UNCERTAIN, 3),
        ("https://m.posts.example/1", Standing.PRIMARY, 4),
        ("https://notposts.example/1", Standing.SECONDARY, 2),
        ("", Standing.PRIMARY, 1),
    ],
)
def test_a_grade_is_the_worse_of_standing_and_host(
    address: str, standing: Standing, grade: int
) -> None:
    """A post that calls itself primary is a post."""
    assert grade == GRADES.grade(Citation("x", address, standing))

"""Quantifiers and links over lists: complete, open, empty, nested."""

import pytest
from tests.language.saying import EVERY_LIST, GOAL, asked, deal, program, put, truth

from antinomy.language import Member, source_of
from antinomy.values import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
OPEN = EVERY_LIST - {"party"}


def parties(flags: str, *, is_open: bool = False) -> Member:
    """Make a deal with parties listed (t), not listed (f) or unknown (u)."""
    case = deal(OPEN if is_open else EVERY_LIST)
    for flag in flags:
        party = put(case, "party")
        if flag != "u":
            party.values["is_listed"] = flag == "t"
    return case


@pytest.mark.parametrize(
    ("flags", "some", "every", "two"),
    [
        ("", F, T, F),
        ("t", T, T, F),
        ("f", F, F, F),
        ("u", U, U, F),
        ("tt", T, T, T),
        ("tf", T, F, F),
        ("tu", T, U, U),
        ("fu", U, F, F),
        ("uu", U, U, U),
        ("ttf", T, F, T),
        ("ffu", U, F, F),
    ],
)
def test_a_complete_list_is_counted_through(
    flags: str, some: Truth, every: Truth, two: Truth
) -> None:
    """Over a complete list SOME, EVERY and AT_LEAST ask the listed members only."""
    case = parties(flags)

    assert some is truth(asked("some_party(is_listed)"), case)
    assert every is truth(asked("every_party(is_listed)"), case)
    assert two is truth(asked("at_least(2, party, is_listed)"), case)


@pytest.mark.parametrize(
    ("flags", "some", "every", "two"),
    [
        ("", U, U, U),
        ("t", T, U, U),
        ("f", U, F, U),
        ("tt", T, U, T),
        ("tf", T, F, U),
    ],
)
def test_an_open_list_may_hold_anybody(
    flags: str, some: Truth, every: Truth, two: Truth
) -> None:
    """Over an open list SOME and AT_LEAST are never false and EVERY never true."""
    case = parties(flags, is_open=True)

    assert some is truth(asked("some_party(is_listed)"), case)
    assert every is truth(asked("every_party(is_listed)"), case)
    assert two is truth(asked("at_least(2, party, is_listed)"), case)


def test_what_nobody_can_be_nobody_unlisted_is() -> None:
    """An open list does not make possible what the facts around it exclude."""
    case = parties("t", is_open=True)
    case.values["licence_held"] = False

    assert F is truth(asked("some_party(is_listed AND licence_held)"), case)
    assert T is truth(asked("every_party(is_listed OR NOT licence_held)"), case)
    assert F is truth(asked("at_least(3, party, licence_held)"), case)


def test_a_list_within_a_list() -> None:
    """The chips of one item are not the chips of another."""
    case = deal()
    big, small = put(case, "item", us_origin=True), put(case, "item", us_origin=False)
    put(big, "chip", tpp=5000)
    put(small, "chip", tpp=100)

    assert T is truth(asked("some_item(us_origin AND some_chip(tpp >= 4800))"), case)
    rest = asked("some_item(NOT us_origin AND some_chip(tpp >= 4800))")
    assert F is truth(rest, case)
    small.complete.clear()
    assert U is truth(rest, case)


def test_an_unlisted_item_may_contain_any_chip() -> None:
    """An open list of items may hold one whose chips are not known either."""
    case = deal(EVERY_LIST - {"item"})

    assert U is truth(asked("some_item(some_chip(tpp >= 4800))"), case)
    assert U is truth(asked("every_item(every_chip(tpp < 4800))"), case)


def test_a_list_is_asked_from_within_another() -> None:
    """An item may ask about the parties: the whole list, not one beside it."""
    case = deal()
    put(case, "item", us_origin=True)
    put(case, "party", is_listed=True)

    assert T is truth(asked("every_item(us_origin AND some_party(is_listed))"), case)


def test_a_link_asks_the_one_it_names() -> None:
    """What asking(...) says, it says of the asking party alone."""
    case = deal()
    put(case, "party", is_listed=True)
    case.links["asking"] = put(case, "party", is_listed=False)

    assert F is truth(asked("asking(is_listed)"), case)
    assert T is truth(asked("NOT asking(is_listed) AND some_party(is_listed)"), case)
    assert T is truth(asked("some_item(TRUE) OR asking(NOT is_listed)"), case)


def test_a_link_that_names_nobody_says_nothing() -> None:
    """Where it is not said who asks, what holds of the one who asks is unknown."""
    case = deal()
    put(case, "party", is_listed=True)

    assert U is truth(asked("asking(is_listed)"), case)
    assert F is truth(asked("some_party(NOT is_listed)"), case)


@pytest.mark.parametrize("held", [True, False])
def test_exceptions_are_not(held: bool) -> None:  # noqa: FBT001 - a parameter
    """A rule less its exception holds where the exception fails, and not elsewhere."""
    rules = asked(
        "is_controlled_deal AND NOT excepted",
        "excepted: licence_held AND notified",
        "is_controlled_deal: some_item(us_origin)",
    )
    case = deal(licence_held=held)
    put(case, "item", us_origin=True)

    assert (U if held else T) is truth(rules, case)


def test_a_later_pass_over_a_list_finds_what_an_earlier_one_kept() -> None:
    """A list may be gone through again with what was learnt of the whole of it."""
    rules = program(
        "item big: some_chip(tpp >= 4800)",
        "two_big: at_least(2, item, big)",
        "item suspect: big AND two_big AND NOT us_origin",
        "goal: some_item(suspect) AND every_item(big OR us_origin)",
    )
    case = deal()
    for origin in (True, False):
        put(put(case, "item", us_origin=origin), "chip", tpp=5000)

    assert "kept[" in source_of(rules, [GOAL])
    assert T is truth(rules, case)
    put(case, "item", us_origin=True)
    assert T is truth(rules, case)
    put(case, "item", us_origin=False)
    assert F is truth(rules, case)


def test_what_is_kept_of_an_unlisted_chip_is_kept_by_item() -> None:
    """Two items with open lists of chips do not lend each other their unlisted ones."""
    rules = program(
        "chip foreign: NOT us_origin AND tpp >= 4800",
        "any_foreign: some_item(some_chip(foreign))",
        "chip caught: foreign AND any_foreign",
        "goal: some_item(value > 1 AND some_chip(caught))",
    )
    case = deal()
    put(case, "item", EVERY_LIST - {"chip"}, us_origin=True, value=2)
    put(case, "item", EVERY_LIST - {"chip"}, us_origin=False, value=1)

    assert "kept[" in source_of(rules, [GOAL])
    assert F is truth(rules, case)

"""What the rules say of a firm: each its own lists, line, days and words."""

from dataclasses import replace

import pytest
from tests.cases.casefile import packs
from tests.ownership.structures import structure

from antinomy.ownership import Band, Listing, Structure, answer, answer_json
from antinomy.values import Day, KnownBy, parse_day
from antinomy.view import view_on


def told(given: Structure, subject: str, on: str = "2025-10-15") -> dict[str, object]:
    """Give the answers of a day as JSON."""
    day = Day(parse_day(on))
    view = view_on(packs(), day, KnownBy(parse_day("2026-11-21")))
    return {**answer_json(answer(given, subject, view))}


def part(found: dict[str, object], rule: str) -> dict[str, object]:
    """Give one object of the answers."""
    inner = found[rule]
    assert isinstance(inner, dict)
    return inner


@pytest.mark.parametrize(
    ("on", "status", "effective", "would_be"),
    [
        ("2025-09-28", "before_rule", "no_list_based_requirement", None),
        ("2025-09-29", "in_force", "licence_as_owner", None),
        ("2025-11-09", "in_force", "licence_as_owner", None),
        ("2025-11-10", "suspended", "no_list_based_requirement", "licence_as_owner"),
        ("2026-11-09", "suspended", "no_list_based_requirement", "licence_as_owner"),
        ("2026-11-10", "in_force_by_default", "licence_as_owner", None),
    ],
)
def test_a_rule_asks_what_it_asks_on_its_days(
    on: str, status: str, effective: str, would_be: str | None
) -> None:
    """While it is stayed nothing is asked, and what it would ask is told beside."""
    bis = part(told(structure("X>A 60", "P>A 40", listed="X"), "A", on), "bis")

    assert "licence_as_owner" == bis["answer"]
    assert (status, effective) == (bis["bis_status"], bis["effective"])
    assert would_be == bis.get("would_be")
    assert (on == "2026-11-10") is bis.get("verify", False)


def test_each_rule_has_its_lists() -> None:
    """A stake of the Entity List and one of a blocked person add up for BIS alone."""
    given = structure("X>C 30", "S>C 20", "P>C 50", listed="X")
    blocked = Listing("SDN", marks={"counts_744_8": True})
    holders = {**given.holders, "S": replace(given.holders["S"], listings=(blocked,))}

    found = told(Structure(holders, given.holdings), "C")

    assert ("not_blocked", "20") == tuple(
        part(found, "ofac")[name] for name in ("answer", "upper")
    )
    assert ("licence_as_owner", ["X", "S"]) == tuple(
        part(found, "bis")[name] for name in ("answer", "inherits_from")
    )


def test_a_mark_that_is_not_stated_is_unknown() -> None:
    """A blocked person of a programme nobody stated may count for BIS, or may not."""
    given = structure("S>C 60", "P>C 40")
    holders = {
        **given.holders,
        "S": replace(given.holders["S"], listings=(Listing("SDN"),)),
    }

    found = told(Structure(holders, given.holdings), "C")

    assert "blocked" == part(found, "ofac")["answer"]
    assert "undetermined" == part(found, "bis")["answer"]


def test_a_firm_of_the_united_states_is_outside_and_passes_on() -> None:
    """It is not captured itself; what it holds abroad is."""
    given = structure("X>U 100", "U>M 100", listed="X", seats="U=US")

    bis = part(told(given, "M"), "bis")

    assert (["M"], ["U"]) == (bis["captured"], bis["out_of_scope_us"])


def test_a_circle_is_brought_to_counsel() -> None:
    """Where the two readings differ none is chosen, and both are told."""
    bis = part(
        told(structure("X>A 40", "B>A 40", "P>A 20", "A>B 100", listed="X"), "A"), "bis"
    )

    assert ("undetermined", "escalate") == (bis["answer"], bis["effective"])
    assert ["RF-MINOR", "RF-CIRCULAR"] == bis["red_flags"]


@pytest.mark.parametrize(
    ("seats", "word"),
    [
        ("P=CN", "yes"),
        ("P=JP", "no"),
        ("P=JP A=MO", "yes"),
        ("P=unknown", "undetermined"),
    ],
)
def test_the_seat_of_the_firm_or_of_its_parent_counts(seats: str, word: str) -> None:
    """The headquarters test looks at both, and at no share below half."""
    found = told(structure("P>A 60", "Q>A 40", seats=seats), "A")

    assert word == part(found, "parent_test")["answer"]


def test_what_falls_short_of_capture_raises_its_flag() -> None:
    """A share sold down, a listed sister, a nominee: each is told, none is proof."""
    sold = structure("X>A 49", "P>A 51", listed="X")
    before = replace(
        sold.holdings[0],
        equity=Band(60, 60),
        begins=parse_day("2024-01-01"),
        until=parse_day("2025-06-30"),
    )
    now = replace(sold.holdings[0], begins=parse_day("2025-07-01"))
    divested = Structure(sold.holders, (before, now, sold.holdings[1]))
    sisters = structure("P>A 60", "P>X 60", "Q>A 40", listed="X")
    hidden = replace(sisters.holdings[2], is_by_nominee=True)
    nominee = Structure(sisters.holders, (*sisters.holdings[:2], hidden))

    assert ["RF-MINOR", "RF-DIVEST"] == part(told(divested, "A"), "bis")["red_flags"]
    assert ["RF-SISTER"] == part(told(sisters, "A"), "bis")["red_flags"]
    assert ["RF-NOMINEE"] == part(told(nominee, "A"), "bis")["red_flags"]

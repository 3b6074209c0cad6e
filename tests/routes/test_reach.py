"""Who may have been reached: by movements that can follow each other in time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from antinomy.routes import Movement, origins_of, reached
from antinomy.routes.period import Period

START = date(2025, 1, 1)
NAMES = "ABCDE"


def leg(source: str, target: str, first: int, length: int = 0) -> Movement:
    """Give a movement on a day of January, or within a few days of it."""
    opens = START + timedelta(days=first)
    return Movement("", source, target, Period(opens, opens + timedelta(days=length)))


def by_sender(legs: list[Movement]) -> dict[str, list[Movement]]:
    """Group movements by sender."""
    found: dict[str, list[Movement]] = {}
    for each in legs:
        found.setdefault(each.source, []).append(each)
    return found


def by_walking(legs: list[Movement], origin: str) -> dict[str, date]:
    """Find the earliest days by trying every leg again and again."""
    found = {origin: date.min}
    for _ in legs:
        for each in legs:
            since = found.get(each.source)
            if since is None or each.when.last < since:
                continue
            arrives = max(since, each.when.first)
            if arrives < found.get(each.target, date.max):
                found[each.target] = arrives
    return found


LEGS = st.lists(
    st.builds(
        leg,
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.integers(0, 20),
        st.integers(0, 6),
    ),
    max_size=14,
)


@given(LEGS)
def test_the_scan_agrees_with_trying_every_leg(legs: list[Movement]) -> None:
    """Everybody reached, on the earliest day, circles and all."""
    found = reached(by_sender(legs), ["A"])

    assert by_walking(legs, "A") == {name: at.since for name, at in found.items()}


def test_a_leg_before_the_receipt_carries_nothing() -> None:
    """What left before the goods came did not take them along."""
    legs = [leg("A", "B", 10), leg("B", "C", 5)]

    assert ["A", "B"] == list(reached(by_sender(legs), ["A"]))


def test_a_closed_circle_begins_somewhere() -> None:
    """Where everybody sends and receives, the first sender stands for the origin."""
    assert ["A"] == origins_of([leg("A", "B", 1), leg("B", "A", 2)])

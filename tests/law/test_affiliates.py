"""The Affiliates Rule, day by day: the dates that everything turns on."""

import pytest
from tests.law.minipack import standing_of

from antinomy.law import Law, State

RULE = "us.ear.affiliates.licence"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2025-09-28", State.NOT_IN_FORCE),
        ("2025-09-29", State.IN_FORCE),
        ("2025-11-09", State.IN_FORCE),
        ("2025-11-10", State.SUSPENDED),
        ("2026-02-01", State.SUSPENDED),
        ("2026-11-09", State.SUSPENDED),
        ("2026-11-10", State.UNKNOWN),
        ("2026-11-27", State.UNKNOWN),
    ],
)
def test_the_rule_day_by_day(shipped: Law, on: str, state: State) -> None:
    """The rule opens, sleeps to the last day named, and is then open, not back."""
    assert state is standing_of(shipped, on, provision=RULE).state


@pytest.mark.parametrize(
    ("on", "known_by", "state"),
    [
        ("2025-09-29", "2025-09-28", State.NOT_IN_FORCE),
        ("2025-11-10", "2025-11-09", State.IN_FORCE),
        ("2026-11-10", "2025-11-09", State.IN_FORCE),
        ("2025-11-10", "2025-11-10", State.SUSPENDED),
        ("2026-11-10", "2025-11-10", State.UNKNOWN),
    ],
)
def test_what_was_not_known_does_not_count(
    shipped: Law, on: str, known_by: str, state: State
) -> None:
    """A stay published later changes nothing for whoever could not know it."""
    assert state is standing_of(shipped, on, known_by, RULE).state


def test_an_open_state_tells_the_terms_recorded(shipped: Law) -> None:
    """After the stay the recorded terms give: in force, from the day after its end."""
    found = standing_of(shipped, "2026-11-10", provision=RULE)

    assert State.IN_FORCE is found.would_be
    assert "2026-11-10" == str(found.back_on)
    assert found.note is not None
    assert "oral extension" in found.note.en

"""What came in, less what went on, less what was seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.routes.reading import judged, read

from antinomy.routes import balances

FILE = """
cases:
- id: one
  as_of: 2025-06-01
  goods: {{item: H100 servers, unit: server}}
  parties:
    - {{id: A, role: distributor, country: SG}}
    - {{id: B, role: buyer, country: MY, hq: MY}}
    - {{id: C, role: operator, country: MY, hq: MY}}
  flow:
    - {{from: A, to: B, date: {came}, qty: {received}}}
    - {{from: B, to: C, date: 2025-03-01, qty: {forwarded}}}
  {more}
"""


def path(
    received: object,
    forwarded: object,
    more: str = "other: []",
    came: str = "2025-02-01",
) -> str:
    """Write goods that come to B and go on to C."""
    return FILE.format(received=received, forwarded=forwarded, more=more, came=came)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_balance_is_exact(received: int, forwarded: int) -> None:
    """What is left is the difference, whatever its size or sign."""
    [balance] = balances(read(path(received, forwarded)))

    assert received - forwarded == balance.left.low == balance.left.high


@pytest.mark.parametrize(
    ("received", "forwarded", "more", "left"),
    [
        ("at least 100", 60, "other: []", "40.."),
        ("100..120", 60, "other: []", "40..60"),
        (100, 60, "audits: [{site: B, units_seen: 40}]", "0"),
        (
            100,
            60,
            "audits: [{site: B, units_seen: 40, matches: 30}]",
            "10",
        ),
        (100, 60, "inventory: {in_stock: 40}", "0"),
        (60, 100, "other: []", "-40"),
    ],
)
def test_bounds_and_counts_enter_the_balance(
    received: object, forwarded: object, more: str, left: str
) -> None:
    """An amount known from below leaves the end open; identities beat boxes."""
    [balance] = balances(read(path(received, forwarded, more)))

    assert left == str(balance.left)


def test_an_unknown_quantity_gives_no_balance() -> None:
    """Where a quantity is words only there is nothing to add, and it is said."""
    found = judged(path("several hundred", 60))

    assert () == found.balances
    assert ["qty several hundred"] == [words.text for words in found.unread]


def test_goods_that_leave_before_they_come_are_a_question() -> None:
    """Dates out of order are shown, with the leg."""
    [flag] = [
        flag
        for flag in judged(path(60, 60, came="2025-04-01")).flags
        if flag.code == "RF-BALANCE"
    ]

    assert ["before"] == [evidence.sign for evidence in flag.evidence]


def test_a_gap_says_its_own_dates() -> None:
    """Each side of the sum has the days it is of."""
    [balance] = balances(read(path(100, 60)))

    assert [("received", "2025-02-01"), ("forwarded", "2025-03-01")] == [
        (name, str(when)) for name, when in balance.dates
    ]

"""What came and went between two versions, and when a load is not believed."""

from datetime import date

from antinomy.lists import Delta, Designation, delta, history, shrunk


def row(name: str, of: str = "EL") -> Designation:
    """Give a row of nothing but a name."""
    return Designation(of, name)


def test_what_came_and_went() -> None:
    """Names are compared list by list, in the order of the rows."""
    before = [row("A"), row("B"), row("C", "UVL")]
    after = [row("C"), row("B"), row("A", "UVL"), row("D")]

    assert Delta(("EL: C", "UVL: A", "EL: D"), ("EL: A", "UVL: C")) == delta(
        before, after
    )


def test_a_list_that_lost_more_than_its_share_is_named() -> None:
    """Ten percent lost is believed, eleven are not; a list that is gone is named."""
    before = {"EL": 100, "UVL": 100, "MEU": 5}

    assert ("UVL: 100 rows before, 89 now", "MEU: 5 rows before, 0 now") == shrunk(
        before, {"EL": 90, "UVL": 89}, 10
    )


def test_rows_are_followed_through_versions() -> None:
    """A row is known from its first version, and absent since one that lacks it."""
    days = [date(2026, month, 1) for month in (1, 2, 3)]
    versions = [[row("A"), row("B")], [row("B")], [row("A"), row("B"), row("C")]]

    found = [
        (one.row.name, one.known_from, one.absent_since)
        for one in history(zip(days, versions, strict=True))
    ]

    assert [
        ("A", days[0], days[1]),
        ("B", days[0], None),
        ("A", days[2], None),
        ("C", days[2], None),
    ] == found


def test_another_day_of_listing_is_another_designation() -> None:
    """A party that is listed anew has a row for each time."""
    first, second = (Designation("EL", "A", begins=date(y, 1, 1)) for y in (2020, 2024))
    days = (date(2026, 1, 1), date(2026, 2, 1))

    found = history(zip(days, ([first], [first, second]), strict=True))

    assert [(first, days[0]), (second, days[1])] == [
        (one.row, one.known_from) for one in found
    ]

"""What came and went between two versions, and when a load is not believed."""

from antinomy.lists import Delta, Designation, delta, shrunk


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

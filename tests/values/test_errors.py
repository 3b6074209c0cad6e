"""Errors say where, what and what to do."""

import pytest

from antinomy.values import (
    AntinomyError,
    InputError,
    IntegrityError,
    Location,
    NotModelled,
    PackError,
)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (Location("deal.yaml"), "deal.yaml"),
        (Location("deal.yaml", 3, 7), "deal.yaml:3:7"),
        (Location("deal.yaml", 3, 7, "items[0].tpp"), "deal.yaml:3:7: items[0].tpp"),
        (Location("deal.yaml", field="items"), "deal.yaml: items"),
    ],
)
def test_a_place_is_written_as_editors_read_it(at: Location, expected: str) -> None:
    """File, line and column are joined by colons, so that a click opens them."""
    assert expected == str(at)


@pytest.mark.parametrize("kind", [InputError, PackError, NotModelled, IntegrityError])
def test_one_except_catches_whatever_a_user_can_mend(
    kind: type[AntinomyError],
) -> None:
    """Every error meant for the desk is of one family and begins with its place."""
    error = kind("the file is empty", Location("deal.yaml", 1, 1))

    assert isinstance(error, AntinomyError)
    assert "deal.yaml:1:1: the file is empty" == str(error)
    assert "the file is empty" == str(kind("the file is empty"))


def test_all_faults_of_a_pack_are_told_in_one_go() -> None:
    """A pack that is wrong in two places says both."""
    faults = (
        PackError("no cite", Location("a.yaml", 1, 1)),
        PackError("no event", Location("a.yaml", 9, 3)),
    )

    assert "a.yaml:1:1: no cite\na.yaml:9:3: no event" == str(
        PackError("2 faults", faults=faults)
    )

"""What stands and what was withdrawn, as known by a day."""

from pathlib import Path

import pytest

from antinomy.claims import Claims, Standing, read_claims
from antinomy.values import KnownBy, parse_day

RECORD = Path(__file__).parents[2] / "src" / "antinomy" / "packs" / "record"
CLAIMS = read_claims(RECORD)


def known_by(day: str) -> Claims:
    """Give the shipped record as known by a day."""
    return CLAIMS.known_by(KnownBy(parse_day(day)))


@pytest.mark.parametrize(
    ("item", "before", "status", "by", "day"),
    [
        (
            "statement.bis.anywhere",
            "2025-05-18",
            "revised",
            "event.bis.rewording",
            "2025-05-19",
        ),
        (
            "event.my.announced",
            "2025-05-19",
            "retracted",
            "event.my.retraction",
            "2025-05-20",
        ),
    ],
)
def test_a_withdrawal_counts_from_the_day_it_was_known(
    item: str, before: str, status: str, by: str, day: str
) -> None:
    """What was said stands until the item that settles it could be known; both stay."""
    later = known_by(day)

    assert Standing() == known_by(before).standing_of(item)
    assert Standing(status, by, parse_day(day)) == later.standing_of(item)  # type: ignore[arg-type]
    assert item in later.items


def test_a_withdrawal_is_a_chain() -> None:
    """What was announced, what was said of it and what took it back, in its order."""
    assert [
        ("event.my.announced", "2025-05-19"),
        ("statement.my.teo", "2025-05-19"),
        ("event.my.retraction", "2025-05-20"),
        ("statement.huawei.2025-05-20", "2025-05-20"),
        ("statement.sacks.2025-05-20", "2025-05-20"),
        ("statement.miti.2025-05-21", "2025-05-21"),
    ] == [
        (item.id, item.known_from.isoformat())
        for item in CLAIMS.chain_of("event.my.announced")
    ]


@pytest.mark.parametrize("item", ["statement.bis.anywhere", "event.bis.rewording"])
def test_a_chain_is_the_same_from_either_end(item: str) -> None:
    """The wording, its change and the answer to that are found from each of them."""
    assert [
        "statement.bis.anywhere",
        "event.bis.rewording",
        "statement.mofcom.2025-05-19",
    ] == [each.id for each in CLAIMS.chain_of(item)]


def test_an_answer_settles_nothing() -> None:
    """A statement that is only answered stands."""
    assert "standing" == CLAIMS.standing_of("event.bis.guidance").status


def test_an_allegation_denied_is_marked() -> None:
    """What Nvidia has denied is marked as denied, with the denial's id."""
    standing = CLAIMS.standing_of("event.h20.backdoor")

    assert ("denied", "statement.nvidia.no-backdoor") == (standing.status, standing.by)


def test_further_items_stand_beside_the_shipped() -> None:
    """An accepted item takes the place of the one of its id; the others stay."""
    item = CLAIMS.items["event.madrid.talks"]
    claims = known_by("2020-01-01").together([item])

    assert item == claims.items[item.id]
    assert len(known_by("2020-01-01").items) + 1 == len(claims.items)


def test_a_part_is_of_its_whole() -> None:
    """A bureau is kin of its department and its country, not of another's."""
    terms = CLAIMS.terms

    assert terms.are_kin("org:bis", "place:us")
    assert terms.are_kin("place:us", "org:bis")
    assert not terms.are_kin("org:bis", "org:white-house")
    assert not terms.are_kin("org:mofcom", "place:us")

"""Who is in which set of places, on which day, as known by which day."""

from dataclasses import replace

import pytest

from antinomy.catalogue import Catalogue, Places
from antinomy.language import PlaceSet
from antinomy.values import KnownBy, parse_day

NOW = "2026-11-21"
DESTINATIONS = "us.ear.advanced_computing_destinations"
HEADQUARTERS = "us.ear.d5_or_macau"


@pytest.fixture
def places(catalogue: Catalogue) -> Places:
    """Give the shipped places."""
    return catalogue.places


def on(places: Places, name: str, day: str, known_by: str = NOW) -> PlaceSet:
    """Give a set on a day."""
    return places.sets_on(parse_day(day), KnownBy(parse_day(known_by)))[name]


def standing(places: Places, name: str, place: str, day: str, by: str = NOW) -> str:
    """Say whether a place is in a set: in, out or open."""
    within = on(places, name, day, by)
    if place in within.certain:
        return "in"
    return "open" if place in within.possible else "out"


@pytest.mark.parametrize(
    ("name", "place", "day", "expected"),
    [
        # Macau is in D:1 and D:4, not in D:5; the headquarters test names it beside.
        ("us.ear.d5", "MO", "2025-05-13", "out"),
        ("us.ear.d1", "MO", "2025-05-13", "in"),
        ("us.ear.d4", "MO", "2025-05-13", "in"),
        (HEADQUARTERS, "MO", "2025-05-13", "in"),
        (DESTINATIONS, "MO", "2025-05-13", "in"),
        # Cambodia entered D:5 on 2021-12-09 and left it on 2025-11-07; D:1 stays.
        ("us.ear.d5", "KH", "2021-12-08", "out"),
        ("us.ear.d5", "KH", "2021-12-09", "in"),
        ("us.ear.d5", "KH", "2025-11-06", "in"),
        ("us.ear.d5", "KH", "2025-11-07", "out"),
        (HEADQUARTERS, "KH", "2025-11-06", "in"),
        (HEADQUARTERS, "KH", "2025-11-07", "out"),
        (DESTINATIONS, "KH", "2026-02-03", "in"),
        # The Emirates left D:4 for A:5 on 2026-07-10 and are named beside the formula.
        ("us.ear.d4", "AE", "2026-07-09", "in"),
        ("us.ear.d4", "AE", "2026-07-10", "out"),
        ("us.ear.a5", "AE", "2026-07-09", "out"),
        ("us.ear.a5", "AE", "2026-07-10", "in"),
        (DESTINATIONS, "AE", "2026-07-09", "in"),
        (DESTINATIONS, "AE", "2026-07-10", "in"),
        # Nicaragua entered D:1 and D:5 on 2024-03-15.
        (DESTINATIONS, "NI", "2024-03-14", "out"),
        (DESTINATIONS, "NI", "2024-03-15", "in"),
        (HEADQUARTERS, "NI", "2024-03-15", "in"),
        # Hong Kong is China in the EAR since 2020-12-23, and outside the mainland.
        ("us.ear.china", "HK", "2020-12-22", "out"),
        ("us.ear.china", "HK", "2020-12-23", "in"),
        (DESTINATIONS, "HK", "2025-05-13", "in"),
        (HEADQUARTERS, "HK", "2025-05-13", "in"),
        ("cn.mainland", "HK", "2025-05-13", "out"),
        ("cn.mainland", "CN", "2025-05-13", "in"),
        # Taiwan and Israel are in A:6; Israel is in D:4 as well and is taken out.
        ("us.ear.a6", "TW", "2025-05-13", "in"),
        (DESTINATIONS, "TW", "2025-05-13", "out"),
        ("us.ear.d4", "IL", "2025-05-13", "in"),
        (DESTINATIONS, "IL", "2025-05-13", "out"),
        # Malaysia and Thailand are in none of the groups; Vietnam is in D:1.
        (DESTINATIONS, "MY", "2025-05-13", "out"),
        (DESTINATIONS, "TH", "2025-05-13", "out"),
        (DESTINATIONS, "VN", "2025-05-13", "in"),
        # Earlier columns that nobody read leave a place in neither for certain.
        ("us.ear.d5", "ET", "2024-03-14", "open"),
        ("us.ear.d5", "ET", "2024-03-15", "out"),
        ("us.ear.d1", "RU", "2020-02-23", "open"),
        ("us.ear.d1", "RU", "2020-02-24", "in"),
    ],
)
def test_where_a_place_stands(
    places: Places, name: str, place: str, day: str, expected: str
) -> None:
    """A place is in a set on the days that the table and its history say."""
    assert expected == standing(places, name, place, day)


def test_a_later_rule_is_not_known_earlier(places: Places) -> None:
    """Nobody could know in 2025 that the Emirates would be in A:5."""
    assert "out" == standing(places, "us.ear.a5", "AE", "2026-08-01", "2025-12-31")
    assert "in" == standing(places, "us.ear.d4", "AE", "2026-08-01", "2025-12-31")


def test_after_the_last_reading_membership_stands(places: Places) -> None:
    """A day after the table was read gives the members as last known."""
    assert on(places, "us.ear.d5", "2026-07-23") == on(
        places, "us.ear.d5", "2030-01-01"
    )


def test_hong_kong_is_wherever_china_is(places: Places) -> None:
    """Every set of the EAR that holds China holds Hong Kong."""
    sets = places.sets_on(parse_day("2025-05-13"), KnownBy(parse_day(NOW)))

    assert [] == [
        name
        for name, within in sets.items()
        if places.sets[name].regime == "us.ear"
        and ("CN" in within.certain) is not ("HK" in within.certain)
    ]


def test_what_is_certain_is_possible(places: Places) -> None:
    """On no day does a set hold for certain what it cannot hold."""
    for day in ("2015-01-01", "2020-06-01", "2023-11-17", "2026-11-21"):
        sets = places.sets_on(parse_day(day), KnownBy(parse_day(NOW)))
        assert all(within.certain <= within.possible for within in sets.values())


def test_a_doubt_in_what_is_taken_out_stays_a_doubt(places: Places) -> None:
    """What may be taken out of a set is in it only possibly."""
    formula = places.sets[DESTINATIONS]
    rest = replace(formula, any_of=("us.ear.d1",), less=("us.ear.d5",), plus=())
    changed = Places(places.names, {**places.sets, "rest": rest}, ())
    day = "2021-06-01"

    assert "open" == standing(changed, "us.ear.d5", "RU", day)
    assert "open" == standing(changed, "rest", "RU", day)


def test_the_reason_can_be_read(places: Places) -> None:
    """What a place's standing rests on is told in both languages."""
    text = places.explain(HEADQUARTERS, "HK", parse_day("2025-05-13"))

    assert text.en.startswith(
        "Hong Kong is in Country Group D:5 or Macau on 2025-05-13"
    )
    assert "85 FR 83765" in text.en
    assert text.zh.startswith("香港于 2025-05-13 属于")


def test_every_place_has_two_names(places: Places) -> None:
    """All of ISO 3166-1 is there, in English and Chinese."""
    assert 249 == len(places.names)
    assert [] == [code for code, text in places.names.items() if not text.zh]

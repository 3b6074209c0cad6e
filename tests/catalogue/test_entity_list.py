"""Who stands on the carried rows of the Entity List, and since when."""

import pytest

from antinomy.catalogue import EntityList
from antinomy.values import KnownBy, parse_day

LATE = KnownBy(parse_day("2026-11-21"))


def is_listed(entities: EntityList, name: str, day: str) -> bool:
    """Tell whether a name matches a row on a day."""
    return entities.match(name, parse_day(day), LATE) is not None


@pytest.mark.parametrize(
    ("name", "before", "since"),
    [
        ("Huawei Technologies Co., Ltd.", "2019-05-15", "2019-05-16"),
        ("华为技术有限公司", "2019-05-15", "2019-05-16"),
        ("華為技術有限公司", "2019-05-15", "2019-05-16"),
        ("Moore Threads", "2023-10-16", "2023-10-17"),
        ("中科寒武纪科技股份有限公司", "2022-12-15", "2022-12-16"),
        ("浪潮集团有限公司", "2023-03-01", "2023-03-02"),
        ("浪潮电子信息产业股份有限公司", "2025-03-24", "2025-03-25"),
        ("Sophgo", "2025-01-15", "2025-01-16"),
        ("SMIC", "2020-12-17", "2020-12-18"),
    ],
)
def test_a_name_is_listed_from_its_day(
    entities: EntityList, name: str, before: str, since: str
) -> None:
    """A listing binds from its day of effect and not before."""
    assert not is_listed(entities, name, before)
    assert is_listed(entities, name, since)


@pytest.mark.parametrize(
    "name",
    [
        "Huawei Technologies",
        "Huawei Consulting Sdn Bhd",
        "Iluvatar CoreX",
        "沐曦集成电路(上海)股份有限公司",
        "Alibaba",
        "",
    ],
)
def test_likeness_is_not_a_match(entities: EntityList, name: str) -> None:
    """A name that is only like a listed one, or of a firm not listed, has no row."""
    assert not is_listed(entities, name, "2026-07-31")


def test_a_footnote_has_its_own_day(entities: EntityList) -> None:
    """Huawei was listed a year before footnote 1 reached its row."""
    early = entities.match("Huawei", parse_day("2019-06-01"), LATE)
    late = entities.match("Huawei", parse_day("2020-05-15"), LATE)

    assert early is not None
    assert late is not None
    assert ("", "1") == (early.footnote, late.footnote)
    assert "presumption_of_denial" == late.review
    assert "84 FR 22963" == late.cites[0]


def test_a_listing_is_known_from_its_day(entities: EntityList) -> None:
    """Nobody knew in 2022 of a listing of 2023."""
    day, then = parse_day("2024-01-01"), KnownBy(parse_day("2022-12-31"))

    assert entities.match("Biren", day, then) is None
    assert entities.match("Biren", day, LATE) is not None


def test_a_screening_goes_stale(entities: EntityList) -> None:
    """Rules that took effect after a screening are named, those before it are not."""
    cites = entities.added_between(
        parse_day("2025-03-25"), parse_day("2025-09-12"), LATE
    )

    assert ("90 FR 44496",) == cites


def test_a_fresh_screening_stands(entities: EntityList) -> None:
    """Between two rules nothing has changed."""
    assert () == entities.added_between(
        parse_day("2025-05-13"), parse_day("2025-05-21"), LATE
    )


def test_a_rule_that_only_takes_off_adds_nobody(entities: EntityList) -> None:
    """A removal does not make a screening that found nobody stale."""
    assert () == entities.added_between(
        parse_day("2025-10-14"), parse_day("2026-02-01"), LATE
    )


def test_every_row_rests_on_a_dated_rule(entities: EntityList) -> None:
    """Each day on which a row or its footnote begins is that of a rule it cites."""
    effect = {cite: rule.takes_effect for rule in entities.rules for cite in rule.cites}

    assert [] == [
        (row.name, day)
        for row in entities.rows
        for day in (row.listed_from, row.footnote_from)
        if day is not None and day not in {effect.get(cite) for cite in row.cites}
    ]


def test_every_row_answers_to_every_name(entities: EntityList) -> None:
    """Each name, alias and Chinese name reaches a row that carries it."""
    day = parse_day("2026-07-31")
    for row in entities.rows:
        for name in (row.name, *row.aliases, *row.zh):
            assert entities.match(name, day, LATE) is not None, name


def test_the_list_was_read_on_a_day(entities: EntityList) -> None:
    """What the list held after the day it was read is not known from it."""
    assert parse_day("2026-07-31") == entities.read_on

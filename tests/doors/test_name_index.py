"""The index on disk: what it finds, how it grows, and that it is whole or not there."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.screening.desk import EveryName, lexicon

from antinomy.cli.name_index import IndexStore, NameIndex
from antinomy.screening import Alias, ListedParty, Query, Screener, Weights

PLACES = ("Shanghai", "Wuhan", "Harbin", "Ningbo", "Xi'an")
TRADES = ("Semiconductor", "Ocean Shipping", "Laser", "Textile")
BRANDS = ("Haiyunda", "Fanli", "Qinghe", "Boruide", "Tianmuxing", "Yuelang")
ASKED = ("Hai Yun Da Semiconductor", "Ningbo Qinghe Laser", "Yuelang", "Wuhan Textile")


def parties(brands: Sequence[str] = BRANDS) -> list[ListedParty]:
    """Make the parties of all brands, places and trades."""
    return [
        ListedParty("EL", name, "", (Alias(name, "primary"),))
        for brand in brands
        for place in PLACES
        for trade in TRADES
        for name in (f"{place} {brand} {trade} Technology Co., Ltd.",)
    ]


def opened(folder: Path, rows: list[ListedParty], key: str) -> NameIndex:
    """Open the index of some parties."""
    return IndexStore(folder, lexicon()).open([key], lambda: rows)


def answers(index: NameIndex) -> list[object]:
    """Screen the names that are asked about."""
    weights = Weights(index.counts(), lexicon())
    desk = Screener(index, lexicon(), weights)
    return [desk.screen(Query(name)).as_json() for name in ASKED]


def test_the_index_misses_no_best_result(tmp_path: Path) -> None:
    """The best party among all names is the best of those the index gives."""
    every = EveryName(parties())
    index = opened(tmp_path, parties(), "all")
    weights = Weights(index.counts(), lexicon())

    for name in ASKED:
        found, best = (
            Screener(one, lexicon(), weights).screen(Query(name)).results[:1]
            for one in (index, every)
        )
        assert [r.party.name for r in best] == [r.party.name for r in found]


def test_an_index_that_grew_answers_like_one_built_anew(tmp_path: Path) -> None:
    """Rows that came and went leave the answers that a whole building gives."""
    old = parties()
    new = [*old[3:], *parties(["Zhonglu"])[:4]]
    opened(tmp_path / "grown", old, "old")

    grown = opened(tmp_path / "grown", new, "new")
    whole = opened(tmp_path / "whole", new, "new")

    assert 2 == len(list((tmp_path / "grown" / "index" / "parts").iterdir()))
    assert answers(whole) == answers(grown)


def test_another_day_of_the_same_rows_makes_no_new_part(tmp_path: Path) -> None:
    """A version with the same rows is held in the same parts, and told by its day."""
    days = ("2026-01-01", "2026-02-01")
    old, new = ([replace(p, version=day) for p in parties()] for day in days)
    opened(tmp_path, old, "old")

    index = opened(tmp_path, new, "new")

    assert 1 == len(list((tmp_path / "index" / "parts").iterdir()))
    assert new[0] == index.party(0)


def test_a_row_of_another_day_than_its_list_keeps_its_own(tmp_path: Path) -> None:
    """Of two sources of one list each row is told by the day of its source."""
    rows = [replace(party, version="2026-01-01") for party in parties()]
    rows[3] = replace(rows[3], version="2025-06-30")

    index = opened(tmp_path, rows, "all")

    assert rows == [index.party(number) for number in range(len(rows))]


def test_an_index_is_opened_without_reading_its_rows(tmp_path: Path) -> None:
    """What was built once is opened by its key; the rows are not asked for again."""

    def refuse() -> list[ListedParty]:
        raise AssertionError

    first = answers(opened(tmp_path, parties(), "all"))
    again = IndexStore(tmp_path, lexicon()).open(["all"], refuse)

    assert first == answers(again)


def test_what_was_broken_off_is_not_seen(tmp_path: Path) -> None:
    """A part that was being written when the power failed is no part."""
    first = answers(opened(tmp_path, parties(), "all"))
    (tmp_path / "index" / "parts" / ".draft-x").mkdir()

    assert first == answers(opened(tmp_path, parties(), "all"))


@pytest.mark.parametrize("content", ["{", "[]", "{}", ""])
def test_a_plan_that_cannot_be_read_is_made_anew(tmp_path: Path, content: str) -> None:
    """A damaged plan is no plan: the index is built again and answers as before."""
    first = answers(opened(tmp_path, parties(), "all"))
    plan = next((tmp_path / "index").glob("*.json"))
    plan.write_text(content, "utf-8")

    assert first == answers(opened(tmp_path, parties(), "all"))


@pytest.mark.parametrize(
    "name", ["names.jsonl", "parties.at", "first", "counts.json", "grams/meta.json"]
)
def test_a_damaged_part_is_built_again(tmp_path: Path, name: str) -> None:
    """A part that is cut, changed or lacks a file is never answered from."""
    first = answers(opened(tmp_path, parties(), "all"))
    file = next((tmp_path / "index" / "parts").iterdir()) / name
    file.write_bytes(file.read_bytes().replace(b"1", b"2")[:-3])

    assert first == answers(opened(tmp_path, parties(), "all"))


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    """Where no list is held nothing is found, and nothing breaks."""
    index = opened(tmp_path, [], "none")

    assert ["nothing_found"] * len(ASKED) == [
        answer["class"] for answer in answers(index) if isinstance(answer, dict)
    ]


def test_a_part_that_is_gone_is_built_again(tmp_path: Path) -> None:
    """A plan whose part is not there is made anew from the rows."""
    first = answers(opened(tmp_path, parties(), "all"))
    part = next((tmp_path / "index" / "parts").iterdir())
    part.rename(tmp_path / "elsewhere")

    assert first == answers(opened(tmp_path, parties(), "all"))

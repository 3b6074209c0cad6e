"""Rows of list files.

``data/csl-2022-excerpt.csv`` has four rows of the Consolidated Screening List as its
publisher (trade.gov) gave it at the end of April 2022, a work of the US Government.
"""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from antinomy.lists import Designation, load_rows
from antinomy.values import InputError

EXCERPT = Path(__file__).parent / "data" / "csl-2022-excerpt.csv"
TEXT = EXCERPT.read_text("utf-8")
CN = (
    "list,name,chinese_name,country,date,official_notice_url\n"
    "CN-UEL,Example Corporation,示例公司,US,2025-01-02,https://example.org/1\n"
)


def rows(text: str) -> dict[str, Designation]:
    """Give the rows of a text by name."""
    return {row.name: row for row in load_rows(text, "list").rows}


def test_the_publishers_csv_is_read() -> None:
    """Names, aliases, places, notice, days and the row itself are kept."""
    found = rows(TEXT)
    [listed] = [row for name, row in found.items() if "Phytium" in name]

    assert ("EL", ("CN",)) == (listed.list, listed.places)
    assert listed.aliases
    assert date(2021, 4, 9) == listed.begins
    assert "86 FR 18437" in listed.cite
    assert json.loads(listed.raw)["name"] == listed.name
    assert {"SDN", "EL", "MEU"} == {row.list for row in found.values()}


def test_what_the_publisher_does_not_say_is_not_guessed() -> None:
    """A row of the Entity List has no kind: no person is made of a firm."""
    kinds = {row.list: row.kind for row in load_rows(TEXT, "list").rows}

    assert "" == kinds["EL"]
    assert "vessel" == kinds["SDN"]


def test_an_impossible_day_is_left_out_and_told() -> None:
    """A listing of the year 17 has no day; the row stays, and a remark names it."""
    loaded = load_rows(TEXT, "list")

    [remark] = loaded.remarks
    assert "start_date '0017-05-26' is no day of a listing" in remark
    assert 4 == len(loaded.rows)


def test_columns_may_stand_in_any_order() -> None:
    """Another order gives the same rows; a new column is told and kept."""
    table = list(csv.DictReader(io.StringIO(TEXT, newline="")))
    header = ["colour", *reversed(list(table[0]))]
    turned = io.StringIO(newline="")
    writer = csv.DictWriter(turned, header)
    writer.writeheader()
    writer.writerows({**row, "colour": "red"} for row in table)
    loaded = load_rows(turned.getvalue(), "list")

    assert [r.names for r in load_rows(TEXT, "list").rows] == [
        r.names for r in loaded.rows
    ]
    assert "column 'colour' is new: kept in the rows" in loaded.remarks


def test_json_and_json_lines_are_read_alike() -> None:
    """The publisher's JSON and one object a line give the same row."""
    row = {
        "id": "7",
        "source": "Entity List (EL) - Bureau of Industry and Security",
        "name": "Example Institute",
        "alt_names": ["EI", "Example Inst."],
        "addresses": [{"city": "Harbin", "country": "CN"}],
        "start_date": "2024-12-05",
        "programs": [],
    }
    whole, lines = json.dumps({"results": [row]}), json.dumps(row) + "\n"
    [of_json], [of_line] = (load_rows(t, "list").rows for t in (whole, lines))

    assert of_json == of_line
    assert ("EL", ("EI", "Example Inst."), ("CN",)) == (
        of_json.list,
        of_json.aliases,
        of_json.places,
    )


def test_a_chinese_list_has_the_chinese_name_as_a_name() -> None:
    """The name in the notice stands beside the foreign one, with the notice."""
    row = rows(CN)["Example Corporation"]

    assert ("CN-UEL", ("示例公司",)) == (row.list, row.aliases)
    assert (date(2025, 1, 2), "https://example.org/1") == (row.begins, row.address)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no list known here has this header"),
        ("a,b\n1,2\n", "_id, source, name, .* is missing"),
        (TEXT[: len(TEXT) // 2], "list:[0-9]+:1: .*(cut short|not whole CSV)"),
        (TEXT.splitlines()[0] + "\n", "the list is empty"),
        ('{"results": [{"name": "A"', "this is not whole JSON"),
        ('{"results": 7}', "has its rows in `results`"),
        ('{"name": "A"}\n{"name": ', "list:2:1: this line is not whole JSON"),
        ('{"name": "A"}\n{"id": 1}\n', "list:2:1: a row without a name"),
    ],
)
def test_a_broken_list_is_refused_whole(text: str, said: str) -> None:
    """A file cut in half, another header, a row without a name: told with its line."""
    with pytest.raises(InputError, match=said):
        load_rows(text, "list")

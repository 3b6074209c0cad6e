import json
from pathlib import Path

import pytest
from tests.record.making import EVER, SOURCE, day, moment, statement, withdrawal

from antinomy.lists import Designation, ListFile, load_list
from antinomy.ownership import FORMS
from antinomy.ownership.gathering import Gathering
from antinomy.record import (
    Kept,
    Left,
    Record,
    Undated,
    as_entities,
    as_statements,
    entries_from,
    entry_of,
    open_record,
)
from antinomy.values import InputError, Json

STATEMENTS: list[dict[str, Json]] = [
    {
        "statementId": "1",
        "recordId": "maker",
        "recordType": "entity",
        "recordDetails": {
            "entityType": {"type": "registeredEntity"},
            "name": "Example Works Ltd",
        },
    },
    {
        "statementId": "2",
        "recordId": "fund",
        "recordType": "entity",
        "recordDetails": {"entityType": {"type": "arrangement"}, "name": "Fund 基金"},
    },
    {
        "statementId": "3",
        "recordId": "person",
        "recordType": "person",
        "recordDetails": {"names": [{"fullName": "A. Person"}]},
    },
    {
        "statementId": "4",
        "recordId": "fund-maker",
        "recordType": "relationship",
        "recordDetails": {
            "subject": "maker",
            "interestedParty": "fund",
            "interests": [
                {
                    "type": "shareholding",
                    "directOrIndirect": "direct",
                    "share": {"exact": 33.34},
                    "startDate": "2024-02-01",
                    "endDate": "2025-05-14",
                },
                {
                    "type": "votingRights",
                    "directOrIndirect": "direct",
                    "share": {"minimum": 25, "maximum": 50},
                    "startDate": "2024-02-01",
                    "endDate": "2025-05-14",
                },
            ],
        },
    },
    {
        "statementId": "5",
        "recordId": "person-maker",
        "recordType": "relationship",
        "recordDetails": {
            "subject": "maker",
            "interestedParty": "person",
            "interests": [
                {"type": "appointmentOfBoard", "directOrIndirect": "direct"},
                {"type": "nominee", "directOrIndirect": "direct"},
            ],
        },
    },
]

ENTITIES: list[dict[str, Json]] = [
    {
        "id": "maker",
        "schema": "Company",
        "caption": "Example Works Ltd",
        "properties": {"name": ["Example Works Ltd"], "country": ["cn"]},
    },
    {
        "id": "holder",
        "schema": "Person",
        "caption": "A. Person",
        "properties": {"name": ["A. Person"]},
    },
    {
        "id": "own",
        "schema": "Ownership",
        "properties": {
            "owner": ["holder"],
            "asset": ["maker"],
            "percentage": ["25-33.3"],
            "startDate": ["2020"],
            "endDate": ["2025-05-20"],
        },
    },
    {
        "id": "listed",
        "schema": "Company",
        "caption": "Listed Example Co",
        "properties": {
            "name": ["Listed Example Co"],
            "alias": ["示例公司"],
            "weakAlias": ["LEC"],
            "country": ["cn"],
            "address": ["1 Example Road"],
            "idNumber": ["91-0001"],
        },
        "datasets": ["us_example"],
    },
    {
        "id": "act",
        "schema": "Sanction",
        "properties": {
            "entity": ["listed"],
            "program": ["EXAMPLE"],
            "authorityId": ["90 FR 1"],
            "sourceUrl": ["https://lists.example/1"],
            "startDate": ["2025-03-28"],
        },
    },
]


def lines(entities: list[dict[str, Json]]) -> str:
    """Write one object a line."""
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in entities)


def kept(text: str, form: str, record: Record) -> list[Kept]:
    """Take a file in and read it back from the record."""
    told = entries_from(text, "file", form, source=SOURCE.id, published=day(16))
    record.append([SOURCE, *told], moment())
    return list(record.as_of(EVER, kinds=["holding", "listing"]))


def held(gathering: Gathering) -> dict[object, object]:
    """Give what a reader gathered, so that two files can be compared."""
    found = dict(gathering.stated())
    parties = {name for owner, owned, *_ in found for name in (owner, owned)}
    holders = {name: gathering.holders[name] for name in parties}
    return {"holdings": found, "holders": holders, "people": gathering.people}


def rows(text: str) -> list[dict[str, Json]]:
    """Read the listed parties of a FollowTheMoney file, but for where they stood."""
    found: tuple[Designation, ...] = load_list(ListFile(text, "file"), "ftm").rows
    placed = {"raw", "line"}
    return [
        {k: v for k, v in row.as_json().items() if k not in placed}
        for row in found
        if "sanction" in json.loads(row.raw)
    ]


def test_statements_come_back_as_they_were_read(record: Record) -> None:
    """Holders, shares, votes, rights and days outlive the road through the record."""
    text = json.dumps(STATEMENTS)
    left = Left()

    back = json.dumps(as_statements(kept(text, "bods", record), left))

    assert held(FORMS["bods"](text, "in")) == held(FORMS["bods"](back, "out"))
    assert {} == left.counts


def test_entities_come_back_as_they_were_read(record: Record) -> None:
    """Holdings and listings outlive the road through the record."""
    text = lines(ENTITIES)
    left = Left()

    back = lines(as_entities(kept(text, "ftm", record), left))

    before, after = FORMS["ftm"](text, "in"), FORMS["ftm"](back, "out")
    assert held(before) == held(after)
    assert rows(text) == rows(back)
    assert {} == left.counts


def test_days_and_source_stand_beside_what_is_held(record: Record) -> None:
    """A holding has its days, the day its file was published and its source."""
    found = kept(json.dumps(STATEMENTS), "bods", record)
    entry = next(one.words for one in found if one.body["owner"]["id"] == "fund")

    assert (day(13), day(16), SOURCE.id) == (
        entry.valid.until,
        entry.published,
        entry.source,
    )
    assert ["33.34", "33.34"] == entry.body["equity"]


def test_days_that_a_file_does_not_state_are_not_guessed(record: Record) -> None:
    """Without a first day it is unknown; without a last one the holding goes on."""
    found = kept(json.dumps(STATEMENTS), "bods", record)
    valid = next(k.valid for k in found if k.body["owner"]["id"] == "person")

    assert (Undated.UNKNOWN, Undated.OPEN) == (valid.begins, valid.until)


def test_a_withdrawn_holding_is_exported_closed(record: Record) -> None:
    """What was taken back ends on its eve in the other house's form, too."""
    (holding, _) = kept(lines(ENTITIES[:3] + ENTITIES[3:]), "ftm", record)
    record.append([withdrawal(holding.id, day(15))], moment(days=3))

    told = as_entities(record.as_of(EVER, kinds=["holding"]), Left())

    ends = [one["properties"] for one in told if one["schema"] == "Ownership"]
    assert [["2025-05-14"]] == [e["endDate"] for e in ends if isinstance(e, dict)]


def test_one_form_is_written_from_the_other(record: Record) -> None:
    """Holdings read in one form are written in the other; what it lacks is told."""
    found = kept(json.dumps(STATEMENTS), "bods", record)
    left = Left()

    told = lines(as_entities(found, left))

    gathered = held(FORMS["ftm"](told, "out"))
    assert {"fund", "maker", "person"} == set(gathered["holders"])  # type: ignore[call-overload]
    assert {
        "votes of a holding": 1,
        "appoints_board of a holding": 1,
        "by_nominee of a holding": 1,
    } == left.counts


def test_a_table_of_shares_is_taken_in(record: Record) -> None:
    """Rows of owner, owned and share become holdings, too."""
    (holding,) = kept("owner,owned,share\nA,B,51\n", "csv", record)

    assert ["51", "51"] == holding.body["equity"]


def test_owners_alone_are_no_listings(record: Record) -> None:
    """A file that names owners and no sanction lists nobody."""
    found = kept(lines(ENTITIES[:3]), "ftm", record)

    assert ["holding"] == [one.kind for one in found]


def test_what_a_form_has_no_word_for_is_told(record: Record) -> None:
    """Statements of owners hold no listings and no events: they are counted."""
    found = kept(lines(ENTITIES), "ftm", record)
    bare = entry_of("holding", {"owner": "somebody"}, source=SOURCE.id)
    record.append([statement("said"), bare], moment(days=1))
    left = Left()

    as_statements(record.as_of(EVER, kinds=["statement", "listing", "holding"]), left)

    assert 2 == len(found)
    assert {
        "statement": 1,
        "listing": 1,
        "holding that does not name both sides by `id`": 1,
    } == left.counts


def test_a_share_is_never_rounded(record: Record) -> None:
    """A share that no number of JSON holds exactly is refused, not rounded."""
    sides = {"owner": {"id": "a"}, "owned": {"id": "b"}}
    third = entry_of(
        "holding", {**sides, "equity": ["100/3", "100/3"]}, source=SOURCE.id
    )
    record.append([SOURCE, third], moment())

    with pytest.raises(
        InputError, match="has no exact JSON number; export it as jsonl"
    ):
        as_statements(record.as_of(EVER, kinds=["holding"]), Left())


def test_a_file_taken_in_again_adds_nothing(tmp_path: Path) -> None:
    """The entries of a file are named after what they say."""
    told = [
        list(entries_from(lines(ENTITIES), "file", "ftm", source=SOURCE.id))
        for _ in range(2)
    ]
    with open_record(f"sqlite:///{tmp_path / 'record.db'}") as record:
        record.append([SOURCE, *told[0]], moment())

        assert () == record.append(told[1], moment(days=1))

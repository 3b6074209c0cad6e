"""Holdings in the forms of other houses: what they say, and what they leave open."""

import json
from datetime import date
from typing import Any

import pytest

from antinomy.files import parse_document
from antinomy.ownership import (
    Band,
    Holder,
    Holding,
    Listing,
    Question,
    Register,
    Structure,
    form_of,
    holdings_in,
    marked,
    question_json,
    questions_in,
)
from antinomy.values import InputError, parse_number

HEAD = "owner,owned,kind,share,from,to,source\n"


def entity(number: str, name: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """Give a statement of an entity."""
    details = {"isComponent": False, "entityType": {"type": "registeredEntity"}}
    return statement("entity", number, {**details, "name": name}, **more)


def person(number: str, name: str) -> dict[str, Any]:
    """Give a statement of a person."""
    details = {"isComponent": False, "personType": "knownPerson"}
    return statement("person", number, {**details, "names": [{"fullName": name}]})


def relation(
    number: str, owner: object, owned: object, *interests: object, **more: object
) -> dict[str, Any]:
    """Give a statement of a relationship."""
    parts = more.pop("parts", None)
    details = {
        "isComponent": False,
        "subject": owned,
        "interestedParty": owner,
        "interests": list(interests),
    }
    if parts:
        details["componentRecords"] = parts
    return statement("relationship", number, details, **more)


def statement(
    kind: str, number: str, details: dict[str, Any], **more: object
) -> dict[str, Any]:
    """Give a statement of any record, of version 0.4."""
    return {
        "statementId": f"s-{number}-{more.get('statementDate', '')}",
        "statementDate": "2024-01-01",
        "publicationDetails": {"bodsVersion": "0.4"},
        "recordId": number,
        "recordStatus": "new",
        "recordType": kind,
        "recordDetails": details,
        **more,
    }


def shares(kind: str = "shareholding", **share: object) -> dict[str, object]:
    """Give a direct interest with a share."""
    told: dict[str, object] = {"type": kind, "directOrIndirect": "direct"}
    return {**told, "share": share} if share else told


X, C, P = entity("x", "Group"), entity("c", "Buyer"), person("p", "Ivan Sample")


def read(*statements: object, subject: str = "") -> tuple[Question, ...]:
    """Read statements."""
    return holdings_in(json.dumps(statements), "file", "bods", subject)


def structure(*statements: object) -> Structure:
    """Read statements that ask one question."""
    [question] = read(*statements)
    return question.structure


def test_statements_become_a_structure() -> None:
    """Shares and votes of one relationship are one holding; names stand for numbers."""
    found = structure(
        X,
        C,
        P,
        relation("r1", "x", "c", shares(exact=51.1), shares("votingRights", exact=60)),
        relation("r2", "p", "c", shares(minimum=25, maximum=48.9)),
    )
    by_group, by_person = found.holdings

    assert (("Group",), "Buyer") == (by_group.owners, by_group.owned)
    assert Band(parse_number("51.1"), parse_number("51.1")) == by_group.equity
    assert Band(60, 60) == by_group.votes
    assert Band(25, parse_number("48.9")) == by_person.equity
    assert (Register.OPEN, Register.ABSENT) == (
        found.register("Buyer"),
        found.register("Ivan Sample"),
    )
    assert found.holders["Buyer"].seat is None


def test_an_end_left_out_counts_as_belonging() -> None:
    """More than 50 is at least 50 here, and less than 75 at most 75."""
    interest = shares(exclusiveMinimum=50, exclusiveMaximum=75)
    [holding] = structure(X, C, relation("r", "x", "c", interest)).holdings

    assert Band(50, 75) == holding.equity


def test_a_share_that_is_not_stated_is_unknown() -> None:
    """A shareholding without its size may be any."""
    [holding] = structure(X, C, relation("r", "x", "c", shares())).holdings

    assert Band(0, 100) == holding.equity


def test_rights_are_kept_beside_the_share() -> None:
    """The right to appoint the board, and a nominee."""
    interests = (shares(exact=30), shares("appointmentOfBoard"), shares("nominee"))
    [holding] = structure(X, C, relation("r", "x", "c", *interests)).holdings

    assert (Band(30, 30), True, True) == (
        holding.equity,
        holding.appoints_board,
        holding.is_by_nominee,
    )


def test_a_seat_is_no_holding_and_another_interest_may_hide_one() -> None:
    """Who sits on the board holds nothing by it; of a trust nobody knows."""
    seat, trust = shares("boardMember"), shares("trustee")
    [question] = read(X, C, P, relation("r", "x", "c", seat, trust))

    assert [Band(0, 100)] == [h.equity for h in question.structure.holdings]
    assert "boardMember: a seat or a use, no holding (1)" in question.not_read
    with pytest.raises(InputError, match="no holding is stated"):
        read(X, C, relation("r", "x", "c", seat))


def test_an_indirect_share_is_read_through_its_components() -> None:
    """The chain is read, and the sum of it is not counted again."""
    [question] = read(
        X,
        entity("m", "Middle"),
        C,
        relation("r1", "x", "m", shares(exact=80)),
        relation("r2", "m", "c", shares(exact=70)),
        relation(
            "r3",
            "x",
            "c",
            {**shares(exact=56), "directOrIndirect": "indirect"},
            parts=["m", "r1", "r2"],
        ),
        subject="Buyer",
    )

    held = {(h.owners[0], h.owned) for h in question.structure.holdings}
    assert {("Group", "Middle"), ("Middle", "Buyer")} == held
    assert "an indirect interest, read through its components (1)" in (
        question.not_read
    )


@pytest.mark.parametrize("direct", ["indirect", "unknown"])
def test_a_share_through_others_that_are_not_named_is_unknown(direct: str) -> None:
    """Who stands between may count whole or not at all: any share is possible."""
    interest = {**shares(exact=60), "directOrIndirect": direct}
    [question] = read(X, C, relation("r", "x", "c", interest))

    assert Band(0, 100) == question.structure.holdings[0].equity
    assert f"a share said to be {direct}: unknown what it reaches (1)" in (
        question.not_read
    )


def test_a_later_statement_replaces_an_earlier_one_from_its_day() -> None:
    """60 percent until the day before, then 40; a closed record ends."""
    found = structure(
        X,
        C,
        relation("r", "x", "c", shares(exact=60)),
        relation("r", "x", "c", shares(exact=40), statementDate="2025-03-01"),
        relation("r", "x", "c", statementDate="2026-01-01", recordStatus="closed"),
    )

    def share(on: date) -> list[Band]:
        return [h.equity for h in found.at(on, date.max).holdings]

    assert [Band(60, 60)] == share(date(2025, 2, 28))
    assert [Band(40, 40)] == share(date(2025, 3, 1)) == share(date(2025, 12, 31))
    assert [] == share(date(2026, 1, 1))


def test_a_change_counts_from_its_own_day() -> None:
    """A sale declared the day after: the old share ends on the eve of the new one."""
    found = structure(
        X,
        C,
        P,
        relation("r", "x", "c", {**shares(exact=100), "startDate": "2002-03-09"}),
        relation(
            "r",
            "x",
            "c",
            {**shares(exact=40), "startDate": "2021-09-24"},
            statementDate="2024-09-25",
        ),
        relation("q", "p", "c", {**shares(exact=60), "startDate": "2021-09-24"}),
    )

    assert [
        (Band(100, 100), date(2002, 3, 9), date(2021, 9, 23)),
        (Band(40, 40), date(2021, 9, 24), None),
        (Band(60, 60), date(2021, 9, 24), None),
    ] == [(h.equity, h.begins, h.until) for h in found.holdings]


def test_an_end_is_the_first_day_without() -> None:
    """A closed statement that repeats the interest with its end replaces it whole."""
    begun = {**shares(exact=50), "startDate": "2019-09-11"}
    found = structure(
        X,
        C,
        relation("r", "x", "c", begun),
        relation(
            "r",
            "x",
            "c",
            {**begun, "endDate": "2021-04-03"},
            statementDate="2024-09-11T14:02:11Z",
            recordStatus="closed",
        ),
    )

    [holding] = found.holdings
    assert (date(2019, 9, 11), date(2021, 4, 2)) == (holding.begins, holding.until)


def test_a_share_restated_counts_from_its_statement() -> None:
    """Another share since the same day was not known, nor true, before it was said."""
    begun = {**shares(exact=50), "startDate": "2019-09-11"}
    more = {**shares(exact=100), "startDate": "2019-09-11"}
    found = structure(
        X,
        C,
        relation("r", "x", "c", begun),
        relation("r", "x", "c", begun, statementDate="2024-06-01"),
        relation("r", "x", "c", more, statementDate="2025-01-21"),
    )

    assert [
        (Band(50, 50), date(2019, 9, 11), date(2025, 1, 20)),
        (Band(100, 100), date(2025, 1, 21), None),
    ] == [(h.equity, h.begins, h.until) for h in found.holdings]


def test_a_day_of_the_past_with_more_than_the_whole_is_told() -> None:
    """Records overlap for a day or two: the file is read, and the day is named."""
    [question] = table(
        "A,Buyer,,60,2020-01-01,2023-03-02,",
        "B,Buyer,,60,2023-03-01,,",
    )

    assert any(
        "hold 120 percent together on 2023-03-01" in told for told in question.not_read
    )


def test_a_holder_who_is_not_specified_leaves_the_register_open() -> None:
    """The reason is told; nobody becomes nobody."""
    unnamed = {"reason": "informationUnknownToPublisher"}
    [question] = read(
        X,
        C,
        relation("r1", "x", "c", shares(exact=30)),
        relation("r2", unnamed, "c", shares(exact=30)),
    )

    assert 1 == len(question.structure.holdings)
    assert "a holder not specified: informationUnknownToPublisher (1)" in (
        question.not_read
    )
    assert Register.OPEN is question.structure.register("Buyer")


def test_two_of_one_name_are_told_apart() -> None:
    """They are called by name and number; either finds them."""
    [question] = read(
        entity("a", "Group"),
        entity("b", "Group"),
        relation("r", "a", "b", shares(exact=9)),
        subject="b",
    )

    assert "Group (b)" == question.subject


def test_own_shares_are_read_as_such() -> None:
    """A firm may hold of itself: what that means is left to the rules."""
    [question] = read(X, relation("r", "x", "x", shares(exact=10)))

    assert question.structure.holdings[0].owners == ("Group",)


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ((relation("r", "x", "c", shares(exact=130)),), "s-r-: a share lies between 0"),
        ((relation("r", "x", "c", shares(exact=-1)),), "between 0 and 100 percent"),
        ((relation("r", "x", "c", shares(exact="half")),), "percent, not 'half'"),
        ((relation("r", "x", "c", shares(exact=True)),), "percent, not True"),
        ((relation("r", "x", "c", shares(minimum=60, maximum=40)),), "comes first"),
        ((relation("r", "y", "c", shares(exact=1)),), "'y' is nobody whom the file"),
        (
            (
                relation("r1", "x", "c", shares(exact=80)),
                relation("r2", "p", "c", shares(exact=50)),
            ),
            "the holders of Buyer hold 130 percent together",
        ),
        (
            (
                relation(
                    "r",
                    "x",
                    "c",
                    {**shares(), "startDate": "2025-02-01", "endDate": "2025-01-01"},
                ),
            ),
            "s-r-: it ends on 2025-01-01, before it begins",
        ),
        (
            (relation("r", "x", "c", {**shares(), "startDate": "2025-02-30"}),),
            "startDate: '2025-02-30' is not a day",
        ),
        (
            (relation("r", "x", "c", publicationDetails={"bodsVersion": "0.2"}),),
            "this is version 0.2 of the standard; 0.4 is read",
        ),
        (({"statementID": "old", "statementType": "entityStatement"},), "`recordId`"),
        (("a word",), "expected a statement"),
        ((statement("relationship", "r", {}) | {"recordDetails": 5},), "recordDetails"),
        (
            (relation("r", "x", "c", "a word"),),
            "an interest is an object",
        ),
        (
            (relation("r", "x", "c", {**shares(), "share": 5}),),
            "a share is an object with `exact`, or ends, not 5",
        ),
        ((), "no holding is stated"),
    ],
)
def test_statements_that_cannot_be_are_refused(
    statements: tuple[object, ...], said: str
) -> None:
    """Each error names the statement, and what was expected."""
    with pytest.raises(InputError, match=said):
        read(X, C, P, *statements)


def test_statements_may_stand_one_a_line() -> None:
    """Then an error has its line."""
    lines = [json.dumps(s) for s in (X, C, relation("r", "y", "c", shares(exact=1)))]

    with pytest.raises(InputError, match="file:3:1: statement s-r-: 'y' is nobody"):
        holdings_in("\n".join(lines), "file", "bods")


# ---------------------------------------------------------------- FollowTheMoney


def ftm(percentage: str, **more: str) -> str:
    """Give two firms, one holding of the other."""
    told = {"owner": ["x"], "asset": ["c"], "percentage": [percentage]}
    told |= {name: [value] for name, value in more.items()}
    rows = (
        {"id": "x", "schema": "Company", "properties": {"name": ["Group"]}},
        {"id": "c", "schema": "Company", "properties": {"name": ["Buyer"]}},
        {"id": "o", "schema": "Ownership", "properties": told},
        {
            "id": "d",
            "schema": "Directorship",
            "properties": {"director": ["x"], "organization": ["c"]},
        },
    )
    return "\n".join(json.dumps(row) for row in rows)


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("60", Band(60, 60)),
        ("51.1 %", Band(parse_number("51.1"), parse_number("51.1"))),
        ("12,5", Band(parse_number("12.5"), parse_number("12.5"))),
        ("25-50%", Band(25, 50)),
        ("75% to 100%", Band(75, 100)),
        ("a majority", Band(0, 100)),
    ],
)
def test_percentages_of_entities_are_read(text: str, band: Band) -> None:
    """A number or a range; other words leave it unknown, and are told."""
    [question] = holdings_in(ftm(text), "file", "ftm")
    [holding] = question.structure.holdings

    assert (band, ("Group",), "Buyer") == (
        holding.equity,
        holding.owners,
        holding.owned,
    )
    assert (band == Band(0, 100)) == any("no number" in r for r in question.not_read)
    assert "Directorship: a seat, no holding (1)" in question.not_read


def test_days_of_entities_may_be_years_and_months() -> None:
    """The first day that may be, and the last."""
    text = ftm("60", startDate="2019", endDate="2024-02")
    [question] = holdings_in(text, "file", "ftm")
    [holding] = question.structure.holdings

    assert (date(2019, 1, 1), date(2024, 2, 29)) == (holding.begins, holding.until)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ftm("130"), "file:3:1: a share lies between 0 and 100 percent, not at 130"),
        (ftm("-5"), "not at -5"),
        (ftm("60").replace('["x"]', '["y"]', 1), "'y' is nobody whom the file names"),
        (ftm("60", startDate="2024", endDate="2020"), "before it begins"),
        (ftm("60").replace('"owner": ["x"], ', ""), "its `owner` and its `asset`"),
        (ftm("60", startDate="soon"), "file:3:1: 'soon' is not a day"),
        ('{"id": "x"}', "an entity has `id`, `schema` and `properties`"),
        ('{"id": ', "file:1:1: this line is not whole JSON"),
    ],
)
def test_entities_that_cannot_be_are_refused(text: str, said: str) -> None:
    """With the line."""
    with pytest.raises(InputError, match=said):
        holdings_in(text, "file", "ftm")


# ---------------------------------------------------------------- a table


def table(*rows: str) -> tuple[Question, ...]:
    """Read rows below the header."""
    return holdings_in(HEAD + "\n".join(rows), "file", "csv")


def test_a_table_is_read() -> None:
    """A row a holding; votes and shares of the same days are one; the last is asked."""
    [question] = table(
        "Group,Middle,,60,2020-01-01,,register",
        "Middle,Buyer,shares,25..50,,,",
        "Middle,Buyer,votes,51.1%,,,",
        "Fund,Buyer,nominee,unknown,,2025-12-31,",
        "Fund,Middle,board,,,,",
    )
    first, second, third, fourth = question.structure.holdings

    assert "Buyer" == question.subject
    assert (Band(60, 60), date(2020, 1, 1)) == (first.equity, first.begins)
    assert (Band(25, 50), parse_number("51.1")) == (second.equity, second.voting.low)
    assert (Band(0, 100), True) == (third.equity, third.is_by_nominee)
    assert fourth.appoints_board


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("owner,owned\n", "file:1:1: the header lacks share"),
        ("owner,owned,shares\n", "'shares' is no column .*did you mean"),
        (HEAD + "A,B,,130,,,\n", "file:2:1: share: a share lies between 0 and 100"),
        (HEAD + "A,B,,-1,,,\n", "not at -1"),
        (HEAD + "A,B,,half,,,\n", "file:2:1: share: 'half' is not a decimal number"),
        (HEAD + "A,B,,50..25,,,\n", "the lower end of a share comes first"),
        (HEAD + "A,B,,1..2..3,,,\n", "a band of shares has two ends"),
        (HEAD + "A,,,5,,,\n", "file:2:1: owned: nobody is named here"),
        (HEAD + "A,B,share,5,,,\n", "'share' is no kind of holding; did you mean"),
        (HEAD + "A,B,,5,2025-02-30,,\n", "file:2:1: from: '2025-02-30' is not a day"),
        (HEAD + "A,B,,5,2025-02-02,2025-02-01,\n", "before it begins on 2025-02-02"),
        (HEAD + "A,B,,5,,,\nA,B,,5,,,\n", "file:3:1: this holding stands in a row"),
        (HEAD + "A,B,,80,,,\nC,B,,50,,,\n", "B hold 130 percent together"),
        (HEAD + "A,B,5\n", "file:2:1: 3 cells where the header has 7"),
        (HEAD, "no holding is stated in the file"),
        (HEAD + 'A,"B', "this is not whole CSV"),
        (
            HEAD + "".join(f"Group,Firm {n},,5,,,\n" for n in range(51)),
            "the file holds 51 firms: name one with --subject",
        ),
    ],
)
def test_a_table_that_cannot_be_is_refused(text: str, said: str) -> None:
    """With line and column."""
    with pytest.raises(InputError, match=said):
        holdings_in(text, "file", "csv")


# ---------------------------------------------------------------- all of them


def test_lists_and_seats_are_stated_beside() -> None:
    """Such files know none, and say so; a holder who is not there is told."""
    [question] = table("Group,Buyer,,60,,,")
    assert any("lists and seats: the file states none" in t for t in question.not_read)
    entry = Listing("EL", date(2023, 1, 1))
    found = marked(question, {"Group": (entry,)}, {"Buyer": "MY"}).structure.holders

    assert ((entry,), "MY") == (found["Group"].listings, found["Buyer"].seat)
    with pytest.raises(InputError, match=r"'Gruop' is no holder of Buyer.*Group"):
        marked(question, {"Gruop": (entry,)}, {})


def test_an_unknown_subject_is_told() -> None:
    """With the one that may be meant."""
    with pytest.raises(InputError, match=r"'Byer' is nobody .*Buyer"):
        holdings_in(HEAD + "Group,Buyer,,60,,,", "file", "csv", "Byer")


def test_a_structure_is_written_as_its_file() -> None:
    """What was read can be completed by hand and asked again."""
    [question] = table("Group,Buyer,,25..50,2020-01-01,,", "Group,Buyer,board,,,,")
    told = question_json(question)

    assert "Buyer" == told["subject"]
    assert [
        {
            "owner": "Group",
            "owned": "Buyer",
            "share": ["25", "50"],
            "from": "2020-01-01",
        },
        {
            "owner": "Group",
            "owned": "Buyer",
            "share": ["0", "100"],
            "appoints_board": True,
        },
    ] == told["edges"]


def test_a_case_is_written_with_all_that_it_states() -> None:
    """Days, lists with their words and marks, votes, nominees, joint holders."""
    listing = Listing("SDN", date(2023, 1, 1), None, "all", "denial", {"counts": True})
    holding = Holding(
        ("A", "B"),
        "C",
        Band(10, 20),
        Band(5, 5),
        is_by_nominee=True,
        until=date(2026, 1, 1),
        known_from=date(2025, 1, 1),
    )
    holders = {n: Holder(n, "company", "MY") for n in "BC"}
    holders["A"] = Holder("A", "fund", None, (listing,))
    case = Question("one", "C", Structure(holders, (holding,)), (date(2026, 1, 1),))

    told = question_json(case)

    assert ["2026-01-01"] == told["as_of"]
    assert {
        "owner": ["A", "B"],
        "owned": "C",
        "share": ["10", "20"],
        "votes": "5",
        "nominee": True,
        "known_from": "2025-01-01",
        "to": "2026-01-01",
    } == told["edges"][0]  # type: ignore[index]
    [again] = questions_in(parse_document(json.dumps(told), "own.yaml"))
    assert isinstance(again, Question)
    assert case.structure == again.structure


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (json.dumps([X]), "bods"),
        (json.dumps(X), "bods"),
        ("\ufeff" + ftm("1"), "ftm"),
        (HEAD, "csv"),
        ("cases:\n- id: one\n", "own"),
        ('{"subject": "C"}', "own"),
        ("", "own"),
    ],
)
def test_a_form_is_known_by_its_look(text: str, form: str) -> None:
    """By the first words of the file."""
    assert form == form_of(text)

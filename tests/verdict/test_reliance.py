"""Statements that a file relies on: whether they stand, and what hangs on that."""

from typing import Any

import pytest
from tests.transaction.reading import read
from tests.view.accepting import assessed, basis, turn, view

from antinomy.transaction import Thing
from antinomy.values import Known, Standing, Unknown
from antinomy.verdict import as_json
from antinomy.verdict.reliance import with_statements

REMARKS, H200 = "my.statement.2025_05_19", "us.statement.h200.2025"


def relied(*statements: str, more: str = "") -> str:
    """Write a file that relies on statements."""
    named = ", ".join(f"{{statement: {name}}}" for name in statements)
    return f"statements_relied_on: [{named}]\n{more}"


def things(text: str, on: str = "2025-06-01", known_by: str = "2026-11-21") -> Thing:
    """Give a transaction with what is known of the statements it relies on."""
    return with_statements(read(text).root, view(on, known_by).law)


def fact(text: str, on: str = "2025-06-01", known_by: str = "2026-11-21") -> Any:  # noqa: ANN401
    """Give whether the first statement relied on is withdrawn."""
    return things(text, on, known_by).members("statement")[0].fact("is_withdrawn")


@pytest.mark.parametrize(
    ("on", "known_by", "wanted"),
    [
        ("2025-05-19", "2026-11-21", False),
        ("2025-05-20", "2026-11-21", True),
        ("2025-05-20", "2025-05-19", False),
    ],
)
def test_a_statement_stands_until_it_is_taken_back(
    on: str, known_by: str, *, wanted: bool
) -> None:
    """By the day asked about, as far as it could be known by the other."""
    found = fact(relied(REMARKS), on, known_by)

    assert isinstance(found, Known)
    assert wanted is found.value


def test_between_two_days_it_is_open() -> None:
    """Where the day of a rewording is not known, neither is what stood."""
    assert isinstance(fact(relied("us.statement.ascend.2025"), "2025-05-15"), Unknown)


def test_of_what_nobody_holds_or_knew_nothing_follows() -> None:
    """A statement outside the packs, or later than the day of knowledge, is open."""
    assert isinstance(fact(relied("xx.gazette.1")), Unknown)
    assert isinstance(fact(relied(REMARKS), "2025-05-20", "2025-05-18"), Unknown)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("dates: {act: 2025-05-22}", True),
        (relied(REMARKS), True),
        (relied(REMARKS, more="statements_relied_on_complete: true"), True),
        (relied(REMARKS, more="statements_relied_on_complete: false"), False),
        (relied(REMARKS, more="statements_relied_on_complete: unknown"), False),
    ],
)
def test_what_a_file_does_not_name_it_does_not_rely_on(
    text: str, *, complete: bool
) -> None:
    """A list is whole unless the file says that there may be more."""
    assert complete is things(text).lists["statement"].is_complete


def test_a_file_that_may_rely_on_more_is_not_clear() -> None:
    """Where more statements may be relied on, the duty to ask may be there."""
    text = relied(H200, more="statements_relied_on_complete: false\nasking: a\n") + (
        "items: [{kind: chip, chip: huawei-ascend-910c}]\n"
        "parties: [{id: a, roles: [end_user]}]\n"
    )
    whole = text.replace("complete: false", "complete: true")

    def could_be(of: str) -> str:
        cells: Any = as_json(assessed(of, "2025-06-01"))["cells"]
        found = [c for c in cells if c["regime"] == "my.sta"]
        return str(next(c for c in found if c["course"] == "keep_using")["could_be"])

    assert "duty" == could_be(text)
    assert "none_found" == could_be(whole)


def test_an_accepted_withdrawal_reaches_what_is_relied_on() -> None:
    """A statement that review found taken back is shown with who accepted that."""
    source = basis("withdrawal:h200", standing=Standing.SECONDARY)
    claim = turn(H200, "2026-02-01", source)
    text = relied(H200, more="asking: a\nparties: [{id: a, roles: [end_user]}]\n")

    def told(on: str) -> Any:  # noqa: ANN401
        relied_on: Any = as_json(assessed(text, on, claim))["relied_on"]
        return relied_on[0]

    assert "false" == told("2026-01-31")["withdrawn"]
    assert "true" == told("2026-02-01")["withdrawn"]
    assert "withdrawal:h200" == told("2026-02-01")["event"]["accepted"][0]["entry"]


def test_a_rewording_is_told_and_is_no_withdrawal() -> None:
    """A statement reworded stands in its new words, and the event is named."""
    claim = turn(H200, "2026-02-01", turn="rewords")
    text = relied(H200, more="asking: a\nparties: [{id: a, roles: [end_user]}]\n")
    relied_on: Any = as_json(assessed(text, "2026-03-01", claim))["relied_on"]
    answer = relied_on[0]

    assert ("false", "rewords") == (answer["withdrawn"], answer["event"]["kind"])
    assert "2026-02-01" == answer["event"]["effective"]

"""The legal cases beside the packs: the engine says what the authorities say."""

import pytest
from tests.cases.casefile import Case, Court, Wanted, cases, differences, packs

COURT = Court(packs())

QUESTIONS = [
    pytest.param(case, wanted, id=f"{case.name}@{wanted.on}")
    for case in cases()
    for wanted in case.expect
]


@pytest.mark.parametrize(("case", "wanted"), QUESTIONS)
def test_the_engine_says_what_the_authority_says(case: Case, wanted: Wanted) -> None:
    """Every cell, grade and paragraph of a case is as its authority says."""
    assert [] == differences(case, wanted, COURT), f"{case.at} {case.authority}"


def test_every_case_names_its_authority() -> None:
    """A case says why, and on whose word its expectation rests."""
    silent = [case.name for case in cases() if not case.authority or not case.why]

    assert [] == silent


def test_case_names_are_unique() -> None:
    """No two cases share a name."""
    names = [case.name for case in cases()]

    assert sorted(set(names)) == sorted(names)


def test_enough_transactions_rest_on_an_authority() -> None:
    """At least 40 transactions are cases; 25 rest on more than the provision's text."""
    deals = [case for case in cases() if case.transaction is not None]
    resting = [case for case in deals if case.rests_on != "text"]

    assert len(deals) >= 40
    assert len(resting) >= 25

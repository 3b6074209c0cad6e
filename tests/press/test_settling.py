"""Statements that the record knows as withdrawn, reworded or denied."""

from dataclasses import replace

import pytest
from tests.press.telling import findings, recogniser

from antinomy.press.found import Statement
from antinomy.press.ledger.settling import settle_statements
from antinomy.press.woven import Extent

ANYWHERE = "美国商务部称，在全球任何地方使用昇腾芯片都违反其出口管制。"
BACKDOOR = "英伟达对华芯片被植入后门。"


def said(text: str, org: str | None) -> Statement:
    """Give a statement that fills a text."""
    return Statement((Extent(0, len(text)),), "rule", org=org)


def settled(text: str, statement: Statement) -> tuple[str, str | None]:
    """Give status and settling item of the one statement of a page."""
    page = replace(findings(text, "2025-09-18"), statements=(statement,))
    [found] = settle_statements(page, recogniser())
    return found.status, found.settled_by


@pytest.mark.parametrize("org", ["org:us-commerce", "org:bis", "place:us", None])
def test_a_wording_taken_back_is_marked(org: str | None) -> None:
    """A page that repeats the first wording is told that it was changed."""
    expected = ("revised_in_record", "event.bis.rewording")

    assert expected == settled(ANYWHERE, said(ANYWHERE, org))


def test_another_speaker_is_not_marked() -> None:
    """What another says of the same matter stands."""
    assert ("standing", None) == settled(ANYWHERE, said(ANYWHERE, "org:huawei"))


def test_what_the_page_says_is_kept() -> None:
    """Where the page tells that words were reworded, that is its own finding."""
    told = replace(said(ANYWHERE, None), status="revised", settled_by="#3")

    assert ("revised", "#3") == settled(ANYWHERE, told)


def test_an_allegation_denied_is_marked() -> None:
    """A page that asserts what was denied is told of the denial."""
    assert ("denied", "statement.nvidia.no-backdoor") == settled(
        BACKDOOR, said(BACKDOOR, None)
    )


def test_a_statement_elsewhere_stands() -> None:
    """Only the statement that tells the item is marked."""
    far = Statement((Extent(0, 2),), "rule")

    assert ("standing", None) == settled("好的。" + BACKDOOR, far)

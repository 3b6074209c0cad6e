"""Traps that a stranger's review found, each with the answer it should have had."""

from functools import cache
from pathlib import Path

import pytest
from tests.cases.casefile import packs

from antinomy.files import parse_document
from antinomy.transaction import transaction_of
from antinomy.values import Day, InputError, parse_day
from antinomy.verdict import Assessment, Assessor, Cell, Verdict
from antinomy.view import view_on

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def assessed(text: str, on: str) -> Assessment:
    """Assess a transaction from text on a day."""
    node = parse_document(text, "deal.yaml")
    deal = transaction_of(node, packs().law.vocabulary, packs().lexicon())
    view = view_on(packs(), Day(parse_day(on)), packs().known_by)
    return Assessor(view).assess(deal)


def changed(example: str, old: str, new: str) -> str:
    """Give an example with some words changed."""
    text = (EXAMPLES / f"{example}.yaml").read_text("utf-8")
    assert old in text, f"{example} holds no {old!r}"
    return text.replace(old, new)


def cell(answer: Assessment, course: str, regime: str) -> Cell:
    """Give one cell."""
    cells = {(c.course, c.regime): c for row in answer.rows for c in row.cells}
    return cells[course, regime]


def test_a_licence_issued_after_the_day_is_not_held() -> None:
    """A paper of next year lifts nothing today."""
    text = changed(
        "b200-johor-beijing-parent",
        "papers: {complete: true, items: []}",
        "papers: {complete: true, items: [{kind: bis_licence, issued: 2027-03-01}]}",
    )
    answer = assessed(text, "2025-12-01")

    assert Verdict.LICENCE is cell(answer, "supply_now", "us.ear").verdict


def test_a_licence_issued_before_the_day_is_held() -> None:
    """A licence of last month turns the requirement into the duty to keep to it."""
    text = changed(
        "b200-johor-beijing-parent",
        "papers: {complete: true, items: []}",
        "papers: {complete: true, items: [{kind: bis_licence, issued: 2025-11-03}]}",
    )
    answer = assessed(text, "2025-12-01")

    assert Verdict.DUTY is cell(answer, "supply_now", "us.ear").verdict


def test_a_day_before_the_record_clears_nothing() -> None:
    """Before the first recorded day nothing can be said to be absent."""
    text = (EXAMPLES / "h20-shanghai.yaml").read_text("utf-8")
    answer = assessed(text, "2017-06-01")

    assert Verdict.UNKNOWN is cell(answer, "supply_now", "us.ear").verdict
    assert () == answer.antinomy.escapes


def test_a_figure_stated_against_the_catalogue_is_named() -> None:
    """Who states a TPP of 100 for a B200 is shown what the catalogue holds."""
    text = changed(
        "b200-johor-beijing-parent", "chip: nvidia-b200", "chip: nvidia-b200, tpp: 100"
    )
    told = assessed(text, "2025-12-01").contradictions

    assert ["tpp"] == [contradiction.fact.rpartition(".")[2] for contradiction in told]


def test_a_near_miss_of_a_letter_is_refused() -> None:
    """A letter spelt almost right is asked about, not taken for another one."""
    text = changed(
        "h20-shanghai",
        "{letter: us.letter.h20.2025}",
        "{letter: us.letter.h20.2025-04}",
    )
    with pytest.raises(InputError, match=r"did you mean .us\.letter\.h20\.2025"):
        assessed(text, "2025-04-20")


def test_no_way_out_is_named_where_law_is_not_stated() -> None:
    """A course that a flagged measure may reach is never called a way out."""
    answer = assessed(
        (EXAMPLES / "affiliates-60-percent.yaml").read_text("utf-8"), "2026-11-20"
    )
    unweighed = {
        r.course.id for r in answer.rows if any(c.is_unweighed for c in r.cells)
    }
    clean = {e.course for e in answer.antinomy.escapes if not e.paper}

    assert unweighed
    assert not unweighed & clean

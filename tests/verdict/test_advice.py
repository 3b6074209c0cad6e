"""Questions and levers of real examples: truthful, checked, without the effect."""

from functools import cache
from pathlib import Path

import pytest
from tests.cases.casefile import ROOT, packs

from antinomy.transaction import read_transaction
from antinomy.values import Day, parse_day
from antinomy.verdict import Assessment, Assessor, LeverKind
from antinomy.view import view_on


@cache
def assessed(example: str, on: str) -> Assessment:
    """Assess an example on a day."""
    path = Path(ROOT / "examples" / f"{example}.yaml")
    deal = read_transaction(path, packs().law.vocabulary, packs().lexicon())
    view = view_on(packs(), Day(parse_day(on)), packs().known_by)
    return Assessor(view).assess(deal)


def test_every_open_cell_has_a_question() -> None:
    """A cell that could be worse hangs on facts, and they are asked."""
    answer = assessed("johor-ascend", "2025-05-22")
    open_cells = {
        (c.course, c.regime) for r in answer.rows for c in r.cells if c.is_open
    }
    asked = {cell for q in answer.advice.questions for cell in q.concerns}

    assert open_cells
    assert open_cells <= asked


def test_questions_are_asked_in_both_languages() -> None:
    """Each question stands in English and in Chinese."""
    questions = assessed("johor-ascend", "2025-05-22").advice.questions

    assert all(q.text.en and q.text.zh for q in questions)


def test_questions_do_not_show_the_effect_of_an_answer() -> None:
    """What goes to a counterparty never names a verdict."""
    questions = assessed("johor-ascend", "2025-05-22").advice.questions
    words = ("prohibited", "licence required", "exposed", "clean")

    assert [] == [q.fact for q in questions if any(w in q.text.en for w in words)]


def test_a_licence_lever_names_the_review_policy() -> None:
    """Obtaining a licence is offered with how applications are reviewed."""
    levers = assessed("h200-beijing", "2026-02-15").advice.levers
    licence = next(lever for lever in levers if lever.kind is LeverKind.OBTAIN)

    assert "bis_licence" == licence.what
    assert licence.policies
    assert ("supply_now", "us.ear") in licence.flips


@pytest.mark.parametrize(
    ("example", "on"),
    [
        ("johor-ascend", "2025-05-22"),
        ("h200-beijing", "2026-02-15"),
        ("b200-johor-beijing-parent", "2025-12-01"),
        ("affiliates-60-percent", "2025-10-15"),
        ("end-use-check-shenzhen", "2026-02-10"),
    ],
)
def test_no_lever_touches_identity_end_use_origin_route_or_reason(
    example: str, on: str
) -> None:
    """Levers obtain, establish, wait or take another item; nothing else."""
    levers = assessed(example, on).advice.levers
    untouchable = ("name", "end_use", "origin", "route", "refusal", "parent", "managed")
    told = [lever.what for lever in levers if lever.kind is not LeverKind.EXCEPTION]

    assert [] == [what for what in told if any(word in what for word in untouchable)]


def test_waiting_is_offered_only_where_a_recorded_day_helps() -> None:
    """A buyer held by a listed group is told the day the recorded stay begins."""
    levers = assessed("affiliates-60-percent", "2025-10-15").advice.levers
    waits = [lever.what for lever in levers if lever.kind is LeverKind.WAIT]

    assert ["2025-11-10"] == waits


def test_another_item_is_described_by_the_nearest_line_of_the_law() -> None:
    """A B200 is told the figure under which the licence would not be needed."""
    levers = assessed("b200-johor-beijing-parent", "2025-12-01").advice.levers
    items = [lever.what for lever in levers if lever.kind is LeverKind.ANOTHER_ITEM]

    assert ["tpp < 1600"] == items


def test_shipped_packs_leave_nothing_to_the_exact_check() -> None:
    """No finding of an example is settled by the exact check beyond two bounds."""
    answer = assessed("johor-ascend", "2025-05-22")

    assert {} == dict(answer.advice.settled)


def test_no_item_is_offered_to_avoid_a_duty() -> None:
    """Another item is told of where it ends a breach, not where it saves a tariff."""
    answer = assessed("h200-through-the-united-states", "2026-02-01")
    cells = {(c.course, c.regime): c.certain for r in answer.rows for c in r.cells}
    others = [x for x in answer.advice.levers if x.kind is LeverKind.ANOTHER_ITEM]

    assert others
    for lever in others:
        verdicts = {cells[flip].value for flip in lever.flips}
        assert verdicts & {"licence", "prohibited"}, lever.what

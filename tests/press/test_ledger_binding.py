"""What a page tells is bound to who did it, when, and as done; the rest is left.

The sentences are of our own writing, read with every stage of the reader; each group
in the data holds near misses beside what is really told.
"""

from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from antinomy.cli.reader import Reader, open_reader

DATA = Path(__file__).parent / "data"
GROUPS = yaml.safe_load((DATA / "ledger-binding.yaml").read_text("utf-8"))
PAGE = "2025-05-24"


@cache
def reader() -> Reader:
    """Open the shipped words and record once."""
    return open_reader(None)


def verdicts(text: str, page: str = PAGE) -> dict[str, set[str]]:
    """Read a text as a page of a day; give the verdicts on each item it tells."""
    day = date.fromisoformat(page)
    told = reader().read(text.encode(), name="page.txt", page_day=day)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in told.ledger:
        found[entry.item].add(entry.verdict)
    return dict(found)


def wrong(case: dict[str, Any]) -> list[str]:
    """Give the items of a case that are told otherwise than they should be."""
    found = verdicts(case["text"], case.get("page", PAGE))
    wanted: dict[str, Any] = case.get("told", {})
    allowed = {
        item: {verdicts} if isinstance(verdicts, str) else set(verdicts)
        for item, verdicts in wanted.items()
    }
    return [
        f"{item}: {told}"
        for item in sorted({*found, *allowed})
        if not (told := found.get(item, {"none"}))
        <= allowed.get(item, {"none", "unverifiable"})
    ]


def cases(group: str) -> pytest.MarkDecorator:
    """Give the cases of a group, each named by how it begins."""
    return pytest.mark.parametrize(
        "case", GROUPS[group], ids=[case["text"][:40] for case in GROUPS[group]]
    )


@cases("told")
def test_what_is_told_is_weighed(case: dict[str, Any]) -> None:
    """An item told with its own doer and day gets the verdict its value deserves."""
    assert [] == wrong(case)


@cases("another_doer")
def test_what_another_did_is_left(case: dict[str, Any]) -> None:
    """Another body's list, another state's duty, another firm's deal is no item."""
    assert [] == wrong(case)


@cases("another_matter")
def test_a_withdrawal_of_another_matter_is_left(case: dict[str, Any]) -> None:
    """A withdrawal is an item's where it names the matter, or the page has told it."""
    assert [] == wrong(case)


@cases("between")
def test_what_lies_between_is_reckoned_of_its_own(case: dict[str, Any]) -> None:
    """A time or a difference between two things is held against those two only."""
    assert [] == wrong(case)


@cases("earlier")
def test_a_number_holds_for_its_own_time(case: dict[str, Any]) -> None:
    """What held years ago and what holds now are weighed each at its own time."""
    assert [] == wrong(case)


@cases("not_done")
def test_what_is_not_told_as_done_supports_nothing(case: dict[str, Any]) -> None:
    """A denial, question, condition, rumour or plan, or an end of it, supports none."""
    assert [] == wrong(case)


@cases("beside")
def test_a_number_beside_the_one_that_fits_is_another_matter(
    case: dict[str, Any],
) -> None:
    """A count or rate beside one that agrees, and a total, is not held against it."""
    assert [] == wrong(case)


@cases("counted_apart")
def test_a_count_of_a_part_or_of_years_is_another_count(case: dict[str, Any]) -> None:
    """A part of a listing denies no whole; what ran up over a time is no listing."""
    assert [] == wrong(case)


@cases("dated")
def test_an_act_is_dated_by_its_own_day(case: dict[str, Any]) -> None:
    """The day of another deed on a thing, or one some days away, dates no act."""
    assert [] == wrong(case)


def test_the_wrong_day_of_the_right_act_is_told() -> None:
    """A sentence bound to its item by doer and matter is corrected in its day."""
    assert {"event.my.retraction": {"contradicted"}} == verdicts(
        "5月26日，马来西亚撤回了关于昇腾服务器的声明。"
    )


def test_a_page_may_take_back_without_naming_it_again() -> None:
    """A bare withdrawal leans on what the page told before, and on nothing else."""
    told = "马来西亚5月19日宣布在全国部署昇腾服务器。"
    bare = "次日，马来西亚收回了这番话。"

    assert "event.my.retraction" in verdicts(told + bare)
    assert "event.my.retraction" not in verdicts(bare)

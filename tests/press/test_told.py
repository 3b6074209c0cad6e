"""What sentences tell: events, statements, and what a page takes back."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.press.hearing import heard, speech

from antinomy.values import parse_day

DATA = Path(__file__).parent / "data"

CASES = yaml.safe_load((DATA / "told.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_tells_what_it_tells_and_no_more(case: dict[str, Any]) -> None:
    """Events and statements are those written beside the sentence, and no others."""
    told = heard(case["text"])

    assert case.get("events", []) == [
        [f"not {e.kind}" if e.negated else e.kind, list(e.actors)] for e in told.events
    ]
    if "statements" in case or "events" not in case:
        assert case.get("statements", []) == [
            [s.speaker or s.org, s.status] for s in told.statements
        ]


def test_every_kind_of_event_has_a_sentence_that_tells_it() -> None:
    """A frame that no sentence of our own meets could be wrong unnoticed."""
    shown = {kind for case in CASES for kind, _ in case.get("events", [])}

    assert set() == set(speech().frames.kinds) - shown


def test_a_withdrawal_is_tied_to_what_it_takes_back() -> None:
    """The event withdrawn is named by the withdrawal and by the statement it closes."""
    told = heard("越南宣布采用昇腾芯片建设国家云。次日，越南撤回了这一声明。")

    assert "#1" == told.events[1].object
    assert [("retracted", "#2")] == [(s.status, s.settled_by) for s in told.statements]
    assert [("retracts", "#2", "#1")] == [
        (link.relation, link.first, link.second) for link in told.links
    ]


def test_an_answer_from_nobody_is_no_statement() -> None:
    """Words whose speaker no lexicon knows are not put into anybody's mouth."""
    told = heard("有网友认为，这种芯片很快会被淘汰。")

    assert () == told.statements


def test_what_is_said_is_the_words_and_not_the_speaker() -> None:
    """The extent of a statement is what was said, without cue, speaker and stops."""
    text = "贝森特说：“谈判取得了实质进展。”"
    told = heard(text)

    assert ["谈判取得了实质进展"] == [s.extents[0].of(text) for s in told.statements]
    assert [True] == [s.quoted for s in told.statements]


def test_one_event_told_twice_is_one_claim() -> None:
    """A second telling adds an extent and no event."""
    told = heard("台积电正在高雄扩建晶圆厂。\n台积电正在高雄建设晶圆厂。")

    assert [2] == [len(event.extents) for event in told.events]


def test_a_thousand_tellings_are_one_claim_with_a_place_for_each() -> None:
    """A page that repeats itself adds places in the order told, and no event."""
    text = "三星3月8日宣布在其数据中心部署MI300X芯片。\n" * 1_000
    told = heard(text, parse_day("2025-04-01"))
    places = [place for event in told.events for place in event.extents]

    assert 1 == len(told.events)
    assert sorted(places) == places
    assert 1_000 == len(set(places))

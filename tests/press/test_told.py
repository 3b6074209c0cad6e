"""What sentences tell: events, statements, and what a page takes back."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from antinomy.press.found import Event, Link, Statement
from antinomy.press.grammar.quantities import find_quantities
from antinomy.press.grammar.unitwords import load_unit_words
from antinomy.press.mending.sentences import load_sentence_words, sentences
from antinomy.press.telling.cues import read_cues
from antinomy.press.telling.events import events_of
from antinomy.press.telling.frames import read_frames
from antinomy.press.telling.mentions import find_mentions
from antinomy.press.telling.names import read_names
from antinomy.press.telling.passages import passages_of
from antinomy.press.telling.speakers import Speech
from antinomy.press.telling.speech import statements_of
from antinomy.press.telling.within import announced, repeated, resolved

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "antinomy" / "packs" / "words" / "reading"
DATA = Path(__file__).parent / "data"

CASES = yaml.safe_load((DATA / "told.yaml").read_text("utf-8"))


@cache
def speech() -> Speech:
    """Give the shipped words of speech, frames and names."""
    cues, frames = read_cues(WORDS / "speech.yaml"), read_frames(WORDS / "frames.yaml")
    return Speech(cues, frames, read_names(WORDS))


def told(
    text: str,
) -> tuple[tuple[Event, ...], tuple[Statement, ...], tuple[Link, ...]]:
    """Give what a text tells, without its days."""
    words = speech()
    cut = sentences(text, load_sentence_words(WORDS / "sentences.yaml"))
    mentions = find_mentions(text, words.names)
    numbers = find_quantities(
        text, load_unit_words(WORDS), [m.extent for m in mentions]
    )
    passages = passages_of(text, cut, mentions, (), numbers)
    events = events_of(text, passages, words.names, words.frames, words.cues)
    said = repeated(statements_of(text, passages, words), text)
    said = announced(events, said, words.frames)
    return resolved(events, said, words.frames, words.names, text)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_sentence_tells_what_it_tells_and_no_more(case: dict[str, Any]) -> None:
    """Events and statements are those written beside the sentence, and no others."""
    events, statements, _ = told(case["text"])

    assert case.get("events", []) == [
        [f"not {e.kind}" if e.negated else e.kind, list(e.actors)] for e in events
    ]
    if "statements" in case or "events" not in case:
        assert case.get("statements", []) == [
            [s.speaker or s.org, s.status] for s in statements
        ]


def test_every_kind_of_event_has_a_sentence_that_tells_it() -> None:
    """A frame that no sentence of our own meets could be wrong unnoticed."""
    shown = {kind for case in CASES for kind, _ in case.get("events", [])}

    assert set() == set(speech().frames.kinds) - shown


def test_a_withdrawal_is_tied_to_what_it_takes_back() -> None:
    """The event withdrawn is named by the withdrawal and by the statement it closes."""
    events, statements, links = told(
        "越南宣布采用昇腾芯片建设国家云。次日，越南撤回了这一声明。"
    )

    assert "#1" == events[1].object
    assert [("retracted", "#2")] == [(s.status, s.settled_by) for s in statements]
    assert [("retracts", "#2", "#1")] == [
        (link.relation, link.first, link.second) for link in links
    ]


def test_an_answer_from_nobody_is_no_statement() -> None:
    """Words whose speaker no lexicon knows are not put into anybody's mouth."""
    _, statements, _ = told("有网友认为，这种芯片很快会被淘汰。")

    assert () == statements


def test_what_is_said_is_the_words_and_not_the_speaker() -> None:
    """The extent of a statement is what was said, without cue, speaker and stops."""
    text = "贝森特说：“谈判取得了实质进展。”"
    _, statements, _ = told(text)

    assert ["谈判取得了实质进展"] == [s.extents[0].of(text) for s in statements]
    assert [True] == [s.quoted for s in statements]


def test_one_event_told_twice_is_one_claim() -> None:
    """A second telling adds an extent and no event."""
    events, _, _ = told("台积电正在高雄扩建晶圆厂。\n台积电正在高雄建设晶圆厂。")

    assert [2] == [len(event.extents) for event in events]

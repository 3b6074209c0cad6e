from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.reading import READING

from antinomy.press.mending.sentences import load_sentence_words, sentences

WORDS = load_sentence_words(READING / "sentences.yaml")


def parts(text: str) -> list[str]:
    """Give the sentences of a text as texts."""
    return [extent.of(text) for extent in sentences(text, WORDS)]


@pytest.mark.parametrize(
    "found",
    [
        ["第一句。", "第二句!", "第三句?"],
        ["公司称,“我们反对。我们不会退让。”", "会议随后结束。"],
        ["“结束了。”他说。", "众人散去。"],
        ["“结束了。”", "而北辰芯算则警告说,价格还会上涨。"],
        ["「不可能。」", "會議散了。"],
        ["价格上涨3.5%。", "库存为11.2周。"],
        ["等等……", "他走了。"],
        ["括号(里面有句号。不算)不断句。", "完。"],
    ],
)
def test_chinese_sentences(found: list[str]) -> None:
    """A stop inside a quotation ends no sentence; one that closes with it does."""
    assert found == parts("".join(found))


@pytest.mark.parametrize(
    "found",
    [
        ["The U.S. Commerce Department wrote to Beichen Inc. in May.", "It waits."],
        ['"We disagree. We will wait," the firm said.', "Nobody replied."],
        ["Shares rose 3.5 percent to $1.2 bn.", "Mr. Lee left at 5 p.m. on Friday."],
        ["Did it reach Johor?", "No!", "It did not."],
        ["The firm, Skyreach Cloud Sdn. Bhd., declined to comment.", "So did J. Tan."],
    ],
)
def test_english_sentences(found: list[str]) -> None:
    """Abbreviations, decimals and initials end no sentence."""
    assert found == parts(" ".join(found))


def test_a_line_end_ends_a_sentence() -> None:
    """A heading without a stop is a sentence of its own."""
    assert ["标题", "正文。"] == parts("标题\n正文。")


def test_a_quotation_that_never_closes_holds_nothing_together() -> None:
    """Where the closing sign is missing, stops end sentences again."""
    assert ["他说:“第一句。", "第二句。"] == parts("他说:“第一句。第二句。")


@given(st.text(alphabet='ab 。!?."“”「」(（)）\n，U.S…', max_size=80))
def test_every_character_lies_in_one_sentence(text: str) -> None:
    """Sentences follow each other and leave out blanks alone."""
    found = sentences(text, WORDS)

    assert "".join(text.split()) == "".join(
        "".join(extent.of(text).split()) for extent in found
    )
    assert all(a.end <= b.start for a, b in pairwise(found))

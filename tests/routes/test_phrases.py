"""Words that show a flag, words that deny it, and words that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.routes.reading import codes, judged

FILE = """
cases:
- id: one
  as_of: 2025-06-01
  parties: [{{id: A, role: buyer, country: SG, hq: SG, {key}: "{text}"}}]
"""


def said(text: str, key: str = "note") -> set[str]:
    """Give the flags that a note raises."""
    return codes(FILE.format(key=key, text=text))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the labels were peeled off", "RF-REPACK"),
        ("标签被撕标后重新包装", "RF-REPACK"),
        ("serial numbers do not match the boards", "RF-SERIAL"),
        ("序列号与货物不符", "RF-SERIAL"),
        ("goods were still in their crates, still crated", "RF-BOXES"),
        ("a residential flat", "RF-ADDR"),
        ("注册地址为虚拟办公", "RF-ADDR"),
        ("installation was declined", "RF-SERVICE"),
        ("拒绝安装和保修", "RF-SERVICE"),
        ("the sales manager overrode compliance", "RF-INSIDER"),
        ("owned in equal parts by nominees", "RF-NOMINEE"),
        ("股份由他人代持", "RF-NOMINEE"),
        ("a quarter of the shares is held by a listed group", "RF-MINOR"),
        ("founded by former managers of a listed company", "RF-SUCCESSOR"),
        ("telemetry has gone dark", "RF-LOCATION"),
        ("遥测已中断", "RF-LOCATION"),
        ("the end-use statement is unsigned", "RF-ENDUSE"),
        ("最终用途声明缺失", "RF-ENDUSE"),
        ("no export permit was obtained", "RF-PERMIT"),
        ("re\\u200blabelled in the warehouse", "RF-REPACK"),
        ("RELABELLED", "RF-REPACK"),
    ],
)
def test_a_sign_is_seen_in_prose(text: str, code: str) -> None:
    """Synonyms in English and Chinese show the flag, invisible letters or not."""
    assert code in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "inspection found no empty boxes and no relabelled goods",
        "address is not shared",
        "goods were never repacked",
        "serial numbers match",
        "listed on the stock exchange, owned by many",
        "installation was done by the maker",
        "telemetry ok",
        "export permit obtained in March",
        "end-use statement signed by the director",
        "未重新包装",
        "an ordinary firm of its trade",
        "the parcel of land",
    ],
)
def test_a_denied_or_ordinary_word_is_no_sign(text: str) -> None:
    """A text that denies a sign, or only uses its words, raises no flag."""
    assert set() == said(text)


@pytest.mark.parametrize("word", ["false", "no", "none"])
def test_a_field_that_says_no_denies_its_own_name(word: str) -> None:
    """A name that is a sign is none where its value denies it."""
    assert "RF-BOXES" in said("yes", "still_in_boxes")
    assert "RF-BOXES" not in said(word, "still_in_boxes")


def test_what_is_denied_is_told() -> None:
    """A sign spoken of and denied stands beside the answer."""
    found = judged(FILE.format(key="note", text="goods were never repacked"))

    assert ["RF-REPACK"] == [evidence.code for evidence in found.denied]


def test_what_is_not_understood_is_told() -> None:
    """A statement that shows nothing is listed, and clear says so."""
    found = judged(FILE.format(key="note", text="the moon was full"))

    assert ["the moon was full"] == [words.text for words in found.unread]
    assert "clear" == found.outcome.disposition.value


@given(st.text(alphabet="ab no.;,未重新包装 relabelled", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """No order of words and signs stops the reading."""
    assert said(text) <= {"RF-REPACK"}


def test_a_long_note_is_read_to_its_end() -> None:
    """A sign at the end of ten thousand letters is seen."""
    assert {"RF-REPACK"} == said("the sea was calm. " * 600 + "boxes relabelled")

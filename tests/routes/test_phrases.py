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
        ("the transit permit had expired", "RF-PERMIT"),
        ("exported without a permit", "RF-PERMIT"),
        ("the buyer waived the warranty", "RF-SERVICE"),
        ("not one of the machines had a support ticket", "RF-SERVICE"),
        ("units were not powered months after delivery", "RF-BOXES"),
        ("the hall lacks power for half of them", "RF-CAPACITY"),
        ("no end user was named", "RF-ENDUSE"),
        ("the buyer refused to name the end user", "RF-ENDUSE"),
        ("the end-use certificate was forged", "RF-ENDUSE"),
        ("said to stay in Johor, the real destination was Shenzhen", "RF-ENDUSE"),
        ("last login from another country", "RF-LOCATION"),
        ("boards phone home no longer", "RF-LOCATION"),
        ("no heartbeat for two months", "RF-LOCATION"),
        ("paid by an unrelated company through a personal account", "RF-PAYER"),
        ("wired from Hong Kong", "RF-PAYER"),
        ("a sister of a listed party under the same owner", "RF-SISTER"),
        ("cross-holdings decide who owns it", "RF-CIRCULAR"),
        ("a listed party appoints the board", "RF-CONTROL"),
        ("the stake was sold down to 49 percent a week before the rule", "RF-DIVEST"),
        ("a listed shareholder whose percentage is not known", "RF-29"),
        ("ultimate parent cannot be confirmed", "RF-HQ-UNKNOWN"),
        ("beneficial owner undisclosed", "RF-HQ-UNKNOWN"),
        ("headquartered in Beijing", "RF-HQ"),
        ("orders surged in the weeks before the rule took effect", "RF-TIMING"),
        ("purchases out of line with its turnover", "RF-VOLUME"),
        ("first-time buyer", "RF-FIRST"),
        ("no website and nothing online", "RF-WEB"),
        ("the goods took a roundabout way", "RF-ROUTE"),
        ("goods misdeclared at customs", "RF-DESC"),
        ("declared as spare parts", "RF-DESC"),
        ("a straw buyer for a foreign firm", "RF-STRAW"),
        ("the layout matches that of a listed party", "RF-DESIGN"),
        ("engineers in Shanghai rent the compute remotely", "RF-REMOTE"),
        ("dummy servers stood in for the audit", "RF-SERIAL"),
        ("forty boards are missing", "RF-BALANCE"),
        ("a forwarder stands as consignee", "RF-FORWARDER"),
        ("no known business reason for such chips", "RF-FIT"),
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
        "accelerator cards delivered before June",
        "brand new servers in maker's boxes",
        "all serial numbers verified, none missing",
        "installed within weeks of delivery, no issue",
        "no power problem; cooling cannot be the limit",
        "support contract signed, no open issue",
        "permit granted, no conditions",
        "no permit needed for this leg",
        "telemetry ok, none missing",
        "end-user statement signed, no changes",
        "the statement of end use was not changed",
        "two listed parties were checked and neither gets the boards",
        "sold to a third-country buyer, market share of 20 percent",
        "website with forty pages and no errors",
        "flat racks were used",
        "paid in full by the buyer",
        "not dormant, trading since 1990",
        "no straw buyer was seen",
        "nothing was declined",
        "the design is not similar to that of any listed party",
        "ownership confirmed by the register",
        "audit done, compliance agreed",
        "route agreed with the carrier, no detour",
        "没有拒绝安装",
        "无需出口许可",
        "遥测正常",
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

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.reading import PAGES, kept, lines_of, noise_words, twin, twin_words

from antinomy.press.line import Judged
from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.pinyin import says
from antinomy.press.mending.repair import Repair, over
from antinomy.press.mending.twin import Twin, twin_of
from antinomy.press.woven import Extent, unchanged

GLOSSED = "芯(xīn)片(piàn)由中芯(xīn)國際(SMIC)製(zhì)造,銷往柔佛州(Johor)。"


def kinds(of: Twin) -> set[str]:
    """Give the kinds of repairs of a twin."""
    return {repair.kind for repair in of.repairs}


def test_a_page_without_noise_is_its_own_twin() -> None:
    """Nothing is changed in good Simplified text, and places stay as they are."""
    text = "北辰芯算使用昇腾芯片(Ascend)。\n第二行,价格为3.5亿元。"

    found = twin(text)

    assert text == found.text
    assert () == found.repairs
    assert (0,) == found.woven.places


@pytest.mark.parametrize("how", ["({})", " ({}) ", "( {} )", "[{}]", "（{}）"])
def test_pinyin_goes_with_the_blanks_of_its_brackets(how: str) -> None:
    """Blanks in the brackets and around them go too, and none else."""
    said = {"芯": "xīn", "片": "piàn", "华": "huá", "为": "wéi"}
    text = "".join(han + how.format(said[han]) for han in "华为芯片") + "(GPU) (a) H20"

    assert "华为芯片(GPU) (a) H20" == twin(text).text


def test_pinyin_goes_and_names_in_brackets_stay() -> None:
    """Only a bracket that says how the character before it is said goes."""
    assert "芯片由中芯国际(SMIC)制造,销往柔佛州(Johor)。" == twin(GLOSSED).text


def test_a_single_gloss_stays() -> None:
    """One bracket on a page is the author's, not a machine's."""
    text = "公司名中的“喆(zhé)”字很少见。"

    assert text == twin(text).text


@pytest.mark.parametrize("sound", ["háng", "xíng", "hang", "xing2", "hang2"])
def test_every_reading_of_a_character_counts(sound: str) -> None:
    """Characters with several readings lose the bracket of each, in any spelling."""
    assert says(sound, "行")


@pytest.mark.parametrize("sound", ["hén", "smic", "he", "xing5"])
def test_what_is_no_reading_does_not_count(sound: str) -> None:
    """A syllable of another character is no reading."""
    assert not says(sound, "行")


def test_a_bracket_inside_a_span_belongs_to_it_and_one_after_it_does_not() -> None:
    """A span goes back to the raw text with what was taken out inside it."""
    found = twin(GLOSSED)
    at = found.text.index("芯国际")

    extent = found.woven.below(Extent(at, at + len("芯国")))

    assert "芯(xīn)國" == extent.of(GLOSSED)


def test_bytes_read_one_off_are_read_again() -> None:
    """The pinyin behind the lost byte tells it, and the run falls into step again."""
    text = "產量累計?qiáng)鲩L37%,我們從?nì)頉]有說過停止供貨,這是兩回事。"

    found = twin(text)

    assert "产量累计增长37%,我们从来没有说过停止供货,这是两回事。" == found.text
    at = found.text.index("增长")
    assert "?qiáng)鲩L" == found.woven.below(Extent(at, at + 2)).of(text)


def test_what_cannot_be_read_again_is_flagged() -> None:
    """A run that no reading fits stays as it is and is marked as damaged."""
    text = "公司表示?zzz)这不是真的。"

    found = twin(text)

    assert text == found.text
    assert [("damaged", "?zzz)")] == [
        (repair.kind, repair.extent.of(text)) for repair in found.repairs
    ]


def test_signs_that_nobody_sees_go() -> None:
    """Zero-width and bidirectional signs are no part of a word."""
    found = twin("昇\u200b腾\u202e芯\ufeff片")

    assert "昇腾芯片" == found.text
    assert {"unseen"} == kinds(found)


def test_letters_of_other_scripts_inside_a_latin_word_are_latin() -> None:
    """Cyrillic letters hide no name; a Russian or Greek word stays."""
    found = twin("Huаwеi Аscend Москва α粒子 Ｈ２０ ９５％")

    assert "Huawei Ascend Москва α粒子 H20 95%" == found.text


def test_doubled_commas_are_one() -> None:
    """Several commas stand for one; dots that trail off stay."""
    assert "有误,应为1.02亿……" == twin("有误,,应为1.02亿……").text


def test_the_words_of_taiwan_are_those_of_the_mainland() -> None:
    """Words of the trade that differ in Taiwan are found under one form."""
    assert "7纳米芯片与高带宽内存" == twin("7奈米晶片與高頻寬記憶體").text


def test_one_traditional_character_does_not_convert_a_page() -> None:
    """A Simplified page with a Traditional name in it stays as it is."""
    text = (
        "这家公司的旧名是華山电子,现在已经改名,业务仍然是电源芯片,客户大多在苏州。" * 3
    )

    assert text == twin(text).text


def test_a_line_cut_in_mid_sentence_is_joined() -> None:
    """A line whose last word wants another goes on with the next."""
    text = "一切还要从公司在存储芯片领域的投入说起。自\n2019年开始,它每年投入两亿元。"

    found = twin(text)

    assert text.replace("\n", "") == found.text
    assert (Repair(Extent(21, 22), "broken_line", "broken.joined"),) == found.repairs


def test_lines_cut_at_a_width_are_joined() -> None:
    """On a page cut at the width of a screen the lines are one paragraph."""
    text = (
        "The order is worth about forty-eight million dollars and was to be\n"
        "delivered between July and October by an integrator in Shenzhen,\n"
        "which has been paid fifteen percent of the price by the operator of\n"
        "the data centre and has not yet replied to a request for comment on\n"
        "the terms."
    )

    assert text.replace("\n", " ") == twin(text).text


def test_headings_stay_by_themselves() -> None:
    """A heading is not joined with what follows it."""
    judged = (
        Judged(lines_of("市场的\n价格上涨。")[0], "heading"),
        *kept("市场的\n价格上涨。")[1:],
    )

    assert (
        "市场的\n价格上涨。" == twin_of(judged, "市场的\n价格上涨。", twin_words()).text
    )


def test_lines_that_are_not_read_are_not_in_the_twin() -> None:
    """Kept lines follow each other, and a span over two covers what lies between."""
    text = "第一行。\n广告\n第二行。"
    first, dropped, last = kept(text)
    judged = (first, Judged(dropped.line, "boilerplate", "ad", "ad"), last)

    found = twin_of(judged, text, twin_words())

    assert "第一行。\n第二行。" == found.text
    assert Extent(3, 9) == found.woven.below(Extent(3, 6))


NOISY = st.lists(
    st.sampled_from(
        [
            "芯(xīn)",
            "國(guó)",
            "來(lái)",
            "(SMIC)",
            "計?qiáng)鲩L",
            "從?nì)頉]",
            "\u200b",
            "Huаwei",
            "２０",
            ",,",
            "奈米",
            "頻寬",
            "。",
            "\n",
            "昇腾",
            "?hé)",
            "a",
        ]
    ),
    max_size=40,
).map("".join)


@given(NOISY)
def test_every_character_of_the_twin_has_its_place_in_its_line(text: str) -> None:
    """Places rise with the text, and no character leaves the line it came from."""
    found = twin(text)
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    before = Extent(0, 0)
    for at, sign in enumerate(found.text):
        place = found.woven.below(Extent(at, at + 1))
        assert before.start <= place.start
        assert before.end <= place.end
        before = place
        if sign != "\n":
            line = max(n for n, start in enumerate(starts) if start <= place.start)
            assert place.end <= starts[line] + len(lines[line])


@given(NOISY)
def test_a_text_woven_of_itself_keeps_its_places(text: str) -> None:
    """A step that changes nothing moves nothing."""
    woven = twin(text).woven
    again = over(unchanged(woven.text), woven)
    signs = [Extent(at, at + 1) for at in range(len(woven.text))]

    assert woven.text == again.text
    assert [woven.below(sign) for sign in signs] == [again.below(s) for s in signs]


def test_the_page_with_pinyin_reads_as_plain_text() -> None:
    """The example with brackets and shifted bytes has neither in its twin."""
    text = (PAGES / "bracketed.txt").read_text("utf-8")

    found = twin_of(judge(lines_of(text), noise_words()), text, twin_words())

    assert "(Meridian Foundry)" in found.text
    assert "累计增长37%" in found.text
    assert "中国实体" in found.text
    assert 1 == found.text.count("(")
    assert {"pinyin", "byte_shift", "traditional"} == kinds(found)


@pytest.mark.parametrize(
    "text",
    [
        "芯" + " " * 100_000 + "片",
        "中(" * 50_000,
        "“" * 50_000 + ")" * 50_000,
        "." * 100_000 + "x",
        "产量?qiáng)" * 5_000,
        "- [x] 标题[12P]\n" * 5_000,
        "参考资料\n" * 10_000,
        "\n" * 50_000,
    ],
)
def test_no_page_holds_the_reader_up(text: str) -> None:
    """Judging and mending take time in proportion to a page, whatever it holds."""
    begun = process_time()

    twin_of(judge(lines_of(text), noise_words()), text, twin_words())

    assert process_time() - begun < 4

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.press.reading import (
    GOLD,
    PAGES,
    ROOT,
    bench_part,
    lines_of,
    noise_words,
)

from antinomy.press.line import Judged
from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.noise import load_noise_words
from antinomy.values import InputError

pages = bench_part("pages")
variants = bench_part("variants")

BODY = (
    "北辰芯算周三表示,公司已经收到监管机构的书面询问,将在三十天内答复。",
    "这份询问涉及去年向柔佛交付的一批加速卡,金额约为四千八百万美元。",
    "公司律师说,在答复之前,所有新订单都要逐单审查,已经发出的货物不受影响。",
    "市场对消息的反应有限,加速卡的报价在一周之内只上涨了大约百分之二。",
)
LINKS = (
    "[茶余] 修表匠的下午[12P]",
    "雨后的梯田在哪里看",
    "[厨房] 三道凉菜 [9P]",
    "周末去哪儿钓鱼比较好?",
    "[摄影] 用旧镜头拍猫[24P]",
    "阳台种出二十斤黄瓜",
)


def judged(*texts: str) -> tuple[Judged, ...]:
    """Judge the lines of a plain page."""
    return judge(lines_of("\n".join(texts)), noise_words())


def left_out(*texts: str) -> list[str]:
    """Give the texts that are not read."""
    return [one.line.text for one in judged(*texts) if not one.is_read]


def kind_of(text: str, *after: str) -> str:
    """Give the kind of the line that stands behind an article."""
    found = judged(*BODY, text, *after)
    return found[len(BODY)].kind


@pytest.mark.parametrize("sign", ["- ", "• ", "* ", "· ", ">> ", "1. ", "■ ", ""])
@pytest.mark.parametrize("at", [0, 2, 4])
def test_a_list_of_links_goes_with_any_sign_and_at_any_place(
    sign: str, at: int
) -> None:
    """What an item begins with, and where the list stands, does not save it."""
    links = [sign + link for link in LINKS]

    found = left_out(*BODY[:at], "猜你喜欢", *links, *BODY[at:])

    assert ["猜你喜欢", *links] == found or ["猜你喜欢", *links[:-1]] == found


def test_a_label_that_is_known_nowhere_goes_with_its_list() -> None:
    """A short line that only heads a list of links is no heading of the article."""
    found = judged(*BODY, "逛一逛", *("- " + link for link in LINKS))

    assert "link_list_header" == found[len(BODY)].kind


def test_no_line_goes_for_a_word_alone() -> None:
    """A word of the lexicon of spam in a sentence of the article condemns nothing."""
    sentence = "检方说,被告以写真和美女图片招揽客户,再把加速卡转卖给第三方。"

    assert [] == left_out(*BODY, sentence, *BODY)


def test_a_list_of_the_article_stays() -> None:
    """Firms, figures, verses and headings in a row are no list of links."""
    firms = [
        "清单上的企业包括:",
        *(f"{a}{b}有限公司" for a in "北东西" for b in "辰岚"),
    ]
    table = ["出货量如下:", *(f"{n}季度 {n}20万颗" for n in "一二三四"), "全年 480万颗"]
    verse = ["墙上有一首诗:", "光从镜子里走过", "硅在梦里排成行", "我们守着一束光"]
    verse += ["等它落在薄片上", "天亮以后再回乡"]

    for part in (firms, table, verse):
        assert [] == left_out(*BODY, *part, *BODY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("本站内容均由会员上传,仅供学习,如有侵权请联系站长删除。", "ugc_disclaimer"),
        ("以上内容由用户上传,本平台只负责存储,不代表平台立场。", "platform_notice"),
        ("© 2025 海角社 版权所有 京ICP备00000000号", "copyright_icp"),
        ("京公网安备11000000000000号", "police_record"),
        ("长按识别二维码,关注我们", "scan_code"),
        ("展开全文 ↓", "read_more"),
        ("1 2 3 4 5 下一页", "pagination"),
        ("标签:芯片 关税", "tag_list"),
        ("更新时间:2025-09-18 10:00", "update_date"),
        ("责任编辑:某某", "byline"),
        ("返回顶部", "ui_label"),
        ("分享到:微信 微博", "ui_label"),
        ("友情链接:", "empty_section_label"),
        (
            "We use cookies. By continuing you accept our privacy policy.",
            "cookie_notice",
        ),
    ],
)
def test_what_speaks_of_the_page_is_named(text: str, kind: str) -> None:
    """A line behind the article says of what kind it is."""
    assert kind == kind_of(text)


def test_the_same_words_in_the_article_stay() -> None:
    """A sentence about a platform, its users and their rights is no notice."""
    sentence = "该公司称,平台上的用户数据由第三方存储,平台对版权问题承担责任。"

    assert [] == left_out(*BODY, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "截至发稿,北辰芯算没有回应置评请求。",
        "他说,平台会在核实之后删除侵权内容。",
        "版权纠纷并不影响交付,许可证才是关键。",
        "图片显示,机房里有十二排机柜。",
        "点赞这项政策的人并不多。",
        "声明说,本站不会向第三方提供用户数据。",
        "更正:前文所称的“下周生效”应为“下月生效”。",
        "2025年5月12日",
        "关税:24%",
        "H20 | 910C | B30A | MI308",
        "The company's disclaimer said it was not responsible for resale.",
        "Correction: an earlier version misstated the value of the contract.",
        "Related: the tariff was cut to 10 percent the same day.",
        "Sign up to the pledge, the minister told the firms.",
        "Terms of the truce",
    ],
)
def test_what_only_sounds_like_a_notice_stays_at_any_place(text: str) -> None:
    """A line of the article is kept before, within and after the prose."""
    pages_with_it = ((text, *BODY), (*BODY, text, *BODY), (*BODY, text))

    assert [[]] * 3 == [left_out(*page) for page in pages_with_it]


def test_sources_behind_the_article_are_citations() -> None:
    """A list of sources is kept as citations and read no further."""
    sources = ["资料来源:", "海角日报:2025-05-20:柔佛机房的一天", "《季刊》2025年第2期"]

    assert ["citation"] * 3 == [one.role for one in judged(*BODY, *sources)[-3:]]


def test_a_label_of_sources_before_prose_is_a_heading() -> None:
    """With no source after it, the label is a heading of the article."""
    assert [] == left_out(*BODY, "消息来源", *BODY)


def test_what_the_voices_hold_outside_is_the_frame() -> None:
    """A block outside the article is the frame of the page, unless it says more."""
    lines = lines_of("\n".join((*BODY, "某个栏目的介绍文字", "返回顶部")))
    outside = [line._replace(outside=line.number > len(BODY)) for line in lines]

    kinds = [one.kind for one in judge(outside, noise_words())[-2:]]

    assert ["page_frame", "ui_label"] == kinds


def test_prose_outside_the_article_is_no_end_of_it() -> None:
    """A label right behind the article is at its end, whatever the frame tells."""
    frame = "这是侧栏里的一段介绍文字,讲的是另一件事情,写得也不算短,还有一个句号。"
    lines = lines_of("\n".join((*BODY, "分享", frame)))
    outside = [line._replace(outside=line.text == frame) for line in lines]

    kinds = [one.kind for one in judge(outside, noise_words())[-2:]]

    assert ["ui_label", "page_frame"] == kinds


def test_traditional_text_with_pinyin_is_judged_as_its_twin() -> None:
    """Neither script nor pinyin hides a notice."""
    notice = "特別聲(shēng)明:以上內(nèi)容為用戶上傳(chuán),本平臺僅提供存儲服務。"

    assert "platform_notice" == kind_of(notice)


def test_the_pages_of_the_examples() -> None:
    """Every line of the four pages is kept or dropped as its gold says."""
    gold = pages.read_gold(GOLD, PAGES)
    wrong = []
    for name, lines in gold.items():
        path = next(path for path in PAGES.iterdir() if path.stem == name)
        _, read = pages.read_page(path)
        wrong += [
            (name, one.line.number, one.kind)
            for one, line in zip(judge(read, noise_words()), lines, strict=True)
            if (one.is_read, one.kind) != (line.keep, line.kind)
        ]

    assert [] == wrong


def test_variants_of_the_noise() -> None:
    """Of 60 made pages no line of an article is lost, and of noise under 3 percent."""
    lost = left = noise = 0
    gold = pages.read_gold(GOLD, PAGES)
    for variant in variants.variants(gold, 60, seed=11):
        _, lines = pages.lines_of([line.text for line in variant.lines])
        for one, line in zip(judge(lines, noise_words()), variant.lines, strict=True):
            lost += line.keep and not one.is_read
            noise += not line.keep
            left += one.is_read and not line.keep

    assert 0 == lost
    assert left < 0.03 * noise


def test_variants_depend_on_the_seed_alone() -> None:
    """Equal arguments make equal pages."""
    gold = pages.read_gold(GOLD, PAGES)
    one, other = (list(variants.variants(gold, 4, seed=3)) for _ in range(2))

    assert one == other


def test_no_wording_of_the_variants_is_a_word_of_the_pack() -> None:
    """Rules and the wordings they are measured on have no long line in common."""
    pack = (ROOT / "src/antinomy/packs/words/reading/noise.yaml").read_text("utf-8")
    long = 12
    same = [
        text
        for words in variants.wordings().values()
        for kind, texts in words.items()
        for text in texts
        if not kind.startswith("kept_") and len(text) >= long and text in pack
    ]

    assert [] == same


@given(st.lists(st.text(max_size=60), max_size=12))
def test_no_line_disappears(texts: list[str]) -> None:
    """Every line comes back in order: read, or with its kind and rule."""
    lines = lines_of("\n".join(text.replace("\n", " ") for text in texts))

    found = judge(lines, noise_words())

    assert list(lines) == [one.line for one in found]
    assert all(one.is_read or (one.kind and one.rule) for one in found)


def test_a_page_of_only_links_has_no_article() -> None:
    """Where every line is a link, none is read."""
    links = [f"- {link}" for link in LINKS * 3]

    assert links == left_out(*links)


def test_a_broken_pattern_is_told_with_its_place(tmp_path: object) -> None:
    """A pack with a pattern that is none names file, line and column."""
    path = ROOT / "src/antinomy/packs/words/reading/noise.yaml"
    broken = path.read_text("utf-8").replace("pictures: '", "pictures: '(", 1)
    file = type(path)(str(tmp_path)) / "noise.yaml"
    file.write_text(broken, "utf-8")

    with pytest.raises(InputError, match=r"noise\.yaml:\d+:\d+.*regular expression"):
        load_noise_words(file)


def test_numbers_of_lines_rise() -> None:
    """Judged lines keep the order of the page."""
    numbers = [one.line.number for one in judged(*BODY, *LINKS)]

    assert all(first < then for first, then in pairwise(numbers))

"""Names of firms that must meet, and names that must not, by kinds of difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screening.desk import lexicon, party, score

from antinomy.screening import compare_firms, take_apart

ALERT = 0.7
HAIYUN = party("Shenzhen Haiyunda Microelectronics Technology Co., Ltd.")


@pytest.mark.parametrize(
    "name",
    [
        "深圳市海云达微电子科技有限公司",  # Chinese, full
        "深圳市海雲達微電子科技股份有限公司",  # traditional, another form
        "海云达微电子",  # short
        "Shen Zhen Hai Yun Da Wei Dian Zi Ke Ji",  # pinyin apart
        "ShenZhenHaiYunDaWeiDianZiKeJi",  # run together
        "shēn zhèn hǎi yún dá wēi diàn zǐ kē jì",  # with tones
        "Haiyunda Weidianzi Keji Youxian Gongsi, Shenzhen",
        "HAIYUNDA MICROELEC TECH SHENZHEN",  # abbreviated, out of order
        "Shenzhen Hai Yunda Micro-electronics Technology Company Limited",
        "Shenzen Haiyunda Microelectronics Technology Co Ltd",  # a slip of the pen
        "ShenzhenHaiyunda Microelectronics Technology Co., Ltd.",
        "Ｓｈｅｎｚｈｅｎ　Ｈａｉｙｕｎｄａ Ｍｉｃｒｏｅｌｅｃｔｒｏｎｉｃｓ",
        "深圳海云达 Shenzhen Haiyunda Microelectronics",
    ],
)
def test_the_same_firm_is_found(name: str) -> None:
    """Script, spelling, order, legal form and omissions do not hide a firm."""
    assert score(name, HAIYUN) >= ALERT


@pytest.mark.parametrize(
    "name",
    [
        "深圳市海天达微电子科技有限公司",  # another brand
        "Shenzhen Hongyunda Textile Co., Ltd.",
        "上海微电子科技有限公司",  # no brand at all
        "Shenzhen Microelectronics Technology Co., Ltd.",
        "Guangzhou Haiyunda Fishery Co., Ltd.",  # another place and another trade
        "Haiyan Da",
    ],
)
def test_another_firm_is_not(name: str) -> None:
    """Without the brand, or against place and trade, general words prove nothing."""
    assert score(name, HAIYUN) < ALERT


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("华南师范学院", "华南理工学院"),  # kind of school
        ("Fanli 13th Research Institute", "Fanli 14th Research Institute"),
        ("Galaxy Foods", "Galaxy Shipping"),  # an ordinary word for a brand
        ("Best Buy", "Best"),
        ("1", "OOO 1A"),
        ("International Trading Group", "International Trading Corporation of Oran"),
    ],
)
def test_what_tells_apart_counts_against(name: str, listed: str) -> None:
    """Another number, trade or school, or an ordinary word alone, is no match."""
    assert score(name, party(listed)) < ALERT


def test_a_homophone_with_another_chinese_name_is_doubted() -> None:
    """Alike in sound is little where the party is known to be written otherwise."""
    plain = party("Huafeng Technology Co., Ltd.")
    known = party("Huafeng Technology Co., Ltd.", chinese="华峰科技有限公司")

    assert score("华锋科技有限公司", known) < score("华锋科技有限公司", plain)
    assert score("华峰科技有限公司", known) >= ALERT


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("范例工业集团公司第五十四研究所", "54th"),
        ("范例工业集团公司第54研究所", "54th"),
        ("范例工业集团公司54所", "54th"),
        ("范例工业集团公司第七〇一研究所", "701st"),
        ("范例工业集团公司第七○一研究所", "701st"),
        ("范例工业集团公司第七零一研究所", "701st"),
    ],
)
def test_the_number_of_an_institute_is_read(name: str, number: str) -> None:
    """In characters, in digits, with either sign for nought, the number is the same."""
    listed = party(f"Fanli Industry Group Corporation {number} Research Institute")
    other = party("Fanli Industry Group Corporation 23rd Research Institute")

    assert score(name, listed) >= ALERT
    assert score(name, other) < ALERT


@pytest.mark.parametrize(
    ("name", "listed"),
    [("金海云", "长金海云达科技有限公司"), ("海云达", "东海云达兴精密机械有限公司")],
)
def test_a_stretch_inside_a_brand_is_no_short_name(name: str, listed: str) -> None:
    """A short name begins with a word of the listed one, not within its brand."""
    assert score(name, party("Example Holdings", listed)) < ALERT


def test_a_university_is_found_by_its_short_name() -> None:
    """The first characters of the words of a Chinese name are read as that name."""
    school = party("Example University", chinese="滨江工业大学")

    assert score("滨工大", school) >= ALERT


def test_first_letters_are_read_as_the_name() -> None:
    """Four first letters stand for the name, three are too few to alert."""
    school = party("Haibei University of Foreign Trade")

    assert score("HUFT", school) >= ALERT
    assert score("IBM", party("Institute of Building Materials")) < ALERT


@given(st.text(max_size=40))
def test_a_name_is_like_itself(name: str) -> None:
    """Scores lie between 0 and 1, and a firm is as like itself as can be."""
    one = take_apart(f"{name} Haiyunda Microelectronics", lexicon())

    found = compare_firms(one, one, lexicon(), lambda _brand: 0.0)

    assert 0.9 < found.score <= 1
    assert () == found.missing == found.extra == found.against


@given(
    st.text(alphabet="海云达深圳科技abc ", max_size=12),
    st.text(alphabet="海云达深圳科技abc ", max_size=12),
)
def test_a_score_is_a_share(name: str, other: str) -> None:
    """Whatever two names are, the score lies between 0 and 1."""
    one, two = take_apart(name, lexicon()), take_apart(other, lexicon())

    assert 0 <= compare_firms(one, two, lexicon(), lambda _brand: 0.0).score <= 1

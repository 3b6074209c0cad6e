"""A name taken apart: what is a place, a line of business, a legal form, a brand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screening.desk import lexicon

from antinomy.screening import FiledName, filed_from, filed_json, take_apart


def told(name: str) -> list[str]:
    """Write the words of a name with their kinds."""
    return [f"{word.kind} {word.text}" for word in take_apart(name, lexicon()).words]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "上海范例微电子装备(集团)股份有限公司",
            ["place 上海", "brand 范例", "line 微电子", "line 装备", "generic 集团"],
        ),
        (
            "Shanghai Fanli Micro Electronics Equipment (Group) Co., Ltd.",
            [
                *("place shanghai", "brand fanli", "line microelectronics"),
                *("line equipment", "generic group"),
            ],
        ),
        (
            "shàng hǎi fàn lì wēi diàn zi zhuāng bèi jí tuán",
            ["place 上海", "brand fanli", "line 微电子", "line 装备", "generic 集团"],
        ),
        ("FanLiShiYanShi", ["brand fanli", "body 实验室"]),
        ("范例第十三研究所", ["brand 范例", "number 13", "body 研究所"]),
        ("Fanli 13th Institute", ["brand fanli", "number 13", "body institute"]),
        ("Brigade Forty-Four", ["brand brigade", "number 44"]),
        ("北京市范例", ["place 北京", "brand 范例"]),
        ("Bei Jing Shi Fan Li Ke Ji", ["place 北京", "brand fanli", "generic 科技"]),
        ("IncompLimited", ["brand incomp"]),
        ("A.B.C. Company", ["brand abc"]),
    ],
)
def test_words_are_found(name: str, words: list[str]) -> None:
    """In either script, in pinyin, run together or apart, the words are the same."""
    assert words == [word for word in told(name) if not word.startswith("form")]


def test_a_brand_that_sounds_like_a_word_stays_a_brand() -> None:
    """One word of pinyin among English ones is a brand, whatever it also means."""
    words = take_apart("Jiangxi Xintuo Enterprise", lexicon()).words

    assert ["place", "brand", "generic"] == [word.kind for word in words]


@given(st.text(max_size=80))
def test_any_text_can_be_taken_apart(name: str) -> None:
    """No text breaks the parts, and every word has a weight that is no less than 0."""
    assert all(word.weight >= 0 for word in take_apart(name, lexicon()).words)


@given(st.text(alphabet="上海华为电子科技有限公司 ABCabc123.,()-'", max_size=40))
def test_a_filed_name_is_read_back_as_it_was(name: str) -> None:
    """What is written short and read again has the same words."""
    filed = FiledName(3, 1, take_apart(name, lexicon()), person=None)

    again = filed_from(filed_json(filed), lexicon())

    assert filed.name.words == again.name.words
    assert (3, 1, None) == (again.party, again.alias, again.person)

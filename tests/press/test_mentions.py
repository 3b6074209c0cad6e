"""Names on a page, in both scripts, and what they stand for."""

from functools import cache
from pathlib import Path

import pytest

from antinomy.press.telling.mentions import find_mentions
from antinomy.press.telling.names import Names, read_names
from antinomy.values import InputError

WORDS = Path(__file__).parents[2] / "src/antinomy/packs/words/reading"


@cache
def names() -> Names:
    """Give the shipped names."""
    return read_names(WORDS)


def named(text: str) -> list[tuple[str, str]]:
    """Give the names of a text with what they stand for."""
    return [(m.extent.of(text), m.thing) for m in find_mentions(text, names())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("华为海思发布新品", [("华为海思", "org:hisilicon")]),
        ("发展中国家不在其列", []),
        ("其中国际订单占一半", []),
        ("欧美国家的客户", []),
        (
            "贝森特回到华盛顿",
            [("贝森特", "person:bessent"), ("华盛顿", "place:washington")],
        ),
        ("华盛顿收紧管制", [("华盛顿", "place:us")]),
        ("在北京看来", [("北京", "place:cn")]),
        ("他在北京出席会议", [("北京", "place:beijing")]),
        ("俄罗斯外交部回应", [("俄罗斯", "place:ru")]),
        ("外交部回应", [("外交部", "org:cn-mfa")]),
        ("辉达与川普会面", [("辉达", "org:nvidia"), ("川普", "person:trump")]),
        ("the US and USB ports", [("US", "place:us")]),
        ("H100X is no H100", [("H100", "chip:h100")]),
        ("tell us about it", []),
        ("the Ascend 910C chip", [("Ascend 910C", "chip:ascend-910c")]),
    ],
)
def test_a_name_is_the_thing_that_its_context_allows(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """The longest name wins; guards, capitals and word edges decide the rest."""
    assert expected == named(text)


def test_a_name_given_to_two_things_is_refused(tmp_path: Path) -> None:
    """A lexicon in which one name means two things does not load, and says where."""
    table = "thing,en,zh,names_en,names_zh,of,role\n"
    table += "org:one,Acme,,,,,company\norg:two,Acme,,,,,company\n"
    (tmp_path / "names.csv").write_text(table, "utf-8")
    rules = (WORDS / "mentions.yaml").read_text("utf-8")
    (tmp_path / "mentions.yaml").write_text(rules, "utf-8")

    with pytest.raises(InputError, match=r"names.csv:3:1: thing: 'Acme' names both"):
        read_names(tmp_path)


def test_every_name_belongs_to_a_thing_that_is_there() -> None:
    """Whatever a thing belongs to is itself a thing of the lexicon."""
    things = names().things

    assert [] == sorted(t.id for t in things.values() if t.of and t.of not in things)

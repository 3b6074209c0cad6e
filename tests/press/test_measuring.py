"""What a number is told of, and numbers side by side that are no range."""

import pytest
from tests.press.hearing import heard


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("MI300X的功耗只有H100的80%。", "chip:mi300x"),
        ("The A800 reaches about 70% of the A100.", "chip:a800"),
        ("昇腾910B表现不俗，其能效相当于A100的70%。", "chip:ascend-910b"),
    ],
)
def test_a_share_of_another_thing_measures_the_first(text: str, subject: str) -> None:
    """A share of X tells of what is compared with X."""
    assert [subject] == [of for *_, of in heard(text).counts]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("这款MI300X采用三星3纳米工艺。", "chip:mi300x"),
        ("贝森特称韩国投资了30亿美元。", "place:kr"),
        ("苏姿丰说，明年营收将增长20%。", "org:amd"),
        ("英特尔股价下跌。我们预计亏损5亿美元。", None),
    ],
)
def test_a_number_belongs_to_who_has_it(text: str, subject: str | None) -> None:
    """A tool, who only says so and who was named before do not have the number."""
    assert [subject] == [of for *_, of in heard(text).counts]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Shares rose 4% to 70 euros.", [(4, "%"), (70, "EUR")]),
        ("Output fell 12% to 300 million units.", [(12, "%"), (300_000_000, "count")]),
        ("Shares rose 4% to 6%.", [(4, "%")]),
    ],
)
def test_a_share_and_an_amount_are_no_range(
    text: str, counts: list[tuple[int, str]]
) -> None:
    """What rose by a share to an amount is told by two numbers."""
    assert counts == [(value, unit) for value, unit, *_ in heard(text).counts]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("这套算力池聚集合约20亿个参数。", "approx"),
        ("该平台聚合约40家企业。", "approx"),
        ("双方签订合约12份。", "eq"),
    ],
)
def test_about_is_not_lost_in_the_word_before(text: str, relation: str) -> None:
    """整合 before 约 leaves it "about"; a contract is none."""
    assert [relation] == [meant for _, _, meant, _ in heard(text).counts]


def test_a_sentence_of_nothing_but_numbers_tells_them_of_nothing() -> None:
    """More numbers than anybody writes in a sentence are of nothing named."""
    few, many = (heard("英特尔的份额为" + "20%" * n).counts for n in (3, 500))

    assert ("org:intel", None) == (few[0][-1], many[0][-1])

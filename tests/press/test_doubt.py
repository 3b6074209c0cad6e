"""What a page asks, supposes, denies or passes on is not weighed against the record."""

import pytest

from antinomy.cli.reader import Reader, open_reader


@pytest.fixture(scope="module")
def reader() -> Reader:
    """Give the reader with the shipped words and record."""
    return open_reader(None)


@pytest.mark.parametrize(
    "text",
    [
        "Jensen Huang did not say that export controls were a failure.",
        "黄仁勋没有说过出口管制是失败的。",
        "出口管制真的如黄仁勋所说是失败的吗？",
        "马来西亚撤回采用昇腾芯片的声明了吗？",
        "如果马来西亚撤回有关昇腾芯片的声明，市场会作何反应尚不清楚。",
        "Malaysia refused to withdraw its statement on Ascend chips.",
        "假如5月12日中美没有在日内瓦达成协议，关税将继续上升。",
        "Rumours that BIS rescinded the AI diffusion rule are false.",
        "The U.S. tariff on China was never 200%.",
        "墨西哥对中国商品加征35%的关税。",
        "India imposed a levy of 70% on Chinese goods.",
        "加拿大对美国商品加征25%的关税。",
    ],
)
def test_no_verdict_on_what_is_not_asserted_or_of_others(
    text: str, reader: Reader
) -> None:
    """A question, a condition, a rumour, a denial and another party's act have none."""
    told = reader.read(text.encode(), name="page.txt")

    assert [] == [(entry.item, entry.verdict) for entry in told.ledger]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("黄仁勋在台北表示，出口管制是失败的。", "statement.huang.2025-05-21"),
        ("5月20日，马来西亚撤回了有关华为昇腾芯片的声明。", "event.my.retraction"),
        ("中国对美国商品加征125%的关税。", "figure.tariff.cn.125"),
    ],
)
def test_what_is_asserted_is_weighed(text: str, item: str, reader: Reader) -> None:
    """The same claims told as facts are known and supported."""
    told = reader.read(text.encode(), name="page.txt")

    assert [(item, "supported")] == [
        (e.item, e.verdict) for e in told.ledger if e.item == item
    ]

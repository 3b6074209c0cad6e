"""What the record says of claims told in other words, scripts and languages.

The sentences are of our own writing. Each claim stands in Simplified and Traditional
Chinese and in English, each verdict beside near misses that tell something else.
"""

from dataclasses import replace
from functools import cache

import pytest
from opencc import OpenCC
from tests.press.telling import findings, ledger, recogniser, verdicts

from antinomy.press.found import Quantity, Statement
from antinomy.press.ledger.ledger import ledger_of
from antinomy.press.ledger.told import Findings, Told
from antinomy.press.woven import Extent

MAY = "2025-05-24"
SEPTEMBER = "2025-09-18"

TOLD = [
    # The revenue of all products, told as that of restricted chips.
    (
        "英伟达在2022年10月到2023年10月之间卖给中国的受限芯片达到90亿美元。",
        "figure.nvidia.china-revenue.2022-2023",
        "imprecise value measure",
    ),
    (
        (
            "Between October 2022 and October 2023 Nvidia sold restricted chips worth"
            " 9 billion dollars to China."
        ),
        "figure.nvidia.china-revenue.2022-2023",
        "imprecise value measure",
    ),
    # A figure of one man, given to a research firm.
    (
        "市场机构Canalys称，英伟达在中国的占有率从95%跌到50%。",
        "figure.nvidia.china-share.2025-05",
        "contradicted speaker",
    ),
    (
        "Canalys估計，英偉達在中國的市占率由95%降至50%。",
        "figure.nvidia.china-share.2025-05",
        "contradicted speaker",
    ),
    (
        "According to Canalys, Nvidia's market share in China fell from 95% to 50%.",
        "figure.nvidia.china-share.2025-05",
        "contradicted speaker",
    ),
    (
        "黄仁勋表示，英伟达在中国的市场份额已从95%降到50%。",
        "figure.nvidia.china-share.2025-05",
        "supported",
    ),
    (
        "Nvidia's share of China's market fell from 95% to 20%, Jensen Huang said.",
        "figure.nvidia.china-share.2025-05",
        "contradicted value",
    ),
    # A comparison that holds for inference only.
    (
        "昇腾910C的整体性能已达H100的六成。",
        "figure.ascend-910c.against-h100",
        "imprecise scope",
    ),
    (
        "在推理任务中，昇腾910C大约能达到H100性能的60%。",
        "figure.ascend-910c.against-h100",
        "supported",
    ),
    (
        "The Ascend 910C delivers over 90% of the H100's performance in inference.",
        "figure.ascend-910c.against-h100",
        "contradicted value",
    ),
    # A number of the press, and dies that another firm made.
    (
        "昇騰910C由中芯國際以7納米N+2工藝生產，擁有530億個晶體管。",
        "figure.ascend-910c.transistors",
        "unverifiable source",
    ),
    (
        "昇騰910C由中芯國際以7納米N+2工藝生產，擁有530億個晶體管。",
        "figure.ascend-910c.process",
        "imprecise scope",
    ),
    (
        "H100拥有800亿个晶体管，昇腾910C约有530亿个晶体管。",
        "figure.h100.transistors",
        "supported",
    ),
    # Shares of the world.
    (
        "如今全球人工智能算力约三成在中国。",
        "figure.china.compute-share",
        "contradicted value",
    ),
    (
        "China now holds 30% of the world's AI computing power.",
        "figure.china.compute-share",
        "contradicted value",
    ),
    ("中国的AI算力约占全球10%。", "figure.china.compute-share", "supported"),
    # A process told in words, an old chip told as new.
    (
        "壁仞科技不久前推出了采用成熟制程的BR100。",
        "figure.br100.process",
        "contradicted value",
    ),
    ("壁仞科技不久前推出了BR100。", "event.br100.launch", "contradicted when"),
    (
        "Biren recently launched the BR100, built on a mature process.",
        "figure.br100.process",
        "contradicted value",
    ),
    ("壁仞科技于2022年8月发布BR100。", "event.br100.launch", "supported"),
    # A paper of the operators, given to a government.
    (
        "歐盟委員會內部文件警告脫鉤代價。報告估算，歐洲5G改用其他供應商要多花550億歐元。",
        "figure.europe.5g-cost",
        "contradicted speaker",
    ),
    (
        (
            "A GSMA paper put the extra cost to Europe of 5G without Chinese vendors at"
            " 55 billion euros."
        ),
        "figure.europe.5g-cost",
        "supported",
    ),
    # What was sought and not found.
    (
        "已有67个国家支持华为提出的互联协议。",
        "figure.huawei.protocol-countries",
        "unverifiable source",
    ),
    (
        "Huawei's interconnect protocol is backed by 67 countries.",
        "figure.huawei.protocol-countries",
        "unverifiable source",
    ),
    # Rates: what was cut was 125; 34 never applied alone.
    (
        "日内瓦会谈之后，中方把对美关税由34%降到10%。",
        "figure.tariff.cn.10",
        "imprecise before",
    ),
    (
        "China cut its tariffs on US goods from 34% to 10%.",
        "figure.tariff.cn.10",
        "imprecise before",
    ),
    (
        "中國對美國商品的關稅由125%降至10%。",
        "figure.tariff.cn.10",
        "supported",
    ),
    ("美国对华关税一度高达145%。", "figure.tariff.us.145", "supported"),
    (
        "2025年6月，中国对美国商品征收125%的关税。",
        "figure.tariff.cn.10",
        "contradicted value",
    ),
    (
        "中方将24%的对美关税暂停90天。",
        "figure.tariff.cn.suspended",
        "supported",
    ),
    # Hours, where a day lay between.
    (
        "中美在日内瓦发表联合声明互降关税。数小时后，美国商务部发布指南，禁用华为昇腾芯片。",
        "event.bis.guidance",
        "imprecise interval",
    ),
    (
        (
            "China and the US agreed in Geneva to cut tariffs. Hours later, the"
            " US Commerce Department issued guidance against Huawei's Ascend chips."
        ),
        "event.bis.guidance",
        "imprecise interval",
    ),
    # Words put into a mouth; the warning itself was given.
    (
        (
            "5月21日，中国商务部发言人声明：“凡帮助美国限制中国企业的人，"
            "中方将依反外国制裁法采取必要措施。”"
        ),
        "statement.mofcom.2025-05-21",
        "contradicted wording",
    ),
    (
        (
            "5月21日，中国商务部发言人声明：“凡帮助美国限制中国企业的人，"
            "中方将依反外国制裁法采取必要措施。”"
        ),
        "event.mofcom.warning",
        "supported",
    ),
    (
        (
            'MOFCOM said on 21 May 2025 that "any organisation that implements the US'
            " measures is suspected of violating the Anti-Foreign Sanctions Law and"
            ' must bear legal responsibility".'
        ),
        "statement.mofcom.2025-05-21",
        "supported",
    ),
    (
        "5月21日，商务部表示，任何人执行美方措施都将涉嫌违反《反外国制裁法》。",
        "statement.mofcom.2025-05-21",
        "supported",
    ),
    # What was said in Taipei, and the day of a report of it.
    (
        "2025年5月21日，黄仁勋在台北说出口管制失败了。",
        "statement.huang.2025-05-21",
        "supported",
    ),
    (
        "据外媒5月22日报道，黄仁勋称美国的芯片管制以失败告终。",
        "statement.huang.2025-05-21",
        "supported",
    ),
    ("柔佛的数据中心为中国公司提供芯片。", "event.johor.data-centres", "supported"),
    ("Smugglers bring H100 chips into China.", "event.smuggling.nvidia", "supported"),
    (
        "中国就美国的芯片出口管制向世贸组织提起诉讼。",
        "event.wto.ds615",
        "supported",
    ),
    ("美国稀土约八成靠进口。", "figure.us.rare-earth-imports", "supported"),
    ("华为2019年5月被列入实体清单。", "event.huawei.entity-list", "supported"),
    (
        "华为于2021年8月推出昇腾910。",
        "event.ascend-910.launch",
        "contradicted when",
    ),
]

TOLD_IN_SEPTEMBER = [
    ("中美9月15日至16日在马德里会谈。", "event.madrid.talks", "imprecise when"),
    ("9月14日至15日，中美在马德里举行第四轮会谈。", "event.madrid.talks", "supported"),
    (
        "China and the US met in Madrid on 14 and 15 September 2025 for talks.",
        "event.madrid.talks",
        "supported",
    ),
    (
        "美国9月12日把23家中国企业列入实体清单。",
        "figure.entity-list.2025-09-12.chinese",
        "supported",
    ),
    (
        "9月13日，商务部对美国模拟芯片发起反倾销调查。",
        "event.mofcom.anti-dumping",
        "supported",
    ),
    (
        "9月15日，市场监管总局称英伟达违反反垄断法。",
        "event.samr.nvidia",
        "supported",
    ),
    (
        (
            "Trump signed an order on 16 September 2025 that delays the TikTok ban"
            " until 16 December 2025."
        ),
        "event.tiktok.2025-09-16",
        "supported",
    ),
    ("英伟达的芯片被植入后门。", "event.h20.backdoor", "unverifiable source"),
    (
        "Nvidia denies that its chips contain a backdoor.",
        "statement.nvidia.no-backdoor",
        "supported",
    ),
]

NEAR_MISSES = [
    "英伟达在中国的员工人数减少了50%。",
    "China accounts for 30% of the world's steel.",
    "中国智能算力占全国算力的30%。",
    "欧洲去年在5G上投资了300亿欧元。",
    "华为在170个国家开展业务。",
    "中国电影在美国的票房下降了34%。",
    "马来西亚撤回了对大使的任命。",
    "马来西亚2024年宣布采用华为5G设备建设国家网络。",
    "商务部2021年解读了反外国制裁法的立法背景。",
    "贝森特说谈判没有失败。",
    "皇家马德里9月15日赢得比赛。",
    "特朗普谈到TikTok上的粉丝。",
    "Analysts at IDC expect Nvidia's share of the Chinese market to fall to 30%.",
    "英伟达预计其在中国的市场份额将降至30%。",
    "英伟达在美国的市场份额为90%。",
    "The H100 was fast.",
    "BIS added 23 Chinese entities to the Entity List in March 2023.",
    "美国把23家中国企业列入实体清单。",
    "英伟达在2024年卖给中国的受限芯片达到90亿美元。",
    "AMD在中国AI芯片市场的份额不足5%。",
    "英伟达2024财年在中国的营收占比为17%。",
    "昇腾910C的出货量约为H100的60%。",
    "中国新增算力同比增长30%，全球领先。",
    "华为的鸿蒙系统支持67种语言。",
    "中国对加拿大商品加征34%的关税。",
    "美国对中国钢铁征收50%的关税。",
    "特朗普威胁对中国商品加征60%的关税。",
    "马来西亚5月20日撤回对中国游客的签证限制。",
    "日内瓦车展宣布取消，中国车企遗憾。",
    "美国稀土公司股价上涨80%，进口商获利。",
    "欧盟对英伟达展开反垄断调查。",
    "China sued Canada at the WTO over steel tariffs.",
    "GSMA says 5G will reach 55% of connections in Europe.",
    "China cut its purchases of US goods by 34%.",
]


@cache
def _converter(script: str) -> OpenCC:
    return OpenCC(script)


def traditional(text: str, script: str) -> str:
    """Convert a text to Traditional characters as one of three places writes them."""
    converted: str = _converter(script).convert(text)
    return converted


@pytest.mark.parametrize(("text", "item", "verdict"), TOLD)
def test_a_claim_is_recognised_and_weighed(text: str, item: str, verdict: str) -> None:
    """A claim in other words gets the verdict and the fields at issue."""
    assert verdict == verdicts(text, MAY).get(item)


@pytest.mark.parametrize("script", ["s2t", "s2tw", "s2hk"])
@pytest.mark.parametrize(("text", "item", "verdict"), TOLD)
def test_the_script_changes_nothing(
    script: str, text: str, item: str, verdict: str
) -> None:
    """The same claim in Traditional characters gets the same verdict."""
    assert verdict == verdicts(traditional(text, script), MAY).get(item)


def test_words_of_taiwan_are_known() -> None:
    """Taiwan's word for a transistor or a chip tells the same claim."""
    text = "昇騰910C約有530亿個電晶體。"
    told = findings(text)
    quantity = Quantity(Extent(8, 14), 53 * 10**9, "count", "approx")
    [sentence] = told.sentences
    page = Findings((replace(sentence, quantities=(quantity,)),))

    assert ["figure.ascend-910c.transistors"] == [
        entry.item for entry in ledger_of(page, recogniser())
    ]


@pytest.mark.parametrize(("text", "item", "verdict"), TOLD_IN_SEPTEMBER)
def test_a_claim_of_september(text: str, item: str, verdict: str) -> None:
    """The same for what was told after the talks of Madrid."""
    assert verdict == verdicts(text, SEPTEMBER).get(item)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_is_not_claimed_is_not_weighed(text: str) -> None:
    """A sentence with the same names or numbers that tells another thing is left."""
    assert {} == verdicts(text, MAY)


def test_the_entry_shows_what_is_right() -> None:
    """The entry shows the number held, so that the reader sees what is right."""
    entry = ledger("中方把对美关税由34%降到10%。")["figure.tariff.cn.10"]

    assert [("before", "34", "125")] == [
        (i.field, i.told, i.held) for i in entry.issues
    ]
    assert "125" in entry.right.en
    assert "2025-05-14" in entry.right.zh or "5月14日" in entry.right.zh
    assert entry.evidence


def test_a_withdrawn_statement_is_marked_with_what_withdrew_it() -> None:
    """That it was said is supported; that it was reworded stands beside it."""
    text = "美方宣称在全球任何地方使用昇腾芯片都违反其出口管制。"
    entry = ledger(text)["statement.bis.anywhere"]

    assert "supported" == entry.verdict
    assert ("revised", "event.bis.rewording") == (
        entry.standing.status,
        entry.standing.by,
    )


def test_a_retraction_leans_on_the_sentence_before() -> None:
    """A sentence that goes on about the one before is read with its names."""
    text = "马来西亚5月19日宣布在全国部署昇腾AI服务器。不料，这番话很快被收回。"
    entries = ledger(text)

    assert "retracted" == entries["event.my.announced"].standing.status
    assert "event.my.retraction" in entries


def test_the_speaker_found_by_the_page_counts() -> None:
    """Where the reader found who says a figure, no word beside a name is needed."""
    text = "英伟达在中国的市场份额从95%降到50%。"
    said = Statement((Extent(0, len(text)),), "rule", org="org:canalys")

    assert "supported" == ledger(text)["figure.nvidia.china-share.2025-05"].verdict
    given = ledger(text, statements=(said,))["figure.nvidia.china-share.2025-05"]
    assert ("speaker", "org:canalys") == (given.issues[0].field, given.issues[0].told)


def test_what_a_page_tells_twice_is_one_entry() -> None:
    """A claim told twice in one way is one entry with an extent for each."""
    text = "美国对华关税一度高达145%。此后，美国对华关税仍是145%。"

    assert 2 == len(ledger(text)["figure.tariff.us.145"].extents)


def test_no_page_tells_what_has_not_happened() -> None:
    """A page of May that tells of listings does not tell those of September."""
    text = "美国把一批中国企业列入实体清单。"

    assert {} == verdicts(text, MAY)
    assert "event.entity-list.2025-09-12" in verdicts(text, SEPTEMBER)


def test_what_recurs_is_not_carried_to_a_later_page() -> None:
    """A page of the next year that tells of listings without a day tells of others."""
    listed = "美国把一批中国半导体公司列入实体清单。"

    assert {} == verdicts(listed, "2026-06-01")
    assert "supported" == verdicts("华为已被列入实体清单。", "2026-06-01").get(
        "event.huawei.entity-list"
    )


def test_extents_lie_in_the_page() -> None:
    """Every entry points to places of the page, in its order."""
    text = "".join(told for told, _, _ in TOLD)
    entries = ledger_of(findings(text), recogniser())

    assert entries
    assert all(
        0 <= extent.start < extent.end <= len(text)
        for entry in entries
        for extent in entry.extents
    )


@pytest.mark.parametrize("percent", range(0, 101, 5))
def test_the_verdict_follows_the_number(percent: int) -> None:
    """Within the bounds held a share is supported, far outside it is not."""
    text = f"中国拥有全球{percent}%的AI算力。"
    verdict = verdicts(text)["figure.china.compute-share"].split()[0]

    if 5 <= percent <= 15:
        assert "supported" == verdict
    else:
        assert "supported" != verdict


def test_a_number_of_another_matter_is_imprecise() -> None:
    """The share of all computing power is told apart from that of AI computing."""
    assert (
        "imprecise value"
        == verdicts("中国拥有全球26%的AI算力。")["figure.china.compute-share"]
    )


def test_a_page_without_claims_has_an_empty_ledger() -> None:
    """Nothing told, nothing weighed."""
    assert () == ledger_of(Findings(()), recogniser())
    empty = Told(
        Extent(0, 3), "...", quantities=(Quantity(Extent(0, 1), 5, "%", "eq"),)
    )
    assert () == ledger_of(Findings((empty,)), recogniser())

"""Who said what, in what form, and what became of it."""

import pytest
from tests.press.hearing import heard

from antinomy.values import parse_day

PAGE = parse_day("2024-11-20")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The curbs were a mistake, Lisa Su said on Monday.",
            "The curbs were a mistake",
        ),
        ("Sales will fall by half, Bessent told reporters in Seoul.", None),
        ("Demand is strong, Intel said in a statement.", "Demand is strong"),
    ],
)
def test_a_cue_that_closes_a_sentence_is_no_content(
    text: str, said: str | None
) -> None:
    """When, where or to whom it was said is not what was said."""
    found = [words for _, words in heard(text).said]

    assert found == ([said] if said else found)
    assert [] == [
        words for words in found if words.startswith(("on ", "in ", "report"))
    ]


def test_a_statement_is_dated_by_its_cue_and_not_by_its_content() -> None:
    """A day inside what was said before the cue is not the day it was said."""
    told = heard("Intel will not ship before May 2025, Lip-Bu Tan said Monday.", PAGE)
    open_end = heard("Intel will not ship until 2026, Lip-Bu Tan said.", PAGE)

    assert ["2024-11-18"] == [
        s.when and s.when.start.isoformat() for s in told.statements
    ]
    assert [None] == [s.when for s in open_end.statements]


@pytest.mark.parametrize("text", ["韩国三次痛批日本。", "面对媒体，韩国一再炮轰荷兰。"])
def test_a_criticism_without_words_is_no_statement(text: str) -> None:
    """Who is criticised is not what was said, nor is what stands before."""
    assert [] == heard(text).said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "高通否认了这一说法，表示其产品符合规定。",
            ("org:qualcomm", "其产品符合规定"),
        ),
        (
            "三星驳斥上述指控，强调从未向该客户供货。",
            ("org:samsung", "从未向该客户供货"),
        ),
    ],
)
def test_a_denial_is_what_is_said_behind_it(text: str, said: tuple[str, str]) -> None:
    """The words of a denial are its own, and the claim it names is not among them."""
    told = heard(text)

    assert [said] == told.said
    assert ["dispute"] == [s.stance for s in told.statements]


@pytest.mark.parametrize(
    "text",
    [
        "韩国对日本的新规表示担忧，认为这将打乱供应。",
        "越南对关税表示强烈不满，称其毫无道理。",
    ],
)
def test_concern_with_reasons_is_criticism(text: str) -> None:
    """Who is concerned and says why criticises."""
    assert ["criticise"] == [s.stance for s in heard(text).statements]


@pytest.mark.parametrize(
    "text",
    [
        "卢特尼克的意思就是说，“你们必须马上作出选择”。",
        "贝森特的言下之意是“央行不会再等下去了”。",
    ],
)
def test_a_reading_of_words_is_no_quotation(text: str) -> None:
    """Behind "he means that" the page speaks, whatever its signs."""
    assert [False] == [s.quoted for s in heard(text).statements]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("毛宁：我们反对单边制裁。", ["person:mao-ning"]),
        ("毛宁：韩方对此有何评论？", []),
        ("外交部发言人：相关情况请向主管部门了解。", ["org:cn-mfa"]),
        ("英伟达芯片：下一代产品将在明年推出。", []),
    ],
)
def test_a_turn_of_a_transcript_is_said_by_its_label(text: str, who: list[str]) -> None:
    """A person or an office with a colon speaks; a topic or a question does not."""
    assert who == [speaker for speaker, _ in heard(text).said]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("高通发表声明：“我们遵守所有适用的法律法规。”", ["org:qualcomm"]),
        ("韩国政府宣布，下月起启动补贴计划。", ["place:kr"]),
        ("日本向韩国释放了明确信号，谈判还有余地。", ["place:jp"]),
        ("字节跳动未予置评。", ["org:bytedance"]),
        ("Samsung did not respond to questions.", ["org:samsung"]),
        ("Japan urged Korea to talk.", ["place:jp"]),
        ("Biden spoke; Samsung responded by building more fabs.", []),
        ("Biden spoke, and we said nothing of it to anybody.", []),
    ],
)
def test_forms_of_speech(text: str, who: list[str]) -> None:
    """Signals, announcements and silence are speech; an answer by deed is none."""
    assert who == [speaker for speaker, _ in heard(text).said]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shares of AMD fell after Intel chips sold out, the company said.", "org:amd"),
        ("美光的工厂停产，该公司表示，正在检查设备。", "org:micron"),
        ("高通中国表示，业务一切正常。", "org:qualcomm"),
        ("美国商务部长卢特尼克表示，谈判仍在继续。", "person:lutnick"),
        ("According to Nikkei, Japan said talks would resume soon.", "place:jp"),
    ],
)
def test_who_stands_for_whom(text: str, who: str) -> None:
    """The company is the firm named; a firm's branch is the firm; a chief speaks."""
    assert [who] == [speaker for speaker, _ in heard(text).said]


def test_two_sentences_on_one_topic_are_two_statements() -> None:
    """Only repeated words make one statement, and a topic in common does not."""
    told = heard(
        "苏姿丰表示，日本的出口限制没有影响公司的订单。她说，日本的出口限制是错误的。"
    )

    assert ["person:lisa-su"] * 2 == [speaker for speaker, _ in told.said]


def test_a_denial_of_this_claim_closes_the_claim_right_before() -> None:
    """What is denied by pointing at it was alleged by nobody the page names."""
    told = heard("路透社报道称，日本在路由器中植入了追踪器。三星否认了这一说法。")

    assert [("denied", False)] == [
        (s.status, s.author) for s in told.statements if s.stance == "accuse"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "美国商务部宣布启用MI300X芯片建设公共云。次日，卢特尼克收回了这番言论。",
        "Korea said it would deploy MI300X servers. The statement was withdrawn.",
        "Korea said it would buy 500 H20s. A day later the remarks were withdrawn.",
    ],
)
def test_what_is_taken_back_no_longer_stands(text: str) -> None:
    """A chief takes back what his office said, and nobody named what was said last."""
    told = heard(text)

    assert "retracted" == told.statements[0].status
    assert told.statements[0].settled_by == f"#{len(told.events)}"


@pytest.mark.parametrize(
    "text",
    [
        "路透社撤回了一篇关于三星的报道。",
        "Korea spoke in March. Long after, Reuters withdrew a report on Samsung.",
    ],
)
def test_who_is_written_about_takes_nothing_back(text: str) -> None:
    """A name behind "about" is not who withdraws."""
    assert [] == [e for e in heard(text).events if "org:samsung" in e.actors]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Treasury Department adviser Bessent said talks went on.", "person:bessent"),
        ("White House trade adviser Greer said talks went on.", "person:greer"),
    ],
)
def test_an_adviser_of_a_house_speaks_himself(text: str, who: str) -> None:
    """A name with its office before it is one speaker: the name."""
    assert [who] == [speaker for speaker, _ in heard(text).said]


@pytest.mark.parametrize(
    "text", ["韩国威胁对汽车加征关税。", "Korea threatened to raise tariffs on cars."]
)
def test_a_threat_is_no_deed(text: str) -> None:
    """Who threatens has not done it."""
    assert () == heard(text).events


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("日本经济产业省表示，买家将面临处罚。", "warn"),
        ("日本经济产业省表示，将采取必要措施。", "threaten"),
        ("Samsung said the policy was a failure.", "criticise"),
        ("Samsung said buyers may breach the rules.", "warn"),
        ("Samsung said the fab would open soon.", "announce"),
        ("Samsung denied that buyers may breach the rules.", "dispute"),
    ],
)
def test_neutral_cues_take_the_stance_of_the_words(text: str, stance: str) -> None:
    """Where "said" shows nothing the words do; any other cue shows it itself."""
    assert [stance] == [s.stance for s in heard(text).statements]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Lisa Su told The Verge in May that supply is tight.",
            ("person:lisa-su", "supply is tight"),
        ),
        (
            "Supply is tight, Lisa Su told Reuters on Friday.",
            ("person:lisa-su", "Supply is tight"),
        ),
        (
            "Japan urged Korea to talk, Nikkei Asia reported, citing two officials.",
            ("place:jp", "Korea to talk"),
        ),
        (
            "Bessent defended the deal, saying it was fair to everybody.",
            ("person:bessent", "it was fair to everybody"),
        ),
    ],
)
def test_hearers_and_bearers_are_not_what_was_said(
    text: str, said: tuple[str, str]
) -> None:
    """To whom something was told and who hands it on are left out of the words."""
    assert [said] == heard(text).said


@pytest.mark.parametrize(
    "text",
    [
        "Qualcomm said demand was strong. The order was not cancelled, Ortega said.",
        "Lip-Bu Tan met investors in Seoul. Prices will double, Kowalczyk warned.",
    ],
)
def test_words_of_a_stranger_are_nobody_elses(text: str) -> None:
    """Who is named right before the cue speaks, though no lexicon knows him."""
    words = [said for _, said in heard(text).said]

    assert [] == [said for said in words if "cancelled" in said or "double" in said]


def test_a_name_of_several_words_is_no_stranger() -> None:
    """The last word of a known name, behind a comma of its own, is that name's."""
    told = heard("The Ministry of Investment, Trade and Industry said it was private.")

    assert ["org:miti-my"] == [who for who, _ in told.said]


def test_what_is_said_on_the_same_day_has_the_day_told_last() -> None:
    """A word for the same day before a cue dates what is said."""
    told = heard("10月8日，高通发布财报。韩国同日警告，新规将打乱供应。", PAGE)

    assert [parse_day("2024-10-08")] == [
        s.when and s.when.start for s in told.statements
    ]


def test_what_is_taken_back_in_one_sentence_is_taken_back_by_it() -> None:
    """An announcement and its withdrawal may stand in one sentence."""
    told = heard("10月8日，马来西亚宣布部署昇腾服务器，次日又撤回了这番话。", PAGE)

    assert [("retracted", "#2")] == [(s.status, s.settled_by) for s in told.statements]


@pytest.mark.parametrize(
    "text",
    [
        "韩国3月8日宣布部署MI300X服务器。韩国3月9日撤回了对埃及的声明。",
        "韩国3月8日宣布部署MI300X服务器。3月9日，韩国撤回了关于大米的公告。",
        "韩国宣布部署MI300X服务器。韩国就钢铁作出的表态被收回。",
        "高通表示，芯片没有缺陷。次日，高通撤回了有关分红的说法。",
        "Samsung said phones are safe. Samsung later withdrew a statement on wages.",
        "Bessent said duties would stay. He retracted his comments about the yen.",
        "Korea said it would buy MI300X chips. The statement on rice was withdrawn.",
    ],
)
def test_what_is_taken_back_is_what_the_withdrawal_is_about(text: str) -> None:
    """Where a withdrawal names its matter, nothing of another matter is tied to it."""
    told = heard(text, PAGE)

    assert "statement_retracted" in {event.kind for event in told.events}
    assert {"standing"} == {said.status for said in told.statements}
    assert () == tuple(link for link in told.links if link.relation == "retracts")


@pytest.mark.parametrize(
    "text",
    [
        "韩国宣布部署MI300X服务器。次日，韩国撤回了关于服务器的声明。",
        "韩国宣布部署MI300X服务器。次日，韩国撤回了关于此事的声明。",
        "韩国宣布部署MI300X服务器。次日，韩国撤回了有关AMD的说法。",
        "Korea said it would deploy MI300X chips. Korea withdrew its remarks on AMD.",
        "Korea said it would deploy MI300X chips. Korea withdrew its remarks on chips.",
        "Korea said it would buy MI300X chips. Korea withdrew the statement on Friday.",
    ],
)
def test_a_matter_in_common_ties_a_withdrawal(text: str) -> None:
    """A thing, its maker or a word in common ties; so do "this" and a bare day."""
    assert ["retracted"] == [said.status for said in heard(text).statements]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Samsung's rival Micron said prices would fall.", "org:micron"),
        ("三星的主要竞争对手美光表示，价格将会下降。", "org:micron"),
        ("高通供应商三星表示，产能已经满载。", "org:samsung"),
        ("Qualcomm supplier Samsung said lines were full.", "org:samsung"),
        ("Unlike Intel, Qualcomm said orders were strong.", "org:qualcomm"),
        ("Intel fell after Qualcomm said orders were weak.", "org:qualcomm"),
        ("Micron, Samsung's closest rival, said prices would fall.", "org:micron"),
        ("Qualcomm told Samsung customers that prices would fall.", "org:qualcomm"),
        ("苏姿丰对英特尔的客户表示，价格将会下降。", "person:lisa-su"),
    ],
)
def test_whose_rival_it_is_does_not_speak(text: str, who: str) -> None:
    """A name that only says whose rival or supplier another is leaves him the word."""
    assert [who] == [speaker for speaker, _ in heard(text).said]


@pytest.mark.parametrize(
    "text",
    [
        "Samsung's critics said the firm broke its word.",
        "高通的客户表示，芯片发热严重。",
        "接近美光的人士称，工厂即将停产。",
        "高通前员工表示，管理层知情。",
        "Traders who watch Micron said prices would fall.",
        "A former Qualcomm engineer said the firm knew.",
        "三星已经停产，美光的供应商表示，订单大减。",
        "Samsung shut a line. Micron suppliers said orders fell.",
    ],
)
def test_what_other_parties_say_is_not_said_by_the_firm(text: str) -> None:
    """Where the customer, critic or staff of a firm has no name, nobody speaks."""
    assert [] == heard(text).said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Bessent had lunch with Greer, who described duties as a tool.",
            [("person:greer", "duties as a tool")],
        ),
        (
            "Lisa Su, whom Greer called a friend, said orders were strong.",
            [
                ("person:greer", "a friend"),
                ("person:lisa-su", "orders were strong"),
            ],
        ),
        (
            "The duties, which Greer called a tool, will stay, Bessent said.",
            [
                ("person:greer", "a tool"),
                ("person:bessent", "The duties, which Greer called a tool, will stay"),
            ],
        ),
        (
            "Samsung, which said lines were full, warned that prices would rise.",
            [("org:samsung", "lines were full"), ("org:samsung", "prices would rise")],
        ),
        (
            "Samsung, whose boss met Greer, said lines were full.",
            [("org:samsung", "lines were full")],
        ),
        ("Lisa Su met with analysts, who called the price a steal.", []),
        (
            "Greer, the trade envoy, who said duties would stay, left.",
            [("person:greer", "duties would stay")],
        ),
        (
            "Samsung published a notice, which said lines were full.",
            [("org:samsung", "lines were full")],
        ),
    ],
)
def test_a_clause_with_who_has_the_name_before_its_comma(
    text: str, said: list[tuple[str, str]]
) -> None:
    """What is said beside the main clause ends at a comma, and that clause goes on."""
    assert said == heard(text).said


def test_a_pronoun_means_who_acts_in_the_main_clause() -> None:
    """Who spoke in a clause with "who" is not who speaks on behind it."""
    told = heard('Lisa Su met Greer, who described duties. "We comply," she said.')

    assert ["person:greer", "person:lisa-su"] == [who for who, _ in told.said]


def test_a_sentence_of_nothing_but_cues_hands_nothing_on() -> None:
    """More cues than anybody writes in a sentence are no speech."""
    assert [] == heard("高通表示" + "称" * 500 + "需求强劲。").said
    assert ["需求强劲"] == [words for _, words in heard("高通表示需求强劲。").said]

"""Who did what to what, where and when, by the grammar of the sentence."""

import pytest
from tests.press.hearing import heard

from antinomy.values import parse_day

PAGE = parse_day("2024-11-20")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("所以荷兰收紧了出口管制。", "place:nl"),
        ("因为日本加强了出口限制，价格上涨。", "place:jp"),
        ("由于韩国放宽了限制，三星受益。", "place:kr"),
        ("After Japan tightened its export rules, prices rose.", "place:jp"),
    ],
)
def test_a_word_that_only_ends_like_a_preposition_sets_nobody_aside(
    text: str, actor: str
) -> None:
    """Who stands behind "because" or "so" acts, as behind no preposition."""
    assert [(actor,)] == [event.actors for event in heard(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "以日本的先例为由，荷兰收紧了出口管制。",
        "荷兰以日本和韩国为例，收紧了出口管制。",
    ],
)
def test_the_ground_of_a_deed_does_not_do_it(text: str) -> None:
    """Names in "on the ground of" and "for example" are no actors."""
    assert [("place:nl",)] == [event.actors for event in heard(text).events]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Bessent said Japan raised tariffs on cars.", "place:jp"),
        ("贝森特称韩国提高了关税。", "place:kr"),
        ("Trump raised tariffs on cars.", "person:trump"),
    ],
)
def test_who_says_it_did_not_do_it(text: str, actor: str) -> None:
    """Behind "said that" the one named there acts, and else who stands first."""
    assert [(actor,)] == [event.actors for event in heard(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "荷兰政府表态强硬。我们收紧了出口管制。",
        "Japan has spoken. We tightened our export controls.",
    ],
)
def test_we_is_nobody_that_the_page_names(text: str) -> None:
    """What the page does itself is not laid at the door of who was named before."""
    assert () == heard(text).events


@pytest.mark.parametrize(
    "text",
    [
        "日本限制了光刻胶。卢特尼克表示满意，取消了关税。",
        "三星遭到调查。台积电表示满意，向客户出售了芯片。",
    ],
)
def test_a_sentence_with_its_own_subject_borrows_none(text: str) -> None:
    """Who acted in the sentence before does not act in one that names another."""
    events = heard(text).events

    assert [] == [e for e in events if {"org:samsung", "place:jp"} & set(e.actors)]


def test_a_line_that_goes_on_keeps_the_actor_of_the_line_before() -> None:
    """A line that opens with "at the same time" and names nobody goes on with one."""
    chinese = "日本向世界贸易组织提起诉讼。\n同时收紧了出口管制。"
    parted = "日本向世界贸易组织提起诉讼。\n收紧了出口管制。"

    assert [("place:jp",), ("place:jp",)] == [e.actors for e in heard(chinese).events]
    assert [("place:jp",)] == [event.actors for event in heard(parted).events]


def test_what_goes_on_at_the_same_time_has_its_day() -> None:
    """A sentence that goes on with "meanwhile" and names no day has the one before."""
    told = heard("日本经济产业省11月8日收紧了出口管制。同时启动了对三星的审查。", PAGE)

    assert ["2024-11-08", "2024-11-08"] == [
        event.when and event.when.start.isoformat() for event in told.events
    ]


@pytest.mark.parametrize(
    ("text", "acted_on"),
    [
        ("寒武纪被列入实体清单。", "org:cambricon"),
        ("美国商务部把中芯国际列入实体清单。", "org:smic"),
        ("Cambricon was added to the Entity List.", "org:cambricon"),
        ("BIS added Inspur to the Entity List.", "org:inspur"),
    ],
)
def test_who_is_put_on_a_list_is_what_is_acted_on(text: str, acted_on: str) -> None:
    """Before "was added" and behind 把 stands who suffers, and the list gives way."""
    assert [acted_on] == [event.object for event in heard(text).events]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("SMIC was blocked by Japan.", [("place:jp",)]),
        ("The Netherlands spoke. SMIC was blocked in 2019.", []),
    ],
)
def test_an_english_passive_was_done_by_who_stands_behind_by(
    text: str, actors: list[tuple[str, ...]]
) -> None:
    """Without "by" a passive was done by nobody named."""
    assert actors == [event.actors for event in heard(text).events]


def test_a_rule_withdrawn_by_nobody_named_is_withdrawn() -> None:
    """A rule named is enough, and who was named before did not do it."""
    told = heard("Japan waited. The AI Diffusion Rule, it heard, was rescinded.")

    assert [("rule_rescinded", (), "measure:ai-diffusion-rule")] == told.deeds


@pytest.mark.parametrize(
    ("text", "acted_on"),
    [
        ("日本再次收紧对华出口管制。", "place:cn"),
        ("韩国宣布放宽对日出口限制。", "place:jp"),
        ("日本对华为收紧了出口限制。", "org:huawei"),
    ],
)
def test_one_sign_behind_a_preposition_is_a_country(text: str, acted_on: str) -> None:
    """对华 is toward China, and 对华为 toward the firm."""
    assert [acted_on] == [event.object for event in heard(text).events]


@pytest.mark.parametrize(
    ("text", "acted_on"),
    [
        ("日本警告称，任何买家购买H20都可能违规。", "chip:h20"),
        ("拜登签署了行政令——“限制TikTok在政府设备上的使用”。", "product:tiktok"),
        ("越南的走私团伙十分活跃，把H20运往各地。", "chip:h20"),
    ],
)
def test_what_is_told_of_may_stand_further_on(text: str, acted_on: str) -> None:
    """A warning, an order or a smuggling ring names its thing behind a stop."""
    assert [acted_on] == [event.object for event in heard(text).events]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("三星向越南出售了一批芯片。", "place:vn"),
        ("三星正在釜山附近的蔚山建设工厂。", None),
        ("三星正在上海附近的杭州建设工厂。", "place:hangzhou"),
        ("英特尔在美国政府的支持下向日本出售了芯片。", "place:jp"),
    ],
)
def test_a_deed_is_where_it_goes_and_not_what_lies_near(
    text: str, place: str | None
) -> None:
    """Goods go to a place; a city near another only tells where that one lies."""
    assert [place] == [event.place for event in heard(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "日本禁止出口光刻胶，韩国对此有何评论？",
        "Japan banned exports of resist, what will Korea do?",
    ],
)
def test_a_question_behind_a_deed_leaves_it_told(text: str) -> None:
    """Only the clause that asks is asked."""
    assert [("place:jp",)] == [event.actors for event in heard(text).events]


@pytest.mark.parametrize(
    "text",
    ["日本是否禁止出口光刻胶？", "日本为何放宽了出口限制？", "Has Japan banned it?"],
)
def test_a_question_tells_of_no_deed(text: str) -> None:
    """What is asked in one clause did not happen."""
    assert () == heard(text).events


@pytest.mark.parametrize(
    "text",
    [
        "荷兰愿与邻国加强出口管制对话。",
        "日本已批准三星向越南出售芯片。",
        "Japan allowed the sale; Korea permits Samsung to sell chips.",
        "Korea is considering whether it raised tariffs enough.",
        "报告列出了部分出口的AI芯片。",
    ],
)
def test_leave_and_will_are_no_deeds(text: str) -> None:
    """What is permitted, offered, weighed or only describes a thing was not done."""
    assert () == heard(text).events


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11月12日，日本把豁免期延长至12月3日，收紧了出口管制。", "2024-11-12"),
        ("Japan tightened its export rules until March 2, 2025.", None),
    ],
)
def test_the_day_up_to_which_it_holds_is_not_the_day_of_the_deed(
    text: str, day: str | None
) -> None:
    """A time behind "until" or 至 is an end."""
    assert [day] == [
        event.when and event.when.start.isoformat()
        for event in heard(text, PAGE).events
    ]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("《日经亚洲》报道，三星正在越南扩建工厂。", "outlet:nikkei"),
        ("According to Reuters, Samsung opened a plant in Vietnam.", "outlet:reuters"),
        ("三星正在越南扩建工厂。", None),
    ],
)
def test_a_deed_keeps_who_reports_it(text: str, outlet: str | None) -> None:
    """The outlet that hands a sentence on hands on its deeds."""
    assert [outlet] == [event.reporter for event in heard(text).events]


def test_deeds_with_nothing_in_common_are_not_one() -> None:
    """Two deeds of a kind by one actor are told apart by their words."""
    told = heard("巴西推动成立全球算力联盟。\n另据了解，巴西正在发起一项雨林保护倡议。")

    assert ["initiative", "initiative"] == [event.kind for event in told.events]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan lobbied the White House.", None),
        ("Samsung is lobbying the White House.", "lobbying"),
        ("Smugglers moved A100 chips to Korea.", "smuggling"),
        ("Korea criticised the Netherlands.", "criticism"),
        ("Tariffs on cars were raised by Japan.", "tariff_change"),
        ("三星正在越南建设两座工厂。", "facility_built"),
        ("Samsung is building two fabs in Vietnam.", "facility_built"),
        ("韩日两国商定相互取消加征的关税。", "agreement_announced"),
        ("韩日两国宣布将停战期延长60天。", "agreement_announced"),
        ("金融监管机构没有露面，市场监管总局约谈了高通。", "review"),
        ("日本就此向荷兰提出强烈抗议。", "criticism"),
        ("越南联合邻国，组建了稀土供应联盟。", "initiative"),
    ],
)
def test_every_form_of_the_words_of_a_deed_is_met(text: str, kind: str | None) -> None:
    """Plurals, participles and set phrases tell of the deed as the bare word does."""
    assert [kind] * (kind is not None) == [event.kind for event in heard(text).events]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("日本经济产业省宣布，将12家韩国企业列入最终用户清单。", "org:meti"),
        ("荷兰政府发布公告，对含有日本零件的设备实施出口管制。", "org:nl-government"),
    ],
)
def test_a_clause_that_opens_with_its_object_has_no_subject(
    text: str, actor: str
) -> None:
    """Names inside what is acted on do not act; who acts stands before it."""
    assert [(actor,)] == [event.actors for event in heard(text).events]


def test_it_is_the_firm_named_before() -> None:
    """What is done to "it" is done to the firm of the clause before."""
    told = heard("市场监管总局公告，美光涉嫌违规，对其立案调查。")
    other = heard("高通并购未申报，韩国启动审查，并对该公司发起调查。")

    assert [("investigation_opened", ("org:samr",), "org:micron")] == told.deeds
    assert "org:qualcomm" in {acted_on for *_, acted_on in other.deeds}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Samsung signed a $7.4 billion contract with AMD.", "agreement_signed"),
        ("Japan raised its 2.5% tariffs on cars.", "tariff_change"),
    ],
)
def test_a_decimal_point_ends_no_clause(text: str, kind: str) -> None:
    """The words of a deed may have a number with a point between them."""
    assert [kind] == [event.kind for event in heard(text).events]


def test_the_first_day_behind_a_deed_is_its_own() -> None:
    """A later day in the sentence belongs to what is told later."""
    told = heard("Japan banned the sale in March but thought again in May.", PAGE)

    assert ["2024-03-01"] == [
        event.when and event.when.start.isoformat() for event in told.events
    ]


@pytest.mark.parametrize(
    "text",
    ["Intel chips have no backdoors.", "AMD ships processors without back doors."],
)
def test_without_a_back_door_none_is_alleged(text: str) -> None:
    """To have no backdoor denies the deed."""
    assert [] == [e for e in heard(text).events if not e.negated]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("日本宣布保留拜登时期的豁免，又收紧了出口管制。", "place:jp"),
        ("Japan kept a pact, of the Trump-era kind, and raised tariffs.", "place:jp"),
    ],
)
def test_in_whose_time_is_not_by_whom(text: str, actor: str) -> None:
    """A name that dates a thing does nothing."""
    assert [(actor,)] == [event.actors for event in heard(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "10月8日，高通在首尔发布财报。韩国的份额比五年前低。\n同日，韩国宣布制裁荷兰企业。",
        "On October 8 sales fell below those of 2019.\nThat day Seoul sanctioned AMD.",
    ],
)
def test_the_same_day_is_the_day_told_last(text: str) -> None:
    """The same day is the day told last, over lines, and never a year."""
    days = [e.when and e.when.start for e in heard(text, PAGE).events]

    assert parse_day("2024-10-08") == days[-1]


@pytest.mark.parametrize(
    "text",
    [
        "8月1日，高通的市场份额已从五年前的60%降到20%。",
        "On August 1 Qualcomm's market share fell from 60% five years ago to 20%.",
    ],
)
def test_a_change_did_not_happen_when_it_began(text: str) -> None:
    """A time beside the number from which a change came is that number's alone."""
    told = heard(text, PAGE)
    days = {q.relation: q.when and q.when.start.year for q in told.quantities}

    assert {"from": 2019, "to": 2024} == days
    assert {2024} == {e.when and e.when.start.year for e in told.events}


def test_an_office_named_by_a_pronoun_is_of_who_acted_before() -> None:
    """Whom a statement is about takes nothing back; whose office it is, does."""
    told = heard(
        "11月2日，马来西亚投资、贸易及工业部宣布将部署三星服务器。\n"
        "11月4日，其办公室撤回了有关三星的表述。",
        PAGE,
    )

    assert [("org:miti-my",)] == [
        e.actors for e in told.events if e.kind == "statement_retracted"
    ]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("英特尔的竞争对手高通发布了一款新芯片。", [("org:qualcomm",)]),
        ("Intel rival Qualcomm launched a new chip.", [("org:qualcomm",)]),
        ("Intel's rivals launched a new chip.", []),
        ("英特尔的客户推出了一款新芯片。", []),
        ("英特尔推出了一款新芯片，客户表示欢迎。", [("org:intel",)]),
    ],
)
def test_whose_rival_it_is_does_not_act(
    text: str, actors: list[tuple[str, ...]]
) -> None:
    """What the rival or customer of a firm does is not laid at the firm's door."""
    told = [event for event in heard(text).events if event.kind == "product_release"]

    assert actors == [event.actors for event in told]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Intel bought gear from Qualcomm, which launched a chip.", "org:qualcomm"),
        ("Intel, whose rival Qualcomm met Greer, launched a chip.", "org:intel"),
        ("Intel, which met with Qualcomm, launched a new chip.", "org:intel"),
    ],
)
def test_a_deed_beside_the_main_clause_is_done_by_the_name_before_it(
    text: str, actors: str
) -> None:
    """Who acts behind ", which" is named right before it, and acts in no other way."""
    told = [event for event in heard(text).events if event.kind == "product_release"]

    assert [(actors,)] == [event.actors for event in told]

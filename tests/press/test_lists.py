"""Lists of links and of an article, notices of unknown wording, composed labels."""

import pytest
from tests.press.reading import lines_of, noise_words
from tests.press.test_cleaning import BODY, LINKS, kind_of, left_out

from antinomy.press.mending.cleaning import judge
from antinomy.press.mending.composed import composed_of
from antinomy.press.mending.ends import ends_of
from antinomy.press.mending.topic import is_foreign, topic_of

LONG = (
    *BODY,
    "监管机构在询问里要求公司说明加速卡的去向,并列出柔佛机房每一层的设备和用户。",
    "公司在回信中写道,机房由一家本地企业经营,加速卡只供训练模型使用,没有转卖。",
    "两名前员工对记者说,去年冬天曾有一批货物绕道第三地,运单上的收货人是空壳公司。",
    "律师提醒客户,许可证上的条件并不随货物转移,新的买方要重新申请,否则就是违规。",
    "分析人士认为,询问本身不等于处罚,但是会让银行和保险公司在放款之前多问几句。",
    "柔佛的官员表示,当地欢迎投资,也会配合任何有根据的调查,机房的电力供应照旧。",
    "北辰芯算的股价在消息公布以后先跌后升,收盘时与前一天相比几乎没有什么变化。",
    "公司最后补充说,答复的内容会在网站上公开,客户可以逐条对照自己的合同与运单。",
    "接近监管机构的人士透露,类似的询问还发给了另外三家企业,答复的期限完全相同。",
    "业内估计,柔佛一地的机房今年要用掉八万颗加速卡,其中大约一半来自这几家公司。",
    "也有客户担心,如果许可证迟迟不能续期,训练到一半的模型就只好搬到别处去继续。",
    "记者看到的合同显示,每一批货物都写明了最终用户,但是没有写明由谁负责核实。",
    "公司的发言人不愿评论合同,只说所有的文件都已经交给律师,由律师统一对外说明。",
    "按照规定,公司若在期限之内没有答复,监管机构可以先暂停许可证,再决定是否处罚。",
)
PLAIN = (
    "雨后山路怎样走才不滑?",
    "外婆的腌菜坛子",
    "夏夜观星:从认识北斗开始",
    "修一把旧藤椅要几天",
    "海边小镇的早市",
    "怎样给猫剪指甲",
    "学游泳的第一课:换气",
)
SIGNS = (
    "★●▶",
    "🔥👉💥⚡",
    ("1️⃣ ", "2️⃣ ", "3️⃣ ", "4️⃣ "),
    ("① ", "② ", "③ "),
    ("a) ", "b) ", "c) "),
    ("一、", "二、", "三、"),
    ("❶ ", "❷ ", "❸ "),
    ("- ", "• ", "* "),
)


@pytest.mark.parametrize("signs", SIGNS)
def test_a_sign_that_changes_from_line_to_line_is_a_sign(signs: tuple[str]) -> None:
    """A list of links goes whatever its signs, and though they change within it."""
    links = [signs[at % len(signs)] + link for at, link in enumerate(LINKS)]

    assert links == left_out(*BODY, *links)


@pytest.mark.parametrize("end", [" [图]", "(1024)", " 2025-05-20", " 12评", "..."])
def test_what_all_items_end_with_saves_none(end: str) -> None:
    """Counts, days and signs behind every item are marks, and no common ending."""
    links = [f"▶ {link}{end}" for link in PLAIN]

    assert links == left_out(*LONG, *links)


@pytest.mark.parametrize(
    "points",
    [
        ("• 谁是买方", "• 货从哪里走", "• 谁来付运费", "• 电从哪里来", "• 谁管维护"),
        ("1. 登录系统", "2. 填写申请", "3. 上传合同", "4. 等候初审", "5. 领取证件"),
        ("记者:停了吗?", "店主:没停", "记者:谁来赔?", "店主:不知道", "记者:搬吗?"),
        ("第一条 总则", "第二条 范围", "第三条 申请", "第四条 审查", "第五条 罚则"),
        ("甲卡 | 中国 | 设计", "乙卡 | 日本 | 材料", "丙卡 | 韩国 | 封装") * 2,
        ("- Two ports used", "- No licence asked", "- Cash paid", "- Both left") * 2,
    ],
)
def test_the_points_of_an_article_stay_in_its_midst(points: tuple[str, ...]) -> None:
    """Short points, steps, answers, articles of a law and rows of cells are kept."""
    assert [] == left_out(*BODY[:2], *points, *BODY[2:])


def test_a_list_in_the_words_of_the_article_stays_at_its_end() -> None:
    """What shares the words of a long article belongs to it, with signs and last."""
    points = (
        "- 监管机构要求说明加速卡的去向",
        "- 公司在期限之内答复",
        "- 柔佛机房的电力供应照旧",
        "- 新的买方要重新申请许可证",
        "- 客户逐条对照合同与运单",
    )

    assert [] == left_out(*LONG, *points)


def test_the_lines_around_a_list_in_mid_article_stay() -> None:
    """A heading before a list of links and a cut sentence behind it are kept."""
    page = (
        *LONG[:7],
        "绕道的货物",
        *LINKS,
        "公司也被逼着,只好赶在期限之前给出答复……",
        *LONG[7:],
    )

    found = left_out(*page)

    assert set(LINKS) >= set(found)
    assert len(found) >= len(LINKS) - 2


def test_a_list_goes_in_mid_article_with_a_heading_made_of_list_words() -> None:
    """A label that no list of labels has heads a list if all its words are such.

    The last line before the prose is kept: it may be a heading.
    """
    page = (*LONG[:7], "== 站长每日推荐 ==", *PLAIN, *LONG[7:])

    assert ["== 站长每日推荐 ==", *PLAIN[:-1]] == left_out(*page)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("点开可查看余下正文", "read_more"),
        ("前往客户端阅读完整内容", "app_label"),
        ("登录后才可以发表评论", "ui_label"),
        ("网上有害信息投诉入口", "contact_label"),
        ("本文主要信源如下", "reference_header"),
        ("手机扫码继续阅读", "scan_code"),
        ("看完记得点赞哦", "follow_label"),
        ("Subscribe to our channel", "follow_label"),
        ("跳转到 第 3 页", "pagination"),
    ],
)
def test_a_line_made_of_words_of_interfaces_is_a_label(text: str, kind: str) -> None:
    """Labels are known by their words where no list has them as a whole."""
    assert kind == kind_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "关注点",
        "全文如下",
        "更多细节",
        "登录系统的记录",
        "评论员的看法",
        "下一步",
        "读者",
    ],
)
def test_a_heading_with_one_such_word_stays(text: str) -> None:
    """A word of interfaces beside other words makes no label."""
    assert [] == left_out(*BODY[:2], text, *BODY[2:])


def test_words_of_a_label_are_whole() -> None:
    """A Latin word is not found inside another one."""
    label = composed_of(["app"], ["open", "the"])

    assert label.match("open the app")
    assert label.match("open the apple") is None


def test_a_line_of_words_inside_words_is_decided_at_once() -> None:
    """The longest word is taken and never tried again, so no line takes long."""
    label = composed_of(["看看"], ["看", "都看", "都看看"])

    assert label.match("看" * 400 + "龘") is None
    assert label.match("都看看 看看")


@pytest.mark.parametrize(
    "text",
    [
        "网站首页写着:“长按识别二维码,关注我们,获取更多报价。”",
        "卖家说:“内容由用户上传,平台只提供存储,如有侵权请联系删除。”",
        "他下载了客户端,打开应用以后只看到加速卡的广告。",
        "检方说,网站只写了“未满十八岁禁止进入本站”,却没有核实。",
    ],
)
def test_a_notice_that_is_told_or_quoted_is_no_notice(text: str) -> None:
    """Words about a page, in a quotation or in a sentence on somebody, stay."""
    assert [] == left_out(*BODY[:2], text, *BODY[2:])
    assert [] == left_out(*BODY, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("未满十八周岁的访客请立即离开本站", "platform_notice"),
        ("觉得有用的话,欢迎分享给更多朋友哦", "follow_label"),
        ("文章素材取自公开报道,文尾附参考链接,欢迎讨论", "author_disclaimer"),
        ("本帖最后由 某甲 于 2025-5-20 18:20 编辑", "update_date"),
        ("终审:某乙", "byline"),
        ("[1] [2] [3] [4]", "pagination"),
    ],
)
def test_notices_are_known_by_cues_and_not_by_sentences(text: str, kind: str) -> None:
    """Other words for the same notice carry cues of the same groups."""
    assert kind == kind_of(text)


def test_words_of_taiwan_are_cues_too() -> None:
    """A notice in the words of Taiwan is known as the mainland's is."""
    notice = "宣告:以上資訊由使用者釋出,本平臺僅提供儲存服務,如有侵權請聯絡刪除。"

    assert "platform_notice" == kind_of(notice)


@pytest.mark.parametrize("how", ["({})", " ({}) ", "( {} )", "[{}]"])
def test_pinyin_in_any_brackets_hides_no_notice(how: str) -> None:
    """Blanks in and around the brackets of pinyin, and square ones, are no matter."""
    notice = "返" + how.format("fǎn") + "回" + how.format("huí") + "顶部"

    assert "ui_label" == kind_of(notice)


def test_pinyin_without_tones_hides_nothing_where_a_page_is_full_of_it() -> None:
    """From a dozen readings on, brackets without tones are pinyin."""
    told = "公(gong)司(si)说(shuo),机(ji)房(fang)照(zhao)常(chang)运(yun)行(xing)。"
    label = "返(fan)回(hui)顶(ding)部(bu)"

    found = judge(lines_of("\n".join((*BODY, told, label))), noise_words())

    assert "ui_label" == found[-1].kind


def test_a_notice_of_unknown_wording_does_not_move_the_end() -> None:
    """A footer in words of its own is not the article; labels before it are known."""
    labels = ("返回顶部", "站内导航:", "分享", "打印", "赞 (12)")
    strange = "愿每一位访客在这片小小的园地里种花饮茶,谈天说地,忘掉尘世间的烦忧。"

    assert [*labels] == left_out(*LONG, *labels, strange)


def test_a_line_between_noise_behind_the_article_goes() -> None:
    """What stands alone between known noise, in strange words, is noise as well."""
    page = (*LONG, "返回顶部", "种花饮茶谈天说地", "京公网安备11000000000000号")

    assert [*page[len(LONG) :]] == left_out(*page)


def test_a_last_word_behind_one_label_stays() -> None:
    """The lines after a single label in the text are still the article's."""
    page = (*LONG, "点击查看大图", "图为机房外景", "散会以后大家沿河走回旅馆")

    assert ["点击查看大图"] == left_out(*page)


def test_without_prose_there_are_no_ends() -> None:
    """A page without prose has its first line behind all and its last before them."""
    assert (2, -1) == ends_of([], ["甲", "乙"], noise_words())


def test_few_words_tell_nothing_of_their_matter() -> None:
    """Lines with hardly a word that is known to be one are not called foreign."""
    runs = noise_words().runs
    topic = topic_of("".join(LONG))
    told = len("".join(LONG))

    assert is_foreign(["种花饮茶谈天说地", "雨后山路怎样走"], topic, told, runs)
    assert not is_foreign(["диета на неделю", "매진"], topic, told, runs)
    assert not is_foreign(list(LONG[:2]), topic, told, runs)


def test_a_few_signed_links_behind_the_article_go() -> None:
    """Three signed items of another matter, right behind a notice, are links."""
    links = ("▶ 藤编摇椅编织入门", "▶ 腌菜陶坛", "▶ 夏夜观星辨认北斗")

    record = "京公网安备11000000000000号"
    assert [record, *links] == left_out(*LONG, record, *links)
    assert ["返回顶部"] == left_out(*LONG, "返回顶部", *links)
    assert [] == left_out(*LONG, *links)


def test_a_few_points_of_the_article_stay_behind_noise() -> None:
    """Three points with signs in the words of the article are read."""
    points = ("- 柔佛机房的电力供应", "- 许可证上的条件", "- 每一批货物的最终用户")

    assert ["点击查看大图"] == left_out(*LONG, "点击查看大图", *points)


def test_figures_make_no_table_of_what_a_label_offers() -> None:
    """A list under its label, of another matter, goes with all its prices."""
    offers = ("- 藤编摇椅 129元", "- 腌菜陶坛 两只 58元", "- 帆布书包 36元")

    assert ["猜你喜欢", *offers] == left_out(*LONG, "猜你喜欢", *offers)
    assert [] == left_out(*LONG, "附表", *offers)


def test_a_word_deep_in_a_footer_goes() -> None:
    """A label too short to be known as strange goes between the lines of a footer."""
    footer = ("返回顶部", "加入收藏", "打印", "花圃", "京公网安备11000000000000号")

    assert [*footer] == left_out(*LONG, *footer)
    assert ["返回顶部"] == left_out(*LONG, "返回顶部", "花圃", "后来雨停了,大家散去")


@pytest.mark.parametrize(
    "line",
    [
        "如对文章有疑问请写信至 desk@river.example",
        "记者 陈小雨 摄影 何一山 编辑 周文",
        "主办单位:河湾县委宣传部",
        "分享到:微信 豆瓣 朋友圈",
        "您的位置:首页 - 要闻 - 正文",
        "河网宣备2020003号",
        "未经本刊许可,任何媒体不得转载、摘编。",
        "No part of this may be reproduced without our consent.",
        "点亮星标,每天收到推送",
        "请在浏览器里启用JavaScript,否则页面不能正常显示",
        "投资需谨慎,本文的内容不是建议。",
        "广告投放请致电 010-0000-1111",
    ],
)
def test_what_pages_say_of_themselves_goes_behind_the_article(line: str) -> None:
    """Credits, registrations, prohibitions and requests are no part of the article."""
    assert [line] == left_out(*LONG, line)


@pytest.mark.parametrize(
    "line",
    [
        "申请人应当先取得增值电信业务经营许可证,然后再谈机房的租约。",
        "没有经营许可证的公司,不能按照第五号公告申报出口。",
        "部门要求任何单位不得盗用他人的许可证申报,违者必究。",
        "双方签署了广告合作协议,并将加强商务合作与联系。",
        "平台的隐私政策去年改过一次,监管机构认为仍然不够。",
        "浏览器版本之争",
        "芯片商说 - 我们照做 - 官员说 - 很好 - 没有下文",
    ],
)
def test_the_world_told_in_the_words_of_footers_stays(line: str) -> None:
    """A last line that tells of licences, rights or services is read."""
    assert [] == left_out(*LONG, line)
    assert [] == left_out(*LONG[:8], line, *LONG[8:])


@pytest.mark.parametrize(
    "lines",
    [
        (
            "In the capitals",
            "Berlin: a wary yes",
            "Paris: no comment so far",
            "Ottawa: waiting for the text",
            "Canberra: under review",
            "Delhi: not our concern",
            "Oslo: in favour",
        ),
        (
            "词语",
            "推力:发动机向后喷气得到的力",
            "翼展:两端之间的距离",
            "升限:能飞到的高度",
            "航程:一次加油能飞的路",
            "载荷:除自身外能带的重量",
            "空重:不带货物时的重量",
        ),
    ],
)
def test_words_with_what_they_mean_are_points_of_a_text(lines: tuple[str, ...]) -> None:
    """Lines that each begin with a short word and a colon are no list of links."""
    assert [] == left_out(*LONG, *lines)


@pytest.mark.parametrize(
    "line",
    ["作者:张某认为应当从宽解释", "话题:芯片能不能出口", "Topics: what comes next?"],
)
def test_a_colon_behind_a_label_may_open_a_sentence(line: str) -> None:
    """A byline or a tag is not taken for one where a thought or a question follows."""
    assert [] == left_out(*LONG[:8], line, *LONG[8:])

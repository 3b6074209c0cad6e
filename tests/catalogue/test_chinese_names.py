"""Chinese names, groups and short forms of listed parties."""

from pathlib import Path

import pytest

from antinomy.catalogue import (
    Acronym,
    ChineseName,
    GroupMember,
    load_acronyms,
    load_chinese_names,
    load_groups,
)
from antinomy.catalogue.entity_list import COLUMNS
from antinomy.files import read_table
from antinomy.values import PackError

HEADER = "list,name,hanzi,kind,source,certainty"
# Traditional characters that names of firms, places and bodies use; each has a
# simplified one. 昇 is left out: 昇维旭 and 昇腾 are registered with it.
TRADITIONAL = frozenset(
    "國學術電體據機構與業東發產會長門問間關開無專屬車軍農貿資質訊設計訓練網絡線級統紅約紀經維總織"
    "縣聯職龍飛馬驗點黨齊貝財貨責費賓輝輸轉辦過運達遠選遙鄭針鋼錦錢鐵鏈際陳陽陸隊階險難雙雜雲"
    "靈靜響頁項順領頭題額顯風養駐驅鮮鳥麥黃兩嚴豐臨為麗舉義烏樂習鄉買爭畝親億儀價眾優偉傳傷倫儲兒"
    "兌養獸內岡馮凍淨幾鳳處憑凱擊劃劉創別劑劇勸務動勵勁勞勢勝勳區醫華協單賣盧衛廠廳歷厲壓廈參變敘"
    "葉啟員響喪團園圍圖圓聖場壞塊堅壩壘壯聲備奪奮奧孫寧寶實寵審憲宮寬對尋導將爾層歲島峽嶺鞏幣帥"
    "師帳帶幫並廣莊慶庫應廟廢異張彌彎彈強歸錄徹從愛懷態戰戶擇擔攝攜數敵斷時晉曆曉條來楊極榮樣"
    "標橋檢權歐殺毀氣漢湯溝溫滿漁濟濤灣灘煉熱營爐獨獻環現畫當療發盡監盤礎礙禮稅穩窮競筆節範築簡"
    "糧紙純紡紫細終組結給絕絲綜綠緊編緯縮績繼續罷羅習聞聰聽肅腦膠臺艙艦藝藥蘇蘭虛蟲術補裝裡製複"
    "觀規視覺覽訂計討訓記許論訴診評詞試詩話該詳認語誠誤說調談請諸講證識譜議護讀讓負貢販貫貴貼"
    "賀賈賞賢賣賴購賽贊趙趨躍軌軟軸載較輕輛輪農連週進遊違遞遷適遼還邊郵鄒鄧醫釋鈞鉅銀銅銳鋒錫"
    "鍵鎖鎮鏡鐘鑑鑽閃閉閣閱闊隨隸雖離霧韓韻預頻顆顧飯飲飾館驕驚鬥魯鴻鵬鷹麼齡"
)
KEPT = Path(__file__).parents[2] / "src" / "antinomy" / "packs" / "lists"


@pytest.fixture(scope="module")
def chinese() -> tuple[ChineseName, ...]:
    """Give the shipped Chinese names."""
    return load_chinese_names(KEPT / "chinese-names.csv")


@pytest.fixture(scope="module")
def groups() -> tuple[GroupMember, ...]:
    """Give the shipped members of groups."""
    return load_groups(KEPT / "groups.csv")


@pytest.fixture(scope="module")
def acronyms() -> tuple[Acronym, ...]:
    """Give the shipped short forms."""
    return load_acronyms(KEPT / "acronyms.csv")


def faults(path: Path, *rows: str) -> list[str]:
    """Give what a table of these rows is refused for."""
    path.write_text("\n".join((HEADER, *rows, "")), encoding="utf-8")
    with pytest.raises(PackError) as refused:
        load_chinese_names(path)
    return [fault.message for fault in refused.value.faults]


def test_a_name_keeps_its_source_and_certainty(
    chinese: tuple[ChineseName, ...],
) -> None:
    """A Chinese name comes with its row, where it is from and how sure it is."""
    (row,) = (r for r in chinese if r.hanzi == "哈尔滨工业大学")

    assert ("EL", "Harbin Institute of Technology") == (row.list, row.name)
    assert ("legal", "secondary") == (row.kind, row.certainty)
    assert "https://ror.org/01yqg2h08" == row.source


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("EL,A Co.,甲,legal,https://a.cn/x,primary", "two Chinese characters"),
        ("EL,A Co.,甲乙公司,registered,https://a.cn/x,primary", "'registered' is not"),
        ("EL,A Co.,甲乙公司,legal,https://a.cn/x,likely", "'likely' is not"),
        ("EL,A Co.,甲乙公司,legal,press,primary", "neither an address nor a citation"),
        ("EL,A Co.,甲乙公司,legal,https://,primary", "is not an address"),
        ("us.el,A Co.,甲乙公司,legal,https://a.cn/x,primary", "not the code of a list"),
        ("EL,A Co.,甲（乙）公司,legal,https://a.cn/x,primary", "full width"),
        ("EL,,甲乙公司,legal,https://a.cn/x,primary", "must not be empty"),
        ("EL,A Co.,甲乙公司,legal,,primary", "must not be empty"),
    ],
)
def test_a_faulty_row_is_refused(tmp_path: Path, row: str, said: str) -> None:
    """A name without characters, a known kind, a source or a certainty is refused."""
    (fault,) = faults(tmp_path / "names.csv", row)

    assert said in fault


def test_a_name_is_said_once(tmp_path: Path) -> None:
    """The same name of the same row twice is refused, with the line of the first."""
    row = "EL,A Co.,甲乙公司,legal,https://a.cn/x,primary"

    assert ["this row says what line 2 says"] == faults(tmp_path / "n.csv", row, row)


def test_registered_names_are_simplified(chinese: tuple[ChineseName, ...]) -> None:
    """A registered name of the mainland is written in simplified characters."""
    assert [] == [
        (row.hanzi, sorted(TRADITIONAL & set(row.hanzi)))
        for row in chinese
        if row.kind == "legal" and TRADITIONAL & set(row.hanzi)
    ]


def test_one_home_for_a_spelling(chinese: tuple[ChineseName, ...]) -> None:
    """A Chinese name of the carried Entity List rows stands here, with its source."""
    table = read_table(KEPT / "us-entity-list.csv", COLUMNS)
    here = {(row.name, row.hanzi) for row in chinese if row.list == "EL"}

    assert [] == [
        (row["name"], zh)
        for row in table
        for zh in row.parts("zh")
        if (row["raw"], zh) not in here
    ]


def test_every_chinese_firm_of_the_chip_trade_has_a_name(
    chinese: tuple[ChineseName, ...],
) -> None:
    """A Chinese-language user can find each maker of the carried Entity List rows."""
    table = read_table(KEPT / "us-entity-list.csv", COLUMNS)
    here = {row.name for row in chinese if row.list == "EL"}
    rows = [r for r in table if r["firm"] and "CN" in r.parts("country")]
    firms = {row["firm"] for row in rows}
    named = {row["firm"] for row in rows if row["raw"] in here}

    assert len(firms) > 30
    assert set() == firms - named


def test_a_legal_name_is_of_one_party(
    chinese: tuple[ChineseName, ...], groups: tuple[GroupMember, ...]
) -> None:
    """One registered name never stands for two rows of a list that are no group."""
    group_of = {(m.list, m.name): m.group for m in groups}
    rows: dict[tuple[str, str], set[str]] = {}
    for row in chinese:
        if row.kind == "legal":
            party = group_of.get((row.list, row.name), row.name)
            rows.setdefault((row.list, row.hanzi), set()).add(party)

    assert {} == {key: parties for key, parties in rows.items() if len(parties) > 1}


def test_a_group_has_more_than_one_row(groups: tuple[GroupMember, ...]) -> None:
    """A group of one row would answer nothing."""
    sizes: dict[str, int] = {}
    for member in groups:
        sizes[member.group] = sizes.get(member.group, 0) + 1

    assert [] == sorted(name for name, size in sizes.items() if size == 1)


def test_a_row_is_of_one_group(groups: tuple[GroupMember, ...]) -> None:
    """No row is told to belong to two groups."""
    held: dict[tuple[str, str], set[str]] = {}
    for member in groups:
        held.setdefault((member.list, member.name), set()).add(member.group)

    assert {} == {row: names for row, names in held.items() if len(names) > 1}


def test_a_short_form_is_of_one_party(acronyms: tuple[Acronym, ...]) -> None:
    """On one list a short form stands for the rows of one name."""
    names: dict[tuple[str, str], set[str]] = {}
    for form in acronyms:
        names.setdefault((form.list, form.short), set()).add(form.name)

    assert {} == {key: found for key, found in names.items() if len(found) > 1}

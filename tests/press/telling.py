"""A rough reader for sentences of our own, so that the ledger is tested by itself.

It knows a few names, days and numbers; the press has its own, better readers.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from opencc import OpenCC

from antinomy.claims import read_claims
from antinomy.press.found import Mention, Quantity, Relation, Statement, Time
from antinomy.press.ledger.entry import LedgerEntry
from antinomy.press.ledger.ledger import ledger_of
from antinomy.press.ledger.ledger_words import read_ledger_words
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.told import Findings, Told
from antinomy.press.woven import Extent
from antinomy.values import Day, Number, Span, parse_day, parse_number

PACKS = Path(__file__).parents[2] / "src" / "antinomy" / "packs"

NAMES = {
    "chip:ascend": "昇腾|升腾|Ascend",
    "chip:ascend-910": "昇腾910|升腾910|Ascend 910",
    "chip:ascend-910c": "昇腾910C|升腾910C|Ascend 910C|910C",
    "chip:br100": "BR100",
    "chip:h100": "H100",
    "chip:a100": "A100",
    "law:afsl": "反外国制裁法|Anti-Foreign Sanctions Law",
    "org:bis": "工业与安全局|BIS",
    "org:canalys": "Canalys",
    "org:ec": "欧盟委员会|European Commission",
    "org:gsma": "GSMA",
    "org:huawei": "华为|Huawei",
    "org:idc": "IDC",
    "org:mofcom": "中国商务部|商务部|MOFCOM|China's commerce ministry",
    "org:nvidia": "英伟达|Nvidia",
    "org:samr": "市场监管总局|SAMR",
    "org:tsmc": "台积电|TSMC",
    "org:smic": "中芯国际|SMIC",
    "org:us-commerce": "美国商务部|美商务部|US Commerce Department",
    "org:biren": "壁仞科技|Biren",
    "org:wto": "世贸组织|WTO",
    "person:bessent": "贝森特|Bessent",
    "person:jensen-huang": "黄仁勋|Jensen Huang|Huang",
    "person:trump": "特朗普|Trump",
    "place:cn": "中国|中方|我国|China|Chinese|Beijing",
    "place:eu": "欧洲|Europe|European",
    "place:geneva": "日内瓦|Geneva",
    "place:johor": "柔佛|Johor",
    "place:madrid": "马德里|Madrid",
    "place:my": "马来西亚|Malaysia",
    "place:us": "美国|美方|United States|the US|Washington|US",
    "product:tiktok": "TikTok",
}
_ALIASES = {
    alias: thing for thing, names in NAMES.items() for alias in names.split("|")
}
_NAME = re.compile("|".join(sorted(map(re.escape, _ALIASES), key=len, reverse=True)))
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November"
    "|December"
)
_MONTHS = _MONTH.split("|")
_SENTENCE = re.compile(r"[^。！？\n]+?(?:[。！？]|\n|$|(?<=[a-z\d%”\"])\.(?=\s|$))")
_TIMES = re.compile(
    r"(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日?(?:至(?P<e>\d{1,2})日)?"
    r"|(?P<y2>\d{4})年(?:(?P<m2>\d{1,2})月)?"
    rf"|(?P<d3>\d{{1,2}})(?: and (?P<e3>\d{{1,2}}))? (?P<m3>{_MONTH})"
    r"(?: (?P<y3>\d{4}))?"
    rf"|(?P<m4>{_MONTH}) (?P<y4>\d{{4}})"
)
_TENTHS = "一二三四五六七八九"
_NUMBER = re.compile(
    r"(?P<lead>从|由|from |约|大约|近|about |超过|逾|over |more than |至|到|为|to )?"
    r"(?P<v>\d+(?:\.\d+)?)\s*(?P<scale>亿|万| billion)?"
    r"(?P<unit>%| percent|个百分点|美元| dollars|欧元| euros|纳米| nm|-nm|-nanometre"
    r"|天| days|个晶体管| transistors|个国家|国| countries|家| entities)"
    r"|约?(?P<tenths>[一二三四五六七八九])成"
)
_UNITS = {
    "%": "%",
    " percent": "%",
    "美元": "USD",
    " dollars": "USD",
    "欧元": "EUR",
    " euros": "EUR",
    "纳米": "nm",
    " nm": "nm",
    "-nm": "nm",
    "-nanometre": "nm",
    "天": "day",
    " days": "day",
}
_SCALES = {"亿": 10**8, "万": 10**4, " billion": 10**9, None: 1}
_RELATIONS: dict[str, Relation] = {
    "从": "from",
    "由": "from",
    "from ": "from",
    "至": "to",
    "到": "to",
    "为": "to",
    "to ": "to",
    "约": "approx",
    "近": "approx",
    "大约": "approx",
    "about ": "approx",
    "超过": "gt",
    "逾": "gt",
    "over ": "gt",
    "more than ": "gt",
}


@cache
def recogniser() -> Recogniser:
    """Read the shipped record once."""
    words = read_ledger_words(PACKS / "words" / "reading" / "ledger.yaml")
    return Recogniser(read_claims(PACKS / "record"), words)


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


def findings(
    text: str,
    published: str | None = "2025-05-24",
    statements: tuple[Statement, ...] = (),
) -> Findings:
    """Read a text roughly; ``statements`` are given to the sentences they meet."""
    twin = _simplifier().convert(text)
    page = None if published is None else parse_day(published)
    sentences = tuple(
        Told(
            at := Extent(found.start(), found.end()),
            found[0],
            tuple(_mentions(found[0], at.start)),
            tuple(_times(found[0], at.start, page)),
            tuple(_quantities(found[0], at.start)),
            tuple(s for s in statements if any(e.meets(at) for e in s.extents)),
        )
        for found in _SENTENCE.finditer(twin)
        if found[0].strip()
    )
    days = None if page is None else Span(page, page)
    return Findings(sentences, (), statements, days)


def ledger(
    text: str,
    published: str | None = "2025-05-24",
    statements: tuple[Statement, ...] = (),
) -> dict[str, LedgerEntry]:
    """Give the ledger of a text by item."""
    entries = ledger_of(findings(text, published, statements), recogniser())
    return {entry.item: entry for entry in entries}


def verdicts(text: str, published: str | None = "2025-05-24") -> dict[str, str]:
    """Give the verdict on each item a text tells, with the fields at issue."""
    return {
        item: " ".join((entry.verdict, *(issue.field for issue in entry.issues)))
        for item, entry in ledger(text, published).items()
    }


def _mentions(text: str, start: int) -> Iterator[Mention]:
    for found in _NAME.finditer(text):
        extent = Extent(start + found.start(), start + found.end())
        yield Mention(extent, _ALIASES[found[0]])


def _times(text: str, start: int, page: Day | None) -> Iterator[Time]:
    for found in _TIMES.finditer(text):
        first, last = _days(found.groupdict(), page)
        extent = Extent(start + found.start(), start + found.end())
        precision = "day" if first == last else "range"
        yield Time(extent, Day(first), Day(last), precision, "explicit")  # type: ignore[arg-type]


def _days(told: dict[str, str | None], page: Day | None) -> tuple[date, date]:
    year = int(told["y"] or told["y2"] or told["y3"] or told["y4"] or "0")
    year = year or (page.year if page else 2025)
    month = told["m"] or told["m2"] or told["m3"] or told["m4"]
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
    day, end = told["d"] or told["d3"], told["e"] or told["e3"]
    if day is None:
        after = date(year + number // 12, number % 12 + 1, 1)
        return date(year, number, 1), after - timedelta(days=1)
    return date(year, number, int(day)), date(year, number, int(end or day))


def _quantities(text: str, start: int) -> Iterator[Quantity]:
    for found in _NUMBER.finditer(text):
        extent = Extent(start + found.start(), start + found.end())
        if found["tenths"]:
            value: Number = 10 * (_TENTHS.index(found["tenths"]) + 1)
            yield Quantity(extent, value, "%", "approx")
            continue
        value = parse_number(found["v"]) * _SCALES[found["scale"]]
        unit = _UNITS.get(found["unit"], "count")
        yield Quantity(extent, value, unit, _RELATIONS.get(found["lead"] or "", "eq"))

"""The scores of reading, on pages small enough to be counted by hand."""

import json
import sys
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from tests.doors.running import run

BENCH = Path(__file__).parents[2] / "bench"
ARTICLE = "北辰芯算公司5月19日宣布，将向海岬云交付三百块加速卡。"


def part(name: str) -> ModuleType:
    """Load a part of the bench, which is run as files and not installed."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    return import_module(f"reading_bench.{name}")


variants, sheet = part("variants"), part("sheet")


def line(text: str, kind: str = "") -> object:
    """Make a line of gold; one with a kind of noise is not kept."""
    return variants.GoldLine(text, not kind, "boilerplate" if kind else "body", kind)


def test_counts_are_summed_before_a_rate_is_made() -> None:
    """F1 of a sum is that of the counts, not the mean of two rates."""
    whole = sheet.Counts(1, 1, 1) + sheet.Counts(1, 3, 5)

    assert sheet.Counts(2, 4, 6) == whole
    assert 0.4 == whole.f1
    assert 1.0 == sheet.Counts().f1


def test_lines_are_wrapped_without_a_hint() -> None:
    """Flat, a list is paragraphs; else its items are links."""
    markup = part("markup")
    lines = ["A <b> line", "- one", "", "- two"]

    flat, lists = markup.page_of(lines, "flat"), markup.page_of(lines, "lists")

    assert 3 == flat.count("<p>")
    assert "<p>A &lt;b&gt; line</p>" in flat
    assert 2 == lists.count('<li><a href="#">')
    assert 1 == lists.count("<p>")


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (f"{ARTICLE}\n热门", [True, True]),
        (f"题目 {ARTICLE} 末尾", [True, False]),
        ("热门推荐", [False, False]),
    ],
)
def test_a_short_line_is_read_only_as_a_line(told: str, held: list[bool]) -> None:
    """A long line may stand within another; a short one would do so by chance."""
    assert held == part("markup").held([ARTICLE, "- 热门"], told)


def test_lines_lost_and_noise_read_are_counted_apart() -> None:
    """A blank line has no part in either."""
    tally = part("cleaning").Tally()
    page = [line("one"), line("two"), line("ad", "link"), line(" ", "blank")]

    tally.add(page, [True, False, True, True])

    assert (1, 1, 1, 0) == (
        tally.kept,
        tally.lost,
        tally.noise_read,
        tally.noise_left,
    )
    assert sheet.Counts(1, 2, 2) == tally.reading
    assert sheet.Counts(0, 1, 1) == tally.leaving


def test_an_article_is_scored_by_runs_of_four_words() -> None:
    """A missing word costs the runs it stands in; no text has no precision."""
    score = part("extraction").precision_and_recall

    assert (1.0, 2 / 3) == score("a b c d e f", "a b c d e")
    assert (None, 0.0) == score("a b c d", "")


def test_the_answer_of_the_scorer_becomes_counts() -> None:
    """Shares of matched slots become counts again, so that they can be summed."""
    findings = part("findings")
    one = {"tp": 4, "pred": 5, "gold": 8}
    told = {
        **dict.fromkeys(findings.AIMS, one),
        "event_slots": {"date": 0.75},
        "statement_slots": {"stance": None},
        "quantity_slots": {},
        "noise_leaks": {"total": 2},
        "ungrounded": 1,
    }

    score = findings.score_of(told)
    twice = score + score

    assert sheet.Counts(4, 5, 8) == score.counts["event"]
    assert sheet.Counts(6, 8, 8) == twice.slots["event: date"]
    assert sheet.Counts(0, 4, 4) == score.slots["statement: stance"]
    assert (4, 2) == (twice.leaks, twice.ungrounded)


def test_a_withdrawn_statement_is_found_with_its_status() -> None:
    """The same speaker at the same place, and the same fate; else it is not found."""
    findings = part("findings")
    who = {"speaker": "a", "org": None, "author_claim": False}
    gold = {**who, "status": "retracted", "spans": [[0, 10]]}
    right = {**gold, "spans": [[5, 12]]}
    wrong = {**right, "status": "denied"}
    far = {**right, "spans": [[9, 30]]}

    assert sheet.Counts(1, 2, 1) == findings.settled([gold], [wrong, right])
    assert sheet.Counts(0, 1, 1) == findings.settled([gold], [far])


def test_a_shifted_run_is_made_as_a_program_leaves_it() -> None:
    """Bytes after the lost one stand one off until one of them is ASCII."""
    mending = part("mending")
    text = "他們將中國實體列入清單"

    made = list(mending.shifted(text))

    assert "他們將中國?wū)嶓w列入清單" in made
    assert text not in made


def test_pinyin_and_other_brackets_are_told_apart() -> None:
    """A reading of the character before is pinyin; a firm's short name is none."""
    page = [line("中(zhōng)国(guó)公司(SMIC)说(shuō)的(de)。"), line("二(èr)十(shí)。")]

    found = part("mending").on_page(page)

    assert (6, 6) == (found.pinyin, found.removed)
    assert (1, 0) == (found.legal, found.lost)


def test_a_change_of_noise_keeps_the_lines_of_the_article() -> None:
    """Shuffling moves paragraphs behind the first; lists are laid round the page."""
    perturbing = part("perturbing")
    page = [line(f"第{n}段：{ARTICLE}") for n in "一二三四"]
    texts = [one.text for one in page]  # type: ignore[attr-defined]

    die = Random(1)  # noqa: S311 - a die, not a secret
    shuffled, listed = perturbing.shuffled(page, die), perturbing.listed(page, die)

    assert (texts[0], sorted(texts)) == (shuffled[0], sorted(shuffled))
    assert texts == [text for text in listed if text in texts]
    assert len(texts) < len(listed)


def test_a_made_page_is_mostly_frame() -> None:
    """Text is a few hundredths of the page, as on public pages."""
    framed = part("throughput").framed([ARTICLE] * 20, Random(1))  # noqa: S311

    share = len(ARTICLE.encode()) * 20 / len(framed.encode())

    assert 0.02 < share < 0.06
    assert ARTICLE in framed


def test_what_is_missing_stands_below_the_tables() -> None:
    """A part has its table with its note; a yardstick that broke off is named."""
    one = sheet.Part("Lines", "Note.", ["a", "b"], [["1", "2"]], {"n": 1})
    told = sheet.Sheet("run", parts=[one], missing=["x: none"])

    assert (
        "run\n\n### Lines\n\nNote.\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n"
        "Missing or broken: x: none"
    ) == told.text()
    assert {"Lines": {"n": 1}} == told.json()["parts"]


def test_a_folder_of_articles_is_scored_by_its_own_scorer(tmp_path: Path) -> None:
    """Its scorer is run on what the command tells, by the number of the article."""
    articles = part("articles").Articles(tmp_path)
    for folder in ("seeds", "data/gold"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "seeds" / "007_page.txt").write_text(ARTICLE, "utf-8")
    articles.line_table.write_text("seed,line,keep,role,noise_kind\n007,1,1,body,\n")
    gold = {"seed": "007", "record": "doc", "doc_date": {"start": "2025-05-20"}}
    (tmp_path / "data" / "gold" / "007.jsonl").write_text(json.dumps(gold))
    findings = part("findings")
    one = {"tp": 1, "pred": 1, "gold": 1}
    answer: dict[str, object] = dict.fromkeys(findings.AIMS, one)
    answer |= {name: {} for name in findings.SLOTS}
    answer |= {"noise_leaks": {"total": 0}, "ungrounded": 0}
    articles.scorer.write_text(f"print({json.dumps(answer)!r})")

    told = sheet.Sheet()
    score = findings.ours(articles, told, tmp_path)["007"]

    assert [] == told.missing
    assert sheet.Counts(1, 1, 1) == score.counts["time_found"]
    assert "2025-05-20" == part("articles").day_of(articles.gold()["007"]).isoformat()
    assert [True] == [one.keep for one in articles.lines()["007"]]
    assert ["007", "score.py"] == [name for name, _ in articles.digests()]
    assert 0 == run("read", str(articles.texts()["007"])).exit_code


def test_a_fault_quotes_no_page() -> None:
    """The message of a yardstick that broke off is told only where it is none of it."""
    said = part("offline").said

    assert "KeyError: 'zh'" == said(KeyError("zh"))
    assert "ValueError" == said(ValueError(ARTICLE))
    assert "ValueError" == said(ValueError("x" * 81))

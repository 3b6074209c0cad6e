"""The scores of screening, on tables small enough to be counted by hand."""

import json
import math
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from tests.doors.running import run

BENCH = Path(__file__).parents[2] / "bench"
LIST = """list,name,chinese_name,country,date,official_notice_url
CN-UEL,Fanli Dynamics Inc.,范例动力公司,US,2025-01-02,https://example.org/1
CN-UEL,Haiyunda Systems LLC,海云达系统公司,US,2025-01-02,https://example.org/2
"""
NAMES = ("范例动力", "Nobody At All", "Haiyunda System", "海云达")


def part(name: str) -> ModuleType:
    """Load a part of the bench, which is run as files and not installed."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    return import_module(f"screening_bench.{name}")


scoring = part("scoring")


def case(*expected: str, variation: str = "typo") -> object:
    """Make a case; what is asked is no matter to its score."""
    return scoring.Case("asked", expected, variation)


def found(one: object, *results: tuple[float, str]) -> object:
    """Judge results that have one name each."""
    return scoring.judged(one, [(score, (name,)) for score, name in results])


# Four names of listed parties and four of others, with the scores of the results.
TABLE = [
    found(case("A"), (0.9, "A")),
    found(case("A"), (0.8, "B"), (0.6, "A")),
    found(case("BRAND:haiyunda"), (0.7, "The Haiyunda Works")),
    found(case("C"), *((0.9, "x") for _ in range(5)), (0.9, "C")),
    found(case(), (0.75, "A")),
    found(case(), (0.5, "B")),
    found(case()),
    found(case()),
]


def test_a_hit_is_among_the_first_five_from_the_threshold_on() -> None:
    """The sixth result is no hit, nor is one below the threshold."""
    assert 3 / 4 == scoring.recall(TABLE, 0.6)
    assert 2 / 4 == scoring.recall(TABLE, 0.7)


def test_any_result_for_a_name_on_no_list_is_a_false_alert() -> None:
    """False alerts are counted among the names that are on no list."""
    assert 1 / 4 == scoring.false_alerts(TABLE, 0.7)
    assert 2 / 4 == scoring.false_alerts(TABLE, 0.5)


def test_the_first_result_is_held_against_all_that_give_an_alert() -> None:
    """Precision counts false alerts and wrong first results alike."""
    assert 2 / 5 == scoring.first_right(TABLE, 0.7)


@pytest.mark.parametrize(("allowed", "below"), [(0.0, 0.75), (0.25, 0.5), (1.0, 0.0)])
def test_the_threshold_lets_no_more_than_a_share_through(
    allowed: float, below: float
) -> None:
    """It is the least score above the first false alert that is one too many."""
    at = scoring.threshold(TABLE, allowed)

    assert (math.nextafter(below, 1) if below else 0.0) == at
    assert scoring.false_alerts(TABLE, at or 0.1) <= allowed


def test_a_brand_is_a_whole_word_of_any_name() -> None:
    """BRAND:word accepts each row with that word, and no part of a longer one."""
    brand = case("BRAND:Fanli")

    assert brand.accepts(("A", "FANLI Works"))  # type: ignore[attr-defined]
    assert not brand.accepts(("Fanlin Works",))  # type: ignore[attr-defined]
    assert not case("A").accepts(("B", "A"))  # type: ignore[attr-defined]


def test_hits_are_counted_by_variation() -> None:
    """Each kind of variation has its hits and its cases; negatives have none."""
    assert {"typo": (3, 4)} == scoring.by_variation(TABLE, 0.6)


def test_the_names_of_one_party_are_drawn_together() -> None:
    """With a single party there is nothing to draw, and the interval is a point."""
    one = [found(case("A"), (0.9, "A")), found(case("A"), (0.9, "B"))]

    recall = scoring.interval(one, lambda some: scoring.recall(some, 0.5))
    low, high = scoring.interval(TABLE, lambda some: scoring.recall(some, 0.6))

    assert (0.5, 0.5) == recall
    assert 0 <= low <= 3 / 4 <= high <= 1


def test_pairs_are_scored_by_precision_and_recall() -> None:
    """One true pair said, one missed and one false one said make a half."""
    pairs = [(0.9, True), (0.9, False), (0.1, True), (0.1, False)]

    assert 0.5 == scoring.f_measure(pairs, 0.6)


def test_names_judged_to_be_listed_take_no_part() -> None:
    """Alerts on names judged to be listed leave the count and the names."""
    quality = part("quality")
    best = [quality.Alert("甲", "A", 0.9), quality.Alert("乙", "B", 0.8), None]
    said = quality.Found((), 1.0, tuple(best))

    raised, names = quality.alerts(said, 0.7, frozenset({"甲"}))

    assert [best[1]] == raised
    assert 2 == names


def test_the_bench_answers_as_the_command_does(tmp_path: Path) -> None:
    """What is scored and timed is what the command answers, in its order."""
    lists = part("lists")
    file, data = tmp_path / "cn.csv", tmp_path / "data"
    file.write_text(LIST, "utf-8")
    day = ("--as-of", "2026-07-31")
    run("lists", "import", file, "--source", "cn", *day, "--data", data)
    cases = tmp_path / "cases.csv"
    cases.write_text("query\n" + "\n".join(NAMES) + "\n", "utf-8")
    packs = lists.shipped_packs()
    desk = lists.open_desk(packs, lists.as_shipped(packs, data), tmp_path / "index")

    said = run("screen", "--file", cases, "--json", "--data", data).stdout
    ours = [
        json.loads(lists.line(answer, packs)) for answer in lists.answers(desk, NAMES)
    ]

    told = [json.loads(line) for line in said.splitlines()]
    assert ours == [
        {k: v for k, v in one.items() if k not in {"lists", "index"}} for one in told
    ]


def test_a_case_states_its_names_to_its_party(tmp_path: Path) -> None:
    """The Chinese name of a case is one more name of the party that it expects."""
    lists = part("lists")
    file, data = tmp_path / "cn.csv", tmp_path / "data"
    file.write_text(LIST, "utf-8")
    day = ("--as-of", "2026-07-31")
    run("lists", "import", file, "--source", "cn", *day, "--data", data)
    stated = scoring.Case("梵力", ("Fanli Dynamics Inc.",), lists.TOLD)

    plain, other = lists.as_published(data), lists.as_published(data, [stated])

    assert ["梵力"] == [a.name for a in other[0].aliases if a not in plain[0].aliases]
    assert plain[1] == other[1]


def test_counterparties_are_the_same_each_time() -> None:
    """Changed names come from a seed: as many as asked for, in every way of change."""
    made = part("counterparties").counterparties(["Qinghe Laser", "范例动力"], 200)

    assert 200 == len(made)
    assert made == part("counterparties").counterparties(
        ["Qinghe Laser", "范例动力"], 200
    )
    assert {"QINGHE LASER", "QingheLaser", "Qinghe"} <= set(made)


def test_an_ownership_case_is_exact_in_every_value() -> None:
    """A value that differs is named by its path; notes are no part of it."""
    exact = part("exact")
    wanted = {"expect": {"a": {"share": "50", "note": "x"}, "b": ["1", "2"]}}

    assert [] == list(
        exact.ownership_differs(wanted, {"a": {"share": 50}, "b": ["1", "2"]})
    )
    assert ["a.share: 50, said None", "b: ['1', '2'], said ['1']"] == list(
        exact.ownership_differs(wanted, {"b": ["1"]})
    )


def test_a_supply_case_may_have_flags_beyond_its_own() -> None:
    """A flag that is missing or forbidden is a fault, one more is none."""
    exact = part("exact")
    wanted = {"flags": [{"code": "A"}], "must_not": ["C"], "disposition": "hold"}
    good = {"flags": [{"code": "A"}, {"code": "B"}], "disposition": "hold"}
    bad = {"flags": [{"code": "C"}], "disposition": "hold"}

    assert [] == list(exact.supply_differs({"expect": wanted}, good))
    assert ["flags missing: A", "flags forbidden: C"] == list(
        exact.supply_differs({"expect": wanted}, bad)
    )


def test_what_was_not_measured_is_said() -> None:
    """A sheet with nothing but what is missing says that."""
    page = part("page")

    assert "run\n\nMissing: quality" == page.text(
        page.Sheet("run", missing=["quality"])
    )


def test_the_page_says_where_a_peer_is_ahead() -> None:
    """A kind of variation of which a peer finds more is named, with both counts."""
    page, quality = part("page"), part("quality")
    none = found(case())
    ours, theirs = [found(case("A")), none], [found(case("A"), (0.9, "A")), none]
    sheet = page.Sheet("run", own={"Antinomy": 0.7, "peer": 0.8})
    for engine, rows in (("Antinomy", ours), ("peer", theirs)):
        sheet.found["some", engine] = quality.Found(tuple(rows), 1.0)

    text = page.text(sheet)

    assert "| typo | 1 | 0 | 1 (peer) |" in text
    assert "- Found at 5 %, some, typo: peer, 1 of 1, we 0." in text


def test_each_name_judged_to_be_listed_has_its_row() -> None:
    """Names stand once, each with the list and the row that names the firm."""
    text = (BENCH / "listed-ordinary.txt").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]

    assert [] == [row for row in rows if len(row) != 2 or ": " not in row[1]]
    assert len(rows) == len({name for name, _ in rows})

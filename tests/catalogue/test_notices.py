"""Who stands on a list that notices make, and how the notice stands."""

from pathlib import Path

import pytest

from antinomy.catalogue import NoticeLists, NoticeState, load_notice_lists
from antinomy.values import KnownBy, PackError, parse_day

LATE = KnownBy(parse_day("2026-11-21"))
LISTS = """
read_on: 2026-01-01
lists:
  - {list: x.a, fact: x_a.listed, title: A}
  - {list: x.b, fact: x_b.listed, title: B}
notices:
  - {notice: first, list: x.a, day: 2025-01-01, cite: No. 1,
     address: "https://x", targets: [US], count: 1, status: primary}
  - {notice: second, list: x.a, day: 2025-06-01, cite: No. 2,
     address: "https://x", targets: [JP], count: 2, status: primary}
  - {notice: third, list: x.a, day: 2025-09-01, cite: No. 3,
     address: "https://x", targets: [EU], count: 2, status: primary}
"""
TABLE = """list,name,aliases,zh,country,notice,status,note
x.a,Example Alpha Inc.,Alpha,示例甲公司,US,first,primary,
x.a,Example Beta KK,,,JP,second,primary,
"""


def state(
    notices: NoticeLists, name: str, which: str, day: str, known_by: str = "2026-11-21"
) -> list[NoticeState]:
    """Give how each notice that names a firm stands."""
    on, by = parse_day(day), KnownBy(parse_day(known_by))
    return [e.notice.state(on, by) for e in notices.match(which, [name])]


def load(tmp_path: Path, lists: str = LISTS, table: str = TABLE) -> NoticeLists:
    """Load lists of the test's own."""
    (tmp_path / "x.yaml").write_text(lists, encoding="utf-8")
    (tmp_path / "x.csv").write_text(table, encoding="utf-8")
    return load_notice_lists(tmp_path / "x.csv", {"US", "JP"})


@pytest.mark.parametrize(
    ("name", "which", "before", "since"),
    [
        ("TechInsights Inc.", "cn.uel", "2025-10-08", "2025-10-09"),
        ("TechInsights公司", "cn.uel", "2025-10-08", "2025-10-09"),
        ("TECHINSIGHTS JAPAN KK", "cn.uel", "2025-10-08", "2025-10-09"),
        ("PVH Group", "cn.uel", "2025-02-03", "2025-02-04"),
        ("因美纳公司", "cn.uel", "2025-02-03", "2025-02-04"),
        ("Saronic Technologies", "cn.uel", "2025-09-24", "2025-09-25"),
        ("Shield AI, Inc.", "cn.uel", "2025-04-09", "2025-04-10"),
        ("USA Rare Earth, Inc.", "cn.ecl", "2026-06-21", "2026-06-22"),
        ("TDK Corporation", "cn.watch", "2026-02-23", "2026-02-24"),
        ("Responsible Business Alliance", "cn.afsl", "2026-08-04", "2026-08-05"),
        ("Compliance Testing LLC", "cn.afsl", "2026-08-04", "2026-08-05"),
        ("斯凯迪奥公司", "cn.afsl", "2024-10-09", "2024-10-10"),
    ],
)
def test_a_name_is_listed_from_its_day(
    notices: NoticeLists, name: str, which: str, before: str, since: str
) -> None:
    """An entry binds from the first day of its notice and not before."""
    assert [NoticeState.ABSENT] == state(notices, name, which, before)
    assert [NoticeState.IN_FORCE] == state(notices, name, which, since)


@pytest.mark.parametrize(
    ("name", "which", "day", "wanted"),
    [
        ("Skydio Inc.", "cn.uel", "2025-05-13", NoticeState.IN_FORCE),
        ("Skydio Inc.", "cn.uel", "2025-05-14", NoticeState.PAUSED),
        ("Skydio Inc.", "cn.uel", "2025-08-12", NoticeState.PAUSED),
        ("Skydio Inc.", "cn.uel", "2025-11-09", NoticeState.PAUSED),
        ("Skydio Inc.", "cn.uel", "2025-11-10", NoticeState.PAUSED),
        ("Skydio Inc.", "cn.uel", "2026-11-09", NoticeState.PAUSED),
        ("Skydio Inc.", "cn.uel", "2026-11-10", NoticeState.OPEN),
        ("Skydio Inc.", "cn.uel", "2026-11-11", NoticeState.OPEN),
        ("Skydio, Inc.", "cn.ecl", "2025-11-09", NoticeState.IN_FORCE),
        ("Skydio, Inc.", "cn.ecl", "2025-11-10", NoticeState.STOPPED),
        ("Shield AI, Inc.", "cn.uel", "2025-08-11", NoticeState.PAUSED),
        ("Shield AI, Inc.", "cn.uel", "2025-08-12", NoticeState.STOPPED),
        ("HS USA Holdings Corp.", "cn.afsl", "2025-11-09", NoticeState.IN_FORCE),
        ("HS USA Holdings Corp.", "cn.afsl", "2025-11-10", NoticeState.PAUSED),
        ("HS USA Holdings Corp.", "cn.afsl", "2026-11-10", NoticeState.OPEN),
    ],
)
def test_an_entry_stands_as_its_notice_stands(
    notices: NoticeLists, name: str, which: str, day: str, wanted: NoticeState
) -> None:
    """A pause holds between its days; after its last day nobody knows."""
    assert [wanted] == state(notices, name, which, day)


def test_a_pause_counts_once_it_is_told(notices: NoticeLists) -> None:
    """In October 2025 nobody knew that the pause would be carried on."""
    early = state(notices, "Skydio Inc.", "cn.uel", "2025-11-10", "2025-11-04")
    told = state(notices, "Skydio Inc.", "cn.uel", "2025-11-10", "2025-11-05")

    assert [NoticeState.OPEN] == early
    assert [NoticeState.PAUSED] == told


@pytest.mark.parametrize("name", ["TechInsights", "PVH", "Skydio dealer", ""])
def test_likeness_is_not_a_match(notices: NoticeLists, name: str) -> None:
    """A name that is only like a listed one has no row."""
    assert () == notices.match("cn.uel", [name])


def test_a_list_is_not_another(notices: NoticeLists) -> None:
    """A firm of the watch list is for that not on the control list."""
    assert notices.match("cn.watch", ["TDK Corporation"])
    assert not notices.match("cn.ecl", ["TDK Corporation"])


def test_a_notice_holds_no_more_rows_than_names(notices: NoticeLists) -> None:
    """Rows beyond the count are branches, which only one notice reaches."""
    more = {
        notice.id
        for notice in notices.notices
        if notice.count is not None
        and sum(e.notice is notice for e in notices.entries) > notice.count
    }

    assert {"cn.uel.2025-10-09"} == more


def test_every_row_answers_to_every_name(notices: NoticeLists) -> None:
    """Each name, alias and Chinese name reaches its row."""
    for entry in notices.entries:
        for name in entry.names:
            assert entry in notices.match(entry.list, [name]), name


def test_a_later_notice_may_name_a_firm_again(tmp_path: Path) -> None:
    """Only one whose firms are not all carried, and whose target may be the firm's."""
    notices = load(tmp_path)
    alpha, since = notices.match("x.a", ["Alpha"])[0], parse_day("2025-02-01")

    assert not notices.may_name_again(alpha, since, parse_day("2025-08-31"), LATE)
    assert "No. 3" == notices.may_name_again(
        alpha, since, parse_day("2025-09-01"), LATE
    )


def test_a_notice_wholly_carried_names_nobody_else(tmp_path: Path) -> None:
    """Where every firm that it names is carried, silence is an answer."""
    whole = LISTS.replace("targets: [EU], count: 2", "targets: [US], count: 1")
    row = "x.a,Example Gamma Inc.,,,US,third,primary,\n"
    notices = load(tmp_path, whole, TABLE + row)
    alpha, since = notices.match("x.a", ["示例甲公司"])[0], parse_day("2025-02-01")

    assert not notices.may_name_again(alpha, since, parse_day("2025-12-31"), LATE)


@pytest.mark.parametrize(
    ("lists", "table", "said"),
    [
        (LISTS, TABLE.replace("second,", "secnd,"), 'did you mean "second"'),
        (LISTS, TABLE.replace("x.a,Example B", "x.b,Example B"), "'x.b'"),
        (LISTS, TABLE.replace(",JP,", ",Japan,"), "'Japan'"),
        (LISTS.replace("count: 1,", "count: many,"), TABLE, "no number of names"),
        (LISTS.replace("notice: third", "notice: first"), TABLE, "stands twice"),
        (LISTS.replace("list: x.a, day", "list: x.c, day"), TABLE, "'x.c'"),
        (LISTS.replace("count:", "cuont:"), TABLE, 'did you mean "count"'),
    ],
)
def test_a_fault_is_told(tmp_path: Path, lists: str, table: str, said: str) -> None:
    """A row without its notice, a strange place or key is refused with its place."""
    with pytest.raises(PackError) as caught:
        load(tmp_path, lists, table)

    assert any(said in fault.message for fault in caught.value.faults)

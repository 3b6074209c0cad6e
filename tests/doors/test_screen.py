"""``antinomy screen``: names on the command line and in files, in order, resumed."""

import csv
import json
from pathlib import Path

import pytest
from tests.doors.running import run

LIST = """list,name,chinese_name,country,date,official_notice_url
CN-UEL,Fanli Dynamics Inc.,范例动力公司,US,2025-01-02,https://example.org/1
CN-UEL,Haiyunda Systems LLC,海云达系统公司,US,2025-01-02,https://example.org/2
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Give a folder of data that holds a Chinese list of two firms."""
    file, folder = tmp_path / "cn.csv", tmp_path / "data"
    file.write_text(LIST, "utf-8")
    loaded = run(
        *("lists", "import", file, "--source", "cn"),
        *("--as-of", "2026-01-01", "--data", folder),
    )
    assert 0 == loaded.exit_code, loaded.stderr
    return folder


def lines(text: str) -> list[dict[str, object]]:
    """Read lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]


def queries(path: Path, *names: str) -> Path:
    """Write a file of names."""
    path.write_text("query,note\n" + "".join(f'"{n}",x\n' for n in names), "utf-8")
    return path


def test_answers_come_in_the_order_of_the_file(tmp_path: Path, data: Path) -> None:
    """One object a line for each name, with class, results, and lists looked at."""
    names = ("范例动力", "Nobody At All", "", "Haiyunda Systems")
    file = queries(tmp_path / "names.csv", *names)

    said = lines(run("screen", "--file", file, "--json", "--data", data).stdout)

    assert list(names) == [answer["query"] for answer in said]
    assert ["listed", "nothing_found", "unread", "listed"] == [a["class"] for a in said]
    first = said[0]["results"][0]  # type: ignore[index]
    assert ("Fanli Dynamics Inc.", "CN-UEL") == (first["name"], first["list"])
    assert {"en", "zh"} == set(first["proof"]["sentence"])
    lists = {told["list"]: told for told in said[0]["lists"]}  # type: ignore[attr-defined]
    assert "2026-01-01" == lists["CN-UEL"]["as_of"]


def test_a_run_that_broke_off_goes_on(tmp_path: Path, data: Path) -> None:
    """With --resume the answers that are whole stay, and the rest are added."""
    names = ("范例动力", "Haiyunda Systems", "Nobody")
    file, out = queries(tmp_path / "names.csv", *names), tmp_path / "out.jsonl"
    run("screen", "--file", file, "--out", out, "--data", data)
    whole = out.read_bytes()
    out.write_bytes(whole[: whole.index(b"\n") + 20])

    again = run("screen", "--file", file, "--out", out, "--resume", "--data", data)

    assert 0 == again.exit_code
    assert whole == out.read_bytes()


def test_answers_to_other_names_are_not_gone_on_with(
    tmp_path: Path, data: Path
) -> None:
    """A file of answers that belongs to other names is left as it is."""
    out = tmp_path / "out.jsonl"
    first = queries(tmp_path / "a.csv", "范例动力")
    run("screen", "--file", first, "--out", out, "--data", data)
    before = out.read_bytes()
    other = queries(tmp_path / "b.csv", "Haiyunda")

    refused = run("screen", "--file", other, "--out", out, "--resume", "--data", data)
    again = run("screen", "--file", other, "--out", out, "--data", data)

    assert "not those of the first names" in refused.stderr
    assert "--resume goes on with it" in again.stderr
    assert before == out.read_bytes()


def test_a_result_set_aside_is_shown_and_does_not_decide(
    tmp_path: Path, data: Path
) -> None:
    """Until its day a result set aside does not count; after it, it does again."""
    file = tmp_path / "accepted.csv"
    head = "query,list,name,reason,until,by\n"
    row = "范例动力,CN-UEL,Fanli Dynamics Inc.,another firm,{day},A. N. Officer\n"
    found = {}
    for day in ("2027-01-01", "2020-01-01"):
        file.write_text(head + row.format(day=day), "utf-8")
        said = run(
            *("screen", "範例動力", "--accepted", file),
            *("--as-of", "2026-06-01", "--json", "--data", data),
        )
        found[day] = lines(said.stdout)[0]

    assert "nothing_found" == found["2027-01-01"]["class"]
    assert "listed" == found["2020-01-01"]["class"]
    assert all(a["results"][0]["accepted"] for a in found.values())  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("names\nx\n", "no column `query`"),
        ("query,kind\nx,ship\n", "'ship' is no kind"),
        ("query,kind\nx\n", "1 cells where the header has 2"),
        ('query\n"x\n', "not whole CSV"),
        ("", "no column `query`"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(
    tmp_path: Path, data: Path, content: str, said: str
) -> None:
    """What is wrong with a file of names is said with its line."""
    file = tmp_path / "names.csv"
    file.write_text(content, "utf-8")

    result = run("screen", "--file", file, "--data", data)

    assert result.exit_code != 0
    assert said in result.stderr
    assert "names.csv" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("query,list,name,reason,until,by\nx,EL,Y,,2027-01-01,z\n", "for a reason"),
        ("query,list,name,reason,until,by\nx,EL,Y,why,soon,z\n", "until which day"),
        ("query,list\nx,EL\n", "name"),
    ],
)
def test_an_accept_list_needs_reason_and_day(
    tmp_path: Path, data: Path, content: str, said: str
) -> None:
    """Nothing is set aside without a reason and a last day."""
    file = tmp_path / "accepted.csv"
    file.write_text(content, "utf-8")

    result = run("screen", "x", "--accepted", file, "--data", data)

    assert result.exit_code != 0
    assert said in result.stderr


def test_names_are_on_the_line_or_in_a_file(data: Path) -> None:
    """Neither names nor a file, or --resume without --out, is asked back."""
    assert "which names" in run("screen", "--data", data).stderr
    assert "--out" in run("screen", "x", "--resume", "--data", data).stderr


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_tells_class_proof_and_lists(data: Path, lang: str) -> None:
    """For eyes: the class, a sentence of proof, and that silence is no clearance."""
    page = run("screen", "范例动力", "!", "--lang", lang, "--data", data).stdout
    said = " ".join(page.split())
    words = {
        "en": ("on a list", "same characters", "cannot be read", "never clearance"),
        "zh": ("在名单上", "字相同", "无法作为名称读取", "不等于放行"),
    }

    assert all(word in said for word in words[lang])


def test_the_shipped_packs_are_screened_with_nothing_downloaded(
    tmp_path: Path,
) -> None:
    """Without imported lists the firms of the packs are found, and marked as a part."""
    said = lines(run("screen", "华为技术有限公司", "--json", "--data", tmp_path).stdout)

    assert "listed" == said[0]["class"]
    assert all(told["in_part"] for told in said[0]["lists"])  # type: ignore[attr-defined]


DEAL = """transaction: searched
asking: supplier
dates: {act: 2026-07-20}
items: [{id: card, kind: chip, chip: nvidia-t4, us_origin: true}]
items_complete: true
parties:
  - {id: supplier, roles: [exporter, seller], name: Example Components Inc}
  - {id: buyer, roles: [purchaser, end_user], name: NAME, incorporated_in: MY}
parties_complete: true
exported_from: US
destination: MY
"""
EL = "name,source,alt_names,addresses,start_date,_id\n" + "".join(
    f'"{name}",Entity List (EL) - BIS,,,2020-01-01,{number}\n'
    for number, name in enumerate(("Haiyunda Microelectronics Co., Ltd.", "Boruide"))
)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Haiyunda Microelectronic Technology", "open"),
        ("HAIYUNDA MICROELECTRONICS CO. LTD", "listed"),
        ("Zhongyuan Dairy Sdn Bhd", "free"),
    ],
)
def test_names_of_a_transaction_are_searched_for(
    tmp_path: Path, name: str, state: str
) -> None:
    """With lists held: a name alike asks, the same name binds, nothing alike frees."""
    lists, deal = tmp_path / "el.csv", tmp_path / "deal.yaml"
    lists.write_text(EL, "utf-8")
    deal.write_text(DEAL.replace("NAME", name), "utf-8")
    loaded = run(
        *("lists", "import", lists, "--source", "csl"),
        *("--as-of", "2026-07-20", "--data", tmp_path),
    )
    assert 0 == loaded.exit_code, loaded.stderr

    said = json.loads(run("assess", deal, "--json", "--data", tmp_path).stdout)

    fact = "parties[buyer].us_el.listed"
    asked = {q["fact"]: q.get("because", "") for q in said["questions"]}
    cells = {(c["course"], c["regime"]): c["verdict"] for c in said["cells"]}
    supply = cells["supply_now", "us.ear"]
    assert ("Haiyunda Microelectronics Co., Ltd." in asked.get(fact, "")) is (
        state == "open"
    )
    assert ("licence" == supply) is (state == "listed")


def test_answers_are_brought_up_to_newer_lists(tmp_path: Path, data: Path) -> None:
    """What a new or a gone row touches is screened anew, and the result is the same."""
    names = ("范例动力", "Haiyunda Systems", "Qinghe Optics", "Nobody")
    file, out = queries(tmp_path / "names.csv", *names), tmp_path / "old.jsonl"
    run("screen", "--file", file, "--out", out, "--data", data)
    newer = tmp_path / "newer.csv"
    head, _, stays = LIST.splitlines()
    comes = stays.replace("Haiyunda Systems", "Qinghe Optics").replace("海云达", "清河")
    newer.write_text(f"{head}\n{stays}\n{comes}\n", "utf-8")
    loaded = run(
        *("lists", "import", newer, "--source", "cn", "--as-of", "2026-02-01"),
        *("--data", data, "--allow-shrink"),
    )
    assert 0 == loaded.exit_code, loaded.stderr

    again = lines(run("screen", "--again", out, "--data", data).stdout)
    anew = lines(run("screen", "--file", file, "--json", "--data", data).stdout)

    assert [True, False, True, False] == [answer["changed"] for answer in again]
    assert [a["class"] for a in anew] == [a["class"] for a in again]
    assert ["nothing_found", "listed", "listed", "nothing_found"] == [
        answer["class"] for answer in again
    ]


def test_a_line_that_is_no_answer_says_so(tmp_path: Path, data: Path) -> None:
    """A file that holds no answers is refused with its line."""
    file = tmp_path / "old.jsonl"
    whole = '{"query": "x", "class": "nothing_found", "results": []}\n'
    file.write_text(whole + '{"name": "y"}\n', "utf-8")

    result = run("screen", "--again", file, "--data", data)

    assert "no `query`" in result.stderr
    assert "old.jsonl:2" in result.stderr


def test_keys_and_scores_are_columns(tmp_path: Path, data: Path) -> None:
    """A row a result, and one for a name without; each tells the keys of the name."""
    file = queries(tmp_path / "names.csv", "范例动力", "Nobody At All")

    said = run("screen", "--file", file, "--columns", "--data", data).stdout
    rows = list(csv.DictReader(said.splitlines()))

    assert ["范例动力", "Nobody At All"] == [row["query"] for row in rows]
    assert ["Fanli Dynamics Inc.", ""] == [row["name"] for row in rows]
    assert "b:fanli" in rows[0]["keys"].split()
    assert float(rows[0]["score"]) > 0.7


def test_a_file_that_is_no_answers_is_left_alone(tmp_path: Path, data: Path) -> None:
    """--resume cuts off a last line that was broken off, and nothing else."""
    file = queries(tmp_path / "names.csv", "范例动力")
    notes = tmp_path / "notes.txt"
    notes.write_text("buy milk\ncall the bank\n", "utf-8")

    result = run("screen", "--file", file, "--out", notes, "--resume", "--data", data)

    assert "this line is no answer" in result.stderr
    assert "buy milk\ncall the bank\n" == notes.read_text("utf-8")


def test_what_is_set_aside_runs_out_for_kept_answers_too(
    tmp_path: Path, data: Path
) -> None:
    """Answers brought up to a later day are judged by what is set aside then."""
    file, out = queries(tmp_path / "names.csv", "范例动力"), tmp_path / "old.jsonl"
    aside = tmp_path / "aside.csv"
    aside.write_text(
        "query,list,name,reason,until,by\n"
        "范例动力,CN-UEL,Fanli Dynamics Inc.,another firm,2026-11-01,A. N. Officer\n",
        "utf-8",
    )
    first = ("--accepted", aside, "--as-of", "2026-10-01", "--data", data)
    run("screen", "--file", file, "--out", out, *first)

    later = ("--accepted", aside, "--as-of", "2026-11-20", "--data", data)
    before = lines(out.read_text("utf-8"))[0]
    after = lines(run("screen", "--again", out, *later).stdout)[0]

    assert ("nothing_found", "listed") == (before["class"], after["class"])
    assert after["changed"]


def test_a_day_before_any_list_finds_nothing(data: Path) -> None:
    """Where no list is held as of a day, the answer says so by naming none."""
    said = run("screen", "x", "--as-of", "1990-01-01", "--json", "--data", data)

    assert ("nothing_found", []) == tuple(
        lines(said.stdout)[0][k] for k in ("class", "lists")
    )


def test_ten_rows_of_another_list_hide_no_match(tmp_path: Path) -> None:
    """Each list is looked through, however many rows of others are alike."""
    rows = [f'"Boruide Technologies Inc. {n}",SDN (SDN) - OFAC' for n in range(14)]
    rows.append('"Boruide Technology Co., Ltd.",Entity List (EL) - BIS')
    lists, deal = tmp_path / "el.csv", tmp_path / "deal.yaml"
    head = "name,source,alt_names,addresses,start_date,_id\n"
    body = "".join(f"{row},,,2020-01-01,{n}\n" for n, row in enumerate(rows))
    lists.write_text(head + body, "utf-8")
    deal.write_text(DEAL.replace("NAME", '"Boruide Technology Co., Ltd."'), "utf-8")
    day = ("--as-of", "2026-07-20")
    run("lists", "import", lists, "--source", "csl", *day, "--data", tmp_path)

    said = json.loads(run("assess", deal, "--json", "--data", tmp_path).stdout)

    cells = {(c["course"], c["regime"]): c["verdict"] for c in said["cells"]}
    assert "licence" == cells["supply_now", "us.ear"]

"""From the record to an answer: nothing counts before a person has accepted it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.doors.running import ROOT, run

from antinomy.record import Entry, Undated, entry_of, moment_of, open_record
from antinomy.values import Day, Json, parse_day

BUYER = "Quanta Orchard Sdn Bhd"
SUPPLY = f"""
transaction: boards-for-quanta
asking: seller
dates: {{act: 2025-06-10}}
items: [{{id: goods, kind: chip, chip: nvidia-h20, made_in: TW}}]
items_complete: true
parties:
  - {{id: seller, roles: [seller, exporter], name: Example Chips, incorporated_in: US}}
  - {{id: buyer, roles: [purchaser, end_user], name: {BUYER}, incorporated_in: MY}}
exported_from: US
destination: MY
"""
NOTICE = {
    "digest": "a" * 64,
    "title": "90 FR 99999",
    "address": "https://www.federalregister.gov/d/99999",
    "status": "primary",
}
POST = {**NOTICE, "digest": "b" * 64, "title": "a post", "address": "https://x.com/1"}


def day(text: str) -> Day:
    """Read a day."""
    return Day(parse_day(text))


def source(body: dict[str, str] | None = None) -> Entry:
    """Give a source."""
    return entry_of("source", dict(body or NOTICE))


def listing(name: str = BUYER, entry: str = "listing:quanta", **more: Any) -> Entry:  # noqa: ANN401
    """Give a listing on the Entity List from 2025-06-02, published that day."""
    body: dict[str, Json] = {"list": "us.el", "name": name}
    of = more.pop("source", source().id)
    return entry_of(
        "listing",
        {**body, **more},
        id=entry,
        begins=day("2025-06-02"),
        until=Undated.OPEN,
        published=day("2025-06-02"),
        source=of,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a place for a record and a case that asks."""
    (tmp_path / "supply.yaml").write_text(SUPPLY, "utf-8")
    return tmp_path / "record.db"


def keep(place: Path, on: str, *entries: Entry) -> None:
    """Append entries at noon of a day."""
    moment = moment_of(datetime.fromisoformat(f"{on}T12:00:00").replace(tzinfo=UTC))
    with open_record(f"sqlite:///{place}") as record:
        record.append(entries, moment)


def review(about: str, verdict: str = "accepted", **more: Json) -> Entry:
    """Give a review of an entry."""
    body: dict[str, Json] = {"verdict": verdict, "reviewer": "R. Officer"}
    return entry_of("review", {**body, "reason": "read it", **more}, about=about)


def assessed(place: Path, *more: str) -> dict[str, Any]:
    """Assess the case with the record beside it."""
    done = run(
        *("assess", place.with_name("supply.yaml"), "--record", place, "--json", *more)
    )
    assert 0 == done.exit_code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def verdict(answer: dict[str, Any], course: str = "supply_now") -> str:
    """Give what a cell of the Export Administration Regulations says."""
    cells = answer["cells"]
    cell = next(c for c in cells if (c["course"], c["regime"]) == (course, "us.ear"))
    return str(cell["verdict"])


def waiting(place: Path, *more: object) -> list[dict[str, Any]]:
    """Give what waits for review."""
    done = run("review", "list", "--record", place, "--json", *more)
    assert 0 == done.exit_code, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_nothing_counts_before_it_is_accepted(place: Path) -> None:
    """A listing in the record changes an answer from the day of its review on."""
    keep(place, "2025-06-03", source(), listing())
    before = assessed(place)
    keep(place, "2025-06-05", review("listing:quanta"))
    after = assessed(place)

    assert "accepted" not in before
    assert "unknown" == verdict(before)
    assert "licence" == verdict(after)
    (claim,) = after["accepted"]
    assert "listing:quanta" == claim["entry"]
    assert ("R. Officer", "2025-06-05") == (claim["accepted_by"], claim["accepted_on"])
    assert "90 FR 99999" == claim["source"]["text"]
    assert "accepted" in [pack["pack"] for pack in after["packs"]]


def test_the_finding_says_who_accepted_what_it_leans_on(place: Path) -> None:
    """In both languages the finding names source, reviewer, day and entry."""
    keep(place, "2025-06-03", source(), listing())
    keep(place, "2025-06-05", review("listing:quanta"))
    file, at = place.with_name("supply.yaml"), ("--record", place)
    told = " ".join(run("assess", file, *at).stdout.split())
    chinese = run("assess", file, *at, "--lang", "zh").stdout
    tree = run("explain", file, "supply_now/us.ear", *at).stdout
    proof = " ".join(tree.replace("│", " ").split())

    words = "accepted by R. Officer on 2025-06-05 (listing:quanta)"
    assert f"leans on: 90 FR 99999 (primary source), {words}" in told
    assert words in proof
    assert "由 R. Officer 于 2025-06-05 采信" in chinese


def test_an_answer_differs_by_the_day_of_knowledge(place: Path) -> None:
    """Known by the day before the review nothing of it is seen; withdrawn, no more."""
    keep(place, "2025-06-03", source(), listing())
    keep(place, "2025-06-05", review("listing:quanta"))
    gone = entry_of(
        "withdrawal",
        {"reason": "another firm of the same name"},
        id="withdrawal:quanta",
        begins=day("2025-06-08"),
        until=Undated.OPEN,
        source=source().id,
        about="listing:quanta",
    )
    keep(place, "2025-06-20", gone, review("withdrawal:quanta"))

    told = [
        verdict(assessed(place, "--known-by", by))
        for by in ("2025-06-10", "2025-06-19", "2025-06-20")
    ]

    assert ["licence", "licence", "unknown"] == told
    early = assessed(place, "--known-by", "2025-06-04")
    assert "accepted" not in early


def test_what_is_rejected_changes_nothing(place: Path) -> None:
    """A rejected listing leaves every byte of the answer as it was."""
    keep(place, "2025-06-03", source(), listing())
    before = assessed(place)
    done = run(
        *("review", "reject", "listing:quanta", "--record", place),
        *("--reviewer", "R. Officer", "--reason", "another firm"),
    )

    assert 0 == done.exit_code
    assert before == assessed(place)
    assert [] == waiting(place)


def test_a_correction_counts_and_keeps_the_original(place: Path) -> None:
    """The words of the correction count; what was recorded stays beside them."""
    keep(place, "2025-06-03", source(), listing("Quantum Orchard"))
    body = place.with_name("body.yaml")
    body.write_text(f"list: us.el\nname: {BUYER}\n", "utf-8")
    done = run(
        *("review", "correct", "listing:quanta", "--record", place, "--body", body),
        *("--reviewer", "R. Officer", "--reason", "misread"),
    )
    history = run("record", "history", "listing:quanta", "--record", place, "--json")

    assert 0 == done.exit_code, done.stderr
    assert "licence" == verdict(assessed(place))
    assert "Quantum Orchard" == json.loads(history.stdout)[0]["body"]["name"]


@pytest.mark.parametrize("missing", ["--reviewer", "--reason"])
def test_a_review_has_a_name_and_a_reason(place: Path, missing: str) -> None:
    """Without who or why nothing is decided."""
    keep(place, "2025-06-03", source(), listing())
    given = {"--reviewer": "R. Officer", "--reason": "read it"}
    words = [
        w for name, value in given.items() if name != missing for w in (name, value)
    ]
    done = run("review", "accept", "listing:quanta", "--record", place, *words)

    assert 2 == done.exit_code
    assert 1 == len(waiting(place))


def test_an_entry_that_is_not_there_is_told(place: Path) -> None:
    """A review of nothing is refused, and none of its fellows is written."""
    keep(place, "2025-06-03", source(), listing())
    done = run(
        *("review", "accept", "listing:quanta", "listing:none", "--record", place),
        *("--reviewer", "R. Officer", "--reason", "read it"),
    )

    assert 3 == done.exit_code
    assert "listing:none" in done.stderr
    assert 1 == len(waiting(place))


def test_what_changes_an_open_case_comes_first(place: Path) -> None:
    """Open cases before rules, rules before nothing, good sources before bad ones."""
    statement = entry_of(
        "statement",
        {"text": "a remark"},
        id="statement:remark",
        source=source().id,
        published=day("2025-06-01"),
    )
    post = source(POST)
    keep(
        place,
        "2025-06-03",
        source(),
        post,
        statement,
        listing("Somebody Else Ltd", "listing:post", source=post.id),
        listing("Another Firm Ltd", "listing:other"),
        listing(),
    )
    found = waiting(place, "--case", place.with_name("supply.yaml"))

    assert [
        "listing:quanta",
        "listing:other",
        "listing:post",
        "statement:remark",
    ] == [one["id"] for one in found]
    assert ["supply.yaml"] == found[0]["cases"]
    assert ["cases", "rules", "rules", "nothing"] == [one["effect"] for one in found]
    assert [1, 1, 4, 1] == [one["grade"] for one in found]


def test_a_contradiction_is_named_and_comes_before_its_like(place: Path) -> None:
    """An entry against one that was accepted, or against the packs, names it."""
    other = entry_of(
        "listing",
        {"list": "us.el", "name": BUYER},
        id="listing:later",
        begins=day("2025-06-09"),
        until=Undated.OPEN,
        source=source().id,
    )
    figure = entry_of(
        "figure",
        {"chip": "nvidia-h20", "figure": "tpp", "value": "9999", "unit": "TPP"},
        id="figure:h20",
        source=source().id,
    )
    keep(place, "2025-06-03", source(), listing(), listing("X Ltd", "listing:x"))
    keep(place, "2025-06-05", review("listing:quanta"), other, figure)
    found = {one["id"]: one for one in waiting(place)}

    assert ["listing:later", "figure:h20", "listing:x"] == list(found)
    assert ["listing:quanta"] == found["listing:later"]["contradicts"]
    assert ["packs"] == found["figure:h20"]["contradicts"]


def test_the_withdrawal_of_what_counts_is_looked_at_first(place: Path) -> None:
    """What would close an accepted listing changes the case, and names what it ends."""
    gone = entry_of(
        "withdrawal",
        {"reason": "another firm"},
        id="withdrawal:quanta",
        begins=day("2025-06-08"),
        until=Undated.OPEN,
        source=source().id,
        about="listing:quanta",
    )
    keep(place, "2025-06-03", source(), listing("X Ltd", "listing:x"), listing())
    keep(place, "2025-06-05", review("listing:quanta"), gone)
    first, second = waiting(place, "--case", place.with_name("supply.yaml"))

    assert ("withdrawal:quanta", ["supply.yaml"]) == (first["id"], first["cases"])
    assert ["listing:quanta"] == first["contradicts"]
    assert "rules" == second["effect"]


def test_what_repeats_another_comes_after_it(place: Path) -> None:
    """The same told twice is new once."""
    keep(place, "2025-06-03", source(), listing(), listing(entry="listing:again"))
    keep(place, "2025-06-04", listing("X Ltd", "listing:x"))

    told = [(one["id"], one["new"]) for one in waiting(place)]

    assert [
        ("listing:quanta", True),
        ("listing:x", True),
        ("listing:again", False),
    ] == told


def test_a_changed_source_asks_again(place: Path) -> None:
    """What was accepted of a page waits once more when the page has changed."""
    changed = source({**NOTICE, "digest": "c" * 64})
    keep(place, "2025-06-03", source(), listing())
    keep(place, "2025-06-05", review("listing:quanta"))
    assert [] == waiting(place)
    keep(place, "2025-06-06", changed)
    (again,) = waiting(place)

    assert "source_changed" == again["reason"]
    assert "licence" == verdict(assessed(place))
    keep(place, "2025-06-07", review("listing:quanta", reason="still so"))
    assert [] == waiting(place)


def test_the_withdrawal_of_a_statement_ends_its_measure(place: Path) -> None:
    """Accepted, it reaches the law, on the day and by the knowledge of the record."""
    said = entry_of(
        "statement",
        {"measure": "us.guidance.gp10.2025", "text": "guidance on certain circuits"},
        id="statement:guidance",
        begins=day("2025-05-13"),
        until=Undated.OPEN,
        source=source().id,
    )
    taken = entry_of(
        "withdrawal",
        {"reason": "taken back by its author"},
        id="withdrawal:guidance",
        begins=day("2025-05-20"),
        until=Undated.OPEN,
        source=source().id,
        about=said.id,
    )
    keep(place, "2025-05-14", source(), said, review(said.id))
    keep(place, "2025-05-21", taken, review(taken.id))
    file = ROOT / "examples" / "johor-ascend.yaml"

    def states(known_by: str) -> list[str]:
        done = run("assess", file, "--record", place, "--known-by", known_by, "--json")
        cells = json.loads(done.stdout)["cells"]
        kept = [
            c for c in cells if (c["course"], c["regime"]) == ("buy_more", "us.ear")
        ]
        return [f["provision"] for f in kept[0]["findings"]]

    assert "us.guidance.gp10.2025.dealing" in states("2025-05-20")
    assert "us.guidance.gp10.2025.dealing" not in states("2025-05-21")


def test_a_record_in_the_folder_of_data_is_read(place: Path) -> None:
    """The record beside the lists counts without being named."""
    data = place.parent / "data"
    data.mkdir()
    keep(
        data / "antinomy.db",
        "2025-06-03",
        source(),
        listing(),
        review("listing:quanta"),
    )
    file = place.with_name("supply.yaml")
    done = run("assess", file, "--data", data, "--json")
    without = run("assess", file, "--data", place.parent / "none", "--json")

    assert "licence" == verdict(json.loads(done.stdout))
    assert "accepted" not in json.loads(without.stdout)


def test_a_record_that_is_not_there_is_told(place: Path) -> None:
    """A record that is named and missing is bad input, never silence."""
    done = run("assess", place.with_name("supply.yaml"), "--record", place)

    assert 3 == done.exit_code
    assert "no record here" in done.stderr


def test_a_source_is_not_reviewed(place: Path) -> None:
    """Only what is said of the world waits for a person."""
    keep(place, "2025-06-03", source())
    done = run("review", "show", source().id, "--record", place)

    assert 3 == done.exit_code
    assert [] == waiting(place)
    assert "nothing waits" in run("review", "list", "--record", place).stdout


def test_the_queue_is_printed_in_both_languages(place: Path) -> None:
    """A person reads what an entry could change, and why it waits."""
    keep(place, "2025-06-03", source(), listing())
    english = run("review", "list", "--record", place).stdout
    chinese = run("review", "list", "--record", place, "--lang", "zh").stdout
    shown = run("review", "show", "listing:quanta", "--record", place).stdout

    assert "what a rule reads" in english
    assert "可能影响" in chinese
    assert BUYER in shown
    assert "Could change: what a rule reads" in shown


def test_nothing_in_the_record_steers_the_terminal(place: Path) -> None:
    """Markup stands as it is; escapes and turns of direction are spelt out."""
    hostile = "[/bold] \x1b[2J \u202egnp.exe\x9b31m [red]x"
    told = entry_of(
        "statement",
        {"text": hostile, "speaker": hostile},
        id="[/bold]",
        source=source().id,
    )
    keep(place, "2025-06-03", source({**NOTICE, "title": hostile}), told)
    asked = (
        ("record", "list"),
        ("record", "show", "[/bold]"),
        ("record", "history", "[/bold]"),
        ("review", "list"),
        ("review", "show", "[/bold]"),
    )
    for words in asked:
        done = run(*words, "--record", place)
        assert 0 == done.exit_code, done.output
        assert "[/bold]" in done.stdout
        assert not {"\x1b", "\x9b", "\u202e"} & {*done.stdout}
    assert r"\x1b[2J \u202egnp.exe\x9b31m" in run(*asked[1], "--record", place).stdout

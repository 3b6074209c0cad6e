"""Acts upon what was accepted: none of them makes an answer less careful."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.doors.running import ROOT, run
from tests.doors.test_review import (
    BUYER,
    NOTICE,
    POST,
    SUPPLY,
    assessed,
    day,
    keep,
    listing,
    review,
    source,
    verdict,
    waiting,
)

from antinomy.record import Entry, Kind, Undated, entry_of
from antinomy.values import Json

LETTER = "us.letter.h20.2025"
H20 = (ROOT / "examples" / "h20-shanghai.yaml").read_text("utf-8")
UNCERTAIN = source({**POST, "status": "uncertain"})
BY = ("--reviewer", "R. Officer", "--reason", "read it")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a place for a record, with a listing that was accepted and a case."""
    (tmp_path / "supply.yaml").write_text(SUPPLY, "utf-8")
    record = tmp_path / "record.db"
    keep(record, "2025-06-03", source(), UNCERTAIN, listing())
    keep(record, "2025-06-05", review("listing:quanta"))
    return record


def act(
    kind: Kind,
    about: str,
    begins: str,
    body: dict[str, Json] | None = None,
    of: Entry | None = None,
) -> Entry:
    """Give an act upon an entry, on the notice or on another source."""
    return entry_of(
        kind,
        body or {"reason": "taken back"},
        id=f"{kind}:{about}",
        begins=day(begins),
        until=Undated.OPEN,
        source=(of or source()).id,
        about=about,
    )


def on_letter(record: Path, of: Entry, *more: Entry) -> None:
    """Let a statement on the letter about the H20 be made, and taken back."""
    record.with_name("supply.yaml").write_text(H20, "utf-8")
    said = entry_of(
        "statement",
        {"measure": LETTER, "text": "a letter was sent"},
        id="said",
        begins=day("2025-04-09"),
        until=Undated.OPEN,
        source=of.id,
    )
    taken = act("withdrawal", said.id, "2025-04-15", of=of)
    keep(record, "2025-06-06", said, taken, review(said.id), review(taken.id), *more)


def test_a_revision_leaves_the_days_before_it(place: Path) -> None:
    """Each wording of a listing counts on its own days."""
    words: dict[str, Json] = {"list": "us.el", "name": BUYER, "note": "new address"}
    keep(place, "2025-07-01", act("revision", "listing:quanta", "2025-07-01", words))
    keep(place, "2025-07-02", review("revision:listing:quanta"))

    assert "licence" == verdict(assessed(place))
    assert "licence" == verdict(assessed(place, "--on", "2025-07-05"))


def test_hearsay_takes_no_listing_back(place: Path) -> None:
    """On a post a listing may have ended: unknown, and the act stands in the answer."""
    text = (
        SUPPLY
        + "screened: {buyer: {lists: [us.el], as_of: 2025-06-09, result: none}}\n"
    )
    place.with_name("supply.yaml").write_text(text, "utf-8")
    back = act("withdrawal", "listing:quanta", "2025-06-08", of=UNCERTAIN)
    before = assessed(place)
    keep(place, "2025-06-09", back, review(back.id))
    answer = assessed(place)
    printed = run("assess", place.with_name("supply.yaml"), "--record", place).stdout

    assert ("licence", "unknown") == (verdict(before), verdict(answer))
    (claim,) = answer["accepted"]
    assert back.id == claim["closings"][0]["entry"]
    assert "a post" == claim["closings"][0]["source"]["text"]
    assert "may end from 2025-06-08, unknown: a post" in " ".join(printed.split())
    digests = [
        next(p["digest"] for p in told["packs"] if p["pack"] == "accepted")
        for told in (before, answer)
    ]
    assert digests[0] != digests[1]


def test_the_default_day_of_knowledge_sees_every_act(place: Path) -> None:
    """An answer asked again for the day that it names is the same answer."""
    back = act("withdrawal", "listing:quanta", "2025-06-08")
    keep(place, "2027-01-05", back, review(back.id))
    answer = assessed(place)

    assert "2027-01-05" == answer["known_by"]
    assert "unknown" == verdict(answer)
    assert answer == assessed(place, "--known-by", "2027-01-05")
    assert "licence" == verdict(assessed(place, "--known-by", "2027-01-04"))


def test_an_act_published_later_ends_nothing_yet(place: Path) -> None:
    """A withdrawal of a day to come is no withdrawal, and moves no default."""
    back = act("withdrawal", "listing:quanta", "2025-06-08")
    back = replace(back, published=day("2205-01-01"))
    keep(place, "2025-06-09", back, review(back.id))

    assert "licence" == verdict(assessed(place))
    assert "licence" == verdict(assessed(place, "--known-by", "2025-06-10"))
    assert assessed(place)["known_by"] < "2205"


def test_a_source_is_worded_anew_once_it_is_accepted(place: Path) -> None:
    """A revision that nobody reviewed lifts no source; it waits for a person."""
    on_letter(place, UNCERTAIN)
    words: dict[str, Json] = {**NOTICE, "digest": "b" * 64}
    keep(place, "2025-06-07", act("revision", UNCERTAIN.id, "2025-05-01", words))
    asked = assessed(place)
    (waits,) = waiting(place)

    assert "unknown" == verdict(asked)
    assert f"revision:{UNCERTAIN.id}" == waits["id"]
    assert "rules" == waits["effect"]
    keep(place, "2025-06-08", review(waits["id"]))
    assert "none_found" == verdict(assessed(place))
    assert "unknown" == verdict(assessed(place, "--known-by", "2025-06-07"))


def test_a_measure_that_was_opened_again_is_open(place: Path) -> None:
    """A revision after the withdrawal leaves the state of the measure unknown."""
    words: dict[str, Json] = {"measure": LETTER, "text": "it stands again"}
    again = act("revision", "said", "2025-04-18", words)
    on_letter(place, source())
    gone = assessed(place)
    keep(place, "2025-06-07", again, review(again.id))

    assert "none_found" == verdict(gone)
    assert "unknown" == verdict(assessed(place))


def test_a_wording_without_a_claim_is_refused(place: Path) -> None:
    """What would turn a claim into none is not accepted, as revision or correction."""
    spoilt = act("revision", "listing:quanta", "2025-06-08", {"name": BUYER})
    keep(place, "2025-06-09", spoilt)
    body = place.with_name("body.yaml")
    body.write_text(f"name: {BUYER}\n", "utf-8")
    at = ("--record", place, *BY)
    accepted = run("review", "accept", spoilt.id, *at)
    corrected = run("review", "correct", "listing:quanta", "--body", body, *at)

    assert (3, 3) == (accepted.exit_code, corrected.exit_code)
    assert "its body has no list" in accepted.stderr
    assert "without a claim" in corrected.stderr
    keep(place, "2025-06-09", review(spoilt.id))  # past the door
    assert "unknown" == verdict(assessed(place))
    assert "licence" == verdict(assessed(place, "--on", "2025-06-07"))


def test_what_is_not_public_yet_is_refused(place: Path) -> None:
    """An entry published on a day to come is accepted on that day, or never."""
    late = replace(listing("X Ltd", "late"), published=day("2205-06-02"))
    keep(place, "2025-06-06", late)
    done = run("review", "accept", "late", "--record", place, *BY)

    assert 3 == done.exit_code
    assert "2205-06-02" in done.stderr


def test_a_second_correction_keeps_the_days_of_the_first(place: Path) -> None:
    """Days that a correction does not state stay as the correction before left them."""
    body = place.with_name("body.yaml")
    body.write_text(f"list: us.el\nname: {BUYER}\n", "utf-8")
    words = ("review", "correct", "listing:quanta", "--body", body, "--record", place)
    run(*words, "--from", "2025-05-01", *BY)
    run(*words, *BY)
    told = run("record", "list", "--accepted", "--json", "--record", place).stdout

    assert "2025-05-01" == json.loads(told.splitlines()[0])["valid"]["from"]


def test_accepting_what_changes_nothing_says_so(place: Path) -> None:
    """The reviewer hears at once why an accepted entry reaches no answer."""
    keep(place, "2025-06-06", listing(entry="odd", list="BIS Entity List"))
    done = run("review", "accept", "odd", "--record", place, *BY)
    plain = run("review", "accept", "listing:quanta", "--record", place, *BY)

    assert "odd: accepted; nothing: no rule reads the list BIS Entity List" in (
        " ".join(done.stdout.split())
    )
    assert "listing:quanta: accepted\n" == plain.stdout

"""Items are read strictly, and written so that they are read back the same."""

import json
from pathlib import Path

import pytest

from antinomy.claims import Figure, Item, item_from, item_json, read_claims
from antinomy.files import parse_document
from antinomy.values import InputError, PackError, canonical_bytes

RECORD = Path(__file__).parents[2] / "src" / "antinomy" / "packs" / "record"
CLAIMS = read_claims(RECORD)

EVENT = """
id: event.x
kind: talks_held
when: {from: 2025-09-14, to: 2025-09-15}
known_from: 2025-09-14
note: {en: Talks., zh: 会谈。}
evidence: [{text: A page, status: secondary}]
"""
FIGURE = """
id: figure.x
subject: org:x
measure: {en: share, zh: 份额}
unit: "%"
value: 1/3
known_from: 2025-01-01
note: {en: A third., zh: 三分之一。}
evidence: [{text: A page, status: secondary}]
"""


def read(text: str) -> Item:
    """Read an item from YAML."""
    return item_from(parse_document(text, "x.yaml"), CLAIMS.terms)


def fault_of(text: str) -> str:
    """Give what is said of an item that cannot be read."""
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


@pytest.mark.parametrize("item", CLAIMS.items.values(), ids=lambda item: item.id)
def test_what_is_written_is_read_back(item: Item) -> None:
    """Every item of the shipped record survives canonical JSON unchanged."""
    written = canonical_bytes(item_json(item)).decode()

    assert item == item_from(parse_document(written, "x.json"), CLAIMS.terms)


def test_a_fraction_stays_exact() -> None:
    """A number that no decimal ends is kept as a fraction."""
    item = read(FIGURE)
    written = item_json(item)

    assert isinstance(item, Figure)
    assert isinstance(written, dict)
    assert "1/3" == written["value"]
    assert item == item_from(
        parse_document(json.dumps(written), "x.json"), CLAIMS.terms
    )


def test_an_unknown_key_is_told_with_its_place() -> None:
    """A misspelt field is refused with line, column and the nearest known one."""
    assert (
        "x.yaml:8:1: acters: unknown key 'acters'; did you mean \"actors\"?"
        == fault_of(f"{EVENT}acters: [place:us]\n")
    )


def test_a_kind_is_one_of_the_vocabulary() -> None:
    """A kind of event that nobody knows is refused with the nearest one."""
    told = fault_of(EVENT.replace("talks_held", "talk_held"))

    assert 'did you mean "talks_held"?' in told


def test_nothing_enters_without_a_source() -> None:
    """An item that names no publication is refused."""
    told = fault_of(EVENT.replace("[{text: A page, status: secondary}]", "[]"))

    assert "nothing enters without evidence" in told


def test_a_search_that_found_nothing_needs_no_source() -> None:
    """A figure sought and not found rests on nothing and has no value."""
    text = FIGURE.replace("value: 1/3\n", "")
    item = read(text.replace("[{text: A page, status: secondary}]", "[]"))

    assert isinstance(item, Figure)
    assert item.value is None


def test_a_text_stands_in_both_languages() -> None:
    """A note without Chinese is refused."""
    told = fault_of(EVENT.replace("{en: Talks., zh: 会谈。}", "{en: Talks.}"))

    assert "en and zh" in told


def test_days_run_forward() -> None:
    """An event that ends before it begins is refused."""
    assert "2025-09-13 is before 2025-09-14" in fault_of(
        EVENT.replace("to: 2025-09-15", "to: 2025-09-13")
    )


def test_the_first_word_of_an_id_tells_the_kind() -> None:
    """An id that names no kind of item is refused."""
    assert "is no id" in fault_of(EVENT.replace("event.x", "thing.x"))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """A folder with three faults in two files tells the three of them."""
    (tmp_path / "terms.yaml").write_text((RECORD / "terms.yaml").read_text("utf-8"))
    body = "".join(f"    {line}\n" for line in EVENT.strip().splitlines())
    one = f"items:\n  -\n{body}"
    twice = one.replace("talks_held", "talk_held") + f"  -\n{body}"
    stray = one.replace("event.x", "event.y") + "    relations: [{answers: event.q}]\n"
    (tmp_path / "a.yaml").write_text(twice)
    (tmp_path / "b.yaml").write_text(one)
    (tmp_path / "c.yaml").write_text(stray)

    with pytest.raises(PackError) as caught:
        read_claims(tmp_path)

    told = str(caught.value)
    assert 3 == len(caught.value.faults)
    assert "'talk_held' is not a word known here" in told
    assert "'event.x' stands at" in told
    assert "'event.y' answers 'event.q', not here" in told

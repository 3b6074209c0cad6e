import json

import pytest
from tests.record.making import SOURCE, day

from antinomy.record import Undated, entries_in
from antinomy.values import InputError

ONE = f"""
entries:
  - kind: statement
    id: said
    valid: {{from: 2025-05-13, to: open}}
    said: 2025-05-13
    source: {SOURCE.id}
    body:
      text: "as first worded"
      share: "33.34"
      count: 3
      oral: true
      quoted: "true"
      speaker: null
      names: [a, 2025-05-13]
"""
LINE = (
    '{"kind": "statement", "id": "said", "valid": {"from": "2025-05-13", "to": "open"},'
    f' "said": "2025-05-13", "source": "{SOURCE.id}",'
    ' "body": {"text": "as first worded", "share": "33.34", "count": 3, "oral": true,'
    ' "quoted": "true", "speaker": null, "names": ["a", "2025-05-13"]}}'
)


def test_a_form_and_a_line_say_the_same() -> None:
    """YAML and JSON Lines give the same entry, with its dates and its exact body."""
    (entry,) = entries_in(ONE, "entries.yaml")

    assert [entry] == list(entries_in(LINE, "entries.jsonl"))
    assert (day(13), Undated.OPEN) == (entry.valid.begins, entry.valid.until)
    assert {
        "text": "as first worded",
        "share": "33.34",
        "count": 3,
        "oral": True,
        "quoted": "true",
        "speaker": None,
        "names": ["a", "2025-05-13"],
    } == entry.body


def test_an_entry_written_is_read_again() -> None:
    """What is exported is imported as the same entry."""
    (entry,) = entries_in(ONE, "entries.yaml")

    assert [entry] == list(entries_in(json.dumps(entry.as_json()), "again.jsonl"))


def test_days_that_are_not_stated_are_unknown() -> None:
    """An entry without `valid` may have held on any day."""
    bare = f"- {{kind: event, source: '{SOURCE.id}', body: {{what: it}}}}"
    (entry,) = entries_in(bare, "e.yaml")

    assert Undated.UNKNOWN is entry.valid.begins
    assert Undated.UNKNOWN is entry.valid.until


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: statement", "kind: statment", '3:11: .*did you mean "statement"'),
        ("said:", "sayd:", "unknown key 'sayd'.*did you mean"),
        ("2025-05-13, to", "2025-02-30, to", "5:19: .*nor `open`, nor `unknown`"),
        ('"33.34"', "33.34", "10:14: .*33.34 is kept exactly only as text"),
        ("to: open", "to: 2025-05-12", "before it begins on 2025-05-13"),
        ("    source:", "    about: x\n    source:", "3:5: .*has no `about`"),
        ("entries:", "entires:", "'entries' is missing here"),
    ],
)
def test_a_fault_is_told_with_its_place(old: str, new: str, told: str) -> None:
    """File, line and column stand before what is wrong."""
    with pytest.raises(InputError, match=told) as caught:
        list(entries_in(ONE.replace(old, new), "entries.yaml"))

    assert str(caught.value).startswith("entries.yaml:")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"count": 3', '"count": 3.5', "2:1: 3.5 is kept exactly only as text"),
        ('"count": 3', '"count": 3, "count": 4', "2:1: .*'count' stands twice"),
        ('"count": 3', '"count": NaN', "2:1: .*NaN is no number of JSON"),
        ("}}", "}", "2:1: this line is not whole JSON"),
        ('"kind": "statement", ', "", "2:1: 'kind' is missing here"),
    ],
)
def test_a_fault_of_a_line_is_told_with_its_number(
    old: str, new: str, told: str
) -> None:
    """In JSON Lines the line is named."""
    with pytest.raises(InputError, match=told):
        list(entries_in(f"{LINE}\n{LINE.replace(old, new)}", "entries.jsonl"))


def test_a_body_without_end_is_refused() -> None:
    """Nesting without end is told, and breaks nothing."""
    for deep in (50, 500, 50_000):
        body = '{"a":' * deep + "1" + "}" * deep

        with pytest.raises(InputError, match=r"e\.jsonl:1:1: "):
            list(entries_in(f'{{"kind": "event", "body": {body}}}', "e.jsonl"))

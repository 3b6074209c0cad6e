"""A file that cannot be read is refused in one sentence with its place."""

import pytest
from tests.transaction.reading import read

from antinomy.values import InputError

PARTY = "parties: [{{id: a, {0}}}]"
CHIP = "items: [{{id: a, kind: chip, {0}}}]"

# What the file says, where the fault is, and what is told.
REFUSED = [
    ("- transaction: x", "1:1", "expected a mapping (name: value), found a list"),
    ("deal", "1:1", "expected a mapping (name: value), found the word 'deal'"),
    ("partys: []", "1:1", 'unknown key \'partys\'; did you mean "parties"?'),
    ("id: x", "1:1", "unknown key 'id'"),
    ("end_use: {knd: other}", "1:11", 'did you mean "kind"?'),
    ("end_use: [other]", "1:10", "expected a mapping (name: value) of facts"),
    ("end_use: other", "1:10", "expected a mapping (name: value) of facts"),
    ("destination: China", "1:14", "two-letter ISO code"),
    ("destination: [CN]", "1:14", "'destination' is one place, not a list"),
    ("dates: {act: 2025-02-30}", "1:14", "not a day of the calendar"),
    ("dates: {act: 22.5.2025}", "1:14", "not a day"),
    ("end_use: {kind: datacentre}", "1:17", 'did you mean "data_centre"?'),
    ("end_use: {government: yes}", "1:23", "true, false or unknown; found 'yes'"),
    ("end_use: {kind: not_applicable}", "1:17", "cannot be not_applicable here"),
    ("end_use: {kind: {value: other, unknown: x}}", "1:17", "found value and unknown"),
    ("end_use: {kind: {source: x}}", "1:17", "expected one of value, unknown"),
    ("end_use: {kind: {value: }}", "1:17", "with a value"),
    ("end_use: {kind: {valu: other}}", "1:18", 'did you mean "value"?'),
    ("end_use: {kind: {between: [1, 2]}}", "1:27", "two numbers or two days"),
    ("end_use: {kind: {one_of: []}}", "1:26", "at least one value"),
    ("end_use: {kind: {one_of: [other, unknown]}}", "1:34", "among other words"),
    ("end_use: {kind: other}\nend_use.kind: other", "2:1", "stands twice"),
    ("dates: {act: {between: [2025-05-02, 2025-05-01]}}", "1:24", "above the upper"),
    ("asking: b\nparties: [{id: a}]", "1:9", "asking names 'b', no party here"),
    ("asking: [a]\nparties: [{id: a}]", "1:9", "expected a single value"),
    ("parties: [{id: a}, {id: a}]", "1:20", "the id 'a' stands twice in parties"),
    ("parties: [{id: a.b}]", "1:16", "an id begins with a letter"),
    ("parties: [{id: 'a]'}]", "1:16", "an id begins with a letter"),
    ("parties: [{id: 1}]", "1:16", "found '1'"),
    ("parties: [{id: [a]}]", "1:16", "an id begins with a letter"),
    ("parties: {a: {roles: seller}}", "1:11", "unknown key 'a'"),
    ("parties: a", "1:10", "parties is a list; begin each member with '-'"),
    ("parties: [a]", "1:11", "a member of parties is a mapping"),
    ("parties: {complete: maybe, items: []}", "1:21", "true, false or unknown"),
    ("parties: {complete: true, itms: []}", "1:27", 'did you mean "items"?'),
    ("parties_complete: true", "1:1", "stands without the list it speaks of"),
    ("parties: {complete: true}\nparties_complete: true", "2:19", "stated twice"),
    ("parties: unknown\nparties_complete: true", "1:10", "unknown and complete"),
    ("note: [a]", "1:7", "a note is one text"),
    (PARTY.format("roles: [buyer]"), "1:27", "is not a word of 'roles'"),
    (PARTY.format("roles: [unknown]"), "1:27", "say it of the whole"),
    (PARTY.format("name: ''"), "1:25", "'name' is empty"),
    (PARTY.format("assets_in: [[CN]]"), "1:31", "a member of assets_in is a mapping"),
    (PARTY.format("owners: [{share: 120}]"), "1:36", "above 100 percent"),
    (PARTY.format("owners: [{share: -1}]"), "1:36", "below zero"),
    (PARTY.format("owners: [{share: 60}, {share: 41}]"), "1:27", "hold 101 percent"),
    (CHIP.format("tpp: 4800 GB/s"), "1:34", "'tpp' is in TPP; found 'GB/s'"),
    (CHIP.format("io_rate: 600 MW"), "1:38", "(known here: GB/s, TB/s)"),
    (CHIP.format("tpp: NaN"), "1:34", "'tpp' is a number in TPP"),
    (CHIP.format("tpp: .inf"), "1:34", "'tpp' is a number in TPP"),
    (CHIP.format("tpp: 1e400"), "1:34", "'tpp' is a number in TPP"),
    (CHIP.format("tpp: 0x12"), "1:34", "'tpp'"),
    (CHIP.format("tpp: '4,800'"), "1:34", "'tpp'"),
    (CHIP.format("tpp: not_applicable"), "1:34", "cannot be not_applicable"),
    (CHIP.format("chip: nvidia-h1000"), "1:35", "not a chip known here"),
    (CHIP.format("tpp: 1, contains: [{chip: nvidia-h20}]"), "1:34", "belongs to a"),
    ("items: [{id: a, kind: server, tpp: 4800}]", "1:31", "unknown key 'tpp'"),
    ("items: [{id: a, system: dgx-h1000}]", "1:25", "not a system known here"),
    ("screened: {a: {lists: us.el}}", "1:12", "screened names 'a', no party here"),
    (PARTY.format("name: X") + "\nscreened: {a: {lists: us.el, result: none}}",
     "2:15", "add `as_of`"),
    (PARTY.format("name: X") + "\nscreened: {a: {as_of: 2025-01-01, result: none}}",
     "2:15", "add `lists`"),
    (PARTY.format("name: X") + "\nscreened: {a: {result: clear}}",
     "2:24", "'clear' is not a word known here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "told"), REFUSED)
def test_a_fault_has_its_place(text: str, place: str, told: str) -> None:
    """Each wrong shape, word, unit or day is told with file, line and column."""
    with pytest.raises(InputError) as caught:
        read(text)

    assert str(caught.value).startswith(f"deal.yaml:{place}: "), caught.value
    assert told in str(caught.value)


def test_json_is_held_to_the_same_rules() -> None:
    """A key unknown in YAML is unknown in JSON, at its own line."""
    with pytest.raises(InputError, match=r"deal\.json:2:3: partys: unknown key"):
        read('{"transaction": "x",\n  "partys": []}', "deal.json")

"""Bad input: what cannot be is refused where it stands, and hides nothing else."""

import pytest
from tests.routes.reading import codes, judged, read, read_all

from antinomy.routes import Case
from antinomy.values import InputError

ROW = "{month: 2025-01, sg_reports_exports_to_th: 5}"
FILE = """
cases:
- id: one
  as_of: 2025-06-01
  parties:
    - {{id: A, role: server maker, country: US}}
    - {{id: B, role: operator, country: MY, hq: MY, founded: 2015{actor}}}
  flow: [{{from: A, to: {to}, date: {date}, qty: {qty}}}]
  {more}
"""


def path(**given: str) -> str:
    """Write one leg from A to B."""
    known = {"actor": "", "to": "B", "date": "2025-05", "qty": "5", "more": "other: []"}
    return FILE.format(**{**known, **given})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"qty": "-5"}, "supply.yaml:8:47: .*an amount is not below zero: '-5'"),
        ({"date": "2025-02-30"}, "'2025-02-30' is not a day of the calendar"),
        ({"date": "2025-13"}, "'2025-13' is not a day of the calendar"),
        ({"date": "2025-05..2025-04"}, "ends before it begins"),
        ({"qty": "9" * 60}, "is not a decimal number within bounds"),
        ({"more": "parties: []"}, "'parties' stands twice"),
        ({"more": "audits: [[1]]"}, "expected a mapping"),
        ({"more": "holdings: [{owner: A, owned: B, share: 130}]"}, "0 and 100 percent"),
        (
            {"more": "owners: [{of: B, by: A, share: 70}, {of: B, by: C, share: 40}]"},
            "hold 110 percent together",
        ),
        (
            {"more": f"statistics: [{ROW}, {ROW}]"},
            "the month '2025-01' stands twice",
        ),
    ],
)
def test_what_cannot_be_is_refused(given: dict[str, str], said: str) -> None:
    """The fault is told with its place and what was expected."""
    with pytest.raises(InputError, match=said):
        raise_first(path(**given))


def raise_first(text: str) -> None:
    """Raise the first fault of a file."""
    for found in read_all(text):
        if isinstance(found, InputError):
            raise found


def test_a_faulty_case_hides_no_other() -> None:
    """A party stated twice, and a case stated twice, are told; the rest is read."""
    text = """
cases:
- {id: a, as_of: 2025-01-01, parties: [{id: X}, {id: X}]}
- {id: b, as_of: 2025-01-01, note: fine}
- {id: b, as_of: 2025-01-01}
"""
    found = read_all(text)

    assert [InputError, Case, InputError] == [type(each) for each in found]
    assert "the party 'X' stands twice" in str(found[0])
    assert "the case 'b' stands twice; it was given at line 4" in str(found[2])


def test_a_file_without_cases_says_so() -> None:
    """An empty list of cases is no answer."""
    with pytest.raises(InputError, match="holds no case"):
        read_all("cases: []")


def test_a_party_not_described_is_unknown_and_named() -> None:
    """A leg to a name that is no party is kept, and the nearest name is told."""
    found = read(path(to="BB"))

    assert ["BB"] == [m.target for m in found.movements]
    assert any("'BB' is no party here" in doubt for doubt in found.doubts)


def test_a_misspelt_section_is_read_as_prose_and_told() -> None:
    """A key that is near to a known one is named with it."""
    found = read(path(more="payment_s: [{to: A}]"))

    assert any('did you mean "payments"' in doubt for doubt in found.doubts)


def test_nothing_stated_is_not_clear() -> None:
    """A case with nothing in it is a question."""
    found = judged("cases: [{id: a, as_of: 2025-01-01}]")

    assert "inquire" == found.outcome.disposition.value


def test_circles_of_parents_and_goods_end() -> None:
    """Parents above each other and goods in a ring are read to their end."""
    text = """
cases:
- id: ring
  as_of: 2025-06-01
  parties: [{id: A, country: US, parent: B}, {id: B, country: MY, parent: A}]
  flow:
    - {from: A, to: B, date: 2025-01-01, qty: 5}
    - {from: B, to: A, date: 2025-01-02, qty: 5}
    - {from: A, to: A, date: 2025-01-03, qty: 1}
"""

    assert {"A", "B"} == set(judged(text).reached)


def test_a_field_answers_what_a_note_says() -> None:
    """Telemetry stated as well answers a note that it was dark; both are told."""
    text = path(more="site: {place: MY, telemetry: ok}\n  other: [telemetry was dark]")
    found = judged(text)

    assert () == found.codes
    assert ["RF-LOCATION"] == [evidence.code for evidence in found.answered]


def test_what_an_author_expects_is_not_read() -> None:
    """Titles, reasons and expectations show nothing."""
    more = "title: relabelled boxes\n  why: dummy servers\n  expect: {flags: [RF-DESC]}"

    assert set() == codes(path(more=more))

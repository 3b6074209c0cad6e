"""What follows: classes of evidence count, and a licence only where it is certain."""

import pytest
from tests.routes.reading import judged

FILE = """
cases:
- id: one
  as_of: {on}
  goods: {{item: {item}, {eccn}qty: 50}}
  parties:
    - {{id: A, role: server maker, country: US}}
    - {{id: B, role: {role}, country: {country}, hq: {country}, founded: 2012{actor}}}
  flow: [{{from: A, to: B, date: {on}}}]
  {more}
"""


def disposition(**given: str) -> str:
    """Judge one delivery."""
    known = {
        "on": "2025-06-01",
        "item": "servers",
        "eccn": "eccn: 4A090.a, ",
        "role": "operator",
        "country": "MY",
        "actor": "",
        "more": "other: []",
    }
    found = judged(FILE.format(**{**known, **given}))
    return found.outcome.disposition.value


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "clear"),
        ({"actor": ", website: none"}, "inquire"),
        ({"more": "other: [serial numbers do not match]"}, "hold"),
        ({"country": "CN"}, "refuse_or_license"),
        ({"country": "CN", "eccn": "eccn: 4A994 or 4A090, "}, "inquire"),
        ({"country": "CN", "eccn": "", "item": "H100 servers"}, "refuse_or_license"),
        ({"country": "CN", "eccn": "", "item": "servers"}, "inquire"),
        ({"country": "CN", "role": "freight forwarder"}, "hold"),
        ({"actor": ", lists: [EL]"}, "refuse_or_license"),
        ({"actor": ", lists: [{list: EL, from: 2025-09-01}]"}, "clear"),
        ({"on": "2022-01-10", "country": "CN"}, "inquire"),
    ],
)
def test_a_delivery_is_weighed(given: dict[str, str], expected: str) -> None:
    """One light flag asks, a contradiction holds, a certain requirement refuses."""
    assert expected == disposition(**given)


USER = """
cases:
- id: remote
  as_of: 2025-06-01
  parties:
    - {{id: H, role: data centre operator, country: MY, hq: MY}}
    - {{id: U, role: cloud customer, country: CN, hq: CN{actor}}}
  service: {{provider: H, user: U, kind: rented compute, purpose: {purpose}}}
"""


@pytest.mark.parametrize(
    ("actor", "purpose", "expected"),
    [
        ("", "language models", "inquire"),
        (", lists: [EL]", "language models", "refuse_or_license"),
        ("", "models for missile guidance", "refuse_or_license"),
    ],
)
def test_compute_from_afar_is_asked_about(
    actor: str, purpose: str, expected: str
) -> None:
    """A user of compute is no recipient; a list or a military purpose decides."""
    found = judged(USER.format(actor=actor, purpose=purpose))

    assert expected == found.outcome.disposition.value
    assert "RF-HQ" not in found.codes


CLAIMS = """
cases:
- id: claims
  as_of: 2025-06-01
  parties: [{{id: B, role: operator, country: MY, hq: MY}}]
  customs: {{units_imported: 900}}
  inventory: {{units_at_sites: 400}}
  other: [goods still in boxes, no support contract, half of the goods were missing]
  claims:
    - {{by: maker, says: visits found no diversion}}
    - {{by: {by}, says: only a few units were seen}}
"""


@pytest.mark.parametrize(
    ("by", "reason"), [("press", "conflict"), ("maker", "one_class")]
)
def test_sources_in_conflict_are_both_shown(by: str, reason: str) -> None:
    """Statements of two sources that conflict make a question; one cannot conflict."""
    found = judged(CLAIMS.format(by=by))

    assert (reason, "") in found.outcome.reasons
    assert (by == "press") is bool(found.conflict)

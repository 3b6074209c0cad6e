"""Third-country permits: the notice of Malaysia is due on the way out."""

import pytest
from tests.routes.reading import codes

FILE = """
cases:
- id: leg
  as_of: 2025-09-01
  goods: {{item: H200 servers, eccn: 4A090.a, unit: server}}
  parties:
    - {{id: A, role: server maker, country: {source}}}
    - {{id: B, role: operator, country: {target}, hq: {target}, founded: 2011}}
  flow: [{{from: A, to: B, date: {date}, qty: 40, export_permit: none}}]
  other: [{note}]
"""


def raised(
    source: str = "MY",
    target: str = "ID",
    date: str = "2025-08-10",
    note: str = "serial numbers do not match",
) -> bool:
    """Tell whether the missing permit is a flag."""
    text = FILE.format(source=source, target=target, date=date, note=note)
    return "RF-PERMIT" in codes(text)


@pytest.mark.parametrize("given", [{}, {"source": "TW", "note": "an ordinary sale"}])
def test_a_missing_permit_is_a_flag(given: dict[str, str]) -> None:
    """Out of Malaysia under suspicion; out of elsewhere whatever else is said."""
    assert raised(**given)


@pytest.mark.parametrize(
    "given",
    [
        {"note": "an ordinary sale"},
        {"date": "2025-06-10"},
        {"source": "US", "target": "MY"},
    ],
)
def test_a_notice_not_due_is_not_missing(given: dict[str, str]) -> None:
    """Not without suspicion, not before the directive, not for an import."""
    assert not raised(**given)

"""Partner statistics: freight and timing explain, the rest points at a corridor."""

import pytest
from tests.routes.reading import codes, judged

FILE = """
cases:
- id: corridor
  as_of: 2025-06-30
  statistics:
    - {{month: 2025-01, sg_reports_exports_to_th: {a}, th_reports_imports_from_sg: {b}}}
    - {{month: 2025-02, sg_reports_exports_to_th: {c}, th_reports_imports_from_sg: {d}}}
"""


def months(a: int, b: int, c: int, d: int) -> list[object]:
    """Give the months with a gap."""
    found = judged(FILE.format(a=a, b=b, c=c, d=d))
    return [e.more["month"] for flag in found.flags for e in flag.evidence]


def test_freight_explains_a_tenth() -> None:
    """Imports a tenth above exports are freight and insurance."""
    assert [] == months(1000, 1100, 1000, 1000)


def test_goods_at_sea_close_with_the_next_month() -> None:
    """A gap that closes when two months are added is one of timing, and told so."""
    found = judged(FILE.format(a=1900, b=1000, c=1000, d=2000))

    assert () == found.flags
    assert [("2025-01", "2025-02")] * 2 == [gap.by_timing for gap in found.gaps]


def test_what_stays_is_measured_from_the_edge_of_the_band() -> None:
    """The gap is what freight leaves: 300 less 100 and a tenth."""
    [gap] = judged(FILE.format(a=100, b=300, c=100, d=100)).gaps

    assert 190 == gap.size


def test_rows_may_name_reporter_and_partner() -> None:
    """Two rows of one month, one a reporter, are compared like two series."""
    found = judged(
        """
cases:
- id: rows
  as_of: 2025-06-30
  statistics:
    - {month: 2025-01, reporter: SG, partner: TH, flow: exports, value_musd: 100}
    - {month: 2025-01, reporter: TH, partner: SG, flow: imports, value_musd: 300}
"""
    )

    assert [190] == [gap.size for gap in found.gaps]


def test_statistics_alone_never_go_beyond_a_question() -> None:
    """However wide the gap, a corridor is no firm."""
    found = judged(FILE.format(a=1, b=900000, c=1, d=1))

    assert "inquire" == found.outcome.disposition.value


@pytest.mark.parametrize(("april", "expected"), [(2740, {"RF-TIMING"}), (1100, set())])
def test_months_before_a_rule_are_held_against_those_before(
    april: int, expected: set[str]
) -> None:
    """A month twice as busy as those before it, just before a rule, is a question."""
    text = f"""
cases:
- id: months
  as_of: 2025-06-30
  customs: {{monthly: {{2025-01: 1120, 2025-02: 627, 2025-03: 1960, 2025-04: {april}}}}}
"""

    assert expected == codes(text)

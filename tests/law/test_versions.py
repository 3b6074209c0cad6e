"""Wordings of a rule: each has its days, and none comes back by itself."""

from pathlib import Path

import pytest
from tests.law.minipack import HEAD, law_of, standing_of

from antinomy.language import Interpreter, Member
from antinomy.law import State, law_on, rule_name
from antinomy.values import Day, KnownBy, Truth, parse_day

EVENTS = """
events:
  - {id: first, kind: opens, effective: 2025-01-01, cite: X 1}
  - {id: second, kind: amends, effective: 2025-04-01, cite: X 2}
  - {id: end, kind: amends, effective: 2025-08-01, cite: X 3}
"""
WORDINGS = """
provisions:
  - id: xx.p
    norm: {forbid: [export]}
    versions:
      - {opened_by: second, when: NOT sold, closed_by: end}
      - {opened_by: first, when: sold}
"""


@pytest.mark.parametrize(
    ("on", "state", "wording"),
    [
        ("2025-03-31", "in_force", "sold"),
        ("2025-04-01", "in_force", "NOT sold"),
        ("2025-07-31", "in_force", "NOT sold"),
        ("2025-08-01", "not_in_force", "NOT sold"),
    ],
)
def test_the_wording_of_the_day(
    on: str, state: str, wording: str, tmp_path: Path
) -> None:
    """A wording ends where the next begins; a closed one does not wake the old."""
    found = standing_of(law_of(tmp_path, HEAD + EVENTS + WORDINGS), on)

    assert state == found.state.value
    assert found.version is not None
    assert wording == found.version.when_text


@pytest.mark.parametrize("sold", [True, False])
def test_between_two_days_either_wording_may_apply(
    tmp_path: Path, *, sold: bool
) -> None:
    """On days when a rewording may have begun, both wordings are weighed."""
    events = EVENTS.replace(
        "effective: 2025-04-01", "effective: {between: [2025-04-01, 2025-04-05]}"
    )
    law = law_of(tmp_path, HEAD + events + WORDINGS)
    on = Day(parse_day("2025-04-02"))
    view = law_on(law, on, KnownBy(parse_day("2026-01-01")), {})
    rule = rule_name(law.provisions["xx.p"])

    assert State.UNKNOWN is view.standings["xx.p"].state
    case = Member(values={"sold": sold})
    assert Truth.UNKNOWN is Interpreter(view.live, case).truth(rule, case)


def test_a_wording_known_later_is_not_used_before(tmp_path: Path) -> None:
    """A wording that became known later is unknown to whoever asks before."""
    wordings = WORDINGS.replace(
        "when: NOT sold", "when: NOT sold, known_from: 2025-06-01"
    )
    law = law_of(tmp_path, HEAD + EVENTS + wordings)
    found = standing_of(law, "2025-05-01", "2025-05-01")

    assert found.version is not None
    assert "sold" == found.version.when_text

"""What events do to a rule, one by one."""

from pathlib import Path

import pytest
from tests.law.minipack import HEAD, PROVISION, law_of, standing_of

from antinomy.law import State

OPENS = "{id: first, kind: opens, effective: 2025-01-01, cite: X 1}"
STAY = "{id: stay, kind: suspends, effective: 2025-03-01, until: 2025-06-30, cite: X 2}"


def measure(*events: str, provisions: str = PROVISION, head: str = HEAD) -> str:
    """Write a measure of these events."""
    lines = "".join(f"  - {event}\n" for event in events)
    return f"{head}events:\n{lines}{provisions}"


DAYS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "a rule opens on its first day": (
        (OPENS,),
        {"2024-12-31": "not_in_force", "2025-01-01": "in_force"},
    ),
    "without a day of effect the day it was told stands for it": (
        ("{id: first, kind: opens, announced: 2025-01-01, published: 2025-01-03}",),
        {"2024-12-31": "not_in_force", "2025-01-01": "in_force"},
    ),
    "a suspension sleeps to its last day, then the state is open": (
        (OPENS, STAY),
        {
            "2025-02-28": "in_force",
            "2025-03-01": "suspended",
            "2025-06-30": "suspended",
            "2025-07-01": "unknown",
        },
    ),
    "whether the last day is included may be unknown": (
        (OPENS, STAY.replace("cite", "until_included: unknown, cite")),
        {"2025-06-29": "suspended", "2025-06-30": "unknown", "2025-07-01": "unknown"},
    ),
    "a last day that is not included is past": (
        (OPENS, STAY.replace("cite", "until_included: false, cite")),
        {"2025-06-29": "suspended", "2025-06-30": "unknown"},
    ),
    "a second suspension from the day after extends the first": (
        (
            OPENS,
            STAY,
            "{id: more, kind: suspends, effective: 2025-07-01, until: 2026-06-30}",
        ),
        {"2025-06-30": "suspended", "2025-07-01": "suspended", "2026-07-01": "unknown"},
    ),
    "a resumption ends a suspension before its named end": (
        (OPENS, STAY, "{id: back, kind: resumes, effective: 2025-05-01}"),
        {"2025-04-30": "suspended", "2025-05-01": "in_force", "2025-07-01": "in_force"},
    ),
    "a resumption after the named end leaves the days between open": (
        (OPENS, STAY, "{id: back, kind: resumes, effective: 2025-07-10}"),
        {"2025-07-09": "unknown", "2025-07-10": "in_force"},
    ),
    "a suspension that begins before the rule opens covers it": (
        (OPENS, "{id: stay, kind: suspends, effective: 2024-12-01, until: 2025-06-30}"),
        {
            "2024-12-15": "not_in_force",
            "2025-01-01": "suspended",
            "2025-07-01": "unknown",
        },
    ),
    "a suspension that ended before the rule opens does not touch it": (
        (OPENS, "{id: stay, kind: suspends, effective: 2024-01-01, until: 2024-06-30}"),
        {"2025-01-01": "in_force"},
    ),
    "a rule closes on the first day it is no longer in force": (
        (OPENS, "{id: end, kind: closes, effective: 2025-04-01}"),
        {"2025-03-31": "in_force", "2025-04-01": "not_in_force"},
    ),
    "a withdrawal between two days leaves those days open": (
        (
            OPENS,
            "{id: e, kind: withdraws, effective: {between: [2025-04-01, 2025-04-05]}}",
        ),
        {
            "2025-03-31": "in_force",
            "2025-04-01": "unknown",
            "2025-04-05": "not_in_force",
        },
    ),
    "an opening between two days leaves those days open": (
        ("{id: first, kind: opens, effective: {between: [2025-01-01, 2025-01-05]}}",),
        {
            "2024-12-31": "not_in_force",
            "2025-01-04": "unknown",
            "2025-01-05": "in_force",
        },
    ),
    "a resumption between two days leaves those days open": (
        (
            OPENS,
            STAY,
            "{id: b, kind: resumes, effective: {between: [2025-05-01, 2025-05-03]}}",
        ),
        {"2025-04-30": "suspended", "2025-05-02": "unknown", "2025-05-03": "in_force"},
    ),
    "withheld enforcement leaves the rule codified": (
        (OPENS, "{id: w, kind: suspends, aspect: enforcement, effective: 2025-03-01}"),
        {
            "2025-02-28": "in_force",
            "2025-03-01": "unenforced",
            "2026-03-01": "unenforced",
        },
    ),
    "enforcement that ends for good is withheld, and does not close the rule": (
        (OPENS, "{id: w, kind: closes, aspect: enforcement, effective: 2025-03-01}"),
        {"2025-03-01": "unenforced"},
    ),
    "enforcement resumed does not wake a rule whose force is suspended": (
        (
            OPENS,
            STAY,
            "{id: w, kind: suspends, aspect: enforcement, effective: 2025-03-01}",
            "{id: b, kind: resumes, aspect: enforcement, effective: 2025-04-01}",
        ),
        {"2025-04-02": "suspended", "2025-07-01": "unknown"},
    ),
    "an awaited event that is due and unanswered leaves the state open": (
        (OPENS, "{id: a, kind: awaited, after: 2025-05-31}"),
        {"2025-05-31": "in_force", "2025-06-01": "unknown"},
    ),
    "an awaited event is answered by what took effect after it": (
        (
            OPENS,
            "{id: a, kind: awaited, after: 2025-05-31}",
            "{id: s, kind: amends, effective: 2025-06-10}",
        ),
        {"2025-06-09": "unknown", "2025-06-10": "in_force"},
    ),
    "a rule resumed early no longer awaits the end of its suspension": (
        (
            OPENS,
            STAY,
            "{id: a, kind: awaited, after: 2025-06-30}",
            "{id: b, kind: resumes, effective: 2025-05-01}",
        ),
        {"2025-07-01": "in_force"},
    ),
    "an event of other provisions leaves this one alone": (
        (OPENS, "{id: end, kind: closes, effective: 2025-04-01, provisions: [xx.q]}"),
        {"2025-04-01": "in_force"},
    ),
    "a rule closed and opened anew is in force without its old suspension": (
        (
            OPENS,
            "{id: stay, kind: suspends, effective: 2025-02-01}",
            "{id: end, kind: closes, effective: 2025-03-01}",
            "{id: anew, kind: opens, effective: 2025-05-01}",
        ),
        {"2025-02-01": "suspended", "2025-03-01": "not_in_force"},
    ),
}
TWO = PROVISION + "  - {id: xx.q, norm: {forbid: [export]}, when: sold}\n"


@pytest.mark.parametrize("rule", DAYS)
def test_events_decide_the_state(rule: str, tmp_path: Path) -> None:
    """Each row of the table is a rule; its days say what it gives."""
    events, wanted = DAYS[rule]
    law = law_of(tmp_path, measure(*events, provisions=TWO))

    assert wanted == {day: standing_of(law, day).state.value for day in wanted}


def test_moving_only_knowledge_back_uses_nothing_later(tmp_path: Path) -> None:
    """A closing published afterwards is unknown to whoever asks before it was told."""
    end = "{id: end, kind: closes, published: 2025-05-10, effective: 2025-04-01}"
    law = law_of(tmp_path, measure(OPENS, end))

    assert State.IN_FORCE is standing_of(law, "2025-04-20", "2025-05-09").state
    assert State.NOT_IN_FORCE is standing_of(law, "2025-04-20", "2025-05-10").state


def test_an_awaited_event_is_known_with_the_suspension_it_ends(tmp_path: Path) -> None:
    """Whoever cannot know of a suspension does not await its end either."""
    law = law_of(
        tmp_path, measure(OPENS, STAY, "{id: a, kind: awaited, after: 2025-06-30}")
    )

    assert State.IN_FORCE is standing_of(law, "2025-07-01", "2025-02-28").state


def test_a_bill_is_proposed_from_the_day_it_is_told(tmp_path: Path) -> None:
    """A bill never binds; it is proposed even before the day it would begin."""
    head = HEAD.replace("binding", "proposed")
    bill = "{id: first, kind: opens, announced: 2025-01-01, effective: 2027-01-01}"
    end = "{id: end, kind: withdraws, effective: 2025-08-01}"
    law = law_of(tmp_path, measure(bill, end, head=head))
    days = ("2024-12-31", "2025-01-01", "2025-07-31", "2025-08-01")

    states = [standing_of(law, day).state.value for day in days]
    assert ["not_in_force", "proposed", "proposed", "not_in_force"] == states

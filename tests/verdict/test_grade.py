"""The grade of a transaction, as DESIGN 3.5 gives it."""

import pytest
from tests.verdict.making import finding, row

from antinomy.law import Policy
from antinomy.values import Truth
from antinomy.verdict import Grade
from antinomy.verdict.grade import weigh

CN = "cn.afsl"


def test_a_clean_course_means_no_conflict() -> None:
    """Where some course is clean there is no conflict; the others are one-sided."""
    found = weigh((row("supply", finding("prohibited")), row("refuse")))

    assert Grade.NONE is found.grade
    assert {"supply": ("us.ear",)} == found.one_sided


def test_no_clean_course_but_one_without_breach_is_exposed() -> None:
    """Breach on one side and exposure on the other is EXPOSED, not HARD."""
    rows = (row("supply", finding("prohibited")), row("refuse", finding("exposed")))

    assert Grade.EXPOSED is weigh(rows).grade


def test_every_course_breaching_without_a_route_is_hard() -> None:
    """Where each course breaches and no text knows a way out, the grade is HARD."""
    rows = (
        row("supply", finding("prohibited")),
        row("refuse", finding("prohibited", regime=CN)),
    )

    assert Grade.HARD is weigh(rows).grade


@pytest.mark.parametrize(
    ("policy", "grade"),
    [
        (Policy.CASE_BY_CASE, Grade.EXIT),
        (Policy.PRESUMPTION_OF_APPROVAL, Grade.EXIT),
        (Policy.PRESUMPTION_OF_DENIAL, Grade.HARD),
        (Policy.DENIAL, Grade.HARD),
    ],
)
def test_a_licence_is_a_way_out_unless_it_is_presumed_denied(
    policy: Policy, grade: Grade
) -> None:
    """A licence under presumption of denial is no route out of a conflict."""
    rows = (
        row("supply", finding("licence", policies=(policy,))),
        row("refuse", finding("prohibited", regime=CN)),
    )

    assert grade is weigh(rows).grade


def test_a_recorded_route_out_of_a_prohibition_is_an_exit() -> None:
    """A plain prohibition for which a text knows an authorisation has a way out."""
    rows = (
        row("use", finding("route")),
        row("stop", finding("prohibited", regime=CN)),
    )

    assert Grade.EXIT is weigh(rows).grade


def test_an_open_breach_leaves_the_grade_unknown_and_names_both() -> None:
    """Where the certain and the possible cells give other grades, both are named."""
    rows = (row("supply", finding("prohibited", Truth.UNKNOWN)),)
    found = weigh(rows)

    assert Grade.UNKNOWN is found.grade
    assert (Grade.NONE, Grade.HARD) == found.possible


def test_a_course_that_may_be_available_counts_at_both_bounds() -> None:
    """A clean course that may not be available leaves the grade unknown."""
    rows = (
        row("supply", finding("prohibited")),
        row("refuse", available=Truth.UNKNOWN),
    )
    found = weigh(rows)

    assert Grade.UNKNOWN is found.grade
    assert (Grade.NONE, Grade.HARD) == found.possible


def test_a_sleeping_rule_turns_none_into_latent() -> None:
    """Clean today, not so if a suspended rule counts: LATENT."""
    sleeping = finding("licence", Truth.FALSE, counted=Truth.TRUE)

    assert Grade.LATENT is weigh((row("supply", sleeping),)).grade


def test_a_licence_held_is_no_breach() -> None:
    """Once the paper is held the course is clean, with its duties."""
    held = finding("licence", is_held=Truth.TRUE)

    assert Grade.NONE is weigh((row("supply", held),)).grade


def test_a_paper_that_may_be_held_leaves_the_grade_unknown() -> None:
    """Whether the licence is held decides, and nobody has said."""
    rows = (row("supply", finding("licence", is_held=Truth.UNKNOWN)),)

    assert Grade.UNKNOWN is weigh(rows).grade


def test_duties_do_not_spoil_a_course() -> None:
    """A duty that can be met leaves a course clean."""
    assert Grade.NONE is weigh((row("supply", finding("duty")),)).grade


def test_the_conflict_set_is_the_smallest_that_frees_a_course() -> None:
    """The norms named are as few as free some course."""
    rows = (
        row("supply", finding("prohibited"), finding("licence")),
        row("refuse", finding("exposed", regime=CN)),
    )

    assert ("cn.afsl.exposed",) == weigh(rows).norms


def test_escapes_name_the_paper_and_how_it_is_reviewed() -> None:
    """A way out names its paper and the policy under which it is reviewed."""
    rows = (
        row("supply", finding("licence", policies=(Policy.CASE_BY_CASE,))),
        row("refuse", finding("exposed", regime=CN)),
    )
    escape = weigh(rows).escapes[0]

    assert ("supply", "bis_licence") == (escape.course, escape.paper)
    assert (Policy.CASE_BY_CASE,) == escape.policies


def test_no_course_at_all_is_no_clearance() -> None:
    """Where no course is known the grade is unknown, never none."""
    assert Grade.UNKNOWN is weigh(()).grade

"""Cells: the strongest certain verdict, what could be, and when it is unknown."""

from datetime import date

import pytest
from tests.verdict.making import REGIME, finding

from antinomy.language import TRUE
from antinomy.law import Flagged, Force
from antinomy.values import Day, Text, Truth
from antinomy.verdict import Cell, Finding, Verdict
from antinomy.verdict.matrix import cell_of

FLAGGED = (Flagged("a.flag", REGIME, TRUE, Text("rule not stated")),)


def cell(*findings: Finding, **about: object) -> Cell:
    """Weigh findings into one cell."""
    given = {"is_modelled": True, "stale": None, "flagged": (), **about}
    return cell_of("supply", REGIME, findings, **given)  # type: ignore[arg-type]


def test_nothing_found_is_said_as_such() -> None:
    """Without findings the cell says that none was found in what is modelled."""
    assert Verdict.NONE_FOUND is cell().verdict


def test_a_regime_without_norms_is_not_modelled() -> None:
    """A regime of which nothing is held is never called clean."""
    assert Verdict.NOT_MODELLED is cell(is_modelled=False).verdict


@pytest.mark.parametrize(
    ("kinds", "headline", "also"),
    [
        (["exposed", "licence"], Verdict.LICENCE, (Verdict.EXPOSED,)),
        (["prohibited", "licence"], Verdict.PROHIBITED, (Verdict.LICENCE,)),
        (["duty"], Verdict.DUTY, ()),
        (["duty", "exposed"], Verdict.EXPOSED, (Verdict.DUTY,)),
    ],
)
def test_the_headline_is_the_strongest_certain_verdict(
    kinds: list[str], headline: Verdict, also: tuple[Verdict, ...]
) -> None:
    """Every verdict that applies is kept; the strongest stands first."""
    found = cell(*(finding(kind) for kind in kinds))

    assert (headline, also) == (found.verdict, found.also)


@pytest.mark.parametrize("weaker", ["duty", None])
def test_a_stronger_open_verdict_makes_a_weak_headline_unknown(
    weaker: str | None,
) -> None:
    """Where a breach is possible, duty and none found become unknown."""
    certain = [finding(weaker)] if weaker else []
    found = cell(*certain, finding("prohibited", Truth.UNKNOWN))

    assert (Verdict.UNKNOWN, Verdict.PROHIBITED) == (found.verdict, found.could_be)


def test_an_exposure_stays_with_what_it_could_be() -> None:
    """An exposure keeps its headline and prints the stronger possibility with it."""
    found = cell(finding("exposed"), finding("prohibited", Truth.UNKNOWN))

    assert (Verdict.EXPOSED, Verdict.PROHIBITED) == (found.verdict, found.could_be)


def test_a_sleeping_norm_is_latent() -> None:
    """A norm that bites only if suspended rules count is latent."""
    assert (
        Verdict.LATENT
        is cell(finding("licence", Truth.FALSE, counted=Truth.TRUE)).verdict
    )


def test_guidance_exposes_and_does_not_prohibit() -> None:
    """A soft measure that forbids gives exposure, never prohibition."""
    assert Verdict.EXPOSED is cell(finding("prohibited", force=Force.SOFT)).verdict


def test_a_stale_pack_turns_none_found_into_unknown() -> None:
    """Law recorded only to an earlier day cannot say that nothing was found."""
    late = Day(date(2026, 9, 20))

    assert Verdict.UNKNOWN is cell(stale=late).verdict
    assert Verdict.LICENCE is cell(finding("licence"), stale=late).verdict


def test_a_flagged_measure_in_reach_turns_none_found_into_unknown() -> None:
    """A measure that is known but not stated leaves the cell unknown."""
    assert Verdict.UNKNOWN is cell(flagged=FLAGGED).verdict
    assert Verdict.EXPOSED is cell(finding("exposed"), flagged=FLAGGED).verdict


def test_a_licence_held_is_a_duty() -> None:
    """With its paper held a licence requirement becomes the duty to keep to it."""
    assert Verdict.DUTY is cell(finding("licence", is_held=Truth.TRUE)).verdict

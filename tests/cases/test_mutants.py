"""What changes one constant of the packs, and what finds out whether a case fails."""

import pytest
from tests.cases.casefile import Court, cases, differences, packs
from tests.cases.mutants import Mutant, mutants
from tests.cases.sameness import stands_the_same
from tests.cases.trial import Trial


def named(beginning: str) -> list[Mutant]:
    """Give the mutants whose name begins so."""
    return [m for m in mutants(packs()) if m.what.startswith(beginning)]


def test_a_threshold_moves_by_one_in_its_last_place() -> None:
    """50 percent becomes 49 and 51, 5.92 becomes 5.91 and 5.93."""
    shares = [
        m.what for m in named("us.ear.affiliates.captured") if m.kind == "threshold"
    ]
    densities = [
        m.what for m in named("us.ear.3a090.a (88fr73458): performance_density")
    ]

    assert ["49", "51"] == [what.rpartition(" ")[2] for what in shares]
    assert any(what.endswith("591/100") for what in densities)
    assert any(what.endswith("593/100") for what in densities)


def test_a_day_moves_either_way() -> None:
    """The first day of a rule and the last day of its suspension move by one."""
    told = {m.what.partition(": ")[2] for m in named("us.ear.affiliates/")}

    assert "effective 2025-09-29 becomes 2025-09-28" in told
    assert "effective 2025-09-29 becomes 2025-09-30" in told
    assert "until 2026-11-09 becomes 2026-11-10" in told


def test_a_place_leaves_its_set() -> None:
    """Each member of a set goes once."""
    gone = {m.place for m in named("us.ear.a6: without")}

    assert packs().catalogue.places.sets["us.ear.a6"].members == gone


def test_a_day_that_decides_nothing_is_no_mutant() -> None:
    """A rule announced before it was published is known from the announcement."""
    told = [m.what for m in named("us.ear.advanced_computing/88fr73458: published")]

    assert [] == told


def test_a_day_under_which_all_stands_as_before_is_told_apart() -> None:
    """An end told a day earlier, of what began later, moves nothing; a start does."""
    told = "us.ear.hbm/before_compliance: announced 2024-12-02 becomes 2024-12-01"
    starts = "us.ear.affiliates/90fr47201: effective 2025-09-29 becomes 2025-09-30"

    assert stands_the_same(packs(), *named(told))
    assert not stands_the_same(packs(), *named(starts))


def test_every_mutant_is_another_law() -> None:
    """No mutant equals the packs, and no two have one name."""
    found = list(mutants(packs()))
    same = [
        m.what
        for m in found
        if m.packs.law == packs().law
        and m.packs.catalogue.places == packs().catalogue.places
    ]

    assert [] == same
    assert len(found) == len({m.what for m in found})


@pytest.mark.slow
def test_the_short_way_finds_what_the_long_way_finds() -> None:
    """Deciding only what leans on a change fails a case that asking anew fails."""
    mutant = named("us.ear.affiliates.captured (90fr47201): captured_share")[-1]
    court = Court(mutant.packs)
    fails = {
        case.name
        for case in cases()
        for wanted in case.expect
        if differences(case, wanted, court)
    }

    assert Trial(packs(), cases()).kills(mutant) in fails

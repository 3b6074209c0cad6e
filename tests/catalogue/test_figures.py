"""How figures are computed, where they are open, and what is never guessed."""

import csv
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from antinomy.catalogue import Catalogue, Range, figures
from antinomy.catalogue.ranges import parse_range
from antinomy.values import Bounded, Fact, Known, Number, Unknown


def ends(fact: Fact) -> tuple[Number, ...]:
    """Give the two ends of a figure, none where it is unknown."""
    match fact:
        case Known(int() | Fraction() as value):
            return value, value
        case Bounded(int() | Fraction() as low, int() | Fraction() as high):
            return low, high
        case _:
            return ()


def test_the_facts_are_those_of_the_vocabulary(catalogue: Catalogue) -> None:
    """Every chip answers the seven derived questions, if only by unknown."""
    expected = {
        *("tpp", "performance_density", "io_rate", "dram_bandwidth"),
        *("datacenter_marketed", "maker", "maker_headquartered_in"),
    }

    assert {} == {
        chip.id: set(facts) ^ expected
        for chip in catalogue.chips.values()
        if set(facts := figures(chip)) != expected
    }


def test_l40_is_counted_by_its_data_sheet(catalogue: Catalogue) -> None:
    """The rate with short accumulation is rejected by name, so L40 has half its TPP."""
    chip = catalogue.chips["nvidia-l40"]

    assert Known(2896, figures(chip)["tpp"].source) == figures(chip)["tpp"]
    assert any("5,792" in figure for figure in chip.rejected)


def test_a_range_says_why(catalogue: Catalogue) -> None:
    """Where sources differ the reason stands beside the two ends."""
    tpp = figures(catalogue.chips["huawei-ascend-910c"])["tpp"]

    assert isinstance(tpp, Bounded)
    assert "fp16, bf16: conflicting sources" == tpp.reason


def test_every_range_of_every_row_says_why(catalogue: Catalogue) -> None:
    """No figure of the catalogue is open without a reason."""
    assert [] == [
        (chip.id, name)
        for chip in catalogue.chips.values()
        for name, fact in figures(chip).items()
        if isinstance(fact, Bounded) and not fact.reason
    ]


def test_mi325x_stays_under_the_line_at_both_ends(catalogue: Catalogue) -> None:
    """MI325X lies between 20,800 and 20,919.2, under 21,000."""
    tpp = figures(catalogue.chips["amd-mi325x"])["tpp"]

    assert isinstance(tpp, Bounded)
    assert (20800, Fraction(104596, 5)) == (tpp.low, tpp.high)


@pytest.mark.parametrize(
    ("name", "rate"),
    [
        ("nvidia-a100-sxm-80", 664),
        ("nvidia-a800-sxm", 464),
        ("nvidia-h100-sxm", 1028),
        ("intel-gaudi2", 664),
        ("intel-gaudi2-hl225b", 589),
    ],
)
def test_links_and_host_are_added(catalogue: Catalogue, name: str, rate: int) -> None:
    """The transfer rate is scale-up links plus host link, both directions."""
    fact = figures(catalogue.chips[name])["io_rate"]

    assert Known(rate, fact.source) == fact


def test_an_unknown_link_leaves_the_rate_unknown(catalogue: Catalogue) -> None:
    """A host link alone does not make the transfer rate known."""
    fact = figures(catalogue.chips["google-tpu-v5e"])["io_rate"]

    assert isinstance(fact, Unknown)


def test_an_unnamed_host_link_leaves_a_range(catalogue: Catalogue) -> None:
    """Where no host link is stated it may be none or the fastest there is."""
    fact = figures(catalogue.chips["aws-trainium3"])["io_rate"]

    assert isinstance(fact, Bounded)
    assert (2560, 2816) == (fact.low, fact.high)


def test_no_area_leaves_density_unknown(catalogue: Catalogue) -> None:
    """S4000 has a TPP on both sides of 1,600 and a density that nobody can tell."""
    fact = figures(catalogue.chips["moorethreads-s4000"])["performance_density"]

    assert isinstance(fact, Unknown)
    assert "no die area published" == fact.reason


def test_no_rate_is_unknown_and_never_small(catalogue: Catalogue) -> None:
    """A chip whose rates nobody published has an unknown TPP and density."""
    facts = figures(catalogue.chips["amd-mi308x"])

    for name in ("tpp", "performance_density"):
        fact = facts[name]
        assert isinstance(fact, Unknown)
        assert "no dense rate published" == fact.reason


def test_six_bits_raise_only_the_upper_end(catalogue: Catalogue) -> None:
    """Whether FP6 counts is open: MI350X is 36,910 without it and 55,365 with it."""
    tpp = figures(catalogue.chips["amd-mi350x"])["tpp"]

    assert isinstance(tpp, Bounded)
    assert (36910, 55365) == (tpp.low, tpp.high)
    assert "whether a 6-bit format counts" in tpp.reason


def test_tf32_is_asked_only_where_it_matters(catalogue: Catalogue) -> None:
    """TF32 decides four rows of Amazon and three of Enflame, and no other."""
    moving = {
        chip.id: ends(figures(chip)["tpp"])
        for chip in catalogue.chips.values()
        if "tf32" in chip.rates
    }

    assert (10672, 21344) == moving["aws-trainium2"]
    assert (20136, 21472) == moving["aws-trainium3"]
    assert (3040, 6080) == moving["aws-inferentia2"]
    assert {"aws": 4, "enflame": 3} == Counter(n.partition("-")[0] for n in moving)


def test_tf32_left_out_would_decide_nothing(catalogue: Catalogue, packs: Path) -> None:
    """Where TF32 is not asked, 32 bits of it pass the maximum by rounding at most."""
    with (packs / "catalogue" / "chips.csv").open(encoding="utf-8") as table:
        rows = [r for r in csv.DictReader(table) if r["tf32"] and not r["tf32_matters"]]

    assert [] == [
        row["id"]
        for row in rows
        if parse_range(row["tf32"]).high * 32
        > ends(figures(catalogue.chips[row["id"]])["tpp"])[-1] * Fraction(1002, 1000)
    ]


def test_the_proof_can_be_followed_by_hand(catalogue: Catalogue) -> None:
    """Each step shows a product, then comes the maximum, and last the quotient."""
    facts = figures(catalogue.chips["nvidia-l4"])
    tpp, density = facts["tpp"].source, facts["performance_density"].source

    assert "fp16 121 TFLOPS x 16 bit = 1,936" in tpp.steps
    assert "maximum over 6 formats: fp8, int8, int4 1,936 to 1,940" == tpp.steps[-1]
    assert "1,936 to 1,940 / 294 mm2 of logic die = ~6.59 to ~6.6" == density.steps[-1]
    assert tpp.address is not None
    assert "secondary" == tpp.status


def test_density_moves_with_tpp_and_against_area(catalogue: Catalogue) -> None:
    """The least density is the least TPP over the greatest area, and the reverse."""
    fact = figures(catalogue.chips["amd-mi325x"])["performance_density"]

    assert isinstance(fact, Bounded)
    assert (Fraction(20800, 2400), Fraction(104596, 5) / 1017) == (fact.low, fact.high)


@pytest.mark.parametrize(
    ("name", "expected"), [("nvidia-h100-sxm", True), ("nvidia-rtx-4090", False)]
)
def test_marketing_is_a_flag(
    catalogue: Catalogue, name: str, *, expected: bool
) -> None:
    """A chip is designed or marketed for data centres, or it is not."""
    fact = figures(catalogue.chips[name])["datacenter_marketed"]

    assert Known(expected, fact.source) == fact


def test_disputed_marketing_is_unknown(catalogue: Catalogue) -> None:
    """Where it is disputed whether a chip is for data centres nobody knows."""
    fact = figures(catalogue.chips["intel-arc-pro-b60"])["datacenter_marketed"]

    assert isinstance(fact, Unknown)


def test_memory_on_the_die_is_no_dram(catalogue: Catalogue) -> None:
    """The bandwidth of SRAM is not taken for that of DRAM."""
    fact = figures(catalogue.chips["groq-lpu-v1"])["dram_bandwidth"]

    assert isinstance(fact, Unknown)
    assert "SRAM" in fact.reason


def test_a_range_around_products() -> None:
    """A range of rates times a range of bit lengths keeps both ends exact."""
    assert Range(19, 64) == Range(1, 2) * Range(19, 32)


def test_ends_are_in_order(catalogue: Catalogue) -> None:
    """No figure of any row has its lower end above its upper one."""
    for chip in catalogue.chips.values():
        for name, fact in figures(chip).items():
            if isinstance(fact, Bounded):
                low, high = ends(fact)
                assert low < high, (chip.id, name)

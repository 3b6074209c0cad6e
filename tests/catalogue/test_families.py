"""What holds of a family where nobody says which variant it is."""

from antinomy.catalogue import Catalogue, figures, merge
from antinomy.values import Bounded, Fact, Known, OneOf, Source, Unknown


def family(catalogue: Catalogue, name: str) -> dict[str, Fact]:
    """Give the merged facts of a name."""
    return merge([figures(chip) for chip in catalogue.find_chips(name)])


def test_the_four_bins_of_910b(catalogue: Catalogue) -> None:
    """An Ascend 910B of an unknown bin has a TPP between those of the bins."""
    tpp = family(catalogue, "Ascend 910B")["tpp"]

    assert isinstance(tpp, Bounded)
    assert (4480, 6400) == (tpp.low, tpp.high)
    assert tpp.reason.startswith("one of 4 variants: Ascend 910B1 6,400; ")
    assert 4 == len(tpp.source.steps)


def test_what_all_variants_share_is_known(catalogue: Catalogue) -> None:
    """A figure that is the same in every variant stays one value."""
    facts = family(catalogue, "A100")

    assert Known(4992, facts["tpp"].source) == facts["tpp"]
    assert Known("nvidia", facts["maker"].source) == facts["maker"]


def test_makers_are_one_of_several(catalogue: Catalogue) -> None:
    """A name that two makers use leaves the maker one of the two."""
    maker = family(catalogue, "M100")["maker"]

    assert isinstance(maker, OneOf)
    assert frozenset({"microsoft", "kunlunxin"}) == maker.values


def test_one_unknown_variant_leaves_the_family_unknown(catalogue: Catalogue) -> None:
    """The China part of Gaudi 3 has no published rate, so the family has none."""
    tpp = family(catalogue, "Gaudi 3")["tpp"]

    assert isinstance(tpp, Unknown)
    assert "no dense rate published" in tpp.reason


def test_flags_that_differ_are_unknown() -> None:
    """Where one variant is for data centres and another is not nobody knows."""
    yes: dict[str, Fact] = {"f": Known(value=True)}
    no: dict[str, Fact] = {"f": Known(value=False)}

    assert isinstance(merge([yes, no])["f"], Unknown)
    assert (
        Known(value=True, source=merge([yes, yes])["f"].source)
        == merge([yes, yes])["f"]
    )


def test_a_family_stands_on_its_weakest_source() -> None:
    """One uncertain variant makes the family's figure uncertain."""
    firm: dict[str, Fact] = {"f": Known(1, Source("a", status="primary"))}
    weak: dict[str, Fact] = {"f": Known(2, Source("b", status="uncertain"))}

    assert "uncertain" == merge([firm, weak])["f"].source.status


def test_a_family_of_one_is_that_one(catalogue: Catalogue) -> None:
    """A single variant is left as it is."""
    facts = figures(catalogue.chips["nvidia-l4"])

    assert facts == merge([facts])

"""Which firm a name stands for."""

import pytest

from antinomy.catalogue import Catalogue


@pytest.mark.parametrize(
    ("name", "firm"),
    [
        ("Huawei Technologies Co., Ltd.", "huawei"),
        ("HUAWEI TECHNOLOGIES CO LTD", "huawei"),
        ("华为技术有限公司", "huawei"),
        ("華為技術有限公司", "huawei"),
        ("中科寒武纪科技股份有限公司", "cambricon"),
        ("第四范式（北京）技术有限公司", "4paradigm"),
        ("nvidia", "nvidia"),
        ("NVIDIA Corporation", "nvidia"),
    ],
)
def test_a_name_in_either_script(catalogue: Catalogue, name: str, firm: str) -> None:
    """A firm is found by its exact name, whatever the script and punctuation."""
    found = catalogue.find_firm(name)

    assert found is not None
    assert firm == found.id


@pytest.mark.parametrize("name", ["Huawei Marine", "Nvidia Technologies", "", "Hua"])
def test_likeness_is_not_a_firm(catalogue: Catalogue, name: str) -> None:
    """A name that is only like a firm's is nobody's."""
    assert catalogue.find_firm(name) is None


def test_the_letters_of_a_firm(catalogue: Catalogue) -> None:
    """The three letters that NVIDIA disclosed are named by their measures."""
    letters = catalogue.firms["nvidia"].letters

    assert (
        "us.letter.a100-h100.2022",
        "us.letter.nvidia.2023-10",
        "us.letter.h20.2025",
    ) == letters


def test_every_maker_has_headquarters(catalogue: Catalogue) -> None:
    """The maker of each chip is a firm with a place."""
    assert [] == [
        chip.id
        for chip in catalogue.chips.values()
        if chip.firm.country not in catalogue.places.names
    ]

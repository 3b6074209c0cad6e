"""Which chips and systems a text stands for."""

import pytest

from antinomy.catalogue import Catalogue


def ids(catalogue: Catalogue, text: str) -> list[str]:
    """Give the ids that a text stands for."""
    return [chip.id for chip in catalogue.find_chips(text)]


def test_every_chip_answers_to_every_name(catalogue: Catalogue) -> None:
    """Each id, name and alias, English or Chinese, reaches its chip."""
    assert [] == [
        (chip.id, name)
        for chip in catalogue.chips.values()
        for name in (chip.id, chip.name, *chip.aliases)
        if chip not in catalogue.find_chips(name)
    ]


def test_every_chip_answers_with_its_maker_before_it(catalogue: Catalogue) -> None:
    """The maker's name before a chip's name changes nothing."""
    assert [] == [
        (chip.id, name)
        for chip in catalogue.chips.values()
        for name in (chip.name, *chip.aliases)
        if chip not in catalogue.find_chips(f"{chip.firm.name} {name}")
    ]


def test_every_system_answers_to_every_name(catalogue: Catalogue) -> None:
    """Each id, name and alias of a system reaches it."""
    assert [] == [
        (system.id, name)
        for system in catalogue.systems.values()
        for name in (system.id, system.name, *system.aliases)
        if system not in catalogue.find_systems(name)
    ]


@pytest.mark.parametrize(
    "text",
    ["Ascend 910C", "昇腾910C", "昇騰 910C", "升腾910c", "华为昇腾910C", "910-c"],
)
def test_spelling_makes_no_difference(catalogue: Catalogue, text: str) -> None:
    """Case, spaces, hyphens and the older characters are the same name."""
    assert ["huawei-ascend-910c"] == ids(catalogue, text)


@pytest.mark.parametrize(
    "text", ["h20", "H20", "NVIDIA H20", "nvidia h20", "英伟达H20"]
)
def test_h20_is_two_versions(catalogue: Catalogue, text: str) -> None:
    """The bare name stands for both memory sizes."""
    assert ["nvidia-h20", "nvidia-h20-141"] == ids(catalogue, text)


def test_an_id_is_one_chip(catalogue: Catalogue) -> None:
    """An exact id never stands for a family."""
    assert ["nvidia-h20"] == ids(catalogue, "nvidia-h20")


@pytest.mark.parametrize(
    ("text", "count"),
    [("Ascend 910B", 4), ("昇腾910B", 4), ("A100", 3), ("H100", 3), ("A800", 2)],
)
def test_a_family_is_all_its_variants(
    catalogue: Catalogue, text: str, count: int
) -> None:
    """A name without the variant stands for every variant."""
    assert count == len(ids(catalogue, text))


def test_one_name_of_two_makers_is_both(catalogue: Catalogue) -> None:
    """M100 is a chip of two makers; with the maker it is one."""
    assert ["microsoft-maia-100", "kunlunxin-m100"] == ids(catalogue, "M100")
    assert ["kunlunxin-m100"] == ids(catalogue, "Kunlunxin M100")


@pytest.mark.parametrize("text", ["", "NVIDIA", "H 2", "Ascend", "Ascend 910Z"])
def test_likeness_is_not_a_name(catalogue: Catalogue, text: str) -> None:
    """What is only like a name, or only a maker, is no chip."""
    assert [] == ids(catalogue, text)


def test_a_near_miss_gets_a_hint(catalogue: Catalogue) -> None:
    """A misspelt name is answered by the nearest one."""
    assert '; did you mean "Ascend 910C"?' == catalogue.suggest("Ascend 910CC")
    assert "" == catalogue.suggest("zzzzzzzz")


def test_a_rack_is_a_system_and_no_chip(catalogue: Catalogue) -> None:
    """A rack's name gives the rack, with its chips and their count."""
    (rack,) = catalogue.find_systems("GB200 NVL72")

    assert [] == ids(catalogue, "GB200 NVL72")
    assert (("nvidia-gb200", 72),) == rack.contains
    assert not rack.is_complete


def test_a_board_of_eight(catalogue: Catalogue) -> None:
    """A board all of whose chips are known says so."""
    (board,) = catalogue.find_systems("HGX H20")

    assert (("nvidia-h20", 8),) == board.contains
    assert board.is_complete

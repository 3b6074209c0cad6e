"""The catalogue loads whole or not at all, and says everything that is wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from antinomy.catalogue import Catalogue, load_catalogue, load_entity_list
from antinomy.values import PackError

Spoil = Callable[[str, str, str], Path]


@pytest.fixture
def spoil(packs: Path, tmp_path: Path) -> Spoil:
    """Give a copy of the catalogue in which a text is replaced once per call."""
    folder = tmp_path / "catalogue"
    shutil.copytree(packs / "catalogue", folder)

    def replace(name: str, old: str, new: str) -> Path:
        path = folder / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return folder

    return replace


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("chips.csv", "l40,nvidia,", "l40,nvida,", 'did you mean "nvidia"?'),
        ("chips.csv", "65,,,,,130,260", "sixty,,,,,130,260", "'sixty'"),
        ("chips.csv", "752..800,752", "800..752,752", "in the wrong order"),
        ("chips.csv", "nvidia-a10,", "nvidia-a40,", "stands twice"),
        ("chips.csv", "600,64,664", "600,64,665", "not scale-up plus host"),
        ("chips.csv", "fp16: rounding", "fp16x: rounding", "not a figure"),
        ("chips.csv", "fp8 int8 int4: rounding", "fp8 int8: rounding", "why this is"),
        ("chips.csv", ",disputed,", ",perhaps,", "'perhaps' is not a word"),
        ("chips.csv", "id,maker", "id,made_by", "unknown column 'made_by'"),
        ("firms.csv", "股份有限公司,CN,", "股份有限公司,ZZ,", "'ZZ' is not a word"),
        ("firms.csv", ",no,2026-07-31", ",no,2026-13-31", "not a day of the calendar"),
        ("firms.csv", "aliases", "alias", 'did you mean "aliases"?'),
        ("systems.csv", "nvidia-h20 x 8", "nvidia-h21 x 8", "unknown chip"),
        ("systems.csv", "nvidia-h20 x 8", "nvidia-h20 x no", "'chip x count'"),
        ("formats.csv", "fp8,8,8,yes", "fp8,8,8,maybe", "'maybe' is not a word"),
        ("places.yaml", "add: [NI]", "add: [NX]", "unknown place 'NX'"),
        ("places.yaml", "less: [us.ear.a5", "less: [us.ear.a7", "unknown set"),
        (
            "places.yaml",
            "any_of: [us.ear.d5, us",
            "any_of: [us.ear.d5_or_macau, us",
            "by itself",
        ),
        ("places.yaml", "before: 2024-03-15", "before: soon", "not a day"),
    ],
)
def test_a_fault_is_named_with_its_place(
    spoil: Spoil, name: str, old: str, new: str, said: str
) -> None:
    """An unknown word, a bad number or day, a second id: file and line are told."""
    folder = spoil(name, old, new)

    with pytest.raises(PackError) as caught:
        load_catalogue(folder)

    faults = [f for f in caught.value.faults if said in str(f)]
    assert faults, str(caught.value)
    assert all(f.at is not None and f.at.file.endswith(name) for f in faults)
    assert all(f.at is not None and f.at.line > 0 for f in faults)


def test_all_faults_are_told_in_one_go(spoil: Spoil) -> None:
    """Two rows and a set that are wrong are three faults of one error."""
    spoil("chips.csv", "752..800,752", "800..752,752")
    spoil("systems.csv", "nvidia-h20 x 8", "nvidia-h20 x no")
    folder = spoil("places.yaml", "add: [NI]", "add: [NX]")

    with pytest.raises(PackError) as caught:
        load_catalogue(folder)

    assert 3 == len(caught.value.faults), str(caught.value)


def test_two_firms_of_one_name_are_a_fault(spoil: Spoil) -> None:
    """A name stands for one firm only."""
    folder = spoil("firms.csv", "NVIDIA Corporation", "Intel Corporation")

    with pytest.raises(PackError, match="names both 'intel' and 'nvidia'"):
        load_catalogue(folder)


def test_the_list_is_read_as_strictly(
    catalogue: Catalogue, packs: Path, tmp_path: Path
) -> None:
    """A row of an unknown firm and a rule without a day are both told."""
    for name in ("us-entity-list.csv", "us-entity-list.yaml"):
        shutil.copy(packs / "lists" / name, tmp_path / name)
    table, rules = tmp_path / "us-entity-list.csv", tmp_path / "us-entity-list.yaml"
    text = table.read_text("utf-8").replace(",huawei,BE,", ",huawai,BE,")
    table.write_text(text, "utf-8")
    text = rules.read_text("utf-8").replace("published: 2025-01-06, ", "")
    rules.write_text(text, "utf-8")

    with pytest.raises(PackError) as caught:
        load_entity_list(table, catalogue.firms)

    assert 2 == len(caught.value.faults), str(caught.value)


def test_the_digest_is_that_of_the_files(catalogue: Catalogue, spoil: Spoil) -> None:
    """A changed word is another digest, the same files the same one."""
    again = load_catalogue(spoil("chips.csv", "small die", "a small die"))

    assert 64 == len(catalogue.digest)
    assert catalogue.digest != again.digest

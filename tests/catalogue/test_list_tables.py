"""The tables by which lists are imported: where they come from, how rows are split."""

from pathlib import Path

import pytest

from antinomy.catalogue import load_list_sources, load_list_words
from antinomy.lists import READERS
from antinomy.values import InputError, Text

PACKS = Path(__file__).parents[2] / "src" / "antinomy" / "packs" / "lists"
SOURCES = """
most_lost: 10
sources:
  own:
    title: {en: A list of our own, zh: 自有名单}
    form: CSV
    reader: uk
    beside: [more.csv]
    address: https://example.org/list.csv
    addresses_beside: [https://example.org/more.csv]
"""
WORDS = """
below: [". Part:"]
above: []
tails: []
aliases: [aka]
addresses: []
no_acronyms: [HK]
kinds: {person: individual}
organisations: [[ltd], [公司]]
strays: "ÿ"
places: {old name: CN}
lists: {Long List: LL}
"""


def write(folder: Path, text: str) -> Path:
    """Write a table."""
    file = folder / "table.yaml"
    file.write_text(text, "utf-8")
    return file


def test_the_shipped_sources_are_whole() -> None:
    """Each has a reader, says what it was tried on, and asks over https if at all."""
    sources = load_list_sources(PACKS / "sources.yaml")

    assert set(READERS) == {source.reader for source in sources.sources.values()}
    assert all(source.tested for source in sources.sources.values())
    for source in sources.sources.values():
        addresses = (source.address, *source.addresses_beside)
        assert all(a.startswith("https://") for a in addresses if a), source.id
        assert bool(source.address) == bool(source.seen), source.id
    assert all(form.why for form in sources.not_held)


def test_a_source_of_your_own_is_one_more_entry(tmp_path: Path) -> None:
    """With the reader of another, and files beside it."""
    source = load_list_sources(write(tmp_path, SOURCES)).sources["own"]

    assert ("uk", ("more.csv",)) == (source.reader, source.beside)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("reader: uk", "reader: ku", "table.yaml:7:13: .*'ku'.*uk"),
        ("    addresses_beside: [https://example.org/more.csv]\n", "", "its address"),
        ("form: CSV", "from: CSV", "'form' is missing"),
        ("most_lost: 10", "most_lost: ten", "ten"),
    ],
)
def test_a_faulty_source_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """With its place and what was expected."""
    with pytest.raises(InputError, match=said):
        load_list_sources(write(tmp_path, SOURCES.replace(old, new)))


def test_words_and_names_of_places_are_read(tmp_path: Path) -> None:
    """A place is found by its letters, its names in the catalogue, or as spelt here."""
    words = load_list_words(write(tmp_path, WORDS), {"CN": Text("China", "中国")})

    assert ["CN"] * 4 == [words.place(n) for n in ("cn", "CHINA", "中国", "Old  Name")]
    assert "Nowhere" == words.place("Nowhere")
    assert {"ltd", "公司"} == set(words.organisations)
    assert {"hk"} == set(words.no_acronyms)


def test_an_unknown_key_of_the_words_is_told(tmp_path: Path) -> None:
    """A rule that is misspelt would else not be read."""
    text = WORDS + "tail: [x]\n"

    with pytest.raises(InputError, match=r"unknown key 'tail'.*tails"):
        load_list_words(write(tmp_path, text), {})

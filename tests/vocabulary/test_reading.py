"""A vocabulary with any fault does not load, and tells all of them."""

from pathlib import Path

import pytest

from antinomy.language import FactName
from antinomy.values import PackError
from antinomy.vocabulary import Vocabulary, read_vocabulary

SOUND = """
units: {GB/s: {}, TB/s: {of: GB/s, times: 1000}}
scopes:
  item: {list: items, within: transaction}
  chip: {list: contains, within: item}
links: {first: {scope: item}}
facts:
  transaction:
    use.kind: {type: code, values: [a, b], who: x, ask: {en: What?, zh: 何？}}
  chip:
    rate:
      {type: number, unit: GB/s, lawful_to_change: item, who: x, ask: {en: A, zh: 几}}
"""


def faults_of(folder: Path, text: str) -> list[str]:
    """Read a vocabulary; give what is told of it."""
    path = folder / "vocabulary.yaml"
    path.write_text(text, "utf-8")
    try:
        read_vocabulary(path)
    except PackError as error:
        told = error.faults or (error,)
        return [str(fault).replace(str(path), "v") for fault in told]
    return []


def vocabulary(folder: Path) -> Vocabulary:
    """Read the sound vocabulary."""
    path = folder / "vocabulary.yaml"
    path.write_text(SOUND, "utf-8")
    return read_vocabulary(path)


@pytest.mark.parametrize(
    ("sound", "faulty", "told"),
    [
        ("of: GB/s", "of: GB", "v:2:30: units.TB/s.of: 'GB' is not a word known here"),
        ("times: 1000", "times: lots", "'lots' is not a decimal number"),
        ("within: item", "within: items", 'did you mean "item"?'),
        (
            "list: contains, within: item",
            "list: items, within: transaction",
            "two lists",
        ),
        ("scope: item", "scope: itm", 'did you mean "item"?'),
        (
            "  chip:\n    rate",
            "  chop:\n    rate",
            "'chop' is not a scope; did you mean",
        ),
        ("type: code", "type: word", "'word' is not a word known here"),
        ("type: code", "type: text", "values do not fit a text"),
        ("unit: GB/s", "unit: GBs", 'did you mean "GB/s"?'),
        ("to_change: item", "to_change: yes", "'yes' is not a word known here"),
        (", zh: 何？", "", "needs a question in English and Chinese"),
        ("who: x, ask: {en: What", "ask: {en: What", "'who' is missing here"),
        ("use.kind:", "items:", "'items' has another meaning in a file"),
        ("use.kind:", "id:", "'id' has another meaning in a file"),
        ("units:", "unit:", "'units' is missing here"),
    ],
)
def test_a_faulty_entry_says_where_and_what(
    sound: str, faulty: str, told: str, tmp_path: Path
) -> None:
    """Each fault is told with its place and the nearest word."""
    assert sound in SOUND
    faults = faults_of(tmp_path, SOUND.replace(sound, faulty, 1))

    assert any(told in fault for fault in faults), faults
    assert all(fault.startswith("v:") for fault in faults)


def test_a_name_is_a_fact_or_a_group(tmp_path: Path) -> None:
    """A name that is both could not be read in a file."""
    more = "    use: {type: flag, who: x, ask: {en: Used?, zh: 用否？}}\n  chip:"
    faults = faults_of(
        tmp_path, SOUND.replace("  chip:\n    rate", f"{more}\n    rate")
    )

    assert 1 == len(faults)
    assert faults[0].endswith("'use' is a fact and a group of facts at once")


def test_all_faults_are_told_in_one_go(tmp_path: Path) -> None:
    """One fault does not hide the next."""
    text = SOUND.replace("type: code", "type: word").replace("unit: GB/s", "unit: GBs")

    assert 2 == len(faults_of(tmp_path, text))


def test_lists_and_scopes_are_found_by_name(tmp_path: Path) -> None:
    """A list is found by its key inside its scope; facts by their scope."""
    read = vocabulary(tmp_path)

    assert "chip" == read.lists_within("item")["contains"].scope
    assert ["rate"] == list(read.of_scope("chip"))
    assert "item" == read.entries[FactName("chip", "rate")].lever

"""The shipped record: sourced, in both languages, in step with the law."""

import re
from pathlib import Path

from antinomy.claims import Event, Figure, Item, Listing, Statement, read_claims

PACKS = Path(__file__).parents[2] / "src" / "antinomy" / "packs"
ITEMS = list(read_claims(PACKS / "record").items.values())
MEASURE = re.compile(r"^measure: (\S+)$", re.MULTILINE)


def measure_of(item: Item) -> str:
    """Give the measure of law an item refers to, or an empty text."""
    match item:
        case Figure():
            return item.of_measure
        case Event() | Statement() | Listing():
            return item.measure
        case _:
            return ""


def test_measures_referred_to_exist() -> None:
    """Every measure that an item names is one of the packs of law."""
    laws = (p.read_text("utf-8") for p in PACKS.glob("*/*.yaml"))
    known = {name for text in laws for name in MEASURE.findall(text)}
    named = {measure_of(item) for item in ITEMS} - {""}

    assert [] == sorted(named - known)
    assert named


def test_a_source_has_an_address() -> None:
    """Every publication can be looked up, but where the source itself is uncertain."""
    bare = [
        item.id
        for item in ITEMS
        for each in item.evidence
        if not each.cite.address.startswith("http")
        and each.cite.standing.value != "uncertain"
    ]

    assert [] == bare


def test_nothing_is_known_before_it_was_said() -> None:
    """A statement is known from the day it was said, not before."""
    early = [
        item.id
        for item in ITEMS
        if isinstance(item, Statement) and item.known_from < item.said.first
    ]

    assert [] == early


def test_a_quotation_can_be_recognised() -> None:
    """The key words of a statement are in small letters, as texts are searched."""
    large = [
        (item.id, word)
        for item in ITEMS
        if isinstance(item, Statement)
        for group in item.keys
        for word in group
        if word != word.lower()
    ]

    assert [] == large


def test_a_series_is_of_one_subject_and_unit() -> None:
    """Figures of one series measure the same thing in the same unit."""
    series: dict[str, set[tuple[str, str]]] = {}
    for item in ITEMS:
        if isinstance(item, Figure) and item.series:
            series.setdefault(item.series, set()).add((item.subject, item.unit))

    assert {} == {name: found for name, found in series.items() if len(found) > 1}

"""Every way a file may give a fact."""

from datetime import date
from fractions import Fraction

import pytest
from tests.transaction.reading import fact, read

from antinomy.transaction import facts_by_id
from antinomy.values import (
    STATED,
    Bounded,
    Known,
    NotApplicable,
    OneOf,
    Source,
    Unknown,
)

CHIP = "items: [{{id: a, kind: chip, {0}}}]"
TPP = "items[a].contains[0].tpp"
UNSAID = Unknown("stated as unknown")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("4800", Known(4800)),
        ("4800.0", Known(4800)),
        ("4800 TPP", Known(4800)),
        ("5.5", Known(Fraction(11, 2))),
        ("unknown", UNSAID),
        ('"unknown"', UNSAID),
        ("~", UNSAID),
        ("{unknown: nobody says}", Unknown("nobody says")),
        ("{unknown: ~}", UNSAID),
        ("{value: 4800, source: sheet}", Known(4800, Source("sheet"))),
        (
            "{value: 4800, source: sheet, as_of: 2025-01-02}",
            Known(4800, Source("sheet", date(2025, 1, 2))),
        ),
        (
            "{value: 4800, as_of: 2025-01-02}",
            Known(4800, Source(STATED.said, date(2025, 1, 2))),
        ),
        (
            "{between: [1600, 2400], why: two sheets}",
            Bounded(1600, 2400, "two sheets"),
        ),
        ("{between: [1600, null]}", Bounded(1600, None, "stated within bounds")),
    ],
)
def test_a_number_in_every_form(given: str, wanted: object) -> None:
    """A figure may be bare, sourced, unknown with a reason, or within bounds."""
    assert wanted == fact(CHIP.format(f"tpp: {given}"), TPP)


@pytest.mark.parametrize("given", ["1.2 TB/s", "1.2TB/s", "1200 GB/s", "1200"])
def test_units_are_converted_exactly(given: str) -> None:
    """A bandwidth in terabytes is the same fact as one in gigabytes."""
    text = CHIP.format(f"io_rate: {given}")

    assert Known(1200) == fact(text, "items[a].contains[0].io_rate")


@pytest.mark.parametrize(
    ("text", "fact_id", "wanted"),
    [
        ("us_person: true", "us_person", Known(value=True)),
        ("roles: [seller, bank]", "roles", Known(frozenset({"seller", "bank"}))),
        ("roles: seller", "roles", Known(frozenset({"seller"}))),
        ("roles: unknown", "roles", UNSAID),
        ("incorporated_in: NO", "incorporated_in", Known("NO")),
        ("nationality: not_applicable", "nationality", None),
    ],
)
def test_other_types(text: str, fact_id: str, wanted: object) -> None:
    """Norway is a place, a role may stand alone, and unknown is no word of a set."""
    got = fact(f"parties: [{{id: a, {text}}}]", f"parties[a].{fact_id}")

    assert isinstance(got, NotApplicable) if wanted is None else wanted == got


def test_one_of_several() -> None:
    """A family with the variant open is a set of possibilities."""
    text = "items: [{id: a, chip: {one_of: [nvidia-h20, nvidia-h200-sxm]}}]"
    got = fact(text, "items[a].contains[0].chip")

    assert isinstance(got, OneOf)
    assert frozenset({"nvidia-h20", "nvidia-h200-sxm"}) == got.values


@pytest.mark.parametrize("given", ["unknown", "~", "{kind: unknown}"])
def test_a_group_may_be_unknown_whole(given: str) -> None:
    """Saying that the end use is unknown says that each fact of it is."""
    facts = facts_by_id(read(f"end_use: {given}"))

    assert all(isinstance(found, Unknown) for found in facts.values())

"""The public names of the house come from the glossary."""

import importlib
import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"
ROOMS = (
    "values",
    "files",
    "language",
    "vocabulary",
    "law",
    "transaction",
    "catalogue",
    "view",
    "ownership",
    "routes",
    "lists",
    "screening",
    "claims",
    "press",
    "record",
    "verdict",
)


def known_words() -> set[str]:
    """Give every word of the glossary, singular and plural."""
    words = set(re.findall(r"[a-z]+", PAGE.read_text("utf-8").lower()))
    return words | {w.removesuffix("s") for w in words} | {f"{w}s" for w in words}


@pytest.mark.parametrize("room", ROOMS)
def test_public_names_come_from_the_glossary(room: str) -> None:
    """Each part of a public class's name is a word of the glossary."""
    names = importlib.import_module(f"antinomy.{room}").__all__
    classes = [name for name in names if name[0].isupper() and not name.isupper()]
    parts = {(n, p.lower()) for n in classes for p in re.findall(r"[A-Z][a-z]+", n)}
    strange = sorted(n for n, part in parts if part not in known_words())

    assert [] == strange

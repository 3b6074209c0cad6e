"""The words of the shipped packs, for tests of rows."""

from functools import cache
from pathlib import Path

from antinomy.catalogue import load_catalogue, load_list_words
from antinomy.lists import Designation, ListFile, ListWords, Loaded, load_list

PACKS = Path(__file__).parents[2] / "src" / "antinomy" / "packs"


@cache
def shipped() -> ListWords:
    """Load the words."""
    places = load_catalogue(PACKS / "catalogue").places.names
    return load_list_words(PACKS / "lists" / "words.yaml", places)


def load(
    text: str, reader: str, of: str = "L", beside: dict[str, str] | None = None
) -> Loaded:
    """Read a list with the shipped words."""
    return load_list(ListFile(text, "list", of, beside or {}, shipped()), reader)


def row(text: str, reader: str, of: str = "L") -> Designation:
    """Read a list of one row."""
    [found] = load(text, reader, of).rows
    return found

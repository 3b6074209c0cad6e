"""The grammars of the shipped packs, and sentences of our own with what they tell."""

from pathlib import Path

import antinomy
from antinomy.files import Fields, read_document
from antinomy.press.grammar.timewords import load_time_words
from antinomy.press.grammar.unitwords import load_unit_words

WORDS = Path(antinomy.__file__).parent / "packs" / "words" / "reading"
DATA = Path(__file__).parent / "data"
TIME_WORDS = load_time_words(WORDS)
UNIT_WORDS = load_unit_words(WORDS)


def sentences(name: str, field: str) -> list[tuple[str, str, dict[str, str]]]:
    """Give the sentences of a file: text, day of the page, what it tells."""
    file = Fields(read_document(DATA / name))
    page = file.text("page", "")
    found = []
    for fields in file.each("told", Fields):
        told = Fields(fields.need(field))
        values = {surface: told.text(surface) for surface in told.names()}
        found.append((fields.text("says"), fields.text("page", page), values))
        fields.done()
    found.extend((text, page, {}) for text in file.words("none"))
    file.done()
    return found

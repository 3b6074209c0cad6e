"""What the pack says of reading many pages: which files, how many at once."""

from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, read_document


@dataclass(frozen=True, slots=True)
class ManyWords:
    """Ends of file names, types told by servers, and limits; the pack explains each."""

    pages: tuple[str, ...]
    archives: tuple[str, ...]
    html: frozenset[str]
    others: frozenset[str]
    records: int
    bytes: int
    seconds: float


def load_many_words(path: Path) -> ManyWords:
    """Load the words.

    Raises:
        InputError: the first fault, with its place.
    """
    fields = Fields(read_document(path))
    words = ManyWords(
        pages=tuple(fields.text("pages").split()),
        archives=tuple(fields.text("archives").split()),
        html=frozenset(fields.text("html").split()),
        others=frozenset(fields.text("others").split()),
        records=int(fields.text("records")),
        bytes=int(fields.text("bytes")),
        seconds=float(fields.text("seconds")),
    )
    fields.done()
    return words

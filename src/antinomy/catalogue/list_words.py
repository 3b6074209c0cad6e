"""Read ``words.yaml``: the words by which the rows of lists are taken apart."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.files.node import Node, as_listing, as_scalar
from antinomy.lists import ListWords
from antinomy.values import Text


def load_list_words(path: Path, places: Mapping[str, Text]) -> ListWords:
    """Load the words; a place is also found by its names in the catalogue.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    spellings = _pairs(fields.need("places"))
    words = ListWords(
        below=fields.words("below"),
        above=fields.words("above"),
        tails=fields.words("tails"),
        aliases=fields.words("aliases"),
        addresses=fields.words("addresses"),
        no_acronyms=frozenset(w.casefold() for w in fields.words("no_acronyms")),
        kinds=_pairs(fields.need("kinds")),
        organisations=frozenset(_flat(fields.need("organisations"))),
        strays=fields.text("strays"),
        places={**dict(_names(places)), **spellings},
        lists=_pairs(fields.need("lists")),
    )
    fields.done()
    return words


def _pairs(node: Node) -> dict[str, str]:
    fields = Fields(node)
    return {name: fields.text(name) for name in fields.names()}


def _flat(node: Node) -> Iterator[str]:
    for part in as_listing(node):
        yield from (as_scalar(word).text for word in as_listing(part))


def _names(places: Mapping[str, Text]) -> Iterator[tuple[str, str]]:
    for code, name in places.items():
        yield code.casefold(), code
        for text in (name.en, name.zh):
            if text:
                yield text.casefold(), code

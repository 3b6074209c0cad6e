"""Read a list file with the reader of its source, and take its rows apart."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from antinomy.lists.designation import Loaded
from antinomy.lists.entity_list import read_entity_list
from antinomy.lists.european import read_european
from antinomy.lists.follow_the_money import read_follow_the_money
from antinomy.lists.listfile import ListFile
from antinomy.lists.ofac import read_ofac
from antinomy.lists.quirks import split
from antinomy.lists.screening_list import read_screening_list
from antinomy.lists.taiwan import read_taiwan
from antinomy.lists.united_kingdom import read_united_kingdom
from antinomy.lists.united_nations import read_united_nations
from antinomy.lists.words import ListWords
from antinomy.values import InputError

READERS: Mapping[str, Callable[[ListFile], Loaded]] = {
    "csl": read_screening_list,
    "ofac": read_ofac,
    "un": read_united_nations,
    "eu": read_european,
    "uk": read_united_kingdom,
    "el": read_entity_list,
    "tw": read_taiwan,
    "ftm": read_follow_the_money,
}


def load_rows(text: str, name: str) -> Loaded:
    """Read a screening list or a Chinese one by what it looks like, rows as written.

    Raises:
        InputError: not a list file known here, or one that is broken, with its line.
    """
    return load_list(ListFile(text, name), "csl")


def load_list(file: ListFile, reader: str) -> Loaded:
    """Read a list with a reader; with words given, take its rows apart.

    Raises:
        InputError: the file is of another shape, or broken, with its line.
    """
    loaded = READERS[reader](file)
    if not loaded.rows:
        raise InputError("the list is empty", file.at())
    if file.words == ListWords():
        return loaded
    return replace(loaded, rows=tuple(split(row, file.words) for row in loaded.rows))

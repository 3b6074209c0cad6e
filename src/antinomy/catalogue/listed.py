"""What the tables about listed parties share: the row of a list, and a source.

A row is named by the code of its list, as the Consolidated Screening List writes it,
and by its primary name, letter for letter. A list may hold rows of one name; what a
table says of a name is said of each of them.
"""

import re
from collections.abc import Hashable, Iterable

from antinomy.catalogue.cells import Cells, Faults
from antinomy.files import Row

_LIST = re.compile(r"[A-Z]{2,5}(-[A-Z]{2,5})?")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(/\S*)?( \(.+\))?")


def list_of(cells: Cells) -> str:
    """Give the code of the list, such as ``EL`` or ``NS-MBS``."""
    code = cells.text("list")
    if code and not _LIST.fullmatch(code):
        cells.fault("list", f"{code!r} is not the code of a list, such as 'EL'")
    return code


def source_of(cells: Cells) -> str:
    """Give the source: an address, with a note in brackets or not, or a citation.

    A citation has more than one word; one word alone would be no source a reader
    could follow.
    """
    source = cells.text("source")
    if source.startswith("http"):
        if not _ADDRESS.fullmatch(source):
            cells.fault("source", f"{source!r} is not an address, e.g. 'https://…/…'")
    elif source and " " not in source:
        cells.fault("source", f"{source!r} is neither an address nor a citation")
    return source


def refuse_twice(rows: Iterable[tuple[Hashable, Row]], faults: Faults) -> None:
    """Note every row that says again what a row before it said."""
    first: dict[Hashable, int] = {}
    for key, row in rows:
        line = first.setdefault(key, row.at.line)
        if line != row.at.line:
            faults.add(f"this row says what line {line} says", row.at)

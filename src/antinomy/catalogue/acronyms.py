"""Short Latin forms that stand for a listed party, such as ``SMIC`` or ``CETC 13``.

A short form is shared easily: it may stand for others who are on no list, so it raises
a question and never answers one.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Cells, Faults
from antinomy.catalogue.listed import list_of, refuse_twice, source_of

COLUMNS = ("list", "name", "short", "source", "certainty")
_SHORT = re.compile(r"[A-Z][A-Za-z]{1,7}([ -][A-Z0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form of the rows of one name on one list."""

    list: str
    name: str
    short: str
    source: str
    certainty: str


def load_acronyms(path: Path) -> tuple[Acronym, ...]:
    """Load the table, in its order.

    Raises:
        PackError: with every fault of the file.
    """
    faults = Faults()
    table = faults.table(path, COLUMNS)
    forms = tuple(_form(Cells(row, faults)) for row in table)
    keys = ((form.list, form.name, form.short) for form in forms)
    refuse_twice(zip(keys, table, strict=True), faults)
    faults.stop()
    return forms


def _form(cells: Cells) -> Acronym:
    short = cells.text("short")
    if short and not _SHORT.fullmatch(short):
        message = f"{short!r} is no short form: Latin letters, and perhaps a number"
        cells.fault("short", message)
    return Acronym(
        list=list_of(cells),
        name=cells.text("name"),
        short=short,
        source=source_of(cells),
        certainty=cells.word("certainty", STATUSES),
    )

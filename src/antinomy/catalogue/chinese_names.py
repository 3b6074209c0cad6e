"""Chinese names of parties on the US lists, each with a source and its certainty.

The US lists print no Chinese character: this table is what lets a Chinese name reach a
row of them. A name is matched as it is written, never by likeness. Silence of the table
proves nothing. ``us-entity-list.csv`` repeats some of these names for its own rows;
where the two differ this table wins, for it alone gives the source (a test holds them
together).
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Cells, Faults
from antinomy.catalogue.listed import list_of, refuse_twice, source_of

COLUMNS = ("list", "name", "hanzi", "kind", "source", "certainty")
KINDS = ("legal", "short", "former", "brand")
_HAN = re.compile(r"[〇\u3400-\u9fff]")
_FEWEST = 2  # one character alone names nobody


@dataclass(frozen=True, slots=True)
class ChineseName:
    """A Chinese name of the rows of one name on one list.

    ``kind`` is ``legal`` (as registered), ``short`` (trade name or name of the share),
    ``former`` or ``brand``. ``certainty`` is ``primary`` (its own paper, a register or
    an official notice was read), ``secondary`` (press, an encyclopedia, a copy, or the
    body's own name known and the paper not opened) or ``uncertain`` (a reading of the
    listed name that nothing confirmed).
    """

    list: str
    name: str
    hanzi: str
    kind: str
    source: str
    certainty: str


def load_chinese_names(path: Path) -> tuple[ChineseName, ...]:
    """Load the table, in its order.

    Raises:
        PackError: with every fault of the file.
    """
    faults = Faults()
    table = faults.table(path, COLUMNS)
    names = tuple(_name(Cells(row, faults)) for row in table)
    keys = ((name.list, name.name, name.hanzi) for name in names)
    refuse_twice(zip(keys, table, strict=True), faults)
    faults.stop()
    return names


def _name(cells: Cells) -> ChineseName:
    hanzi = cells.text("hanzi")
    if hanzi and len(_HAN.findall(hanzi)) < _FEWEST:
        cells.fault("hanzi", f"{hanzi!r} does not hold two Chinese characters")
    if unicodedata.normalize("NFKC", hanzi) != hanzi:
        cells.fault("hanzi", f"{hanzi!r} holds characters of full width; write '(' ')'")
    return ChineseName(
        list=list_of(cells),
        name=cells.text("name"),
        hanzi=hanzi,
        kind=cells.word("kind", KINDS),
        source=source_of(cells),
        certainty=cells.word("certainty", STATUSES),
    )

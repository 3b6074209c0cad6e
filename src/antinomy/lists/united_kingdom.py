"""Read the UK Sanctions List, or the former consolidated list of OFSI (CSV).

Above the header stands a line with the day of the file. A party has a line for each of
its names and addresses, tied by its number; ``Name 6`` is the last name or the name of
an organisation, the others come before it.
"""

from dataclasses import dataclass

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import Days, ListFile, Row, raw_of, text_of, unique
from antinomy.values import InputError

_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_KINDS = {"individual": "individual", "entity": "entity", "ship": "vessel"}
_FIRST = {"primary name", "primary name variation"}
_WEAK = {"low quality", "low", "weak"}


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one of the two files."""

    id: str
    kind: str
    alias: str
    strength: str
    original: str
    regime: str
    listed: tuple[str, ...]
    reference: tuple[str, ...]
    places: tuple[str, ...]
    site: tuple[str, ...]
    numbers: tuple[str, ...]


_LINES = tuple(f"Address Line {number}" for number in range(1, 7))
_UKSL = _Columns(
    *("Unique ID", "Designation Type", "Name type", "Alias strength"),
    *("Name non-latin script", "Regime Name"),
    listed=("Date Designated",),
    reference=("UN Reference Number",),
    places=("Address Country", "Nationality(/ies)", "Current believed flag of ship"),
    site=(*_LINES, "Address Postal Code", "Address Country"),
    numbers=(
        *("Business registration number (s)", "IMO number", "Passport number"),
        *("National Identifier number",),
    ),
)
_OFSI = _Columns(
    *("Group ID", "Group Type", "Alias Type", "Alias Quality"),
    *("Name Non-Latin Script", "Regime"),
    listed=("UK Sanctions List Date Designated", "Listed On"),
    reference=(),
    places=("Country", "Nationality"),
    site=(*(f"Address {n}" for n in range(1, 7)), "Post/Zip Code", "Country"),
    numbers=("Passport Number", "National Identification Number"),
)


def read_united_kingdom(file: ListFile) -> Loaded:
    """Read either file by its header.

    Raises:
        InputError: neither header, or a broken file, with its line.
    """
    skip = 0 if "Name 6" in file.header() else 1
    head = file.header(skip)
    columns = _UKSL if _UKSL.id in head else _OFSI
    needed = (columns.id, columns.kind, "Name 6")
    parties: dict[str, list[tuple[int, Row]]] = {}
    for line, row in file.table(*needed, skip=skip):
        parties.setdefault(text_of(row, columns.id), []).append((line, row))
    days = Days("dmy")
    rows = tuple(_row(of, r, columns, file, days) for of, r in parties.items())
    return Loaded(rows, tuple(days.remarks))


def _row(
    of: str,
    lines: list[tuple[int, Row]],
    columns: _Columns,
    file: ListFile,
    days: Days,
) -> Designation:
    line, first = lines[0]
    rows = [row for _, row in lines]

    def each(*names: str) -> tuple[str, ...]:
        return unique(*(text_of(row, name) for name in names for row in rows))

    named = [(_name(row), row) for row in rows if _name(row)]
    if not of or not named:
        raise InputError("a party without its number or a name", file.at(line))
    kinds = [(name, text_of(row, columns.alias).lower()) for name, row in named]
    primary = [name for name, kind in kinds if kind == "primary name"]
    others = [name for name, kind in kinds if kind in _FIRST]
    name = (primary or others or [named[0][0]])[0]
    strength = columns.strength
    weak = [n for n, row in named if text_of(row, strength).lower() in _WEAK]
    originals = each(columns.original)
    names = unique(*(n for n, _ in named if n != name), *originals)
    listed = next(iter(each(*columns.listed)), "")
    return Designation(
        list=file.of,
        name=name,
        aliases=names,
        weak=unique(*weak),
        originals=originals,
        kind=_KINDS.get(text_of(first, columns.kind).lower(), ""),
        places=unique(*(file.words.place(place) for place in each(*columns.places))),
        programmes=each(columns.regime),
        cite="; ".join(each(*columns.reference)),
        begins=days.read(listed, columns.listed[0], line),
        id=of,
        line=line,
        raw=raw_of({"lines": [_said(row) for row in rows]}),
        sites=unique(*(_site(row, columns) for row in rows)),
        identifiers=each(*columns.numbers),
        parents=each("Parent company"),
    )


def _name(row: Row) -> str:
    return " ".join(text for name in _NAMES if (text := text_of(row, name)))


def _site(row: Row, columns: _Columns) -> str:
    return ", ".join(unique(*(text_of(row, part) for part in columns.site)))


def _said(row: Row) -> dict[str, str]:
    """Give the cells that say something."""
    return {name: text for name in row if (text := text_of(row, name))}

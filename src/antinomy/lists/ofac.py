"""Read OFAC's list: sdn.csv with its files of names and addresses, or the advanced XML.

The CSV has no header; ``-0-`` stands for nothing, weak names stand in the remarks and
strong ones in alt.csv. Of what OFAC gives no type is an entity (OFAC, data
specification of 2023-09-25).
"""

import re
from collections.abc import Iterator

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import ListFile, check_width, raw_of, unique
from antinomy.lists.ofac_advanced import read_ofac_advanced
from antinomy.values import InputError

_SDN = (
    *("ent_num", "name", "type", "program", "title", "call_sign", "vessel_type"),
    *("tonnage", "grt", "flag", "owner", "remarks"),
)
_ALT = ("ent_num", "alt_num", "type", "name", "remarks")
_ADD = ("ent_num", "add_num", "street", "city", "country", "remarks")
_NOTHING = "-0-"
_WEAK = re.compile(r"\b[afn]\.k\.a\. '(.+?)'(?=\s*[;.)]|$)")
_NUMBER = re.compile(r"\b(?:No\.|ID|IMO|MMSI|SWIFT/BIC|Registration|Passport)(?=\W|$)")

_Cells = dict[str, str]


def read_ofac(file: ListFile) -> Loaded:
    """Read the main file with those beside it, or the XML.

    Raises:
        InputError: a row of other columns, or without its number, with its line.
    """
    if file.start == "<":
        return read_ofac_advanced(file)
    remarks: list[str] = []
    names = _beside(file, "alt.csv", _ALT, remarks)
    sites = _beside(file, "add.csv", _ADD, remarks)
    rows = tuple(
        _designation(line, cells, file, names, sites)
        for line, cells in _rows(file, _SDN)
    )
    return Loaded(rows, tuple(remarks))


def _rows(file: ListFile, columns: tuple[str, ...]) -> Iterator[tuple[int, _Cells]]:
    for line, cells in file.cells():
        if len(cells) == 1 and not cells[0].strip("\x1a \t"):
            continue
        check_width(len(cells), len(columns), file.at(line))
        told = (("" if c.strip() == _NOTHING else c.strip()) for c in cells)
        row = dict(zip(columns, told, strict=True))
        if not row["ent_num"].isdigit():
            message = f"{row['ent_num']!r} is no number of a listing: is it OFAC's CSV?"
            raise InputError(message, file.at(line))
        yield line, row


def _beside(
    file: ListFile, name: str, columns: tuple[str, ...], remarks: list[str]
) -> dict[str, list[_Cells]]:
    """Give the rows of a file beside, by the number of their listing."""
    found: dict[str, list[_Cells]] = {}
    if name not in file.beside:
        what = "strong names" if columns is _ALT else "addresses and places"
        remarks.append(f"{name} does not lie beside the file: {what} are not held")
        return found
    for _, row in _rows(ListFile(file.beside[name], name), columns):
        found.setdefault(row["ent_num"], []).append(row)
    return found


def _designation(
    line: int,
    row: _Cells,
    file: ListFile,
    names: dict[str, list[_Cells]],
    sites: dict[str, list[_Cells]],
) -> Designation:
    if not row["name"]:
        raise InputError("a row without a name", file.at(line))
    number = row["ent_num"]
    alts, adds = names.get(number, []), sites.get(number, [])
    weak = unique(*_WEAK.findall(row["remarks"]))
    places = [file.words.place(add["country"]) for add in adds]
    parts = (part.strip(" .") for part in row["remarks"].split(";"))
    return Designation(
        list=file.of,
        name=row["name"],
        aliases=unique(*(alt["name"] for alt in alts), *weak),
        weak=weak,
        kind=row["type"].lower() or "entity",
        places=unique(*places, file.words.place(row["flag"])),
        programmes=unique(*re.split(r"\]\s*\[|;", row["program"].strip("[]"))),
        id=number,
        line=line,
        raw=raw_of({**row, "alt": alts, "add": adds}),
        sites=unique(*(_site(add) for add in adds)),
        identifiers=unique(*(part for part in parts if _NUMBER.search(part))),
    )


def _site(add: _Cells) -> str:
    return ", ".join(unique(add["street"], add["city"], add["country"]))

"""Read the Consolidated Screening List, and Chinese lists by their notices.

The screening list is read as its publisher gives it (CSV of 29 columns, or JSON) and as
JSON Lines of one row each. Columns may stand in any order; one that is not known here
is kept in the row and named. A file that ends in the middle, or lacks a column that
nothing can stand in for, is refused whole.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.listfile import (
    Days,
    ListFile,
    Row,
    check_width,
    many_of,
    raw_of,
    text_of,
    unique,
)
from antinomy.values import InputError

_SHORT = re.compile(r"\(([A-Z][A-Z-]+)(?: List)?\)")
_CSL = ("_id", "source", "name", "alt_names", "addresses", "start_date")
_CN = ("list", "name", "chinese_name", "country", "date", "official_notice_url")
_KNOWN_CSL = (
    *_CSL,
    *("entity_number", "type", "programs", "title", "federal_register_notice"),
    *("end_date", "standard_order", "license_requirement", "license_policy"),
    *("call_sign", "vessel_type", "gross_tonnage", "gross_registered_tonnage"),
    *("vessel_flag", "vessel_owner", "remarks", "source_list_url", "citizenships"),
    *("dates_of_birth", "nationalities", "places_of_birth", "source_information_url"),
    "ids",
)


def read_screening_list(file: ListFile) -> Loaded:
    """Read the file by what it looks like.

    Raises:
        InputError: not a list of these, or one that is broken, with its line.
    """
    if file.start == "[" or (file.start == "{" and _is_one_document(file.text)):
        return _of_json(file)
    if file.start == "{":
        return _gather(file.objects(), file, _of_csl_row)
    return _of_csv(file)


def _is_one_document(text: str) -> bool:
    """Tell a JSON document from JSON Lines: its first line is no whole object."""
    first = text.lstrip("\ufeff \r\n\t").partition("\n")[0]
    try:
        found = json.loads(first)
    except ValueError:
        return True
    return "results" in found


def _of_json(file: ListFile) -> Loaded:
    try:
        found = json.loads(file.text.lstrip("\ufeff"))
    except ValueError as error:
        raise InputError(f"this is not whole JSON: {error}", file.at()) from None
    rows = found.get("results") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        message = "a list as JSON has its rows in `results`, or is an array of them"
        raise InputError(message, file.at())
    return _gather(enumerate(rows, 1), file, _of_csl_row)


def _of_csv(file: ListFile) -> Loaded:
    lines = list(file.cells())
    first = lines[0][1] if lines else []
    header = [cell.strip() for cell in first]
    rows = [(line, _row(file, line, cells, header)) for line, cells in lines[1:]]
    if set(_CN) <= set(header):
        return _gather(rows, file, _of_cn_row)
    missing = [column for column in _CSL if column not in header]
    if missing:
        message = (
            f"no list known here has this header; of the screening list"
            f" {', '.join(missing)} is missing"
        )
        raise InputError(message, file.at(1))
    new = [column for column in header if column not in _KNOWN_CSL]
    remarks = [f"column {column!r} is new: kept in the rows" for column in new]
    loaded = _gather(rows, file, _of_csl_row)
    return Loaded(loaded.rows, (*remarks, *loaded.remarks))


def _row(
    file: ListFile, line: int, cells: list[str], header: list[str]
) -> dict[str, str]:
    check_width(len(cells), len(header), file.at(line))
    return dict(zip(header, cells, strict=True))


def _gather(
    rows: Iterable[tuple[int, Any]],
    file: ListFile,
    read: Callable[[int, Row, Days], Designation],
) -> Loaded:
    days = Days()
    found = []
    for number, row in rows:
        if not isinstance(row, Mapping) or not str(row.get("name") or "").strip():
            raise InputError("a row without a name", file.at(number))
        found.append(read(number, row, days))
    return Loaded(tuple(found), tuple(days.remarks))


# ---------------------------------------------------------------- shapes of rows


def _of_csl_row(line: int, row: Row, days: Days) -> Designation:
    source = text_of(row, "source")
    short = _SHORT.search(source)
    return Designation(
        list=text_of(row, "list") or (short[1] if short else source),
        name=text_of(row, "name"),
        aliases=_many(row, "alt_names"),
        kind=text_of(row, "type").lower(),
        places=tuple(dict.fromkeys(_places(row))),
        programmes=_many(row, "programs"),
        cite=text_of(row, "federal_register_notice"),
        address=text_of(row, "source_list_url"),
        begins=days.read(text_of(row, "start_date"), "start_date", line),
        until=days.read(text_of(row, "end_date"), "end_date", line),
        requirement=text_of(row, "license_requirement"),
        policy=text_of(row, "license_policy"),
        id=text_of(row, "_id") or text_of(row, "id") or text_of(row, "entity_number"),
        line=line,
        raw=raw_of(row),
        sites=_sites(row),
        identifiers=_identifiers(row),
    )


def _of_cn_row(line: int, row: Row, days: Days) -> Designation:
    chinese = text_of(row, "chinese_name")
    country = text_of(row, "country")
    return Designation(
        list=text_of(row, "list"),
        name=text_of(row, "name"),
        aliases=(chinese,) if chinese else (),
        originals=(chinese,) if chinese else (),
        places=(country,) if country else (),
        address=text_of(row, "official_notice_url"),
        begins=days.read(text_of(row, "date"), "date", line),
        line=line,
        raw=raw_of(row),
    )


def _many(row: Row, name: str) -> tuple[str, ...]:
    """Give the values of a cell: a list, or texts joined by semicolons."""
    value = row.get(name)
    parts = value.split(";") if isinstance(value, str) else map(str, many_of(value))
    return tuple(part.strip() for part in parts if part.strip())


def _places(row: Row) -> Iterator[str]:
    """Give the two-letter places of the addresses."""
    for address in many_of(row.get("addresses")):
        if isinstance(address, Mapping) and address.get("country"):
            yield str(address["country"])
    texts = _many(row, "addresses") if isinstance(row.get("addresses"), str) else ()
    for text in chain(_many(row, "address_countries"), texts):
        last = text.rpartition(",")[2].strip()
        if re.fullmatch("[A-Z]{2}", last):
            yield last


def _sites(row: Row) -> tuple[str, ...]:
    """Give the addresses as written, or put together from their parts."""
    addresses = row.get("addresses")
    if isinstance(addresses, str):
        return _many(row, "addresses")
    keys = ("address", "city", "state", "postal_code", "country")
    return unique(
        *(
            ", ".join(str(a[key]) for key in keys if a.get(key))
            for a in many_of(addresses)
            if isinstance(a, Mapping)
        )
    )


def _identifiers(row: Row) -> tuple[str, ...]:
    """Give the numbers of papers and registers, each with what it is."""
    ids = row.get("ids")
    if isinstance(ids, str):
        return _many(row, "ids")
    return unique(
        *(
            f"{text_of(one, 'type')} {text_of(one, 'number')}"
            for one in many_of(ids)
            if isinstance(one, Mapping)
        )
    )

"""Read list files: the Consolidated Screening List, and Chinese lists by their notices.

The screening list is read as its publisher gives it (CSV of 29 columns, or JSON) and as
JSON Lines of one row each. Columns may stand in any order; one that is not known here
is kept in the row and named. A file that ends in the middle, or lacks a column that
nothing can stand in for, is refused whole.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from antinomy.lists.designation import Designation, Loaded
from antinomy.values import InputError, Location, parse_day

_SHORT = re.compile(r"\(([A-Z][A-Z-]+)(?: List)?\)")
_FIRST_YEAR = 1940  # no list of today names anybody since an earlier day
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
Row = Mapping[str, Any]


def load_rows(text: str, name: str) -> Loaded:
    """Read a list file by what it looks like.

    Raises:
        InputError: not a list file known here, or one that is broken, with its line.
    """
    head = text.lstrip("\ufeff \r\n\t")[:1]
    if head == "[" or (head == "{" and _is_one_document(text)):
        return _of_json(text, name)
    return _of_lines(text, name) if head == "{" else _of_csv(text, name)


def _is_one_document(text: str) -> bool:
    """Tell a JSON document from JSON Lines: its first line is no whole object."""
    first = text.lstrip("\ufeff \r\n\t").partition("\n")[0]
    try:
        found = json.loads(first)
    except ValueError:
        return True
    return "results" in found


# ---------------------------------------------------------------- shapes of files


def _of_json(text: str, name: str) -> Loaded:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise InputError(f"this is not whole JSON: {error}", Location(name)) from None
    rows = found.get("results") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        message = "a list as JSON has its rows in `results`, or is an array of them"
        raise InputError(message, Location(name))
    return _gather(enumerate(rows, 1), name, _of_csl_row)


def _of_lines(text: str, name: str) -> Loaded:
    def rows() -> Iterator[tuple[int, Row]]:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except ValueError as error:
                    at = Location(name, number, 1)
                    message = f"this line is not whole JSON: {error}"
                    raise InputError(message, at) from None

    return _gather(rows(), name, _of_csl_row)


def _of_csv(text: str, name: str) -> Loaded:
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        rows = list(_cells(reader, header, name))
    except csv.Error as error:
        at = Location(name, reader.line_num, 1)
        raise InputError(f"this is not whole CSV: {error}", at) from None
    if set(_CN) <= set(header):
        return _gather(rows, name, _of_cn_row)
    missing = [column for column in _CSL if column not in header]
    if missing:
        message = (
            f"no list known here has this header; of the screening list"
            f" {', '.join(missing)} is missing"
        )
        raise InputError(message, Location(name, 1, 1))
    new = [column for column in header if column not in _KNOWN_CSL]
    remarks = [f"column {column!r} is new: kept in the rows" for column in new]
    loaded = _gather(rows, name, _of_csl_row)
    return Loaded(loaded.rows, (*remarks, *loaded.remarks))


def _cells(
    reader: Any,  # noqa: ANN401 - the csv module has no name for its reader
    header: list[str],
    name: str,
) -> Iterator[tuple[int, Row]]:
    line = reader.line_num + 1
    for cells in reader:
        if len(cells) != len(header):
            message = (
                f"{len(cells)} cells where the header has {len(header)}:"
                " the file may be cut short"
            )
            raise InputError(message, Location(name, line, 1))
        yield line, dict(zip(header, cells, strict=True))
        line = reader.line_num + 1


def _gather(
    rows: Any,  # noqa: ANN401 - numbered rows of any of the shapes
    name: str,
    read: "Callable[[int, Row, list[str]], Designation]",
) -> Loaded:
    remarks: list[str] = []
    found = []
    for number, row in rows:
        if not isinstance(row, Mapping) or not str(row.get("name") or "").strip():
            raise InputError("a row without a name", Location(name, number, 1))
        found.append(read(number, row, remarks))
    if not found:
        raise InputError("the list is empty", Location(name))
    return Loaded(tuple(found), tuple(remarks))


# ---------------------------------------------------------------- shapes of rows


def _of_csl_row(line: int, row: Row, remarks: list[str]) -> Designation:
    source = _text(row, "source")
    short = _SHORT.search(source)
    return Designation(
        list=_text(row, "list") or (short[1] if short else source),
        name=_text(row, "name"),
        aliases=_many(row, "alt_names"),
        kind=_text(row, "type").lower(),
        places=tuple(dict.fromkeys(_places(row))),
        programmes=_many(row, "programs"),
        cite=_text(row, "federal_register_notice"),
        address=_text(row, "source_list_url"),
        begins=_day(row, "start_date", line, remarks),
        until=_day(row, "end_date", line, remarks),
        requirement=_text(row, "license_requirement"),
        policy=_text(row, "license_policy"),
        id=_text(row, "_id") or _text(row, "id") or _text(row, "entity_number"),
        line=line,
        raw=_raw(row),
    )


def _of_cn_row(line: int, row: Row, remarks: list[str]) -> Designation:
    chinese = _text(row, "chinese_name")
    country = _text(row, "country")
    return Designation(
        list=_text(row, "list"),
        name=_text(row, "name"),
        aliases=(chinese,) if chinese else (),
        places=(country,) if country else (),
        address=_text(row, "official_notice_url"),
        begins=_day(row, "date", line, remarks),
        line=line,
        raw=_raw(row),
    )


def _text(row: Row, name: str) -> str:
    return str(row.get(name) or "").strip()


def _many(row: Row, name: str) -> tuple[str, ...]:
    """Give the values of a cell: a list, or texts joined by semicolons."""
    value = row.get(name) or ()
    parts = value.split(";") if isinstance(value, str) else map(str, value)
    return tuple(part.strip() for part in parts if part.strip())


def _places(row: Row) -> Iterator[str]:
    """Give the two-letter places of the addresses."""
    for address in row.get("addresses") or ():
        if isinstance(address, Mapping) and address.get("country"):
            yield str(address["country"])
    texts = _many(row, "addresses") if isinstance(row.get("addresses"), str) else ()
    for text in chain(_many(row, "address_countries"), texts):
        last = text.rpartition(",")[2].strip()
        if re.fullmatch("[A-Z]{2}", last):
            yield last


def _day(row: Row, name: str, line: int, remarks: list[str]) -> date | None:
    text = _text(row, name)
    if not text:
        return None
    try:
        day = parse_day(text)
    except ValueError:
        day = None
    if day is None or day.year < _FIRST_YEAR:
        remarks.append(f"line {line}: {name} {text!r} is no day of a listing: left out")
        return None
    return day


def _raw(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

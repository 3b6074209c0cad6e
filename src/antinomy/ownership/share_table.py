"""Read holdings from a table: owner, owned, kind, share, from, to, source.

A row is one holding. ``kind`` is shares (the default), votes, board (the right to
appoint it) or nominee; ``share`` is a number in percent, a band ``25..50`` or unknown.
"""

import csv
import io
from datetime import date

from antinomy.ownership.gathering import UNKNOWN, Gathering, band_of
from antinomy.ownership.structure import Band
from antinomy.values import (
    InputError,
    Location,
    did_you_mean,
    parse_day,
    parse_number,
)

COLUMNS = ("owner", "owned", "kind", "share", "from", "to", "source")
_NEEDED = ("owner", "owned", "share")
_KINDS = ("shares", "votes", "board", "nominee")
_UNKNOWN = {"", "unknown"}


def read_share_table(text: str, name: str) -> Gathering:
    """Read the table.

    Raises:
        InputError: another header, or a row that cannot be, with line and column.
    """
    gathering = Gathering(name)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(header, Location(name, 1, 1))
        line = reader.line_num + 1
        for cells in reader:
            at, line = Location(name, line, 1), reader.line_num + 1
            if any(cell.strip() for cell in cells):
                if len(cells) != len(header):
                    message = f"{len(cells)} cells where the header has {len(header)}"
                    raise InputError(message, at)
                row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
                _add(gathering, row, at)
    except csv.Error as error:
        at = Location(name, reader.line_num, 1)
        raise InputError(f"this is not whole CSV: {error}", at) from None
    return gathering


def _check_header(header: list[str], at: Location) -> None:
    for column in header:
        if column not in COLUMNS:
            hint = did_you_mean(column, COLUMNS) or f"; there are {', '.join(COLUMNS)}"
            raise InputError(f"{column!r} is no column of a table of shares{hint}", at)
    missing = [column for column in _NEEDED if column not in header]
    if missing:
        raise InputError(f"the header lacks {', '.join(missing)}", at)


def _add(gathering: Gathering, row: dict[str, str], at: Location) -> None:
    owner, owned = row["owner"], row["owned"]
    for column in ("owner", "owned"):
        if not row[column]:
            raise InputError("nobody is named here", _cell(at, column))
        gathering.add_holder(row[column], row[column], "")
    kind = row.get("kind") or "shares"
    if kind not in _KINDS:
        hint = did_you_mean(kind, _KINDS) or f"; there are {', '.join(_KINDS)}"
        raise InputError(f"{kind!r} is no kind of holding{hint}", _cell(at, "kind"))
    begins, until = _day(row, "from", at), _day(row, "to", at)
    made = gathering.holding(owner, owned, begins, until, at)
    share = _share(row["share"], _cell(at, "share"))
    match kind:
        case "board":
            made.appoints_board = True
        case "votes":
            made.votes = _once(made.votes, share, at)
        case _:
            made.is_by_nominee = made.is_by_nominee or kind == "nominee"
            made.equity = _once(made.equity, share, at)


def _once(before: Band | None, share: Band, at: Location) -> Band:
    if before is not None:
        message = "this holding stands in a row above too: once is enough"
        raise InputError(message, at)
    return share


def _cell(at: Location, column: str) -> Location:
    return Location(at.file, at.line, at.column, column)


def _day(row: dict[str, str], column: str, at: Location) -> date | None:
    text = row.get(column, "")
    try:
        return parse_day(text) if text else None
    except ValueError as error:
        raise InputError(str(error), _cell(at, column)) from None


def _share(text: str, at: Location) -> Band:
    if text in _UNKNOWN:
        return UNKNOWN
    ends = text.removesuffix("%").strip().split("..")
    try:
        numbers = [parse_number(end.strip().removesuffix("%")) for end in ends]
    except ValueError as error:
        raise InputError(str(error), at) from None
    if len(numbers) > 2:  # noqa: PLR2004 - a band has two ends
        raise InputError("a band of shares has two ends: 25..50", at)
    return band_of(numbers[0], numbers[-1], at)

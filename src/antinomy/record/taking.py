"""Make entries of what the readers of other houses' files give.

A holding says who holds what of whom, as far as the file does; a listing is a row of a
list. Where a file states no first day it is unknown; where it states no last day the
holding or the listing goes on.
"""

import json
from collections.abc import Iterator
from datetime import date

from antinomy.lists import Designation, ListFile, load_list
from antinomy.ownership import FORMS
from antinomy.ownership.gathering import Gathering, Stated
from antinomy.ownership.structure import Band
from antinomy.record.entry import Entry, entry_of
from antinomy.record.validity import Edge, Undated
from antinomy.values import Day, Json, exact_text

FOREIGN = ("bods", "ftm", "csv")
_DAYS = ("begins", "until")
_SANCTION = '"Sanction"'
_OWNERSHIP = '"Ownership"'


def entries_from(
    text: str, name: str, form: str, *, source: str, published: Day | None = None
) -> Iterator[Entry]:
    """Read a file of another house and make entries of its holdings and listings.

    Args:
        text: the file.
        name: its name, for messages.
        form: ``bods`` (Beneficial Ownership Data Standard), ``ftm`` (FollowTheMoney) or
            ``csv`` (a table of owner, owned and share).
        source: the id of the source entry of the file.
        published: the day on which the file was published.

    Raises:
        InputError: the file is broken, with its line.
    """
    gathering = FORMS[form](text, name)
    yield from _holdings(gathering, source, published)
    if form == "ftm":
        yield from _listings(text, name, source, published)


def _holdings(
    gathering: Gathering, source: str, published: Day | None
) -> Iterator[Entry]:
    for (owner, owned, begins, until), stated in gathering.stated():
        yield entry_of(
            "holding",
            {
                "owner": _holder(gathering, owner),
                "owned": _holder(gathering, owned),
                **_share(stated),
            },
            begins=_end(begins, Undated.UNKNOWN),
            until=_end(until, Undated.OPEN),
            published=published,
            source=source,
        )


def _holder(gathering: Gathering, number: str) -> dict[str, Json]:
    name, kind = gathering.holders[number]
    told: dict[str, Json] = {"id": number, "name": name, "kind": kind}
    if number in gathering.people:
        told["is_person"] = True
    return told


def _share(stated: Stated) -> dict[str, Json]:
    told: dict[str, Json] = {}
    for name, band in (("equity", stated.equity), ("votes", stated.votes)):
        if band is not None:
            told[name] = _band(band)
    flags = {
        "appoints_board": stated.appoints_board,
        "by_nominee": stated.is_by_nominee,
    }
    return {**told, **{name: True for name, flag in flags.items() if flag}}


def _band(band: Band) -> list[Json]:
    return [exact_text(band.low), exact_text(band.high)]


def _listings(
    text: str, name: str, source: str, published: Day | None
) -> Iterator[Entry]:
    """Make a listing of each sanction; of each party where the file has neither.

    A file of sanctions and owners names parties that are on no list.
    """
    is_of_owners = _OWNERSHIP in text
    if is_of_owners and _SANCTION not in text:
        return
    for row in load_list(ListFile(text, name), "ftm").rows:
        if "sanction" in json.loads(row.raw) or not is_of_owners:
            yield _listing(row, source, published)


def _listing(row: Designation, source: str, published: Day | None) -> Entry:
    body = {k: v for k, v in row.as_json().items() if k not in _DAYS}
    return entry_of(
        "listing",
        body,
        begins=_end(row.begins, Undated.UNKNOWN),
        until=_end(row.until, Undated.OPEN),
        published=published,
        source=source,
    )


def _end(day: date | None, absent: Undated) -> Edge:
    return absent if day is None else Day(day)

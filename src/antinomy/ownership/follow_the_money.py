"""Read holdings from FollowTheMoney entities: Ownership, and what it stands between.

Percentages there are free text: a number or a range is read, anything else leaves the
share unknown. A directorship is no holding; it is told.
"""

import json
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from antinomy.ownership.gathering import UNKNOWN, Gathering, band_of
from antinomy.ownership.structure import Band
from antinomy.values import InputError, Location, parse_day, whole

_NUMBER = r"(\d+(?:[.,]\d+)?)\s*%?"
_EXACT = re.compile(rf"\s*{_NUMBER}\s*")
_RANGE = re.compile(rf"\s*{_NUMBER}\s*(?:-|–|to)\s*{_NUMBER}\s*")
_NEGATIVE = re.compile(r"\s*-\s*\d")
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")

Entity = Mapping[str, Any]


def read_entities(text: str, name: str) -> Gathering:
    """Read entities, one a line.

    Raises:
        InputError: not whole, or an entity that cannot be, with its line.
    """
    gathering = Gathering(name)
    shares: list[tuple[Entity, Location]] = []
    for entity, at in _entities(text, name):
        schema = str(entity.get("schema") or "")
        if schema == "Ownership":
            shares.append((entity, at))
        elif schema == "Directorship":
            gathering.remark("Directorship: a seat, no holding")
        else:
            named = (*_values(entity, "name"), str(entity.get("caption") or ""))
            gathering.add_holder(str(entity["id"]), named[0], schema)
            if schema == "Person":
                gathering.people.add(str(entity["id"]))
    for entity, at in shares:
        _own(gathering, entity, at)
    return gathering


def _entities(text: str, name: str) -> Iterator[tuple[Entity, Location]]:
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        at = Location(name, number, 1)
        try:
            found = json.loads(line)
        except ValueError as error:
            message = f"this line is not whole JSON: {error}"
            raise InputError(message, at) from None
        is_entity = isinstance(found, Mapping) and found.get("id")
        if not is_entity or not isinstance(found.get("properties"), Mapping):
            message = "an entity has `id`, `schema` and `properties`"
            raise InputError(message, at)
        yield found, at


def _values(entity: Entity, name: str) -> tuple[str, ...]:
    """Give the values of a property; an entity nested in one counts by its id."""
    found = entity["properties"].get(name)
    values = found if isinstance(found, list) else [found]
    told = (v.get("id") if isinstance(v, Mapping) else v for v in values)
    return tuple(str(value) for value in told if value is not None)


def _own(gathering: Gathering, entity: Entity, at: Location) -> None:
    begins = _day(_values(entity, "startDate"), at, is_first=True)
    until = _day(_values(entity, "endDate"), at, is_first=False)
    share = _share(_values(entity, "percentage"), gathering, at)
    owners, assets = _values(entity, "owner"), _values(entity, "asset")
    if not owners or not assets:
        message = "an Ownership needs its `owner` and its `asset`"
        raise InputError(message, at)
    for owner in owners:
        for asset in assets:
            made = gathering.holding(owner, asset, begins, until, at)
            made.equity = share if made.equity is None else _widest(made.equity, share)


def _share(texts: tuple[str, ...], gathering: Gathering, at: Location) -> Band:
    """Read a percentage; several that differ are a band."""
    if not texts:
        return UNKNOWN
    found = UNKNOWN
    for number, text in enumerate(texts):
        if _NEGATIVE.match(text):
            message = f"a share lies between 0 and 100 percent, not at {text}"
            raise InputError(message, at)
        match = _EXACT.fullmatch(text) or _RANGE.fullmatch(text)
        if match is None:
            gathering.remark(f"percentage {text!r}: no number, the share is unknown")
            return UNKNOWN
        ends = [whole(Fraction(end.replace(",", "."))) for end in match.groups()]
        band = band_of(ends[0], ends[-1], at)
        found = band if not number else _widest(found, band)
    return found


def _widest(one: Band, other: Band) -> Band:
    return Band(min(one.low, other.low), max(one.high, other.high))


def _day(texts: tuple[str, ...], at: Location, *, is_first: bool) -> date | None:
    """Read a day; of a year or a month the first, or the last that may be."""
    if not texts:
        return None
    text = (min if is_first else max)(texts)[: len("2026-01-01")]
    whole_month = _YEAR_OR_MONTH.fullmatch(text)
    if whole_month is None:
        return _parsed(text, at)
    month = whole_month[2] or ("01" if is_first else "12")
    first = _parsed(f"{whole_month[1]}-{month}-01", at)
    last = monthrange(first.year, first.month)[1]
    return first if is_first else first.replace(day=last)


def _parsed(text: str, at: Location) -> date:
    try:
        return parse_day(text)
    except ValueError as error:
        raise InputError(str(error), at) from None

"""Read holdings from statements of the Beneficial Ownership Data Standard, 0.4.

Each statement tells one record (an entity, a person, a relationship) as declared on a
day; a later one of the same record replaces it, from the day of the change where it
states one, and a closed one ends it. An interest that is not said to be direct reaches
its subject through firms that may or may not count: its share is unknown here, and the
direct ones that the file gives as its components are read instead.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from antinomy.ownership.gathering import UNKNOWN, Gathering, Stated, band_of
from antinomy.ownership.statement_days import (
    Statement,
    day_before,
    day_of,
    details_of,
    earlier,
    governing,
    later,
    listed_in,
    place_of,
)
from antinomy.ownership.structure import Band
from antinomy.values import InputError, Location, Number, whole

_VERSION = "0.4"
_SHARES, _VOTES = "shareholding", "votingRights"
_BOARD, _NOMINEE = "appointmentOfBoard", {"nominee", "nominator"}
_SEATS = (
    *("boardMember", "boardChair", "seniorManagingOfficial"),
    *("enjoymentAndUseOfAssets", "rightToProfitOrIncomeFromAssets"),
)
_RECORDS = {"entity", "person", "relationship"}


def read_statements(text: str, name: str) -> Gathering:
    """Read an array of statements, or one statement a line.

    Raises:
        InputError: not whole, not of version 0.4, or a statement that cannot be; with
            its line or its identifier.
    """
    records: dict[str, list[tuple[Statement, Location]]] = {}
    for statement, at in _statements(text, name):
        record = _record(statement, at)
        records.setdefault(record, []).append((statement, at))
    gathering = Gathering(name)
    for record, told in records.items():
        told.sort(key=lambda one: str(one[0].get("statementDate") or ""))
        newest, _ = told[-1]
        _note(gathering, record, newest)
    for told in records.values():
        if told[-1][0]["recordType"] == "relationship":
            for statement, at, first, last in governing(told):
                _interests(gathering, statement, (first, last), at)
    return gathering


def _statements(text: str, name: str) -> Iterator[tuple[Statement, Location]]:
    lines = [(n, t) for n, t in enumerate(text.split("\n"), 1) if t.strip()]
    if text.lstrip("\ufeff \r\n\t").startswith("["):
        lines = [(0, text)]
    for number, line in lines:
        at = Location(name, number, 1 if number else 0)
        try:
            found = json.loads(line.lstrip("\ufeff"), parse_float=Decimal)
        except ValueError as error:
            raise InputError(f"this is not whole JSON: {error}", at) from None
        for statement in found if isinstance(found, list) else (found,):
            yield statement, at


def _record(statement: Statement, at: Location) -> str:
    """Give the record that a statement tells of, once its outer shape is right."""
    if not isinstance(statement, Mapping):
        message = "expected a statement with `recordId`, `recordType`, `recordDetails`"
        raise InputError(message, at)
    record, kind = statement.get("recordId"), statement.get("recordType")
    if not isinstance(record, str) or str(kind) not in _RECORDS:
        message = (
            "a statement needs `recordId`, a `recordType` (entity, person,"
            f" relationship) and `recordDetails`, as version {_VERSION} of the standard"
            " has them"
        )
        raise InputError(message, place_of(statement, at))
    told = statement.get("publicationDetails")
    version = str((told if isinstance(told, Mapping) else {}).get("bodsVersion") or "")
    if version and not version.startswith(_VERSION):
        message = f"this is version {version} of the standard; {_VERSION} is read"
        raise InputError(message, place_of(statement, at))
    if not isinstance(statement.get("recordDetails"), Mapping):
        message = "a statement needs its `recordDetails`"
        raise InputError(message, place_of(statement, at))
    return record


def _note(gathering: Gathering, record: str, newest: Statement) -> None:
    """Note an entity or a person by its newest name."""
    details = details_of(newest)
    subject = newest.get("declarationSubject")
    if isinstance(subject, str):
        gathering.subjects[subject] = None
    if newest["recordType"] == "entity":
        told = details.get("entityType")
        kind = str(told.get("type") or "") if isinstance(told, Mapping) else ""
        gathering.add_holder(record, str(details.get("name") or ""), kind)
    elif newest["recordType"] == "person":
        names = [n for n in listed_in(details, "names") if isinstance(n, Mapping)]
        name = next((str(n["fullName"]) for n in names if n.get("fullName")), "")
        gathering.add_holder(record, name, "person")
        gathering.people.add(record)


def _interests(
    gathering: Gathering,
    statement: Statement,
    told_within: tuple[date | None, date | None],
    at: Location,
) -> None:
    """Read the interests of one statement, within the days for which it stands."""
    details = details_of(statement)
    owner, owned = details.get("interestedParty"), details.get("subject")
    if not isinstance(owner, str) or not isinstance(owned, str):
        unspecified = owner if not isinstance(owner, str) else owned
        reason = unspecified.get("reason") if isinstance(unspecified, Mapping) else None
        gathering.remark(f"a holder not specified: {reason or 'no reason is given'}")
        return
    is_traced = bool(details.get("componentRecords"))
    is_closed = statement.get("recordStatus") == "closed"
    closed = day_of(statement, "statementDate", at) if is_closed else None
    for interest in listed_in(details, "interests") or ([] if is_closed else [{}]):
        if not isinstance(interest, Mapping):
            raise InputError(f"an interest is an object, not {interest!r}", at)
        begins, ceased = (day_of(interest, n, at) for n in ("startDate", "endDate"))
        if begins and ceased and ceased < begins:
            message = f"it ends on {ceased}, before it begins on {begins}"
            raise InputError(message, at)
        begins = later(begins, told_within[0])
        # The standard gives the day from which an interest was no more.
        until = earlier(day_before(ceased or closed), told_within[1])
        if begins and until and until < begins:
            continue  # it was over, or had not begun, while this was the statement
        if is_traced and interest.get("directOrIndirect") != "direct":
            gathering.remark("an indirect interest, read through its components")
            continue
        if interest.get("type") in _SEATS:
            gathering.remark(f"{interest['type']}: a seat or a use, no holding")
            continue
        made = gathering.holding(owner, owned, begins, until, at)
        _fill(made, interest, gathering, at)


def _fill(
    made: Stated, interest: Mapping[str, Any], gathering: Gathering, at: Location
) -> None:
    """Add one interest to a holding: its share, its votes or its right."""
    kind = str(interest.get("type") or "unknownInterest")
    direct = interest.get("directOrIndirect", "unknown")
    share = _share(interest.get("share"), at)
    if kind in {_SHARES, _VOTES} and direct != "direct":
        gathering.remark(f"a share said to be {direct}: unknown what it reaches")
        share = UNKNOWN
    if kind == _SHARES:
        made.equity = share
    elif kind == _VOTES:
        made.votes = share
    elif kind == _BOARD:
        made.appoints_board = True
    elif kind in _NOMINEE:
        made.is_by_nominee = True
    else:
        gathering.remark(f"{kind}: no share; whether one stands behind is unknown")


def _share(told: object, at: Location) -> Band:
    """Read a share: exact, or between ends; an end left out counts as belonging."""
    if told is None:
        return UNKNOWN
    if not isinstance(told, Mapping):
        message = f"a share is an object with `exact`, or ends, not {told!r}"
        raise InputError(message, at)
    numbers = {name: _number(name, value, at) for name, value in told.items()}
    exact = numbers.get("exact")
    if exact is not None:
        return band_of(exact, exact, at)
    low = numbers.get("minimum", numbers.get("exclusiveMinimum"))
    high = numbers.get("maximum", numbers.get("exclusiveMaximum"))
    return band_of(low, high, at)


def _number(name: str, value: object, at: Location) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        message = f"the share's `{name}` is a number in percent, not {value!r}"
        raise InputError(message, at)
    return whole(Fraction(value))

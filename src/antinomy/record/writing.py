"""Give holdings and listings back in the forms of other houses.

What such a form has no word for (votes in FollowTheMoney, listings among statements of
owners, entries of other kinds) is left out by name: see `Left`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from antinomy.lists import Designation
from antinomy.record.kept import Kept
from antinomy.record.moments import moment_text
from antinomy.record.validity import Edge, Undated
from antinomy.values import InputError, Json, digest

Body = Mapping[str, Any]

# What a holder is in one house's words, in the other's.
_AS_SCHEMA = {
    "registeredEntity": "Company",
    "stateBody": "PublicBody",
    "state": "PublicBody",
    "legalEntity": "LegalEntity",
}
_AS_TYPE = {schema: kind for kind, schema in _AS_SCHEMA.items() if kind != "state"}
_PARTIES = {
    "individual": "Person",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "entity": "Company",
}
_WHOLE = ["0", "100"]
_DAY = len("2026-01-01")


@dataclass(slots=True)
class Left:
    """What was left out of a file, and how often."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str) -> None:
        """Count something left out."""
        self.counts[what] += 1


def as_statements(entries: Iterable[Kept], left: Left) -> list[dict[str, Json]]:
    """Write holdings as statements of the Beneficial Ownership Data Standard, 0.4.

    Raises:
        InputError: a share that no JSON number holds exactly.
    """
    holders: dict[str, dict[str, Json]] = {}
    found: list[dict[str, Json]] = []
    for kept in entries:
        body = _holding(kept, left)
        if body is None:
            continue
        told = _day_of(kept)
        for role in ("owner", "owned"):
            number = str(body[role]["id"])
            holders.setdefault(number, _holder_statement(body[role], told))
        found.append(_relationship(kept, body, told))
    return [*holders.values(), *found]


def as_entities(entries: Iterable[Kept], left: Left) -> list[dict[str, Json]]:
    """Write holdings and listings as entities of FollowTheMoney."""
    parties: dict[str, dict[str, Json]] = {}
    found: list[dict[str, Json]] = []
    for kept in entries:
        if kept.kind == "listing" and "list" in kept.body and "name" in kept.body:
            row = _designation(kept)
            parties[row.id] = _party(row)  # a listed party is told in full
            found.append(_sanction(kept, row))
            continue
        body = _holding(kept, left)
        if body is None:
            continue
        for role in ("owner", "owned"):
            number = str(body[role]["id"])
            parties.setdefault(number, _holder_entity(body[role]))
        for word in ("votes", "appoints_board", "by_nominee"):
            if word in body:
                left.add(f"{word} of a holding")
        found.append(_ownership(kept, body))
    return [*parties.values(), *found]


def _holding(kept: Kept, left: Left) -> Body | None:
    """Give the body of a holding that names both sides; else count it as left out."""
    body = kept.body
    if kept.kind != "holding":
        left.add(kept.kind)
        return None
    sides = (body.get("owner"), body.get("owned"))
    if not all(isinstance(side, Mapping) and side.get("id") for side in sides):
        left.add("holding that does not name both sides by `id`")
        return None
    return body


# ---------------------------------------------------------------- BODS


def _holder_statement(holder: Body, told: str) -> dict[str, Json]:
    name, kind = str(holder.get("name") or holder["id"]), str(holder.get("kind") or "")
    if holder.get("is_person"):
        details: dict[str, Json] = {
            "isComponent": False,
            "personType": "knownPerson",
            "names": [{"type": "legal", "fullName": name}],
        }
        return _statement("person", str(holder["id"]), str(holder["id"]), told, details)
    word = _AS_TYPE.get(kind, kind if kind[:1].islower() else "unknownEntity")
    details = {"isComponent": False, "entityType": {"type": word}, "name": name}
    return _statement("entity", str(holder["id"]), str(holder["id"]), told, details)


def _relationship(kept: Kept, body: Body, told: str) -> dict[str, Json]:
    owned = str(body["owned"]["id"])
    details: dict[str, Json] = {
        "isComponent": False,
        "subject": owned,
        "interestedParty": str(body["owner"]["id"]),
        "interests": list(_interests(kept, body)),
    }
    return _statement("relationship", kept.id, owned, told, details)


def _statement(
    kind: str, record: str, subject: str, told: str, details: dict[str, Json]
) -> dict[str, Json]:
    return {
        "statementId": digest([kind, record, told, details]),
        "declarationSubject": subject,
        "statementDate": told,
        "recordId": record,
        "recordType": kind,
        "recordStatus": "new",
        "recordDetails": details,
        "publicationDetails": {
            "publicationDate": told,
            "bodsVersion": "0.4",
            "publisher": {"name": "antinomy record"},
        },
    }


def _interests(kept: Kept, body: Body) -> Iterable[dict[str, Json]]:
    days: dict[str, Json] = {}
    begins, until = _date(kept.valid.begins), _date(kept.valid.until)
    if begins:
        days["startDate"] = begins.isoformat()
    if until and until < date.max:
        # The standard gives the day from which an interest is no more.
        days["endDate"] = (until + timedelta(days=1)).isoformat()
    for name, kind in (("equity", "shareholding"), ("votes", "votingRights")):
        if name in body:
            share = _share_numbers(kept, body[name])
            direct: Json = "direct"
            told = {"type": kind, "directOrIndirect": direct, **days}
            yield {**told, "share": share} if share else told
    for name, kind in (("appoints_board", "appointmentOfBoard"), _NOMINEE):
        if body.get(name):
            yield {"type": kind, "directOrIndirect": "direct", **days}
    if not {"equity", "votes", "appoints_board", "by_nominee"} & body.keys():
        yield {"type": "unknownInterest", "directOrIndirect": "direct", **days}


def _share_numbers(kept: Kept, band: list[str]) -> dict[str, Json]:
    low, high = (_number(kept, end) for end in band)
    if band == _WHOLE:
        return {}
    return {"exact": low} if low == high else {"minimum": low, "maximum": high}


def _number(kept: Kept, text: str) -> int | float:
    exact = Fraction(text)
    if exact.denominator == 1:
        return exact.numerator
    near = float(exact)
    if Fraction(repr(near)) != exact:
        message = f"the share {text} of {kept.id!r} has no exact JSON number"
        raise InputError(f"{message}; export it as jsonl")
    return near


# ---------------------------------------------------------------- FollowTheMoney


def _holder_entity(holder: Body) -> dict[str, Json]:
    name, kind = str(holder.get("name") or holder["id"]), str(holder.get("kind") or "")
    schema = _AS_SCHEMA.get(kind, kind if kind[:1].isupper() else "LegalEntity")
    if holder.get("is_person"):
        schema = "Person"
    return _entity(str(holder["id"]), schema, name, {"name": [name]})


def _ownership(kept: Kept, body: Body) -> dict[str, Json]:
    owner, asset = str(body["owner"]["id"]), str(body["owned"]["id"])
    told: dict[str, Json] = {"owner": [owner], "asset": [asset], **_days(kept)}
    band = body.get("equity", _WHOLE)
    if band != _WHOLE:
        low, high = band
        told["percentage"] = [low if low == high else f"{low}-{high}"]
    return _entity(kept.id, "Ownership", "", told)


def _designation(kept: Kept) -> Designation:
    told = {k: tuple(v) if isinstance(v, list) else v for k, v in kept.body.items()}
    known = Designation.__dataclass_fields__
    given: dict[str, Any] = {name: told[name] for name in told if name in known}
    row = Designation(**given)
    return row if row.id else Designation(list=row.list, name=row.name, id=kept.id)


def _party(row: Designation) -> dict[str, Json]:
    schema = _PARTIES.get(row.kind, "LegalEntity")
    aliases = [name for name in row.aliases if name not in row.weak]
    told: dict[str, list[str]] = {
        "name": [row.name],
        "alias": aliases,
        "weakAlias": list(row.weak),
        "country": [place.lower() for place in row.places],
        "address": list(row.sites),
        "idNumber": list(row.identifiers),
    }
    properties: dict[str, Json] = {name: many for name, many in told.items() if many}
    found = _entity(row.id, schema, row.name, properties)
    return {**found, "datasets": [row.list]}


def _sanction(kept: Kept, row: Designation) -> dict[str, Json]:
    told: dict[str, list[str]] = {
        "entity": [row.id],
        "program": list(row.programmes),
        "authorityId": [part for part in row.cite.split("; ") if part],
        "sourceUrl": [row.address] if row.address else [],
    }
    properties: dict[str, Json] = {name: many for name, many in told.items() if many}
    return _entity(kept.id, "Sanction", "", {**properties, **_days(kept)})


def _entity(
    number: str, schema: str, caption: str, properties: dict[str, Json]
) -> dict[str, Json]:
    told: dict[str, Json] = {"id": number, "schema": schema, "properties": properties}
    return {**told, "caption": caption} if caption else told


# ---------------------------------------------------------------- days


def _days(kept: Kept) -> dict[str, Json]:
    ends = (
        ("startDate", _date(kept.valid.begins)),
        ("endDate", _date(kept.valid.until)),
    )
    return {name: [day.isoformat()] for name, day in ends if day}


def _date(edge: Edge) -> date | None:
    return None if isinstance(edge, Undated) else edge


def _day_of(kept: Kept) -> str:
    """Give the day for which an entry speaks: published, else recorded."""
    published = kept.first.entry.published
    if published is not None:
        return published.isoformat()
    return moment_text(kept.first.recorded)[:_DAY]


_NOMINEE = ("by_nominee", "nominee")

"""Turn accepted entries into claims that an answer may lean on.

A listing, a holding and a figure say what they say; the withdrawal or the revision of a
statement turns the measure of law that the statement names. An entry that names no such
thing changes no answer, and says why.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from antinomy.catalogue import Range
from antinomy.record.entry import Entry
from antinomy.record.kept import Kept
from antinomy.record.validity import Edge, Undated, Valid
from antinomy.values import (
    Acceptance,
    Citation,
    Day,
    Standing,
    Text,
    parse_number,
)
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Basis,
    Period,
    Unread,
)

Body = Mapping[str, Any]

_STANDINGS = {standing.value: standing for standing in Standing}


class _NoClaimError(Exception):
    """An entry makes no claim; caught where it is asked for one."""

    def __init__(self, why: str, **parts: str) -> None:
        super().__init__(why)
        self.unread = Unread(why, parts)


@dataclass(frozen=True, slots=True)
class Beside:
    """What entries lean on: sources and entries by id, and the names of lists."""

    sources: Mapping[str, Entry]
    entries: Mapping[str, Kept]
    lists: Mapping[str, str]


def accepted_from(kept: Iterable[Kept], beside: Beside) -> Accepted:
    """Give the claims of accepted entries; those that make none are left out."""
    found = (claim_of(one, beside) for one in kept if one.review is not None)
    return Accepted(tuple(claim for claim in found if not isinstance(claim, Unread)))


def claim_of(kept: Kept, beside: Beside) -> AcceptedClaim | Unread:
    """Give the claim that an entry would make, or why it makes none.

    Of an entry that nobody reviewed it is the claim as it would be if it were accepted
    now, by nobody.
    """
    make = _CLAIMS.get(kept.kind)
    if make is None:
        return Unread("kind", {"kind": kept.kind})
    try:
        return make(kept, basis_of(kept, beside), beside)
    except _NoClaimError as error:
        return error.unread


def basis_of(kept: Kept, beside: Beside) -> Basis:
    """Give what an entry rests on: its source, its review, its days."""
    review, published = kept.review, kept.words.published
    recorded = (review or kept.first).recorded.date()
    body = {} if review is None else review.entry.body
    acceptance = Acceptance(kept.id, str(body.get("reviewer", "")), recorded)
    known = Day(max(recorded, published) if published else recorded)
    return Basis(cite_of(kept, beside.sources), acceptance, known)


def cite_of(kept: Kept, sources: Mapping[str, Entry]) -> Citation:
    """Give the source of an entry as a citation.

    What the entry itself says of its evidence goes before what the source says.
    """
    source = sources.get(kept.words.source or kept.first.entry.source)
    of_source = {} if source is None else source.body
    evidence = kept.body.get("evidence")
    first = evidence[0] if isinstance(evidence, list) and evidence else {}
    told = [first if isinstance(first, dict) else {}, kept.body, of_source]
    text = _first(told[:1], "text") or _first(told, "cite") or _first(told, "title")
    text = text or _first(told[2:], "name")
    return Citation(
        text or kept.first.entry.source,
        _first(told, "address"),
        _STANDINGS.get(_first(told, "status"), Standing.UNCERTAIN),
    )


# ---------------------------------------------------------------- kinds


def _listing(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    body = kept.body
    which = _text(body, "list")
    own = body.get("named") or body.get("name")
    names = [own, *_texts(body, "names"), *_texts(body, "aliases")]
    given = tuple(dict.fromkeys(n for n in names if isinstance(n, str) and n.strip()))
    if not given:
        raise _NoClaimError("name", name="name")
    return AcceptedListing(
        list=beside.lists.get(which, which),
        names=given,
        days=_period(kept.valid),
        basis=basis,
        is_taken_back=kept.valid.until != kept.words.valid.until,
    )


def _holding(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    del beside
    body = kept.body
    share = body.get("share", body.get("equity"))
    days = _period(kept.valid)
    amount = None if share is None else _range(share, "share")
    return AcceptedHolding(
        _party(body, "owner"), _party(body, "owned"), amount, days, basis
    )


def _figure(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    del beside
    if kept.closings:
        raise _NoClaimError("taken_back")
    body = kept.body
    return AcceptedFigure(
        chip=_text(body, "chip"),
        fact=_text(body, "figure"),
        amount=_range(body.get("value"), "value"),
        unit=_text(body, "unit"),
        basis=basis,
    )


def _turn(kept: Kept, basis: Basis, beside: Beside) -> AcceptedClaim:
    """Turn the measure that an act names, or that the entry it is about names."""
    about = beside.entries.get(kept.first.entry.about)
    target: Body = {} if about is None else about.body
    measure = _measure(kept.body) or _measure(target)
    if not measure:
        raise _NoClaimError("names_no_measure")
    begins = kept.valid.begins
    reason = kept.body.get("reason")
    provisions = kept.body.get("provisions", target.get("provisions"))
    return AcceptedTurn(
        measure=measure,
        turn="withdraws" if kept.kind == "withdrawal" else "rewords",
        begins=None if isinstance(begins, Undated) else begins,
        basis=basis,
        provisions=tuple(provisions) if isinstance(provisions, list) else (),
        note=Text(reason) if isinstance(reason, str) else None,
    )


_CLAIMS: Mapping[str, Callable[[Kept, Basis, Beside], AcceptedClaim]] = {
    "listing": _listing,
    "holding": _holding,
    "figure": _figure,
    "withdrawal": _turn,
    "revision": _turn,
}


# ---------------------------------------------------------------- parts


def _period(valid: Valid) -> Period:
    return Period(
        first=_day(valid.begins, opened=Day(date.min)),
        last=_day(valid.until, opened=None),
        is_end_known=valid.until is not Undated.UNKNOWN,
    )


def _day(edge: Edge, *, opened: Day | None) -> Day | None:
    if isinstance(edge, Undated):
        return opened if edge is Undated.OPEN else None
    return None if edge == date.max else edge


def _measure(body: Body) -> str:
    measure = body.get("measure")
    return measure if isinstance(measure, str) else ""


def _text(body: Body, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _NoClaimError("name", name=name)
    return value.strip()


def _texts(body: Body, name: str) -> list[str]:
    value = body.get(name)
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _party(body: Body, name: str) -> str:
    """Read a party: its name, or an object with `name` or `id`."""
    value = body.get(name)
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    return _text({name: value}, name)


def _range(value: object, name: str) -> Range:
    """Read a number, `[low, high]` or `{low, high}`; numbers are exact texts."""
    match value:
        case {"low": low, "high": high} | [low, high]:
            ends = (low, high)
        case _:
            ends = (value, value)
    try:
        low, high = (parse_number(str(end).strip()) for end in ends)
    except ValueError:
        raise _NoClaimError("range", name=name) from None
    if low > high or low < 0:
        raise _NoClaimError("range", name=name)
    return Range(low, high)


def _first(told: Iterable[Body], *names: str) -> str:
    """Give the first text under one of some names, in the order of the bodies."""
    for body in told:
        for name in names:
            value = body.get(name)
            if isinstance(value, str) and value.strip():
                return value.strip()
    return ""

"""Write a structure and the question asked of it as a file of holdings."""

from collections.abc import Iterable
from datetime import date

from antinomy.ownership.reading import Question
from antinomy.ownership.structure import Band, Holder, Holding, Listing
from antinomy.values import Json, exact_text

Object = dict[str, Json]


def question_json(question: Question) -> Object:
    """Give the case as its file has it, to be completed with seats and lists."""
    structure = question.structure
    found: Object = {"id": question.id}
    if question.days:
        found["as_of"] = [day.isoformat() for day in question.days]
    found["subject"] = question.subject
    if structure.registers:
        found["register"] = {n: r.value for n, r in structure.registers.items()}
    found["entities"] = {n: _holder(h) for n, h in structure.holders.items()}
    found["edges"] = [_holding(holding) for holding in structure.holdings]
    if question.not_read:
        found["note"] = "not read: " + "; ".join(question.not_read)
    return found


def _holder(holder: Holder) -> Object:
    told: Object = {"kind": holder.kind or "unknown", "hq": holder.seat or "unknown"}
    if holder.listings:
        told["lists"] = [_listing(entry) for entry in holder.listings]
    return told


def _listing(entry: Listing) -> Object:
    told: Object = {"list": entry.list, **_days(entry.begins, entry.until)}
    words = {"requirement": entry.requirement, "policy": entry.policy}
    return {**told, **{k: v for k, v in words.items() if v}, **entry.marks}


def _holding(holding: Holding) -> Object:
    owners = list(holding.owners)
    told: Object = {
        "owner": owners[0] if len(owners) == 1 else owners,
        "owned": holding.owned,
        "share": _share(holding.equity),
    }
    if holding.votes is not None:
        told["votes"] = _share(holding.votes)
    if holding.appoints_board:
        told["appoints_board"] = True
    if holding.is_by_nominee:
        told["nominee"] = True
    if holding.known_from is not None:
        told["known_from"] = holding.known_from.isoformat()
    return {**told, **_days(holding.begins, holding.until)}


def _share(band: Band) -> Json:
    ends = [exact_text(end) for end in (band.low, band.high)]
    return ends[0] if band.is_exact else ends


def _days(begins: date | None, until: date | None) -> Object:
    told: Iterable[tuple[str, date | None]] = (("from", begins), ("to", until))
    return {name: day.isoformat() for name, day in told if day}

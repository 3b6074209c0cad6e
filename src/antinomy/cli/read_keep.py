"""What a page tells, as entries of the record that wait for review.

The page becomes a source, named by its digest; each event, statement and figure an
entry with its spans; a statement that the page itself says was taken back or reworded
is closed by an act. Nothing of it counts in an answer before a person accepted it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from antinomy.cli.reader import Reader, Told
from antinomy.press import Claim, claims_of
from antinomy.record import Entry, Kind, entry_of
from antinomy.values import Day, Json, parse_day

_KINDS: Mapping[str, Kind] = {
    "event": "event",
    "statement": "statement",
    "quantity": "figure",
}
_REVISED = "revised"
_CLOSED = frozenset({"retracted", _REVISED})


def entries_of(told: Told, reader: Reader) -> Iterator[Entry]:
    """Give the entries of a page, its source first; read again it gives the same."""
    page = _source(told)
    yield page
    claims = {c.id: c for c in claims_of(told.reading, reader.claim_words)}
    beside: defaultdict[str, dict[str, Json]] = defaultdict(dict)
    beside |= reader.beside_record(told)
    for claim in claims.values():
        if claim.kind not in _KINDS:
            continue
        entry = _entry(claim, page, {"text": _text(told, claim), **beside[claim.id]})
        yield entry
        by = claims.get(str(claim.fields.get("settled_by", "")).replace("#", "e"))
        status = claim.fields.get("status")
        is_revised = status == _REVISED
        if status in _CLOSED and by is not None:
            yield _closing(entry, by, page, _text(told, by) if is_revised else "")


def _text(told: Told, claim: Claim) -> str:
    """Give the words of the page that a claim stands on."""
    source = told.reading.opened.decoded.text
    return " … ".join(extent.of(source).strip() for extent in claim.extents)


def _source(told: Told) -> Entry:
    source = told.reading.opened.source
    body: dict[str, Json] = {
        "digest": source.digest,
        "name": source.name,
        "size": source.size,
    }
    if source.address:
        body["address"] = source.address
    anchors = told.reading.anchors
    published = None if anchors.is_inferred else anchors.page
    return entry_of("source", body, published=published)


def _entry(claim: Claim, page: Entry, beside: Mapping[str, Json]) -> Entry:
    said = claim.fields.get("date_said")
    days = _days(claim.fields.get("date") or said)
    return entry_of(
        _KINDS[claim.kind],
        {
            **claim.fields,
            **beside,
            "claim": claim.id,
            "spans": [[extent.start, extent.end] for extent in claim.extents],
            "rule": claim.rule,
            "confidence": claim.confidence,
        },
        begins=days[0] if days else None,
        until=days[1] if days and claim.kind == "event" else None,
        said=days[0] if days and said and days[0] == days[1] else None,
        published=page.published,
        source=page.id,
    )


def _closing(entry: Entry, by: Claim, page: Entry, reworded: str) -> Entry:
    """Give the act that takes an entry back, or tells that it was reworded.

    ``reworded`` are the words that tell so: what the entry says now is left open.
    """
    body: dict[str, Json] = {"reason": by.fields["kind"], "claim": by.id}
    if reworded:
        body["text"] = reworded
    days = _days(by.fields.get("date"))
    return entry_of(
        "revision" if reworded else "withdrawal",
        body,
        begins=days[0] if days and days[0] == days[1] else None,
        published=page.published,
        source=page.id,
        about=entry.id,
    )


def _days(date: Any) -> tuple[Day, Day] | None:  # noqa: ANN401 - JSON
    return (parse_day(date["start"]), parse_day(date["end"])) if date else None

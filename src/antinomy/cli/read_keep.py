"""What a page tells, as entries of the record that wait for review.

The page becomes a source, known by its bytes alone; where it was found stands in a
sighting and in its entries. Each event, statement and figure is an entry with its
spans, known by what it says: read again, by another version too, it is the same. What
the page itself says was taken back is closed by a withdrawal, what it says was reworded
by a revision that leaves open what holds now. Nothing of it counts in an answer before
a person accepted it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

from antinomy.cli.reader import Reader, Told
from antinomy.press import Claim, claims_of
from antinomy.record import (
    OF_READING,
    Entry,
    Kind,
    Moment,
    Record,
    entry_of,
    latest_at,
    place_of,
    stamped,
)
from antinomy.values import Day, Json, digest, parse_day

_KINDS: Mapping[str, Kind] = {
    "event": "event",
    "statement": "statement",
    "quantity": "figure",
}
_REVISED = "revised"
_CLOSED = frozenset({"retracted", _REVISED})
_ID_DIGITS = 24


def kept(
    record: Record, told: Told, reader: Reader, clock: Callable[[], Moment]
) -> tuple[int, int]:
    """Append what a page tells and is not there yet.

    Gives how many entries were appended, and how many were there already. That other
    bytes were found at the place of a page is told by a sighting.
    """
    entries = list(entries_of(told, reader))
    there = record.known(entry.id for entry in entries)
    fresh = [entry for entry in entries if entry.id not in there]
    fresh += _sighting(record, told, entries[0], clock())
    return len(record.append(fresh, clock)), len(there)


def entries_of(told: Told, reader: Reader) -> Iterator[Entry]:
    """Give the entries of a page, its source first; read again it gives the same."""
    page = _source(told)
    yield page
    claims = {c.id: c for c in claims_of(told.reading, reader.claim_words)}
    beside: defaultdict[str, dict[str, Json]] = defaultdict(dict)
    beside |= reader.beside_record(told)
    of_page = {**_place(told), "reader": reader.version}
    published = _published(told)
    times: Counter[str] = Counter()
    for claim in claims.values():
        if claim.kind not in _KINDS:
            continue
        words = {"text": _text(told, claim), **beside[claim.id], **of_page}
        entry = replace(_entry(claim, page, words), published=published)
        entry = _named(entry, times)
        yield entry
        by = claims.get(str(claim.fields.get("settled_by", "")).replace("#", "e"))
        status = str(claim.fields.get("status", ""))
        if status in _CLOSED and by is not None:
            words = {"text": _text(told, by), **of_page}
            act = replace(_closing(entry, by, page, status, words), published=published)
            yield _named(act, times)


def _text(told: Told, claim: Claim) -> str:
    """Give the words of the page that a claim stands on."""
    source = told.reading.opened.decoded.text
    return " … ".join(extent.of(source).strip() for extent in claim.extents)


def _source(told: Told) -> Entry:
    """Give the page as a source: nothing that may differ where its bytes do not."""
    source = told.reading.opened.source
    return entry_of("source", {"digest": source.digest, "size": source.size})


def _place(told: Told) -> dict[str, Json]:
    source = told.reading.opened.source
    found: dict[str, Json] = {"title": source.name}
    return {**found, "address": source.address} if source.address else found


def _published(told: Told) -> Day | None:
    anchors = told.reading.anchors
    return None if anchors.is_inferred else anchors.page


def _sighting(record: Record, told: Told, page: Entry, now: Moment) -> list[Entry]:
    """Say where the page was found, unless it is what was found there last."""
    source = told.reading.opened.source
    body: dict[str, Json] = {"state": "found", "name": source.name}
    if source.address:
        body["address"] = source.address
    with closing(record.as_of(date.max, kinds=("source",))) as found:
        if latest_at(found).get(place_of(body)) == page.id:
            return []
    today = Day(now.date())
    act = entry_of("seen", body, begins=today, until=today, about=page.id)
    return [stamped(act, now)]


def _entry(claim: Claim, page: Entry, words: Mapping[str, Json]) -> Entry:
    said = claim.fields.get("date_said")
    days = _days(claim.fields.get("date") or said)
    return entry_of(
        _KINDS[claim.kind],
        {
            **claim.fields,
            **words,
            "claim": claim.id,
            "spans": [[extent.start, extent.end] for extent in claim.extents],
            "rule": claim.rule,
            "confidence": claim.confidence,
        },
        begins=days[0] if days else None,
        until=days[1] if days and claim.kind == "event" else None,
        said=days[0] if days and said and days[0] == days[1] else None,
        source=page.id,
    )


def _closing(
    entry: Entry, by: Claim, page: Entry, status: str, words: Mapping[str, Json]
) -> Entry:
    """Give the act that takes an entry back, or leaves open what it now says."""
    days = _days(by.fields.get("date"))
    return entry_of(
        "revision" if status == _REVISED else "withdrawal",
        {**words, "reason": by.fields["kind"], "claim": by.id},
        begins=days[0] if days and days[0] == days[1] else None,
        source=page.id,
        about=entry.id,
    )


def _named(entry: Entry, times: Counter[str]) -> Entry:
    """Name an entry after what it says of its source, and how often it was said so.

    How it was read is left out, and so is the day of the page, which may be given.
    """
    body = {
        name: _unnumbered(value)
        for name, value in entry.body.items()
        if name not in OF_READING
    }
    valid = entry.valid.as_json()
    told: list[Json] = [entry.kind, entry.source, entry.about, valid, body]
    said = digest(told)
    times[said] += 1
    if times[said] > 1:
        said = digest([*told, times[said]])
    return replace(entry, id=f"{entry.kind}:{said[:_ID_DIGITS]}")


def _unnumbered(value: Json) -> Json:
    """Leave out the number of another claim of the page, as `#3`."""
    return "#" if isinstance(value, str) and value.startswith("#") else value


def _days(date: Any) -> tuple[Day, Day] | None:  # noqa: ANN401 - JSON
    return (parse_day(date["start"]), parse_day(date["end"])) if date else None

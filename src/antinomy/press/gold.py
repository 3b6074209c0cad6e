"""The findings of a page in the shape in which readers of pages are scored.

One record a finding (deeds that a page denies are none), with code-point spans of the
decoded source; things keep the ids of the lexicon.
"""

from collections.abc import Iterator

from antinomy.press.claim import time_fields
from antinomy.press.found import Event, Quantity, Statement, Time
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent
from antinomy.values import Json

Record = dict[str, Json]


def gold_records(reading: Reading, page: str) -> Iterator[Record]:
    """Give the records of a page; ``page`` is its name."""
    yield {"id": f"{page}-doc", "seed": page, "record": "doc", **_doc(reading)}
    for number, event in enumerate(reading.events, 1):
        if not event.negated:
            yield _record(page, "event", number, _event(event, reading, page))
    for number, said in enumerate(reading.statements, 1):
        yield _record(page, "statement", number, _statement(said, reading))
    for number, quantity in enumerate(reading.quantities, 1):
        yield _record(page, "quantity", number, _quantity(quantity, reading))
    for number, time in enumerate(reading.times, 1):
        yield _record(page, "time", number, _time(time, reading))
    for number, link in enumerate(reading.links, 1):
        fields: Record = {
            "rel": link.relation,
            "a": _named(link.first, page),
            "b": _named(link.second, page),
            "spans": _spans(reading, (link.extent,)),
        }
        yield _record(page, "relation", number, fields)
    yield from _entities(reading, page)


def _record(page: str, record: str, number: int, fields: Record) -> Record:
    letter = "n" if record == "entity" else record[0]
    return {
        "id": f"{page}-{letter}{number:02}",
        "seed": page,
        "record": record,
        **fields,
    }


def _doc(reading: Reading) -> Record:
    day = reading.anchors.page
    told = None if day is None else day.isoformat()
    return {"doc_date": {"start": told, "end": told, "basis": reading.anchors.basis}}


def _spans(reading: Reading, extents: tuple[Extent, ...]) -> list[Json]:
    raw = (reading.raw(extent) for extent in extents)
    return [[extent.start, extent.end] for extent in raw]


def _days(time: Time | None) -> Record:
    return time_fields(time) or {"start": None, "end": None, "precision": "unknown"}


def _named(thing: str | None, page: str) -> str | None:
    """Give a thing, or the id of the event of the page that ``#3`` stands for."""
    if thing is not None and thing.startswith("#"):
        return f"{page}-e{int(thing[1:]):02}"
    return thing


def _event(event: Event, reading: Reading, page: str) -> Record:
    return {
        "kind": event.kind,
        "date": _days(event.when),
        "actors": list(event.actors),
        "act": event.extents[0].of(reading.twin.text),
        "object": _named(event.object, page),
        "place": event.place,
        "modality": event.modality,
        "reported_by": event.reporter,
        "author_claim": False,
        "spans": _spans(reading, event.extents),
    }


def _statement(said: Statement, reading: Reading) -> Record:
    return {
        "speaker": said.speaker,
        "org": said.org,
        "date_said": _days(said.when),
        "reported_by": said.reporter,
        "stance": said.stance,
        "target": said.target,
        "content": said.extents[0].of(reading.twin.text),
        "direct_quote": said.quoted,
        "place": said.place,
        "status": said.status,
        "author_claim": said.author,
        "spans": _spans(reading, said.extents),
    }


def _quantity(quantity: Quantity, reading: Reading) -> Record:
    return {
        "value": float(quantity.value),
        "value_max": None if quantity.upper is None else float(quantity.upper),
        "unit": quantity.unit,
        "subject": quantity.subject,
        "relation": quantity.relation,
        "date": _days(quantity.when),
        "spans": _spans(reading, (quantity.extent,)),
    }


def _time(time: Time, reading: Reading) -> Record:
    return {
        "text": time.extent.of(reading.twin.text),
        **_days(time),
        "spans": _spans(reading, (time.extent,)),
    }


def _entities(reading: Reading, page: str) -> Iterator[Record]:
    mentions: dict[str, list[Json]] = {}
    for mention in reading.mentions:
        mentions.setdefault(mention.thing, []).extend(
            _spans(reading, (mention.extent,))
        )
    for number, (thing, spans) in enumerate(mentions.items(), 1):
        fields: Record = {"eid": thing, "mentions": spans}
        yield _record(page, "entity", number, fields)

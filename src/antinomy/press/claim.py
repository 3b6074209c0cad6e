"""A claim: what a page tells, in fields, with the exact places it stands on.

Every finder of claims gives this form, whatever it finds with. A claim without an exact
extent of the source does not exist.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from antinomy.files import Fields, read_document
from antinomy.files.node import as_mapping, as_scalar
from antinomy.press.found import Event, Quantity, Statement, Time
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent
from antinomy.values import Json, exact_text


@dataclass(frozen=True, slots=True)
class Claim:
    """What a page tells, before anybody looked at it.

    ``id`` is its number on the page, as ``e3``; ``extents`` are code points of the
    decoded source; ``rule`` names what found it; ``confidence`` is that of its class.
    """

    id: str
    kind: str
    fields: Mapping[str, Json]
    extents: tuple[Extent, ...]
    rule: str
    confidence: str

    def __post_init__(self) -> None:
        """Refuse a claim that stands on nothing."""
        assert self.extents, f"claim {self.id} without an extent"

    def json(self) -> Json:
        """Give the claim as an object of JSON."""
        return {
            "id": self.id,
            "kind": self.kind,
            "fields": dict(self.fields),
            "spans": [[extent.start, extent.end] for extent in self.extents],
            "rule": self.rule,
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What a claim is given by its class, and the number of the reader."""

    confidence: Mapping[str, str]
    reader: str


def load_claim_words(path: Path) -> ClaimWords:
    """Load the classes.

    Raises:
        InputError: with the place of the first fault.
    """
    fields = Fields(read_document(path))
    entries = as_mapping(fields.need("confidence")).entries
    confidence = {name: as_scalar(node).text for name, node in entries.items()}
    words = ClaimWords(confidence, fields.text("reader"))
    fields.done()
    return words


def claims_of(reading: Reading, words: ClaimWords) -> Iterator[Claim]:
    """Give the claims of a page: events, statements, quantities, times, relations."""
    trust = words.confidence
    for number, event in enumerate(reading.events, 1):
        kind = "event_reported" if event.modality == "reported" else "event"
        raw = _raw(reading, event.extents)
        fields = event_fields(event)
        yield Claim(f"e{number}", "event", fields, raw, event.rule, trust[kind])
    for number, said in enumerate(reading.statements, 1):
        kind = "statement_quoted" if said.quoted else "statement"
        raw = _raw(reading, said.extents)
        fields = statement_fields(said, reading)
        yield Claim(f"s{number}", "statement", fields, raw, said.rule, trust[kind])
    for number, quantity in enumerate(reading.quantities, 1):
        raw = _raw(reading, (quantity.extent,))
        fields = quantity_fields(quantity)
        rule = f"quantity.{quantity.unit}"
        yield Claim(f"q{number}", "quantity", fields, raw, rule, trust["quantity"])
    for number, time in enumerate(reading.times, 1):
        raw = _raw(reading, (time.extent,))
        rule = f"time.{time.basis}"
        fields = time_fields(time) or {}
        yield Claim(f"t{number}", "time", fields, raw, rule, trust["time"])
    for number, link in enumerate(reading.links, 1):
        raw = _raw(reading, (link.extent,))
        fields = {"relation": link.relation, "a": link.first, "b": link.second}
        rule = f"relation.{link.relation}"
        yield Claim(f"r{number}", "relation", fields, raw, rule, trust["relation"])


def event_fields(event: Event) -> dict[str, Json]:
    """Give the fields of an event."""
    return {
        "kind": event.kind,
        "date": time_fields(event.when),
        "actors": list(event.actors),
        "object": event.object,
        "place": event.place,
        "modality": event.modality,
        "negated": event.negated,
        "reported_by": event.reporter,
        "values": [quantity_fields(quantity) for quantity in event.values],
    }


def statement_fields(said: Statement, reading: Reading) -> dict[str, Json]:
    """Give the fields of a statement; its words are those of the twin text."""
    words = [extent.of(reading.twin.text) for extent in said.extents]
    return {
        "speaker": said.speaker,
        "org": said.org,
        "date_said": time_fields(said.when),
        "place": said.place,
        "reported_by": said.reporter,
        "stance": said.stance,
        "target": said.target,
        "direct_quote": said.quoted,
        "content": words[0],
        "status": said.status,
        "settled_by": said.settled_by,
    }


def quantity_fields(quantity: Quantity) -> dict[str, Json]:
    """Give the fields of a quantity; exact numbers are written as text."""
    upper = None if quantity.upper is None else exact_text(quantity.upper)
    return {
        "value": exact_text(quantity.value),
        "value_max": upper,
        "unit": quantity.unit,
        "relation": quantity.relation,
        "subject": quantity.subject,
        "date": time_fields(quantity.when),
    }


def time_fields(time: Time | None) -> dict[str, Json] | None:
    """Give the days of a time, both included, and what they were reckoned from."""
    if time is None:
        return None
    return {
        "start": time.start.isoformat(),
        "end": time.end.isoformat(),
        "precision": time.precision,
        "basis": time.basis,
    }


def _raw(reading: Reading, extents: tuple[Extent, ...]) -> tuple[Extent, ...]:
    return tuple(reading.raw(extent) for extent in extents)

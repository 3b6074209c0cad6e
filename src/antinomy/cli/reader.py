"""The reader as the doors use it: words, names and the shipped record, loaded once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from antinomy import __version__
from antinomy.claims import Claims, read_claims
from antinomy.cli import options
from antinomy.press import (
    ClaimWords,
    Event,
    Extent,
    Finding,
    Kind,
    LedgerEntry,
    Matched,
    Quantity,
    Reading,
    ReadingWords,
    Recogniser,
    claims_of,
    findings_of,
    ledger_of,
    load_claim_words,
    load_reading_words,
    match_page,
    open_page,
    read_ledger_words,
    read_page,
    settle_statements,
    things_of,
    weigh_page,
)
from antinomy.values import Day, Json
from antinomy.view import Packs


@dataclass(frozen=True)
class Told:
    """A page read, and what the record says of it."""

    reading: Reading
    ledger: tuple[LedgerEntry, ...]
    matched: tuple[Matched, ...]


@dataclass(frozen=True, eq=False)
class Reader:
    """Reads pages, all with the same words and the same record.

    ``version`` is that of the program and of the claims it makes: pages read by an
    equal version give equal claims.
    """

    packs: Packs
    words: ReadingWords
    claim_words: ClaimWords
    recogniser: Recogniser
    version: str

    def read(
        self,
        data: bytes,
        *,
        name: str,
        kind: Kind | None = None,
        address: str | None = None,
        fetched: date | None = None,
        declared: str | None = None,
        offset: int | None = None,
        page_day: date | None = None,
    ) -> Told:
        """Read the bytes of a page with every stage; content never makes it fail."""
        opened = open_page(
            data,
            name=name,
            words=self.words.sources,
            kind=kind,
            address=address,
            fetched=None if fetched is None else Day(fetched),
            declared=declared,
            offset=offset,
        )
        day = None if page_day is None else Day(page_day)
        reading = read_page(opened, self.words, page_day=day)
        findings = findings_of(reading)
        weighed = weigh_page(findings, self.recogniser)
        ledger = ledger_of(findings, self.recogniser, weighed)
        matched = match_page(findings, self.recogniser, weighed)
        settled = settle_statements(findings, self.recogniser, weighed)
        return Told(replace(reading, statements=settled), ledger, matched)

    def beside_record(self, told: Told) -> dict[str, dict[str, Json]]:
        """Give for each claim by its id what it is to the record.

        Where the item of the record speaks of a measure of law, that is named too.
        """
        found: dict[str, dict[str, Json]] = {}
        for claim, matched in _by_claim(told):
            found[claim] = {"record": _relation(matched)}
            item = self.recogniser.claims.items.get(matched.item)
            measure = getattr(item, "measure", "")
            if isinstance(measure, str) and measure:
                found[claim]["measure"] = measure
        return found

    def json(self, told: Told) -> Json:
        """Give what a page tells as an object of JSON."""
        reading = told.reading
        source = reading.opened.source
        day = reading.anchors.page
        return {
            "reader": self.version,
            "source": {
                "digest": source.digest,
                "name": source.name,
                "kind": source.kind,
                "size": source.size,
                "address": source.address,
                "fetched": source.fetched.isoformat() if source.fetched else None,
                "offset": source.offset,
                "encoding": reading.opened.decoded.encoding,
                "encoding_basis": reading.opened.decoded.basis,
            },
            "page_day": day.isoformat() if day else None,
            "page_day_basis": reading.anchors.basis,
            "remarks": [
                {"code": r.code, "seen": r.seen} for r in reading.opened.remarks
            ],
            "lines": _lines(reading),
            "repairs": [
                {"kind": r.kind, "rule": r.rule, "span": [r.extent.start, r.extent.end]}
                for r in reading.twin.repairs
            ],
            "claims": [c.json() for c in claims_of(reading, self.claim_words)],
            "matched": _matched(told),
            "ledger": [_entry(entry, reading) for entry in told.ledger],
        }


def open_reader(folder: Path | None, further: Sequence[Path] = ()) -> Reader:
    """Open the reader with the packs of a folder, or the shipped ones.

    ``further`` are folders of claims read on top of the shipped record.
    """
    packs = options.packs_from(folder)
    root = options.packs_folder(folder)
    words = root / "words" / "reading"
    reading = load_reading_words(words, things_of(packs.catalogue, packs.chinese_names))
    claim_words = load_claim_words(words / "claims.yaml")
    claims = _claims(root / "record", further)
    recogniser = Recogniser(claims, read_ledger_words(words / "ledger.yaml"))
    version = f"{__version__}/{claim_words.reader}"
    return Reader(packs, reading, claim_words, recogniser, version)


def _claims(folder: Path, further: Sequence[Path]) -> Claims:
    claims = read_claims(folder)
    for more in further:
        claims = claims.together(read_claims(more).items.values())
    return claims


def _lines(reading: Reading) -> list[Json]:
    return [
        {
            "number": judged.line.number,
            "span": [judged.line.extent.start, judged.line.extent.end],
            "role": judged.role,
            "kind": judged.kind,
            "rule": judged.rule,
        }
        for judged in reading.lines
    ]


def _matched(told: Told) -> list[Json]:
    """Give each finding by the id of its claim, and what it is to the record."""
    return [{"claim": claim, **_relation(match)} for claim, match in _by_claim(told)]


def _relation(matched: Matched) -> dict[str, Json]:
    return {
        "relation": matched.relation,
        "item": matched.item or None,
        "fields": list(matched.fields),
    }


def _by_claim(told: Told) -> Iterator[tuple[str, Matched]]:
    reading = told.reading
    each: tuple[tuple[str, Sequence[Finding]], ...] = (
        ("e", reading.events),
        ("s", reading.statements),
        ("q", reading.quantities),
    )
    ids = {
        _place(finding): f"{letter}{number}"
        for letter, findings in each
        for number, finding in enumerate(findings, 1)
    }
    for matched in told.matched:
        yield ids[_place(matched.finding)], matched


def _place(finding: Finding) -> tuple[str, tuple[Extent, ...]]:
    """Tell findings apart by what they are and where they stand."""
    if isinstance(finding, Quantity):
        return finding.unit, (finding.extent,)
    kind = finding.kind if isinstance(finding, Event) else finding.stance
    return kind, finding.extents


def _entry(entry: LedgerEntry, reading: Reading) -> Json:
    spans = [reading.raw(extent) for extent in entry.extents]
    return {
        "item": entry.item,
        "verdict": entry.verdict,
        "spans": [[span.start, span.end] for span in spans],
        "issues": [
            {"field": i.field, "verdict": i.verdict, "told": i.told, "held": i.held}
            for i in entry.issues
        ],
        "right": {"en": entry.right.en, "zh": entry.right.zh},
        "standing": {"status": entry.standing.status, "by": entry.standing.by or None},
        "sources": [
            {"text": s.cite.text, "address": s.cite.address} for s in entry.evidence
        ],
    }

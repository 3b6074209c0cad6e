"""One record in, rows out: what a page tells, as rows of flat tables.

A pure function, so that one machine and a cluster give the same rows. A record is a
row of `page`, with all that was found on it, or a row of `error`: never both.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from antinomy.press.claim import Claim, ClaimWords, claims_of
from antinomy.press.ledger.entry import LedgerEntry
from antinomy.press.ledger.match import Matched
from antinomy.press.ledger.matches import matches_of
from antinomy.press.mending.alike import Sketch, Sketching, buckets
from antinomy.press.pages.remark import Remark
from antinomy.press.reading import Reading
from antinomy.press.tables import Key, Row, Rows, whole_text
from antinomy.press.woven import Extent
from antinomy.values import Json, Lang, Text, canonical_bytes, exact_text

_EMPTY = Remark("no_article")


@dataclass(frozen=True, eq=False)
class RowWords:
    """What rows are made with; ``remarks`` gives the words of a remark by its code."""

    claims: ClaimWords
    sketching: Sketching
    remarks: Mapping[str, Text]


def rows_of(
    key: Key,
    reading: Reading,
    ledger: Sequence[LedgerEntry],
    matched: Sequence[Matched],
    words: RowWords,
) -> Rows:
    """Give the rows of a page that was read; one without any text is an error."""
    opened = reading.opened
    if not opened.decoded.text:
        # The last remark says what kept the text; those before say what was seen.
        remark = opened.remarks[-1] if opened.remarks else _EMPTY
        source = opened.source
        return error_rows(key, remark, words, source.digest, source.size)
    claims = tuple(claims_of(reading, words.claims))
    match = dict(matches_of(reading, matched))
    return Rows(
        {
            "line": tuple(_lines(key, reading)),
            "mention": tuple(_mentions(key, reading)),
            "time": tuple(_times(key, reading, claims)),
            "quantity": tuple(_quantities(key, reading, claims, match)),
            "claim": tuple(_claims(key, claims, match)),
            "ledger": tuple(_entries(key, reading, ledger)),
            "page": (_page(key, reading, words.sketching),),
            "done": (key.row(opened.source.digest),),
        }
    )


def error_rows(
    key: Key,
    remark: Remark,
    words: RowWords,
    digest: str | None = None,
    size: int | None = None,
) -> Rows:
    """Give the rows of a record that could not be read.

    ``digest`` is that of its bytes, None where they were not even had. Then what kept
    them stands for them in `done`: the record is tried again once that changes.
    """
    says = words.remarks[remark.code]
    told = (says.say(lang).replace("{seen}", remark.seen) for lang in Lang)
    cells = (remark.code, remark.seen, *told)
    return Rows(
        {
            "error": (key.row(digest, size, *cells),),
            "done": (key.row(digest or unread_mark(remark)),),
        }
    )


def unread_mark(remark: Remark) -> str:
    """Give what stands for the digest of bytes that were not had.

    >>> unread_mark(Remark("too_large", "200 bytes"))
    'too_large: 200 bytes'
    """
    return f"{remark.code}: {whole_text(remark.seen)}"


def _page(key: Key, reading: Reading, sketching: Sketching) -> Row:
    opened, source = reading.opened, reading.opened.source
    titles = (fact.value for fact in opened.facts if fact.word == "title")
    title = next(titles, None)
    facts: list[Json] = [
        [fact.word, whole_text(fact.value), fact.extent.start, fact.extent.end]
        for fact in opened.facts
    ]
    repairs: list[Json] = [
        [repair.kind, repair.rule, repair.extent.start, repair.extent.end]
        for repair in reading.twin.repairs
    ]
    sketch = reading.sketch or Sketch(())
    return key.row(
        source.digest,
        source.kind,
        source.size,
        source.address,
        source.fetched,
        source.declared,
        opened.decoded.encoding,
        opened.decoded.basis,
        reading.anchors.page,
        reading.anchors.basis,
        title,
        reading.twin.text,
        len(reading.lines),
        sum(judged.is_read for judged in reading.lines),
        _json(repairs),
        _json([[remark.code, whole_text(remark.seen)] for remark in opened.remarks]),
        _json(facts),
        " ".join(f"{least:08x}" for least in sketch.least),
        " ".join(buckets(sketch, sketching)),
    )


def _lines(key: Key, reading: Reading) -> Iterator[Row]:
    """Give every line; of one that is not read the place and not the text."""
    for judged in reading.lines:
        line = judged.line
        yield key.row(
            line.number,
            line.extent.start,
            line.extent.end,
            judged.role,
            judged.kind,
            judged.rule,
            line.tag,
            line.linked,
            line.text if judged.is_read else None,
        )


def _mentions(key: Key, reading: Reading) -> Iterator[Row]:
    for number, mention in enumerate(reading.mentions, 1):
        raw = reading.raw(mention.extent)
        text = mention.extent.of(reading.twin.text)
        yield key.row(number, raw.start, raw.end, mention.thing, text)


def _times(key: Key, reading: Reading, claims: Sequence[Claim]) -> Iterator[Row]:
    found = (claim for claim in claims if claim.kind == "time")
    for claim, time in zip(found, reading.times, strict=True):
        yield key.row(
            claim.id,
            *_ends(claim),
            time.extent.of(reading.twin.text),
            time.start,
            time.end,
            time.precision,
            time.basis,
            claim.rule,
            claim.confidence,
        )


def _quantities(
    key: Key, reading: Reading, claims: Sequence[Claim], match: Mapping[str, Matched]
) -> Iterator[Row]:
    found = (claim for claim in claims if claim.kind == "quantity")
    for claim, quantity in zip(found, reading.quantities, strict=True):
        upper, when = quantity.upper, quantity.when
        matched = match.get(claim.id)
        yield key.row(
            claim.id,
            *_ends(claim),
            quantity.extent.of(reading.twin.text),
            exact_text(quantity.value),
            None if upper is None else exact_text(upper),
            quantity.unit,
            quantity.relation,
            quantity.subject,
            when.start if when else None,
            when.end if when else None,
            claim.rule,
            claim.confidence,
            matched.relation if matched else None,
            (matched.item or None) if matched else None,
        )


def _claims(
    key: Key, claims: Sequence[Claim], match: Mapping[str, Matched]
) -> Iterator[Row]:
    """Give events, statements and relations; the others have tables of their own."""
    for claim in claims:
        if claim.kind in {"time", "quantity"}:
            continue
        matched = match.get(claim.id)
        yield key.row(
            claim.id,
            claim.kind,
            *_ends(claim),
            _spans(claim.extents),
            _json(claim.fields),
            claim.rule,
            claim.confidence,
            matched.relation if matched else None,
            (matched.item or None) if matched else None,
            _json(list(matched.fields) if matched else []),
        )


def _entries(
    key: Key, reading: Reading, ledger: Sequence[LedgerEntry]
) -> Iterator[Row]:
    for number, entry in enumerate(ledger, 1):
        raw = tuple(reading.raw(extent) for extent in entry.extents)
        issues: list[Json] = [
            {"field": i.field, "verdict": i.verdict, "told": i.told, "held": i.held}
            for i in entry.issues
        ]
        sources: list[Json] = [
            {"text": source.cite.text, "address": source.cite.address}
            for source in entry.evidence
        ]
        yield key.row(
            number,
            raw[0].start,
            raw[0].end,
            _spans(raw),
            entry.item,
            entry.verdict,
            _json(issues),
            entry.right.en,
            entry.right.zh,
            entry.standing.status,
            entry.standing.by or None,
            _json(sources),
        )


def _ends(claim: Claim) -> tuple[int, int]:
    """Give where the first place begins and ends on which a claim stands."""
    return claim.extents[0].start, claim.extents[0].end


def _spans(extents: Sequence[Extent]) -> str:
    return _json([[extent.start, extent.end] for extent in extents])


def _json(value: Json) -> str:
    return canonical_bytes(value).decode()

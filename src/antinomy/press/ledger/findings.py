"""What a page tells, handed to the ledger, and what the record says back.

A statement that stands on the page and no longer in the record is marked so, with the
item that settled it.
"""

from collections.abc import Sequence
from dataclasses import replace

from antinomy import claims
from antinomy.claims import Claims, Item
from antinomy.press.found import Statement, Status
from antinomy.press.ledger.entry import LedgerEntry
from antinomy.press.ledger.told import Findings, Told
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent
from antinomy.values import Span

_BY_RECORD: dict[str, Status] = {
    "revised": "revised_in_record",
    "retracted": "retracted",
    "denied": "denied",
}
_ALLEGING = frozenset({"accuse", "warn", "announce"})


def findings_of(reading: Reading) -> Findings:
    """Give the findings of a page sentence by sentence."""
    sentences = tuple(
        Told(
            passage.extent,
            passage.text,
            passage.mentions,
            passage.times,
            passage.quantities,
            tuple(s for s in reading.statements if _meets(s.extents, passage.extent)),
            tuple(e for e in reading.events if _meets(e.extents, passage.extent)),
        )
        for passage in reading.passages
    )
    page = reading.anchors.page
    published = None
    if page is not None and not reading.anchors.is_inferred:
        published = Span(page, page)
    return Findings(sentences, reading.events, reading.statements, published)


def settled_by_record(
    reading: Reading, ledger: Sequence[LedgerEntry], known: Claims
) -> Reading:
    """Give the page with the statements marked that the record no longer holds.

    A statement is settled by the item that its own sentence tells.
    """
    settled = [entry for entry in ledger if entry.standing.status in _BY_RECORD]
    if not settled:
        return reading
    told = tuple(_settled(said, settled, known) for said in reading.statements)
    return replace(reading, statements=told)


def _settled(
    said: Statement, settled: Sequence[LedgerEntry], known: Claims
) -> Statement:
    if said.status != "standing":
        return said
    for entry in settled:
        if _is_its_own(said, entry, known.items[entry.item]) and any(
            _meets(said.extents, extent) for extent in entry.extents
        ):
            status = _BY_RECORD[entry.standing.status]
            return replace(said, status=status, settled_by=entry.standing.by)
    return said


def _is_its_own(said: Statement, entry: LedgerEntry, item: Item) -> bool:
    """Tell whether what the record settles is this statement and not one on it."""
    if isinstance(item, claims.Statement):
        return all(issue.field != "speaker" for issue in entry.issues)
    return said.author or said.stance in _ALLEGING


def _meets(extents: Sequence[Extent], place: Extent) -> bool:
    return any(extent.meets(place) for extent in extents)

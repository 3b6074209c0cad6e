"""What a page tells, handed to the ledger sentence by sentence."""

from collections.abc import Sequence

from antinomy.press.ledger.told import Findings, Told
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent
from antinomy.values import Span


def findings_of(reading: Reading) -> Findings:
    """Give the findings of a page sentence by sentence."""
    statements, events = reading.statements, reading.events
    sentences = tuple(
        Told(
            passage.extent,
            passage.text,
            passage.mentions,
            passage.times,
            passage.quantities,
            tuple([s for s in statements if _meets(s.extents, passage.extent)]),
            tuple([e for e in events if _meets(e.extents, passage.extent)]),
        )
        for passage in reading.passages
    )
    page = reading.anchors.page
    published = None
    if page is not None and not reading.anchors.is_inferred:
        published = Span(page, page)
    return Findings(sentences, reading.events, reading.statements, published)


def _meets(extents: Sequence[Extent], place: Extent) -> bool:
    return any(extent.meets(place) for extent in extents)

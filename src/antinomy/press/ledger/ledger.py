"""The ledger of a page: for each claim the record knows, how well the page tells it.

A verdict is never stored. It is reckoned each time from the fields: values, days,
speakers, wording, and what was found out about the source.
"""

from collections.abc import Iterable, Iterator, Sequence

from antinomy.claims import Figure, Item, Statement
from antinomy.press.found import Quantity
from antinomy.press.ledger.entry import Issue, LedgerEntry, gravest
from antinomy.press.ledger.figures import Setting, Weighed, weigh_figures
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.recognise import Recognised, Recogniser
from antinomy.press.ledger.speakers import speakers_in
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.ledger.timing import page_days, span_of, time_at
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighing import days_of, gap_issues, weigh_item
from antinomy.press.woven import Extent
from antinomy.values import Span


def ledger_of(findings: Findings, recogniser: Recogniser) -> tuple[LedgerEntry, ...]:
    """Give the entries of a page, in the order in which it tells them.

    A claim told several times in the same way is one entry with several extents.
    """
    found: dict[tuple[str, tuple[Issue, ...]], LedgerEntry] = {}
    reader = _Reader(recogniser, page_days(findings))
    for spotted in recogniser.spot(findings.sentences):
        for entry in reader.entries(spotted):
            key = entry.item, entry.issues
            held = found.get(key)
            found[key] = entry if held is None else _joined(held, entry)
    return tuple(found.values())


def weigh_quantities(
    spotted: Spotted,
    recogniser: Recogniser,
    speakers: tuple[str, ...],
    page: Span | None,
) -> Iterator[Weighed]:
    """Weigh the quantities of a sentence, the two ends of a change together."""
    words, terms = recogniser.words, recogniser.claims.terms
    worded = tuple(recogniser.worded_in(spotted))
    for group in _changes((*spotted.told.quantities, *worded)):
        candidates = recogniser.figures_at(spotted, group[-1])
        if not candidates:
            continue
        setting = Setting(
            spotted,
            speakers,
            _told_of(spotted, group[-1], words),
            page,
            is_expected=spotted.uses(words.future),
        )
        weighed = weigh_figures(group, candidates, setting, terms, words.limits)
        if weighed is not None:
            yield weighed


class _Reader:
    """Goes from sentence to sentence, keeping what the next one may lean on."""

    def __init__(self, recogniser: Recogniser, page: Span | None) -> None:
        self._recogniser = recogniser
        self._page = page
        self._speakers: tuple[str, ...] = ()
        self._told: tuple[Item, ...] = ()

    def entries(self, spotted: Spotted) -> list[LedgerEntry]:
        speakers = self._speakers_of(spotted)
        weighed = list(
            weigh_quantities(spotted, self._recogniser, speakers, self._page)
        )
        found = self._recogniser.items_in(spotted)
        items = sorted(found, key=lambda r: (r.anchor, r.item.id))
        figures = tuple(each.figure for each in weighed)
        entries = [
            self._entry(each.figure, each.issues, _extents(each)) for each in weighed
        ]
        told: list[Item] = []
        for each in items:
            issues = weigh_item(each, self._recogniser, self._page)
            if issues is None:
                continue
            others = _before(each, items, (*figures, *self._told))
            gaps = tuple(gap_issues(each, others, self._recogniser))
            told.append(each.item)
            extents = (spotted.told.extent,)
            entries.append(self._entry(each.item, (*issues, *gaps), extents))
        self._speakers = speakers
        self._told = (*told, *figures)
        return sorted(entries, key=lambda e: e.extents[0])

    def _speakers_of(self, spotted: Spotted) -> tuple[str, ...]:
        words = self._recogniser.words
        told = speakers_in(spotted, words)
        return told or (self._speakers if spotted.says_on else ())

    def _entry(
        self, item: Item, issues: tuple[Issue, ...], extents: tuple[Extent, ...]
    ) -> LedgerEntry:
        return LedgerEntry(
            item=item.id,
            verdict=gravest(issues),
            extents=extents,
            issues=issues,
            right=item.content if isinstance(item, Statement) else item.note,
            days=days_of(item) or (item.said if isinstance(item, Figure) else None),
            evidence=item.evidence,
            standing=self._recogniser.claims.standing_of(item.id),
        )


def _before(
    recognised: Recognised, items: Sequence[Recognised], carried: tuple[Item, ...]
) -> tuple[Item, ...]:
    """Give what a time between is reckoned from: told before in the sentence, else."""
    here = [i.item for i in items if i.anchor < recognised.anchor]
    return tuple(here) or carried


def _changes(quantities: Iterable[Quantity]) -> Iterator[tuple[Quantity, ...]]:
    """Join a number from which something came with the one to which it went."""
    held: Quantity | None = None
    for quantity in quantities:
        if held is None:
            held = quantity
        elif {held.relation, quantity.relation} == {"from", "to"} and (
            held.unit == quantity.unit
        ):
            ends = (held, quantity)
            yield ends if held.relation == "from" else ends[::-1]
            held = None
        else:
            yield (held,)
            held = quantity
    if held is not None:
        yield (held,)


def _told_of(spotted: Spotted, quantity: Quantity, words: LedgerWords) -> Span | None:
    """Give the time of which a quantity is told."""
    if quantity.when is not None:
        return span_of(quantity.when)
    time = time_at(spotted, quantity.extent.start - spotted.told.extent.start, words)
    return None if time is None else span_of(time)


def _extents(weighed: Weighed) -> tuple[Extent, ...]:
    return tuple(quantity.extent for quantity in weighed.quantities)


def _joined(one: LedgerEntry, other: LedgerEntry) -> LedgerEntry:
    return LedgerEntry(
        one.item,
        one.verdict,
        tuple(sorted({*one.extents, *other.extents})),
        one.issues,
        one.right,
        one.days,
        one.evidence,
        one.standing,
    )

"""The ledger of a page: for each claim the record knows, how well the page tells it.

A verdict is never stored. It is reckoned each time from the fields: values, days,
speakers, wording, and what was found out about the source.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from antinomy.claims import Claims, Figure, Item, Statement
from antinomy.press.ledger.entry import Issue, LedgerEntry, gravest
from antinomy.press.ledger.figures import Weighed
from antinomy.press.ledger.gaps import gap_issues
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighed import WeighedItem, WeighedSentence, weigh_page
from antinomy.press.ledger.weighing import days_of
from antinomy.press.woven import Extent


def ledger_of(
    findings: Findings,
    recogniser: Recogniser,
    weighed: Sequence[WeighedSentence] | None = None,
) -> tuple[LedgerEntry, ...]:
    """Give the entries of a page, in the order in which it tells them.

    A claim told several times in the same way is one entry with several extents.
    ``weighed`` is the page as weighed before, where somebody did.
    """
    if weighed is None:
        weighed = weigh_page(findings, recogniser)
    found: dict[tuple[str, tuple[Issue, ...]], LedgerEntry] = {}
    places: defaultdict[tuple[str, tuple[Issue, ...]], set[Extent]] = defaultdict(set)
    before: tuple[Item, ...] = ()
    for sentence in weighed:
        for entry in sorted(_entries(sentence, before, recogniser), key=_place):
            key = entry.item, entry.issues
            found.setdefault(key, entry)
            places[key].update(entry.extents)
        before = _told(sentence)
    return tuple(
        replace(entry, extents=tuple(sorted(places[key])))
        for key, entry in found.items()
    )


def _entries(
    sentence: WeighedSentence, before: tuple[Item, ...], recogniser: Recogniser
) -> Iterator[LedgerEntry]:
    """Give the entries of a sentence; ``before`` is what the one before told."""
    claims = recogniser.claims
    figures = tuple(each.figure for each in sentence.figures)
    for told in sentence.figures:
        yield _entry(told.figure, told.issues, _extents(told), claims)
    for each in sentence.items:
        others = _before(each, sentence.items, (*figures, *before))
        gaps = tuple(gap_issues(each.recognised, others, recogniser))
        extents = (sentence.spotted.told.extent,)
        yield _entry(each.recognised.item, (*each.issues, *gaps), extents, claims)


def _entry(
    item: Item, issues: tuple[Issue, ...], extents: tuple[Extent, ...], claims: Claims
) -> LedgerEntry:
    return LedgerEntry(
        item=item.id,
        verdict=gravest(issues),
        extents=extents,
        issues=issues,
        right=item.content if isinstance(item, Statement) else item.note,
        days=days_of(item) or (item.said if isinstance(item, Figure) else None),
        evidence=item.evidence,
        standing=claims.standing_of(item.id),
    )


def _place(entry: LedgerEntry) -> Extent:
    return entry.extents[0]


def _told(sentence: WeighedSentence) -> tuple[Item, ...]:
    figures = (each.figure for each in sentence.figures)
    return (*(each.recognised.item for each in sentence.items), *figures)


def _before(
    weighed: WeighedItem, items: Sequence[WeighedItem], carried: tuple[Item, ...]
) -> tuple[Item, ...]:
    """Give what a time between is reckoned from: told before in the sentence, else."""
    anchor = weighed.recognised.anchor
    here = (each.recognised for each in items)
    return tuple(each.item for each in here if each.anchor < anchor) or carried


def _extents(weighed: Weighed) -> tuple[Extent, ...]:
    return tuple(quantity.extent for quantity in weighed.quantities)

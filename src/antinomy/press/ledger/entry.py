"""An entry of the ledger: what the record says of something a page tells."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from antinomy.claims import Evidence, Standing
from antinomy.press.woven import Extent
from antinomy.values import Number, Span, Text, exact_text

LedgerVerdict = Literal["supported", "unverifiable", "imprecise", "contradicted"]
Field = Literal[
    "value",
    "before",
    "speaker",
    "when",
    "interval",
    "scope",
    "measure",
    "wording",
    "polarity",
    "source",
]

# From the mildest to the gravest.
GRAVITY: Final[tuple[LedgerVerdict, ...]] = (
    "supported",
    "unverifiable",
    "imprecise",
    "contradicted",
)


@dataclass(frozen=True, slots=True)
class Issue:
    """A field in which page and record differ, what is told and what is held.

    Both are short and for machines: numbers, days, ids of things, words.
    """

    field: Field
    verdict: LedgerVerdict
    told: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """An item of the record that a page tells, and how well it tells it.

    ``right`` says in own words what the record holds, ``days`` when, ``evidence`` on
    what it rests; ``standing`` tells whether the item has been withdrawn since.
    """

    item: str
    verdict: LedgerVerdict
    extents: tuple[Extent, ...]
    issues: tuple[Issue, ...]
    right: Text
    days: Span | None
    evidence: tuple[Evidence, ...]
    standing: Standing


def gravest(issues: Iterable[Issue]) -> LedgerVerdict:
    """Give the gravest verdict of some issues, supported where there is none.

    >>> gravest([Issue("when", "imprecise"), Issue("source", "unverifiable")])
    'imprecise'
    """
    verdicts = (issue.verdict for issue in issues)
    return max(verdicts, key=GRAVITY.index, default="supported")


def numbers(low: Number | None, high: Number | None) -> str:
    """Write a number or the bounds of one.

    >>> numbers(5, 15), numbers(7, 7), numbers(28, None)
    ('5..15', '7', '28..')
    """
    if low is not None and low == high:
        return exact_text(low)
    ends = ("" if end is None else exact_text(end) for end in (low, high))
    return "..".join(ends)


def days_text(span: Span) -> str:
    """Write a day or the first and last of several.

    >>> from antinomy.values import parse_day
    >>> days_text(Span(parse_day("2025-09-14"), parse_day("2025-09-14")))
    '2025-09-14'
    """
    return str(span.first) if span.first == span.last else str(span)

"""Weigh everything a page tells that the record knows, sentence by sentence, once.

The ledger and the matching both read what comes of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from antinomy.claims import Event
from antinomy.press.found import Quantity
from antinomy.press.ledger.compare import compare_values
from antinomy.press.ledger.entry import Issue
from antinomy.press.ledger.figures import Setting, Weighed, weigh_figures
from antinomy.press.ledger.ledger_words import LedgerWords, Limits
from antinomy.press.ledger.recognise import Recognised, Recogniser
from antinomy.press.ledger.speakers import speakers_in
from antinomy.press.ledger.spotting import PAUSE, Spotted
from antinomy.press.ledger.timing import page_days, span_of, time_at, time_of_words
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighing import weigh_item
from antinomy.press.ledger.withdrawals import Before, takes_back
from antinomy.values import Span

# Fields of an issue with a number; the unit of things counted.
_VALUES: Final = frozenset({"value", "before"})
_COUNT: Final = "count"


@dataclass(frozen=True, slots=True)
class WeighedItem:
    """An event, statement, listing or holding told, and what is at issue."""

    recognised: Recognised
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class WeighedSentence:
    """A sentence with the figures and the items that it tells, in its order."""

    spotted: Spotted
    figures: tuple[Weighed, ...]
    items: tuple[WeighedItem, ...]


def weigh_page(
    findings: Findings, recogniser: Recogniser
) -> tuple[WeighedSentence, ...]:
    """Weigh a page; sentences that tell nothing known are left out.

    A sentence that goes on with what somebody said is given to who said the one
    before.
    """
    page = page_days(findings)
    found: list[WeighedSentence] = []
    before = Before()
    speakers: tuple[str, ...] = ()
    for spotted in recogniser.spot(findings.sentences):
        told = speakers_in(spotted, recogniser.words)
        speakers = told or (speakers if spotted.says_on else ())
        told_figures = _figures(spotted, recogniser, speakers, page)
        limits = recogniser.words.limits
        figures = tuple(_settled(told_figures, spotted, limits))
        items = tuple(_items(spotted, recogniser, page, before))
        before.named.append(frozenset(spotted.named))
        if figures or items:
            found.append(WeighedSentence(spotted, figures, items))
    return tuple(found)


def _items(
    spotted: Spotted, recogniser: Recogniser, page: Span | None, before: Before
) -> Iterator[WeighedItem]:
    """Weigh the items of a sentence, and note in ``before`` what it tells."""
    claims, words = recogniser.claims, recogniser.words
    found: list[Recognised] = []
    told = recogniser.items_in(spotted)
    for recognised in sorted(told, key=lambda r: (r.anchor, r.item.id)):
        item, anchor = recognised.item, recognised.anchor
        if isinstance(item, Event) and not takes_back(
            item, spotted, anchor, before, claims, words
        ):
            continue
        before.items.add(item.id)
        found.append(recognised)
    anchors = [each.anchor for each in found]
    for recognised in found:
        issues = weigh_item(recognised, anchors, recogniser, page)
        if issues is not None:
            yield WeighedItem(recognised, issues)


def _figures(
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
        place = group[-1].extent.start - spotted.told.extent.start
        told_as = time_of_words(spotted, place, words)
        told_of = page if told_as == "now" else _told_of(spotted, group[-1], words)
        setting = Setting(
            spotted,
            speakers,
            told_of,
            page,
            is_expected=spotted.uses(words.future),
            is_earlier=told_as == "earlier",
        )
        weighed = weigh_figures(group, candidates, setting, terms, words.limits)
        if weighed is not None:
            yield weighed


def _settled(
    figures: Iterable[Weighed], spotted: Spotted, limits: Limits
) -> Iterator[Weighed]:
    """Give up what is held against a figure that another number beside it agrees with.

    Such a number is told of something else that the record does not hold.
    """
    weighed = tuple(figures)
    agreed = {each.figure.id for each in weighed if not _has_wrong_value(each)}
    for each in weighed:
        if not _has_wrong_value(each):
            yield each
        elif each.figure.id not in agreed:
            beside = _agreeing_beside(each, spotted, limits)
            if beside is None:
                yield each
            else:
                kept = tuple(i for i in each.issues if i.field not in _VALUES)
                yield replace(each, issues=kept, quantities=(beside,))


def _has_wrong_value(weighed: Weighed) -> bool:
    return any(issue.field in _VALUES for issue in weighed.issues)


def _agreeing_beside(
    weighed: Weighed, spotted: Spotted, limits: Limits
) -> Quantity | None:
    """Give the count that agrees with a figure, told with one that does not."""
    held, (told, *others) = weighed.figure.value, weighed.quantities
    if held is None or others or told.unit != _COUNT:
        return None
    origin, text = spotted.told.extent.start, spotted.told.text
    for other in spotted.told.quantities:
        first, last = sorted((told.extent, other.extent), key=lambda e: e.start)
        between = text[first.end - origin : last.start - origin]
        if (
            other.unit == _COUNT
            and PAUSE.search(between) is None
            and compare_values(other, held, limits) == "same"
        ):
            return other
    return None


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

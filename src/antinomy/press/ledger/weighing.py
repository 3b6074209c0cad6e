"""Weigh events and statements told on a page against those held."""

import re
from collections.abc import Iterable, Iterator

from antinomy.claims import Event, Evidence, Figure, Item, Statement
from antinomy.press.found import Time
from antinomy.press.ledger.compare import compare_days, days_apart
from antinomy.press.ledger.entry import Issue, LedgerVerdict, days_text
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.recognise import Recognised, Recogniser
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.ledger.timing import (
    is_of_another_act,
    is_of_report,
    recent_days,
    span_of,
    time_at,
    times_of_other_deeds,
)
from antinomy.values import Span

# A sentence may hold only the beginning or the end of what is quoted.
_QUOTED = re.compile(
    '“[^”]+(?:”|$)|‘[^’]+’|「[^」]+(?:」|$)|『[^』]+(?:』|$)|"[^"]+"|^[^“”]+”'
)
_SHORTEST_QUOTE = 8
_LONG = frozenset({"month", "quarter", "year"})
_PARTIES = frozenset({"chip", "org", "person"})


def weigh_item(
    recognised: Recognised,
    anchors: Iterable[int],
    recogniser: Recogniser,
    page: Span | None,
) -> tuple[Issue, ...] | None:
    """Give what is at issue, or None where another event is told.

    ``anchors`` are the places of all items that the sentence tells.
    """
    item = recognised.item
    days = days_of(item)
    found: list[Issue] = []
    if days is not None:
        dated = _dated(recognised, days, anchors, recogniser, page)
        if dated is None:
            return None
        found += dated
    if isinstance(item, Statement):
        found += _wording(item, recognised.spotted, recogniser)
    if isinstance(item, Event):
        found += _polarity(item, recognised.spotted)
        found += _alleged(item, recognised.spotted, recogniser)
    return tuple(found) or tuple(_source(item.evidence))


def days_of(item: Item) -> Span | None:
    """Give the days on one of which something happened, was said, or is so."""
    match item:
        case Statement():
            return item.said
        case Figure():
            return item.valid
        case _:
            return item.when


def _dated(
    recognised: Recognised,
    held: Span,
    anchors: Iterable[int],
    recogniser: Recogniser,
    page: Span | None,
) -> list[Issue] | None:
    """Compare days; None where they are too far apart to be of one event."""
    words, spotted = recogniser.words, recognised.spotted
    time = _time_of(recognised, anchors, page, words)
    if time is not None:
        told = span_of(time)
        agreement = compare_days(told, held, words.limits)
        late = days_apart(told, held)
        if late == 0 and time.precision in _LONG:
            agreement = "same"
        if is_of_report(spotted, time, words) and late <= words.limits.reported_days:
            agreement = "same"
    elif page is not None and spotted.uses(words.recent):
        told = recent_days(page, words)
        agreement = "same" if days_apart(told, held) == 0 else "off"
    elif page is not None and _is_of_another_time(recognised.item, held, page, words):
        return None
    else:
        return []
    if agreement == "same":
        return []
    verdict: LedgerVerdict = "imprecise" if agreement == "near" else "contradicted"
    is_far = agreement == "off" and days_apart(told, held) > words.limits.block_days
    if is_far and not _is_once(recognised.item, recogniser):
        return None
    if isinstance(recognised.item, Statement):
        verdict = "imprecise"  # who speaks may say the same again within days
    return [Issue("when", verdict, days_text(told), days_text(held))]


def _time_of(
    recognised: Recognised,
    anchors: Iterable[int],
    page: Span | None,
    words: LedgerWords,
) -> Time | None:
    """Give the time told of an act: not another's, nor that of what it announced."""
    spotted, anchor, item = recognised.spotted, recognised.anchor, recognised.item
    others = (
        times_of_other_deeds(item.kind, recognised.told, spotted, words)
        if isinstance(item, Event)
        else []
    )
    time = time_at(spotted, anchor, words, others)
    if time is None or is_of_another_act(spotted, time, anchor, anchors):
        return None
    clause = spotted.clauses[spotted.clause_at(anchor)]
    is_later = time.extent.start - spotted.told.extent.start >= clause.end
    if is_later and words.marked.search(clause.of(spotted.told.text)):
        return None  # the clause only tells when that happened which follows
    is_announced = isinstance(item, Event) and item.kind in words.spoken
    if is_announced and page and page.last and time.start > page.last:
        return None
    return time


def _is_of_another_time(item: Item, held: Span, page: Span, words: LedgerWords) -> bool:
    """Tell whether what a page tells without a day cannot be, or is hardly, this.

    No page tells what has not happened; of what is done again and again, and here to
    no party by name, a later page tells a later one.
    """
    if page.last is not None and held.first > page.last:
        return True
    if not isinstance(item, Event) or item.kind not in words.recurs:
        return False
    is_of_party = item.object.partition(":")[0] in _PARTIES
    return not is_of_party and days_apart(page, held) > words.limits.holds_days


def _is_once(item: Item, recogniser: Recogniser) -> bool:
    """Tell whether an event can have befallen its object only once."""
    return isinstance(item, Event) and item.kind in recogniser.words.once


def _wording(
    item: Statement, spotted: Spotted, recogniser: Recogniser
) -> Iterator[Issue]:
    """Compare a sentence that quotes with the key words of what was said.

    A part of the words may be quoted and the rest told beside it.
    """
    if not item.keys or not any(_quoted(spotted)):
        return
    used = recogniser.words_in(spotted.told.text)
    missing = [group for group in item.keys if not any(w in used for w in group)]
    if missing:
        half = 2 * len(missing) <= len(item.keys)
        verdict: LedgerVerdict = "imprecise" if half else "contradicted"
        held = ", ".join(" | ".join(group) for group in missing)
        yield Issue("wording", verdict, held=held)


def _quoted(spotted: Spotted) -> Iterator[str]:
    """Give what is quoted, by its marks or as found; single words are left out."""
    told = spotted.told
    for found in _QUOTED.finditer(told.text):
        if len(found[0]) - 2 >= _SHORTEST_QUOTE:
            yield found[0]
    for statement in told.statements:
        if statement.quoted:
            for extent in statement.extents:
                if extent.meets(told.extent):
                    yield extent.shifted(-told.extent.start).of(told.text)


def _polarity(item: Event, spotted: Spotted) -> Iterator[Issue]:
    for event in spotted.told.events:
        if event.kind == item.kind and event.negated:
            yield Issue("polarity", "contradicted", "not", "done")
            return


def _alleged(item: Event, spotted: Spotted, recogniser: Recogniser) -> Iterator[Issue]:
    """Say where something alleged and never found is told as a fact."""
    if item.is_alleged and not spotted.uses(recogniser.words.hedges):
        denied = recogniser.claims.standing_of(item.id).by
        yield Issue("source", "unverifiable", held=denied)


def _source(evidence: tuple[Evidence, ...]) -> Iterator[Issue]:
    standings = {each.cite.standing.value for each in evidence}
    if standings == {"uncertain"}:
        yield Issue("source", "unverifiable")

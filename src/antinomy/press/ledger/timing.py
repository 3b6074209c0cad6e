"""Which of the days a page tells belong to what it tells."""

from collections.abc import Collection, Iterable
from datetime import timedelta
from itertools import chain
from typing import Final, Literal

from antinomy.press.found import Time
from antinomy.press.ledger.aside_words import DeedWords
from antinomy.press.ledger.ledger_words import LedgerWords
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.ledger.told import Findings
from antinomy.values import Span

# Characters of a clause that only says when.
_ADVERB: Final = 16
# Characters before a time that may bind it to a deed.
_LEAD: Final = 60


def span_of(time: Time) -> Span:
    """Give the days of a time."""
    return Span(time.start, time.end)


def time_at(
    spotted: Spotted,
    place: int,
    words: LedgerWords,
    others: Collection[Time] = (),
) -> Time | None:
    """Give the time that belongs to a place: in its clause, else before, else after.

    An end set, as in "until 10 November", is not the day of what is told, nor is one
    from which the place is told to lie some days away; ``others`` are left out too.
    """
    if not spotted.told.times:
        return None
    since = _distant(spotted, place, words)
    times = [
        time
        for time in spotted.told.times
        if not _is_end(spotted, time, words)
        and time not in others
        and time.extent.start - spotted.told.extent.start >= since
    ]
    origin = spotted.told.extent.start
    own = spotted.clause_at(place)

    def far(time: Time) -> tuple[int, int]:
        at = time.extent.start - origin
        clause = spotted.clause_at(at)
        if clause == own:
            return 0, abs(at - place)
        return (1, own - clause) if clause < own else (2, clause - own)

    return min(times, key=far, default=None)


def times_of_other_deeds(
    kind: str, told: Iterable[int], spotted: Spotted, words: LedgerWords
) -> list[Time]:
    """Give the times that a sentence binds to another deed than an act of a kind.

    ``told`` are the places of the words that tell the act.
    """
    clauses = {spotted.clause_at(place) for place in told}
    return [
        time
        for time in spotted.told.times
        if any(
            kind not in deed.kinds and _is_bound(time, deed, clauses, spotted)
            for deed in words.deeds
        )
    ]


def _is_bound(time: Time, deed: DeedWords, clauses: set[int], spotted: Spotted) -> bool:
    """Tell whether words around a time bind it to a deed."""
    text, origin = spotted.told.text, spotted.told.extent.start
    start, end = time.extent.start - origin, time.extent.end - origin
    own = spotted.clause_at(start)
    if not deed.anywhere and clauses == {own}:
        return False
    lead = text[max(spotted.clauses[own].start, start - _LEAD) : start]
    return bool(deed.before.search(lead) or deed.behind.match(text, end))


def _distant(spotted: Spotted, place: int, words: LedgerWords) -> int:
    """Give where words begin that tell a place by how far it lies from a time, or 0."""
    clause = spotted.clauses[spotted.clause_at(place)]
    found = words.distant.finditer(spotted.told.text, clause.start, clause.end)
    return next((f.start() for f in found if f.start() <= place < f.end()), 0)


def is_of_another_act(
    spotted: Spotted, time: Time, anchor: int, anchors: Iterable[int]
) -> bool:
    """Tell whether a time is that of another act, told before by somebody else.

    It stands in a clause with the word of another act, and names that the clause at
    ``anchor`` opens with do not stand there.
    """
    origin = spotted.told.extent.start
    own = spotted.clause_at(anchor)
    other = spotted.clause_at(time.extent.start - origin)
    if other >= own or other not in {spotted.clause_at(each) for each in anchors}:
        return False
    leads = _names_in(spotted, own, anchor)
    return bool(leads) and leads.isdisjoint(_names_in(spotted, other, anchor))


def _names_in(spotted: Spotted, number: int, end: int) -> set[str]:
    clause = spotted.clauses[number]
    return {
        thing
        for thing, places in spotted.named.items()
        if thing.partition(":")[0] in {"place", "org", "person"}
        and any(clause.start <= place < min(clause.end, end) for place in places)
    }


def time_of_words(
    spotted: Spotted, place: int, words: LedgerWords
) -> Literal["now", "earlier", ""]:
    """Tell whether words say of a place that it is told as of now or as of before.

    They stand in its clause, or in a short one before it that gives no number.
    """
    own = spotted.clause_at(place)
    clauses = spotted.clauses[max(own - 1, 0) : own + 1]
    for clause in reversed(clauses):
        text = clause.of(spotted.told.text)
        if not clause.start <= place < clause.end and (
            len(text) > _ADVERB or any(c.isdigit() for c in text)
        ):
            break
        if spotted.uses_in_clause(words.present, clause.start):
            return "now"
        if spotted.uses_in_clause(words.past, clause.start):
            return "earlier"
    return ""


def _is_end(spotted: Spotted, time: Time, words: LedgerWords) -> bool:
    at = time.extent.start - spotted.told.extent.start
    return spotted.told.text[:at].rstrip().lower().endswith(words.until)


def is_of_report(spotted: Spotted, time: Time, words: LedgerWords) -> bool:
    """Tell whether a time may be that of a report and not of the act reported.

    It stands in the clause that names who reports, or has a word of reporting.
    """
    told = spotted.told
    at = time.extent.start - told.extent.start
    clause = spotted.clauses[spotted.clause_at(at)]
    reporters = {s.reporter for s in told.statements} | {
        e.reporter for e in told.events
    }
    signs = chain(
        (places for name, places in spotted.named.items() if name in reporters),
        (places for word, places in spotted.words.items() if word in words.reports),
    )
    return any(
        clause.start <= place < clause.end for places in signs for place in places
    )


def page_days(findings: Findings) -> Span | None:
    """Give the days of the page; where none are known, the latest day it tells."""
    if findings.published is not None:
        return findings.published
    days = [
        time.end
        for told in findings.sentences
        for time in told.times
        if time.start == time.end and time.basis != "page"
    ]
    return Span(max(days), max(days)) if days else None


def recent_days(page: Span, words: LedgerWords) -> Span:
    """Give the days that a page calls recent."""
    return Span(page.first - timedelta(days=words.limits.recent_days), page.last)

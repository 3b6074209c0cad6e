"""Compare the time told to lie between two events with their days held."""

from collections.abc import Iterator

from antinomy.claims import Event, Figure, Item
from antinomy.press.ledger.compare import gap_between
from antinomy.press.ledger.entry import Issue, LedgerVerdict, days_text
from antinomy.press.ledger.recognise import Recognised, Recogniser
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.ledger.weighing import days_of
from antinomy.values import Span


def gap_issues(
    recognised: Recognised,
    others: tuple[Item, ...],
    recogniser: Recogniser,
) -> Iterator[Issue]:
    """Compare the time told to lie between two events with their days held.

    "Hours later" is imprecise where a day lies between, wrong where more do. The words
    stand before the act, and no day of its own between them and it. It is reckoned
    from the last event told, and from figures only where none was.
    """
    days, words = days_of(recognised.item), recogniser.words
    if days is None:
        return
    for gap in words.gaps:
        word = next((w for w in gap.words if _is_gap_of(w, recognised)), None)
        if word is None:
            continue
        for other in _reckoned_from(recognised.item, others, words.lasting):
            before = _told_on(other, words.lasting)
            if before is None:
                continue
            least, _ = gap_between(before, days)
            if least > gap.days:
                near = least <= gap.days + words.limits.near_days
                verdict: LedgerVerdict = "imprecise" if near else "contradicted"
                held = f"{other.id} {days_text(before)}; {days_text(days)}"
                yield Issue("interval", verdict, word, held)
            return


def _is_gap_of(word: str, recognised: Recognised) -> bool:
    """Tell whether a time between belongs to an act: before it, or in its clause."""
    spotted, anchor = recognised.spotted, recognised.anchor
    own = spotted.clause_at(anchor)
    places = spotted.words.get(word, ())
    if any(spotted.clause_at(place) == own for place in places):
        return not _is_dated_between(spotted, spotted.clauses[own].start, anchor, word)
    before = [place for place in places if place < anchor]
    return bool(before) and not _is_dated_between(spotted, before[-1], anchor, word)


def _is_dated_between(spotted: Spotted, start: int, end: int, word: str) -> bool:
    """Tell whether a day by the calendar stands between two places."""
    origin = spotted.told.extent.start
    days = (time for time in spotted.told.times if time.precision == "day")
    return any(
        start <= day.extent.start - origin < end
        and word not in day.extent.shifted(-origin).of(spotted.told.text).lower()
        for day in days
    )


def _reckoned_from(
    item: Item, others: tuple[Item, ...], lasting: frozenset[str]
) -> tuple[Item, ...]:
    """Give what a time between may be reckoned from, the last told first."""
    found = [o for o in others if o.id != item.id and _told_on(o, lasting)]
    acts = [o for o in found if not isinstance(o, Figure)]
    return tuple(reversed(acts or found))


def _told_on(item: Item, lasting: frozenset[str]) -> Span | None:
    """Give the day from which an item may be reckoned: that on which it was told.

    What is told on its first day takes effect on a later one, but for what lasts.
    """
    day = Span(item.known_from, item.known_from)
    if isinstance(item, Figure):
        return day if item.valid else None
    if isinstance(item, Event) and item.kind not in lasting:
        return day if item.known_from == item.when.first else item.when
    return days_of(item)

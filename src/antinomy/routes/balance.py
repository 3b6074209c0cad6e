"""What came in, less what went on, less what was seen: the goods to be explained.

A difference is a question and never a finding: counts are of different days, and stock
in a warehouse looks like a gap until it is shown. Each balance says its own dates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from antinomy.routes.amount import NOTHING, Amount, Span
from antinomy.routes.case import Case
from antinomy.routes.facts import Count, Figure, Movement
from antinomy.routes.period import ANY_TIME, Period


@dataclass(frozen=True, slots=True)
class Balance:
    """The goods of one party, or of one block of records where ``party`` is empty.

    ``seen`` is None where nobody counted. ``left`` is at least and at most what stays
    to be explained. ``before`` is what went on before that much is known to have come.
    """

    party: str
    unit: str
    received: Amount
    forwarded: Amount
    seen: Amount | None
    dates: tuple[tuple[str, Period | None], ...]
    where: str
    before: Movement | None = None

    @property
    def left(self) -> Span:
        """Give what stays to be explained."""
        gone = self.forwarded + (self.seen or NOTHING)
        return self.received - gone


def balances(case: Case) -> Iterator[Balance]:
    """Balance each party through whom goods pass or at whose site they were counted."""
    counted: dict[str, list[Count]] = {}
    for count in case.counts:
        counted.setdefault(count.party, []).append(count)
    _place_nameless(counted, case)
    unit = next((goods.unit for goods in case.goods if goods.unit), "")
    for name, came in case.into.items():
        gone, counts = case.out_of.get(name, []), counted.get(name, [])
        if "maker" in case.actor(name).parts or not (gone or counts):
            continue
        found = _of_party(name, came, gone, counts, unit)
        if found is not None:
            yield found
    yield from _of_blocks(case)


def _place_nameless(counted: dict[str, list[Count]], case: Case) -> None:
    """Give counts of a site that is no party to the one party they can be of."""
    holds = [name for name in case.into if name in case.out_of] or list(case.into)
    for name in [name for name in counted if name not in case.into]:
        if len(holds) == 1:
            counted.setdefault(holds[0], []).extend(counted.pop(name))


def _of_party(
    name: str,
    came: list[Movement],
    gone: list[Movement],
    counts: list[Count],
    unit: str,
) -> Balance | None:
    """Balance one party; None where a quantity is missing or units differ."""
    units = {m.unit or unit for m in (*came, *gone)}
    received, forwarded = _total(came), _total(gone)
    if len(units) > 1 or received is None or forwarded is None:
        return None
    seen = _seen(counts)
    if not gone and seen is None:
        return None
    dates = [("received", _span(came)), ("forwarded", _span(gone))]
    dates += [("seen", count.when) for count in counts]
    where = counts[-1].where if counts else gone[-1].where
    returns = {m.source for m in came} & {m.target for m in gone}
    if returns and _opens(gone) < _opens(came):
        return None  # what it sent was its own, and comes back
    early = None if returns else _too_early(came, gone)
    return Balance(
        *(name, units.pop(), received, forwarded, seen, tuple(dates), where, early)
    )


def _total(movements: Iterable[Movement]) -> Amount | None:
    total = NOTHING
    for movement in movements:
        if movement.amount is None:
            return None
        total += movement.amount
    return total


def _seen(counts: list[Count]) -> Amount | None:
    """Give what was verified: identities where they were read, else what was seen.

    Of several counts of one site the last is taken: they do not add up.
    """
    dated = sorted(counts, key=lambda count: count.when or ANY_TIME)
    for count in reversed(dated):
        found = count.matched or count.seen or count.powered
        if found is not None:
            return found
    return None


def _span(movements: list[Movement]) -> Period | None:
    known = [m.when for m in movements if m.when != ANY_TIME]
    if not known:
        return None
    return Period(min(w.first for w in known), max(w.last for w in known))


def _opens(movements: list[Movement]) -> date:
    return min(movement.when.first for movement in movements)


def _too_early(came: list[Movement], gone: list[Movement]) -> Movement | None:
    """Give the first movement out of more than can have come in by its day."""
    steps: list[tuple[date, int, Movement]] = [(m.when.first, 0, m) for m in came]
    steps += [(m.when.last, 1, m) for m in gone]
    steps.sort(key=lambda step: step[:2])
    there = NOTHING
    for _, is_out, movement in steps:
        amount = movement.amount or NOTHING
        if not is_out:
            there += amount
            continue
        rest = there - amount
        if rest.high is not None and rest.high < 0:
            return movement
        there = Amount(max(rest.low or 0, 0), rest.high)
    return None


# ---------------------------------------------------------------- blocks of records


def _of_blocks(case: Case) -> Iterator[Balance]:
    """Balance what customs recorded against what an inventory counted."""
    customs, inventory = case.figures["customs"], case.figures["inventory"]
    came = _units(customs, "import", "received", "bought")
    gone = _units(customs, "export", "forwarded", "sold")
    seen = _units(inventory, "")
    if not came or not (seen or gone):
        return
    dates = [("received", came[0].when)]
    dates += [("forwarded", figure.when) for figure in gone[:1]]
    dates += [("seen", figure.when) for figure in seen[:1]]
    yield Balance(
        "",
        "",
        _bounded(came),
        _bounded(gone) if gone else NOTHING,
        _bounded(seen) if seen else None,
        tuple(dates),
        came[0].where,
    )


def _units(figures: tuple[Figure, ...], *words: str) -> list[Figure]:
    """Give the figures of units of goods; money and shares are none."""
    return [
        figure
        for figure in figures
        if any(word in figure.name for word in words)
        and not any(word in figure.name for word in ("usd", "percent", "kw", "mw"))
    ]


def _bounded(figures: list[Figure]) -> Amount:
    """Add the figures; the name of one may say that it is the least or the most."""
    total = NOTHING
    for figure in figures:
        amount = figure.amount
        if any(word in figure.name for word in ("at_least", "more_than", "minimum")):
            amount = Amount(amount.low, None)
        elif any(word in figure.name for word in ("at_most", "up_to", "maximum")):
            amount = Amount(0, amount.high)
        total += amount
    return total

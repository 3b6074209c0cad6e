"""Recorded days ahead on which a breach becomes weaker by the terms known so far."""

from collections.abc import Iterator
from datetime import date, timedelta

from antinomy.language import Interpreter, Program
from antinomy.law import Law, Measure, breach_name, standing
from antinomy.transaction import Transaction
from antinomy.values import Day, Truth
from antinomy.verdict.levers.lever import Lever, LeverKind, biting, flipped
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import fill
from antinomy.verdict.weigher import Weigher
from antinomy.view import View, view_moved_to


def date_levers(
    weigher: Weigher, transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Give the first recorded day ahead that weakens a breach, if there is one."""
    if not biting(situations):
        return []
    view = weigher.view
    needed = _provisions(weigher.engine.live, view.packs.law, situations)
    measures = {view.packs.law.provisions[p].measure for p in needed}
    places = view.packs.catalogue.places
    moves = {day for day in places.days_of_change() if day > view.on}
    days = {d for m in measures for d in _ahead(view.packs.law.measures[m], view)}
    for day in sorted(days | moves):
        if day not in moves and _same_law(view, needed, day):
            continue
        then = view_moved_to(Day(day), view)
        if not _weakens(then, situations):
            continue
        flips = flipped(situations, Weigher(then).situations(transaction))
        if flips:
            text = fill(view.packs.words, "lever.wait", day=day)
            return [Lever(LeverKind.WAIT, day.isoformat(), text, flips)]
    return []


def _weakens(then: View, situations: tuple[Situation, ...]) -> bool:
    """Tell whether some breach is no longer certain, before compiling a whole day."""
    return any(
        Interpreter(then.law.live, situation.case).truth(
            breach_name(finding.provision.id), situation.case
        )
        is not Truth.TRUE
        for situation, finding in biting(situations)
    )


def _provisions(
    program: Program, law: Law, situations: tuple[Situation, ...]
) -> list[str]:
    """Give the provisions on which the breaches rest, directly or not."""
    goals = dict.fromkeys(breach_name(f.provision.id) for _, f in biting(situations))
    return [name.name for name in program.order(goals) if name.name in law.provisions]


def _same_law(view: View, needed: list[str], day: date) -> bool:
    """Tell whether those provisions stand on a day as they stand on the day asked."""
    law = view.packs.law
    for name in needed:
        provision = law.provisions[name]
        measure = law.measures[provision.measure]
        then = standing(measure, provision, Day(day), view.known_by)
        now = view.law.standings[name]
        if then.state is not now.state or then.version != now.version:
            return False
    return True


def _ahead(measure: Measure, view: View) -> Iterator[date]:
    """Give the recorded days after the one asked about on which a measure changes."""
    for event in measure.events:
        if event.known_from is None or event.known_from > view.known_by:
            continue
        if isinstance(event.effective, date) and event.effective > view.on:
            yield event.effective
        if event.until is not None and event.until >= view.on:
            yield event.until + timedelta(days=1)

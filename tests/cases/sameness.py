"""Whether a moved day changes the standing of any provision, on any day, as ever known.

The standing of a provision is constant between the days of its measure, so that asking
on each of them and on its neighbours, as known by each, asks on all.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from tests.cases.mutants import Mutant

from antinomy.law import Measure, Provision, Standing, standing
from antinomy.values import Between, Day, KnownBy
from antinomy.view import Packs

_DAY = timedelta(days=1)


def stands_the_same(packs: Packs, mutant: Mutant) -> bool:
    """Tell that a mutant moves a day of a measure and no standing changes.

    A mutant that changes anything else is never the same.
    """
    if mutant.kind != "date" or not mutant.measure or mutant.wording is not None:
        return False
    measures = packs.law.measures, mutant.packs.law.measures
    before, after = (found[mutant.measure] for found in measures)
    days = sorted({day + n * _DAY for day in _days(before, after) for n in (-1, 0, 1)})
    return all(
        _told(before, provision, on, by) == _told(after, provision, on, by)
        for provision in before.provisions
        for on, by in product(days, days)
    )


def _told(measure: Measure, provision: Provision, on: date, by: date) -> object:
    found = standing(measure, provision, Day(on), KnownBy(by))
    return (*weight(found), [event.id for event in found.deciding])


def weight(found: Standing) -> tuple[object, ...]:
    """Give what a standing decides, without the events that it is told by."""
    return (found.state, found.version, found.would_be, found.back_on, found.instead)


def _days(*measures: Measure) -> Iterator[date]:
    for measure in measures:
        for event in measure.events:
            told = (event.known_from, event.starts, event.until, event.after)
            for day in told:
                if isinstance(day, Between):
                    yield from (day.first, day.last)
                elif day is not None:
                    yield day
        for provision in measure.provisions:
            for version in provision.versions:
                if version.known_from is not None:
                    yield version.known_from

"""Weigh a figure told on a page against the figures held.

A number that differs contradicts only where it is told of the same time and by the
same mouth, or by none; otherwise it is another claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from antinomy.claims import Figure, Range, Terms
from antinomy.press.found import Quantity
from antinomy.press.ledger.compare import (
    compare_days,
    compare_values,
    days_apart,
    is_one_of,
    meet,
    told_range,
    widened,
)
from antinomy.press.ledger.entry import (
    GRAVITY,
    Field,
    Issue,
    LedgerVerdict,
    days_text,
    gravest,
    numbers,
)
from antinomy.press.ledger.ledger_words import Limits
from antinomy.press.ledger.nearness import CLAUSE_BEFORE
from antinomy.press.ledger.recognise import Candidate
from antinomy.press.ledger.spotting import Spotted
from antinomy.values import Span, exact_text


@dataclass(frozen=True, slots=True)
class Setting:
    """Around a figure told: who says it, of which time, on a page of which days.

    ``is_expected`` tells that it is told as to come, ``is_earlier`` as of a time before
    that is not named.
    """

    spotted: Spotted
    speakers: tuple[str, ...]
    told_of: Span | None
    page: Span | None
    is_expected: bool = False
    is_earlier: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """A figure recognised, what is at issue, and the quantities that tell it."""

    figure: Figure
    level: int
    issues: tuple[Issue, ...]
    quantities: tuple[Quantity, ...]


def weigh_figures(
    quantities: Sequence[Quantity],
    candidates: Sequence[Candidate],
    setting: Setting,
    terms: Terms,
    limits: Limits,
) -> Weighed | None:
    """Find the candidate that agrees best with what is told, or None.

    ``quantities`` is one number, or the two ends of one change.
    """
    weigher = _Weigher(setting, terms, limits)
    found = [
        Weighed(each.figure, each.level, issues, tuple(quantities))
        for each in candidates
        if (issues := weigher.issues(each, quantities)) is not None
    ]

    def order(weighed: Weighed) -> tuple[int, int, int, int, str]:
        verdict = gravest(weighed.issues)
        figure = weighed.figure
        return (
            GRAVITY.index(verdict),
            len(weighed.issues),
            weighed.level,
            weigher.age(figure),
            figure.id,
        )

    return min(found, key=order, default=None)


class _Weigher:
    """Compares one telling with one figure after another."""

    def __init__(self, setting: Setting, terms: Terms, limits: Limits) -> None:
        self._setting = setting
        self._terms = terms
        self._limits = limits

    def issues(
        self, candidate: Candidate, quantities: Sequence[Quantity]
    ) -> tuple[Issue, ...] | None:
        """Give what is at issue, or None where something else is told."""
        figure = candidate.figure
        if self._is_later(figure):
            return None
        if figure.value is None:
            if candidate.level > CLAUSE_BEFORE:
                return None
            return (Issue("source", "unverifiable", held="not found"),)
        if figure.before is None and any(q.relation == "from" for q in quantities):
            return None
        found = [issue for q in quantities for issue in self._value(figure, q)]
        if found and len(quantities) == 1 and self._is_other_end(figure, quantities[0]):
            found = []
        wrong = any(i.verdict == "contradicted" for i in found)
        if wrong and (candidate.level > CLAUSE_BEFORE or not self._is_same(figure)):
            return None
        if found and figure.said_by and self._is_of_another(figure):
            return None
        if not wrong:
            when = tuple(self._when(figure))
            if when and (found or not figure.series):
                return None  # told of another time, it is another figure
            found += when
        found += self._speaker(figure)
        found += self._scope(figure)
        return tuple(found) or tuple(_source(figure))

    def _is_later(self, figure: Figure) -> bool:
        """Tell whether a figure holds only for days after the page."""
        page = self._setting.page
        if page is None or page.last is None or figure.valid is None:
            return False
        return min(figure.valid.first, figure.known_from) > page.last

    def age(self, figure: Figure) -> int:
        """Count the days between the time told of, or the page, and the figure's."""
        held = figure.valid or figure.said
        told = self._setting.told_of or self._setting.page
        return days_apart(told, held) if told and held else 0

    def _value(self, figure: Figure, quantity: Quantity) -> Iterator[Issue]:
        field: Field = "before" if quantity.relation == "from" else "value"
        held = figure.before if quantity.relation == "from" else figure.value
        assert held is not None, "an end that is not held is sorted out before"
        agreement = compare_values(quantity, held, self._limits)
        if agreement == "same":
            return
        verdict: LedgerVerdict = "contradicted"
        if agreement == "near" or self._is_side(figure, quantity):
            verdict = "imprecise"
        told = numbers(*told_range(quantity))
        yield Issue(field, verdict, told, numbers(held.low, held.high))

    def _is_other_end(self, figure: Figure, quantity: Quantity) -> bool:
        """Tell whether a number is that from which something came to one told too."""
        if figure.before is None or figure.value is None:
            return False
        if compare_values(quantity, figure.before, self._limits) != "same":
            return False
        others = self._setting.spotted.told.quantities
        return any(
            other.unit == quantity.unit
            and other.extent.start > quantity.extent.start
            and compare_values(other, figure.value, self._limits) == "same"
            for other in others
        )

    def _is_side(self, figure: Figure, quantity: Quantity) -> bool:
        return any(
            compare_values(quantity, Range(side.value, side.value), self._limits)
            == "same"
            for side in figure.sides
        )

    def _is_of_another(self, figure: Figure) -> bool:
        """Tell whether somebody is said to say it who is not the figure's mouth."""
        speakers = self._setting.speakers
        return bool(speakers) and not is_one_of(speakers, figure.said_by, self._terms)

    def _is_same(self, figure: Figure) -> bool:
        """Tell whether a number that differs is told of this very figure.

        Another's estimate of what is known within bounds only may well leave them;
        what is expected, and what was said after the page, is another matter; a figure
        of a series holds for its own days.
        """
        if self._is_of_another(figure) and _is_estimate(figure):
            return False
        setting, page = self._setting, self._setting.page
        if setting.is_expected or (setting.is_earlier and setting.told_of is None):
            return False
        if figure.said and page and page.last and figure.said.first > page.last:
            return False
        told = setting.told_of or page
        held = figure.valid
        if held is None and figure.said is not None and figure.series:
            held = widened(figure.said, self._limits.holds_days)
        if told is None or held is None:
            return True
        return meet(told, widened(held, self._limits.near_days))

    def _when(self, figure: Figure) -> Iterator[Issue]:
        told, held = self._setting.told_of, figure.valid
        if told is None or held is None:
            return
        known = Span(min(held.first, figure.known_from), held.last)
        if meet(told, widened(known, self._limits.near_days)):
            return
        wide = compare_days(told, widened(known, self._limits.block_days), self._limits)
        verdict: LedgerVerdict = "contradicted" if wide == "off" else "imprecise"
        yield Issue("when", verdict, days_text(told), days_text(held))

    def _speaker(self, figure: Figure) -> Iterator[Issue]:
        if figure.said_by and self._is_of_another(figure):
            told, held = ", ".join(self._setting.speakers), ", ".join(figure.said_by)
            yield Issue("speaker", "contradicted", told, held)

    def _scope(self, figure: Figure) -> Iterator[Issue]:
        scope, spotted = figure.scope, self._setting.spotted
        if scope is None:
            return
        refused = [word for word in scope.refuses if word in spotted.words]
        lacks = bool(scope.needs) and not spotted.uses(scope.needs)
        if refused or lacks:
            held = "" if refused else ", ".join(scope.needs)
            yield Issue(scope.field, "imprecise", ", ".join(refused), held)


def _is_estimate(figure: Figure) -> bool:
    """Tell whether the figure is bounds, which another's estimate may well leave."""
    return figure.value is not None and figure.value.low != figure.value.high


def _source(figure: Figure) -> Iterator[Issue]:
    """Say where a figure that agrees rests on nothing sure."""
    standings = [each.cite.standing.value for each in figure.evidence]
    if standings and set(standings) == {"uncertain"}:
        held = "" if figure.value is None else exact_text(figure.value.low)
        yield Issue("source", "unverifiable", held=held)

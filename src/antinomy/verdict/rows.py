"""The row of a course: what each regime says of it, from the answers of an engine."""

from antinomy.law import Course, Flagged
from antinomy.values import Truth
from antinomy.verdict.engine import Answers
from antinomy.verdict.findings import find, held_norms
from antinomy.verdict.matrix import Cell, Row, cell_of
from antinomy.view import View


class Rows:
    """The norms, flags and regimes of a view, laid side by side once a view."""

    def __init__(self, view: View) -> None:
        law = view.packs.law
        self._view = view
        self._regimes = tuple(law.regimes.values())
        self._modelled = law.modelled
        self._norms = held_norms(law)
        self._flagged: dict[str, list[Flagged]] = {}
        for pack in law.packs.values():
            for flagged in pack.flagged:
                self._flagged.setdefault(flagged.regime, []).append(flagged)

    def row(self, course: Course, fits: Truth, answers: Answers) -> Row | None:
        """Give the row of a course; None where it is not available."""
        available = answers.available(course.id) & fits
        hidden = course.is_only_if_stated and available is not Truth.TRUE
        if hidden or not available.possibly:
            return None
        return Row(course, available, self.cells(course.id, answers))

    def cells(self, course: str, answers: Answers) -> tuple[Cell, ...]:
        """Give the cells of a course, one for each regime, available or not."""
        findings = find(self._view.law, self._norms, answers)
        return tuple(
            cell_of(
                course,
                regime.id,
                findings,
                is_modelled=regime.id in self._modelled,
                stale=self._view.stale_since(regime.pack),
                recorded_since=self._view.recorded_since(regime.pack),
                flagged=tuple(
                    flagged
                    for flagged in self._flagged.get(regime.id, ())
                    if answers.flag(flagged.id).possibly
                ),
            )
            for regime in self._regimes
        )

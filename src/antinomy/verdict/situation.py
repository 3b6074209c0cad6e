"""One course of one transaction: its case, the answers, its row of the matrix."""

from dataclasses import dataclass, field

from antinomy.language import Member
from antinomy.transaction import Transaction
from antinomy.verdict.engine import Answers
from antinomy.verdict.findings import Finding
from antinomy.verdict.matrix import Cell, Row


@dataclass(frozen=True, slots=True)
class Situation:
    """A course as the engine saw it."""

    transaction: Transaction
    case: Member = field(repr=False)
    answers: Answers = field(repr=False)
    row: Row

    def open_findings(self) -> list[tuple[Cell, Finding]]:
        """Give the findings that may still make a cell worse than it is for certain."""
        return [
            (cell, finding)
            for cell in self.row.cells
            for finding in cell.findings
            if cell.is_open
            and not finding.truth.certainly
            and finding.truth.possibly
            and finding.verdict.rank > cell.certain.rank
        ]

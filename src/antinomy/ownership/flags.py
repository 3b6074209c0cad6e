"""The red flags that the holders of a firm raise, short of capture.

A flag opens a duty to inquire and proves nothing. The codes are those of the field:
RF-29 a listed holder whose share is not known, RF-MINOR a listed minority, RF-CONTROL
control without the shares, RF-SISTER a listed sister under one parent, RF-CIRCULAR a
circle that decides, RF-NOMINEE a nominee, RF-DIVEST a share sold down.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from antinomy.ownership.control import head_of
from antinomy.ownership.structure import WHOLE, Structure


@dataclass(frozen=True, slots=True)
class Held:
    """A firm among its holders on a day.

    ``whole`` has the holdings of all days; ``counting`` names the listed and the
    captured.
    """

    whole: Structure
    structure: Structure
    subject: str
    listed: Collection[str]
    counting: Collection[str]

    def flags(
        self, on: date, line: int, *, is_open: bool, is_circular: bool
    ) -> tuple[str, ...]:
        """Give the flags raised on a day, in the order in which they are told."""
        own, above = self.structure.of(self.subject), self.structure.above(self.subject)
        raised = {
            "RF-29": is_open,
            "RF-MINOR": any(name in self.listed for name in above),
            "RF-CONTROL": self._is_controlled(),
            "RF-SISTER": self._has_a_listed_sister(),
            "RF-CIRCULAR": is_circular,
            "RF-NOMINEE": any(holding.is_by_nominee for holding in own),
            "RF-DIVEST": self._was_sold_down(on, line),
        }
        return tuple(code for code, is_raised in raised.items() if is_raised)

    def _is_controlled(self) -> bool:
        """Tell whether one that counts has the board, or most of the votes."""
        return any(
            (holding.appoints_board or holding.voting.low * 2 > WHOLE)
            and any(name in self.counting for name in holding.owners)
            for holding in self.structure.of(self.subject)
        )

    def _has_a_listed_sister(self) -> bool:
        head = head_of(self.structure, self.subject)
        if not head.is_known or {self.subject, *self.listed} & set(head.holders):
            return False
        return any(head_of(self.structure, name) == head for name in self.listed)

    def _was_sold_down(self, on: date, line: int) -> bool:
        """Tell whether a holder that is listed once held enough and no longer does."""
        return any(
            holding.owned == self.subject
            and holding.until is not None
            and holding.until < on
            and holding.equity.low >= line
            and any(name in self.listed for name in holding.owners)
            for holding in self.whole.holdings
        )

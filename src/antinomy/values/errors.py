"""The errors a person at the desk may see, as one tree.

AntinomyError
├── InputError       a file, a value or a word the user gave cannot be read
├── PackError        a pack does not load
├── NotModelled      the question lies outside what the packs hold
└── IntegrityError   what was stored is not what was written

Each message says what was seen, where, what was expected and what to do.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something stands in a file: 1-based line and column, and the field.

    >>> str(Location("deal.yaml", 3, 7, "items[npu].tpp"))
    'deal.yaml:3:7: items[npu].tpp'
    """

    file: str
    line: int = 0
    column: int = 0
    field: str = ""

    def __str__(self) -> str:
        text = self.file
        if self.line:
            text += f":{self.line}:{self.column}"
        return f"{text}: {self.field}" if self.field else text


class AntinomyError(Exception):
    """Any error that the user can mend."""

    def __init__(self, message: str, at: Location | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.at = at

    def __str__(self) -> str:
        return f"{self.at}: {self.message}" if self.at else self.message


class InputError(AntinomyError):
    """A file, a value or a word the user gave cannot be read."""


class PackError(AntinomyError):
    """A pack does not load; ``faults`` lists everything found wrong in one go."""

    def __init__(
        self,
        message: str,
        at: Location | None = None,
        faults: "tuple[PackError, ...]" = (),
    ) -> None:
        super().__init__(message, at)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(f) for f in self.faults) or super().__str__()


class NotModelled(AntinomyError):  # noqa: N818 - the word of the trade, not a mishap
    """The question lies outside what the packs hold."""


class IntegrityError(AntinomyError):
    """What was stored is not what was written."""

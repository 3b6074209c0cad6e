"""What a run gives: parts with a table each, counts for machines, faults as run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Row = Sequence[str]


@dataclass(slots=True)
class Part:
    """A part of the page: a table with what must be said of it.

    ``counts`` is what the table was made of, for the file of numbers.
    """

    title: str
    note: str
    head: Row
    rows: list[Row]
    counts: Mapping[str, object]


@dataclass(slots=True)
class Sheet:
    """All that a run has measured; ``missing`` names what it could not.

    ``gold`` has the digests of the gold.
    """

    run: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    gold: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def json(self) -> dict[str, object]:
        """Give every count."""
        return {
            "run": self.run,
            "versions": self.versions,
            "gold": self.gold,
            "parts": {part.title: part.counts for part in self.parts},
            "missing": self.missing,
        }

    def text(self) -> str:
        """Write the section of the page."""
        pieces = [self.run]
        for part in self.parts:
            pieces += [f"### {part.title}", part.note, table(part.head, part.rows)]
        pieces += [f"Missing or broken: {line}" for line in self.missing]
        return "\n\n".join(piece for piece in pieces if piece)


def table(head: Row, rows: Sequence[Row]) -> str:
    """Write a table."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@dataclass(frozen=True, slots=True)
class Counts:
    """Found and right, found, and wanted.

    >>> Counts(3, 4, 5) + Counts(1, 1, 1)
    Counts(right=4, found=5, wanted=6)
    """

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add two, as micro sums want it."""
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def f1(self) -> float:
        """Give F1; nothing found where nothing is wanted is right."""
        whole = self.found + self.wanted
        return 2 * self.right / whole if whole else 1.0

    def __str__(self) -> str:
        """Write F1 with the counts it stands on."""
        told = f"{self.right} right of {self.found} found and {self.wanted} wanted"
        return f"{self.f1:.3f} ({told})"

    def json(self) -> dict[str, float]:
        """Give the counts."""
        return {"right": self.right, "found": self.found, "wanted": self.wanted}

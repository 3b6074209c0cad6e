"""A name on an official list, as its publisher wrote it, between two days."""

from dataclasses import asdict, dataclass
from datetime import date

from antinomy.values import Json


@dataclass(frozen=True, slots=True)
class Designation:
    """One row of a list: who is named, since when, on what notice, and the row itself.

    ``list`` is the list's short name, ``id`` the publisher's own. ``kind`` is what the
    publisher says the party is ("" where he says nothing: never guessed). ``raw`` is
    the row as it stood in line ``line`` of the file.
    """

    list: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    places: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    cite: str = ""
    address: str = ""
    begins: date | None = None
    until: date | None = None
    requirement: str = ""
    policy: str = ""
    id: str = ""
    line: int = 0
    raw: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name of the row, the primary one first."""
        return (self.name, *self.aliases)

    def as_json(self) -> dict[str, Json]:
        """Give the row for a file: days as text, what is empty left out."""
        found: dict[str, Json] = {}
        for key, value in asdict(self).items():
            if value in ("", (), None, 0):
                continue
            if isinstance(value, date):
                found[key] = value.isoformat()
            else:
                found[key] = list(value) if isinstance(value, tuple) else value
        return found


@dataclass(frozen=True, slots=True)
class Loaded:
    """The rows of a file, and what was strange in it and left out."""

    rows: tuple[Designation, ...]
    remarks: tuple[str, ...] = ()

    def count(self) -> dict[str, int]:
        """Count the rows of each list, in the order of the file."""
        counts: dict[str, int] = {}
        for row in self.rows:
            counts[row.list] = counts.get(row.list, 0) + 1
        return counts

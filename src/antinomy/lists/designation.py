"""A name on an official list, as its publisher wrote it, between two days."""

from dataclasses import asdict, dataclass
from datetime import date

from antinomy.values import Json

ADDRESS = "address"  # the kind of a row that names a place and no party


@dataclass(frozen=True, slots=True)
class Designation:
    """One row of a list: who is named, since when, on what notice, and the row itself.

    ``list`` is the list's short name, ``id`` the publisher's own. ``kind`` is what the
    publisher says the party is: individual, entity, vessel or aircraft, "" where he
    says nothing, and ``address`` where the row names a place and no party. ``seems``
    is what words of the name show where he says nothing. ``raw`` is the row as it
    stood in line ``line`` of the file.

    ``name`` is the party's own name; ``written`` is the cell as the publisher wrote it,
    where that is more: a party above it (``parents``), an acronym, a second name.
    ``weak`` and ``originals`` are those of the ``aliases`` that the publisher calls
    weak, and those in the party's own script. ``sites`` are addresses as written,
    ``address`` is where the list itself stands. ``begins`` and ``until`` are the first
    and the last day by law.
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
    written: str = ""
    seems: str = ""
    weak: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()

    @property
    def entry(self) -> str:
        """Give the name as the publisher wrote it."""
        return self.written or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name of the row, the primary one first; an address has none."""
        return () if self.kind == ADDRESS else (self.name, *self.aliases)

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

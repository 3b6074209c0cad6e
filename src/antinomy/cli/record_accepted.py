"""What the record holds as accepted, handed to the view of a question."""

from contextlib import closing
from datetime import date
from pathlib import Path

from antinomy.cli.record_store import open_at
from antinomy.record import Beside, Entry, Grades, Kept, Record, accepted_from
from antinomy.record import load_grades as grades_at
from antinomy.record.kept import settle
from antinomy.record.moments import last_moment
from antinomy.view import Accepted

_ENDS = ("withdrawal", "revision")


def load_grades(words: Path) -> Grades:
    """Read the grades of sources from a folder of packs."""
    return grades_at(words / "review" / "grades.yaml")


def accepted_at(
    place: str, data: Path | None, words: Path, known_by: date | None
) -> Accepted:
    """Open the record and give what it held as accepted by a day, or holds now.

    Args:
        place: the record that is named, or "".
        data: the folder of data in which it lies otherwise.
        words: the folder of packs.
        known_by: the last day of recording that counts; None counts all.
    """
    with open_at(place, data) as record:
        return accepted_in(record, load_grades(words), known_by)


def accepted_in(record: Record, grades: Grades, known_by: date | None) -> Accepted:
    """Give what a record held as accepted by a day, or holds now."""
    day = known_by or date.max
    kept = kept_by(record, day)
    return accepted_from(kept, beside(record, kept, grades, day))


def kept_by(record: Record, day: date) -> list[Kept]:
    """Give the entries accepted by a day, each wording, and the acts upon them."""
    with closing(record.accepted(day)) as found:
        return list(found)


def beside(record: Record, kept: list[Kept], grades: Grades, day: date) -> Beside:
    """Gather what entries lean on: sources, what acts are about, accepted acts."""
    accepted: dict[str, tuple[Kept, ...]] = {}
    for one in kept:
        if one.kind not in _ENDS:
            accepted[one.id] = (*accepted.get(one.id, ()), one)
    acts = {one.id: one for one in kept if one.kind in _ENDS and one.review is not None}
    named = {one.words.source or one.first.entry.source for one in kept}
    return Beside(sources_of(record, named, day), accepted, grades, acts)


def sources_of(record: Record, named: set[str], day: date) -> dict[str, Entry]:
    """Give some sources by id, as they were worded by a day.

    A revision of a source counts like any other: once somebody accepted it.
    """
    found: dict[str, Entry] = {}
    until = last_moment(day)
    for name, (first, *acts) in record.histories(named - {""}).items():
        met = [one for one in acts if one.recorded <= until]
        found[name] = settle(first, met, is_reviewed=True)[-1].words
    return found

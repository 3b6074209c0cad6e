"""What the latest screening of a party against a list still says on a day.

A screening speaks of its own day. Looking forward a name not listed may have been added
since, and looking back taken off; a listed name the other way round. Where a recorded
change lies between, or the record does not reach, the listing is unknown.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from antinomy.transaction import Screening
from antinomy.values import Day, Known, Unknown
from antinomy.view import View

NOT_SCREENED = "no exact match, and no screening result is given"

# Of results of one day what is found goes before what is open, and that before no.
_RANKS = {True: 2, None: 1, False: 0}
_Changes = Callable[[Day, Day], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of a list as far as recorded.

    ``added`` and ``ended`` name those after one day and up to another under which a
    name may have come onto the list, and may have left it.
    """

    recorded_to: date
    added: _Changes
    ended: _Changes


def listing_of(
    screenings: Iterable[Screening], which: str, changes: Changes, view: View
) -> Known | Unknown | None:
    """Tell whether a party is on a list by its screenings; None without a result."""
    results = [s for s in screenings if which in s.lists]
    if not results:
        return None
    last = max(results, key=lambda s: (s.as_of, _RANKS[s.is_listed]))
    if last.is_listed is None:
        reason = "a listed name may be this party's: say under `screened` what it is"
        return Unknown(reason, last.source)
    overtaken = _overtaken(last, changes, view)
    if overtaken:
        result = "listed" if last.is_listed else "not listed"
        return Unknown(
            f"screened on {last.as_of} as {result}; {overtaken}", last.source
        )
    return Known(value=last.is_listed, source=last.source)


def _overtaken(screening: Screening, changes: Changes, view: View) -> str:
    """Say why a screening does not speak of the day asked about; empty if it does."""
    screened = screening.as_of
    if screened == view.on:
        return ""
    first, last = sorted((screened, view.on))
    recorded = min(changes.recorded_to, view.known_by)
    if last > recorded:
        return f"changes of the list are recorded only to {recorded}"
    is_listed_later = screening.is_listed is (screened > view.on)
    between = changes.added if is_listed_later else changes.ended
    found = between(Day(first), Day(last))
    return f"the list was changed between by {found[0]}" if found else ""

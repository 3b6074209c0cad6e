"""Compare the fields of a finding with those of an item held.

A field that only the page tells adds; one that only the record holds is lacking.
"""

from typing import Literal

from antinomy.claims import Event, Statement, Terms
from antinomy.press import found
from antinomy.press.ledger.compare import compare_days, days_apart
from antinomy.press.ledger.ledger_words import Limits
from antinomy.press.ledger.timing import span_of

Comparison = Literal["equal", "adds", "lacks", "differs"]


def compare_when(
    finding: found.Event | found.Statement, item: Event | Statement, limits: Limits
) -> Comparison:
    """Compare days; the day of a report stands for the days before it."""
    if finding.when is None:
        return "lacks"
    held = item.said if isinstance(item, Statement) else item.when
    told = span_of(finding.when)
    if compare_days(told, held, limits) != "same":
        late = finding.reporter and days_apart(told, held) <= limits.reported_days
        return "equal" if late else "differs"
    is_day = told.first == told.last
    return "adds" if is_day and held.first != held.last else "equal"


def compare_things(
    told: tuple[str, ...], held: tuple[str, ...], terms: Terms
) -> Comparison:
    """Compare several things: one that is, or belongs to, one held is equal to it."""
    if not told:
        return "lacks"
    if not held:
        return "adds"
    kin = terms.are_kin
    return "equal" if any(kin(a, b) for a in told for b in held) else "differs"


def compare_thing(told: str | None, held: str, terms: Terms) -> Comparison:
    """Compare one thing with one held, "" where none is."""
    return compare_things((told,) if told else (), (held,) if held else (), terms)


def compare_object(told: str | None, held: str, terms: Terms) -> Comparison:
    """Compare objects; those of different sorts, as a chip and a law, are no match."""
    compared = compare_thing(told, held, terms)
    sorts = {str(each).partition(":")[0] for each in (told, held)}
    return "lacks" if compared == "differs" and len(sorts) > 1 else compared

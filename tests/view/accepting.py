"""Accepted claims made by hand, and cases assessed with them on top of the packs."""

from datetime import date
from typing import Any

from tests.cases.casefile import packs
from tests.transaction.reading import read

from antinomy.catalogue import Range
from antinomy.values import (
    Acceptance,
    Citation,
    Day,
    KnownBy,
    Number,
    Standing,
    parse_day,
)
from antinomy.verdict import Assessment, as_json, assess
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Basis,
    Period,
    Turn,
    View,
    view_accepting,
)

LATE = "2026-11-21"


def day(text: str) -> Day:
    """Read a day."""
    return Day(parse_day(text))


def basis(
    entry: str = "listing:1",
    known_from: str = "2025-01-02",
    standing: Standing = Standing.PRIMARY,
) -> Basis:
    """Give what a claim rests on: one source, accepted by one reviewer."""
    cite = Citation("Gazette 7", "https://example.org/7", standing)
    acceptance = Acceptance(entry, "R. Officer", date(2025, 1, 2))
    return Basis(cite, acceptance, day(known_from))


def period(first: str | None, last: str | None = None, *, known: bool = True) -> Period:
    """Give the days of a claim."""
    ends = (day(first) if first else None, day(last) if last else None)
    return Period(*ends, is_end_known=known)


def listing(
    *names: str,
    first: str | None = "2025-01-01",
    last: str | None = None,
    known: bool = True,
    which: str = "us.el",
    on: Basis | None = None,
) -> AcceptedListing:
    """Give a name on a list."""
    days = period(first, last, known=known)
    return AcceptedListing(which, names, days, on or basis())


def holding(
    holder: str,
    held: str,
    share: Number = 60,
    first: str = "2025-01-01",
    on: Basis | None = None,
) -> AcceptedHolding:
    """Give a holding from the first day of 2025."""
    amount, own = Range(share, share), on or basis("holding:1")
    return AcceptedHolding(holder, held, amount, period(first), own)


def figure(
    chip: str, fact: str, amount: Range, on: Basis | None = None
) -> AcceptedFigure:
    """Give a figure of a chip in TPP."""
    return AcceptedFigure(chip, fact, amount, "TPP", on or basis("figure:1"))


def turn(
    measure: str,
    begins: str | None,
    on: Basis | None = None,
    turn: Turn = "withdraws",
    provisions: tuple[str, ...] = (),
) -> AcceptedTurn:
    """Give the withdrawal of a measure, or its rewording."""
    first = day(begins) if begins else None
    own = on or basis("withdrawal:1")
    return AcceptedTurn(measure, turn, first, own, provisions)


def view(on: str, known_by: str, *claims: AcceptedClaim) -> View:
    """Give the view of a day with claims on top."""
    return view_accepting(
        packs(), day(on), KnownBy(parse_day(known_by)), Accepted(claims)
    )


def assessed(
    text: str, on: str, *claims: AcceptedClaim, known_by: str = LATE
) -> Assessment:
    """Assess a case with claims on top of the packs."""
    return assess(read(text), view(on, known_by, *claims))


def told(assessment: Assessment, course: str, regime: str) -> dict[str, Any]:
    """Give a cell as JSON."""
    cells: Any = as_json(assessment)["cells"]
    return next(c for c in cells if (c["course"], c["regime"]) == (course, regime))

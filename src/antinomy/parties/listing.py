"""Is this name on the Entity List: rows of the packs, else the file's own screening.

A row of exactly the name is a fact, whatever a screening says. Without a row nothing
follows, for the packs do not carry the whole list: that a party is not on it can be
said by a screening that no later change of the list has overtaken, or by the catalogue
of a firm that was looked for in the whole list on a day and stood on no row.
Renders supplement 4 to 15 CFR part 744.
"""

from collections.abc import Iterable

from antinomy.catalogue import Firm, ListRow
from antinomy.parties.screened import NOT_SCREENED, Changes, listing_of
from antinomy.transaction import Screening
from antinomy.values import Day, Fact, Known, Source, Unknown
from antinomy.view import View

ENTITY_LIST = "us.el"
LISTED, FOOTNOTE, REVIEW = "us_el.listed", "us_el.footnote", "us_el.review"
_NO_FOOTNOTE = "none"


def row_of(names: Iterable[str], view: View) -> ListRow | None:
    """Give the row of exactly one of the names that stands on the day asked about."""
    entities = view.packs.entity_list
    rows = (entities.match(name, view.on, view.known_by) for name in names)
    return next((row for row in rows if row is not None), None)


def facts_of_row(row: ListRow) -> dict[str, Fact]:
    """Give what a row says: that the name is listed, its footnote and review policy.

    Of a row that may stand or not nothing follows.
    """
    cites = "; ".join(row.cites)
    source = Source(
        f"Entity List row {row.name!r}, {cites}",
        day=row.listed_from,
        address=row.address,
        status=row.status,
        acceptances=row.acceptances,
    )
    if row.doubt:
        return {LISTED: Unknown(row.doubt, source)}
    facts: dict[str, Fact] = {LISTED: Known(value=True, source=source)}
    if row.in_part:
        return {**facts, FOOTNOTE: Unknown("the claim does not say", source)}
    facts[FOOTNOTE] = Known(row.footnote or _NO_FOOTNOTE, source)
    if row.review:
        facts[REVIEW] = Known(row.review, source)
    return facts


def facts_of_screening(screenings: Iterable[Screening], view: View) -> dict[str, Fact]:
    """Give what the latest screening of a party still says on the day asked about."""
    entities, by = view.packs.entity_list, view.known_by
    changes = Changes(
        entities.read_on,
        lambda first, last: entities.added_between(first, last, by),
        lambda first, last: _removals(first, last, view),
    )
    listed = listing_of(screenings, ENTITY_LIST, changes, view)
    if listed is None:
        return {LISTED: Unknown(NOT_SCREENED)}
    if isinstance(listed, Known) and listed.value is False:
        return {LISTED: listed, FOOTNOTE: Known(_NO_FOOTNOTE, listed.source)}
    return {LISTED: listed}


def facts_of_absence(
    firm: Firm, screenings: Iterable[Screening], view: View
) -> dict[str, Fact]:
    """Give what the catalogue says of a firm that no row names; nothing if it may not.

    The firm was looked for in the whole list on a day. A firm that stood on no row then
    stood on none before, unless it had been taken off: a row that ever named it, or a
    screening that found it, says so, and then nothing follows. After that day, or after
    the day by which the list could be known, the listing is unknown.
    """
    entities, looked_on = view.packs.entity_list, firm.listed_as_of
    was_found = any(s.is_listed for s in screenings if ENTITY_LIST in s.lists)
    had_a_row = any(row.firm == firm.id for row in entities.rows)
    if firm.is_listed or looked_on is None or was_found or had_a_row:
        return {}
    source = Source(
        f"{firm.name}: on no row of the Entity List as of {looked_on};"
        " no earlier row of it is recorded as taken off",
        day=looked_on,
        address=firm.source,
        status=firm.status,
    )
    recorded = min(looked_on, view.known_by)
    if view.on > recorded:
        reason = f"changes of the list are recorded only to {recorded}"
        return {LISTED: Unknown(reason, source)}
    return {
        LISTED: Known(value=False, source=source),
        FOOTNOTE: Known(_NO_FOOTNOTE, source),
    }


def _removals(first: Day, last: Day, view: View) -> tuple[str, ...]:
    """Name the rows that stood on the list on a day and no longer on a later one."""
    rows = view.packs.entity_list.rows
    return tuple(
        f"taking off {row.name}"
        for row in rows
        if row.listed_to is not None and first <= row.listed_to < last
    )

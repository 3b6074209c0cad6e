"""Lay accepted listings upon the lists that the packs carry.

A name that the packs do not have is a row of its own. Where a claim and a row of the
packs disagree on a day, whether the name stands on the list that day is unknown: a
claim never takes a name off, and never puts one on against the list as it was read.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from antinomy.catalogue import (
    Catalogue,
    EntityList,
    Entry,
    ListRow,
    ListRule,
    Notice,
    NoticeLists,
    by_key,
    sharing,
)
from antinomy.values import Day
from antinomy.view.accepted import AcceptedListing

ENTITY_LIST = "us.el"
_FIRST, _LAST = Day(date.min), Day(date.max)


def with_listings(
    entities: EntityList, listings: Iterable[AcceptedListing], catalogue: Catalogue
) -> EntityList:
    """Give the Entity List with accepted listings upon its rows."""
    own = [x for x in listings if x.list == ENTITY_LIST]
    if not own:
        return entities
    said, held = by_key(own), by_key(entities.rows)
    rows = [_doubted(row, sharing(row.names, said)) for row in entities.rows]
    rows += [_row(x, sharing(x.names, held), catalogue) for x in own]
    days = {rule.takes_effect for rule in entities.rules}
    rules = [_rule(x) for x in own if x.days.first and x.days.first not in days]
    return entities.with_rows(rows, (*entities.rules, *rules))


def with_entries(
    lists: NoticeLists, listings: Iterable[AcceptedListing]
) -> NoticeLists:
    """Give the lists that notices make with accepted listings as entries."""
    known = {each.id for each in lists.lists}
    own = [x for x in listings if x.list in known]
    if not own:
        return lists
    said = by_key(own)
    held = (_doubted_entry(e, sharing(e.names, said)) for e in lists.entries)
    return lists.with_entries(held, map(_entry, own))


def _row(
    listing: AcceptedListing, rows: Iterable[ListRow], catalogue: Catalogue
) -> ListRow:
    days, basis = listing.days, listing.basis
    firm = next(filter(None, map(catalogue.find_firm, listing.names)), None)
    first = days.first or _FIRST
    doubt, doubted_from = _own_doubt(listing)
    if any(_overlaps(listing, row) for row in rows):
        doubt, doubted_from = "the packs have other days for this name", first
    return ListRow(
        name=listing.names[0],
        aliases=listing.names[1:],
        zh=(),
        firm=firm.id if firm else "",
        countries=(),
        listed_from=first,
        known_from=basis.known_from,
        listed_to=days.last,
        footnote="",
        footnote_from=None,
        review="",
        cites=(basis.cite.text,),
        status=basis.cite.standing.value,
        from_note="",
        note="",
        address=basis.cite.address or None,
        doubt=doubt,
        doubted_from=doubted_from if doubt else None,
        acceptances=basis.acceptances,
        in_part=True,
    )


def _own_doubt(listing: AcceptedListing) -> tuple[str, Day]:
    """Give why a listing may not hold, and from which day; "" where it does."""
    days = listing.days
    if days.first is None or not days.is_end_known:
        return "its days on the list are not known", days.first or _FIRST
    if days.doubted_from is not None:
        said = ", ".join(
            each.cite.text for each in listing.basis.closings if not each.is_settled
        )
        return f"whether {said} ends the listing is not known", days.doubted_from
    return "", days.first


def _doubted(row: ListRow, listings: Iterable[AcceptedListing]) -> ListRow:
    """Doubt a row from the day after that on which a claim says that it ended."""
    for listing in listings:
        last = listing.stated_end
        goes_on = last is not None and (row.listed_to is None or row.listed_to > last)
        if not goes_on or not _overlaps(listing, row):
            continue
        assert last is not None, "an end is stated"
        row = replace(
            row,
            doubt=_taken_off(listing),
            doubted_from=min(_after(last), row.doubted_from or _LAST),
            acceptances=(*row.acceptances, *listing.basis.acceptances),
        )
    return row


def _doubted_entry(entry: Entry, listings: Iterable[AcceptedListing]) -> Entry:
    """Doubt an entry from the day after that on which a claim says that it ended."""
    for listing in listings:
        last, notice = listing.stated_end, entry.notice
        if listing.list != entry.list or last is None or last < notice.begins:
            continue
        doubted = replace(
            notice,
            doubt=_taken_off(listing),
            doubted_from=min(_after(last), notice.doubted_from or _LAST),
            acceptances=(*notice.acceptances, *listing.basis.acceptances),
        )
        entry = replace(entry, notice=doubted)
    return entry


def _taken_off(listing: AcceptedListing) -> str:
    return f"{listing.basis.cite.text} has it taken off after {listing.days.last}"


def _after(last: Day) -> Day:
    return Day(last + timedelta(days=1)) if last < _LAST else last


def _overlaps(listing: AcceptedListing, row: ListRow) -> bool:
    first, last = listing.days.first or _FIRST, listing.days.last or _LAST
    return first <= (row.listed_to or _LAST) and row.listed_from <= last


def _rule(listing: AcceptedListing) -> ListRule:
    """Give the change of the list that a listing shows, for older screenings."""
    first, basis = listing.days.first, listing.basis
    assert first is not None, "asked of a listing with a first day"
    return ListRule(
        cites=(basis.cite.text,),
        takes_effect=first,
        known_from=basis.known_from,
        what="a listing accepted in review",
        status=basis.cite.standing.value,
    )


def _entry(listing: AcceptedListing) -> Entry:
    days, basis = listing.days, listing.basis
    doubt, doubted_from = _own_doubt(listing)
    status, address = basis.cite.standing.value, basis.cite.address
    notice = Notice(
        id=basis.acceptance.entry,
        list=listing.list,
        begins=days.first or _FIRST,
        known_from=basis.known_from,
        cite=basis.cite.text,
        address=address,
        targets=(),
        count=1,
        correction_until=None,
        pauses=(),
        stopped=None,
        status=status,
        doubt=doubt,
        doubted_from=doubted_from if doubt else None,
        nothing_after=days.last,
        acceptances=basis.acceptances,
    )
    return Entry(
        listing.list, listing.names[0], listing.names[1:], (), "", notice, status
    )

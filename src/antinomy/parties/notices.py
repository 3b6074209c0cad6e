"""Is this name on a list that notices make: entries of the packs, else a screening.

An entry in force is a fact, whatever a screening says; so is one whose notice is
paused. A firm taken off may have been named again by a notice that is not wholly
carried. Without an entry nothing follows but what a screening still says.
"""

from collections.abc import Iterable

from antinomy.catalogue import Entry, Notice, NoticeList, NoticeState
from antinomy.parties.screened import NOT_SCREENED, Changes, listing_of
from antinomy.transaction import Screening
from antinomy.values import Fact, Known, Source, Unknown
from antinomy.view import View


def facts_of_notices(
    names: Iterable[str], screenings: Iterable[Screening], view: View
) -> dict[str, Fact]:
    """Give what every such list says of a party on the day asked about."""
    known_as, given = tuple(names), tuple(screenings)
    found: dict[str, Fact] = {}
    for which in view.packs.notice_lists.lists:
        entries = view.packs.notice_lists.match(which.id, known_as)
        found |= _of_entries(which, entries, view) or {
            which.fact: _of_screening(which, given, view)
        }
    return found


def _of_entries(
    which: NoticeList, entries: tuple[Entry, ...], view: View
) -> dict[str, Fact]:
    """Give what the entries of a party say; nothing where they leave it open."""
    states = {e: e.notice.state(view.on, view.known_by) for e in entries}
    for wanted, entry_fact in (
        (NoticeState.IN_FORCE, _in_force),
        (NoticeState.OPEN, _open),
        (NoticeState.PAUSED, _paused),
        (NoticeState.STOPPED, _stopped),
    ):
        entry = next((e for e, state in states.items() if state is wanted), None)
        if entry is not None:
            return entry_fact(which, entry.standing_on(view.on), view)
    return {}


def _in_force(which: NoticeList, entry: Entry, view: View) -> dict[str, Fact]:
    source = _source(which, entry)
    facts: dict[str, Fact] = {which.fact: Known(value=True, source=source)}
    if which.correction:
        last = entry.notice.correction_until
        runs = last is not None and view.on <= last
        facts[which.correction] = Known(value=runs, source=source)
    return facts


def _open(which: NoticeList, entry: Entry, view: View) -> dict[str, Fact]:
    pause = entry.notice.pause(view.on, view.known_by)
    if entry.notice.doubt and (pause is None or pause.covers(view.on)):
        return {which.fact: Unknown(entry.notice.doubt, _source(which, entry))}
    assert pause is not None, "only a pause that has run out leaves a notice open"
    reason = f"paused up to {pause.until}; what came after is not recorded"
    return {which.fact: Unknown(reason, _source(which, entry, pause.cite))}


def _paused(which: NoticeList, entry: Entry, view: View) -> dict[str, Fact]:
    pause = entry.notice.pause(view.on, view.known_by)
    assert pause is not None, "a paused notice has a pause"
    said = f"paused from {pause.begins} to {pause.until}, {pause.cite}"
    return {which.fact: Known(value=False, source=_source(which, entry, said))}


def _stopped(which: NoticeList, entry: Entry, view: View) -> dict[str, Fact]:
    stop, lists = entry.notice.stopped, view.packs.notice_lists
    assert stop is not None, "a stopped notice has a stop"
    said = f"stopped from {stop.begins}, {stop.cite}"
    again = lists.may_name_again(entry, stop.begins, view.on, view.known_by)
    if again or view.on > lists.read_on:
        return {}
    return {which.fact: Known(value=False, source=_source(which, entry, said))}


def _source(which: NoticeList, entry: Entry, said: str = "") -> Source:
    notice = entry.notice
    told = f"{which.title.en} entry {entry.name!r}, {notice.cite}"
    return Source(
        f"{told}; {said}" if said else told,
        day=notice.begins,
        address=notice.address,
        status=entry.status,
        acceptances=notice.acceptances,
    )


def _of_screening(
    which: NoticeList, screenings: tuple[Screening, ...], view: View
) -> Fact:
    """Give what the latest screening of a list still says on the day asked about."""
    lists, by = view.packs.notice_lists, view.known_by
    changes = Changes(
        lists.read_on,
        lambda first, last: _cites(lists.made_between(which.id, first, last, by)),
        lambda first, last: _cites(lists.ended_between(which.id, first, last, by)),
    )
    listed = listing_of(screenings, which.id, changes, view)
    return _of_an_empty_list(which, view) if listed is None else listed


def _cites(notices: Iterable[Notice]) -> tuple[str, ...]:
    return tuple(notice.cite for notice in notices)


def _of_an_empty_list(which: NoticeList, view: View) -> Fact:
    if which.empty_to is None:
        return Unknown(NOT_SCREENED)
    said = f"{which.title.en}: no entry was found up to {which.empty_to}"
    source = Source(said, which.empty_to, status=which.empty_status)
    if view.on > which.empty_to:
        return Unknown(said, source)
    return Known(value=False, source=source)

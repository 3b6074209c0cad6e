"""Lists of firms that notices make: each entry stands as its notice stands.

A notice is in force, paused for a span, stopped, or of a state that nobody recorded.
A name matches an entry when it is the same name, alias or Chinese name in another
spelling. Silence proves nothing, for notices name more firms than the packs carry.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

from antinomy.catalogue.cells import STATUSES, Cells, Faults, day_of
from antinomy.catalogue.spelling import key_of
from antinomy.files import Fields, Node, read_document
from antinomy.values import Acceptance, Day, InputError, KnownBy, Text

COLUMNS = ("list", "name", "aliases", "zh", "country", "notice", "status", "note")


class NoticeState(Enum):
    """How a notice stands on a day."""

    ABSENT = "absent"
    IN_FORCE = "in force"
    PAUSED = "paused"
    OPEN = "open"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Turn:
    """A pause or a stop: its days, and the text that ordered it.

    ``until`` is the last day of a pause; where it is not ``until_included`` that day
    itself is open.
    """

    begins: Day
    known_from: Day
    until: Day | None
    until_included: bool
    cite: str
    address: str

    def is_told(self, on: Day, known_by: KnownBy) -> bool:
        """Tell whether it has begun and could be known."""
        return self.begins <= on and self.known_from <= known_by

    def covers(self, on: Day) -> bool:
        """Tell whether a day after its beginning is certainly within it."""
        last = self.until
        return last is None or on < last or (on == last and self.until_included)


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice that put firms on a list; ``count`` is how many it names.

    ``doubt`` says why its state is open, from a day or on every one. Past
    ``nothing_after`` nothing follows from it. ``acceptances`` are those of the claims
    of the record that it rests on, or is doubted for.
    """

    id: str
    list: str
    begins: Day
    known_from: Day
    cite: str
    address: str
    targets: tuple[str, ...]
    count: int | None
    correction_until: Day | None
    pauses: tuple[Turn, ...]
    stopped: Turn | None
    status: str
    doubt: str = ""
    doubted_from: Day | None = None
    nothing_after: Day | None = None
    acceptances: tuple[Acceptance, ...] = ()

    def state(self, on: Day, known_by: KnownBy) -> NoticeState:
        """Tell how it stands on a day, as known by a day."""
        if on < self.begins or known_by < self.known_from:
            return NoticeState.ABSENT
        if self.nothing_after is not None and self.nothing_after < on:
            return NoticeState.ABSENT
        if self.stopped is not None and self.stopped.is_told(on, known_by):
            return NoticeState.STOPPED
        if self.doubt and (self.doubted_from is None or self.doubted_from <= on):
            return NoticeState.OPEN
        pause = self.pause(on, known_by)
        if pause is None:
            return NoticeState.IN_FORCE
        return NoticeState.PAUSED if pause.covers(on) else NoticeState.OPEN

    def pause(self, on: Day, known_by: KnownBy) -> Turn | None:
        """Give the last pause that had begun on a day."""
        told = [pause for pause in self.pauses if pause.is_told(on, known_by)]
        return max(told, key=lambda pause: pause.begins, default=None)

    def may_aim_at(self, country: str, places: Collection[str]) -> bool:
        """Tell whether a firm of a country may be among those it names.

        A target that is no place (a union of states, `others`) may be any.
        """
        is_told = bool(country) and all(target in places for target in self.targets)
        return not is_told or country in self.targets


@dataclass(frozen=True, slots=True)
class Entry:
    """One firm that a notice names."""

    list: str
    name: str
    aliases: tuple[str, ...]
    zh: tuple[str, ...]
    country: str
    notice: Notice
    status: str

    @property
    def names(self) -> tuple[str, ...]:
        """Give every name it answers to."""
        return (self.name, *self.aliases, *self.zh)

    def standing_on(self, on: Day) -> "Entry":
        """Give the entry with the doubt that there was on a day."""
        doubted = self.notice.doubted_from
        if doubted is None or doubted <= on:
            return self
        # Of an entry that a claim made, the claim's own acceptances stay.
        is_own = self.notice.id in {each.entry for each in self.notice.acceptances}
        own = self.notice.acceptances if is_own else ()
        notice = replace(self.notice, doubt="", doubted_from=None, acceptances=own)
        return replace(self, notice=notice)


@dataclass(frozen=True, slots=True)
class NoticeList:
    """A list and the fact of a party that it decides.

    ``correction`` is the fact that a period to mend still runs. Up to ``empty_to`` no
    entry of the list was found; ``empty_status`` tells how well that is looked up.
    """

    id: str
    fact: str
    correction: str
    title: Text
    empty_to: Day | None
    empty_status: str


@dataclass(frozen=True, slots=True)
class NoticeLists:
    """The carried entries of some lists, with the day on which they were read."""

    lists: tuple[NoticeList, ...]
    notices: tuple[Notice, ...]
    entries: tuple[Entry, ...]
    read_on: Day
    _places: Collection[str]
    _by_key: Mapping[tuple[str, str], tuple[Entry, ...]]

    def match(self, which: str, names: Iterable[str]) -> tuple[Entry, ...]:
        """Give the entries of a list that go by exactly one of the names."""
        keys = dict.fromkeys((which, key_of(name)) for name in names)
        found = (entry for key in keys for entry in self._by_key.get(key, ()))
        return tuple(dict.fromkeys(found))

    def made_between(self, which: str, a: Day, b: Day, by: KnownBy) -> list[Notice]:
        """Give the notices of a list that took effect after ``a`` and up to ``b``."""
        return [
            notice
            for notice in self.notices
            if notice.list == which and a < notice.begins <= b
            if notice.known_from <= by
        ]

    def ended_between(self, which: str, a: Day, b: Day, by: KnownBy) -> list[Notice]:
        """Give the notices of a list that were paused or stopped between two days."""
        return [
            notice
            for notice in self.notices
            if notice.list == which
            for turn in (*notice.pauses, notice.stopped)
            if turn is not None and turn.known_from <= by and a < turn.begins <= b
        ]

    def may_name_again(self, entry: Entry, since: Day, on: Day, by: KnownBy) -> str:
        """Cite a later notice, not wholly carried, that may name a firm taken off."""
        for notice in self.made_between(entry.list, since, on, by):
            carried = sum(other.notice is notice for other in self.entries)
            if carried != notice.count and notice.may_aim_at(
                entry.country, self._places
            ):
                return notice.cite
        return ""

    def with_entries(
        self, held: Iterable[Entry], added: Iterable[Entry]
    ) -> "NoticeLists":
        """Give the lists with these entries and further ones, each of its notice."""
        further = tuple(added)
        entries = (*held, *further)
        notices = (*self.notices, *(entry.notice for entry in further))
        return replace(
            self,
            notices=tuple(sorted(notices, key=lambda notice: notice.begins)),
            entries=entries,
            _by_key=_by_key(entries),
        )


def load_notice_lists(path: Path, places: Collection[str]) -> NoticeLists:
    """Load the entries, and lists and notices from the YAML file of the same name.

    Raises:
        PackError: with every fault of both files.
    """
    faults = Faults()
    table = faults.table(path, COLUMNS)
    try:
        read_on, lists, notices = _read_notices(path.with_suffix(".yaml"))
    except InputError as error:
        faults.add(error.message, error.at)
        read_on, lists, notices = Day(date.min), (), {}
    cells = [Cells(row, faults) for row in table] if notices else []
    entries = tuple(e for e in (_entry(row, notices, places) for row in cells) if e)
    faults.stop()
    told = tuple(sorted(notices.values(), key=lambda notice: notice.begins))
    return NoticeLists(lists, told, entries, read_on, places, _by_key(entries))


def _by_key(
    entries: Iterable[Entry],
) -> dict[tuple[str, str], tuple[Entry, ...]]:
    by_key: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for entry in entries:
        for name in dict.fromkeys(key_of(name) for name in entry.names):
            key = (entry.list, name)
            by_key[key] = (*by_key.get(key, ()), entry)
    return by_key


def _entry(
    cells: Cells, notices: Mapping[str, Notice], places: Collection[str]
) -> Entry | None:
    notice = notices.get(cells.word("notice", notices))
    if notice is None:
        return None
    cells.word("list", (notice.list,))
    return Entry(
        list=notice.list,
        name=cells.text("name"),
        aliases=cells.row.parts("aliases"),
        zh=cells.row.parts("zh"),
        country=cells.word("country", places, empty=True),
        notice=notice,
        status=cells.word("status", STATUSES),
    )


def _read_notices(
    path: Path,
) -> tuple[Day, tuple[NoticeList, ...], dict[str, Notice]]:
    fields = Fields(read_document(path))
    read_on = day_of(fields, "read_on")
    lists = fields.each("lists", _list)
    known = [each.id for each in lists]
    found = fields.each("notices", lambda node: _notice(node, known))
    fields.done()
    notices: dict[str, Notice] = {}
    for notice in found:
        if notice.id in notices:
            raise InputError(f"the notice {notice.id!r} stands twice", fields.at)
        notices[notice.id] = notice
    return read_on, lists, notices


def _list(node: Node) -> NoticeList:
    fields = Fields(node)
    found = NoticeList(
        id=fields.text("list"),
        fact=fields.text("fact"),
        correction=fields.text("correction", ""),
        title=fields.texts("title") or Text(""),
        empty_to=fields.day("empty_to"),
        empty_status=fields.choice("empty_status", STATUSES, STATUSES[-1]),
    )
    fields.done()
    return found


def _notice(node: Node, lists: Collection[str]) -> Notice:
    fields = Fields(node)
    begins, stop = day_of(fields, "day"), fields.take("stopped")
    count = fields.text("count", "")
    notice = Notice(
        id=fields.text("notice"),
        list=fields.choice("list", lists),
        begins=begins,
        known_from=fields.day("announced") or begins,
        cite=fields.text("cite"),
        address=fields.text("address"),
        targets=fields.words("targets"),
        count=int(count) if count.isascii() and count.isdigit() else None,
        correction_until=fields.day("correction_until"),
        pauses=fields.each("paused", _turn),
        stopped=_turn(stop) if stop else None,
        status=fields.choice("status", STATUSES),
    )
    if count and notice.count is None:
        raise InputError(f"{count!r} is no number of names", fields.at)
    fields.take("note")
    fields.done()
    return notice


def _turn(node: Node) -> Turn:
    fields = Fields(node)
    begins = day_of(fields, "from")
    turn = Turn(
        begins=begins,
        known_from=fields.day("announced") or begins,
        until=fields.day("until"),
        until_included=fields.choice("until_included", ("unknown",), "yes") == "yes",
        cite=fields.text("cite"),
        address=fields.text("address"),
    )
    fields.done()
    return turn

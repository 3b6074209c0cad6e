"""Gather holdings from a file of another form into a structure.

Such files name owners and shares and no lists, seats or registers. What they do not say
is open: a firm may have holders that no statement names, and where its executives sit
is not known. What is read and counts for no holding is told in the remarks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from antinomy.ownership.reading import Question, check_whole
from antinomy.ownership.structure import (
    WHOLE,
    Band,
    Holder,
    Holding,
    Listing,
    Register,
    Structure,
)
from antinomy.values import InputError, Location, Number, did_you_mean

UNKNOWN = Band(0, WHOLE)
_NO_LISTS = (
    "lists and seats: the file states none; what is not stated beside is unknown"
)
_MOST_ASKED = 50  # firms of one file that are asked about unnamed


@dataclass(slots=True)
class Stated:
    """A holding being put together from statements of shares, votes and rights."""

    equity: Band | None = None
    votes: Band | None = None
    appoints_board: bool = False
    is_by_nominee: bool = False


_Key = tuple[str, str, date | None, date | None]


@dataclass(slots=True)
class Gathering:
    """The holders and holdings of a file so far; ``people`` are known to be persons."""

    name: str
    holders: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    subjects: dict[str, None] = field(default_factory=dict)
    remarks: dict[str, int] = field(default_factory=dict)
    _holdings: dict[_Key, Stated] = field(default_factory=dict)
    _places: dict[str, Location] = field(default_factory=dict)

    def add_holder(self, number: str, name: str, kind: str) -> None:
        """Note a firm or a person by the number that the file gives it."""
        self.holders[number] = (name or number, kind)

    def remark(self, what: str) -> None:
        """Note that something was read and counts for no holding."""
        self.remarks[what] = self.remarks.get(what, 0) + 1

    def holding(
        self,
        owner: str,
        owned: str,
        begins: date | None,
        until: date | None,
        at: Location,
    ) -> Stated:
        """Give the holding between two holders and two days, to be filled.

        Raises:
            InputError: a holder that the file does not name, or days out of order.
        """
        for number in (owner, owned):
            if number not in self.holders:
                hint = did_you_mean(number, self.holders)
                message = f"{number!r} is nobody whom the file names{hint}"
                raise InputError(message, at)
        if begins and until and until < begins:
            message = f"it ends on {until}, before it begins on {begins}"
            raise InputError(message, at)
        self._places.setdefault(owned, at)
        return self._holdings.setdefault((owner, owned, begins, until), Stated())

    def stated(self) -> Iterator[tuple[_Key, Stated]]:
        """Give each holding: owner, owned, first and last day, and what is held."""
        yield from self._holdings.items()

    def questions(self, wanted: str = "") -> tuple[Question, ...]:
        """Give the structure with the firms asked about: the one wanted, or all.

        All are those that the file says it is about, else the firms that are held and
        hold nobody, else all that are held.

        Raises:
            InputError: nobody is held, shares exceed the whole, or too many are asked.
        """
        names = self._names()
        structure = self._structure(names)
        if not structure.holdings:
            message = "no holding is stated in the file"
            raise InputError(message, Location(self.name))
        self._check(structure, names)
        asked = (self._wanted(wanted, names),) if wanted else self._asked(names)
        if len(asked) > _MOST_ASKED:
            message = f"the file holds {len(asked):,} firms: name one with --subject"
            raise InputError(message, Location(self.name))
        told = tuple(f"{what} ({count})" for what, count in self.remarks.items())
        told = (*told, _NO_LISTS)
        return tuple(Question(name, name, structure, (), told) for name in asked)

    # ------------------------------------------------------------------ parts

    def _names(self) -> dict[str, str]:
        """Give each holder a name of its own: with its number where two share it."""
        counts: dict[str, int] = {}
        for name, _ in self.holders.values():
            counts[name] = counts.get(name, 0) + 1
        return {
            number: name if counts[name] == 1 else f"{name} ({number})"
            for number, (name, _) in self.holders.items()
        }

    def _structure(self, names: dict[str, str]) -> Structure:
        holders = {
            names[number]: Holder(names[number], kind, None)
            for number, (_, kind) in self.holders.items()
        }
        holdings = tuple(
            Holding(
                (names[owner],),
                names[owned],
                made.equity or UNKNOWN,  # where only rights are stated it may be any
                made.votes,
                made.appoints_board,
                made.is_by_nominee,
                begins,
                until,
            )
            for (owner, owned, begins, until), made in self._holdings.items()
        )
        registers = {
            names[number]: Register.OPEN
            for number in self.holders
            if number not in self.people
        }
        return Structure(holders, holdings, registers)

    def _check(self, structure: Structure, names: dict[str, str]) -> None:
        """Refuse shares above the whole today; tell of a day in between with more.

        Such a day is refused when it is asked about.
        """
        places = {names[number]: at for number, at in self._places.items()}
        for firm in places:
            own = Structure({}, structure.of(firm))
            check_whole(own, date.max, places.get)
            for on in sorted({h.begins for h in own.holdings if h.begins}):
                try:
                    check_whole(own, on, places.get)
                except InputError as error:
                    self.remark(error.message)

    def _asked(self, names: dict[str, str]) -> tuple[str, ...]:
        owners = {owner for owner, *_ in self._holdings}
        held = dict.fromkeys(owned for _, owned, *_ in self._holdings)
        told = [number for number in self.subjects if number in held]
        last = [number for number in held if number not in owners]
        return tuple(names[number] for number in told or last or held)

    def _wanted(self, wanted: str, names: dict[str, str]) -> str:
        if wanted in names:
            return names[wanted]
        found = [name for name in names.values() if name == wanted]
        if not found:
            hint = did_you_mean(wanted, names.values())
            message = f"{wanted!r} is nobody whom the file names{hint}"
            raise InputError(message, Location(self.name))
        return found[0]


def band_of(
    low: Number | None, high: Number | None, at: Location, what: str = "a share"
) -> Band:
    """Give a band in percent from two ends, an end not stated being open.

    Raises:
        InputError: an end outside 0 to 100, or the ends out of order.
    """
    ends = (0 if low is None else low, WHOLE if high is None else high)
    for end in ends:
        if not 0 <= end <= WHOLE:
            message = f"{what} lies between 0 and {WHOLE} percent, not at {end}"
            raise InputError(message, at)
    if ends[0] > ends[1]:
        message = f"the lower end of {what} comes first: {ends[0]} to {ends[1]}"
        raise InputError(message, at)
    return Band(*ends)


def marked(
    question: Question,
    listed: Mapping[str, tuple[Listing, ...]],
    seats: Mapping[str, str],
) -> Question:
    """Give a question with lists and seats that somebody states of its holders.

    Raises:
        InputError: a holder that is not in the structure.
    """
    holders = dict(question.structure.holders)
    for name in (*listed, *seats):
        if name not in holders:
            hint = did_you_mean(name, holders)
            raise InputError(f"{name!r} is no holder of {question.id}{hint}")
    for name, entries in listed.items():
        old = holders[name]
        holders[name] = replace(old, listings=(*old.listings, *entries))
    for name, seat in seats.items():
        holders[name] = replace(holders[name], seat=seat)
    structure = replace(question.structure, holders=holders)
    return replace(question, structure=structure)

"""What review has accepted, as one frozen value on its way to an answer.

Four kinds of claim can change an answer: a name on an official list, a share of a firm,
a figure of a chip, and the end or the rewording of a measure. Each says what it rests
on, who accepted it, and from which day it counts as known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from antinomy.catalogue import Range
from antinomy.values import (
    Acceptance,
    Citation,
    Day,
    Json,
    KnownBy,
    Source,
    Text,
    Truth,
    digest,
    exact_text,
)

Turn = Literal["withdraws", "rewords"]


@dataclass(frozen=True, slots=True)
class Closing:
    """An accepted act that takes a claim back, or words it anew, from a day.

    ``begins`` None is a day that is not known. Only where ``is_settled`` does it end
    the days of the claim; otherwise it leaves them open.
    """

    begins: Day | None
    cite: Citation
    acceptance: Acceptance
    is_settled: bool

    def as_json(self) -> dict[str, Json]:
        """Give the act with its day, its source and who accepted it."""
        return {
            **acceptance_json(self.acceptance),
            "from": self.begins.isoformat() if self.begins else "unknown",
            "settled": self.is_settled,
            "source": _source_json(self.cite),
        }


@dataclass(frozen=True, slots=True)
class Basis:
    """What a claim rests on, who accepted it, and the day from which it counts.

    ``known_from`` is the first day on which the record held it as accepted and on
    which it was public. ``wording`` is the act whose words these are, "" for the first
    ones, and ``closings`` are the acts upon them.
    """

    cite: Citation
    acceptance: Acceptance
    known_from: Day
    closings: tuple[Closing, ...] = ()
    wording: str = ""

    @property
    def acceptances(self) -> tuple[Acceptance, ...]:
        """Give the acceptance of the claim, and of each act upon it."""
        return (self.acceptance, *(each.acceptance for each in self.closings))

    def source(self, day: date | None = None) -> Source:
        """Give the source of a fact that rests on it alone."""
        return Source(
            self.cite.text,
            day,
            self.cite.address or None,
            self.cite.standing.value,
            acceptances=self.acceptances,
        )

    def as_json(self) -> dict[str, Json]:
        """Give the basis with its source, who accepted it, and the acts upon it."""
        told: dict[str, Json] = {
            **acceptance_json(self.acceptance),
            "known_from": self.known_from.isoformat(),
            "source": _source_json(self.cite),
        }
        if self.wording:
            told["worded_by"] = self.wording
        if self.closings:
            told["closings"] = [each.as_json() for each in self.closings]
        return told


@dataclass(frozen=True, slots=True)
class Period:
    """The days for which a claim holds.

    ``first`` None is not known; ``last`` None has no end, or one that is not known.
    From ``doubted_from`` on whether it still holds is not known.

    >>> Period(Day(date(2025, 9, 1))).holds(date(2025, 8, 31))
    Truth.FALSE
    >>> Period(None).holds(date(2025, 9, 1))
    Truth.UNKNOWN
    """

    first: Day | None
    last: Day | None = None
    is_end_known: bool = True
    doubted_from: Day | None = None

    def holds(self, on: date) -> Truth:
        """Tell whether it held on a day."""
        begun = Truth.UNKNOWN
        if self.first is not None:
            begun = Truth.TRUE if self.first <= on else Truth.FALSE
        is_doubted = self.doubted_from is not None and self.doubted_from <= on
        over = Truth.UNKNOWN if is_doubted or not self.is_end_known else Truth.FALSE
        if self.last is not None and self.last < on:
            over = Truth.TRUE
        return begun & ~over

    @property
    def is_dated(self) -> bool:
        """Tell whether every day certainly lies in it or out of it."""
        is_ended = self.is_end_known and self.doubted_from is None
        return self.first is not None and is_ended

    def as_json(self) -> dict[str, Json]:
        """Give both ends: a day, ``open`` or ``unknown``."""
        end = "open" if self.is_end_known else "unknown"
        told: dict[str, Json] = {
            "from": self.first.isoformat() if self.first else "unknown",
            "to": self.last.isoformat() if self.last else end,
        }
        if self.doubted_from:
            told["doubted_from"] = self.doubted_from.isoformat()
        return told


_ALWAYS = Period(Day(date.min))


@dataclass(frozen=True, slots=True)
class AcceptedListing:
    """A name on an official list; the first of ``names`` is that of the list.

    Where ``is_taken_back`` its days end with the claim: nothing is said of the list.
    """

    list: str
    names: tuple[str, ...]
    days: Period
    basis: Basis
    is_taken_back: bool = False

    @property
    def stated_end(self) -> Day | None:
        """Give the last day on the list where the claim says that there is one."""
        return None if self.is_taken_back else self.days.last

    def as_json(self) -> dict[str, Json]:
        """Give what is claimed."""
        return {
            "kind": "listing",
            "list": self.list,
            "names": list(self.names),
            "days": self.days.as_json(),
            "taken_back": self.is_taken_back,
        }


@dataclass(frozen=True, slots=True)
class AcceptedHolding:
    """A share of a firm, in percent, held by another; None where it is not known."""

    holder: str
    held: str
    share: Range | None
    days: Period
    basis: Basis

    def as_json(self) -> dict[str, Json]:
        """Give what is claimed."""
        return {
            "kind": "holding",
            "holder": self.holder,
            "held": self.held,
            "share": _range(self.share),
            "days": self.days.as_json(),
        }


@dataclass(frozen=True, slots=True)
class AcceptedFigure:
    """A figure of a chip of the catalogue, by its fact, in the unit of that fact.

    It is of the chip and not of a day: ``days`` end only where it is taken back or told
    otherwise.
    """

    chip: str
    fact: str
    amount: Range
    unit: str
    basis: Basis
    days: Period = _ALWAYS

    def as_json(self) -> dict[str, Json]:
        """Give what is claimed."""
        told: dict[str, Json] = {
            "kind": "figure",
            "chip": self.chip,
            "fact": self.fact,
            "amount": _range(self.amount),
            "unit": self.unit,
        }
        return told if self.days == _ALWAYS else {**told, "days": self.days.as_json()}


@dataclass(frozen=True, slots=True)
class AcceptedTurn:
    """The withdrawal or the rewording of a measure, or of some of its provisions.

    ``begins`` None is a day that is not known. A rewording leaves open what the new
    wording asks. ``place`` is its sequence in the record.
    """

    measure: str
    turn: Turn
    begins: Day | None
    basis: Basis
    provisions: tuple[str, ...] = ()
    note: Text | None = None
    place: int = 0

    def as_json(self) -> dict[str, Json]:
        """Give what is claimed."""
        return {
            "kind": self.turn,
            "measure": self.measure,
            "provisions": list(self.provisions),
            "from": self.begins.isoformat() if self.begins else "unknown",
            "note": {"en": self.note.en, "zh": self.note.zh} if self.note else None,
        }


AcceptedClaim = AcceptedListing | AcceptedHolding | AcceptedFigure | AcceptedTurn


@dataclass(frozen=True, slots=True)
class Accepted:
    """Everything accepted that an answer may lean on, each wording of an entry once.

    Two values that hold the same claims, in whatever order, are equal in digest and in
    every answer.
    """

    claims: tuple[AcceptedClaim, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.claims)

    def __iter__(self) -> Iterator[AcceptedClaim]:
        return iter(sorted(self.claims, key=_entry_and_wording))

    def known_by(self, day: KnownBy) -> "Accepted":
        """Give what counted by a day."""
        seen = tuple(c for c in self if c.basis.known_from <= day)
        return replace(self, claims=seen)

    @property
    def latest(self) -> Day | None:
        """Give the last day on which a claim, or an act upon one, was accepted."""
        met = (each for claim in self.claims for each in claim.basis.acceptances)
        return max((Day(each.day) for each in met), default=None)

    @property
    def listings(self) -> tuple[AcceptedListing, ...]:
        """Give the names on lists, by entry."""
        return tuple(c for c in self if isinstance(c, AcceptedListing))

    @property
    def holdings(self) -> tuple[AcceptedHolding, ...]:
        """Give the shares of firms, by entry."""
        return tuple(c for c in self if isinstance(c, AcceptedHolding))

    @property
    def figures(self) -> tuple[AcceptedFigure, ...]:
        """Give the figures of chips, by entry."""
        return tuple(c for c in self if isinstance(c, AcceptedFigure))

    @property
    def turns(self) -> tuple[AcceptedTurn, ...]:
        """Give the withdrawals and rewordings, by entry."""
        return tuple(c for c in self if isinstance(c, AcceptedTurn))

    def claims_of(self, entry: str) -> tuple[AcceptedClaim, ...]:
        """Give the claims of an entry, one for each of its wordings."""
        return tuple(c for c in self if entry_of_claim(c) == entry)

    def without(self, entry: str) -> "Accepted":
        """Give all but the claims of an entry."""
        return Accepted(tuple(c for c in self.claims if entry_of_claim(c) != entry))

    def as_json(self) -> list[Json]:
        """Give every claim with what it rests on, by entry."""
        return [{**c.as_json(), **c.basis.as_json()} for c in self]

    @property
    def digest(self) -> str:
        """Give the digest of all claims and of what they rest on."""
        return digest(self.as_json())


NOTHING = Accepted()


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a claim, or an entry of the record, changes no answer.

    ``why`` is the word of the product that says so (``unread.<why>``), to be filled in
    with ``parts``.
    """

    why: str
    parts: Mapping[str, str] = field(default_factory=dict)


def entry_of_claim(claim: AcceptedClaim) -> str:
    """Give the id of the entry of the record that made a claim."""
    return claim.basis.acceptance.entry


def acceptance_json(acceptance: Acceptance) -> dict[str, Json]:
    """Give who accepted which entry, and when."""
    return {
        "entry": acceptance.entry,
        "accepted_by": acceptance.reviewer,
        "accepted_on": acceptance.day.isoformat(),
    }


def _entry_and_wording(claim: AcceptedClaim) -> tuple[str, str]:
    return entry_of_claim(claim), claim.basis.wording


def _source_json(cite: Citation) -> dict[str, Json]:
    return {
        "text": cite.text,
        "address": cite.address,
        "status": cite.standing.value,
    }


def _range(amount: Range | None) -> Json:
    if amount is None:
        return None
    return [exact_text(amount.low), exact_text(amount.high)]

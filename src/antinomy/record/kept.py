"""What a record says of an entry as of a day: its words, its days, what befell it.

The acts upon an entry are laid over it in the order in which they were recorded. From
its day on a revision puts other words in place of those before; a withdrawal closes all
words that stand. Neither touches the days before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from antinomy.record.entry import Entry, Kind
from antinomy.record.moments import Moment, moment_text
from antinomy.record.validity import Edge, Undated, Valid, reached
from antinomy.values import Day, Json, Truth, canonical_bytes

TAKEN = ("accepted", "corrected")  # verdicts of a review that let an entry through


@dataclass(frozen=True, slots=True)
class Recorded:
    """An entry at its place in the journal."""

    sequence: int
    recorded: Moment
    entry: Entry

    def as_json(self) -> dict[str, Json]:
        """Give the entry with its place."""
        return {
            "sequence": self.sequence,
            "recorded": moment_text(self.recorded),
            **self.entry.as_json(),
        }


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as of a day.

    ``first`` is the entry as it was first recorded, ``words`` is it or the revision (or
    the entry as a review corrected it) whose words stand. ``stands`` tells whether they
    do on the day asked about: true, or unknown where their days are not known; None
    where no day was asked about. ``closings`` are the withdrawals and the revisions
    that end these words, ``review`` is the latest one.
    """

    first: Recorded
    words: Entry
    stands: Truth | None = None
    closings: tuple[Recorded, ...] = ()
    revisions: tuple[Recorded, ...] = ()
    sightings: tuple[Recorded, ...] = ()
    review: Recorded | None = None

    @property
    def id(self) -> str:
        """Give the id of the entry."""
        return self.first.entry.id

    @property
    def kind(self) -> Kind:
        """Give the kind of the entry."""
        return self.first.entry.kind

    @property
    def body(self) -> dict[str, Any]:
        """Read the words that stand."""
        return self.words.body

    @property
    def closing(self) -> Recorded | None:
        """Give what closes these words first; None where nothing does."""
        return min(self.closings, key=_effect, default=None)

    @property
    def valid(self) -> Valid:
        """Give the days of these words, up to the eve of what closes them."""
        until = self.words.valid.until
        for closing in self.closings:
            until = _earlier(until, closing.entry.valid.begins)
        return replace(self.words.valid, until=until)

    @property
    def last_seen(self) -> Day | None:
        """Give the last day on which a source was found; None where nobody looked."""
        days = (_seen_on(one) for one in self.sightings if _state(one) == "found")
        return max(days, default=None)

    @property
    def is_vanished(self) -> bool:
        """Tell whether a source was not there when it was last looked for."""
        latest = max(
            self.sightings, key=lambda one: (_seen_on(one), one.sequence), default=None
        )
        return latest is not None and _state(latest) == "vanished"

    def as_json(self) -> dict[str, Json]:
        """Give what stands for a page: the words, their days, and what befell them."""
        told: dict[str, Json] = {
            **self.first.as_json(),
            "valid": self.valid.as_json(),
            "body": self.words.body,
        }
        if self.stands is not None:
            told["stands"] = self.stands.value
        if self.words.id != self.id:
            told["worded_by"] = self.words.id
        if self.closing is not None:
            told["closing"] = self.closing.as_json()
        if self.sightings:
            told["last_seen"] = self.last_seen.isoformat() if self.last_seen else None
            told["vanished"] = self.is_vanished
        if self.review is not None:
            told["review"] = self.review.as_json()
        return told


def settle(
    first: Recorded, acts: Sequence[Recorded], *, is_reviewed: bool = False
) -> tuple[Kept, ...]:
    """Lay the acts upon an entry over it; give each wording, the latest one last.

    ``acts`` are those about the entry and the reviews of these, in the order of the
    journal. An act that a review rejected counts for nothing. With ``is_reviewed``
    only acts count that a review accepted, and all is given as reviews corrected it.
    """
    reviews = {a.entry.about: a for a in acts if a.entry.kind == "review"}
    counted = [act for act in acts if _counts(act, reviews, is_reviewed=is_reviewed)]
    if is_reviewed:
        counted = [_corrected(act, reviews.get(act.entry.id)) for act in counted]
        first_words = _corrected(first, reviews.get(first.entry.id)).entry
    else:
        first_words = first.entry
    worded: list[tuple[Entry, list[Recorded]]] = [(first_words, [])]
    for act in counted:
        for _, closings in worded:
            closings.append(act)
        if act.entry.kind == "revision":
            worded.append((act.entry, []))
    revisions = tuple(act for act in counted if act.entry.kind == "revision")
    sightings = tuple(act for act in acts if act.entry.kind == "seen")
    review = reviews.get(first.entry.id)
    return tuple(
        Kept(first, words, None, tuple(closings), revisions, sightings, review)
        for words, closings in worded
    )


def standing(found: Iterable[Kept], on: date) -> tuple[Kept, ...]:
    """Give the wordings that stand on a day, or may stand."""
    marked = ((kept, _stands(kept, on)) for kept in found)
    return tuple(
        replace(kept, stands=stands)
        for kept, stands in marked
        if stands is not Truth.FALSE
    )


def verdict_of(review: Recorded | None) -> str:
    """Give the verdict of a review; "" where there is none."""
    return "" if review is None else str(review.entry.body["verdict"])


# ---------------------------------------------------------------- parts


def _stands(kept: Kept, on: date) -> Truth:
    found = kept.words.valid.holds(on)
    for closing in kept.closings:
        if found is Truth.FALSE:
            break
        found &= ~reached(closing.entry.valid.begins, on)
    return found


def _counts(act: Recorded, reviews: dict[str, Recorded], *, is_reviewed: bool) -> bool:
    if act.entry.kind not in {"withdrawal", "revision"}:
        return False
    verdict = verdict_of(reviews.get(act.entry.id))
    return verdict in TAKEN if is_reviewed else verdict != "rejected"


def _corrected(one: Recorded, review: Recorded | None) -> Recorded:
    """Give an entry with the words and the days that a review put in their place."""
    if review is None or verdict_of(review) != "corrected":
        return one
    written, valid = corrected_words(review.entry), review.entry.valid
    return replace(one, entry=replace(one.entry, written=written, valid=valid))


def corrected_words(review: Entry) -> str:
    """Give the body that a review put in the place of another, as canonical JSON."""
    return canonical_bytes(review.body["body"]).decode()


def _earlier(until: Edge, closed: Edge) -> Edge:
    """Give the last day before a closing takes effect, if that comes first."""
    if closed is Undated.UNKNOWN or until is Undated.UNKNOWN:
        return Undated.UNKNOWN
    assert not isinstance(closed, Undated), "a closing is never open"
    eve = Day(closed - timedelta(days=1)) if closed > date.min else Day(closed)
    return eve if isinstance(until, Undated) else min(until, eve)


def _effect(closing: Recorded) -> tuple[date, int]:
    begins = closing.entry.valid.begins
    day = date.max if isinstance(begins, Undated) else begins
    return day, closing.sequence


def _seen_on(sighting: Recorded) -> Day:
    day = sighting.entry.valid.begins
    assert not isinstance(day, Undated), "a sighting has its day"
    return day


def _state(sighting: Recorded) -> str:
    return str(sighting.entry.body["state"])

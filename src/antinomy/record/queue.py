"""The order in which entries wait for review.

First by what an entry could change: an open case, else a rule; then what stands against
what is held; then the grade of its source, what is new before what repeats, and age.
Where a source has changed since its entries were reviewed they wait once more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal

from antinomy.record.kept import Kept, Recorded
from antinomy.values import Standing, canonical_bytes
from antinomy.view import (
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Unread,
    entry_of_claim,
)

Reason = Literal["new", "source_changed"]
Newer = Mapping[str, Recorded]

# What a reader writes into a body of its reading: not of what the page says.
OF_READING = frozenset(
    {
        *("address", "claim", "confidence", "reader", "record"),
        *("rule", "settled_by", "spans", "title"),
    }
)


class Effect(IntEnum):
    """What an entry could change."""

    NOTHING = 0
    RULES = 1
    CASES = 2


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that waits for review, and what speaks for looking at it soon.

    ``cases`` are the open cases whose answer it would change, ``against`` what it
    contradicts, ``grade`` that of its source (1 is best). ``unread`` says why it
    changes no answer.
    """

    kept: Kept
    reason: Reason
    effect: Effect
    cases: tuple[str, ...]
    against: tuple[str, ...]
    grade: int
    standing: Standing
    is_new: bool
    unread: Unread | None = None


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """Give what waits, the most telling first."""
    return tuple(sorted(waiting, key=_key))


def waits(kept: Kept, newer: Newer) -> Reason | None:
    """Tell why an entry waits for review; None where it does not.

    ``newer`` gives, for a source by id, the latest one of its address, where that
    is another.
    """
    if kept.review is None:
        return "new"
    source = newer.get(kept.words.source or kept.first.entry.source)
    if source is not None and source.sequence > kept.review.sequence:
        return "source_changed"
    return None


def newer_sources(sources: Iterable[Kept]) -> dict[str, Recorded]:
    """Give for each source what was found last at a place of it, where it is another.

    A page that went back to its older bytes is asked about like any other: what counts
    is which source was found there last.
    """
    glances = _glances(sources)
    latest = {place: (source, one) for place, source, one in glances}
    found: dict[str, Recorded] = {}
    for place, source, _ in glances:
        last, one = latest[place]
        held = found.get(source)
        if last != source and (held is None or held.sequence < one.sequence):
            found[source] = one
    return found


def latest_at(sources: Iterable[Kept]) -> dict[str, str]:
    """Give for each place the id of the source that was found there last."""
    return {place: source for place, source, _ in _glances(sources)}


def place_of(body: Mapping[str, object]) -> str:
    """Give the place at which something was found: its address, else its name."""
    told = (body.get(name) for name in ("address", "name"))
    return next((one for one in told if isinstance(one, str) and one), "")


def acted(wordings: Sequence[Kept], act: Kept) -> tuple[Kept, ...]:
    """Give an accepted entry as it would be with a withdrawal or a revision of it."""
    closed = [replace(one, closings=(*one.closings, act.first)) for one in wordings]
    if act.kind == "withdrawal":
        return tuple(closed)
    return (*closed, replace(wordings[-1], words=act.words, closings=()))


def contradicted_by(claim: AcceptedClaim, accepted: Accepted) -> tuple[str, ...]:
    """Give the accepted entries that a claim cannot stand beside."""
    entry = entry_of_claim(claim)
    return tuple(
        entry_of_claim(other)
        for other in accepted
        if entry_of_claim(other) != entry and _is_against(claim, other)
    )


def first_to_tell(claims: Iterable[AcceptedClaim]) -> dict[bytes, str]:
    """Give for each thing claimed the first entry that claims it, in this order."""
    found: dict[bytes, str] = {}
    for claim in claims:
        found.setdefault(thing_claimed(claim), entry_of_claim(claim))
    return found


def thing_claimed(claim: AcceptedClaim) -> bytes:
    """Give what two claims share that say the same, whoever says it."""
    return canonical_bytes(claim.as_json())


def thing_told(kept: Kept, told: Mapping[str, bytes]) -> bytes:
    """Give what two entries share that say the same in the same words.

    Where on a page it stands, and how sure the reader was, is no part of it. ``told``
    are the things of other entries by their ids: two acts are the same where they
    speak of the same thing.
    """
    named = kept.first.entry.about
    about = told[named].decode() if named in told else named
    body = {name: told for name, told in kept.body.items() if name not in OF_READING}
    return canonical_bytes([kept.kind, about, body])


def _glances(sources: Iterable[Kept]) -> list[tuple[str, str, Recorded]]:
    """Give when a source was found and where, in the order of the journal.

    A source itself was found at its address, if it has one; its name is not enough.
    """
    found: list[tuple[str, str, Recorded]] = []
    for source in sources:
        address = source.first.entry.body.get("address")
        found.append((place_of({"address": address}), source.id, source.first))
        found += (
            (place_of(one.entry.body), source.id, one)
            for one in source.sightings
            if one.entry.body["state"] == "found"
        )
    told = (one for one in found if one[0])
    return sorted(told, key=lambda one: one[2].sequence)


def _key(one: Waiting) -> tuple[int, int, int, int, bool, str, int]:
    return (
        -one.effect,
        -len(one.cases),
        -min(len(one.against), 1),
        one.grade,
        not one.is_new,
        one.kept.first.recorded.isoformat(),
        one.kept.first.sequence,
    )


def _is_against(claim: AcceptedClaim, other: AcceptedClaim) -> bool:
    """Tell two claims of the same thing that say different things of it."""
    match claim, other:
        case AcceptedListing(which, names), AcceptedListing(of, others):
            same = which == of and not {*names}.isdisjoint(others)
            return same and claim.days != other.days
        case AcceptedHolding(holder, held, share), AcceptedHolding(by, of, amount):
            return (holder, held) == (by, of) and share != amount
        case AcceptedFigure(chip, fact, amount), AcceptedFigure(
            of, named, other_amount
        ):
            return (chip, fact) == (of, named) and amount != other_amount
        case AcceptedTurn(measure, _, begins), AcceptedTurn(of, _, since):
            return measure == of and begins != since
        case _:
            return False

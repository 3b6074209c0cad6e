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


def newer_sources(sources: Iterable[Recorded]) -> dict[str, Recorded]:
    """Give for each source the latest one of the same address, where it is another."""
    by_address: dict[str, list[Recorded]] = {}
    for source in sorted(sources, key=lambda one: one.sequence):
        address = source.entry.body.get("address")
        if isinstance(address, str) and address:
            by_address.setdefault(address, []).append(source)
    return {
        source.entry.id: together[-1]
        for together in by_address.values()
        for source in together[:-1]
    }


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

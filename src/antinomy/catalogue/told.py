"""Lay figures that others tell beside those that the row of a chip gives.

Where the row gives none, what is told stands if a primary source tells it; hearsay
leaves the figure unknown. Where both are numbers the fact is the range around all of
them: what is told never takes the place of what the row holds, and never makes it
narrower.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from antinomy.values import (
    Bounded,
    Fact,
    Known,
    NotApplicable,
    Number,
    OneOf,
    Unknown,
    fact_text,
    joined,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that somebody tells; only one ``is_sure`` settles what nobody had."""

    fact: Fact
    is_sure: bool


def with_told(
    held: Mapping[str, Fact], told: Mapping[str, tuple[Told, ...]]
) -> dict[str, Fact]:
    """Give the facts of a chip with what others tell of its figures."""
    return {name: _beside(fact, told.get(name, ())) for name, fact in held.items()}


def _beside(held: Fact, beside: tuple[Told, ...]) -> Fact:
    told = tuple(each.fact for each in beside)
    if not told:
        return held
    if isinstance(held, Unknown) and not any(each.is_sure for each in beside):
        return _still_unknown(held, told)
    figures = told if isinstance(held, Unknown) else (held, *told)
    ends = [_ends(fact) for fact in figures]
    if any(end is None for end in ends):
        return held
    low = min(end[0] for end in ends if end is not None)
    high = max(end[1] for end in ends if end is not None)
    if not isinstance(held, Unknown) and (low, high) == _ends(held):
        return held  # nothing that the row does not allow already
    lines = _lines(told)
    first = told[0].source if isinstance(held, Unknown) else held.source
    source = replace(
        first,
        steps=(*held.source.steps, *lines),
        acceptances=joined(fact.source for fact in figures),
    )
    if low == high:
        return Known(low, source)
    reasons = [fact.reason for fact in figures if isinstance(fact, Bounded)]
    if len(figures) > 1:
        reasons.append("sources differ: " + "; ".join(map(_said, figures)))
    return Bounded(low, high, "; ".join(dict.fromkeys(reasons)), source)


def _still_unknown(held: Unknown, told: tuple[Fact, ...]) -> Unknown:
    """Give a figure that hearsay leaves unknown, with what it tells."""
    source = replace(
        held.source,
        steps=(*held.source.steps, *_lines(told)),
        acceptances=joined(fact.source for fact in (held, *told)),
    )
    said = "; ".join(map(_said, told))
    return Unknown(f"{held.reason}; no primary source settles it ({said})", source)


def _lines(told: tuple[Fact, ...]) -> tuple[str, ...]:
    return tuple(f"{fact.source.said}: {fact_text(fact)}" for fact in told)


def _said(fact: Fact) -> str:
    return f"{fact.source.said} {fact_text(fact)}"


def _ends(fact: Fact) -> tuple[Number, Number] | None:
    """Give the least and the most of a number; None of anything else."""
    match fact:
        case Known(value) if not isinstance(value, bool | str | date | frozenset):
            return value, value
        case Bounded(low, high):
            ends = (low, high)
            if any(end is None or isinstance(end, date) for end in ends):
                return None
            return ends  # type: ignore[return-value]
        case Known() | Unknown() | OneOf() | NotApplicable():
            return None

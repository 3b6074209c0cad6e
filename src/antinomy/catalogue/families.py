"""The facts of a family of chips where nobody says which variant it is."""

from collections.abc import Mapping, Sequence
from datetime import date

from antinomy.catalogue.figures import SAID
from antinomy.values import (
    Bounded,
    Fact,
    Known,
    NotApplicable,
    Number,
    OneOf,
    Source,
    Unknown,
    joined,
    show_number,
)

_STANDINGS = ("primary", "secondary", "uncertain")


def merge(figures_list: Sequence[Mapping[str, Fact]]) -> dict[str, Fact]:
    """Give what holds of every variant.

    Numbers become the range around all, words one of several; a flag on which the
    variants differ, or a fact unknown of one of them, is unknown.
    """
    assert figures_list, "a family has at least one variant"
    first, *others = figures_list
    if not others:
        return dict(first)
    return {name: _merged([of[name] for of in figures_list]) for name in first}


def _merged(facts: list[Fact]) -> Fact:
    reason = f"one of {len(facts)} variants: {'; '.join(_said(fact) for fact in facts)}"
    source = _joint_source(facts)
    words = [_words(fact) for fact in facts]
    bounds = [_bounds(fact) for fact in facts]
    known = [fact.value for fact in facts if isinstance(fact, Known)]
    if len(known) == len(facts) and all(value == known[0] for value in known):
        return Known(known[0], source)
    if all(isinstance(fact, NotApplicable) for fact in facts):
        return NotApplicable(reason, source)
    if all(words):
        return OneOf(frozenset(word for some in words for word in some), reason, source)
    ends = [end for end in bounds if end is not None]
    if len(ends) == len(facts):
        low, high = min(low for low, _ in ends), max(high for _, high in ends)
        return Bounded(low, high, reason, source)
    return Unknown(reason, source)


def _words(fact: Fact) -> frozenset[str]:
    match fact:
        case Known(str(word)):
            return frozenset({word})
        case OneOf(values):
            return frozenset(value for value in values if isinstance(value, str))
        case _:
            return frozenset()


def _bounds(fact: Fact) -> tuple[Number, Number] | None:
    match fact:
        case Known(value) if not isinstance(value, bool | str | date | frozenset):
            return value, value
        case Bounded(low, high) if not (_is_open(low) or _is_open(high)):
            return low, high  # type: ignore[return-value]
        case _:
            return None


def _is_open(end: "Number | date | None") -> bool:
    return end is None or isinstance(end, date)


def _said(fact: Fact) -> str:
    name = fact.source.said.removeprefix(SAID).partition(":")[0]
    match fact:
        case Known(bool(value)):
            text = "yes" if value else "no"
        case Known(str(value)):
            text = value
        case Known() | Bounded():
            ends = dict.fromkeys(show_number(end) for end in _bounds(fact) or ())
            text = " to ".join(ends)
        case OneOf(values):
            text = " or ".join(sorted(str(value) for value in values))
        case Unknown(why) | NotApplicable(why):
            text = why
    return f"{name} {text}"


def _joint_source(facts: list[Fact]) -> Source:
    """Name the variants and keep the weakest standing among them."""
    sources = [fact.source for fact in facts]
    names = [source.said.removeprefix(SAID).partition(":")[0] for source in sources]
    ranks = [_STANDINGS.index(s.status) for s in sources if s.status in _STANDINGS]
    addresses = {source.address for source in sources}
    return Source(
        SAID + "; ".join(names),
        address=sources[0].address if len(addresses) == 1 else None,
        status=_STANDINGS[max(ranks)] if ranks else None,
        acceptances=joined(sources),
        steps=tuple(
            f"{name}: {step}"
            for name, source in zip(names, sources, strict=True)
            for step in source.steps[-1:]
        ),
    )

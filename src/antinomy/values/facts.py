"""A fact of a case: known, unknown, within bounds, one of, or not applicable.

Unknown has a reason; it is a value, never ``None`` and never "no". Every fact carries
the source it rests on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from antinomy.values.exact import Number, exact_text, show_number

Scalar = bool | int | Number | str | date | frozenset[str]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who let a claim of the record count, and on which day; ``entry`` is its id."""

    entry: str
    reviewer: str
    day: date


@dataclass(frozen=True, slots=True)
class Source:
    """What a fact rests on.

    ``steps`` is the proof of a computed fact, one line a step; ``address`` points to
    a document; ``day`` is the day the source speaks of. ``acceptances`` are those of
    the claims of the record that the fact leans on.
    """

    said: str
    day: date | None = None
    address: str | None = None
    status: str | None = None
    steps: tuple[str, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()


STATED = Source("stated in the file")


def joined(sources: Iterable[Source]) -> tuple[Acceptance, ...]:
    """Give the acceptances of several sources, each once."""
    return tuple(dict.fromkeys(a for source in sources for a in source.acceptances))


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with one value."""

    value: Scalar
    source: Source = STATED


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that nobody has established, and why."""

    reason: str = "not stated"
    source: Source = STATED


@dataclass(frozen=True, slots=True)
class Bounded:
    """A number or day between two bounds, both included; None leaves a side open."""

    low: Number | date | None
    high: Number | date | None
    reason: str
    source: Source = STATED


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of several values, nobody knows which."""

    values: frozenset[str] | frozenset[bool]
    reason: str
    source: Source = STATED


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """A fact that does not arise for this kind of thing."""

    reason: str = "does not apply"
    source: Source = STATED


Fact = Known | Unknown | Bounded | OneOf | NotApplicable


def scalar_text(value: Scalar) -> str:
    """Write a value for eyes and for machines, the same each time.

    >>> scalar_text(True), scalar_text(frozenset({"b", "a"}))
    ('true', 'a, b')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case frozenset():
            return ", ".join(sorted(value))
        case str():
            return value
        case date():
            return value.isoformat()
        case _:
            return exact_text(value)


def fact_text(fact: Fact) -> str:
    """Write a fact in few words.

    >>> fact_text(Bounded(12032, 12800, "sources differ"))
    'between 12,032 and 12,800'
    """
    match fact:
        case Known(value):
            return _for_eyes(value)
        case Unknown(reason):
            return f"unknown ({reason})"
        case Bounded(low, high):
            ends = ("?" if end is None else _for_eyes(end) for end in (low, high))
            return "between {} and {}".format(*ends)
        case OneOf(values):
            return "one of " + ", ".join(sorted(scalar_text(v) for v in values))
        case NotApplicable():
            return "not applicable"


def _for_eyes(value: Scalar) -> str:
    """Write a value for reading: numbers rounded and grouped, all else as it is."""
    if isinstance(value, bool) or not isinstance(value, Number):
        return scalar_text(value)
    return show_number(value)

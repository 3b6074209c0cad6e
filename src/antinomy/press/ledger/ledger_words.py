"""The words and limits by which claims are weighed; they stand in the packs."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.files.fields import to_number
from antinomy.files.node import as_scalar
from antinomy.press.ledger.aside_words import (
    DeedWords,
    PartWords,
    read_deed,
    read_part,
)
from antinomy.press.ledger.doer_words import (
    DoerWords,
    Withdrawn,
    pattern_of,
    read_doers,
    read_withdrawn,
)
from antinomy.values import InputError, Number


@dataclass(frozen=True, slots=True)
class WordedFigure:
    """Words that say a number without one: a mature process is 28 nm or more."""

    words: tuple[str, ...]
    unit: str
    low: Number | None
    high: Number | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Words that say how much time lies between two events, in days at most."""

    words: tuple[str, ...]
    days: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How far two values may lie apart and still be compared.

    ``exact`` and ``near`` are shares of the value held. The others count days: dates
    so ``near`` are imprecise rather than wrong; events further apart than ``block``
    are two events; a figure without days of its own holds for ``holds`` days around
    the day it was said; what is ``recent`` is not older; a report follows the act by
    ``reported`` days at most.
    """

    exact: Fraction
    near: Fraction
    near_days: int
    block_days: int
    holds_days: int
    recent_days: int
    reported_days: int


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """Words of the ledger, each as small letters.

    ``variants`` gives for a part of a word how else it is spelt. ``carry`` opens a
    sentence that goes on about what the one before named, ``says_on`` one that goes on
    with what somebody said. ``recent`` tells a time before the page; ``reports`` that a
    time is that of a report. ``attribute`` follows the name of whoever said a figure,
    ``credit`` stands before it. ``hedges`` tell that something is alleged only,
    ``future`` that it is expected; ``until`` stands before an end set. ``once`` are
    kinds of event that befall an object once, ``recurs`` those done again and again,
    ``lasting`` those that go on for days.
    ``doubt`` tells a condition or a rumour in a clause, ``supposed`` one that reaches
    to the end of the sentence; ``planned`` what is still to come unless it has been
    ``announced``, which kinds of event that are ``spoken`` always are; ``undone`` what
    came to nothing, of the kinds that are ``undoable``; ``denied`` says
    no unless ``undenied``; an item whose own words hold one of ``denials`` is itself a
    denial. ``present`` tells that a number holds on the day of the page, ``past`` that
    it did before; ``changed`` ends before a number that is a difference, ``apart``
    begins behind one. ``beyond`` stands behind a thing that names another by it;
    ``marked`` is found in a clause that only marks a time for the next. ``running``
    tells that a count has run up over a time, ``part`` that it is of some only.
    ``deeds`` bind a time to another deed, ``distant`` holds an act that is told by how
    far it lies from a time.
    """

    variants: Mapping[str, tuple[str, ...]]
    carry: frozenset[str]
    says_on: frozenset[str]
    recent: frozenset[str]
    reports: frozenset[str]
    attribute: frozenset[str]
    credit: frozenset[str]
    hedges: frozenset[str]
    future: frozenset[str]
    until: tuple[str, ...]
    once: frozenset[str]
    recurs: frozenset[str]
    lasting: frozenset[str]
    gaps: tuple[Gap, ...]
    worded: tuple[WordedFigure, ...]
    limits: Limits
    doubt: re.Pattern[str]
    supposed: re.Pattern[str]
    planned: re.Pattern[str]
    announced: re.Pattern[str]
    spoken: frozenset[str]
    undone: re.Pattern[str]
    undoable: frozenset[str]
    present: frozenset[str]
    past: frozenset[str]
    changed: re.Pattern[str]
    apart: re.Pattern[str]
    beyond: re.Pattern[str]
    marked: re.Pattern[str]
    running: re.Pattern[str]
    part: PartWords
    deeds: tuple[DeedWords, ...]
    distant: re.Pattern[str]
    doers: DoerWords
    withdrawn: Withdrawn
    denied: re.Pattern[str]
    undenied: re.Pattern[str]
    denials: tuple[str, ...]


def read_ledger_words(path: Path) -> LedgerWords:
    """Read the words of the ledger.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    words = LedgerWords(
        variants=_variants(fields),
        carry=frozenset(_small(fields, "carry")),
        says_on=frozenset(_small(fields, "says_on")),
        recent=frozenset(_small(fields, "recent")),
        reports=frozenset(_small(fields, "reports")),
        attribute=frozenset(_small(fields, "attribute")),
        credit=frozenset(_small(fields, "credit")),
        hedges=frozenset(_small(fields, "hedges")),
        future=frozenset(_small(fields, "future")),
        until=_small(fields, "until"),
        once=frozenset(fields.words("once")),
        lasting=frozenset(fields.words("lasting")),
        recurs=frozenset(fields.words("recurs")),
        gaps=fields.each("gaps", _gap),
        worded=fields.each("worded", _worded),
        limits=_limits(fields.need("limits")),
        doubt=pattern_of(fields, "doubt"),
        supposed=pattern_of(fields, "supposed"),
        planned=pattern_of(fields, "planned"),
        announced=pattern_of(fields, "announced"),
        undone=pattern_of(fields, "undone"),
        undoable=frozenset(fields.words("undoable")),
        spoken=frozenset(fields.words("spoken")),
        present=frozenset(_small(fields, "present")),
        past=frozenset(_small(fields, "past")),
        changed=pattern_of(fields, "changed"),
        apart=pattern_of(fields, "apart"),
        beyond=pattern_of(fields, "beyond"),
        marked=pattern_of(fields, "marked"),
        running=pattern_of(fields, "running"),
        part=read_part(fields.need("part")),
        deeds=fields.each("deeds", read_deed),
        distant=pattern_of(fields, "distant"),
        doers=read_doers(fields.need("doers")),
        withdrawn=read_withdrawn(fields.need("withdrawn")),
        denied=pattern_of(fields, "denied"),
        undenied=pattern_of(fields, "undenied"),
        denials=_small(fields, "denials"),
    )
    fields.done()
    return words


def _variants(fields: Fields) -> dict[str, tuple[str, ...]]:
    named = Fields(fields.need("variants"))
    return {name: named.words(name) for name in named.names()}


def _small(fields: Fields, name: str) -> tuple[str, ...]:
    words = fields.words(name)
    for word in words:
        if word != word.lower():
            raise InputError(f"write {word.lower()!r}, not {word!r}", fields.at)
    return words


def _gap(node: Node) -> Gap:
    fields = Fields(node)
    gap = Gap(_small(fields, "words"), _count(fields, "days"))
    fields.done()
    return gap


def _worded(node: Node) -> WordedFigure:
    fields = Fields(node)
    words, unit = _small(fields, "words"), fields.text("unit")
    low, high = fields.take("low"), fields.take("high")
    fields.done()
    return WordedFigure(
        words,
        unit,
        None if low is None else to_number(as_scalar(low)),
        None if high is None else to_number(as_scalar(high)),
    )


def _limits(node: Node) -> Limits:
    fields = Fields(node)
    limits = Limits(
        _share(fields, "exact"),
        _share(fields, "near"),
        _count(fields, "near_days"),
        _count(fields, "block_days"),
        _count(fields, "holds_days"),
        _count(fields, "recent_days"),
        _count(fields, "reported_days"),
    )
    fields.done()
    return limits


def _share(fields: Fields, name: str) -> Fraction:
    return Fraction(to_number(as_scalar(fields.need(name))))


def _count(fields: Fields, name: str) -> int:
    node = as_scalar(fields.need(name))
    number = to_number(node)
    if not isinstance(number, int) or number < 0:
        raise InputError(f"expected a count of days, found {node.text!r}", node.at)
    return number

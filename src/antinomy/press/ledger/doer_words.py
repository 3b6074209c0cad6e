"""The words by which a clause shows who does what, and a withdrawal of what it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from antinomy.files import Fields, Node

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class DoerWords:
    """How a clause shows who does what it tells.

    ``agent`` and ``governed`` end right before a name: of the agent of a passive, of
    one that is no doer; ``within`` before where it was, ``target``
    before a place on which a duty lies, ``opens`` before one that leads
    a clause within another. ``passive`` turns a clause round; ``idle`` stands behind a
    place that only names its firms, goods or days. ``joined`` and ``beside`` fill what
    lies between two names that act together or stand for one; after ``saying`` another
    doer follows. ``both`` names two that act together in one word, ``private`` those
    who act for nobody. ``governments`` speak for all bodies of their state.

    Of kinds of event, those ``made`` name their object before or beside the act; those
    ``suffered`` may be told as done by whom they befall; those ``by_word`` are done by
    saying so, those ``by_firms`` by firms at large.
    """

    agent: re.Pattern[str]
    passive: re.Pattern[str]
    governed: re.Pattern[str]
    idle: re.Pattern[str]
    within: re.Pattern[str]
    opens: re.Pattern[str]
    target: re.Pattern[str]
    joined: re.Pattern[str]
    beside: re.Pattern[str]
    saying: re.Pattern[str]
    governments: frozenset[str]
    both: re.Pattern[str]
    private: re.Pattern[str]
    suffered: frozenset[str]
    made: frozenset[str]
    by_word: frozenset[str]
    by_firms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """How a withdrawal names nothing of its own, but what was told before.

    ``bare`` fills what lies between the word that withdraws and what is withdrawn,
    ``lead`` stands before the latter; ``more`` behind it says of what it was.
    """

    bare: re.Pattern[str]
    lead: re.Pattern[str]
    more: re.Pattern[str]


def pattern_of(fields: Fields, name: str) -> re.Pattern[str]:
    """Read a pattern, which minds no capitals.

    Raises:
        InputError: it is missing or no pattern.
    """
    return fields.pattern(name, re.IGNORECASE)


def patterns_in(node: Node, made: Callable[..., T], *names: str) -> T:
    """Make something of the patterns of a mapping that holds nothing else.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(node)
    words = made(*(pattern_of(fields, name) for name in names))
    fields.done()
    return words


def read_doers(node: Node) -> DoerWords:
    """Read how a clause shows its doer.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(node)
    words = DoerWords(
        agent=pattern_of(fields, "agent"),
        passive=pattern_of(fields, "passive"),
        governed=pattern_of(fields, "governed"),
        idle=pattern_of(fields, "idle"),
        within=pattern_of(fields, "within"),
        opens=pattern_of(fields, "opens"),
        target=pattern_of(fields, "target"),
        joined=pattern_of(fields, "joined"),
        beside=pattern_of(fields, "beside"),
        saying=pattern_of(fields, "saying"),
        governments=frozenset(fields.words("governments")),
        both=pattern_of(fields, "both"),
        private=pattern_of(fields, "private"),
        suffered=frozenset(fields.words("suffered")),
        made=frozenset(fields.words("made")),
        by_word=frozenset(fields.words("by_word")),
        by_firms=frozenset(fields.words("by_firms")),
    )
    fields.done()
    return words


def read_withdrawn(node: Node) -> Withdrawn:
    """Read how a withdrawal names nothing of its own.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    return patterns_in(node, Withdrawn, "bare", "lead", "more")

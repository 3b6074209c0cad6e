"""The names things go by on pages, and what a name needs beside it to be that thing.

A thing is a person, firm, agency, place, chip, law, list, measure, product, technology,
material, outlet or occasion, named by an id as `org:huawei`. Names are Latin or
Simplified Chinese; Traditional and Taiwan forms are read on the twin text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from antinomy.files import Fields, read_document, read_table
from antinomy.files.node import Node
from antinomy.values import InputError

COLUMNS = ("thing", "en", "zh", "names_en", "names_zh", "of", "role")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that pages speak of.

    ``of`` is the thing it belongs to: a firm's country, a person's office, a chip's
    maker. ``role`` tells a city from a country and an agency from a firm.
    """

    id: str
    en: str
    zh: str
    names: tuple[str, ...]
    of: str | None = None
    role: str = ""

    @property
    def kind(self) -> str:
        """Give the kind of thing: the word before the colon of its id."""
        return self.id.partition(":")[0]


def sort_of(thing: Thing) -> str:
    """Give the sort of a thing as frames name it: agency, company, city, chip ..."""
    if thing.kind in {"org", "place"}:
        return thing.role or thing.kind
    return thing.kind


@dataclass(frozen=True, slots=True)
class Guard:
    """What must not stand right before or after a name for it to be the thing."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Capital:
    """A capital's name: the government it stands for, and the city."""

    government: str
    city: str


@dataclass(frozen=True, eq=False)
class Names:
    """Every name with its thing, and the rules of context."""

    things: Mapping[str, Thing]
    by_name: Mapping[str, str]
    guards: Mapping[str, Guard]
    capitals: Mapping[str, Capital]
    city_before: re.Pattern[str]
    city_after: re.Pattern[str]
    government_after: re.Pattern[str]
    bare: frozenset[str]

    @cached_property
    def sorts(self) -> Mapping[str, str]:
        """Give the sort of each thing, as `sort_of` does."""
        return {name: sort_of(thing) for name, thing in self.things.items()}

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Give every name, in the order of the automaton."""
        return tuple(self.by_name)

    @cached_property
    def automaton(self) -> Any:  # noqa: ANN401 - the part ships no types
        """Give the automaton that finds the longest name at every place."""
        part = import_module("ahocorasick_rs")
        longest = part.MatchKind.LeftmostLongest
        return part.AhoCorasick(self.spelled, matchkind=longest)


def read_names(folder: Path, more: Iterable[Thing] = ()) -> Names:
    """Read the names of a folder, and take ``more`` from other packs.

    A name that the folder gives to a thing is not taken by another.

    Raises:
        InputError: a name given to two things, with its line.
    """
    rules = Fields(read_document(folder / "mentions.yaml"))
    things: dict[str, Thing] = {}
    by_name: dict[str, str] = {}
    for row in read_table(folder / "names.csv", COLUMNS):
        own = (row["en"], row["zh"], *row.parts("names_en"), *row.parts("names_zh"))
        names = tuple(dict.fromkeys(name for name in own if name))
        of = row["of"] or None
        thing = Thing(row["thing"], row["en"], row["zh"], names, of, row["role"])
        if thing.id in things:
            raise InputError(f"{thing.id!r} stands twice", row.cell("thing"))
        things[thing.id] = thing
        for name in names:
            other = by_name.setdefault(name, thing.id)
            if other != thing.id and not _is_capital(thing, things[other]):
                message = f"{name!r} names both {other!r} and {thing.id!r}"
                raise InputError(message, row.cell("thing"))
    for thing in more:
        fresh = [name for name in thing.names if name not in by_name]
        if thing.id not in things and fresh:
            things[thing.id] = thing
        if thing.id in things:
            by_name |= dict.fromkeys(fresh, thing.id)
    names_read = Names(
        things,
        by_name,
        guards=dict(chain.from_iterable(rules.each("guards", _guard))),
        capitals=dict(chain.from_iterable(rules.each("capitals", _capital))),
        city_before=rules.pattern("city_before"),
        city_after=rules.pattern("city_after"),
        government_after=rules.pattern("government_after"),
        bare=frozenset(rules.words("bare")),
    )
    rules.done()
    return names_read


def _is_capital(thing: Thing, other: Thing) -> bool:
    return "place" == thing.kind == other.kind


def _guard(node: Node) -> Iterator[tuple[str, Guard]]:
    fields = Fields(node)
    guard = Guard(fields.pattern_or_none("before"), fields.pattern_or_none("after"))
    yield from ((name, guard) for name in fields.words("names"))
    fields.done()


def _capital(node: Node) -> Iterator[tuple[str, Capital]]:
    fields = Fields(node)
    capital = Capital(fields.text("government"), fields.text("city"))
    yield from ((name, capital) for name in fields.words("name"))
    fields.done()

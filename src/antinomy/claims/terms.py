"""The closed words of claims: kinds of event and their groups, units, who is whose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from antinomy.files import Fields, Node, read_document
from antinomy.files.node import as_listing, as_scalar
from antinomy.values import InputError


@dataclass(frozen=True, eq=False)
class Terms:
    """Words that items are checked against and compared by.

    ``groups`` gives for each kind of event the group of kinds that texts take for one
    another; ``belongs`` for a thing the one it is part of or acts for.
    """

    groups: Mapping[str, str]
    stances: frozenset[str]
    units: frozenset[str]
    belongs: Mapping[str, str]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """Give the kinds of event."""
        return tuple(self.groups)

    def with_owners(self, thing: str) -> Iterator[str]:
        """Give a thing, then what it belongs to, upward."""
        while thing:
            yield thing
            thing = self.belongs.get(thing, "")

    def is_within(self, thing: str, whole: str) -> bool:
        """Tell whether a thing is another or belongs to it."""
        return whole in self.with_owners(thing)

    def are_kin(self, one: str, other: str) -> bool:
        """Tell whether one of two things is or belongs to the other."""
        return self.is_within(one, other) or self.is_within(other, one)


def read_terms(path: Path) -> Terms:
    """Read the words of claims.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(read_document(path))
    terms = Terms(
        dict(_inverted(fields.need("kinds"))),
        frozenset(fields.words("stances")),
        frozenset(fields.words("units")),
        dict(_inverted(fields.need("belongs"))),
    )
    fields.done()
    for thing in terms.belongs:
        _no_circle(thing, terms.belongs, fields)
    return terms


def _inverted(node: Node) -> Iterator[tuple[str, str]]:
    """Read lists by name as the name of each member, each once."""
    seen: set[str] = set()
    fields = Fields(node)
    for name in fields.names():
        for each in as_listing(fields.need(name)):
            word = as_scalar(each)
            if word.text in seen:
                raise InputError(f"{word.text!r} stands twice", word.at)
            seen.add(word.text)
            yield word.text, name


def _no_circle(thing: str, belongs: Mapping[str, str], fields: Fields) -> None:
    seen = {thing}
    while thing := belongs.get(thing, ""):
        if thing in seen:
            raise InputError(f"{thing!r} would belong to itself", fields.at)
        seen.add(thing)

"""Find things by id, name or alias, with or without the maker before it.

An exact id is one thing; any other name stands for every thing that goes by it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from antinomy.catalogue.firms import Firm
from antinomy.catalogue.spelling import key_of
from antinomy.values import did_you_mean


@dataclass(frozen=True, slots=True)
class Named:
    """How a thing may be called, and whose it is."""

    id: str
    names: tuple[str, ...]
    makers: tuple[str, ...]


class NameIndex:
    """Names of one kind of thing, by spelling key."""

    def __init__(self, things: Iterable[Named], firms: Mapping[str, Firm]) -> None:
        self._makers: dict[str, tuple[str, ...]] = {}
        self._ids: dict[str, dict[str, None]] = {}
        self._words: list[str] = []
        for thing in things:
            self._makers[thing.id] = thing.makers
            self._words += (thing.id, *thing.names)
            for name in (thing.id, *thing.names):
                self._ids.setdefault(key_of(name), {})[thing.id] = None
        self._prefixes = tuple(
            (key_of(name), firm.id) for firm in firms.values() for name in firm.names
        )

    def find(self, text: str) -> tuple[str, ...]:
        """Give the ids that a text stands for, in the order of the catalogue."""
        exact = text.strip().casefold()
        if exact in self._makers:
            return (exact,)
        key = key_of(text)
        found = set(self._ids.get(key, ()))
        for prefix, maker in self._prefixes:
            if key.startswith(prefix):
                rest = self._ids.get(key.removeprefix(prefix), ())
                found |= {name for name in rest if maker in self._makers[name]}
        return tuple(name for name in self._makers if name in found)

    def suggest(self, text: str) -> str:
        """Give a hint for a text that names nothing."""
        near = did_you_mean(text, self._words)
        return near or did_you_mean(text.casefold(), self._makers)

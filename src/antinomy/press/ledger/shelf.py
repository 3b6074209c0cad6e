"""Items of a record, filed by the words by which texts tell them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from antinomy.claims import Cue, Item
from antinomy.press.ledger.spotting import Spotted

T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Filed:
    """A cue made ready for looking it up."""

    things: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    without: frozenset[str]

    def places(self, spotted: Spotted) -> list[list[int]] | None:
        """Give the places of each group of words in a sentence, or None."""
        if any(group.isdisjoint(spotted.things) for group in self.things):
            return None
        found: list[list[int]] = []
        for group in self.words:
            places = [p for w, at in spotted.words.items() if w in group for p in at]
            if not places:
                return None
            found.append(places)
        return found

    def ruling_out(self, spotted: Spotted) -> list[int]:
        """Give the places of words that no telling has."""
        used = spotted.words.items()
        return [p for w, at in used if w in self.without for p in at]


class Shelf(Generic[T]):
    """Items by the words of the first group of their cues; a cue shared is one."""

    def __init__(self, items: Iterable[T]) -> None:
        told: dict[Cue, list[T]] = {}
        for item in items:
            for cue in item.cues:
                told.setdefault(cue, []).append(item)
        self._cues = [(_filed(cue), tuple(items)) for cue, items in told.items()]
        self._by_word: dict[str, list[int]] = {}
        for number, cue in enumerate(told):
            for word in cue.words[0]:
                self._by_word.setdefault(word, []).append(number)

    def at(self, spotted: Spotted) -> Iterator[tuple[Filed, tuple[T, ...]]]:
        """Give the cues of whose first words a sentence uses one."""
        used = {n for word in spotted.words for n in self._by_word.get(word, ())}
        return (self._cues[number] for number in sorted(used))


def _filed(cue: Cue) -> Filed:
    return Filed(
        tuple(frozenset(group) for group in cue.things),
        tuple(frozenset(group) for group in cue.words),
        frozenset(cue.without),
    )

"""A text made from another, with the place of every character in what it was made of.

Cleaning, repair and conversion each make a new text; a span found in the last one is
carried back through all of them to the code points of the decoded source.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_made = tuple.__new__  # many thousands a page: past the function of a NamedTuple


class Extent(NamedTuple):
    """Code points ``start`` up to, not including, ``end`` of a text.

    >>> Extent(2, 5).of("an Ascend")
    ' As'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the text at these places."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Extent":
        """Give the extent as many code points further on."""
        return Extent(self.start + by, self.end + by)

    def meets(self, other: "Extent") -> bool:
        """Tell whether the two share a code point."""
        return self.start < other.end and other.start < self.end


class Woven(NamedTuple):
    """A text and the runs it was made of.

    Run ``i`` begins at ``places[i]`` of the text and was made of ``sources[i]`` of the
    text below; where ``whole[i]`` its characters stand for that extent together, else
    one for one. Text below that no run names was left out.
    """

    text: str
    places: tuple[int, ...]
    sources: tuple[Extent, ...]
    whole: tuple[bool, ...]

    def below(self, extent: Extent) -> Extent:
        """Carry a non-empty extent of the text to the text below.

        What was left out between two characters of the extent lies inside the answer;
        what was left out after its last character does not.
        """
        assert 0 <= extent.start < extent.end <= len(self.text), extent
        return Extent(self._first(extent.start), self._last(extent.end - 1))

    def runs(self) -> Iterator[tuple[str, Extent, bool]]:
        """Give each run: its text, what it was made of, whether as a whole."""
        ends = (*self.places[1:], len(self.text)) if self.places else ()
        for place, end, source, whole in zip(
            self.places, ends, self.sources, self.whole, strict=True
        ):
            yield self.text[place:end], source, whole

    def shifted(self, by: int) -> "Woven":
        """Give the same text, made of places as many code points further on."""
        sources = tuple(source.shifted(by) for source in self.sources)
        return Woven(self.text, self.places, sources, self.whole)

    def run_at(self, place: int) -> int:
        """Give the number of the run that a code point of the text stands in."""
        return bisect_right(self.places, place) - 1

    def _first(self, place: int) -> int:
        run = self.run_at(place)
        source = self.sources[run]
        if self.whole[run]:
            return source.start
        return source.start + place - self.places[run]

    def _last(self, place: int) -> int:
        run = self.run_at(place)
        source = self.sources[run]
        if self.whole[run]:
            return source.end
        return source.start + place - self.places[run] + 1


class Weaver:
    """Makes a text run by run.

    >>> weaver = Weaver()
    >>> weaver.keep("5月", 0)
    >>> weaver.put("&", 2, 7)
    >>> woven = weaver.woven()
    >>> woven.text, woven.below(Extent(1, 3))
    ('5月&', Extent(start=1, end=7))
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._places: list[int] = []
        self._sources: list[Extent] = []
        self._whole: list[bool] = []
        self.length = 0

    def keep(self, text: str, start: int) -> None:
        """Take a text as it stands from ``start`` of the text below."""
        self._add(text, start, start + len(text), whole=False)

    def put(self, text: str, start: int, end: int) -> None:
        """Let a text stand for the code points ``start`` to ``end`` below."""
        self._add(text, start, end, whole=True)

    def woven(self) -> Woven:
        """Give what was made."""
        return Woven(
            "".join(self._pieces),
            tuple(self._places),
            tuple(self._sources),
            tuple(self._whole),
        )

    def _add(self, text: str, start: int, end: int, *, whole: bool) -> None:
        if not text:
            return
        self._pieces.append(text)
        self._places.append(self.length)
        self._sources.append(_made(Extent, (start, end)))
        self._whole.append(whole)
        self.length += len(text)


def unchanged(text: str) -> Woven:
    """Give a text as made of itself.

    >>> unchanged("芯片").below(Extent(1, 2))
    Extent(start=1, end=2)
    """
    weaver = Weaver()
    weaver.keep(text, 0)
    return weaver.woven()

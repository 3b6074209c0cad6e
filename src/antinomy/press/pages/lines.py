"""The lines of a page: the physical lines of a text, the blocks of a markup."""

from collections.abc import Iterator

from antinomy.press.line import Line
from antinomy.press.pages.markup import Block
from antinomy.press.pages.voices import Chosen
from antinomy.press.woven import Extent, Woven

_EMPTY = Woven("", (), (), ())
# What ends a line: in a text without the first the next that it has.
_ENDS = ("\n", "\r", "\u2028", "\x85")


def block_lines(blocks: tuple[Block, ...], chosen: Chosen) -> tuple[Line, ...]:
    """Give the blocks of a page as lines."""
    inside = chosen.inside
    made = tuple.__new__  # past the function of a NamedTuple: one for each block
    return tuple(
        [
            made(Line, (number + 1, extent, woven, tag, linked, number not in inside))
            for number, (woven, extent, tag, _, linked) in enumerate(blocks)
        ]
    )


def text_lines(text: str, most: int) -> tuple[tuple[Line, ...], Extent | None]:
    r"""Give the physical lines of a text without their ends, and what lies beyond.

    >>> [line.extent for line in text_lines("a\r\n\nb", 9)[0]]
    [Extent(start=0, end=1), Extent(start=3, end=3), Extent(start=4, end=5)]
    """
    mark = next((mark for mark in _ENDS if mark in text), "\n")
    lines = tuple(_text_lines(text, mark, most))
    place = lines[-1].extent.end if lines else 0
    rest = text.find(mark, place) if len(lines) == most else -1
    return lines, Extent(rest + 1, len(text)) if 0 <= rest < len(text) - 1 else None


def _text_lines(text: str, mark: str, most: int) -> Iterator[Line]:
    place = 0
    for number in range(1, most + 1):
        if place == len(text):
            return
        end = text.find(mark, place)
        after = end + 1
        if end < 0:
            end = after = len(text)
        elif mark == "\n" and end > place and text[end - 1] == "\r":
            end -= 1
        extent = Extent(place, end)
        said = text[place:end]
        woven = Woven(said, (0,), (extent,), (False,)) if said else _EMPTY
        yield Line(number, extent, woven)
        place = after

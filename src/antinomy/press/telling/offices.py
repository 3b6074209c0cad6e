"""What a page says of who is what: a firm and its chief, a place inside a country."""

from collections.abc import Iterator

from antinomy.press.found import Link
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Passage
from antinomy.press.woven import Extent


def offices_of(passage: Passage, names: Names, words: FrameWords) -> Iterator[Link]:
    """Give the relations that two names side by side tell of, by the words between.

    A relation is taken only where the lexicon does not speak against it.
    """
    for left, right in zip(passage.mentions, passage.mentions[1:], strict=False):
        start, end = left.extent.end, right.extent.start
        if end < start:
            continue
        gap = passage.within(Extent(start, end)) if end > start else ""
        first, second = names.things[left.thing], names.things[right.thing]
        for relation in words.relations:
            if (
                names.sorts[left.thing] in relation.first
                and names.sorts[right.thing] in relation.second
                and relation.between.fullmatch(gap)
                and (not relation.known or second.of == first.id)
            ):
                things = (
                    (second.id, first.id)
                    if relation.turned
                    else (
                        first.id,
                        second.id,
                    )
                )
                yield Link(
                    relation.name, *things, Extent(left.extent.start, right.extent.end)
                )
                break

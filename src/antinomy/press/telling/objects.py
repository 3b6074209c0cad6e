"""What is acted on, and where: names behind the words, or before them with a sign."""

from collections.abc import Iterator

from antinomy.press.telling.frames import Frame, FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Passage
from antinomy.press.telling.subjects import groups_of
from antinomy.press.woven import Extent

_SIGN = 3  # code points of a preposition before a name
_DASH = ("—", "–")


def object_of(
    passage: Passage,
    told: Extent,
    frame: Frame,
    names: Names,
    words: FrameWords,
    but: tuple[str, ...],
) -> str | None:
    """Give the thing that is acted on, or None; ``told`` is where the words stand.

    It stands in or after the words, or before them with a preposition ("将华为列入")
    or as who suffers a passive; else anywhere before them in the clause; else, where
    the frame tells what it is about, further on in the sentence.
    """
    if not frame.object:
        return None
    end = _end_of(passage, told)
    held = [
        (mention.extent.start, mention.thing, sort)
        for mention in passage.mentions
        if (sort := names.sorts[mention.thing]) in frame.object
        and mention.thing not in but
        and not (sort == "place" and _is_within(passage, mention.extent, words))
    ]
    clause = passage.clauses[passage.clause_at(told.start)]
    suffers = held and _sufferer(passage, clause.start, told, words)
    if suffers and suffers in {thing for _, thing, _ in held}:
        return suffers
    placed = [
        (start, thing, names.sorts[thing])
        for start, thing in _preposed(passage, clause.start, end, told, names, words)
        if names.sorts[thing] in frame.object and thing not in but
    ]
    firms = [i for i in held if i[0] < clause.start and i[2] == "company"]
    lead = Extent(clause.start, told.start)
    if firms and not placed and _is_same_thing(passage, lead, words):
        placed = firms[-1:]
    near = placed + [item for item in held if told.start <= item[0] < end]
    near = near or [item for item in held if clause.start <= item[0] < told.start]
    if not near and frame.tells:
        near = [item for item in held if item[0] >= end and item[2] != "place"]
    best = min(near, key=lambda item: frame.object.index(item[2]), default=None)
    return best[1] if best else None


def _is_within(passage: Passage, name: Extent, words: FrameWords) -> bool:
    """Tell whether "in" stands before a name."""
    lead = Extent(max(passage.extent.start, name.start - _SIGN), name.start)
    return lead.end > lead.start and bool(words.place_in.search(passage.within(lead)))


def _is_same_thing(passage: Passage, lead: Extent, words: FrameWords) -> bool:
    """Tell whether "it" before the words stands for what was named before."""
    return lead.end > lead.start and bool(words.same_thing.search(passage.within(lead)))


def _end_of(passage: Passage, told: Extent) -> int:
    """Give where the clause of the words ends; what a dash explains belongs to it."""
    number = passage.clause_at(told.end - 1)
    while number + 1 < len(passage.clauses) and passage.within(
        passage.clauses[number]
    ).endswith(_DASH):
        number += 1
    return passage.clauses[number].end


def _sufferer(
    passage: Passage, start: int, told: Extent, words: FrameWords
) -> str | None:
    """Give who stands last before a passive: "Huawei was added"."""
    text = passage.within(Extent(start, told.end))
    passive = words.passive.search(text) or words.undergone.search(text)
    if passive is None or passive.start() >= told.start - start:
        return None
    place = start + passive.start()
    before = [
        mention.thing
        for mention in passage.mentions
        if start <= mention.extent.start and mention.extent.end <= place
    ]
    return before[-1] if before else None


def _preposed(
    passage: Passage,
    start: int,
    end: int,
    told: Extent,
    names: Names,
    words: FrameWords,
) -> Iterator[tuple[int, str]]:
    """Give names with "to" or "against" before the words, and countries in one sign."""
    for group in groups_of(passage, names, words):
        place = group.extent.start
        if start < place < told.start and group.things:
            lead = Extent(max(start, place - _SIGN), place)
            if words.acted_on.search(passage.within(lead)):
                yield place, group.things[-1]
    shift = passage.extent.start
    for match in words.toward.finditer(passage.text, start - shift, end - shift):
        if match.lastgroup:
            yield match.start() + shift, f"place:{match.lastgroup}"


def place_of(
    passage: Passage,
    clause: Extent,
    frame: Frame,
    names: Names,
    words: FrameWords,
    actors: tuple[str, ...],
) -> str | None:
    """Give where something is done: a city of the clause, else a country behind "in".

    A frame that goes toward a place has it behind "to" as well. A city that only tells
    where another lies is not the place.
    """
    sign = words.place_to if frame.toward else words.place_in
    for sort in ("city", "place"):
        for mention in passage.mentions:
            fits = names.sorts[mention.thing] == sort
            place, end = mention.extent
            if not fits or not clause.start <= place < clause.end:
                continue
            if mention.thing in actors:
                continue
            lead = (
                passage.within(Extent(max(passage.extent.start, place - 8), place))
                if place > passage.extent.start
                else ""
            )
            behind = passage.text[end - passage.extent.start :]
            if words.near.match(behind) or words.near_to.search(lead):
                continue
            if sort == "city" or sign.search(lead):
                return mention.thing
    return None

"""Who acts in a clause: names that are one, names that act together, names aside."""

from collections.abc import Iterator
from dataclasses import dataclass

from antinomy.press.found import Mention
from antinomy.press.telling.frames import FrameWords, sort_of
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Passage
from antinomy.press.woven import Extent

_BEFORE = 6  # code points before a name that may set it aside
_REACH = 24  # code points between a firm and its chief, title between them


@dataclass(frozen=True, slots=True)
class Group:
    """Names that are one thing said twice or things that act together.

    ``things`` are who acts; ``extent`` runs from the first name to the last.
    """

    extent: Extent
    things: tuple[str, ...]


def groups_of(passage: Passage, words: FrameWords) -> tuple[Group, ...]:
    """Give the names of a passage by what they stand for, in order.

    Two countries in one word are a group of both.
    """
    found = [Group(m.extent, (m.thing,)) for m in passage.mentions]
    found += _paired(passage, words)
    found.sort(key=lambda group: group.extent)
    joined: list[Group] = []
    for group in found:
        if joined and (made := _joined(passage, joined[-1], group, words)):
            joined[-1] = made
        else:
            joined.append(group)
    return tuple(joined)


def _paired(passage: Passage, words: FrameWords) -> Iterator[Group]:
    taken = {at for m in passage.mentions for at in range(*m.extent)}
    for match in words.pair.finditer(passage.text):
        extent = Extent(*match.span()).shifted(passage.extent.start)
        if taken.isdisjoint(range(*extent)):
            yield Group(extent, tuple(words.pairs[sign] for sign in match.group()))


def _joined(
    passage: Passage, left: Group, right: Group, words: FrameWords
) -> Group | None:
    """Join two groups that stand side by side, or give None.

    A country before its firm and a firm before its chief give way to the last;
    names with "and" between them act together.
    """
    between = Extent(left.extent.end, right.extent.start)
    if between.end - between.start > _REACH:
        return None
    gap = passage.within(between) if between.end > between.start else ""
    extent = Extent(left.extent.start, right.extent.end)
    if gap and words.together.search(gap):
        return Group(extent, tuple(dict.fromkeys((*left.things, *right.things))))
    if gap in {"(", "（"}:
        return Group(extent, left.things)
    if words.titles.fullmatch(gap):
        return Group(extent, right.things)
    return None


def subject_of(
    passage: Passage,
    place: int,
    sorts: frozenset[str],
    names: Names,
    words: FrameWords,
) -> Group | None:
    """Give who acts at a place: in its clause before it, else in a clause before.

    A name set aside (with a preposition before it) does not act.
    """
    here = passage.clause_at(place)
    groups = [
        group
        for group in groups_of(passage, words)
        if group.extent.end <= place and _can_act(group, sorts, names)
    ]
    for number in range(here, -1, -1):
        clause = passage.clauses[number]
        for group in groups:
            inside = clause.start <= group.extent.start < clause.end
            if inside and not _is_aside(passage, group, names, words):
                return group
    return None


def object_of(
    passage: Passage,
    told: Extent,
    sorts: tuple[str, ...],
    names: Names,
    but: tuple[str, ...],
) -> Mention | None:
    """Give what is acted on: in or after the words, else before them in the clause."""
    clause = passage.clauses[passage.clause_at(told.start)]
    end = passage.clauses[passage.clause_at(told.end - 1)].end
    fitting = [
        (m, sort)
        for m in passage.mentions
        if (sort := sort_of(names.things[m.thing])) in sorts and m.thing not in but
    ]
    after = [f for f in fitting if told.start <= f[0].extent.start < end]
    before = [f for f in fitting if clause.start <= f[0].extent.start < told.start]
    near = after or before
    return min(near, key=lambda f: sorts.index(f[1]))[0] if near else None


def first_subject(
    passage: Passage, sorts: frozenset[str], names: Names, words: FrameWords
) -> Group | None:
    """Give who acts first in a sentence, for the next one to lean on."""
    for group in groups_of(passage, words):
        if _can_act(group, sorts, names) and not _is_aside(
            passage, group, names, words
        ):
            return group
    return None


def _can_act(group: Group, sorts: frozenset[str], names: Names) -> bool:
    return any(sort_of(names.things[thing]) in sorts for thing in group.things)


def _is_aside(passage: Passage, group: Group, names: Names, words: FrameWords) -> bool:
    """Tell whether a preposition sets a name aside; "at" does so to places alone."""
    start = max(passage.extent.start, group.extent.start - _BEFORE)
    if start == group.extent.start:
        return False
    lead = passage.within(Extent(start, group.extent.start))
    sorts = {sort_of(names.things[thing]) for thing in group.things}
    if words.located.search(lead):
        return bool(sorts & {"place", "city"})
    return bool(words.aside.search(lead))

"""Who acts in a clause: names that are one, names that act together, names aside."""

from collections.abc import Iterator, Sequence

from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Group, Passage
from antinomy.press.woven import Extent

_BEFORE = 6  # code points before a name that may set it aside
_REACH = 24  # code points between a firm and its chief, title between them


def groups_of(passage: Passage, names: Names, words: FrameWords) -> tuple[Group, ...]:
    """Give the names of a passage by what they stand for, in order.

    Two countries in one word are a group of both.
    """
    known = passage.grouped.get(id(words))
    if known is None:
        known = passage.grouped[id(words)] = _groups_of(passage, names, words)
    return known


def _groups_of(passage: Passage, names: Names, words: FrameWords) -> tuple[Group, ...]:
    found = [Group(m.extent, (m.thing,)) for m in passage.mentions]
    found += _paired(passage, words)
    found.sort(key=lambda group: group.extent)
    joined: list[Group] = []
    for group in found:
        if joined and (made := _joined(passage, joined[-1], group, names, words)):
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
    passage: Passage, left: Group, right: Group, names: Names, words: FrameWords
) -> Group | None:
    """Join two groups that stand side by side, or give None.

    A country before its firm and a firm before its chief give way to the last, a firm
    before the country of its branch does not; names with "and" between them act
    together, with a comma where they are of one sort.
    """
    between = Extent(left.extent.end, right.extent.start)
    if between.end - between.start > _REACH:
        return None
    gap = passage.within(between) if between.end > between.start else ""
    extent = Extent(left.extent.start, right.extent.end)
    sorts = [{names.sorts[t] for t in group.things} for group in (left, right)]
    if gap.startswith(",") and (
        not sorts[0] & sorts[1]
        or any(_only_modifies(passage, group, words) for group in (left, right))
    ):
        return None
    if not gap.strip() and sorts == [{"company"}, {"place"}]:
        return Group(extent, left.things)
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

    A name set aside (with a preposition before it) does not act, nor one that only
    says what another did or whose rival he is. Where the page or a speaker acts himself
    ("we"), or somebody no name tells, the group is of nothing.
    """
    own = _itself(passage, place, words)
    if own is not None:
        return own
    here = passage.clause_at(place)
    groups = [
        group
        for group in groups_of(passage, names, words)
        if group.extent.end <= place and _can_act(group, sorts, names)
    ]
    for number in range(here, -1, -1):
        clause = passage.clauses[number]
        opened = is_relative(passage, clause, words)
        if opened and number < here:
            continue
        inside = [g for g in groups if clause.start <= g.extent.start < clause.end]
        if (
            opened
            and not inside
            and (known := _antecedent(passage, groups, number, words))
        ):
            return known
        if not inside or words.fronted.match(passage.within(clause)):
            continue
        acting = [g for g in inside if not is_aside(passage, g, names, words)]
        if acting:
            return _last_opened(passage, acting, inside, place, words)
        if number == here and _is_of_others(passage, inside[-1], names, words):
            return Group(inside[-1].extent, ())
    return None


def is_relative(passage: Passage, clause: Extent, words: FrameWords) -> bool:
    """Tell whether a clause says more of a name before it: ", who called ..."."""
    return words.relative.match(passage.within(clause)) is not None


def _antecedent(
    passage: Passage, groups: Sequence[Group], number: int, words: FrameWords
) -> Group | None:
    """Give the name right before the comma of ", who ...", or nobody for a "who".

    What else the name is called may stand between: ", the minister, who ...".
    """
    clause = passage.clauses[number]
    before = passage.clauses[max(number - 1, 0)]
    called = words.apposition.match(passage.within(before)) is not None
    stops = (clause.start - 1, *((before.start - 1,) if called else ()))
    for group in reversed(groups):
        if group.extent.end in stops:
            return group
    of_person = passage.within(clause).lstrip().startswith("who")
    return Group(clause, ()) if of_person else None


def _last_opened(
    passage: Passage,
    acting: Sequence[Group],
    inside: Sequence[Group],
    place: int,
    words: FrameWords,
) -> Group:
    """Give the first that acts in a clause, or who does in what that one says."""
    first = acting[0]
    if first is inside[-1]:
        return first
    clause = passage.clauses[passage.clause_at(first.extent.start)]
    cut = _said_by(passage, first, min(place, clause.end), words)
    behind = (
        group
        for group in acting[1:]
        if (cut and group.extent.start >= cut)
        or words.conjunction.search(_lead(passage, group))
    )
    return next(behind, first)


def _is_of_others(
    passage: Passage, group: Group, names: Names, words: FrameWords
) -> bool:
    """Tell whether others act whom no name tells: "Samsung's critics said"."""
    aside = _is_set_aside(passage, group, names, words)
    return not aside and _only_modifies(passage, group, words)


def _itself(passage: Passage, place: int, words: FrameWords) -> Group | None:
    clause = passage.clauses[passage.clause_at(place)]
    if clause.start >= place:
        return None
    match = words.itself.search(passage.within(Extent(clause.start, place)))
    if match is None:
        return None
    return Group(Extent(*match.span()).shifted(clause.start), ())


def _said_by(
    passage: Passage, first: Group, place: int, words: FrameWords
) -> int | None:
    """Give where the words of who only says so end: "Huang said that ..."."""
    end = first.extent.end
    if end >= place:
        return None
    said = words.saying.search(passage.within(Extent(end, place)))
    return None if said is None else end + said.end()


def first_subject(
    passage: Passage, sorts: frozenset[str], names: Names, words: FrameWords
) -> Group | None:
    """Give who acts first in a sentence, for the next one to lean on."""
    for group in groups_of(passage, names, words):
        if _can_act(group, sorts, names) and not is_aside(passage, group, names, words):
            return group
    return None


def _can_act(group: Group, sorts: frozenset[str], names: Names) -> bool:
    return any(names.sorts[thing] in sorts for thing in group.things)


def is_aside(passage: Passage, group: Group, names: Names, words: FrameWords) -> bool:
    """Tell whether a name of `groups_of` is set aside, and does not act."""
    known = passage.asides.get(id(words))
    if known is None:
        grounds = _grounds(passage, words)
        known = passage.asides[id(words)] = frozenset(
            each.extent
            for each in groups_of(passage, names, words)
            if each.extent.start in grounds
            or _only_modifies(passage, each, words)
            or _is_set_aside(passage, each, names, words)
        )
    return group.extent in known


def _grounds(passage: Passage, words: FrameWords) -> frozenset[int]:
    """Give the places in "on the ground of", "under the name of"."""
    first = passage.extent.start
    return frozenset(
        first + place
        for match in words.adjunct.finditer(passage.text)
        for place in range(*match.span("ground"))
    )


def _only_modifies(passage: Passage, group: Group, words: FrameWords) -> bool:
    """Tell whether a name only says whose rival, customer or critic another is."""
    end = group.extent.end - passage.extent.start
    if words.other_party.match(passage.text, end):
        return True
    return words.followers.search(_lead(passage, group)) is not None


def _lead(passage: Passage, group: Group) -> str:
    end = group.extent.start - passage.extent.start
    return passage.text[max(0, end - _REACH) : end]


def _is_set_aside(
    passage: Passage, group: Group, names: Names, words: FrameWords
) -> bool:
    """Tell whether a preposition sets a name aside; "at" does so to places alone."""
    start = max(passage.extent.start, group.extent.start - _BEFORE)
    if words.era.match(passage.text, group.extent.end - passage.extent.start):
        return True
    if start == group.extent.start:
        return False
    lead = passage.within(Extent(start, group.extent.start))
    if words.located.search(lead):
        sorts = {names.sorts[thing] for thing in group.things}
        return bool(sorts & {"place", "city"})
    return bool(words.aside.search(lead))

"""Who does what a frame tells of: in its clause, behind "by", or told just before."""

from antinomy.press.telling.deeds import Telling, clause_of
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.names import Names
from antinomy.press.telling.passages import Group
from antinomy.press.telling.subjects import (
    first_subject,
    groups_of,
    is_aside,
    subject_of,
)
from antinomy.press.woven import Extent

_ACTING = frozenset(
    {"agency", "government", "place", "company", "organisation", "org", "person"}
)


def actors_at(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acts; where the words are passive, who stands behind the preposition."""
    passage, extent, frame = telling.passage, telling.extent, telling.frame
    clause = clause_of(telling)
    lead = Extent(clause.start, extent.start)
    passive = None
    if lead.end > lead.start:
        passive = words.passive.search(passage.within(lead))
    if passive is not None:
        place = lead.start + passive.end()
        for group in groups_of(passage, names, words):
            if place <= group.extent.start < extent.start:
                return group
        if extent.start - place <= len(passive.group()):
            return None
    told = Extent(clause.start, extent.end)
    undergone = words.undergone.search(passage.within(told))
    if undergone and (by := _behind_by(telling, names, words)):
        return by
    if undergone and undergone.start() < lead.end - lead.start:
        return None
    here = subject_of(passage, extent.start, frame.actor, names, words)
    return here or _inside(telling, names, words) or _carried(telling, names, words)


def _behind_by(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who stands behind "by" in the clause of what was done."""
    passage, end = telling.passage, clause_of(telling).end
    for group in groups_of(passage, names, words):
        start = group.extent.start
        if telling.extent.start < start < end:
            behind = Extent(telling.extent.start, start)
            if words.behind_by.search(passage.within(behind)):
                return group
    return None


def _inside(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acts within the words, as in "the guidance that BIS published"."""
    for group in groups_of(telling.passage, names, words):
        within = telling.extent.start < group.extent.start
        if within and group.extent.end <= telling.extent.end:
            if is_aside(telling.passage, group, names, words):
                return None
            sorts = {names.sorts[thing] for thing in group.things}
            return group if sorts & telling.frame.actor else None
    return None


def _carried(telling: Telling, names: Names, words: FrameWords) -> Group | None:
    """Give who acted in the sentence before, on the same line or gone on from it.

    What was done to somebody, by nobody named, is laid at no door, and a sentence
    with a subject of its own borrows none.
    """
    before, passage = telling.before, telling.passage
    told = passage.within(telling.extent)
    settles = telling.frame.revises | telling.frame.retracts
    if before is None or words.passive.search(told):
        return None
    if words.undergone.search(told) and not settles:
        return None
    if subject_of(passage, telling.extent.start, _ACTING, names, words) is not None:
        return None
    lead = passage.text[: telling.extent.start - passage.extent.start]
    goes_on = words.goes_on.match(passage.text) or words.office.search(lead)
    if before.line == passage.line or (goes_on and before.line + 1 == passage.line):
        return first_subject(before, telling.frame.actor, names, words)
    return None

"""What a withdrawal is about, and whether something told before is about it."""

from collections.abc import Iterable

from antinomy.press.found import Event, Statement
from antinomy.press.telling.frames import FrameWords
from antinomy.press.telling.mentions import find_mentions
from antinomy.press.telling.names import Names


def side_of(things: Iterable[str], names: Names) -> set[str]:
    """Give things with what they belong to: a minister, his agency and its country."""
    side, fresh = set[str](), set(things)
    while fresh:
        side |= fresh
        owners = {names.things[thing].of for thing in fresh}
        fresh = {owner for owner in owners if owner} - side
    return side


def is_another_matter(
    withdrawal: Event,
    told: Event | Statement,
    text: str,
    names: Names,
    words: FrameWords,
) -> bool:
    """Tell whether a withdrawal says what it is about, and it is not what was told.

    "Withdrew its remarks on duties" takes back nothing that shares neither a thing
    nor a word with "duties".
    """
    about = _matter(withdrawal.extents[0].of(text), words)
    if about is None:
        return False
    place = told.extents[0]
    before = place.of(text)
    if not _content(about, words).isdisjoint(_content(before, words)):
        return False
    meant, held = _things(about, names), _things(before, names)
    acted_on = held - side_of(withdrawal.actors, names)
    kin = meant & side_of(held, names) or acted_on & side_of(meant, names)
    return not kin


def _matter(told: str, words: FrameWords) -> str | None:
    """Give what a withdrawal names as its matter last, or None where it names none."""
    found = [next(filter(None, m.groups())) for m in words.matter.finditer(told)]
    return found[-1] if found else None


def _content(text: str, words: FrameWords) -> set[str]:
    """Give the beginnings of Latin words and the pairs of Chinese signs."""
    return {m["pair"] or m[0] for m in words.content.finditer(text.lower())}


def _things(text: str, names: Names) -> set[str]:
    return {mention.thing for mention in find_mentions(text, names)}

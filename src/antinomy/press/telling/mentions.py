"""Where a page names a thing: the longest name at every place, in its context."""

from antinomy.press.found import Mention
from antinomy.press.telling.names import Names
from antinomy.press.woven import Extent

_CONTEXT = 12  # code points on either side that a rule of context may look at


def find_mentions(text: str, names: Names) -> tuple[Mention, ...]:
    """Find the names in a twin text, in its order, none inside another."""
    found = []
    for index, start, end in names.automaton.find_matches_as_indexes(text):
        if not _stands_alone(text, start, end):
            continue
        name = names.spelled[index]
        thing = _thing(text, Extent(start, end), name, names)
        if thing is not None:
            found.append(Mention(Extent(start, end), thing))
    return tuple(found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Refuse a Latin name inside a longer word or number."""
    inside_before = start > 0 and _joins(text[start - 1], text[start])
    return not (inside_before or (end < len(text) and _joins(text[end - 1], text[end])))


def _joins(left: str, right: str) -> bool:
    return left.isascii() and right.isascii() and left.isalnum() and right.isalnum()


def _thing(text: str, extent: Extent, name: str, names: Names) -> str | None:
    before = text[max(0, extent.start - _CONTEXT) : extent.start]
    after = text[extent.end : extent.end + _CONTEXT]
    guard = names.guards.get(name)
    if guard is not None and (
        (guard.before is not None and guard.before.search(before))
        or (guard.after is not None and guard.after.search(after))
    ):
        return None
    capital = names.capitals.get(name)
    if capital is not None:
        beside = names.city_before.search(before) or names.city_after.search(after)
        speaks = names.government_after.search(after)
        return capital.city if beside and not speaks else capital.government
    thing = names.by_name[name]
    if name in names.bare and _is_foreign(before, thing, names):
        return None
    return thing


def _is_foreign(before: str, thing: str, names: Names) -> bool:
    """Tell whether another country's name stands right before a bare ministry."""
    home = names.things[thing].of
    for size in range(1, len(before) + 1):
        other = names.by_name.get(before[-size:])
        if other is not None and other.startswith("place:"):
            return other != home
    return False

"""What of an HTML page nobody sees: scripts, styles, comments, declarations.

It is blanked with a character of no meaning, so that every place stays where it was.
"""

import re
from dataclasses import dataclass

from antinomy.press.woven import Extent

# White space to Python, so that it falls away at the ends of a text by itself.
BLANK = "\x1f"


@dataclass(frozen=True, slots=True)
class Blanked:
    """A page as long as before, with what is hidden blanked.

    ``scripts`` are the extents of the contents of script elements with their tags'
    attributes; ``unclosed`` is where something hidden begins that never ends.
    """

    text: str
    scripts: tuple[tuple[str, Extent], ...]
    unclosed: int | None


def blank(text: str, hidden: frozenset[str]) -> Blanked:
    """Blank what is hidden.

    >>> blank("a<!-- b -->c", frozenset({"script"})).text.replace(BLANK, "")
    'ac'
    """
    openers = _openers(hidden)
    kept: list[str] = []
    scripts: list[tuple[str, Extent]] = []
    unclosed = None
    place = 0
    while found := openers.search(text, place):
        start = found.start()
        end, inside = _end(text, found)
        if inside and found[1].lower() == "script":
            scripts.append((found[0], inside))
        if end is None:
            unclosed = start
            end = len(text)
        kept.append(text[place:start])
        kept.append(BLANK * (end - start))
        place = end
    kept.append(text[place:])
    return Blanked("".join(kept), tuple(scripts), unclosed)


def _end(text: str, found: re.Match[str]) -> tuple[int | None, Extent | None]:
    """Give where a hidden thing ends, None where it never does, and its inside."""
    if found[0].startswith("<!--"):
        end = text.find("-->", found.start() + 2)
        return (None if end < 0 else end + 3), None
    if found[1] is None:
        end = text.find(">", found.end())
        return (None if end < 0 else end + 1), None
    closer = re.compile(rf"</{found[1]}(?=[\s/>])[^>]*>?", re.IGNORECASE)
    close = closer.search(text, found.end())
    if close is None:
        return None, Extent(found.end(), len(text))
    return close.end(), Extent(found.end(), close.start())


def _openers(hidden: frozenset[str]) -> re.Pattern[str]:
    """Find where something hidden begins; group 1 is the element's name, if it is one.

    The look at one letter first keeps the many other tags cheap.
    """
    first = "".join(sorted({name[0] for name in hidden}))
    names = "|".join(sorted(hidden))
    return re.compile(
        rf"""<(?:!--|[!?]|(?=[{first}{first.upper()}])((?i:{names}))(?=[\s/>])"""
        r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+(?:>|[^>]*+>?))"""
    )

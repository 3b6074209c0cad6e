"""How the tags of an HTML page are told from its text.

The pattern never fails once a name is read and never turns back, so that each character
is looked at once or twice, whatever is left open.
"""

import re

BLANK = "\x1f"
"""Stands for a NUL: white space to Python, so that it falls away at both ends."""

# A quotation mark opens a value only after "=".
_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+>?"""
_COMMENT = r"!--(?:-?>|(?:[^-]++|-(?!->))*+(?:-->)?)"
_TEXT = r"[^<]*+(?:<(?![a-zA-Z!?]|/[a-zA-Z])[^<]*+)*+"

_PARTING = "= /\n\t\r\f"  # one of them stands beside each attribute
LONG = 400
"""Characters from which a tag may have so many attributes that parsers are slow."""


def tag_pattern(hidden: frozenset[str]) -> re.Pattern[str]:
    """Match a tag and the text after it: (tag, hidden element, name, text after).

    An element of which nobody sees the content is one tag with all of it, and so is a
    comment or a declaration; they have no name. A closing tag's name begins with "/".

    >>> tag_pattern(frozenset({"script"})).findall("<p>a<script>b</script>c<!-- d -->")
    [('<p>', '', 'p', 'a'), ('<script>b</script>', 'script', '', 'c'),
     ('<!-- d -->', '', '', '')]
    """
    first = "".join(sorted({name[0] for name in hidden}))
    names = "|".join(sorted(hidden))
    unseen = (
        rf"(?=[{first}{first.upper()}])((?i:{names}))(?=[\s/>]){_ATTRIBUTES}"
        r"(?:[^<]++|<(?!/(?i:\2)[\s/>]))*+(?:</(?i:\2)[^>]*+>?)?"
    )
    seen = rf"(/?[a-zA-Z][^\s/>]*+){_ATTRIBUTES}"
    return re.compile(rf"(<(?:{unseen}|{seen}|{_COMMENT}|[!?][^>]*+>?))({_TEXT})")


def pairs_in(tag: str) -> int:
    """Give at most how many pairs of attributes a tag has: parsers compare each.

    >>> pairs_in("<p a=1 b=2>") >= 1
    True
    """
    count = sum(map(tag.count, _PARTING))
    return count * count // 2


def is_closed(tag: str, element: str | None) -> bool:
    """Tell whether something hidden has its end.

    >>> is_closed("<!-- a -->", None), is_closed("<script>a", "script")
    (True, False)
    """
    if element is None:
        return tag.endswith("-->" if tag.startswith("<!--") else ">")
    return re.search(rf"</{element}[^>]*>$", tag, re.IGNORECASE) is not None

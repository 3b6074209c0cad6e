"""Plain lines as a page of HTML, and which of them a reader's text still holds.

The wrapping is neutral: it tells no tool what is an article. It comes in two forms:
every line a paragraph; and lines that begin with a list's sign as items with a link.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Literal

Form = Literal["flat", "lists"]
FORMS: tuple[Form, ...] = ("flat", "lists")
SHORT = 8  # characters; a line so short may stand inside another by chance
_SIGN = re.compile(r"^\s*(?:[-•*·»■]|>>|\d+\.|\(\d+\)|【\d+】)\s*")
_BULLET = re.compile(r"^\s*[-•*·»■]\s*\S")
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_HAN = re.compile(r"[\u4e00-\u9fff]")


def page_of(lines: Sequence[str], form: Form) -> str:
    """Write lines as HTML."""
    body = "\n".join(_blocks(lines, form))
    head = '<meta charset="utf-8"><title></title>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n{body}\n</body></html>"


def _blocks(lines: Sequence[str], form: Form) -> Iterator[str]:
    inside = False
    for line in lines:
        is_item = form == "lists" and _BULLET.match(line) is not None
        if is_item != inside:
            yield "<ul>" if is_item else "</ul>"
            inside = is_item
        if is_item:
            yield f'<li><a href="#">{escape(_SIGN.sub("", line))}</a></li>'
        elif line.strip():
            yield f"<p>{escape(line)}</p>"
    if inside:
        yield "</ul>"


def plain(line: str) -> str:
    """Give a line without spaces, unseen characters and the sign of a list."""
    return _UNSEEN.sub("", _SIGN.sub("", line))


def held(lines: Sequence[str], told: str) -> list[bool]:
    r"""Say of each line whether a reader's text holds it.

    >>> held(["芯片 出口", "- 热门"], "芯片出口\\n别的")
    [True, False]
    """
    apart = {plain(line) for line in told.splitlines()}
    joined = _UNSEEN.sub("", told)
    found = []
    for line in lines:
        words = plain(line)
        found.append(words in apart or (len(words) >= SHORT and words in joined))
    return found


def language_of(text: str) -> str:
    """Tell Chinese from other text, as a yardstick wants to be told."""
    return "zh" if len(_HAN.findall(text)) * 10 > len(text) else "en"

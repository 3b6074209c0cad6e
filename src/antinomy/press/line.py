"""A line of a page, before and after it was judged.

A physical line of a plain text or a block of a page: both are lines to the reader. No
line is ever deleted: one that is not read further says of what kind it is and by which
rule.
"""

from typing import Literal, NamedTuple

from antinomy.press.woven import Extent, Woven

Role = Literal[
    "body", "heading", "title", "citation", "metadata", "boilerplate", "blank"
]

READ = frozenset({"body", "heading", "title"})


class Line(NamedTuple):
    """A line and where it stands.

    ``number`` counts from 1; ``extent`` is its place in the decoded source, ``woven``
    its text made of that source; ``tag`` is the block's element, "" in plain text;
    ``linked`` is the share, 0 to 1, of its characters inside links; ``outside`` says
    that the voices hold it to lie outside the article.
    """

    number: int
    extent: Extent
    woven: Woven
    tag: str = ""
    linked: float = 0.0
    outside: bool = False

    @property
    def text(self) -> str:
        """Give the line as read."""
        return self.woven.text


class Judged(NamedTuple):
    """A line with its role; one that is not read names its kind and the rule."""

    line: Line
    role: Role
    kind: str = ""
    rule: str = ""

    @property
    def is_read(self) -> bool:
        """Tell whether claims may be taken from the line."""
        return self.role in READ

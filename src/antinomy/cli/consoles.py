"""The terminal that pages are printed on."""

import re
from functools import partial

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as RichText

_PIPE_WIDTH = 100
# Controls but tab and line feed, separators, halves of characters, and what turns the
# direction of writing: a terminal obeys them, or shows a text in another order.
_HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e"
    "\\u2066-\\u2069\\ud800-\\udfff]"
)


def console() -> Console:
    """Give a console for standard output; a pipe gets plain text 100 columns wide.

    Nothing printed on it is markup: a name may hold brackets or colons.
    """
    bare = partial(Console, highlight=False, markup=False, emoji=False)
    made = bare(soft_wrap=False)
    return made if made.is_terminal else bare(width=_PIPE_WIDTH)


def print_line(out: Console, text: str, style: str = "") -> None:
    """Print a line; what does not fit goes on below it, indented as far."""
    bare = text.lstrip(" ")
    shown = plain(bare, style)
    out.print(Padding(shown, (0, 0, 0, len(text) - len(bare)), expand=False))


def print_address(out: Console, address: str, indent: str) -> None:
    """Print an address in one piece, so that it can be opened."""
    if address:
        out.print(plain(f"{indent}{address}", "dim"), soft_wrap=True)


def plain(text: str, style: str = "") -> RichText:
    r"""Give text as it is, for a line or a cell: nothing in it steers the terminal.

    Brackets are no markup, and what is not seen is spelt out.

    >>> plain("[/bold] \x1b[31m \u202e").plain
    '[/bold] \\x1b[31m \\u202e'
    """
    return RichText(_HIDDEN.sub(_spelt, text), style=style)


def _spelt(found: re.Match[str]) -> str:
    return ascii(found[0])[1:-1]

"""The terminal that pages are printed on."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text as RichText

_PIPE_WIDTH = 100


def console() -> Console:
    """Give a console for standard output; a pipe gets plain text 100 columns wide."""
    made = Console(highlight=False, soft_wrap=False)
    return made if made.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)


def print_line(out: Console, text: str, style: str = "") -> None:
    """Print a line; what does not fit goes on below it, indented as far."""
    bare = text.lstrip(" ")
    shown = RichText(bare, style=style)
    out.print(Padding(shown, (0, 0, 0, len(text) - len(bare)), expand=False))


def print_address(out: Console, address: str, indent: str) -> None:
    """Print an address in one piece, so that it can be opened."""
    if address:
        out.print(RichText(f"{indent}{address}", style="dim"), soft_wrap=True)

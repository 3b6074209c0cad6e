"""The terminal that pages are printed on."""

from rich.console import Console

_PIPE_WIDTH = 100


def console() -> Console:
    """Give a console for standard output; a pipe gets plain text 100 columns wide."""
    made = Console(highlight=False, soft_wrap=False)
    return made if made.is_terminal else Console(highlight=False, width=_PIPE_WIDTH)

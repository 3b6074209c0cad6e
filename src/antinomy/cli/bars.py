"""Bars that show how far long work is."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn


def bar(what: str) -> Progress:
    """Give a bar on standard error, which a pipe does not see."""
    error = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    return Progress(
        *columns, console=error, transient=True, disable=not error.is_terminal
    )

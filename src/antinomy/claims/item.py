"""The kinds of item that a claim may be."""

from typing import Final

from antinomy.claims.event import Event
from antinomy.claims.figure import Figure
from antinomy.claims.holding import Holding, Listing
from antinomy.claims.statement import Statement

Item = Event | Statement | Figure | Listing | Holding

# The word that begins an item's id, and names its kind in files.
KINDS: Final = ("event", "statement", "figure", "listing", "holding")


def kind_of(item: Item) -> str:
    """Name the kind of an item as files do."""
    return type(item).__name__.lower()

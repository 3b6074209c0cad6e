"""Official lists as their publishers give them: rows, versions, what came and went."""

from antinomy.lists.designation import ADDRESS, Designation, Loaded
from antinomy.lists.listfile import ListFile
from antinomy.lists.loading import READERS, load_list, load_rows
from antinomy.lists.quirks import split
from antinomy.lists.versions import Delta, Designated, delta, history, shrunk
from antinomy.lists.words import ListWords

__all__ = [
    "ADDRESS",
    "READERS",
    "Delta",
    "Designated",
    "Designation",
    "ListFile",
    "ListWords",
    "Loaded",
    "delta",
    "history",
    "load_list",
    "load_rows",
    "shrunk",
    "split",
]

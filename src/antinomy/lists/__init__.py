"""Official lists as their publishers give them: rows, versions, what came and went."""

from antinomy.lists.designation import ADDRESS, Designation, Loaded
from antinomy.lists.listfile import ListFile
from antinomy.lists.loading import READERS, load_list, load_rows
from antinomy.lists.quirks import split
from antinomy.lists.versions import Delta, delta, shrunk
from antinomy.lists.words import ListWords

__all__ = [
    "ADDRESS",
    "READERS",
    "Delta",
    "Designation",
    "ListFile",
    "ListWords",
    "Loaded",
    "delta",
    "load_list",
    "load_rows",
    "shrunk",
    "split",
]

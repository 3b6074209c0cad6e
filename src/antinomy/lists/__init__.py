"""Official lists as their publishers give them: rows, versions, what came and went."""

from antinomy.lists.designation import Designation, Loaded
from antinomy.lists.loading import load_rows
from antinomy.lists.versions import Delta, delta, shrunk

__all__ = ["Delta", "Designation", "Loaded", "delta", "load_rows", "shrunk"]

"""The frozen value of one question: law, catalogue and lists on one day."""

from antinomy.view.view import Packs, View, open_packs, view_moved_to, view_on

__all__ = ["Packs", "View", "open_packs", "view_moved_to", "view_on"]

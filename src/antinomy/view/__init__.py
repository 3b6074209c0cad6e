"""The frozen value of one question: law, catalogue, lists on a day as known by a day."""

from antinomy.view.view import Packs, View, open_packs, view_on

__all__ = ["Packs", "View", "open_packs", "view_on"]

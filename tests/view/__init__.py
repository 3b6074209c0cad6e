"""Packs opened together, and the view of one day."""

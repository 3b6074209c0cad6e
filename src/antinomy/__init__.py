"""Antinomy: what the laws of several jurisdictions say of one AI-chip transaction."""

__version__ = "0.1.0"

"""The command line: it translates, builds the view, and decides nothing."""

from antinomy.cli.app import main

__all__ = ["main"]

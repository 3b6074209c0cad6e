"""The shipped law, loaded once."""

from pathlib import Path

import pytest

import antinomy
from antinomy.law import Law
from antinomy.view import open_packs


@pytest.fixture(scope="session")
def shipped() -> Law:
    """Give the law of the shipped packs."""
    return open_packs(Path(antinomy.__file__).parent / "packs").law

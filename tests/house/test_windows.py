"""Each room's `__init__` is its shop window; ruff keeps it sorted."""

from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "antinomy"
ROOMS = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_shows_what_it_has(room: str) -> None:
    """What a room offers is named once, and there."""
    shop = import_module(f"antinomy.{room}")
    offered = list(shop.__all__)

    assert len(set(offered)) == len(offered)
    assert [] == [name for name in offered if not hasattr(shop, name)]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_is_for(room: str) -> None:
    """A room opens with a sentence about its duty."""
    assert import_module(f"antinomy.{room}").__doc__

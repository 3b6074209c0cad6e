"""Names of counterparties, made from names that are there by mechanical changes."""

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[str, Random], str]


def _as_it_is(name: str, _: Random) -> str:
    return name


def _large(name: str, _: Random) -> str:
    return name.upper()


def _without_last(name: str, _: Random) -> str:
    return " ".join(name.split()[:-1]) or name


def _without_letter(name: str, chance: Random) -> str:
    at = chance.randrange(max(len(name), 1))
    return name[:at] + name[at + 1 :]


def _swapped(name: str, chance: Random) -> str:
    at = chance.randrange(max(len(name) - 1, 1))
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def _joined(name: str, _: Random) -> str:
    return name.replace(" ", "", 1)


def _formal(name: str, _: Random) -> str:
    return f"{name} Co., Ltd."


def _placed(name: str, chance: Random) -> str:
    return f"{name} ({chance.choice(('China', 'Hong Kong', 'Singapore', 'Malaysia'))})"


CHANGES: tuple[Change, ...] = (
    _as_it_is,
    _large,
    _without_last,
    _without_letter,
    _swapped,
    _joined,
    _formal,
    _placed,
)


def counterparties(names: Sequence[str], count: int, seed: int = 5) -> list[str]:
    """Draw names and change each in one way."""
    chance = Random(seed)  # noqa: S311 - a die, not a secret
    return [
        chance.choice(CHANGES)(chance.choice(names), chance)[:300] for _ in range(count)
    ]

"""Deals from a seed, as plain dicts: one to three items, two to four parties.

A fact that is not known is absent. Lists are complete.
"""

import random
from typing import Any

from rules.shape import CODES, FACTS, PLACES

Deal = dict[str, Any]  # what any JSON reader gives


def make(count: int, unknown: float, seed: int) -> list[Deal]:
    """Make deals in which each fact is unknown with a given chance."""
    dice = random.Random(seed)  # noqa: S311 - no secret, a repeatable draw
    return [_deal(dice, unknown) for _ in range(count)]


def _deal(dice: random.Random, unknown: float) -> Deal:
    deal = _facts(dice, "transaction", unknown)
    deal["items"] = [_facts(dice, "item", unknown) for _ in range(dice.randint(1, 3))]
    deal["parties"] = [
        _facts(dice, "party", unknown) for _ in range(dice.randint(2, 4))
    ]
    return deal


def _facts(dice: random.Random, scope: str, unknown: float) -> Deal:
    found: Deal = {}
    for name, (of, kind, least, most) in FACTS.items():
        if of != scope:
            continue
        value: object
        match kind:
            case "flag":
                value = dice.random() < (0.15 if name == "listed" else 0.4)
            case "number":
                value = dice.randint(least, most)
            case "decimal":
                value = dice.randint(least, most) / 100
            case "place":
                value = dice.choice(PLACES)
            case _:
                value = dice.choice(CODES[name])
        if dice.random() >= unknown:
            found[name] = value
    return found

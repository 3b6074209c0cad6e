"""Engines shared by days on which every rule stands the same."""

from antinomy.law import LawOn
from antinomy.verdict.engine import Engine, engine_of


class Engines:
    """Compile the law of a day once for all days that are like it."""

    def __init__(self) -> None:
        self._kept: dict[object, Engine] = {}

    def of(self, law: LawOn) -> Engine:
        """Give the engine of a day's law."""
        key = _likeness(law)
        if key not in self._kept:
            self._kept[key] = engine_of(law)
        return self._kept[key]


def _likeness(law: LawOn) -> object:
    """Give what two days have in common where their rules are the same."""
    rules = tuple(
        (
            found.state,
            found.version and found.version.opened_by,
            found.instead and found.instead.opened_by,
            found.binds_either_way,
        )
        for found in law.standings.values()
    )
    return rules, tuple(law.live.sets.items())

"""A red flag as raised on one case: what shows it, and where in the file it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from antinomy.catalogue import RedFlag, RedFlagRules
from antinomy.routes.case import Case
from antinomy.routes.period import ANY_TIME, Period
from antinomy.routes.record import place_code
from antinomy.values import Day, Json
from antinomy.view import View


@dataclass(frozen=True, slots=True)
class Setting:
    """What flags are looked for in: the case, the rules, and the law of its day.

    ``climbed`` gives the seat of the ultimate parent of each party whose holdings lead
    to one; ``known_seats`` keeps what was climbed by parents.
    """

    case: Case
    rules: RedFlagRules
    view: View
    climbed: Mapping[str, str] = field(default_factory=dict)
    known_seats: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def on(self) -> Day:
        """Give the day asked about."""
        return self.view.on

    def place(self, text: str) -> str:
        """Give the code of a place named by code or name, empty where it is none."""
        names = self.view.packs.catalogue.places.names
        return place_code(text, names, self.rules)

    def is_embargoed(self, place: str) -> bool:
        """Tell whether a place is of Country Group D:5, or Macau, on the day."""
        sets = self.view.law.live.sets
        return place in sets[self.view.packs.ownership.headquarters].certain


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing in the file that shows a flag, by the sign it is."""

    code: str
    sign: str
    where: str
    value: str = ""
    on: Period | None = None
    more: Mapping[str, Json] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """Give the day as text, empty where the file states none."""
        return "" if self.on is None or self.on == ANY_TIME else str(self.on)


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag with all that shows it."""

    rule: RedFlag
    evidence: tuple[Evidence, ...]

    @property
    def code(self) -> str:
        """Give the code of the flag."""
        return self.rule.code

    @property
    def weight(self) -> int:
        """Give the weight of the heaviest sign seen."""
        signs = (self.rule.signs[each.sign] for each in self.evidence)
        return max(sign.weight or self.rule.weight for sign in signs)


def gathered(found: Iterable[Evidence], rules: RedFlagRules) -> tuple[Flag, ...]:
    """Gather evidence by flag, in the order of the pack; once for one place."""
    by_code: dict[str, dict[tuple[str, str], Evidence]] = {}
    for each in found:
        kept = by_code.setdefault(each.code, {})
        kept.setdefault((each.sign, each.where), each)
    return tuple(
        Flag(rule, tuple(by_code[code].values()))
        for code, rule in rules.flags.items()
        if code in by_code
    )

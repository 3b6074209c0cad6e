"""Where it goes: movements, balances, payments, sites, red flags, who is reached."""

from antinomy.routes.balance import Balance, balances
from antinomy.routes.case import Case
from antinomy.routes.disposition import Disposition, Outcome
from antinomy.routes.facts import Actor, Movement
from antinomy.routes.flag import Evidence, Flag
from antinomy.routes.judging import Judgement, judge
from antinomy.routes.reach import Reached, origins_of, reached
from antinomy.routes.reading import cases_in
from antinomy.routes.report import because, judgement_json, parent_json, what

__all__ = [
    "Actor",
    "Balance",
    "Case",
    "Disposition",
    "Evidence",
    "Flag",
    "Judgement",
    "Movement",
    "Outcome",
    "Reached",
    "balances",
    "because",
    "cases_in",
    "judge",
    "judgement_json",
    "origins_of",
    "parent_json",
    "reached",
    "what",
]

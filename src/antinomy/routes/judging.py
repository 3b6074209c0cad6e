"""Look at one path of supply for all flags, and say what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.routes.aggregate import aggregate_flags, gaps_of
from antinomy.routes.answering import majority_held, sifted
from antinomy.routes.balance import Balance, balances
from antinomy.routes.case import Case
from antinomy.routes.disposition import Outcome, binds, conflict_of, dispose
from antinomy.routes.facts import Claim
from antinomy.routes.flag import Evidence, Flag, Setting, gathered
from antinomy.routes.holder import answers_of, captured, holder_flags
from antinomy.routes.identity import identity_flags
from antinomy.routes.matter import goods_flags
from antinomy.routes.money import money_flags
from antinomy.routes.paper import notice_flags, paper_flags, permit_stands
from antinomy.routes.placing import place_flags
from antinomy.routes.reach import Reached, origins_of, reached
from antinomy.routes.record import Prose
from antinomy.routes.said import read_said
from antinomy.routes.seat import seat_flags
from antinomy.routes.statistics import Gap
from antinomy.view import View

_PERMIT = "RF-PERMIT"
_SUSPICION = 2  # weight of a flag that makes misuse suspected


@dataclass(frozen=True, slots=True)
class Judgement:
    """The flags of a case with their evidence, and what follows.

    ``answered`` are signs that another statement of the same file answers. ``denied``
    are signs that a text speaks of and denies, ``unread`` the prose that shows nothing.
    """

    setting: Setting
    flags: tuple[Flag, ...]
    outcome: Outcome
    balances: tuple[Balance, ...]
    gaps: tuple[Gap, ...]
    reached: Mapping[str, Reached]
    conflict: tuple[Claim, ...]
    answered: tuple[Evidence, ...]
    denied: tuple[Evidence, ...]
    unread: tuple[Prose, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Give the codes raised."""
        return tuple(flag.code for flag in self.flags)


def judge(case: Case, view: View) -> Judgement:
    """Judge one case on the day of a view."""
    answers = answers_of(case, view)
    seats = {each.subject: each.parent.seat or "" for each in answers}
    setting = Setting(case, view.packs.red_flags, view, seats)
    reading = read_said(case, case.known, setting.rules)
    kept = tuple(balances(case))
    found_gaps = gaps_of(setting)
    shown, answered = sifted(setting, reading.shown, kept)
    found = [
        *identity_flags(setting),
        *money_flags(setting),
        *place_flags(setting),
        *goods_flags(setting, kept),
        *paper_flags(setting, reading.shown),
        *seat_flags(setting),
        *holder_flags(setting, answers),
        *aggregate_flags(setting, found_gaps),
        *shown,
    ]
    found, no_permit = _permits_sifted(found, setting)
    flags = gathered(found, setting.rules)
    held = captured(answers)
    if binds(setting):
        held |= majority_held(setting, reading.shown)
    return Judgement(
        setting=setting,
        flags=flags,
        outcome=dispose(setting, flags, reading, held),
        balances=kept,
        gaps=tuple(found_gaps),
        reached=reached(case.out_of, origins_of(case.movements)),
        conflict=conflict_of(setting, reading),
        answered=(*answered, *no_permit),
        denied=reading.denied,
        unread=reading.unread,
    )


def _permits_sifted(
    found: list[Evidence], setting: Setting
) -> tuple[list[Evidence], list[Evidence]]:
    """Part missing permits into those that were due and those that were not.

    Whether misuse is suspected is told by the other flags; where it is, and nothing is
    said of a notice, that is a question too.
    """
    others = [each for each in found if each.code != _PERMIT]
    weights = (flag.weight for flag in gathered(others, setting.rules))
    is_suspected = any(weight >= _SUSPICION for weight in weights)
    missing = [each for each in found if each.code == _PERMIT]
    if is_suspected:
        missing += notice_flags(setting)
    due: list[Evidence] = []
    not_due: list[Evidence] = []
    for each in missing:
        is_due = permit_stands(each, setting, is_suspected=is_suspected)
        (due if is_due else not_due).append(each)
    return [*others, *due], not_due

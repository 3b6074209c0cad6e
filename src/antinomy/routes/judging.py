"""Look at one path of supply for all flags, and say what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.routes.aggregate import aggregate_flags, gaps_of
from antinomy.routes.balance import Balance, balances
from antinomy.routes.case import Case, Claim
from antinomy.routes.disposition import Outcome, conflict_of, dispose
from antinomy.routes.flag import Evidence, Flag, Setting, gathered
from antinomy.routes.holder import answers_of, captured, holder_flags
from antinomy.routes.identity import identity_flags, is_of_known_group, large_order
from antinomy.routes.matter import goods_flags
from antinomy.routes.money import money_flags
from antinomy.routes.paper import notice_flags, paper_flags
from antinomy.routes.placing import place_flags
from antinomy.routes.reach import Reached, origins_of, reached
from antinomy.routes.record import Prose
from antinomy.routes.said import Reading, read_said
from antinomy.routes.seat import seat_flags, users_of
from antinomy.routes.statistics import Gap
from antinomy.view import View

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
    setting = Setting(case, view.packs.red_flags, view)
    reading = read_said(case, case.known, setting.rules)
    kept = tuple(balances(case))
    found_gaps = gaps_of(setting)
    answers = answers_of(setting)
    shown, answered = _sifted(setting, reading)
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
    flags = gathered(found, setting.rules)
    if any(flag.rule.weight >= _SUSPICION for flag in flags):
        flags = gathered([*found, *notice_flags(setting)], setting.rules)
    return Judgement(
        setting=setting,
        flags=flags,
        outcome=dispose(setting, flags, reading, captured(answers)),
        balances=kept,
        gaps=tuple(found_gaps),
        reached=reached(case.out_of, origins_of(case.movements)),
        conflict=conflict_of(setting, reading),
        answered=answered,
        denied=reading.denied,
        unread=reading.unread,
    )


def _sifted(
    setting: Setting, reading: Reading
) -> tuple[list[Evidence], tuple[Evidence, ...]]:
    """Part the signs of prose into those that stand and those the file answers."""
    by_place = {words.where: words for words in setting.case.prose}
    stands, answered = [], []
    for evidence in reading.shown:
        words = by_place[evidence.where]
        kept = stands if _stands(evidence, words, setting) else answered
        kept.append(evidence)
    return stands, tuple(answered)


def _stands(evidence: Evidence, words: Prose, setting: Setting) -> bool:
    """Tell whether a sign of prose stands beside what the fields say."""
    case = setting.case
    actor = case.actor(words.party) if words.party else None
    match evidence.code:
        case "RF-HQ":
            users = {user.id for user in users_of(setting)}
            named = {recipient.id for recipient in case.recipients}
            return actor is None or (actor.id in named and actor.id not in users)
        case "RF-NEWCO" if actor is not None:
            return not is_of_known_group(actor, setting)
        case "RF-FIRST":
            buyers = [actor] if actor else list(case.recipients)
            known = [b for b in buyers if _states_size(b.id, setting)]
            return not known or any(large_order(b, setting) for b in known)
        case _:
            return True


def _states_size(name: str, setting: Setting) -> bool:
    case = setting.case
    came = case.into.get(name, ())
    has_goods = any(goods.amount for goods in case.goods)
    return has_goods or any(m.amount or m.usd for m in came)

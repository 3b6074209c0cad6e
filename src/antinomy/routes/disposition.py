"""What follows from the flags of a case: clear, inquire, hold, refuse or license.

Independent classes of evidence count; restatements of one fact do not. Statistics never
go beyond a question, and where sourced statements conflict both are shown and the
question is put. A licence is certain only where goods, recipient and rule all are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from antinomy.law import State
from antinomy.routes.facts import Actor, Claim, Movement
from antinomy.routes.flag import Flag, Setting
from antinomy.routes.matter import is_named_controlled
from antinomy.routes.period import ANY_TIME
from antinomy.routes.said import Reading
from antinomy.routes.seat import embargoed_seat, users_of

_GRAVE_PROOF = ("RF-SERIAL", "RF-DESC", "RF-REPACK", "RF-LOCATION")


class Disposition(Enum):
    """What to do, from the mildest to the strictest."""

    CLEAR = "clear"
    INQUIRE = "inquire"
    HOLD = "hold"
    REFUSE_OR_LICENSE = "refuse_or_license"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A disposition with the names of its reasons, and of whom each is said."""

    disposition: Disposition
    reasons: tuple[tuple[str, str], ...]


def dispose(
    setting: Setting, flags: tuple[Flag, ...], reading: Reading, captured: set[str]
) -> Outcome:
    """Weigh the flags of a case."""
    certain = tuple(dict.fromkeys(_certain(setting, captured)))
    if certain:
        return Outcome(Disposition.REFUSE_OR_LICENSE, certain)
    if not setting.case.states_something:
        return Outcome(Disposition.INQUIRE, (("nothing_stated", ""),))
    if not flags:
        return Outcome(Disposition.CLEAR, (("no_flag", ""),))
    policy = setting.rules.policy
    heaviest: dict[str, int] = {}
    for flag in flags:
        kind = flag.rule.kind
        heaviest[kind] = max(heaviest.get(kind, 0), flag.weight)
    if set(heaviest) <= set(policy.only_inquire):
        return Outcome(Disposition.INQUIRE, (("statistics_alone", ""),))
    counted = {k: w for k, w in heaviest.items() if k not in policy.only_inquire}
    grave = [f.code for f in flags if f.weight >= policy.single]
    if conflict_of(setting, reading) and not set(grave) & set(_GRAVE_PROOF):
        return Outcome(Disposition.INQUIRE, (("conflict", ""),))
    if grave:
        return Outcome(Disposition.HOLD, (("contradiction", ", ".join(grave)),))
    binding = [f.code for f in flags if f.code in policy.hold_while and binds(setting)]
    if binding:
        return Outcome(Disposition.HOLD, (("owner_open", ", ".join(binding)),))
    is_much = sum(counted.values()) >= policy.weight
    if is_much and len(counted) >= policy.classes:
        return Outcome(Disposition.HOLD, (("independent", ", ".join(counted)),))
    return Outcome(Disposition.INQUIRE, (("one_class", ""),))


def binds(setting: Setting) -> bool:
    """Tell whether the rule of listed owners is in force, if only by its own terms."""
    standings = setting.view.law.standings
    states = [standings[p].state for p in setting.rules.policy.hold_while.values()]
    return any(state in {State.IN_FORCE, State.UNKNOWN} for state in states)


def conflict_of(setting: Setting, reading: Reading) -> tuple[Claim, ...]:
    """Give the claims that conflict: one says nothing was found, another says more."""
    counter = {words.where for words in reading.counter}
    said = setting.case.claims
    for_it = [claim for claim in said if claim.where in counter]
    against = [claim for claim in said if claim.where not in counter]
    if {c.speaker for c in for_it} - {c.speaker for c in against} and against:
        return said
    return ()


# ---------------------------------------------------------------- certain licences


def _certain(setting: Setting, captured: set[str]) -> Iterator[tuple[str, str]]:
    """Give why a licence is certainly required on the facts stated."""
    buyers = [
        actor
        for actor in setting.case.recipients
        if not {"logistic", "broker"} & actor.parts
    ]
    yield from _by_lists(buyers, captured, setting)
    yield from _by_purpose(buyers, setting)
    names = {actor.id for actor in buyers}
    if is_surely_controlled(setting):
        for movement in setting.case.movements:
            target = setting.case.actor(movement.target)
            if target.id in names and _needs_licence(movement, target, setting):
                yield "embargoed_recipient", target.id
        if not setting.case.movements:
            yield from _buyers_there(buyers, setting)


def _buyers_there(buyers: list[Actor], setting: Setting) -> Iterator[tuple[str, str]]:
    """Give the stated buyers and users in such a place, where no leg is stated."""
    is_in_force = setting.on >= setting.rules.day("destination_since")
    for actor in buyers:
        is_there = setting.is_embargoed(actor.country)
        if "consignee" in actor.parts and is_there and is_in_force:
            yield "embargoed_recipient", actor.id


def _by_lists(
    buyers: list[Actor], captured: set[str], setting: Setting
) -> Iterator[tuple[str, str]]:
    for actor in buyers:
        if actor.listed_on(setting.on):
            yield "listed_recipient", actor.id
        if actor.id in captured:
            yield "captured_recipient", actor.id
    for actor in users_of(setting):
        if actor.listed_on(setting.on) or actor.id in captured:
            yield "listed_cloud_user", actor.id


def _by_purpose(buyers: list[Actor], setting: Setting) -> Iterator[tuple[str, str]]:
    users = users_of(setting)
    names = {user.id for user in users}
    for actor in (*buyers, *users):
        if embargoed_seat(actor, setting) and _is_military(actor, setting):
            is_user = actor.id in names
            yield "military_cloud_user" if is_user else "military_recipient", actor.id


def _is_military(actor: Actor, setting: Setting) -> bool:
    """Tell whether a military, intelligence or weapons user or purpose is stated."""
    rules = setting.rules
    texts = [actor.role, actor.trade]
    texts += [s.purpose for s in setting.case.services if s.user == actor.id]
    texts += [words.text for words in setting.case.said_of.get(actor.id, ())]
    return any(
        rules.patterns.shows(phrase, sentence)
        for text in texts
        for sentence in rules.patterns.sentences(text)
        for phrase in rules.military
    )


def is_surely_controlled(setting: Setting) -> bool:
    """Tell whether the goods are controlled under each classification stated for them.

    Without a classification the name of the chip decides, where one is named.
    """
    rules = setting.rules
    stated = " ".join(e for goods in setting.case.goods for e in goods.eccns)
    if stated:
        is_controlled = bool(rules.controlled.search(stated))
        return is_controlled and not rules.free.search(stated)
    items = " ".join(goods.item for goods in setting.case.goods)
    return is_named_controlled(items, setting)


def _needs_licence(movement: Movement, target: Actor, setting: Setting) -> bool:
    """Tell whether a delivery to a party needs a licence by place or headquarters."""
    when = setting.on if movement.when == ANY_TIME else movement.when.first
    if setting.is_embargoed(target.country):
        return when >= setting.rules.day("destination_since")
    is_seated = bool(embargoed_seat(target, setting))
    return is_seated and when >= setting.rules.day("headquarters_since")

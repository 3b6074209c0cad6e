"""Signs of prose that a field of the same file answers: a stated figure beats a word.

What is answered is told beside the flags and not dropped.
"""

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from antinomy.routes.balance import Balance
from antinomy.routes.facts import Actor
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.identity import is_of_known_group, large_order
from antinomy.routes.placing import load_of
from antinomy.routes.record import Prose
from antinomy.routes.seat import users_of

_PERCENTAGE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*(?:%|per ?cent)")
_Answer = Callable[[Setting, Actor | None, Prose], bool]


def sifted(
    setting: Setting, shown: tuple[Evidence, ...], kept: tuple[Balance, ...]
) -> tuple[list[Evidence], tuple[Evidence, ...]]:
    """Part the signs of prose into those that stand and those the file answers."""
    by_place = {words.where: words for words in setting.case.prose}
    closed = bool(kept) and all(_is_closed(balance) for balance in kept)
    stands: list[Evidence] = []
    answered: list[Evidence] = []
    for evidence in shown:
        is_answered = evidence.code == "RF-BALANCE" and closed
        is_answered = is_answered or _is_answered(
            evidence, by_place[evidence.where], setting
        )
        (answered if is_answered else stands).append(evidence)
    return stands, tuple(answered)


def _is_closed(balance: Balance) -> bool:
    return balance.left.low == 0 and balance.left.high == 0


def _is_answered(evidence: Evidence, words: Prose, setting: Setting) -> bool:
    answer = _ANSWERS.get(evidence.code)
    actor = setting.case.actor(words.party) if words.party else None
    return answer is not None and answer(setting, actor, words)


def _hq(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """The seat of one who does not receive the goods is no recipient's seat."""
    del words
    users = {user.id for user in users_of(setting)}
    named = {recipient.id for recipient in setting.case.recipients}
    return actor is not None and (actor.id not in named or actor.id in users)


def _newco(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """An old firm is old, whatever is said of it; a new one may be of a known group."""
    del words
    if actor is None:
        return False
    founded, since = actor.founded, setting.rules.day("controls_since")
    is_old = founded is not None and founded.last < since
    has_listed = any(a.is_listed for a in setting.case.actors.values())
    return is_of_known_group(actor, setting) or (is_old and not has_listed)


def _first(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """A small order, or one after others, is no large first one."""
    del words
    buyers = [actor] if actor else list(setting.case.recipients)
    if any(b.orders_before and b.orders_before.low > 0 for b in buyers):
        return True
    known = [b for b in buyers if _states_size(b.id, setting)]
    return bool(known) and not any(large_order(b, setting) for b in known)


def _states_size(name: str, setting: Setting) -> bool:
    case = setting.case
    came = case.into.get(name, ())
    has_goods = any(goods.amount for goods in case.goods)
    return has_goods or any(m.amount or m.usd for m in came)


def _capacity(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """A hall whose power is stated and suffices."""
    del actor, words
    loads = [load_of(place, setting) for place in setting.case.places]
    known = [load for load in loads if load is not None and load.headroom is not None]
    return bool(known) and all(
        load.needed.high is not None
        and load.headroom is not None
        and load.needed.high <= load.headroom.low
        for load in known
    )


def _location(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """Telemetry that is stated to be well."""
    del actor, words
    has = setting.rules.patterns.has
    told = [place.telemetry for place in setting.case.places if place.telemetry]
    return bool(told) and all(has("well", word) for word in told)


def _serial(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """A count in which every identity matched."""
    del actor, words
    checked = [c for c in setting.case.counts if c.matched and (c.listed or c.seen)]
    return bool(checked) and all(c.matched == (c.listed or c.seen) for c in checked)


def _permit(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """A permit that is stated to be given."""
    del actor, words
    stated = [p.is_given for p in setting.case.permits if p.is_given is not None]
    return bool(stated) and all(stated)


def _heir(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """Nothing is shared with a listed party where none is named."""
    del actor
    is_named = any(a.is_listed for a in setting.case.actors.values())
    return not (is_named or setting.rules.patterns.has("listed", words.text))


def _minority(setting: Setting, actor: Actor | None, words: Prose) -> bool:
    """Half of the shares or more is no minority: see what captures."""
    del actor
    return is_majority(words, setting)


def is_majority(words: Prose, setting: Setting) -> bool:
    """Tell whether a text states a share of half or more."""
    rules = setting.rules
    stated = [Fraction(n) for n in _PERCENTAGE.findall(words.text)]
    low = words.text.casefold()
    stated += [
        100 * part
        for name, part in rules.numerals.items()
        if name in low and 0 < part < 1
    ]
    return any(share >= rules.number("majority_percent") for share in stated)


def majority_held(setting: Setting, shown: tuple[Evidence, ...]) -> set[str]:
    """Give the parties of whom prose says that a listed party holds half or more."""
    by_place = {words.where: words for words in setting.case.prose}
    of_minority = [by_place[e.where] for e in shown if e.code == "RF-MINOR"]
    return {w.party for w in of_minority if w.party and is_majority(w, setting)}


_ANSWERS: Mapping[str, _Answer] = {
    "RF-HQ": _hq,
    "RF-NEWCO": _newco,
    "RF-FIRST": _first,
    "RF-CAPACITY": _capacity,
    "RF-LOCATION": _location,
    "RF-SERIAL": _serial,
    "RF-PERMIT": _permit,
    "RF-SUCCESSOR": _heir,
    "RF-SISTER": _heir,
    "RF-MINOR": _minority,
}

"""Flags of the papers: unnamed users, statements the goods do not keep, permits."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from antinomy.routes.facts import Actor, Movement, Permit
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.period import ANY_TIME, Period

_MALAYSIA = "MY"


def paper_flags(setting: Setting, said: Iterable[Evidence]) -> Iterator[Evidence]:
    """Compare what papers say with where the goods go; ``said`` is what prose shows."""
    yield from _users(setting, {e.where for e in said if e.code == "RF-ADDR"})
    yield from _papers(setting)
    exits = Exits(setting)
    for movement in setting.case.movements:
        yield from _statement(movement, exits, setting)
        yield from _straw(movement, exits, setting)
        yield from _short_notice(movement, setting)
    for permit in setting.case.permits:
        yield from _permit(permit, setting)


# ---------------------------------------------------------------- end users


def _users(setting: Setting, unfound: set[str]) -> Iterator[Evidence]:
    case = setting.case
    for actor in case.actors.values():
        if not actor.is_disclosed:
            yield Evidence("RF-ENDUSE", "hidden", actor.where, actor.id)
        is_gone = any(where.startswith(f"{actor.where}.") for where in unfound)
        if "end_user" in actor.parts and is_gone:
            yield Evidence("RF-ENDUSE", "not_there", actor.where, actor.id)
    named = [
        a for a in case.actors.values() if "end_user" in a.parts and a.is_disclosed
    ]
    last = case.last_holders
    if named or not last or any(m.end_user for m in case.movements) or case.services:
        return
    if all(_passes_on(actor, setting) for actor in last):
        names = ", ".join(actor.id for actor in last)
        leg = case.into[last[0].id][0]
        yield Evidence("RF-ENDUSE", "no_user", leg.where, names, leg.when)


def _passes_on(actor: Actor, setting: Setting) -> bool:
    """Tell whether a last holder got resold goods and is said to be no user of them."""
    case = setting.case
    is_resold = any(m.source in case.into for m in case.into[actor.id])
    is_mere = {"mere_consignee", "logistic", "trader", "broker"} & actor.parts
    says = actor.role or actor.id
    is_nobody = not actor.role or setting.rules.patterns.has("unknown_words", says)
    return is_resold and (bool(is_mere) or is_nobody)


def _papers(setting: Setting) -> Iterator[Evidence]:
    """Say where papers name different end users."""
    patterns = setting.rules.patterns
    stated = [p for p in setting.case.papers if patterns.has("statement", p.kind)]
    named = [(p, p.user or ", ".join(p.names)) for p in stated]
    named += [(p, p.user) for p in setting.case.papers if p not in stated]
    users = list(dict.fromkeys(user for _, user in named if user))
    if len(users) > 1 and stated:
        where = [paper.where for paper, user in named if user][-1]
        yield Evidence("RF-ENDUSE", "changed", where, " / ".join(users))


class Exits:
    """The days on which goods leave the country of each party, in order."""

    def __init__(self, setting: Setting) -> None:
        self._case = setting.case
        self._known: dict[str, list[Movement]] = {}

    def of(self, name: str) -> list[Movement]:
        """Give the legs abroad from a party, and from the warehouses it sends to."""
        if name not in self._known:
            keepers = dict.fromkeys(
                m.target
                for m in self._case.out_of.get(name, ())
                if m.target != name
                and "logistic" in self._case.actor(m.target).parts
                and not self._leaves(m)
            )
            legs = [
                leg
                for holder in (name, *keepers)
                for leg in self._case.out_of.get(holder, ())
                if self._leaves(leg)
            ]
            self._known[name] = sorted(legs, key=lambda leg: leg.when)
        return self._known[name]

    def _leaves(self, movement: Movement) -> bool:
        source = self._case.actor(movement.source).country
        target = self._case.actor(movement.target).country
        return bool(source and target) and source != target

    def after(self, movement: Movement) -> Movement | None:
        """Give the first leg abroad that a delivery can have gone on by."""
        for leg in self.of(movement.target):
            if leg.when.last >= movement.when.first:
                return leg
        return None


def _statement(
    movement: Movement, exits: Exits, setting: Setting
) -> Iterator[Evidence]:
    """Say where goods leave the country in which their user was said to be."""
    places = _places_in(movement.statement, setting)
    if not places:
        return
    leg = exits.after(movement)
    home = setting.case.actor(movement.target).country
    if leg is not None and home in places:
        value = movement.statement
        yield Evidence("RF-ENDUSE", "left", leg.where, value, leg.when)


def _places_in(text: str, setting: Setting) -> set[str]:
    names = setting.view.packs.catalogue.places.names
    if not text:
        return set()
    codes = {word for word in text.replace(",", " ").split() if word in names}
    low = text.casefold()
    return codes | {
        code for code, n in names.items() if text and (n.en.casefold() in low)
    }


def _straw(movement: Movement, exits: Exits, setting: Setting) -> Iterator[Evidence]:
    """Say where goods sold at home go abroad within months."""
    case = setting.case
    buyer, seller = case.actor(movement.target), case.actor(movement.source)
    is_home = buyer.country and buyer.country == seller.country
    trades = {"trader", "maker", "logistic", "processing"} & buyer.parts
    if not is_home or trades or movement.when == ANY_TIME:
        return
    leg = exits.after(movement)
    if leg is None or leg.when == ANY_TIME:
        return
    days = max(0, (leg.when.first - movement.when.last).days)
    if days <= setting.rules.number("straw_days"):
        yield Evidence("RF-STRAW", "export", leg.where, str(days), leg.when)


# ---------------------------------------------------------------- permits


def _permit(permit: Permit, setting: Setting) -> Iterator[Evidence]:
    if permit.is_given is False:
        yield Evidence("RF-PERMIT", "none", permit.where, permit.place)
        return
    first = _first_leg_from(permit.place, setting)
    if permit.filed is None or first is None or permit.place != _MALAYSIA:
        return
    days = (first.when.first - permit.filed.last).days
    is_in_force = first.when.last >= setting.rules.day("malaysian_notice_since")
    if is_in_force and days < setting.rules.number("malaysian_notice_days"):
        yield Evidence("RF-PERMIT", "late", permit.where, str(days), permit.filed)


def _short_notice(movement: Movement, setting: Setting) -> Iterator[Evidence]:
    days, line = movement.notice_days, setting.rules.number("malaysian_notice_days")
    if days is None or days.high is None or days.high >= line:
        return
    is_in_force = movement.when.last >= setting.rules.day("malaysian_notice_since")
    if is_in_force and is_out_of(movement, _MALAYSIA, setting):
        where, when = movement.where, movement.when
        yield Evidence("RF-PERMIT", "late", where, str(days), when)


def _first_leg_from(place: str, setting: Setting) -> Movement | None:
    legs = [m for m in setting.case.movements if is_out_of(m, place, setting)]
    dated = [leg for leg in legs if leg.when != ANY_TIME]
    return min(dated, key=lambda leg: leg.when) if dated else None


def is_out_of(movement: Movement, place: str, setting: Setting) -> bool:
    """Tell whether a leg is an export from a place, or a passage through it."""
    case = setting.case
    source = case.actor(movement.source).country
    target = case.actor(movement.target).country
    passes = place in {setting.place(stop) for stop in movement.via}
    return (source == place and target != place) or passes


def notice_flags(setting: Setting) -> Iterator[Evidence]:
    """Say where goods leave Malaysia under suspicion and no notice is stated.

    The directive asks for notice only where misuse is known or suspected; imports are
    outside it.
    """
    if any(permit.place == _MALAYSIA for permit in setting.case.permits):
        return
    since: date = setting.rules.day("malaysian_notice_since")
    span = Period(since, date.max - timedelta(days=1))
    for movement in setting.case.movements:
        is_late = movement.when != ANY_TIME and movement.when.last >= span.first
        if is_late and not movement.permit and is_out_of(movement, _MALAYSIA, setting):
            value = f"{movement.source} → {movement.target}"
            yield Evidence(
                *("RF-PERMIT", "unstated", movement.where, value, movement.when)
            )
            return


def permit_stands(evidence: Evidence, setting: Setting, *, is_suspected: bool) -> bool:
    """Tell whether a missing permit is missing, where it is that of Malaysia.

    The directive asks for one on the way out or through, from its day on, and only
    where misuse is known or suspected; much of the press drops that condition.
    """
    legs = [m for m in setting.case.movements if evidence.where.startswith(m.where)]
    permits = [p for p in setting.case.permits if evidence.where.startswith(p.where)]
    out = [m for m in setting.case.movements if is_out_of(m, _MALAYSIA, setting)]
    is_here = any(setting.case.actor(m.target).country == _MALAYSIA for m in legs)
    is_malaysian = (
        is_here
        or any(m in out for m in legs)
        or any(p.place == _MALAYSIA for p in permits)
        or (bool(out) and not legs and not permits)
    )
    since = setting.rules.day("malaysian_notice_since")
    is_due = any(leg.when.last >= since for leg in (legs or out) if leg in out)
    return not is_malaysian or (is_due and is_suspected)

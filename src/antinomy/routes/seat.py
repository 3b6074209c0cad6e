"""Flags of headquarters: who receives the goods, and who the compute.

The headquarters test looks at the party that receives the item. A customer who computes
from afar does not receive it: that is a question of its own.
"""

from collections.abc import Iterator

from antinomy.routes.facts import Actor
from antinomy.routes.flag import Evidence, Setting
from antinomy.values import Truth


def seat_flags(setting: Setting) -> Iterator[Evidence]:
    """Look at the seat of each recipient, and of each user of compute."""
    users = {actor.id for actor in users_of(setting)}
    last = {actor.id for actor in setting.case.last_holders}
    for actor in setting.case.recipients:
        # One who only carries is no end user, unless the goods are last seen with it.
        if "logistic" in actor.parts and actor.id not in last:
            continue
        if actor.id not in users or actor.id in setting.case.into:
            yield from _seated(actor, setting)
    for actor in _hidden(setting):
        yield from _seated(actor, setting)
    for actor in users_of(setting):
        seat = embargoed_seat(actor, setting)
        if seat:
            value = f"{actor.id} ({seat})"
            yield Evidence("RF-REMOTE", "user", actor.where or actor.id, value)
    for actor in setting.case.actors.values():
        yield from _unknown(actor, setting)


def users_of(setting: Setting) -> list[Actor]:
    """Give those who use compute that others run."""
    case = setting.case
    named = [case.actor(s.user) for s in case.services if s.user]
    more = [a for a in case.actors.values() if "cloud_user" in a.parts]
    return list({actor.id: actor for actor in (*named, *more)}.values())


def _hidden(setting: Setting) -> list[Actor]:
    """Give those whom papers name and nobody disclosed."""
    return [
        actor
        for actor in setting.case.actors.values()
        if not actor.is_disclosed and actor not in setting.case.recipients
    ]


def embargoed_seat(actor: Actor, setting: Setting) -> str:
    """Give where a party or a parent of it sits, if in D:5 or Macau; else nothing."""
    seats = setting.known_seats
    if actor.id not in seats:
        seats[actor.id] = _climbed(actor, setting)
    return seats[actor.id]


def _climbed(actor: Actor, setting: Setting) -> str:
    seen: set[str] = set()
    while actor.id not in seen:
        seen.add(actor.id)
        climbed = setting.climbed.get(actor.id, "")
        for place in (actor.seat or actor.country, actor.parent_seat, climbed):
            if setting.is_embargoed(place):
                return place
        parent = actor.parent or _by_role(actor, setting)
        if not parent:
            return ""
        named = setting.case.actors.get(parent)
        if named is None:
            place = setting.place(parent)
            return place if setting.is_embargoed(place) else ""
        actor = named
    return ""


def _by_role(actor: Actor, setting: Setting) -> str:
    """Give the party whose role names it parent of another, or of the only buyer."""
    of, nameless = setting.case.parents_by_role
    if actor.id in of or "parent" in actor.parts:
        return of.get(actor.id, "")
    is_recipient = actor.id in setting.case.into or "receiver" in actor.parts
    return nameless if is_recipient else ""


def _seated(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    own = actor.seat or actor.country
    if setting.is_embargoed(own):
        yield Evidence("RF-HQ", "seat", actor.where or actor.id, f"{actor.id} ({own})")
        return
    seat = embargoed_seat(actor, setting)
    if seat:
        value = f"{actor.id} ({seat})"
        yield Evidence("RF-HQ", "parent", actor.where or actor.id, value)


def _unknown(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    has = setting.rules.patterns.has
    for said in (actor.seat_said, actor.parent):
        if said and not setting.place(said) and has("unknown_words", said):
            yield Evidence("RF-HQ-UNKNOWN", "stated", actor.where, said)
            return


def parent_test(actor: Actor, setting: Setting, *, is_doubtful: bool) -> Truth:
    """Tell whether a party or its ultimate parent is seated in D:5 or Macau.

    A seat that the file does not state, or that is doubted, leaves it open.
    """
    if embargoed_seat(actor, setting):
        return Truth.TRUE
    if is_doubtful or not actor.seat:
        return Truth.UNKNOWN
    return Truth.FALSE

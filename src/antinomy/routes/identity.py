"""Flags of who the parties are: young firms, other trades, first orders, heirs."""

import re
from collections.abc import Iterator

from antinomy.routes.amount import Amount
from antinomy.routes.facts import Actor, Movement
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.period import ANY_TIME, months_between
from antinomy.values import Number, exact_text, show_number

_LISTED_MARK = "listed"


def identity_flags(setting: Setting) -> Iterator[Evidence]:
    """Look at each party that may come by the goods or use them."""
    for actor in setting.case.actors.values():
        if _comes_by_goods(actor, setting):
            yield from _young(actor, setting)
            yield from _other_trade(actor, setting)
            yield from _young_domain(actor, setting)
            yield from _large_first_order(actor, setting)
    yield from _heirs(setting)


def _comes_by_goods(actor: Actor, setting: Setting) -> bool:
    is_source_only = (
        actor.id in setting.case.out_of and actor.id not in setting.case.into
    )
    if is_source_only and "buyer" not in actor.parts:
        return False
    if actor.id in setting.case.into:
        return True
    makes = "maker" in actor.parts and bool(setting.case.movements)
    return not (makes or "owner" in actor.parts or actor.is_listed)


def first_movement(actor: Actor, setting: Setting) -> Movement | None:
    """Give the earliest dated movement to a party."""
    dated = [m for m in setting.case.into.get(actor.id, ()) if m.when != ANY_TIME]
    return min(dated, key=lambda m: m.when) if dated else None


def _young(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    """Say when a party was founded, if after the controls or just before its order."""
    founded, rules = actor.founded, setting.rules
    if (
        founded is None
        or founded.first > setting.on
        or is_of_known_group(actor, setting)
    ):
        return
    sign = ""
    first = first_movement(actor, setting)
    day = first.when.first if first else setting.on
    listed = [a.listed_since for a in setting.case.actors.values() if a.listed_since]
    if founded.first >= rules.day("controls_since"):
        sign = "after_controls"
    elif 0 <= months_between(founded.last, day) <= rules.number("young_months"):
        sign = "before_order"
    elif any(
        0 <= months_between(since, founded.last) <= rules.number("successor_months")
        for since in listed
    ):
        sign = "after_listing"
    if sign:
        yield Evidence("RF-NEWCO", sign, actor.where, str(founded), founded)


def is_of_known_group(actor: Actor, setting: Setting) -> bool:
    """Tell whether a party names its parent and where that sits, outside D:5 and Macau.

    A new firm of a known group is answered for by its group.
    """
    seat = actor.parent_seat or actor.seat
    if not actor.parent or not seat or setting.is_embargoed(seat):
        return False
    parent = setting.case.actors.get(actor.parent)
    if parent is not None and setting.is_embargoed(parent.seat or parent.country):
        return False
    return not setting.rules.patterns.has("unknown_words", actor.parent)


def _other_trade(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    patterns = setting.rules.patterns
    if actor.trade and not patterns.has("trades", actor.trade):
        yield Evidence("RF-FIT", "other_trade", actor.where, actor.trade)
    if actor.new_product:
        words = {*actor.trade.casefold().split()}
        designs = patterns.has("design_trades", actor.trade)
        shared = words & {*actor.new_product.casefold().split()}
        if actor.trade and not designs and not shared:
            value = actor.new_product
            yield Evidence("RF-FIT", "new_product", actor.where, value)
        amounts = [goods.amount for goods in setting.case.goods if goods.amount]
        if amounts and amounts[0].low >= setting.rules.number("large_dies"):
            value = show_number(amounts[0].low)
            yield Evidence("RF-VOLUME", "first_product", actor.where, value)


def _young_domain(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    """Say where a site on the web is hardly older than the first movement."""
    since, first = actor.domain_since, first_movement(actor, setting)
    if since is None:
        return
    day = first.when.first if first else setting.on
    if 0 <= months_between(since.last, day) <= setting.rules.number("young_months"):
        yield Evidence("RF-WEB", "young", actor.where, str(since), since)


def _large_first_order(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    """Say how large the first order is, where the buyer is new, young or small."""
    rules = setting.rules
    if "logistic" in actor.parts or is_of_known_group(actor, setting):
        return
    largest = large_order(actor, setting)
    if largest is None:
        return
    where, value = largest
    first = first_movement(actor, setting)
    founded, staff = actor.founded, actor.staff
    is_first = any(goods.is_first for goods in setting.case.goods)
    if (
        actor.is_first_order
        or is_first
        or (actor.orders_before and actor.orders_before.high == 0)
    ):
        yield Evidence("RF-FIRST", "no_history", where, value)
    if first and founded:
        months = months_between(founded.first, first.when.first)
        if 0 <= months <= rules.number("young_months"):
            yield Evidence("RF-FIRST", "young", where, value, first.when)
    if staff and staff.high is not None and staff.high <= rules.number("small_staff"):
        yield Evidence("RF-FIRST", "few", where, value)


def large_order(actor: Actor, setting: Setting) -> tuple[str, str] | None:
    """Give the place and size of a large order of a party, if there is one."""
    came = setting.case.into.get(actor.id, ())
    for movement in came:
        size = _large(movement.usd, movement.amount, setting)
        if size:
            return movement.where, size
    for goods in setting.case.goods:
        size = _large(goods.usd, goods.amount, setting)
        if size and not any(m.amount or m.usd for m in came):
            return goods.where, size
    return None


def _large(usd: Amount | None, units: Amount | None, setting: Setting) -> str:
    if _reaches(usd, setting.rules.number("large_usd")) and usd:
        return f"{show_number(usd.low)} USD"
    if _reaches(units, setting.rules.number("large_units")) and units:
        return exact_text(units.low)
    return ""


def _reaches(amount: Amount | None, line: Number) -> bool:
    return amount is not None and amount.low >= line


# ---------------------------------------------------------------- heirs of the listed


def _people(setting: Setting) -> Iterator[Evidence]:
    """Name people whom the file places at a listed party and at another."""
    actors = setting.case.actors
    listed = {name for name, actor in actors.items() if actor.is_listed}
    sections = setting.rules.keys["people"]
    for words in setting.case.prose:
        if words.section in sections:
            named = actors.keys() & set(re.findall(r"\w[\w-]*", words.text))
            if named & listed and named - listed:
                value = ", ".join(sorted(named))
                yield Evidence("RF-SUCCESSOR", "same", words.where, value, words.on)


def _heirs(setting: Setting) -> Iterator[Evidence]:
    """Say what a party shares with a listed one, or with another unrelated one."""
    seen: dict[tuple[str, str], Actor] = {}
    actors = setting.case.actors
    yield from _people(setting)
    order = sorted(actors.values(), key=lambda actor: not actor.is_listed)
    for actor in order:
        for named in actor.same_as:
            other = actors.get(named)
            is_listed = other is not None and other.is_listed
            if is_listed or setting.rules.patterns.has(_LISTED_MARK, named):
                yield Evidence("RF-SUCCESSOR", "same", actor.where, named)
        for mark in actor.marks:
            other = seen.setdefault(mark, actor)
            if other.id == actor.id:
                continue
            value = f"{other.id}: {mark[1]}"
            if other.is_listed:
                yield Evidence("RF-SUCCESSOR", "same", actor.where, value)
            elif "address" in mark[0] and actor.parent not in {other.id, other.parent}:
                yield Evidence("RF-ADDR", "shared", actor.where, other.id)

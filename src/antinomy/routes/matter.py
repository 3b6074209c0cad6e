"""Flags of the goods: what they are called, what is in the box, what is left.

What the parts of a record say of one another is compared: label with board, box with
maker, one leg with the next.
"""

from collections.abc import Iterator
from datetime import timedelta

from antinomy.routes.amount import Amount
from antinomy.routes.balance import Balance
from antinomy.routes.facts import Count, Movement
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.period import ANY_TIME
from antinomy.values import Number, exact_text, show_number

_PERCENT = 100
_HEADING = 4


def goods_flags(setting: Setting, kept: tuple[Balance, ...]) -> Iterator[Evidence]:
    """Look at descriptions, boxes, counts, balances and designs."""
    yield from _described(setting)
    for movement in setting.case.movements:
        yield from _of_movement(movement, setting)
    for came in setting.case.into.values():
        yield from _drift(came, setting)
    for count in setting.case.counts:
        yield from _of_count(count, setting)
    for balance in kept:
        yield from _of_balance(balance)
    yield from _not_at_sites(setting)
    yield from _designs(setting)


# ---------------------------------------------------------------- descriptions


def _described(setting: Setting) -> Iterator[Evidence]:
    for goods in setting.case.goods:
        yield from _declared(goods.declared, goods.heading, goods.where, setting)
        said = " ".join(goods.eccns)
        is_controlled = setting.rules.controlled.search(said)
        is_freed = not is_controlled and setting.rules.free.search(said)
        if is_freed and is_named_controlled(goods.item, setting):
            yield Evidence("RF-DESC", "eccn", goods.where, said)


def _of_movement(movement: Movement, setting: Setting) -> Iterator[Evidence]:
    rules = setting.rules
    for found in _declared(
        movement.declared, movement.heading, movement.where, setting
    ):
        yield Evidence(
            *(found.code, found.sign, found.where, found.value, movement.when)
        )
    if movement.eccn and rules.free.search(movement.eccn):
        stated = " ".join(e for goods in setting.case.goods for e in goods.eccns)
        items = " ".join(goods.item for goods in setting.case.goods)
        is_more = rules.controlled.search(stated) or is_named_controlled(items, setting)
        if is_more and not rules.controlled.search(movement.eccn):
            yield Evidence("RF-DESC", "eccn", movement.where, movement.eccn)
    if movement.brand and not _is_own_brand(movement.brand, setting):
        where, when = movement.where, movement.when
        yield Evidence("RF-REPACK", "brand", where, movement.brand, when)
    if _differ(movement.weight, movement.weight_seen, rules.number("weight_percent")):
        value = f"{movement.weight} / {movement.weight_seen} kg"
        yield Evidence("RF-DESC", "weight", movement.where, value, movement.when)


def _declared(
    words: str, heading: str, where: str, setting: Setting
) -> Iterator[Evidence]:
    """Say where a declaration names no such goods, or a heading is of other goods."""
    patterns = setting.rules.patterns
    has_words = any(letter.isalpha() for letter in words)
    is_said = has_words and words not in {"true", "false"}
    if is_said and not patterns.has("declared.goods", words):
        yield Evidence("RF-DESC", "declared", where, words)
    digits = "".join(d for d in heading if d.isdigit())[:_HEADING]
    if len(digits) == _HEADING and digits not in setting.rules.headings:
        yield Evidence("RF-DESC", "heading", where, heading)


def is_named_controlled(item: str, setting: Setting) -> bool:
    """Tell whether a name of goods is that of a chip above the line of performance."""
    return setting.rules.patterns.has("controlled_models", item)


def _drift(came: list[Movement], setting: Setting) -> Iterator[Evidence]:
    """Say where a later leg no longer says what an earlier one did."""
    patterns = setting.rules.patterns
    first = next((m for m in came if patterns.has("declared.model", m.declared)), None)
    if first is None:
        return
    for later in setting.case.out_of.get(first.target, ()):
        if later.declared and not patterns.has("declared.model", later.declared):
            value = f"{first.declared} → {later.declared}"
            yield Evidence("RF-DESC", "drift", later.where, value, later.when)


def _is_own_brand(brand: str, setting: Setting) -> bool:
    case = setting.case
    known = [goods.item for goods in case.goods]
    known += [f"{a.id} {a.role}" for a in case.actors.values() if "maker" in a.parts]
    is_maker = setting.view.packs.catalogue.find_firm(brand) is not None
    is_named = any(brand.casefold() in words.casefold() for words in known)
    return is_maker or is_named or setting.rules.patterns.has("own_brand", brand)


def _differ(one: Amount | None, other: Amount | None, percent: Number) -> bool:
    if one is None or other is None:
        return False
    apart = (one - other).size * _PERCENT
    return apart > percent * one.low and apart > percent * other.low


# ---------------------------------------------------------------- counts and balances


def _of_count(count: Count, setting: Setting) -> Iterator[Evidence]:
    """Compare identities with labels, and machines that run with those that stand."""
    stated = count.listed or count.seen
    matched = count.matched.high if count.matched else None
    if stated and matched is not None and matched < stated.low:
        value = f"{count.matched}/{stated}"
        yield Evidence("RF-SERIAL", "match", count.where, value, count.when)
    there = count.seen or count.listed
    if there is None or not there.low or not _is_long_there(count, setting):
        return
    running, boxed = count.powered, count.boxed
    line = setting.rules.number("boxed_percent")
    is_idle = running is not None and running.high is not None
    if is_idle and running and (running.high or 0) * _PERCENT < line * there.low:
        value = f"{running}/{there}"
        yield Evidence("RF-BOXES", "unpowered", count.where, value, count.when)
    elif boxed and boxed.low * _PERCENT > line * there.low:
        left = there - boxed
        value = f"{left}/{there}"
        yield Evidence("RF-BOXES", "unpowered", count.where, value, count.when)


def _is_long_there(count: Count, setting: Setting) -> bool:
    """Tell whether the goods had come weeks before; without a day, they had."""
    came = setting.case.into.get(count.party, ())
    days = [m.when.first for m in came if m.when != ANY_TIME]
    if not days or count.when is None:
        return True
    line = timedelta(days=int(setting.rules.number("boxed_days")))
    return count.when.last - min(days) >= line


def _of_balance(balance: Balance) -> Iterator[Evidence]:
    left = balance.left
    dates = {name: str(when) if when else None for name, when in balance.dates}
    who = f" ({balance.party})" if balance.party else ""
    where = balance.where
    if left.low is not None and left.low > 0:
        yield Evidence("RF-BALANCE", "left", where, f"{left}{who}", more={"of": dates})
    elif left.high is not None and left.high < 0:
        value = f"{exact_text(-left.high)}{who}"
        yield Evidence("RF-BALANCE", "more_out", where, value, more={"of": dates})
    elif balance.before is not None:
        leg = balance.before
        value = f"{leg.amount}{who}"
        yield Evidence("RF-BALANCE", "before", leg.where, value, leg.when)


def _not_at_sites(setting: Setting) -> Iterator[Evidence]:
    for figure in setting.case.figures["customs"]:
        if "not_at" in figure.name and figure.amount.low > 0:
            unit = " USD" if "usd" in figure.name else ""
            value = f"{show_number(figure.amount.low)}{unit}"
            where = figure.where
            yield Evidence("RF-BALANCE", "not_at_sites", where, value, figure.when)


def _designs(setting: Setting) -> Iterator[Evidence]:
    """Say how like a die is to that of a listed party."""
    rules = setting.rules
    for check in setting.case.designs:
        area, listed, like = check.area, check.listed_area, check.likeness
        if area and listed and not _differ(area, listed, rules.number("area_percent")):
            yield Evidence("RF-DESIGN", "area", check.where, str(area))
        if like is not None and like.low >= rules.number("similarity"):
            yield Evidence("RF-DESIGN", "layout", check.where, str(like))

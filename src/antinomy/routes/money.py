"""Flags of money: who pays, and whether the buyer could."""

from collections.abc import Iterator
from fractions import Fraction

from antinomy.routes.amount import NOTHING, Amount
from antinomy.routes.facts import Actor, Figure, Movement, Payment
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.said import quote
from antinomy.values import Number, show_number, whole

_CASH = ("cash", "capital", "revenue", "turnover", "assets")


def money_flags(setting: Setting) -> Iterator[Evidence]:
    """Look at each payment and bill, and at what buyers hold."""
    for payment in setting.case.payments:
        yield from _payer(payment, setting)
    for movement in setting.case.movements:
        if movement.bill_to:
            yield from _billed(movement, setting)
    for actor in setting.case.actors.values():
        yield from _beyond_means(actor, setting)
    ratio = imports_to_cash(setting)
    if ratio is not None:
        value = show_number(int(ratio[1]))
        yield Evidence("RF-VOLUME", "cash", ratio[0].where, value)


def _payer(payment: Payment, setting: Setting) -> Iterator[Evidence]:
    """Say who pays where that is no customer of the payee, from another country."""
    case, patterns = setting.case, setting.rules.patterns
    related = ("role.money", "role.group")
    told = f"{payment.payer} {payment.note}"
    is_strange = patterns.has("unrelated", told)
    if not is_strange and any(patterns.has(words, told) for words in related):
        return
    customers = _customers(payment.payee, setting)
    payer = case.actors.get(payment.payer)
    if payer is None:
        own = {payment.payee} if payment.payee in case.actors else set()
        homes = [case.actor(name) for name in {*customers, *own}]
        countries = {p for a in homes for p in (a.country, a.seat, a.parent_seat)}
        country = payment.country or _country_in(payment.payer, setting)
        where, when = payment.where, payment.when
        if country and country not in countries:
            yield Evidence("RF-PAYER", "country", where, country, when)
        elif is_strange:
            yield Evidence("RF-PAYER", "third_party", where, quote(told), when)
        return
    is_related = {"money", "group"} & payer.parts or payer.id in customers
    if is_related or any(_same_group(payer, case.actor(c)) for c in customers):
        return
    theirs = {case.actor(name).country for name in customers}
    if (payment.country or payer.country) not in theirs:
        yield Evidence(
            *("RF-PAYER", "third_party", payment.where, payer.id, payment.when)
        )


def _country_in(words: str, setting: Setting) -> str:
    """Give the first place that words about a payer name by its code or name."""
    named = [word for word in words.replace(",", " ").split() if not word.islower()]
    found = (setting.place(word) for word in named)
    return next((code for code in found if code), "")


def _customers(payee: str, setting: Setting) -> set[str]:
    """Give those whom the payee supplies, and the users that the file discloses."""
    case = setting.case
    found = {m.target for m in case.out_of.get(payee, ())}
    found |= {m.end_user for m in case.movements if m.end_user in case.actors}
    for actor in case.actors.values():
        is_user = {"buyer", "end_user", "mere_consignee", "cloud_user"} & actor.parts
        if is_user and actor.is_disclosed and actor.id != payee:
            found.add(actor.id)
    return found


def _billed(movement: Movement, setting: Setting) -> Iterator[Evidence]:
    """Say who is billed where that is neither the recipient nor of its group."""
    case = setting.case
    billed, target = case.actors.get(movement.bill_to), case.actor(movement.target)
    if billed is None or billed.id == target.id or _same_group(billed, target):
        return
    if billed.country != target.country and not {"money", "group"} & billed.parts:
        yield Evidence(
            *("RF-PAYER", "third_party", movement.where, billed.id, movement.when)
        )


def _same_group(one: Actor, other: Actor) -> bool:
    """Tell whether two parties are of one group by their parents."""
    if one.id in {other.id, other.parent} or other.id == one.parent:
        return True
    return bool(one.parent) and one.parent == other.parent


def _beyond_means(actor: Actor, setting: Setting) -> Iterator[Evidence]:
    """Say by how much purchases exceed what a buyer has, or what its people explain."""
    spent = NOTHING
    for movement in setting.case.into.get(actor.id, ()):
        spent += movement.usd or NOTHING
    if not spent.low:
        return
    where = setting.case.into[actor.id][0].where
    times = _times(spent, actor.cash)
    if times is not None and times >= setting.rules.number("times_cash"):
        yield Evidence("RF-VOLUME", "cash", where, show_number(int(times)))
    heads = _times(spent, actor.staff)
    if heads is not None and heads >= setting.rules.number("usd_a_head"):
        yield Evidence("RF-VOLUME", "heads", where, show_number(int(heads)))


def _times(spent: Amount, held: Amount | None) -> Number | None:
    if held is None or not held.high:
        return None
    return whole(Fraction(spent.low) / held.high)


def imports_to_cash(setting: Setting) -> tuple[Figure, Number] | None:
    """Give how many times what is held the recorded imports are, where it is much."""
    figures = setting.case.figures
    spent = [
        f for f in figures["customs"] if "usd" in f.name and "not_at" not in f.name
    ]
    spent = spent or _largest_purchases(setting)
    held = [f for f in figures["finance"] if any(word in f.name for word in _CASH)]
    held = [f for f in held if f.amount.high]
    if not spent or not held:
        return None
    most = max(spent, key=lambda figure: figure.amount.low)
    times = _times(most.amount, held[0].amount)
    if times is None or times < setting.rules.number("times_cash"):
        return None
    return most, times


def _largest_purchases(setting: Setting) -> list[Figure]:
    """Give what each recipient was invoiced in all, as a figure of the file."""
    found = []
    for came in setting.case.into.values():
        total = NOTHING
        for movement in came:
            total += movement.usd or NOTHING
        if total.low:
            found.append(Figure(came[0].where, "purchases_usd", total, came[0].when))
    return found

"""Flags of place: forwarders, detours, sites too small, telemetry from elsewhere."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from antinomy.routes.amount import Amount, exactly
from antinomy.routes.facts import Actor, Movement, Place
from antinomy.routes.flag import Evidence, Setting
from antinomy.routes.period import ANY_TIME
from antinomy.values import Number, show_number, whole

_KW_IN_MW = 1000


def place_flags(setting: Setting) -> Iterator[Evidence]:
    """Look at the way of the goods and at the sites where they are said to be."""
    yield from _forwarders(setting)
    for name, came in setting.case.into.items():
        yield from _transit(setting.case.actor(name), came, setting)
    for name, gone in setting.case.out_of.items():
        yield from _two_places(setting.case.actor(name), gone, setting)
    for movement in setting.case.movements:
        yield from _by_way_of(movement, setting)
    for place in setting.case.places:
        yield from _elsewhere(place, setting)
        yield from _dark(place, setting)
        yield from _too_small(place, setting)


def _forwarders(setting: Setting) -> Iterator[Evidence]:
    """Name forwarders at whom the goods end, or who are stated as consignee."""
    case = setting.case
    last = {actor.id for actor in case.last_holders}
    for actor in case.recipients:
        is_named = {"mere_consignee", "end_user", "buyer"} & actor.parts
        if "logistic" in actor.parts and (actor.id in last or is_named):
            yield Evidence("RF-FORWARDER", "consignee", actor.where, actor.id)


# ---------------------------------------------------------------- the way


def _transit(
    actor: Actor, came: list[Movement], setting: Setting
) -> Iterator[Evidence]:
    """Say where goods cross a country without being put to use on their way to D:5."""
    case = setting.case
    if "processing" in actor.parts or not actor.country:
        return
    entered = [m for m in came if _crosses(m, setting)]
    if not entered:
        return
    for movement in case.out_of.get(actor.id, ()):
        target = case.actor(movement.target)
        to = target.country
        if not to or to == actor.country:
            continue
        if _comes_back(movement, entered, setting):
            yield Evidence("RF-ROUTE", "returns", movement.where, to, movement.when)
            return
        if not setting.is_embargoed(to):
            continue
        days = min(_days(m, movement) for m in entered)
        if days <= setting.rules.number("transit_days") and not _ordinary(
            movement.reason, setting
        ):
            value = f"{entered[0].source} → {actor.id} → {target.id}"
            if movement.when.is_day and entered[0].when.is_day:
                value += f", {days} days"
            yield Evidence(
                *("RF-ROUTE", "transit", movement.where, value, movement.when)
            )
            return


def _comes_back(movement: Movement, entered: list[Movement], setting: Setting) -> bool:
    """Tell whether goods go back to the country they came from, to somebody else."""
    case = setting.case
    to = case.actor(movement.target)
    senders = [case.actor(m.source) for m in entered]
    is_back = all(s.country == to.country and s.id != to.id for s in senders)
    return is_back and not _ordinary(movement.reason, setting)


def _crosses(movement: Movement, setting: Setting) -> bool:
    case = setting.case
    ends = case.actor(movement.source).country, case.actor(movement.target).country
    return all(ends) and ends[0] != ends[1]


def _days(came: Movement, gone: Movement) -> int:
    """Count the days between two movements: none where they may fall together."""
    if ANY_TIME in {came.when, gone.when}:
        return 0
    if gone.when.last < came.when.first:
        return (came.when.first - gone.when.last).days
    return max(0, (gone.when.first - came.when.last).days)


def _ordinary(reason: str, setting: Setting) -> bool:
    return bool(reason) and setting.rules.patterns.has("ordinary_stops", reason)


def _two_places(
    actor: Actor, gone: list[Movement], setting: Setting
) -> Iterator[Evidence]:
    """Say where one buyer sends what it bought on to several countries."""
    case = setting.case
    if "buyer" not in actor.parts or {"trader", "maker"} & actor.parts:
        return
    if actor.id not in case.into:
        return
    targets = [case.actor(m.target) for m in gone if _crosses(m, setting)]
    countries = list(dict.fromkeys(t.country for t in targets))
    is_user = any("end_user" in target.parts for target in targets)
    if len(countries) > 1 and not is_user:
        value = ", ".join(countries)
        yield Evidence("RF-ROUTE", "two_places", gone[0].where, value, gone[0].when)


def _by_way_of(movement: Movement, setting: Setting) -> Iterator[Evidence]:
    if not movement.via or _ordinary(movement.reason, setting):
        return
    case = setting.case
    ends = {case.actor(movement.source).country, case.actor(movement.target).country}
    named = [setting.place(stop) or stop for stop in movement.via]
    stops = [stop for stop in named if stop not in ends]
    is_far = len(stops) > 1 or any(setting.is_embargoed(stop) for stop in stops)
    if is_far:
        value = ", ".join(stops)
        yield Evidence("RF-ROUTE", "via", movement.where, value, movement.when)


# ---------------------------------------------------------------- the site


def _dark(place: Place, setting: Setting) -> Iterator[Evidence]:
    """Say since when the machines have not answered, or how few do."""
    if place.last_seen is not None:
        today: date = setting.on
        days = (today - place.last_seen.last).days
        if days >= setting.rules.number("dark_days"):
            value = str(place.last_seen)
            yield Evidence("RF-LOCATION", "dark", place.where, value, place.last_seen)
    units = _units(place, setting)
    answering = place.reporting.high if place.reporting else None
    if units is not None and answering is not None and answering * 2 < units.low:
        value = f"{place.reporting}/{units}"
        yield Evidence("RF-LOCATION", "dark", place.where, value)


def _too_dense(place: Place, setting: Setting) -> Iterator[Evidence]:
    """Say where a unit needs more power than a rack of the site may draw."""
    limit = place.figures.get("rack_limit")
    each = next((g.kw_each for g in setting.case.goods if g.kw_each), None)
    if limit and each and limit.high is not None and each.low > limit.high:
        value = f"{each}/{limit} kW"
        yield Evidence("RF-CAPACITY", "dense", place.where, value)


def _elsewhere(place: Place, setting: Setting) -> Iterator[Evidence]:
    """Say where the machines answer from, if that is not the site."""
    shown = place.shown_place
    if not shown or setting.rules.patterns.has("well", shown):
        return
    home = setting.case.actor(place.party).country
    seen_in = setting.place(shown)
    stated = setting.place(place.place) or home
    is_apart = (
        seen_in != stated if seen_in and stated else setting.is_embargoed(seen_in)
    )
    if is_apart and shown.casefold() != place.place.casefold():
        yield Evidence("RF-LOCATION", "elsewhere", place.where, shown)


@dataclass(frozen=True, slots=True)
class Load:
    """What the goods need at a site and what it has for them, in megawatts."""

    needed: Amount
    headroom: Amount | None

    @property
    def is_too_much(self) -> bool:
        """Tell whether the site surely cannot carry it."""
        room = None if self.headroom is None else self.headroom.high
        return room is not None and self.needed.low > room


def load_of(place: Place, setting: Setting) -> Load | None:
    """Give what a site would carry; None where no power of a unit is stated."""
    case = setting.case
    figures = place.figures
    each = next((g.kw_each for g in case.goods if g.kw_each), None)
    each = each or figures.get("kw_each")
    units = figures.get("qty") or _units(place, setting)
    if each is None or units is None:
        return None
    high = None
    if each.high is not None and units.high is not None:
        high = Fraction(each.high) * units.high / _KW_IN_MW
    low = whole(Fraction(each.low) * units.low / _KW_IN_MW)
    return Load(Amount(low, None if high is None else whole(high)), _headroom(figures))


def _units(place: Place, setting: Setting) -> Amount | None:
    case = setting.case
    came = case.into.get(place.party, ()) if place.party else case.movements
    held = {actor.id for actor in case.last_holders}
    amounts = [m.amount for m in came if place.party or m.target in held]
    total = exactly(0)
    for amount in amounts:
        if amount is None:
            break
        total += amount
    else:
        if amounts:
            return total
    return next((goods.amount for goods in case.goods if goods.amount), None)


def _headroom(figures: Mapping[str, Amount]) -> Amount | None:
    """Give the power left for machines: that of the hall, else of the grid by PUE."""
    supply = figures.get("it_mw")
    if supply is None and "utility_mw" in figures:
        grid, pue = figures["utility_mw"], figures.get("pue") or exactly(1)
        low = grid.low / Fraction(pue.high) if pue.high else 0
        high = (
            None if grid.high is None or not pue.low else grid.high / Fraction(pue.low)
        )
        supply = Amount(low, high)
    if supply is None:
        return None
    used = figures.get("installed_mw") or exactly(0)
    left = supply - used
    low = max(left.low or 0, 0)
    return Amount(
        whole(Fraction(low)), None if left.high is None else max(left.high, 0)
    )


def _too_small(place: Place, setting: Setting) -> Iterator[Evidence]:
    load = load_of(place, setting)
    if load is not None and load.is_too_much and load.headroom is not None:
        short = load.needed.low - (load.headroom.high or 0)
        yield Evidence("RF-CAPACITY", "power", place.where, show_number(short))
    cooled = place.figures.get("cooling_mw")
    if load is not None and cooled is not None and cooled.high is not None:
        used = place.figures.get("installed_mw") or exactly(0)
        short = load.needed.low + used.low - cooled.high
        if short > 0:
            yield Evidence("RF-CAPACITY", "cooling", place.where, show_number(short))
    yield from _too_dense(place, setting)
    room, needed = place.figures.get("rack_room"), place.figures.get("racks_needed")
    if room is not None and needed is not None and room.high is not None:
        lacking: Number = needed.low - room.high
        if lacking > 0:
            yield Evidence("RF-CAPACITY", "space", place.where, show_number(lacking))

"""Read what was seen at sites, what sites can run, and what is stated of permits."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from antinomy.files import Scalar
from antinomy.routes.amount import NOTHING, Amount
from antinomy.routes.facts import Count, DesignCheck, Figure, Permit, Place, Service
from antinomy.routes.record import Item, items_of

_FIGURES = (
    *("utility_mw", "it_mw", "pue", "installed_mw", "cooling_mw"),
    *("rack_room", "racks_needed", "rack_limit", "kw_each", "qty"),
)
_KW = ("utility_kw", "it_kw", "installed_kw", "cooling_kw")
_KW_IN_MW = 1000


def read_count(item: Item) -> Count:
    """Read one count or inspection."""
    return Count(
        where=item.where,
        party=item.text("audited"),
        when=item.period("date"),
        listed=item.amount("listed_units"),
        seen=item.amount("seen"),
        powered=item.amount("powered"),
        boxed=item.amount("boxed"),
        matched=item.amount("matched"),
    )


def inventory_counts(
    item: Item, figures: Mapping[str, tuple[Figure, ...]]
) -> tuple[Count, ...]:
    """Read an inventory as a count, where no record of imports stands against it."""
    if figures["customs"]:
        return ()
    blocks = {
        each.where: each for each in items_of(item.node("inventory"), item.ledger)
    }
    found = []
    for where, block in blocks.items():
        own = [f for f in figures["inventory"] if f.where.startswith(f"{where}.")]
        if own:
            total = NOTHING
            for figure in own:
                total += figure.amount
            party = block.text("audited", prose=True)
            found.append(Count(where, party, own[0].when, seen=total))
    return tuple(found)


def read_place(item: Item) -> Place:
    """Read one site: its figures, what answers from it, and whose it is."""
    amounts = {name: item.amount(name) for name in _FIGURES}
    known = {name: a for name, a in amounts.items() if a is not None}
    telemetry = item.scalar("site_telemetry", prose=True)
    return Place(
        where=item.where,
        place=item.text("country"),
        party=item.text("operator"),
        figures={**_from_kw(item), **known},
        telemetry=telemetry.text if telemetry else "",
        telemetry_where=telemetry.at.field if telemetry else "",
        shown_place=item.text("shown_place", prose=True),
        last_seen=item.period("last_seen"),
        reporting=item.amount("reporting"),
    )


def _from_kw(item: Item) -> dict[str, Amount]:
    """Read the figures that are stated in kilowatts, as megawatts."""
    found = {}
    for name in _KW:
        amount = item.amount(name)
        if amount is not None:
            high = None if amount.high is None else Fraction(amount.high) / _KW_IN_MW
            low = Fraction(amount.low) / _KW_IN_MW
            found[name.replace("_kw", "_mw")] = Amount(low, high)
    return found


def read_telemetry(item: Item) -> tuple[Place, ...]:
    """Read what telemetry says where it stands beside the sites."""
    sites = [read_place(each) for each in items_of(item.node("sites"), item.ledger)]
    found = []
    nodes = [item.node("telemetry")]
    nodes += [
        site.node("site_telemetry")
        for site in items_of(item.node("sites"), item.ledger)
    ]
    rows = [row for node in nodes for row in items_of(node, item.ledger)]
    for each in rows:
        # The place of a row is where the machines answer from, not the site.
        row = read_place(each)
        shown = row.shown_place or row.place
        stated = sites[0] if sites else None
        party = row.party or (stated.party if stated else "")
        place = stated.place if stated else ""
        found.append(replace(row, shown_place=shown, place=place, party=party))
    return tuple(found)


def read_service(item: Item) -> Service:
    """Read who computes for whom."""
    item.text("kind", prose=True)
    item.amount("qty")
    return Service(
        where=item.where,
        provider=item.text("provider"),
        user=item.text("user"),
        purpose=item.text("purpose", prose=True),
    )


def read_permits(item: Item) -> tuple[Permit, ...]:
    """Read the permits and notices of the case."""
    names = ("country", "status")
    each = items_of(item.node("permits"), item.ledger, names)
    return tuple(_permit(permit) for permit in each)


def _permit(item: Item) -> Permit:
    given = item.node("permit_given")
    word = given.text if isinstance(given, Scalar) else ""
    has = item.ledger.rules.patterns.has
    is_missing = has("no", word) and not has("not_needed", word)
    return Permit(
        where=item.where,
        place=item.place("permit_place"),
        is_given=None if not word else not is_missing,
        filed=item.period("permit_filed"),
    )


def read_design(item: Item) -> DesignCheck:
    """Read a die compared with another."""
    return DesignCheck(
        where=item.where,
        area=item.amount("area"),
        listed_area=item.amount("area_listed"),
        likeness=item.amount("likeness"),
    )

"""Read what was seen at sites, what sites can run, and what is stated of permits."""

from collections.abc import Mapping

from antinomy.files import Listing, Scalar
from antinomy.files import Mapping as Block
from antinomy.routes.amount import NOTHING
from antinomy.routes.case import Count, DesignCheck, Figure, Permit, Place, Service
from antinomy.routes.record import Item, items_of

_FIGURES = (
    *("utility_mw", "it_mw", "pue", "installed_mw", "cooling_mw"),
    *("rack_room", "racks_needed", "kw_each", "qty"),
)


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
    telemetry = item.scalar("site_telemetry", prose=True)
    return Place(
        where=item.where,
        place=item.text("country"),
        party=item.text("operator"),
        figures={name: a for name, a in amounts.items() if a is not None},
        telemetry=telemetry.text if telemetry else "",
        telemetry_where=telemetry.at.field if telemetry else "",
        shown_place=item.text("shown_place", prose=True),
    )


def read_telemetry(item: Item) -> tuple[Place, ...]:
    """Read what telemetry says where it stands beside the sites."""
    node = item.node("telemetry")
    if isinstance(node, Listing | Block):
        return tuple(read_place(each) for each in items_of(node, item.ledger))
    return ()


def read_service(item: Item) -> Service:
    """Read who computes for whom."""
    return Service(
        where=item.where,
        provider=item.text("provider"),
        user=item.text("user"),
        purpose=item.text("purpose", prose=True),
    )


def read_permits(item: Item) -> tuple[Permit, ...]:
    """Read the permits and notices of the case."""
    return tuple(_permit(p) for p in items_of(item.node("permits"), item.ledger))


def _permit(item: Item) -> Permit:
    given = item.node("permit_given")
    word = given.text if isinstance(given, Scalar) else ""
    is_missing = item.ledger.rules.patterns.has("no", word)
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

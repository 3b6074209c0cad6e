"""Read movements of goods and of money."""

from antinomy.routes.facts import Movement, Payment
from antinomy.routes.period import ANY_TIME
from antinomy.routes.record import Item


def read_movement(item: Item) -> Movement:
    """Read one leg: from whom to whom, when, how much, and what is said of it."""
    via = (*item.words("via"),)
    return Movement(
        where=item.where,
        source=item.text("from"),
        target=item.text("to"),
        when=item.period("date") or ANY_TIME,
        amount=item.amount("qty"),
        unit=item.text("unit"),
        usd=item.amount("usd"),
        declared=item.text("declared", prose=True),
        heading=item.text("hs"),
        eccn=item.text("eccn"),
        statement=item.text("statement", prose=True),
        end_user=item.text("end_user", prose=True),
        via=via,
        bill_to=item.text("bill_to"),
        reason=item.text("reason"),
        brand=item.text("brand"),
        weight=item.amount("weight"),
        weight_seen=item.amount("weight_seen"),
        notice_days=item.amount("notice_days"),
        permit=item.text("permits", prose=True),
    )


def read_payment(item: Item) -> Payment:
    """Read one payment: to whom, by whom or from where, how much."""
    return Payment(
        where=item.where,
        payee=item.text("payee"),
        payer=item.text("payer", prose=True),
        country=item.place("payer_country"),
        usd=item.amount("usd"),
        when=item.period("date"),
        note=item.text("remark", prose=True),
    )

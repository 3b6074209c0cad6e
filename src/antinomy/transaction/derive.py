"""Facts of the transaction that follow from its own: ends of the route, who asks."""

from dataclasses import replace

from antinomy.transaction.deal import Thing, Transaction
from antinomy.values import Fact, Known, Source


def derive(transaction: Transaction) -> Transaction:
    """Add what follows from the file itself."""
    root = transaction.root.adding(_ends_of_route(transaction.root))
    root = root.mapping("party", lambda party: _who_asks(party, transaction.asking))
    return replace(transaction, root=root)


def _ends_of_route(root: Thing) -> dict[str, Fact]:
    stops = [stop.fact("place") for stop in root.members("stop")]
    ends: dict[str, Fact] = {}
    if stops:
        first, last = stops[0], stops[-1]
        if isinstance(first, Known):
            ends["exported_from"] = Known(first.value, Source("first place of the route"))
        if isinstance(last, Known):
            ends["destination"] = Known(last.value, Source("last place of the route"))
    return ends


def _who_asks(party: Thing, asking: str) -> Thing:
    source = Source("the file names the asking party")
    return party.adding({"is_asking": Known(bool(asking) and party.id == asking, source)})

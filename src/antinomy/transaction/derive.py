"""Facts that follow from the file's own: ends of the route, who asks, legal form."""

from dataclasses import replace

from antinomy.transaction.deal import Thing, Transaction
from antinomy.values import Fact, Known, OneOf, Source

_INCORPORATED = frozenset({"company", "branch", "state_body"})


def derive(transaction: Transaction) -> Transaction:
    """Add what follows from the file itself."""
    asking = transaction.asking
    root = transaction.root.adding(_ends_of_route(transaction.root))
    root = root.mapping("party", lambda party: _legal_form(_who_asks(party, asking)))
    return replace(transaction, root=root)


def _ends_of_route(root: Thing) -> dict[str, Fact]:
    """Take the goods to leave from the first place named and to go to the last."""
    stops = [stop.fact("place") for stop in root.members("stop")]
    if not stops:
        return {}
    ends = {
        "exported_from": _at(stops[0], "first"),
        "destination": _at(stops[-1], "last"),
    }
    return {name: fact for name, fact in ends.items() if fact is not None}


def _at(place: Fact, which: str) -> Fact | None:
    """Carry a place over, as surely as the file has it."""
    if isinstance(place, Known | OneOf):
        return replace(place, source=Source(f"{which} place of the route"))
    return None


def _who_asks(party: Thing, asking: str) -> Thing:
    if not asking:
        return party
    source = Source("the file names the asking party")
    return party.adding({"is_asking": Known(party.id == asking, source)})


def _legal_form(party: Thing) -> Thing:
    """Take what is incorporated somewhere to be no natural person."""
    if not isinstance(party.fact("incorporated_in"), Known | OneOf):
        return party
    source = Source("a natural person is not incorporated anywhere")
    form = OneOf(_INCORPORATED, "incorporated, so no natural person", source)
    return party.adding({"legal_form": form})

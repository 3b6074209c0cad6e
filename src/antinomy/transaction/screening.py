"""Read the results of list screening that a file gives for its parties."""

from collections.abc import Collection

from antinomy.files import Fields, Node
from antinomy.transaction.deal import Screening
from antinomy.values import InputError, Source, did_you_mean

_RESULTS = ("none", "listed")


def read_screenings(
    node: Node | None, parties: Collection[str]
) -> tuple[Screening, ...]:
    """Read ``screened``: for each party the lists, the day, the result and its source.

    Raises:
        InputError: no such party, or a result without its day or its lists.
    """
    if node is None:
        return ()
    fields = Fields(node)
    found = []
    for party in fields.names():
        if party not in parties:
            hint = did_you_mean(party, parties)
            message = f"screened names {party!r}, no party here{hint}"
            raise InputError(message, fields.node.keys[party])
        found.append(_screening(party, fields.need(party)))
    return tuple(found)


def _screening(party: str, node: Node) -> Screening:
    fields = Fields(node)
    lists, as_of = fields.words("lists"), fields.day("as_of")
    result = fields.choice("result", _RESULTS)
    said = fields.text("source", "screening result given in the file")
    fields.done()
    if as_of is None:
        raise InputError("a screening result needs its day: add `as_of`", fields.at)
    if not lists:
        message = "a screening result names what was searched: add `lists`"
        raise InputError(message, fields.at)
    return Screening(party, lists, as_of, result == "listed", Source(said, as_of))

"""Read a folder of items, telling every fault of every file in one go."""

from collections.abc import Iterator
from pathlib import Path

from antinomy.claims.claims import Claims
from antinomy.claims.item import Item
from antinomy.claims.parts import cue_of
from antinomy.claims.reading import Shared, item_from
from antinomy.claims.terms import read_terms
from antinomy.files import Faults, Fields, Node, read_document
from antinomy.files.node import as_listing
from antinomy.values import Location, did_you_mean

TERMS = "terms.yaml"


def read_claims(folder: Path) -> Claims:
    """Read ``terms.yaml`` and the items of every other YAML file of a folder.

    Raises:
        PackError: with all faults found, each with file, line and column.
    """
    faults = Faults()
    terms = faults.attempt(read_terms, folder / TERMS)
    if terms is None:
        faults.stop()  # without them no word could be checked
    assert terms is not None, "unreadable terms are a fault"
    items: dict[str, Item] = {}
    places: dict[str, Location] = {}
    for node, shared in _nodes(folder, faults):
        item = faults.attempt(item_from, node, terms, shared)
        if item is None:
            continue
        if item.id in items:
            message = f"{item.id!r} stands at {places[item.id]} too"
            faults.add(message, node.at)
        items[item.id], places[item.id] = item, node.at
    _check_relations(items, places, faults)
    faults.stop()
    return Claims(items, terms)


def _nodes(folder: Path, faults: Faults) -> Iterator[tuple[Node, Shared]]:
    """Give every item of a folder with the cues that those of its file share."""
    for path in sorted(folder.glob("*.yaml")):
        if path.name == TERMS:
            continue
        found = faults.attempt(_read_file, path)
        if found is not None:
            items, shared = found
            yield from ((item, shared) for item in items)


def _read_file(path: Path) -> tuple[tuple[Node, ...], Shared]:
    fields = Fields(read_document(path))
    named = fields.take("cues")
    items = tuple(as_listing(fields.need("items")))
    fields.done()
    return items, {} if named is None else _shared(Fields(named))


def _shared(fields: Fields) -> Shared:
    return {name: fields.each(name, cue_of) for name in fields.names()}


def _check_relations(
    items: dict[str, Item], places: dict[str, Location], faults: Faults
) -> None:
    for item in items.values():
        for relation in item.relations:
            if relation.item not in items:
                hint = did_you_mean(relation.item, items)
                message = f"{item.id!r} {relation.kind} {relation.item!r}, not here"
                faults.add(f"{message}{hint}", places[item.id])

"""Read one measure file strictly into frozen values."""

from dataclasses import replace

from antinomy.files import Faults, Fields, Listing, Mapping, Node, Scalar
from antinomy.law.event import Event
from antinomy.law.measure import Force, Measure, Practice, Provision
from antinomy.law.reading.citations import read_citation
from antinomy.law.reading.context import Context, check_words, words_of
from antinomy.law.reading.events import read_event, read_practice, settle_awaited
from antinomy.law.reading.provisions import read_provision
from antinomy.values import Citation, InputError, Text

KINDS = (
    "statute",
    "regulation",
    "rule",
    "order",
    "guidance",
    "letter",
    "list",
    "statement",
    "proclamation",
    "policy",
    "bill",
)


def read_measure(node: Node, pack: str, context: Context) -> Measure:
    """Read one measure; faults of its events and provisions go to the context.

    Raises:
        InputError: a fault of the measure itself, with its place.
    """
    fields = Fields(node)
    measure_id = fields.text("measure")
    cite = read_citation(fields.take("cite"), Citation(""))
    events, practice = fields.take("events"), fields.take("practice")
    provisions = fields.take("provisions")
    measure = Measure(
        id=measure_id,
        pack=pack,
        title=fields.texts("title") or Text(measure_id),
        issuer=fields.text("issuer"),
        kind=fields.choice("kind", KINDS),
        regime=fields.choice("regime", sorted(context.regimes)),
        force=Force(fields.choice("force", [f.value for f in Force])),
        cite=cite,
        events=_events(events, cite, context.faults),
        practice=_practice(practice, cite, context.faults),
        addressee=fields.text("addressee", ""),
        note=fields.texts("note"),
        at=fields.at,
    )
    fields.done()
    if not _items(events):
        raise InputError("a measure needs an event that opened it", fields.at)
    if measure.addressee and measure.kind != "letter":
        raise InputError("only a letter has an addressee", fields.at)
    ids = tuple(_id(item) for item in _items(events))
    _check_events(events, _items(provisions), context.faults)
    return replace(measure, provisions=_provisions(provisions, measure, ids, context))


def _items(node: Node | None) -> tuple[Node, ...]:
    if node is None:
        return ()
    if not isinstance(node, Listing):
        raise InputError("expected a list; begin each member with '-'", node.at)
    return node.items


def _id(node: Node) -> str:
    own = node.entries.get("id") if isinstance(node, Mapping) else None
    return own.text if isinstance(own, Scalar) else ""


def _events(node: Node | None, cite: Citation, faults: Faults) -> tuple[Event, ...]:
    found = [faults.attempt(read_event, n, cite) for n in _items(node)]
    return settle_awaited([event for event in found if event is not None])


def _practice(
    node: Node | None, cite: Citation, faults: Faults
) -> tuple[Practice, ...]:
    found = [faults.attempt(read_practice, n, cite) for n in _items(node)]
    return tuple(practice for practice in found if practice is not None)


def _provisions(
    node: Node | None, measure: Measure, events: tuple[str, ...], context: Context
) -> tuple[Provision, ...]:
    attempt = context.faults.attempt
    found = [attempt(read_provision, n, measure, events, context) for n in _items(node)]
    return tuple(provision for provision in found if provision is not None)


def _check_events(
    node: Node | None, provisions: tuple[Node, ...], faults: Faults
) -> None:
    """Note an event id used twice, and provisions of events that are not here."""
    own = [_id(provision) for provision in provisions]
    seen: set[str] = set()
    for item in _items(node):
        if _id(item) in seen:
            faults.add(f"event {_id(item)!r} stands twice", item.at)
        seen.add(_id(item))
        only = item.entries.get("provisions") if isinstance(item, Mapping) else None
        faults.attempt(_check_only, only, own, faults)


def _check_only(node: Node | None, own: list[str], faults: Faults) -> None:
    check_words(words_of(node), own, "a provision of this measure", faults)

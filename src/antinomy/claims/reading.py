"""Read one item strictly, from the packs or from the record."""

from collections.abc import Mapping
from dataclasses import replace

from antinomy.claims.cue import Cue
from antinomy.claims.event import Event
from antinomy.claims.evidence import Evidence, Relation
from antinomy.claims.figure import Figure
from antinomy.claims.holding import Holding, Listing
from antinomy.claims.item import KINDS, Item
from antinomy.claims.parts import (
    cue_of,
    evidence_of,
    groups_of,
    range_of,
    relation_of,
    scope_of,
    side_of,
    span_of,
    text_of,
)
from antinomy.claims.statement import Statement
from antinomy.claims.terms import Terms
from antinomy.files import Fields, Node, Scalar
from antinomy.files.fields import one_of
from antinomy.files.node import as_listing, as_scalar
from antinomy.values import Day, InputError

Shared = Mapping[str, tuple[Cue, ...]]


def item_from(node: Node, terms: Terms, shared: Shared | None = None) -> Item:
    """Read one item; the first word of its id tells its kind.

    Where ``cues`` is one word it names cues that several items share.

    Raises:
        InputError: the first thing that is wrong, with its place.
    """
    fields = Fields(node)
    named = as_scalar(fields.need("id"))
    kind, dot, rest = named.text.partition(".")
    if not dot or not rest or kind not in KINDS:
        expected = ", ".join(f"{each}.…" for each in KINDS)
        raise InputError(f"{named.text!r} is no id; expected {expected}", named.at)
    item = _item(kind, named.text, fields, terms)
    item = replace(item, cues=_cues(fields, shared or {}))
    fields.done()
    if not item.evidence and not _is_search(item):
        raise InputError("nothing enters without evidence; name a source", fields.at)
    return item


def _is_search(item: Item) -> bool:
    """Tell a figure that was sought and not found: it rests on nothing."""
    return isinstance(item, Figure) and item.value is None


def _item(kind: str, id_: str, fields: Fields, terms: Terms) -> Item:
    match kind:
        case "event":
            return _event(id_, fields, terms)
        case "statement":
            return _statement(id_, fields, terms)
        case "figure":
            return _figure(id_, fields, terms)
        case "listing":
            return _listing(id_, fields)
        case _:
            return _holding(id_, fields)


def _event(id_: str, fields: Fields, terms: Terms) -> Event:
    return Event(
        id=id_,
        kind=fields.choice("kind", terms.kinds),
        when=span_of(fields.need("when")),
        known_from=_known(fields),
        note=text_of(fields, "note"),
        evidence=_evidence(fields),
        actors=fields.words("actors"),
        object=fields.text("object", ""),
        place=fields.text("place", ""),
        measure=fields.text("measure", ""),
        is_alleged=fields.flag("is_alleged", default=False),
        relations=_relations(fields),
    )


def _statement(id_: str, fields: Fields, terms: Terms) -> Statement:
    return Statement(
        id=id_,
        said=span_of(fields.need("said")),
        known_from=_known(fields),
        content=text_of(fields, "content"),
        stance=fields.choice("stance", sorted(terms.stances)),
        evidence=_evidence(fields),
        speaker=fields.text("speaker", ""),
        org=fields.text("org", ""),
        target=fields.text("target", ""),
        measure=fields.text("measure", ""),
        keys=groups_of(fields, "keys"),
        relations=_relations(fields),
    )


def _figure(id_: str, fields: Fields, terms: Terms) -> Figure:
    unit = as_scalar(fields.need("unit"))
    value, before = fields.take("value"), fields.take("before")
    valid, said = fields.take("valid"), fields.take("said")
    scope = fields.take("scope")
    return Figure(
        id=id_,
        subject=fields.text("subject"),
        measure=text_of(fields, "measure"),
        unit=one_of(unit, sorted(terms.units)),
        known_from=_known(fields),
        note=text_of(fields, "note"),
        evidence=_evidence(fields),
        value=None if value is None else range_of(value),
        before=None if before is None else range_of(before),
        sides=fields.each("sides", side_of),
        scope=None if scope is None else scope_of(scope),
        against=fields.text("against", ""),
        series=fields.text("series", ""),
        valid=None if valid is None else span_of(valid),
        said_by=fields.words("said_by"),
        said=None if said is None else span_of(said),
        of_measure=fields.text("of_measure", ""),
        relations=_relations(fields),
    )


def _listing(id_: str, fields: Fields) -> Listing:
    return Listing(
        id=id_,
        party=fields.text("party"),
        list=fields.text("list"),
        when=span_of(fields.need("when")),
        known_from=_known(fields),
        note=text_of(fields, "note"),
        evidence=_evidence(fields),
        named=fields.text("named", ""),
        measure=fields.text("measure", ""),
        relations=_relations(fields),
    )


def _holding(id_: str, fields: Fields) -> Holding:
    share = fields.take("share")
    return Holding(
        id=id_,
        owner=fields.text("owner"),
        owned=fields.text("owned"),
        when=span_of(fields.need("when")),
        known_from=_known(fields),
        note=text_of(fields, "note"),
        evidence=_evidence(fields),
        share=None if share is None else range_of(share),
        relations=_relations(fields),
    )


def _known(fields: Fields) -> Day:
    day = fields.day("known_from")
    if day is None:
        raise InputError(
            "'known_from', the day it became public, is missing", fields.at
        )
    return day


def _evidence(fields: Fields) -> tuple[Evidence, ...]:
    return fields.each("evidence", evidence_of)


def _relations(fields: Fields) -> tuple[Relation, ...]:
    return fields.each("relations", relation_of)


def _cues(fields: Fields, shared: Shared) -> tuple[Cue, ...]:
    node = fields.take("cues")
    if isinstance(node, Scalar):
        return shared[one_of(as_scalar(node), shared)]
    return () if node is None else tuple(cue_of(each) for each in as_listing(node))

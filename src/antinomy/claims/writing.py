"""Write items as JSON of the shape that the reader takes, the same bytes each time."""

from collections.abc import Iterable

from antinomy.claims.cue import Cue
from antinomy.claims.event import Event
from antinomy.claims.evidence import Evidence
from antinomy.claims.figure import Figure, Range, Scope
from antinomy.claims.holding import Holding, Listing
from antinomy.claims.item import Item
from antinomy.claims.parts import OPEN
from antinomy.claims.statement import Statement
from antinomy.values import Json, Span, Text, exact_text

_Fields = dict[str, Json]


def item_json(item: Item) -> Json:
    """Write an item; what is empty is left out, numbers are exact texts."""
    match item:
        case Event():
            own = _event(item)
        case Statement():
            own = _statement(item)
        case Figure():
            own = _figure(item)
        case Listing():
            own = _listing(item)
        case Holding():
            own = _holding(item)
    told: _Fields = {
        "id": item.id,
        "known_from": item.known_from.isoformat(),
        "evidence": [_evidence(each) for each in item.evidence],
        "relations": [{each.kind: each.item} for each in item.relations],
        "cues": [_cue(each) for each in item.cues],
        **own,
    }
    return _filled(told)


def _event(item: Event) -> _Fields:
    return {
        "kind": item.kind,
        "when": _span(item.when),
        "note": _text(item.note),
        "actors": list(item.actors),
        "object": item.object,
        "place": item.place,
        "measure": item.measure,
        "is_alleged": item.is_alleged or None,
    }


def _statement(item: Statement) -> _Fields:
    return {
        "said": _span(item.said),
        "content": _text(item.content),
        "stance": item.stance,
        "speaker": item.speaker,
        "org": item.org,
        "target": item.target,
        "measure": item.measure,
        "keys": _groups(item.keys),
    }


def _figure(item: Figure) -> _Fields:
    return {
        "subject": item.subject,
        "measure": _text(item.measure),
        "unit": item.unit,
        "note": _text(item.note),
        "value": _range(item.value),
        "before": _range(item.before),
        "sides": [
            {"value": exact_text(each.value), "note": _text(each.note)}
            for each in item.sides
        ],
        "scope": None if item.scope is None else _scope(item.scope),
        "against": item.against,
        "series": item.series,
        "valid": _span(item.valid),
        "said_by": list(item.said_by),
        "said": _span(item.said),
        "of_measure": item.of_measure,
    }


def _listing(item: Listing) -> _Fields:
    return {
        "party": item.party,
        "list": item.list,
        "when": _span(item.when),
        "note": _text(item.note),
        "named": item.named,
        "measure": item.measure,
    }


def _holding(item: Holding) -> _Fields:
    return {
        "owner": item.owner,
        "owned": item.owned,
        "when": _span(item.when),
        "note": _text(item.note),
        "share": _range(item.share),
    }


def _evidence(of: Evidence) -> Json:
    published = None if of.published is None else of.published.isoformat()
    return _filled(
        {
            "text": of.cite.text,
            "address": of.cite.address,
            "status": of.cite.standing.value,
            "quote": of.cite.quote,
            "published": published,
        }
    )


def _cue(cue: Cue) -> Json:
    told: _Fields = {
        "things": _groups(cue.things),
        "words": _groups(cue.words),
        "without": list(cue.without),
    }
    return _filled(told)


def _scope(scope: Scope) -> Json:
    told: _Fields = {
        "note": _text(scope.note),
        "needs": list(scope.needs),
        "refuses": list(scope.refuses),
        "field": scope.field,
    }
    return _filled(told)


def _text(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}


def _span(span: Span | None) -> Json:
    if span is None:
        return None
    if span.first == span.last:
        return span.first.isoformat()
    last = OPEN if span.last is None else span.last.isoformat()
    return {"from": span.first.isoformat(), "to": last}


def _range(of: Range | None) -> Json:
    if of is None:
        return None
    if of.low == of.high:
        return exact_text(of.low)
    return {"low": exact_text(of.low), "high": exact_text(of.high)}


def _groups(groups: Iterable[tuple[str, ...]]) -> Json:
    return [list(group) for group in groups]


def _filled(fields: _Fields) -> Json:
    """Leave out what is empty."""
    return {k: v for k, v in fields.items() if v is not None and v not in ("", [])}

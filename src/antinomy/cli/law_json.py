"""Measures, events, provisions and changes as JSON."""

from collections.abc import Mapping
from datetime import date

from antinomy.law import Change, Event, Measure, Practice, Provision, Version
from antinomy.values import Citation, Json, Text
from antinomy.view import View

_DAYS = (
    "announced",
    "public_inspection",
    "published",
    "effective",
    "compliance",
    "until",
    "after",
)


def measures_json(view: View, measures: list[Measure]) -> Mapping[str, Json]:
    """Give measures with the state of each provision on the day asked about."""
    return {
        "on": view.on.isoformat(),
        "known_by": view.known_by.isoformat(),
        "measures": [_measure(view, measure) for measure in measures],
    }


def changes_json(
    first: date, last: date, changes: tuple[Change, ...]
) -> Mapping[str, Json]:
    """Give what changes between two days."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "changes": [
            {
                "provision": change.provision.id,
                "measure": change.provision.measure,
                "before": change.before.state.value,
                "after": change.after.state.value,
                "is_reworded": change.is_reworded,
                "events": [event.id for event in change.events],
            }
            for change in changes
        ],
    }


def _measure(view: View, measure: Measure) -> Json:
    return {
        "measure": measure.id,
        "pack": measure.pack,
        "title": _text(measure.title),
        "issuer": measure.issuer,
        "kind": measure.kind,
        "regime": measure.regime,
        "force": measure.force.value,
        "addressee": measure.addressee or None,
        "citation": _citation(measure.cite),
        "source_status": measure.cite.standing.value,
        "events": [_event(event) for event in measure.events],
        "provisions": [_provision(view, p) for p in measure.provisions],
        "practice": [_practice(practice) for practice in measure.practice],
    }


def _provision(view: View, provision: Provision) -> Json:
    found = view.law.standings[provision.id]
    return {
        "provision": provision.id,
        "title": _text(provision.title),
        "scope": provision.scope,
        "state": found.state.value,
        "would_be": found.would_be.value if found.would_be else None,
        "back_on": found.back_on.isoformat() if found.back_on else None,
        "note": _text(found.note) if found.note else None,
        "events": [event.id for event in found.deciding],
        "wording": _version(found.version),
        "or_wording": _version(found.instead),
    }


def _version(version: Version | None) -> Json:
    if version is None:
        return None
    return {
        "opened_by": version.opened_by,
        "when": version.when_text or None,
        "unless": version.unless_text or None,
        "citation": _citation(version.cite),
        "source_status": version.cite.standing.value,
    }


def _event(event: Event) -> Json:
    days = {name: getattr(event, name) for name in _DAYS}
    return {
        "event": event.id,
        "kind": event.kind.value,
        **{name: str(day) for name, day in days.items() if day is not None},
        "aspect": "enforcement" if event.is_of_enforcement else "force",
        "provisions": list(event.only),
        "note": _text(event.note) if event.note else None,
        "citation": _citation(event.cite),
        "source_status": event.cite.standing.value,
    }


def _practice(practice: Practice) -> Json:
    return {
        "since": practice.since.isoformat(),
        "what": _text(practice.what),
        "citation": _citation(practice.cite),
        "source_status": practice.cite.standing.value,
    }


def _text(text: Text) -> Json:
    return {"en": text.en, "zh": text.zh}


def _citation(cite: Citation) -> Json:
    return {"text": cite.text, "address": cite.address}

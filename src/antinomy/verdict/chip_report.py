"""A classification as JSON: one shape for the command, the API and agents."""

from antinomy.language import FactName
from antinomy.values import Json
from antinomy.verdict.classify import Classification, Control, TariffBand
from antinomy.verdict.report import citation_json, fact_json, proof_json
from antinomy.view import View


def classification_json(answer: Classification) -> dict[str, Json]:
    """Give a classification as JSON."""
    view = answer.view
    return {
        "chip": answer.chip,
        "on": view.on.isoformat(),
        "known_by": view.known_by.isoformat(),
        "figures": {name: _figure(answer, name) for name in answer.figures},
        "controls": [_control(view, control) for control in answer.controls],
        "letters": [
            {
                "measure": letter.id,
                "addressee": letter.addressee,
                "citation": citation_json(letter.cite),
            }
            for letter in answer.letters
        ],
        "review": [
            {
                "destination": row.destination,
                "licence": row.licence.value,
                "policies": [policy.value for policy in row.policies],
                "provisions": list(row.provisions),
            }
            for row in answer.review
        ],
        "tariff_bands": [_band(view, band) for band in answer.tariff_bands],
        "not_modelled": _not_modelled(view),
        "note": {
            "en": view.packs.words["label.parameters_only"].en,
            "zh": view.packs.words["label.parameters_only"].zh,
        },
    }


def _figure(answer: Classification, name: str) -> dict[str, Json]:
    entries = answer.view.packs.law.vocabulary.entries
    entry = entries.get(FactName("chip", name))
    told = fact_json(name, answer.figures)
    del told["fact"]
    return {**told, "unit": entry.unit if entry else ""}


def _control(view: View, control: Control) -> dict[str, Json]:
    truth = control.truth.value
    return {"eccn": control.eccn, "truth": truth, **_met(view, control)}


def _band(view: View, band: TariffBand) -> dict[str, Json]:
    truth = band.truth.value
    return {"band": band.band, "truth": truth, "rate": band.rate, **_met(view, band)}


def _met(view: View, met: Control | TariffBand) -> dict[str, Json]:
    return {
        "provision": met.provision.id,
        "citation": citation_json(met.cite),
        "source_status": met.cite.standing.value,
        "unknown": list(met.proof.missing),
        "proof": proof_json(met.proof, view.packs.law),
    }


def _not_modelled(view: View) -> list[Json]:
    """Give the regimes of which nothing is held."""
    law = view.packs.law
    modelled = law.modelled
    return [regime for regime in law.regimes if regime not in modelled]

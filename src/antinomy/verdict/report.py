"""The answer as JSON: one shape for the command, the API and agents.

Lists are ordered; equal input, packs and dates give equal bytes.
"""

from collections.abc import Mapping
from fractions import Fraction

from antinomy.language import Proof, Step, show
from antinomy.law import Concludes, Excepts, Law, Pack, Remark
from antinomy.values import (
    Bounded,
    Citation,
    Fact,
    Json,
    Known,
    OneOf,
    Scalar,
    Text,
    Unknown,
    fact_text,
    scalar_text,
)
from antinomy.verdict.accepted_report import (
    acceptances_json,
    accepted_digest_json,
    accepted_json,
    leanings_json,
    reliances_json,
)
from antinomy.verdict.assess import Assessment
from antinomy.verdict.findings import Finding
from antinomy.verdict.grade import Antinomy
from antinomy.verdict.levers import Lever
from antinomy.verdict.matrix import Cell, Row, why_unknown
from antinomy.verdict.questions import Question
from antinomy.verdict.words import Grade

Object = dict[str, Json]


def as_json(assessment: Assessment) -> Object:
    """Give an assessment as JSON."""
    view = assessment.view
    packs = [*packs_json(view.packs.law), *accepted_digest_json(view.packs)]
    return {
        "transaction": assessment.transaction.name,
        "asking": assessment.transaction.asking,
        "on": view.on.isoformat(),
        "known_by": view.known_by.isoformat(),
        "packs": packs,
        "courses": [_course(row, assessment.antinomy) for row in assessment.rows],
        "cells": [
            _cell(assessment, row, cell)
            for row in assessment.rows
            for cell in row.cells
        ],
        "antinomy": _antinomy(assessment),
        "questions": [_question(question) for question in assessment.advice.questions],
        "levers": [_lever(lever) for lever in assessment.advice.levers],
        "contradictions": [
            {"fact": c.fact, "stated": _value(c.stated), "catalogue": _value(c.held)}
            for c in assessment.contradictions
        ],
        **reliances_json(assessment),
        **accepted_json(view.packs),
        "coverage": coverage_json(assessment),
    }


def packs_json(law: Law) -> list[Json]:
    """Give the packs with their digests and reach."""
    return [
        {
            "pack": pack.id,
            "version": pack.version.isoformat(),
            "digest": pack.digest,
            "reliable_to": pack.reliable_to.isoformat(),
            "review_by": pack.review_by.isoformat(),
        }
        for pack in law.packs.values()
    ]


def coverage_json(assessment: Assessment) -> Object:
    """Give what is modelled, flagged, not held and stale."""
    view = assessment.view
    packs = view.packs.law.packs.values()
    stale = {pack.id: view.stale_since(pack.id) for pack in packs}
    found: dict[str, list[Json]] = {"modelled": [], "flagged": [], "not_held": []}
    for pack in packs:
        for kind, told in pack_coverage_json(pack).items():
            found[kind] += told
    return {
        **found,
        "stale": [
            {"pack": name, "known_to": day.isoformat()}
            for name, day in stale.items()
            if day is not None
        ],
    }


def pack_coverage_json(pack: Pack) -> dict[str, list[Json]]:
    """Give what a pack models, flags and does not hold."""
    return {
        "modelled": [_remark(remark) for remark in pack.modelled],
        "flagged": [
            {"id": f.id, "regime": f.regime, "why": _text(f.why)} for f in pack.flagged
        ],
        "not_held": [_remark(remark) for remark in pack.not_held],
    }


def _remark(remark: Remark) -> Json:
    return {"regime": remark.regime, "what": _text(remark.what)}


def _text(text: Text | None) -> Json:
    return None if text is None else {"en": text.en, "zh": text.zh}


def citation_json(cite: Citation) -> Object:
    """Give a citation as JSON."""
    return {"text": cite.text, "address": cite.address}


def _course(row: Row, antinomy: Antinomy) -> Object:
    against = antinomy.one_sided.get(row.course.id, ())
    return {
        "course": row.course.id,
        "title": _text(row.course.title),
        "available": row.available.value,
        "against": list(against),
        "one_sided": antinomy.grade.value == "none" and bool(against),
    }


def _cell(assessment: Assessment, row: Row, cell: Cell) -> Object:
    policy = cell.review_policy
    words = assessment.view.packs.words
    return {
        "course": cell.course,
        "available": row.available.value,
        "regime": cell.regime,
        "verdict": cell.verdict.value,
        "also": [verdict.value for verdict in cell.also],
        "could_be": cell.could_be.value,
        "stale": cell.stale.isoformat() if cell.stale else None,
        "recorded_since": cell.recorded_since.isoformat()
        if cell.recorded_since
        else None,
        "review_policy": policy.value if policy else None,
        "reasons": [_text(reason) for reason in why_unknown(cell, words)],
        "flagged": [flagged.id for flagged in cell.flagged],
        "findings": [finding_json(assessment, cell, f) for f in cell.findings],
    }


def finding_json(assessment: Assessment, cell: Cell, finding: Finding) -> Object:
    """Give one finding with its proof."""
    law = assessment.view.packs.law
    proof = assessment.proof(cell.course, finding)
    facts = assessment.facts[cell.course]
    norm = finding.norm
    settled = assessment.advice.settled.get((cell.course, finding.provision.id))
    practice = law.measures[finding.provision.measure].practice
    return {
        "provision": finding.provision.id,
        "title": _text(finding.provision.title),
        "verdict": finding.verdict.value,
        "truth": finding.truth.value,
        "truth_counting_sleeping_rules": finding.counted.value,
        "force": finding.force.value,
        "state": finding.state.value,
        "state_note": _text(finding.note),
        "norm": {norm.modality.value: list(norm.acts)},
        "citation": citation_json(finding.cite),
        "source_status": finding.cite.standing.value,
        "review_policies": [policy.value for policy in finding.policies],
        "paper": norm.licence or norm.route or None,
        "paper_held": finding.is_held.value,
        "exception": finding.exception.id if finding.exception else None,
        "conditions": _text(finding.conditions),
        "why": _text(norm.why),
        "consequence": _text(norm.consequence),
        "remedy": _text(norm.remedy),
        "deadline": _text(norm.deadline),
        "rate": norm.rate or None,
        "practice": [
            {
                "since": p.since.isoformat(),
                "what": _text(p.what),
                "citation": p.cite.text,
            }
            for p in practice
            if p.since <= assessment.view.on
        ],
        "settled_exactly": settled.value if settled else None,
        "unknown": list(proof.missing),
        "facts": [fact_json(fact, facts) for fact in proof.cited],
        **leanings_json(assessment, cell.course, finding),
        "proof": proof_json(proof, law),
    }


def fact_json(fact_id: str, facts: Mapping[str, Fact]) -> Object:
    """Give a fact with its value and source."""
    fact = facts.get(fact_id, Unknown())
    source = fact.source
    return {
        "fact": fact_id,
        **_value(fact),
        "source": source.said,
        "source_day": source.day.isoformat() if source.day else None,
        "address": source.address,
        "steps": list(source.steps),
        **acceptances_json(source.acceptances),
    }


def _value(fact: Fact) -> Object:
    match fact:
        case Known(value) if isinstance(value, Fraction):
            return {"value": float(value), "exact": scalar_text(value)}
        case Known(value):
            return {"value": _scalar(value)}
        case Bounded(low, high, reason):
            return {"interval": [_end(low), _end(high)], "reason": reason}
        case OneOf(values, reason):
            return {"one_of": sorted(scalar_text(v) for v in values), "reason": reason}
        case _:
            return {"value": fact_text(fact)}


def _scalar(value: Scalar) -> Json:
    """Give a value as JSON has it; a fraction as its nearest number."""
    if isinstance(value, bool | int):
        return value
    return float(value) if isinstance(value, Fraction) else scalar_text(value)


def _end(end: Scalar | None) -> Json:
    return None if end is None else _scalar(end)


def proof_json(proof: Proof, law: Law) -> Object:
    """Give a proof as a list of steps; arms are numbers of steps, shared once."""
    numbers: dict[int, int] = {}
    steps: list[Json] = []
    _number(proof.step, law, numbers, steps)
    return {"truth": proof.truth.value, "goal": numbers[id(proof.step)], "steps": steps}


def _number(step: Step, law: Law, numbers: dict[int, int], steps: list[Json]) -> int:
    if id(step) in numbers:
        return numbers[id(step)]
    arms = [_number(arm, law, numbers, steps) for arm in step.arms]
    numbers[id(step)] = len(steps)
    name = getattr(step.form, "name", "")
    provision = law.provisions.get(name)
    entry: Object = {
        "form": show(step.form),
        "of": step.path,
        "truth": step.truth.value,
        "arms": arms,
        "facts": list(step.facts),
    }
    if provision is not None:
        entry["provision"] = provision.id
        entry["is_exception"] = isinstance(provision.does, Excepts)
        if isinstance(provision.does, Concludes) and provision.does.control:
            entry["control"] = provision.does.control
        if isinstance(provision.does, Concludes) and provision.does.tariff_band:
            entry["tariff_band"] = provision.does.tariff_band
    steps.append(entry)
    return numbers[id(step)]


def _antinomy(assessment: Assessment) -> Object:
    antinomy = assessment.antinomy
    is_open = antinomy.grade is Grade.UNKNOWN
    deciding = [q.fact for q in assessment.advice.questions] if is_open else []
    return {
        "grade": antinomy.grade.value,
        "possible_grades": [grade.value for grade in antinomy.possible],
        "deciding_facts": list(deciding),
        "norms": list(antinomy.norms),
        "not_weighed": list(antinomy.not_weighed),
        "escapes": [
            {
                "course": escape.course,
                "paper": escape.paper or None,
                "review_policies": [policy.value for policy in escape.policies],
            }
            for escape in antinomy.escapes
        ],
    }


def _question(question: Question) -> Object:
    told: Object = {
        "fact": question.fact,
        "settles": question.settles,
        "who": question.who,
        "text": _text(question.text),
        "cells": [list(cell) for cell in question.concerns],
    }
    return {**told, "because": question.because} if question.because else told


def _lever(lever: Lever) -> Object:
    return {
        "kind": lever.kind.value,
        "what": lever.what,
        "text": _text(lever.text),
        "flips": [list(cell) for cell in lever.flips],
        "review_policies": [policy.value for policy in lever.policies],
    }

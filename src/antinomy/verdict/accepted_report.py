"""As JSON: what was accepted on top of the packs, and statements that are relied on.

Without accepted claims, and without statements relied on, each part is empty and the
answer has the bytes that it has without them.
"""

from collections.abc import Sequence

from antinomy.law import Event, EventKind
from antinomy.values import Acceptance, Json
from antinomy.verdict.assess import Assessment
from antinomy.verdict.findings import Finding
from antinomy.verdict.reliance import Reliance
from antinomy.verdict.texts import fill
from antinomy.view import Packs, Unread, acceptance_json, why_unread

Object = dict[str, Json]


def accepted_digest_json(packs: Packs) -> list[Json]:
    """Give what was accepted as a pack of its own: its digest and its size."""
    accepted = packs.accepted
    if not accepted:
        return []
    told = {"pack": "accepted", "digest": accepted.digest}
    return [{**told, "entries": len(accepted.claims)}]


def accepted_json(packs: Packs) -> Object:
    """Give every claim on top of the packs, and why one changes nothing."""
    if not packs.accepted:
        return {}
    unread = [why_unread(packs, claim) for claim in packs.accepted]
    told = zip(packs.accepted.as_json(), unread, strict=True)
    claims: list[Json] = []
    for claim, why in told:
        assert isinstance(claim, dict), "a claim is an object"
        claims.append({**claim, "unread": _said(packs, why)} if why else claim)
    return {"accepted": claims}


def _said(packs: Packs, unread: Unread) -> Json:
    said = fill(packs.words, f"unread.{unread.why}", **unread.parts)
    return {"en": said.en, "zh": said.zh}


def acceptances_json(acceptances: Sequence[Acceptance]) -> Object:
    """Give who accepted the entries that a fact leans on; nothing for none."""
    if not acceptances:
        return {}
    return {"accepted": [acceptance_json(each) for each in acceptances]}


def leanings_json(assessment: Assessment, course: str, finding: Finding) -> Object:
    """Give the accepted claims that a finding leans on; nothing for none."""
    found = assessment.leanings(course, finding)
    return {"accepted": [basis.as_json() for basis in found]} if found else {}


def reliances_json(assessment: Assessment) -> Object:
    """Give the statements that the file relies on; nothing for none."""
    if not assessment.reliances:
        return {}
    return {"relied_on": [_reliance(each) for each in assessment.reliances]}


def _reliance(reliance: Reliance) -> Json:
    measure, event = reliance.measure, reliance.event
    title = measure.title if measure else None
    known = measure.known_from if measure else None
    return {
        "statement": reliance.statement,
        "title": {"en": title.en, "zh": title.zh} if title else None,
        "known_from": known.isoformat() if known else None,
        "withdrawn": reliance.withdrawn.value,
        "event": _event(event) if event else None,
    }


def _event(event: Event) -> Json:
    note = event.note
    is_open = event.kind is EventKind.AWAITED  # a rewording that review accepted
    return {
        "event": event.id,
        "kind": EventKind.REWORDS.value if is_open else event.kind.value,
        "effective": str(event.starts) if event.starts else None,
        "known_from": event.known_from.isoformat() if event.known_from else None,
        "citation": {"text": event.cite.text, "address": event.cite.address},
        "source_status": event.cite.standing.value,
        "note": {"en": note.en, "zh": note.zh} if note else None,
        **acceptances_json(event.acceptances),
    }

"""The answer as JSON: complete, ordered, the same bytes each time."""

import json

from tests.verdict.test_advice import assessed

from antinomy.values import Json, canonical_bytes
from antinomy.verdict import as_json

KEYS = {
    "transaction",
    "on",
    "known_by",
    "packs",
    "cells",
    "antinomy",
    "questions",
    "levers",
    "coverage",
}
CELL_KEYS = {
    "course",
    "available",
    "regime",
    "verdict",
    "also",
    "could_be",
    "stale",
    "review_policy",
    "findings",
}


def answer() -> dict[str, Json]:
    """Give one answer."""
    return as_json(assessed("johor-ascend", "2025-05-22"))


def test_the_answer_has_every_key_of_the_contract() -> None:
    """Users and tests lean on these keys."""
    found = answer()

    assert set(found) >= KEYS
    assert all(set(cell) >= CELL_KEYS for cell in found["cells"])  # type: ignore[union-attr, arg-type]


def test_equal_questions_give_equal_bytes() -> None:
    """The same packs, file and dates give the same bytes."""
    assert canonical_bytes(answer()) == canonical_bytes(answer())


def test_the_answer_survives_json() -> None:
    """What is printed can be read back."""
    found = answer()

    assert found == json.loads(json.dumps(found))


def test_every_finding_has_citation_and_standing() -> None:
    """No finding without a citation, and without how its source was read."""
    cells = json.loads(json.dumps(answer()))["cells"]
    findings = [finding for cell in cells for finding in cell["findings"]]

    assert findings
    assert all(f["citation"]["text"] and f["source_status"] for f in findings)

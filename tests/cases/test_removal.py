"""No provision without a case that fails when it is removed."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from tests.cases.casefile import Case, Court, Wanted, cases, packs
from tests.cases.signature import Signature, signature

from antinomy.verdict import Assessment

Asked = tuple[Case, Wanted]


@cache
def baseline() -> dict[int, tuple[Asked, Signature]]:
    """Give what every case says with all provisions in place."""
    court = Court(packs())
    asked = [(case, wanted) for case in cases() for wanted in case.expect]
    return {i: (q, signature(*q, court)) for i, q in enumerate(asked)}


@cache
def cited() -> dict[str, list[int]]:
    """Give, by provision, the questions whose proofs use it."""
    court = Court(packs())
    found: dict[str, list[int]] = {}
    for index, ((case, wanted), _) in baseline().items():
        if case.transaction is not None:
            for provision in _used(court.assess(case, wanted)):
                found.setdefault(provision, []).append(index)
    return found


def _used(answer: Assessment) -> set[str]:
    names = set()
    for proof in answer.proofs.values():
        steps, seen = [proof.step], set()
        while steps:
            step = steps.pop()
            if id(step) not in seen:
                seen.add(id(step))
                names.add(getattr(step.form, "name", ""))
                steps += step.arms
    return names


def _likely_first(provision: str) -> Iterator[tuple[Asked, Signature]]:
    """Ask the deals whose proofs use it, then the chips, then the rest."""
    first = cited().get(provision, [])
    rest = [index for index in baseline() if index not in first]
    rest.sort(key=lambda index: baseline()[index][0][0].chip is None)
    yield from (baseline()[index] for index in [*first, *rest])


@pytest.mark.slow
@pytest.mark.parametrize("provision", sorted(packs().law.provisions))
def test_removing_a_provision_changes_a_case(provision: str) -> None:
    """Without any one provision some case gets another cell, grade or paragraph."""
    fewer = replace(packs(), law=packs().law.without(provision))
    court = Court(fewer)
    changed = any(
        signature(case, wanted, court) != before
        for (case, wanted), before in _likely_first(provision)
    )

    assert changed, f"no case shows that {provision} is missing"

"""Which accepted claims a finding leans on: by a fact of its proof, or by the law."""

from collections.abc import Iterator, Mapping

from antinomy.language import Concluded, Proof, Step
from antinomy.law import LawOn
from antinomy.values import Acceptance, Fact
from antinomy.view import Accepted, Basis


def leanings_of(
    proof: Proof, facts: Mapping[str, Fact], law: LawOn, accepted: Accepted
) -> tuple[Basis, ...]:
    """Give what the accepted claims behind a proof rest on, each once, by entry."""
    if not accepted:
        return ()
    met = {*_of_facts(proof, facts), *_of_law(proof.step, law)}
    entries = sorted({each.entry for each in met})
    claims = (claim for entry in entries for claim in accepted.claims_of(entry))
    return tuple(claim.basis for claim in claims if claim.basis.acceptance in met)


def _of_facts(proof: Proof, facts: Mapping[str, Fact]) -> Iterator[Acceptance]:
    for name in (*proof.cited, *proof.missing):
        if name in facts:
            yield from facts[name].source.acceptances


def _of_law(step: Step, law: LawOn) -> Iterator[Acceptance]:
    """Give the acceptances of the events that decide the rules of a proof."""
    stack, seen = [step], set()
    while stack:
        top = stack.pop()
        if id(top) in seen:
            continue
        seen.add(id(top))
        stack += top.arms
        if isinstance(top.form, Concluded) and top.form.name in law.standings:
            for event in law.standings[top.form.name].deciding:
                yield from event.acceptances

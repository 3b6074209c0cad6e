"""Which claim of a page was matched with what: findings by the ids of their claims."""

from collections.abc import Sequence

from antinomy.press.found import Event, Quantity
from antinomy.press.ledger.match import Finding, Matched
from antinomy.press.reading import Reading
from antinomy.press.woven import Extent


def matches_of(
    reading: Reading, matched: Sequence[Matched]
) -> list[tuple[str, Matched]]:
    """Give what each finding is to the record, beside the id of its claim."""
    each: tuple[tuple[str, Sequence[Finding]], ...] = (
        ("e", reading.events),
        ("s", reading.statements),
        ("q", reading.quantities),
    )
    ids = {
        _place(finding): f"{letter}{number}"
        for letter, findings in each
        for number, finding in enumerate(findings, 1)
    }
    return [(ids[_place(one.finding)], one) for one in matched]


def _place(finding: Finding) -> tuple[str, tuple[Extent, ...]]:
    """Tell findings apart by what they are and where they stand."""
    if isinstance(finding, Quantity):
        return finding.unit, (finding.extent,)
    kind = finding.kind if isinstance(finding, Event) else finding.stance
    return kind, finding.extents

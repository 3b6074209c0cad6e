"""Mark statements of a page that the record knows as withdrawn, reworded or denied."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from antinomy.claims import Event, Item, Standing, Terms
from antinomy.claims import Statement as HeldStatement
from antinomy.press.found import Statement, Status
from antinomy.press.ledger.compare import is_one_of
from antinomy.press.ledger.recognise import Recognised, Recogniser
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighed import WeighedSentence, weigh_page
from antinomy.press.woven import Extent

# A page that does not say so itself leaves it to the record to say.
_STATUS: Final[dict[str, Status]] = {
    "revised": "revised_in_record",
    "retracted": "retracted",
    "denied": "denied",
}


@dataclass(frozen=True, slots=True)
class _Settled:
    """An item told at an extent of the page that does not stand."""

    item: Item
    extent: Extent
    standing: Standing


def settle_statements(
    findings: Findings,
    recogniser: Recogniser,
    weighed: Sequence[WeighedSentence] | None = None,
) -> tuple[Statement, ...]:
    """Give the statements of a page, those that do not stand marked as such.

    What the page itself says of a statement is kept; else the status is the record's
    and ``settled_by`` the id of the item that withdrew, reworded or denied it.
    """
    if weighed is None:
        weighed = weigh_page(findings, recogniser)
    settled = tuple(_settled(weighed, recogniser))
    terms = recogniser.claims.terms
    return tuple(_marked(each, settled, terms) for each in findings.statements)


def _settled(
    weighed: Sequence[WeighedSentence], recogniser: Recogniser
) -> Iterator[_Settled]:
    for sentence in weighed:
        for told in sentence.items:
            recognised = told.recognised
            standing = recogniser.claims.standing_of(recognised.item.id)
            if standing.status in _STATUS:
                yield _Settled(recognised.item, _clause(recognised), standing)


def _clause(recognised: Recognised) -> Extent:
    spotted = recognised.spotted
    clause = spotted.clauses[spotted.clause_at(recognised.anchor)]
    return clause.shifted(spotted.told.extent.start)


def _marked(
    statement: Statement, settled: tuple[_Settled, ...], terms: Terms
) -> Statement:
    if statement.status != "standing":
        return statement
    by = tuple(t for t in (statement.speaker, statement.org) if t)
    for each in settled:
        held = _said_by(each.item)
        if by and held and not is_one_of(by, held, terms):
            continue
        if any(each.extent.meets(extent) for extent in statement.extents):
            status = _STATUS[each.standing.status]
            return replace(statement, status=status, settled_by=each.standing.by)
    return statement


def _said_by(item: Item) -> tuple[str, ...]:
    match item:
        case HeldStatement():
            return tuple(t for t in (item.speaker, item.org) if t)
        case Event():
            return item.actors
        case _:
            return ()

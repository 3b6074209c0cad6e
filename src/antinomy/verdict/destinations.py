"""Review by destination: does a chip need a licence there, and how is it reviewed?

Asked for an item taken to be of US origin, sent from the United States to an unlisted
end user headquartered at the destination.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.language import ROOT
from antinomy.law import Pack, Policy
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Fact, Known, Source, Truth
from antinomy.verdict.prepare import prepare
from antinomy.verdict.weigher import Weigher
from antinomy.verdict.words import Verdict

_EXPORT = "export"
_LETTER = "letter"
_KNOWLEDGE = "knowledge."
_SOURCE = Source("supposed, to show the review by destination")
_YES = Known(value=True, source=_SOURCE)
_NO = Known(value=False, source=_SOURCE)


@dataclass(frozen=True, slots=True)
class Review:
    """Whether a destination needs a licence for the chip, and how it is reviewed."""

    destination: str
    licence: Truth
    policies: tuple[Policy, ...]
    provisions: tuple[str, ...]


def review_by_destination(
    weigher: Weigher, facts: Mapping[str, Fact]
) -> tuple[Review, ...]:
    """Ask the licence norms for each destination that the packs want shown."""
    return tuple(
        _reviewed(weigher, pack, facts, destination)
        for pack in weigher.view.packs.law.packs.values()
        for destination in pack.destinations
    )


def _reviewed(
    weigher: Weigher, pack: Pack, facts: Mapping[str, Fact], destination: str
) -> Review:
    prepared = prepare(_sale(weigher, facts, destination), weigher.view)
    own = {regime.id for regime in pack.regimes}
    cells = [
        cell
        for situation in weigher.situations(prepared)
        if _EXPORT in situation.row.course.does
        for cell in situation.row.cells
        if cell.regime in own
    ]
    licences = [
        finding
        for cell in cells
        for finding in cell.findings
        if finding.base is Verdict.LICENCE
        and finding.truth.possibly
        and finding.measure_kind != _LETTER
    ]
    truth = Truth.UNKNOWN if any(cell.flagged for cell in cells) else Truth.FALSE
    for finding in licences:
        truth |= finding.truth
    telling = [f for f in licences if f.truth is truth]
    policies = {policy for finding in telling for policy in finding.policies}
    return Review(
        destination,
        truth,
        tuple(p for p in Policy if p in policies),
        tuple(f.provision.id for f in telling),
    )


def _sale(weigher: Weigher, facts: Mapping[str, Fact], destination: str) -> Transaction:
    """Suppose an ordinary sale; letters are listed apart, with their addressee."""
    here = Known(destination, _SOURCE)
    chip = Thing("chip", "items[0].contains[0]", "", facts)
    item = Thing(
        "item",
        "items[0]",
        "",
        {"kind": Known("chip", _SOURCE), "us_origin": _YES},
        {"chip": Things((chip,), _YES)},
    )
    seller = _party("seller", frozenset({"exporter"}), Known("US", _SOURCE), _NO)
    buyer = _party("buyer", frozenset({"purchaser", "end_user"}), here, _NO)
    root = Thing(
        facts={
            **_ordinary(weigher),
            "exported_from": Known("US", _SOURCE),
            "destination": here,
            "end_use.kind": Known("data_centre", _SOURCE),
        },
        lists={
            "item": Things((item,), _YES),
            "party": Things((seller, buyer), _YES),
            "letter": Things((), _YES),
        },
    )
    return Transaction("classify", "seller", root)


def _ordinary(weigher: Weigher) -> dict[str, Fact]:
    """Suppose that nobody knows of anything wrong."""
    entries = weigher.view.packs.law.vocabulary.of_scope(ROOT)
    return {name: _NO for name in entries if name.startswith(_KNOWLEDGE)}


def _party(party: str, roles: frozenset[str], seat: Fact, unlisted: Fact) -> Thing:
    places = ("incorporated_in", "managed_in", "ultimate_parent_managed_in")
    facts: dict[str, Fact] = dict.fromkeys(places, seat)
    facts |= {"roles": Known(roles, _SOURCE), "us_el.listed": unlisted}
    nobody = Things((), _YES)
    return Thing("party", f"parties[{party}]", party, facts, {"owner": nobody})

"""The view of a question with what review has accepted on top of the packs."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from antinomy.catalogue import Catalogue, Chip, Told, figures
from antinomy.language import FactName
from antinomy.values import (
    Bounded,
    Day,
    Fact,
    Known,
    KnownBy,
    Standing,
    Truth,
    Unknown,
)
from antinomy.view.accepted import (
    NOTHING,
    Accepted,
    AcceptedClaim,
    AcceptedFigure,
    AcceptedHolding,
    AcceptedListing,
    AcceptedTurn,
    Unread,
)
from antinomy.view.on_law import with_turns
from antinomy.view.on_lists import ENTITY_LIST, with_entries, with_listings
from antinomy.view.view import Packs, View, view_on

FIGURES = ("tpp", "performance_density", "io_rate", "dram_bandwidth")


def view_accepting(
    packs: Packs, on: Day, known_by: KnownBy, accepted: Accepted = NOTHING
) -> View:
    """Give the view of a day as known by a day, with what counted by then on top."""
    upon = with_accepted(packs, accepted.known_by(known_by), on)
    return view_on(upon, on, known_by)


def with_accepted(packs: Packs, accepted: Accepted, on: Day | None = None) -> Packs:
    """Give packs with accepted claims on top; the packs' own say is never lost.

    Each claim that the packs have no place for changes nothing (``why_unread``), and
    is told as such. A figure that may be over on the day, or on any where no day is
    given, settles nothing.
    """
    if not accepted:
        return packs
    read = _read(packs, accepted)
    figures_then = [
        (each, Truth.UNKNOWN if on is None and each.basis.closings else _then(each, on))
        for each in read.figures
    ]
    return replace(
        packs,
        law=with_turns(packs.law, read.turns, packs.words["accepted.two_days"]),
        entity_list=with_listings(packs.entity_list, read.listings, packs.catalogue),
        notice_lists=with_entries(packs.notice_lists, read.listings),
        catalogue=_with_figures(packs.catalogue, figures_then),
        accepted=accepted,
    )


def _read(packs: Packs, accepted: Accepted) -> Accepted:
    """Give the claims that the packs have a place for.

    Words that nothing reads end no others: whether these go on is not known.
    """
    unread = {c for c in accepted.claims if why_unread(packs, c) is not None}
    acts = {c.basis.wording for c in unread} - {""}
    read = (c for c in accepted.claims if c not in unread)
    return Accepted(tuple(_not_ended_by(acts, c) for c in read))


def _not_ended_by(acts: Collection[str], claim: AcceptedClaim) -> AcceptedClaim:
    met = [c for c in claim.basis.closings if c.acceptance.entry in acts]
    if not met or isinstance(claim, AcceptedTurn):
        return claim
    days = claim.days
    begins = [c.begins or days.first or Day(date.min) for c in met]
    doubted = min([*begins, *filter(None, [days.doubted_from])])
    return replace(claim, days=replace(days, last=None, doubted_from=doubted))


def why_unread(packs: Packs, claim: AcceptedClaim) -> Unread | None:
    """Say why a claim cannot change any answer; None where it can."""
    match claim:
        case AcceptedListing(which):
            known = [ENTITY_LIST, *(each.id for each in packs.notice_lists.lists)]
            if which in known:
                return None
            return Unread("list", {"list": which, "known": ", ".join(known)})
        case AcceptedTurn(measure, provisions=provisions):
            held = packs.law.measures.get(measure)
            if held is None:
                return Unread("measure", {"measure": measure})
            strange = {*provisions} - {p.id for p in held.provisions}
            if strange:
                named = {"measure": measure, "provision": min(strange)}
                return Unread("provision", named)
            return None
        case AcceptedFigure():
            return _why_no_figure(packs, claim)
        case AcceptedHolding():
            return None


def against_packs(packs: Packs, claim: AcceptedClaim) -> bool:
    """Tell whether a claim and the packs cannot both be right.

    It is so where, with the claim on top, something that the packs hold is doubted or
    lies between two.
    """
    entry, upon = claim.basis.acceptance, with_accepted(packs, Accepted((claim,)))
    match claim:
        case AcceptedListing():
            rows = (r for r in upon.entity_list.rows if entry in r.acceptances)
            entries = upon.notice_lists.entries
            doubts = [e.notice.doubt for e in entries if entry in e.notice.acceptances]
            dated = claim.days.is_dated
            return dated and any((*(row.doubt for row in rows), *doubts))
        case AcceptedFigure(chip, fact):
            if chip not in packs.catalogue.chips or why_unread(packs, claim):
                return False
            held = figures(packs.catalogue.chips[chip])[fact]
            now = figures(upon.catalogue.chips[chip])[fact]
            return not isinstance(held, Unknown) and held != now
        case AcceptedTurn(measure):
            held_measure = packs.law.measures.get(measure)
            turned = upon.law.measures.get(measure)
            if held_measure is None or turned is None:
                return False
            days = {event.id: event.effective for event in held_measure.events}
            return any(
                event.id in days and event.effective != days[event.id]
                for event in turned.events
            )
        case AcceptedHolding():
            return False


def _why_no_figure(packs: Packs, claim: AcceptedFigure) -> Unread | None:
    if claim.chip not in packs.catalogue.chips:
        return Unread("chip", {"chip": claim.chip})
    if claim.fact not in FIGURES:
        return Unread("figure", {"figure": claim.fact, "known": ", ".join(FIGURES)})
    unit = packs.law.vocabulary.entries[FactName("chip", claim.fact)].unit
    if claim.unit != unit:
        return Unread("unit", {"figure": claim.fact, "unit": unit, "told": claim.unit})
    return None


def _then(figure: AcceptedFigure, on: Day | None) -> Truth:
    return Truth.TRUE if on is None else figure.days.holds(on)


def _with_figures(
    catalogue: Catalogue, claims: Iterable[tuple[AcceptedFigure, Truth]]
) -> Catalogue:
    told: dict[str, dict[str, tuple[Told, ...]]] = {}
    for figure, then in claims:
        if then is not Truth.FALSE:
            is_primary = figure.basis.cite.standing is Standing.PRIMARY
            one = Told(_fact(figure), is_sure=is_primary and then is Truth.TRUE)
            facts = told.setdefault(figure.chip, {})
            facts[figure.fact] = (*facts.get(figure.fact, ()), one)
    if not told:
        return catalogue
    return replace(catalogue, chips=dict(_chips(catalogue, told)))


def _chips(
    catalogue: Catalogue, told: Mapping[str, Mapping[str, tuple[Told, ...]]]
) -> Iterator[tuple[str, Chip]]:
    for name, chip in catalogue.chips.items():
        yield name, replace(chip, told=told[name]) if name in told else chip


def _fact(figure: AcceptedFigure) -> Fact:
    amount, source = figure.amount, figure.basis.source()
    if amount.is_exact:
        return Known(amount.low, source)
    return Bounded(amount.low, amount.high, f"so {source.said}", source)

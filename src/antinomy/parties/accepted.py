"""Lay holdings accepted in review beside the owners that a file states.

What the file states is widened and never overwritten: a share that is told otherwise
lies between both, an owner that a list said to be complete does not name may hold
nothing or what is told. A list of owners that nobody stated stays open.
"""

from dataclasses import replace

from antinomy.catalogue import same_name
from antinomy.parties.holdings import ends_of
from antinomy.parties.names import names_of
from antinomy.transaction import Thing, Things
from antinomy.values import Bounded, Fact, Known, Number, Truth, Unknown, joined
from antinomy.view import AcceptedHolding, View

_OWNER, _SHARE = "owner", "share"
_WHOLE: Number = 100
_NOT_SAID = Unknown("the file states no owners, and the record need not hold them all")


def add_accepted_owners(root: Thing, view: View) -> Thing:
    """Give the transaction with the holdings that are accepted, party by party."""
    holdings = view.packs.accepted.holdings
    if not holdings:
        return root
    parties = root.members("party")

    def owned(party: Thing) -> Thing:
        own = [h for h in holdings if _is(party, h.held, view)]
        for holding in own:
            if holding.days.holds(view.on).possibly:
                party = _with_owner(party, holding, parties, view)
        return party

    return root.mapping("party", owned)


def _is(party: Thing, name: str, view: View) -> bool:
    """Tell whether a name is a party's, in another spelling or as the same firm."""
    names = names_of(party)
    if same_name(names, (name,)):
        return True
    find = view.packs.catalogue.find_firm
    firm = find(name)
    return firm is not None and any(find(other) is firm for other in names)


def _with_owner(
    party: Thing, holding: AcceptedHolding, parties: tuple[Thing, ...], view: View
) -> Thing:
    owners = party.lists.get(_OWNER)
    told = _share(holding, view)
    if owners is None:
        owners = Things((), _NOT_SAID)
    members, at = list(owners.members), None
    for index, owner in enumerate(members):
        if _is(_as_party(owner, parties), holding.holder, view):
            at = index
    if at is not None:
        members[at] = _widened(members[at], told)
    else:
        if owners.is_complete:
            told = _from_nothing(told)
        place = f"{party.path}.owners[{holding.basis.acceptance.entry}]"
        members.append(Thing(_OWNER, place, "", _facts(holding, told, parties, view)))
    changed = replace(owners, members=_within_the_whole(members))
    return replace(party, lists={**party.lists, _OWNER: changed})


def _as_party(owner: Thing, parties: tuple[Thing, ...]) -> Thing:
    """Give the party that an owner is, else the owner as it is named."""
    name = owner.known("party")
    return next((party for party in parties if party.id and party.id == name), owner)


def _facts(
    holding: AcceptedHolding, told: Fact, parties: tuple[Thing, ...], view: View
) -> dict[str, Fact]:
    source = holding.basis.source()
    found = next((p for p in parties if p.id and _is(p, holding.holder, view)), None)
    who = {"name": Known(holding.holder, source)}
    if found is not None:
        who["party"] = Known(found.id, source)
    return {**who, _SHARE: told}


def _share(holding: AcceptedHolding, view: View) -> Fact:
    source = holding.basis.source(holding.days.first)
    if holding.share is None:
        return Bounded(0, _WHOLE, "the share is not known", source)
    low, high = holding.share.low, holding.share.high
    if holding.days.holds(view.on) is Truth.UNKNOWN:
        return Bounded(0, high, "whether it was held that day is not known", source)
    if low == high:
        return Known(low, source)
    return Bounded(low, high, f"so {source.said}", source)


def _widened(owner: Thing, told: Fact) -> Thing:
    """Give an owner whose share is what is stated, what is told, or between."""
    stated = owner.fact(_SHARE)
    if isinstance(stated, Unknown):
        share = told
    else:
        (low, high), (least, most) = ends_of(stated), ends_of(told)
        if low <= least and most <= high:
            return owner
        source = replace(told.source, acceptances=joined([stated.source, told.source]))
        reason = f"{stated.source.said} and {told.source.said} differ"
        share = Bounded(min(low, least), max(high, most), reason, source)
    return replace(owner, facts={**owner.facts, _SHARE: share})


def _from_nothing(told: Fact) -> Fact:
    reason = "the file says that its owners are complete and does not name this one"
    return Bounded(0, ends_of(told)[1], reason, told.source)


def _within_the_whole(members: list[Thing]) -> tuple[Thing, ...]:
    """Let accepted shares begin at nothing where all together would pass the whole."""
    if sum(ends_of(owner.fact(_SHARE))[0] for owner in members) <= _WHOLE:
        return tuple(members)
    return tuple(
        replace(owner, facts={**owner.facts, _SHARE: _from_zero(owner.fact(_SHARE))})
        if owner.fact(_SHARE).source.acceptances
        else owner
        for owner in members
    )


def _from_zero(share: Fact) -> Fact:
    reason = "with the other shares told it would pass the whole"
    return Bounded(0, ends_of(share)[1], reason, share.source)

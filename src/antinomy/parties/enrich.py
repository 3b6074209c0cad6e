"""Add to each party what its name and its owners tell.

A party is matched by exact name, alias or identifier; likeness leaves it open. Each
derived fact carries the row or the statement it rests on, and leaving a fact of the
file unknown leaves less derived, never something else.
"""

from collections.abc import Iterable
from dataclasses import replace

from antinomy.catalogue import Firm
from antinomy.parties.accepted import add_accepted_owners
from antinomy.parties.holdings import captured, captured_share
from antinomy.parties.letters import facts_of_firm
from antinomy.parties.listing import (
    LISTED,
    facts_of_absence,
    facts_of_row,
    facts_of_screening,
    row_of,
)
from antinomy.parties.names import full_name_of, names_of
from antinomy.parties.notices import facts_of_notices
from antinomy.parties.search import owner_key, party_key
from antinomy.transaction import Screening, Thing, Transaction
from antinomy.values import Fact, Known, Source, Truth, Unknown
from antinomy.view import View

_SHARE, _CAPTURED = "captured_share_bis", "is_captured"


def add_party_facts(transaction: Transaction, view: View) -> Transaction:
    """Add listings, firm, letters and captured share to every party."""
    marker = _Marker(transaction, view)
    root = add_accepted_owners(transaction.root, view).mapping("party", marker.named)
    owned = _Owned(root.members("party"), transaction.screenings, view)
    return replace(transaction, root=root.mapping("party", owned.marked))


class _Marker:
    """Add what a party's own names tell."""

    def __init__(self, transaction: Transaction, view: View) -> None:
        self._transaction = transaction
        self._view = view

    def named(self, party: Thing) -> Thing:
        names = names_of(party)
        row = row_of(names, self._view)
        given = [s for s in self._transaction.screenings if s.party == party_key(party)]
        facts = facts_of_row(row) if row else self._screened(party, given)
        facts |= facts_of_notices(names, given, self._view)
        firm = _firm_of(names, self._view)
        letters = facts_of_firm(firm, self._transaction, is_named=bool(names))
        return party.adding({**facts, **letters})

    def _screened(self, party: Thing, given: list[Screening]) -> dict[str, Fact]:
        """Give what a screening says, else what the catalogue says of the full name.

        An alias that a firm of the catalogue has too frees nobody.
        """
        screened = facts_of_screening(given, self._view)
        firm = _firm_of(full_name_of(party), self._view)
        if firm is None or isinstance(screened[LISTED], Known):
            return screened
        return facts_of_absence(firm, given, self._view) or screened


class _Owned:
    """Add the owners' listings and the share that listed owners hold together."""

    def __init__(
        self,
        parties: tuple[Thing, ...],
        screenings: tuple[Screening, ...],
        view: View,
    ) -> None:
        self._parties = {party.id: party for party in parties if party.id}
        self._screenings = screenings
        self._view = view

    def marked(self, party: Thing, trail: frozenset[str] = frozenset()) -> Thing:
        """Mark a party's owners, those that are parties here before it."""
        further = trail | {party.id}
        marked = party.mapping("owner", lambda owner: self._owner(owner, further))
        share = captured_share(marked)
        return marked if share is None else marked.adding({_SHARE: share})

    def _owner(self, owner: Thing, trail: frozenset[str]) -> Thing:
        return owner.adding(
            {LISTED: self._listing(owner), _CAPTURED: self._captured(owner, trail)}
        )

    def _listing(self, owner: Thing) -> Fact:
        """Give the listing of the party that the owner is, else of its names."""
        party = self._party(owner)
        if party is not None:
            return party.fact(LISTED)
        row = row_of(names_of(owner), self._view)
        if row is not None:
            return facts_of_row(row)[LISTED]
        given = [s for s in self._screenings if s.party == owner_key(owner)]
        screened = facts_of_screening(given, self._view)[LISTED]
        if given and isinstance(screened, Known):
            return screened
        firm = _firm_of(full_name_of(owner), self._view)
        unscreened = Unknown("no exact match, and an owner by name is not screened")
        absence = facts_of_absence(firm, (), self._view) if firm else {}
        return absence.get(LISTED, screened if given else unscreened)

    def _captured(self, owner: Thing, trail: frozenset[str]) -> Fact:
        """Tell whether the owner is itself held half or more by those that count.

        Owners in a circle are left unknown.
        """
        party = self._party(owner)
        if party is None or party.id in trail:
            return Unknown("nothing is said of the owners of this owner")
        if party.known("legal_form") == "natural_person":
            return Known(value=False, source=Source("a natural person has no owner"))
        share = self.marked(party, trail).facts.get(_SHARE)
        truth = captured(share)
        if truth is Truth.UNKNOWN or share is None:
            return Unknown("the owners of this owner are not all known")
        return Known(value=truth is Truth.TRUE, source=share.source)

    def _party(self, owner: Thing) -> Thing | None:
        return self._parties.get(str(owner.known("party") or ""))


def _firm_of(names: Iterable[str], view: View) -> Firm | None:
    """Give the firm of the catalogue that has one of the names."""
    found = map(view.packs.catalogue.find_firm, names)
    return next((firm for firm in found if firm is not None), None)

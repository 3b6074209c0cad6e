"""Add to each party what its name and its owners tell.

A party is matched by exact name, alias or identifier against rows of the packs. A match
is a fact with its row. No match leaves the listing unknown unless the file gives a
screening result that no later change of the list has overtaken.
"""

from collections.abc import Iterable
from dataclasses import replace

from antinomy.catalogue import ListRow
from antinomy.parties.holdings import captured_share
from antinomy.transaction import Thing, Transaction
from antinomy.values import Fact, Known, Source, Unknown
from antinomy.view import View

US_ENTITY_LIST = "us.el"


def add_party_facts(transaction: Transaction, view: View) -> Transaction:
    """Add listings, firm, letters and captured share to every party."""
    marker = _Marker(transaction, view)
    root = transaction.root.mapping("party", marker.listing)
    return replace(transaction, root=root.mapping("party", marker.ownership))


class _Marker:
    def __init__(self, transaction: Transaction, view: View) -> None:
        self._transaction = transaction
        self._view = view
        self._listed: dict[str, Fact] = {}

    def listing(self, party: Thing) -> Thing:
        """Add what the party's own names tell."""
        row = self._row(_names(party))
        facts = _of_row(row) if row else self._unmatched(party)
        self._listed[party.id] = facts["us_el.listed"]
        return party.adding({**facts, **self._firm(party)})

    def ownership(self, party: Thing) -> Thing:
        """Add the owners' listings and what they capture together."""
        marked = party.mapping("owner", self._owner)
        share = captured_share(marked)
        return marked if share is None else marked.adding({"captured_share_bis": share})

    def _owner(self, owner: Thing) -> Thing:
        named = owner.known("party")
        if isinstance(named, str) and named in self._listed:
            return owner.adding({"us_el.listed": self._listed[named]})
        row = self._row(_names(owner))
        if row is None:
            return owner.adding({"us_el.listed": Unknown("no screening result for this owner")})
        return owner.adding({"us_el.listed": _of_row(row)["us_el.listed"]})

    def _row(self, names: Iterable[str]) -> ListRow | None:
        entities, view = self._view.packs.entity_list, self._view
        for name in names:
            row = entities.match(name, view.on, view.known_by)
            if row is not None:
                return row
        return None

    def _unmatched(self, party: Thing) -> dict[str, Fact]:
        """No row has the name: what the file's screening says, else unknown."""
        results = [
            s
            for s in self._transaction.screenings
            if s.party == party.id and US_ENTITY_LIST in s.lists
        ]
        for result in sorted(results, key=lambda s: s.as_of, reverse=True):
            if result.is_listed:
                return {"us_el.listed": Known(value=True, source=result.source)}
            view = self._view
            changes = view.packs.entity_list.changed_between(
                result.as_of, view.on, view.known_by
            )
            if changes:
                reason = f"screened on {result.as_of}; the list changed since by {changes[0]}"
                return {"us_el.listed": Unknown(reason, result.source)}
            return {
                "us_el.listed": Known(value=False, source=result.source),
                "us_el.footnote": Known("none", result.source),
            }
        return {"us_el.listed": Unknown("no exact match, and no screening result is given")}

    def _firm(self, party: Thing) -> dict[str, Fact]:
        """Add the firm of the catalogue and the letters it has disclosed."""
        catalogue = self._view.packs.catalogue
        for name in _names(party):
            firm = catalogue.find_firm(name)
            if firm is not None:
                source = Source(f"name equals the firm {firm.name}", status=firm.status)
                letters = frozenset(firm.letters) | self._received()
                return {
                    "firm": Known(firm.id, source),
                    "disclosed_letters": Known(letters, source),
                }
        if self._letters_complete():
            source = Source("the file says that the letters received are complete")
            return {"disclosed_letters": Known(self._received(), source)}
        return {}

    def _letters_complete(self) -> bool:
        letters = self._transaction.root.lists.get("letter")
        complete = letters.complete if letters else None
        return isinstance(complete, Known) and complete.value is True

    def _received(self) -> frozenset[str]:
        letters = (letter.known("letter") for letter in self._transaction.root.members("letter"))
        return frozenset(letter for letter in letters if isinstance(letter, str))


def _names(thing: Thing) -> list[str]:
    """Give the names and identifiers that a thing is known by."""
    names: list[str] = []
    for key in ("name", "party", "aliases", "identifiers"):
        value = thing.known(key)
        if isinstance(value, str):
            names.append(value)
        elif isinstance(value, frozenset):
            names += sorted(value)
    return names


def _of_row(row: ListRow) -> dict[str, Fact]:
    source = Source(
        f"Entity List row {row.name!r}, {'; '.join(row.cites)}",
        day=row.listed_from,
        status=row.status,
    )
    facts: dict[str, Fact] = {"us_el.listed": Known(value=True, source=source)}
    facts["us_el.footnote"] = Known(row.footnote or "none", source)
    if row.review:
        facts["us_el.review"] = Known(row.review, source)
    return facts

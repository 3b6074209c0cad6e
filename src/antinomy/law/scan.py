"""What measure files declare, gathered before any predicate is parsed.

A predicate may be used in a file before the one that concludes it, and an exception may
name a provision of another measure: so names come first.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from antinomy.files import Faults, Listing, Node, Scalar
from antinomy.files import Mapping as Entries
from antinomy.language import ROOT, Schema
from antinomy.values import Location, did_you_mean


@dataclass(frozen=True, slots=True)
class Declared:
    """A provision as far as others may lean on it."""

    id: str
    scope: str
    concludes: str
    imposes: bool
    at: Location


def declared_in(node: Node) -> Iterator[Declared]:
    """Give what the provisions of a measure file declare, as written."""
    top = node.entries.get("provisions") if isinstance(node, Entries) else None
    for item in top.items if isinstance(top, Listing) else ():
        if isinstance(item, Entries):
            own = _word(item, "id")
            scope = _word(item, "scope") or ROOT
            imposes = "norm" in item.entries
            at = item.keys.get("id", item.at)
            yield Declared(own, scope, _word(item, "concludes"), imposes, at)


def predicates_of(
    declared: Iterable[Declared], schema: Schema, faults: Faults
) -> dict[str, str]:
    """Give each predicate its scope; a name of two meanings is a fault."""
    scopes: dict[str, str] = {}
    for each in declared:
        name, scope = each.concludes, each.scope
        known = scope == ROOT or scope in schema.within
        if not name or not known:
            continue
        elsewhere = scopes.setdefault(name, scope)
        if elsewhere != scope:
            message = f"{name!r} is concluded for {elsewhere} elsewhere, not {scope}"
            faults.add(message, each.at)
        if schema.resolve(name, scope) is not None:
            faults.add(f"{name!r} is a fact of the vocabulary", each.at)
    return scopes


def provisions_of(
    declared: Iterable[Declared], predicates: Mapping[str, str], faults: Faults
) -> dict[str, Declared]:
    """Give provisions by id; an id given twice, or to a predicate, is a fault."""
    found: dict[str, Declared] = {}
    for each in declared:
        if not each.id:
            continue  # the reader says that it is missing
        if each.id in found:
            faults.add(f"provision {each.id!r} stands twice", each.at)
        if predicates.get(each.id) == each.scope:
            faults.add(f"{each.id!r} is a predicate and a provision at once", each.at)
        found[each.id] = each
    return found


def check_target(
    target: Scalar, known: Mapping[str, Declared], faults: Faults
) -> Declared | None:
    """Find a provision that another names; note where there is none."""
    found = known.get(target.text)
    if found is None:
        hint = did_you_mean(target.text, known)
        faults.add(f"{target.text!r} is no provision of the packs{hint}", target.at)
    return found


def _word(item: Entries, key: str) -> str:
    node = item.entries.get(key)
    return node.text if isinstance(node, Scalar) else ""

"""Gather the words of a case that no field holds, each with whom and when it is of.

The parts of one statement (a document, an event, a claim) stand together as one text:
a word of absence in one part belongs to the noun of another.
"""

from collections.abc import Iterator
from dataclasses import replace

from antinomy.files import Listing, Node, Scalar
from antinomy.files import Mapping as Block
from antinomy.routes.case import Case
from antinomy.routes.period import Period, looks_dated, parse_period
from antinomy.routes.record import Item, Prose, scalars_of

_APART = ("parties", "flow", "goods", "audits", "payments", "sites")
_SILENT_NAMES = {"note", "notes", "what", "says", "text", "other", "remark", "remarks"}


def read_prose(item: Item, case: Case, doubts: tuple[str, ...]) -> Case:
    """Give the case with its prose and what was doubtful in reading it."""
    rules = item.ledger.rules
    sections = {key: name for name in _APART for key in rules.keys[name]}
    found: list[Prose] = []
    for key, node in item.block.entries.items():
        if key in rules.keys["header"] or key in rules.keys["id"]:
            continue
        section = sections.get(key, key)
        if section in _APART:
            found += _apart(node, section, item)
        else:
            found += _together(node, key, item)
    known = frozenset(item.ledger.known)
    return replace(case, prose=tuple(found), known=known, doubts=doubts)


def _apart(node: Node, section: str, item: Item) -> Iterator[Prose]:
    """Give each value of an item by itself, under its own name."""
    each = node.items if isinstance(node, Listing) else (node,)
    for part in each:
        read = item.ledger.read
        said = [(n, s) for n, s in scalars_of(part) if s.at.field not in read]
        if not said:
            continue
        party = _party(part, section, item)
        on = None if section == "parties" else _day(part)
        for name, scalar in said:
            text = f"{name} {scalar.text}" if _speaks(name) else scalar.text
            if section == "sites":
                text = f"site {text}"
            yield Prose(
                scalar.at.field, text.strip(), scalar.at, section, party, "", on
            )


def _together(node: Node, key: str, item: Item) -> Iterator[Prose]:
    """Give the values of each item as one text, the name of the section first."""
    each = node.items if isinstance(node, Listing) else (node,)
    head = "" if key in _SILENT_NAMES else f"{key} "
    for part in each:
        if isinstance(part, Scalar):
            if not part.is_null and part.at.field not in item.ledger.read:
                yield Prose(part.at.field, f"{head}{part.text}", part.at, key)
            continue
        said = [
            f"{name} {scalar.text}" if _speaks(name) else scalar.text
            for name, scalar in scalars_of(part)
            if scalar.at.field not in item.ledger.read and not _is_day(scalar)
        ]
        if said:
            _know_whole(part, item)
            text = f"{head}{', '.join(said)}"
            yield Prose(
                *(part.at.field, text, part.at, key),
                *(_party(part, key, item), _speaker(part, item), _day(part)),
            )


def _know_whole(part: Node, item: Item) -> None:
    """Note a statement as read where each of its values was."""
    fields = {scalar.at.field for _, scalar in scalars_of(part)}
    if fields <= item.ledger.known | item.ledger.read:
        item.ledger.known.add(part.at.field)


def _speaks(name: str) -> bool:
    return name.rpartition(" ")[2] not in _SILENT_NAMES


def _is_day(scalar: Scalar) -> bool:
    if not looks_dated(scalar.text):
        return False
    try:
        parse_period(scalar.text)
    except ValueError:
        return False
    return True


def _day(part: Node) -> Period | None:
    """Give the first day stated in an item, as the day of all that it says."""
    if isinstance(part, Block):
        for node in part.entries.values():
            if isinstance(node, Scalar) and _is_day(node):
                return parse_period(node.text)
    return None


def _party(part: Node, section: str, item: Item) -> str:
    if not isinstance(part, Block):
        return ""
    inner = Item(item.ledger, part)
    names = {"parties": "id", "audits": "audited", "sites": "operator"}
    found = inner.node(names.get(section, "audited"))
    return found.text if isinstance(found, Scalar) else ""


def _speaker(part: Node, item: Item) -> str:
    if not isinstance(part, Block):
        return ""
    found = Item(item.ledger, part).node("speaker")
    return found.text if isinstance(found, Scalar) else ""

"""Read paths of supply from a file: one, or several under ``cases``.

A case may give goods, parties, movements, payments, counts, sites, services, permits,
holdings, statistics, claims and anything else in words. Each field is known by several
names; what is named otherwise is read as prose, and prose that shows nothing is told as
unread. What an author expects of a case is not read.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from antinomy.catalogue import RedFlagRules
from antinomy.files import Listing, Node, Scalar
from antinomy.files import Mapping as Block
from antinomy.files.node import as_listing, as_mapping, kind_of
from antinomy.routes import movement, site
from antinomy.routes.actor import read_actors
from antinomy.routes.case import Case
from antinomy.routes.facts import Claim, Figure, Goods, Paper
from antinomy.routes.holdings import read_structure
from antinomy.routes.period import Period, looks_dated, parse_period
from antinomy.routes.prose import read_prose
from antinomy.routes.record import Item, Ledger, items_of, read_amount
from antinomy.routes.statistics import read_limits, read_reports
from antinomy.values import InputError, Number, Text, did_you_mean

_BLOCKS = ("customs", "inventory", "finance")


def cases_in(
    document: Node, rules: RedFlagRules, places: Mapping[str, Text]
) -> Iterator[Case | InputError]:
    """Read each case of a file; what is wrong with one does not hide the others."""
    top = as_mapping(document)
    cases = top.entries.get("cases")
    nodes = as_listing(cases).items if cases is not None else (document,)
    if not nodes:
        raise InputError("`cases` holds no case", top.keys["cases"])
    ids: dict[str, int] = {}
    for number, node in enumerate(nodes, start=1):
        try:
            found = case_of(node, Ledger(rules, places), f"case {number}")
            _once(found.id, node, ids)
            yield found
        except InputError as error:
            yield error


def _once(name: str, node: Node, ids: dict[str, int]) -> None:
    if name in ids:
        message = f"the case {name!r} stands twice; it was given at line {ids[name]}"
        raise InputError(message, node.at)
    ids[name] = node.at.line


def case_of(node: Node, ledger: Ledger, name: str = "case 1") -> Case:
    """Read one path of supply.

    Raises:
        InputError: the first thing that cannot be, with its place.
    """
    item = Item(ledger, as_mapping(node))
    case_id = item.text("id") or name
    as_of = _as_of(item)
    orders = _section(item, "order")
    goods = tuple(_goods(each) for each in (*_section(item, "goods"), *orders))
    actors = read_actors(items_of(item.node("parties"), ledger, ("id", "role")))
    movements = tuple(movement.read_movement(m) for m in _section(item, "flow"))
    payments = tuple(movement.read_payment(p) for p in _section(item, "payments"))
    places = tuple(site.read_place(each) for each in _section(item, "sites"))
    figures = {name: _figures(item, name) for name in _BLOCKS}
    counts = tuple(site.read_count(each) for each in _section(item, "audits"))
    case = Case(
        id=case_id,
        as_of=as_of,
        actors=actors,
        movements=movements,
        goods=goods,
        payments=payments,
        counts=(*counts, *site.inventory_counts(item, figures)),
        places=(*places, *site.read_telemetry(item)),
        services=tuple(site.read_service(s) for s in _section(item, "services")),
        permits=site.read_permits(item),
        designs=tuple(site.read_design(d) for d in _section(item, "design_check")),
        figures=figures,
        claims=tuple(_claim(each) for each in items_of(item.node("claims"), ledger)),
        reports=read_reports(items_of(item.node("statistics"), ledger)),
        monthly=_monthly(item),
        limits=_limits(item, ledger),
        papers=tuple(_paper(d) for d in items_of(item.node("documents"), ledger)),
        structure=read_structure(item, actors),
    )
    return read_prose(item, case, (*_unheard(item), *_unnamed(case)))


def _as_of(item: Item) -> date | None:
    when = item.period("as_of")
    return when.last if when else None


def _section(item: Item, name: str) -> list[Item]:
    """Give the items of a section; words alone in it are left to be read as prose."""
    node = item.node(name)
    if node is None or isinstance(node, Scalar):
        return []
    if isinstance(node, Listing):
        for each in node.items:
            if isinstance(each, Listing):
                message = f"expected a mapping (name: value), found {kind_of(each)}"
                raise InputError(message, each.at)
    return items_of(node, item.ledger)


def _goods(item: Item) -> Goods:
    amount = item.amount("qty")
    return Goods(
        where=item.where,
        item=item.text("item", prose=True),
        eccns=item.words("eccn"),
        heading=item.text("hs"),
        declared=item.text("declared"),
        amount=amount,
        unit=item.text("unit"),
        usd=item.amount("usd"),
        is_first=item.flag("first_order") is True,
        kw_each=item.amount("kw_each"),
        per_unit=item.amount("per_unit"),
    )


def _paper(item: Item) -> Paper:
    kind, names = item.text("kind", prose=True), item.words("names", prose=True)
    item.text("signed", prose=True)
    item.text("speaker", prose=True)
    return Paper(item.where, kind, names, item.text("end_user", prose=True))


def _claim(item: Item) -> Claim:
    return Claim(item.where, item.text("speaker"), item.text("says", prose=True))


def _figures(item: Item, name: str) -> tuple[Figure, ...]:
    """Give the numbers of a block under their own names."""
    found = []
    ledger = item.ledger
    for block in items_of(item.node(name), ledger):
        when = block.period("date")
        for key, node in block.block.entries.items():
            if not isinstance(node, Scalar) or not node.text[:1].isdigit():
                continue
            is_day = looks_dated(node.text) and "-" in node.text
            if is_day or node.at.field in ledger.read:
                continue
            amount = read_amount(node, ledger)
            if amount is not None:
                ledger.read.add(node.at.field)
                found.append(Figure(node.at.field, key, amount, when))
    return tuple(found)


def _monthly(item: Item) -> tuple[Figure, ...]:
    """Read quantities by month: a mapping from month to amount."""
    found = []
    for each in (item, *items_of(item.node("customs"), item.ledger)):
        node = each.node("monthly")
        if not isinstance(node, Block):
            continue
        for month, value in node.entries.items():
            if isinstance(value, Scalar) and looks_dated(month):
                amount = read_amount(value, item.ledger)
                if amount is not None:
                    item.ledger.note(value)
                    when = _month(node, month)
                    found.append(Figure(value.at.field, month, amount, when))
    return tuple(found)


def _month(node: Block, name: str) -> Period:
    try:
        return parse_period(name)
    except ValueError as error:
        raise InputError(str(error), node.keys[name]) from None


def _limits(item: Item, ledger: Ledger) -> dict[str, Number]:
    policy = item.block.entries.get("policy")
    return read_limits(Item(ledger, policy)) if isinstance(policy, Block) else {}


def _unheard(item: Item) -> tuple[str, ...]:
    """Name the keys of a case that are near to a known one and are none."""
    keys = item.ledger.rules.keys
    sections = ("header", "goods", "parties", "flow", "payments", "audits", "sites")
    more = ("services", "holdings", "documents", "claims", "events", "statistics")
    blocks = (*_BLOCKS, "permits", "design_check", "telemetry", "id", "as_of")
    known = {n for name in (*sections, *more, *blocks) for n in keys[name]}
    found = []
    for key in item.block.entries:
        hint = "" if key in known else did_you_mean(key, known)
        if hint:
            found.append(f"{item.block.keys[key]}: {key!r} is read as prose{hint}")
    return tuple(found)


def _unnamed(case: Case) -> tuple[str, ...]:
    """Name those who move goods and are no party of the case."""
    if not case.actors:
        return ()
    names = dict.fromkeys(
        name for m in case.movements for name in (m.source, m.target) if name
    )
    return tuple(
        f"{name!r} is no party here; nothing is known of it"
        f"{did_you_mean(name, case.actors)}"
        for name in names
        if name not in case.actors
    )

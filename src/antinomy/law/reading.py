"""Read a measure file strictly into frozen values; predicates are parsed here too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from antinomy.files import Fields, Mapping, Node, Scalar
from antinomy.language import ROOT, TRUE, Form, Names, parse
from antinomy.law.measure import (
    Authorises,
    Concludes,
    Duty,
    Event,
    EventKind,
    Excepts,
    Force,
    Imposes,
    Liability,
    Measure,
    Modality,
    Norm,
    Policy,
    Practice,
    Provision,
    Reviews,
    Version,
)
from antinomy.values import (
    Between,
    Citation,
    InputError,
    Location,
    Standing,
    Text,
    did_you_mean,
)

KINDS = (
    "statute",
    "regulation",
    "rule",
    "order",
    "guidance",
    "letter",
    "list",
    "statement",
    "proclamation",
    "policy",
    "bill",
)
_STANDINGS = [s.value for s in Standing]


@dataclass(frozen=True, slots=True)
class Context:
    """What a measure may refer to."""

    pack: str
    regimes: frozenset[str]
    acts: frozenset[str]
    names: Names


def scopes_of_predicates(node: Node) -> Iterable[tuple[str, str, Location]]:
    """Give (predicate, scope, place) for what a measure file concludes, unparsed."""
    top = node.entries.get("provisions") if isinstance(node, Mapping) else None
    for item in getattr(top, "items", ()):
        fields = item.entries if isinstance(item, Mapping) else {}
        name, scope = fields.get("concludes"), fields.get("scope")
        if isinstance(name, Scalar):
            yield name.text, scope.text if isinstance(scope, Scalar) else ROOT, name.at


def read_measure(node: Node, context: Context) -> Measure:
    """Read one measure.

    Raises:
        InputError, PackError: the first fault, with its place.
    """
    fields = Fields(node)
    measure_id = fields.text("measure")
    cite = _citation(fields.take("cite"), None)
    measure = Measure(
        id=measure_id,
        pack=context.pack,
        title=fields.texts("title") or Text(measure_id),
        issuer=fields.text("issuer"),
        kind=fields.choice("kind", KINDS),
        regime=fields.choice("regime", sorted(context.regimes)),
        force=Force(fields.choice("force", [f.value for f in Force])),
        cite=cite or Citation(""),
        events=fields.each("events", lambda n: _event(n, cite)),
        practice=fields.each("practice", lambda n: _practice(n, cite)),
        addressee=fields.text("addressee", ""),
        note=fields.texts("note"),
        at=fields.at,
    )
    _check_events(measure, fields.at)
    provisions = fields.each("provisions", lambda n: _provision(n, measure, context))
    fields.done()
    measure = replace(measure, provisions=provisions)
    _check_only(measure)
    return measure


def _check_events(measure: Measure, at: Location) -> None:
    ids = [event.id for event in measure.events]
    for event_id in ids:
        if ids.count(event_id) > 1:
            raise InputError(f"event {event_id!r} stands twice", at)
    if not measure.events:
        raise InputError("a measure needs an event that opened it", at)


def _check_only(measure: Measure) -> None:
    own = [p.id for p in measure.provisions]
    for event in measure.events:
        for provision in event.only:
            if provision not in own:
                hint = did_you_mean(provision, own)
                message = f"event {event.id!r} names {provision!r}, no provision here{hint}"
                raise InputError(message, measure.at)


def _citation(node: Node | None, default: Citation | None) -> Citation | None:
    if node is None:
        return default
    if isinstance(node, Scalar):
        return replace(default or Citation(""), text=node.text)
    fields = Fields(node)
    base = default or Citation("")
    cite = Citation(
        text=fields.text("text"),
        address=fields.text("address", base.address),
        standing=Standing(fields.choice("status", _STANDINGS, base.standing.value)),
        quote=fields.text("quote", ""),
    )
    fields.done()
    return cite


def _event(node: Node, default: Citation | None) -> Event:
    fields = Fields(node)
    cite = _citation(fields.take("cite"), default) or Citation("")
    status = fields.choice("status", _STANDINGS, cite.standing.value)
    included = fields.text("until_included", "true")
    event = Event(
        id=fields.text("id"),
        kind=EventKind(fields.choice("kind", [k.value for k in EventKind])),
        cite=replace(
            cite, standing=Standing(status), address=fields.text("address", cite.address)
        ),
        announced=fields.day("announced"),
        public_inspection=fields.day("public_inspection"),
        published=fields.day("published"),
        effective=_bounded_day(fields),
        compliance=fields.day("compliance"),
        until=fields.day("until"),
        until_is_included={"true": True, "false": False}.get(included),
        after=fields.day("after"),
        stated_known_from=fields.day("known_from"),
        only=fields.words("provisions"),
        is_of_enforcement=fields.choice("aspect", ["force", "enforcement"], "force")
        == "enforcement",
        note=fields.texts("note"),
    )
    fields.done()
    if event.kind is EventKind.AWAITED and event.known_from is None and event.after:
        event = replace(event, stated_known_from=date.min)
    if event.known_from is None:
        message = f"event {event.id!r} has no day from which it is known"
        raise InputError(message, fields.at)
    return event


def _bounded_day(fields: Fields) -> date | Between | None:
    node = fields.node.entries.get("effective")
    if not isinstance(node, Mapping):
        return fields.day("effective")
    fields.take("effective")
    inside = Fields(node)
    days = inside.words("between")
    inside.done()
    if len(days) != 2:  # noqa: PLR2004 - two ends
        raise InputError("between needs two days", node.at)
    try:
        first, last = (date.fromisoformat(day) for day in days)
    except ValueError:
        raise InputError(f"{days} are not two days", node.at) from None
    return Between(first, last)


def _practice(node: Node, default: Citation | None) -> Practice:
    fields = Fields(node)
    since = fields.day("from")
    cite = _citation(fields.take("cite"), default) or Citation("")
    status = fields.choice("status", _STANDINGS, cite.standing.value)
    address = fields.text("address", cite.address)
    practice = Practice(
        since or date.min,
        fields.texts("what") or Text(""),
        replace(cite, standing=Standing(status), address=address),
    )
    fields.done()
    if since is None:
        raise InputError("practice needs the day from which it was seen", fields.at)
    return practice


def _provision(node: Node, measure: Measure, context: Context) -> Provision:
    fields = Fields(node)
    provision_id = fields.text("id")
    scope = fields.choice("scope", [ROOT, *context.names.schema.within], ROOT)
    title = fields.texts("title") or measure.title
    does = _duty(fields, measure, context)
    cite = _citation(fields.take("cite"), measure.cite) or measure.cite
    first = next((e.id for e in measure.events if e.kind is EventKind.OPENS), "")

    def version(each: Fields) -> Version:
        return _version(each, measure, scope, context, cite, first)

    nodes = fields.take("versions")
    if nodes is None:
        versions = (version(fields),)
    else:
        versions = tuple(_whole(item, version) for item in getattr(nodes, "items", ()))
    fields.done()
    if not isinstance(does, Concludes | Excepts) and scope != ROOT:
        message = f"{provision_id!r}: norms, licence exceptions and reviews speak of the {ROOT}"
        raise InputError(message, fields.at)
    return Provision(provision_id, measure.id, scope, does, versions, title, fields.at)


def _whole(node: Node, read: Callable[[Fields], Version]) -> Version:
    fields = Fields(node)
    version = read(fields)
    fields.done()
    return version


def _version(
    fields: Fields,
    measure: Measure,
    scope: str,
    context: Context,
    cite: Citation,
    first: str,
) -> Version:
    ids = [e.id for e in measure.events]
    when, unless = fields.take("when"), fields.take("unless")
    closed = fields.take("closed_by")
    own = _citation(fields.take("cite"), cite) or cite
    return Version(
        opened_by=fields.choice("opened_by", ids, first),
        cite=own,
        when=_predicate(when, scope, context) if when is not None else TRUE,
        unless=_predicate(unless, scope, context) if unless is not None else None,
        when_text=when.text if isinstance(when, Scalar) else "",
        unless_text=unless.text if isinstance(unless, Scalar) else "",
        closed_by=closed.text if isinstance(closed, Scalar) else "",
        known_from=fields.day("known_from"),
    )


def _predicate(node: Node, scope: str, context: Context) -> Form:
    if not isinstance(node, Scalar):
        raise InputError("a predicate is one text", node.at)
    return parse(node.text, scope, context.names, node.at)


def _duty(fields: Fields, measure: Measure, context: Context) -> Duty:
    words = ("concludes", "norm", "excepts", "authorises", "reviews")
    given = [word for word in words if word in fields]
    if len(given) != 1:
        found = " and ".join(given) or "none"
        message = f"a provision has exactly one of {', '.join(words)}; found {found}"
        raise InputError(message, fields.at)
    match given[0]:
        case "concludes":
            return Concludes(fields.text("concludes"), fields.text("control", ""))
        case "norm":
            return Imposes(_norm(fields.need("norm"), measure, context))
        case "excepts":
            return Excepts(fields.words("excepts"))
        case "authorises":
            norms = fields.words("authorises")
            return Authorises(norms, fields.texts("conditions") or Text(""))
        case _:
            norms = fields.words("reviews")
            policy = fields.choice("policy", [p.value for p in Policy])
            return Reviews(norms, Policy(policy))


def _norm(node: Node, measure: Measure, context: Context) -> Norm:
    fields = Fields(node)
    given = [m for m in Modality if m.value in fields]
    if len(given) != 1:
        raise InputError("a norm has exactly one of forbid, oblige", fields.at)
    acts = fields.words(given[0].value)
    for act in acts:
        if act not in context.acts:
            raise InputError(f"{act!r} is not an act{did_you_mean(act, context.acts)}", fields.at)
    liabilities = [x.value for x in Liability]
    norm = Norm(
        regime=fields.choice("regime", sorted(context.regimes), measure.regime),
        modality=given[0],
        acts=acts,
        licence=fields.text("licence", ""),
        route=fields.text("route", ""),
        liability=Liability(fields.choice("liability", liabilities, "certain")),
        why=fields.texts("why"),
        consequence=fields.texts("consequence"),
        remedy=fields.texts("remedy"),
        deadline=fields.texts("deadline"),
        rate=fields.text("rate", ""),
    )
    fields.done()
    soft = measure.force in {Force.SOFT, Force.REPORTED}
    if (soft or norm.liability is not Liability.CERTAIN) and norm.why is None:
        if norm.modality is Modality.FORBID:
            raise InputError("an exposure must say why it is not certain: add `why`", fields.at)
    return norm

"""Match what was found on a page with the record: the same, more, against it, or new.

An event is compared with those of its group of kinds, of its actors, at most two
weeks away; a statement with those of its speaker; a quantity with figures told in the
same words. The best of them wins, field by field.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from antinomy.claims import Claims, Event, Figure, Item, Statement
from antinomy.press import found
from antinomy.press.ledger.compare import compare_days, days_apart
from antinomy.press.ledger.entry import Issue
from antinomy.press.ledger.ledger import weigh_quantities
from antinomy.press.ledger.ledger_words import Limits
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.speakers import speakers_in
from antinomy.press.ledger.spotting import Spotted
from antinomy.press.ledger.timing import page_days, span_of
from antinomy.press.ledger.told import Findings
from antinomy.press.woven import Extent

MatchRelation = Literal["same", "adds", "contradicts", "retracts", "revises", "new"]
Comparison = Literal["equal", "adds", "lacks", "differs"]
Finding = found.Event | found.Statement | found.Quantity

_WITHDRAWS: Final[dict[str, MatchRelation]] = {
    "statement_retracted": "retracts",
    "rule_rescinded": "retracts",
    "guidance_revised": "revises",
    "policy_change": "revises",
}
_SETTLED: Final[dict[str, MatchRelation]] = {
    "retracted": "retracts",
    "denied": "retracts",
    "revised": "revises",
}
# Two findings are of one item where at least so much agrees; a field that differs
# takes one away, words that tell the item add one.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Matched:
    """A finding and what it is to the record.

    ``item`` is the id of the item it was matched with, "" where it is new; ``fields``
    names those that the page adds or contradicts.
    """

    finding: Finding
    relation: MatchRelation
    item: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """An item beside a finding, field by field."""

    item: Item
    fields: tuple[tuple[str, Comparison], ...]
    bonus: int = 0
    is_of_kind: bool = False

    @property
    def agreement(self) -> int:
        equal = sum(told == "equal" for _, told in self.fields)
        return equal - len(self.named("differs")) + self.bonus

    def named(self, comparison: Comparison) -> tuple[str, ...]:
        return tuple(name for name, told in self.fields if told == comparison)


def match_page(findings: Findings, recogniser: Recogniser) -> tuple[Matched, ...]:
    """Match the events, then the statements, then the quantities of a page."""
    spotted = tuple(recogniser.spot(findings.sentences))
    matcher = _Matcher(recogniser, spotted)
    events = tuple(matcher.event(event) for event in findings.events)
    withdrawn = (_withdrawn(each, events) for each in events)
    statements = (matcher.statement(each) for each in findings.statements)
    quantities = _quantities(findings, recogniser, spotted)
    return (*withdrawn, *statements, *quantities)


class _Matcher:
    """Compares findings with the items of one record."""

    def __init__(self, recogniser: Recogniser, spotted: tuple[Spotted, ...]) -> None:
        self._claims = recogniser.claims
        self._limits = recogniser.words.limits
        items = self._claims.items.values()
        self._events = [item for item in items if isinstance(item, Event)]
        self._statements = [item for item in items if isinstance(item, Statement)]
        self._told = [
            (each.told.extent, frozenset(r.item.id for r in recogniser.items_in(each)))
            for each in spotted
        ]

    def event(self, event: found.Event) -> Matched:
        """Match an event by kind, actors, days, object and place."""
        groups = self._claims.terms.groups
        group = groups.get(event.kind)
        told = self._told_in(event.extents)
        compared = [
            _Compared(
                item,
                self._event_fields(event, item),
                int(item.id in told),
                event.kind == item.kind,
            )
            for item in self._events
            if groups[item.kind] == group and self._is_near(event.when, item)
        ]
        return _best(event, compared)

    def statement(self, statement: found.Statement) -> Matched:
        """Match a statement by speaker, days and what it is about."""
        told = self._told_in(statement.extents)
        compared = [
            _Compared(
                item,
                fields,
                int(item.id in told),
                statement.stance == item.stance,
            )
            for item in self._statements
            if self._is_near(statement.when, item)
            and (fields := self._statement_fields(statement, item))
        ]
        matched = _best(statement, compared)
        relation = _SETTLED.get(statement.status)
        if relation is None or not matched.item:
            return matched
        if self._claims.standing_of(matched.item).status != "standing":
            return matched
        return Matched(statement, relation, matched.item, ("standing",))

    def _event_fields(
        self, event: found.Event, item: Event
    ) -> tuple[tuple[str, Comparison], ...]:
        fields: list[tuple[str, Comparison]] = [
            ("when", _days(event.when, item, self._limits)),
            ("actors", _things(event.actors, item.actors, self._claims)),
            ("place", _thing(event.place, item.place, self._claims)),
        ]
        if event.object is None or not event.object.startswith("#"):
            fields.append(("object", _object(event.object, item.object, self._claims)))
        return tuple(fields)

    def _statement_fields(
        self, statement: found.Statement, item: Statement
    ) -> tuple[tuple[str, Comparison], ...]:
        """Compare a statement with one of the same speaker; () with any other's."""
        by = tuple(t for t in (statement.speaker, statement.org) if t)
        held = tuple(t for t in (item.speaker, item.org) if t)
        speaker = _things(by, held, self._claims)
        if speaker != "equal":
            return ()
        return (
            ("speaker", speaker),
            ("when", _days(statement.when, item, self._limits)),
            ("target", _object(statement.target, item.target, self._claims)),
        )

    def _is_near(self, when: found.Time | None, item: Event | Statement) -> bool:
        if when is None:
            return True
        held = item.said if isinstance(item, Statement) else item.when
        return days_apart(span_of(when), held) <= self._limits.block_days

    def _told_in(self, extents: tuple[Extent, ...]) -> frozenset[str]:
        met = (ids for at, ids in self._told if any(at.meets(e) for e in extents))
        return frozenset(id_ for ids in met for id_ in ids)


def _best(finding: Finding, compared: Iterable[_Compared]) -> Matched:
    best = max(
        compared, key=lambda c: (c.agreement, c.is_of_kind, c.item.id), default=None
    )
    if best is None or best.agreement < _ENOUGH:
        return Matched(finding, "new")
    differs, adds = best.named("differs"), best.named("adds")
    if differs:
        return Matched(finding, "contradicts", best.item.id, differs)
    if adds:
        return Matched(finding, "adds", best.item.id, adds)
    return Matched(finding, "same", best.item.id)


def _withdrawn(matched: Matched, events: tuple[Matched, ...]) -> Matched:
    """Let an event that withdraws another of the page act on the item of that one."""
    event = matched.finding
    if not isinstance(event, found.Event) or matched.relation != "new":
        return matched
    relation, target = _WITHDRAWS.get(event.kind), _number(event.object)
    if relation is None or target is None or not 0 <= target < len(events):
        return matched
    item = events[target].item
    return Matched(event, relation, item) if item else matched


def _number(object_: str | None) -> int | None:
    """Give the place of an event among those of the page, of which ``#1`` is first."""
    if object_ is None or not object_.startswith("#") or not object_[1:].isdecimal():
        return None
    return int(object_[1:]) - 1


def _days(
    when: found.Time | None, item: Event | Statement, limits: Limits
) -> Comparison:
    if when is None:
        return "lacks"
    held = item.said if isinstance(item, Statement) else item.when
    told = span_of(when)
    if compare_days(told, held, limits) != "same":
        return "differs"
    narrower = told.first > held.first or (held.last and told.last != held.last)
    return "adds" if narrower and told.last == told.first else "equal"


def _things(told: tuple[str, ...], held: tuple[str, ...], claims: Claims) -> Comparison:
    if not told:
        return "lacks"
    if not held:
        return "adds"
    kin = claims.terms.are_kin
    return "equal" if any(kin(a, b) for a in told for b in held) else "differs"


def _thing(told: str | None, held: str, claims: Claims) -> Comparison:
    return _things((told,) if told else (), (held,) if held else (), claims)


def _object(told: str | None, held: str, claims: Claims) -> Comparison:
    """Compare objects; those of different sorts, as a chip and a law, are no match."""
    compared = _thing(told, held, claims)
    sorts = {str(each).partition(":")[0] for each in (told, held)}
    return "lacks" if compared == "differs" and len(sorts) > 1 else compared


def _quantities(
    findings: Findings, recogniser: Recogniser, spotted: tuple[Spotted, ...]
) -> Iterator[Matched]:
    """Match the quantities of a page, each once, in its order."""
    page = page_days(findings)
    for each in spotted:
        speakers = speakers_in(each, recogniser.words)
        known: dict[Extent, tuple[Figure, tuple[Issue, ...]]] = {}
        for weighed in weigh_quantities(each, recogniser, speakers, page):
            for quantity in weighed.quantities:
                known[quantity.extent] = weighed.figure, weighed.issues
        for quantity in each.told.quantities:
            if quantity.extent not in known:
                yield Matched(quantity, "new")
                continue
            figure, issues = known[quantity.extent]
            against = tuple(i.field for i in issues if i.verdict != "unverifiable")
            relation: MatchRelation = "contradicts" if against else "same"
            yield Matched(quantity, relation, figure.id, against)

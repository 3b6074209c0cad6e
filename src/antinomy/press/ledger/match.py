"""Match what was found on a page with the record: the same, more, against it, or new.

An event is compared with those of its group of kinds, at most two weeks away; a
statement with those of its speaker; a quantity with figures told in the
same words. The best of them wins, field by field.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from antinomy.claims import Event, Item, Statement
from antinomy.press import found
from antinomy.press.ledger.compare import days_apart
from antinomy.press.ledger.entry import Issue
from antinomy.press.ledger.fields import (
    Comparison,
    compare_object,
    compare_thing,
    compare_things,
    compare_when,
)
from antinomy.press.ledger.figures import Weighed
from antinomy.press.ledger.recognise import Recogniser
from antinomy.press.ledger.timing import span_of
from antinomy.press.ledger.told import Findings
from antinomy.press.ledger.weighed import WeighedSentence, weigh_page
from antinomy.press.woven import Extent

MatchRelation = Literal["same", "adds", "contradicts", "retracts", "revises", "new"]
_Issues = dict[str, tuple[str, ...]]
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
# A finding is of an item where at least so many fields agree.
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
    """An item beside a finding, field by field.

    A difference takes one from the agreement, but for a ``lenient`` field; ``bonus``
    counts words that tell the item.
    """

    item: Item
    fields: tuple[tuple[str, Comparison], ...]
    bonus: int = 0
    is_of_kind: bool = False
    lenient: tuple[str, ...] = ()

    @property
    def agreement(self) -> int:
        equal = len(self.named("equal"))
        against = [name for name in self.named("differs") if name not in self.lenient]
        return equal - len(against) + self.bonus

    def named(self, comparison: Comparison) -> tuple[str, ...]:
        return tuple(name for name, told in self.fields if told == comparison)


def match_page(
    findings: Findings,
    recogniser: Recogniser,
    weighed: Sequence[WeighedSentence] | None = None,
) -> tuple[Matched, ...]:
    """Match the events, then the statements, then the quantities of a page.

    ``weighed`` is the page as weighed before, where somebody did.
    """
    if weighed is None:
        weighed = weigh_page(findings, recogniser)
    matcher = _Matcher(recogniser, weighed)
    events = tuple(matcher.event(event) for event in findings.events)
    withdrawn = (_withdrawn(each, events) for each in events)
    quantities = tuple(_quantities(findings, weighed))
    statements = (
        _saying(matcher.statement(each), quantities) for each in findings.statements
    )
    return (*withdrawn, *statements, *quantities)


class _Matcher:
    """Compares findings with the items of one record."""

    def __init__(
        self, recogniser: Recogniser, weighed: Sequence[WeighedSentence]
    ) -> None:
        self._claims = recogniser.claims
        self._limits = recogniser.words.limits
        items = self._claims.items.values()
        self._events = [item for item in items if isinstance(item, Event)]
        self._statements = [item for item in items if isinstance(item, Statement)]
        self._terms = self._claims.terms
        self._told = [(s.spotted.told.extent, _issues(s)) for s in weighed if s.items]
        self._ends = [extent.end for extent, _ in self._told]

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
                ("when",),
            )
            for item in self._events
            if groups[item.kind] == group and self._is_near(event.when, item)
        ]
        return _best(event, compared, told)

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
            if (item.id in told or statement.stance == item.stance)
            and self._is_near(statement.when, item)
            and (fields := self._statement_fields(statement, item))
        ]
        matched = _best(statement, compared, told)
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
            ("when", compare_when(event, item, self._limits)),
            ("actors", compare_things(event.actors, item.actors, self._terms)),
            ("place", compare_thing(event.place, item.place, self._terms)),
        ]
        if event.object is None or not event.object.startswith("#"):
            fields.append(
                (
                    "object",
                    compare_object(event.object, item.object, self._terms),
                )
            )
        if event.negated:
            fields.append(("polarity", "differs"))
        return tuple(fields)

    def _statement_fields(
        self, statement: found.Statement, item: Statement
    ) -> tuple[tuple[str, Comparison], ...]:
        """Compare a statement with one of the same speaker; () with any other's."""
        by = tuple(t for t in (statement.speaker, statement.org) if t)
        held = tuple(t for t in (item.speaker, item.org) if t)
        speaker = compare_things(by, held, self._terms)
        if speaker != "equal":
            return ()
        return (
            ("speaker", speaker),
            ("when", compare_when(statement, item, self._limits)),
            (
                "target",
                compare_object(statement.target, item.target, self._terms),
            ),
        )

    def _is_near(self, when: found.Time | None, item: Event | Statement) -> bool:
        if when is None:
            return True
        held = item.said if isinstance(item, Statement) else item.when
        return days_apart(span_of(when), held) <= self._limits.block_days

    def _told_in(self, extents: tuple[Extent, ...]) -> _Issues:
        """Give the items that words tell at some extents, with the fields at issue."""
        found: _Issues = {}
        for extent in extents:
            first = bisect_right(self._ends, extent.start)
            for at, issues in self._told[first:]:
                if at.start >= extent.end:
                    break
                found.update(issues)
        return found


def _issues(sentence: WeighedSentence) -> _Issues:
    """Give the items that words of a sentence tell, with the fields that differ."""
    return {each.recognised.item.id: _against(each.issues) for each in sentence.items}


def _against(issues: Iterable[Issue]) -> tuple[str, ...]:
    """Give the fields in which a page differs from what is held."""
    return tuple(i.field for i in issues if i.verdict in {"imprecise", "contradicted"})


def _best(finding: Finding, compared: Iterable[_Compared], told: _Issues) -> Matched:
    """Take the item that agrees best, if one agrees enough."""
    best = max(
        compared, key=lambda c: (c.agreement, c.is_of_kind, c.item.id), default=None
    )
    if best is None or best.agreement < _ENOUGH:
        return Matched(finding, "new")
    at_issue = told.get(best.item.id, ())
    differs = tuple(dict.fromkeys((*best.named("differs"), *at_issue)))
    adds = best.named("adds")
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


def _saying(matched: Matched, quantities: Iterable[Matched]) -> Matched:
    """Let a statement that is new, and gives a known figure, be to the figure."""
    statement = matched.finding
    if not isinstance(statement, found.Statement) or matched.relation != "new":
        return matched
    for each in quantities:
        assert isinstance(each.finding, found.Quantity), "these are the quantities"
        at = each.finding.extent
        if "speaker" in each.fields and any(at.meets(e) for e in statement.extents):
            return Matched(statement, each.relation, each.item, each.fields)
    return matched


def _number(object_: str | None) -> int | None:
    """Give the place of an event among those of the page, of which ``#1`` is first."""
    if object_ is None or not object_.startswith("#") or not object_[1:].isdecimal():
        return None
    return int(object_[1:]) - 1


def _quantities(
    findings: Findings, weighed: Sequence[WeighedSentence]
) -> Iterator[Matched]:
    """Match the quantities of a page, each once, in its order."""
    known: dict[Extent, Weighed] = {}
    for sentence in weighed:
        for told in sentence.figures:
            known.update({q.extent: told for q in told.quantities})
    for quantity in (q for told in findings.sentences for q in told.quantities):
        found_as = known.get(quantity.extent)
        if found_as is None:
            yield Matched(quantity, "new")
            continue
        issues = found_as.issues
        against = _against(issues)
        relation: MatchRelation = "contradicts" if against else "same"
        yield Matched(quantity, relation, found_as.figure.id, against)

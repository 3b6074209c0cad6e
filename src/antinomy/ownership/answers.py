"""What each rule says of a firm through its holders, on one day.

A rule that is stayed or not yet in force is computed all the same: what it would say
stands beside what it says. Where firms hold each other in a circle and the two readings
differ, no reading is chosen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from antinomy.catalogue import GeneralLicence, OwnershipRule
from antinomy.law import State
from antinomy.ownership.cascade import Capture, closed_loop, least, most
from antinomy.ownership.control import Head, head_of
from antinomy.ownership.flags import Held
from antinomy.ownership.lookthrough import circle_of, look_through
from antinomy.ownership.network import Network, network_of
from antinomy.ownership.structure import Listing, Structure
from antinomy.values import Number, Truth
from antinomy.view import View


class RuleState(Enum):
    """How a rule stands on a day."""

    BEFORE = "before_rule"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    BY_DEFAULT = "in_force_by_default"

    @property
    def binds(self) -> bool:
        """Tell whether the rule is to be obeyed, if only by its own terms."""
        return self in {RuleState.IN_FORCE, RuleState.BY_DEFAULT}


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """What one rule says of a firm; shares in percent.

    ``truth`` tells whether the firm is captured. ``circle`` is set where the reading
    from the ground up and the closed loop differ. ``named`` is what the listed hold of
    it directly, at least and at most. ``inherits_from`` are the listed holders through
    whom it is captured, ``outside`` the firms that would be captured and lie outside
    the rule.
    """

    rule: OwnershipRule
    state: RuleState
    truth: Truth
    lower: Number
    upper: Number
    captured: tuple[str, ...]
    outside: tuple[str, ...]
    inherits_from: tuple[str, ...]
    listed: tuple[str, ...]
    circle: bool
    named: tuple[Number, Number]
    look_through: Fraction | None
    in_circle: Mapping[str, Fraction]
    strictest: Mapping[str, str]
    general_licence: GeneralLicence | None
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParentAnswer:
    """Whether a firm or its ultimate parent sits where the headquarters test looks."""

    truth: Truth
    head: Head
    seat: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What all rules say of a firm on a day."""

    subject: str
    rules: tuple[RuleAnswer, ...]
    parent: ParentAnswer


def answer(structure: Structure, subject: str, view: View) -> Answer:
    """Answer for one firm on the day of a view."""
    slice_ = structure.at(view.on, view.known_by)
    numbers = {name: number for number, name in enumerate(slice_.holders)}
    network = network_of(slice_, numbers)
    made = _Maker(structure, slice_, network, numbers, subject, view)
    rules = tuple(made.rule(rule) for rule in view.packs.ownership.rules)
    return Answer(subject, rules, made.parent())


_LARGEST_CIRCLE = 64  # firms whose parts are told one by one


@dataclass(frozen=True, slots=True)
class _Maker:
    whole: Structure
    structure: Structure
    network: Network
    numbers: Mapping[str, int]
    subject: str
    view: View

    # ------------------------------------------------------------------ one rule

    def rule(self, rule: OwnershipRule) -> RuleAnswer:
        listed = self._listed(rule)
        by_entry = frozenset(listed)
        seeds = [self.numbers[name] for name in listed]
        may_be = [self.numbers[name] for name in self._listed(rule, possibly=True)]
        net, subject = self.network, self.numbers[self.subject]
        low = least(net, seeds, rule.line)
        # Where every share is known the least and the most are the same run.
        is_same = net.is_exact and seeds == may_be
        high = low if is_same else most(net, may_be, rule.line)
        loop = closed_loop(net, may_be, rule.line)
        truth = Truth.of(subject in low, subject in loop)
        circle = subject not in high and subject in loop
        counting = [name for name, number in self.numbers.items() if number in low]
        fallen = [name for name in counting if name not in by_entry]
        outside = tuple(n for n in fallen if self._seat(n) in rule.outside)
        state, named = self._state(rule), self._named(listed)
        sources = self._sources(low, listed) if subject in low else ()
        is_open = subject in high and subject not in low
        held = Held(self.whole, self.structure, self.subject, listed, set(counting))
        lower, upper = (net.percent(run.held(subject)) for run in (low, high))
        return RuleAnswer(
            rule=rule,
            state=state,
            truth=truth,
            lower=lower,
            upper=upper,
            captured=tuple(n for n in fallen if n not in outside),
            outside=outside,
            inherits_from=sources,
            listed=listed,
            circle=circle,
            named=named,
            look_through=look_through(self.structure, self.subject, by_entry),
            in_circle=self._in_circle(listed),
            strictest=self._strictest(rule, sources),
            general_licence=self._general_licence(rule, truth, low),
            # Flags belong to the rule that knows them; a captured firm needs none.
            flags=held.flags(
                self.view.on, rule.line, is_open=is_open, is_circular=circle
            )
            if rule.provision and truth is not Truth.TRUE
            else (),
        )

    def _listed(
        self, rule: OwnershipRule, *, possibly: bool = False
    ) -> tuple[str, ...]:
        """Give the holders that count by an entry, or that may."""
        wanted = {Truth.TRUE, Truth.UNKNOWN} if possibly else {Truth.TRUE}
        return tuple(
            holder.id
            for holder in self.structure.holders.values()
            if any(_counts(rule, e, self.view.on) in wanted for e in holder.listings)
        )

    def _seat(self, name: str) -> str | None:
        return self.structure.holders[name].seat

    def _named(self, listed: tuple[str, ...]) -> tuple[Number, Number]:
        """Give what the listed hold of the firm directly, at least and at most."""
        own = [
            holding.equity
            for holding in self.structure.of(self.subject)
            if any(owner in listed for owner in holding.owners)
        ]
        return (
            sum((band.low for band in own), start=0),
            sum((band.high for band in own), start=0),
        )

    def _sources(self, run: Capture, listed: tuple[str, ...]) -> tuple[str, ...]:
        """Give the listed through whom the firm is captured, in order of the file."""
        if self.subject in listed:
            return (self.subject,)
        found: set[str] = set()
        seen = {self.subject}
        fresh = [self.subject]
        while fresh:
            for holding in self.structure.of(fresh.pop()):
                for owner in holding.owners:
                    if owner in listed:
                        found.add(owner)
                    elif owner not in seen and self.numbers[owner] in run:
                        seen.add(owner)
                        fresh.append(owner)
        return tuple(name for name in self.structure.holders if name in found)

    def _in_circle(self, listed: tuple[str, ...]) -> dict[str, Fraction]:
        """Give the integrated parts of the firms in a circle that several hold."""
        found: dict[str, Fraction] = {}
        circle = circle_of(self.structure, self.subject)
        for name in circle if len(circle) <= _LARGEST_CIRCLE else ():
            part = look_through(self.structure, name, frozenset(listed))
            if part is not None and len(self.structure.of(name)) > 1:
                found[name] = part
        return found

    # ------------------------------------------------------------------ the rule's day

    def _state(self, rule: OwnershipRule) -> RuleState:
        if not rule.provision:
            return (
                RuleState.IN_FORCE if self.view.on >= rule.since else RuleState.BEFORE
            )
        standing = self.view.law.standings[rule.provision]
        match standing.state:
            case State.IN_FORCE:
                return RuleState.IN_FORCE
            case State.SUSPENDED | State.UNENFORCED:
                return RuleState.SUSPENDED
            case State.UNKNOWN:
                return RuleState.BY_DEFAULT
            case _:
                return RuleState.BEFORE

    def _strictest(
        self, rule: OwnershipRule, sources: tuple[str, ...]
    ) -> dict[str, str]:
        """Give the strictest requirement and policy of the entries inherited from."""
        found: dict[str, str] = {}
        for kind, order in (rule.strictest or {}).items():
            words = [
                getattr(entry, kind)
                for name in sources
                for entry in self.structure.holders[name].listings
                if _counts(rule, entry, self.view.on) is Truth.TRUE
                and getattr(entry, kind)
            ]
            if words and all(word in order for word in words):
                found[kind] = min(words, key=order.index)
        return found

    def _general_licence(
        self, rule: OwnershipRule, truth: Truth, run: Capture
    ) -> GeneralLicence | None:
        licence = rule.general_licence
        if licence is None or truth is not Truth.TRUE:
            return None
        if not licence.since <= self.view.on <= licence.until:
            return None
        partners = {
            owner
            for holding in self.structure.of(self.subject)
            for owner in holding.owners
            if self.numbers[owner] not in run
        }
        is_out = self._is_in(self._seat(self.subject), licence.not_in)
        has_partner = any(
            self._is_in(self._seat(p), licence.partners) for p in partners
        )
        return licence if has_partner and not is_out else None

    def _is_in(self, seat: str | None, sets: Iterable[str]) -> bool:
        places = self.view.law.live.sets
        return seat is not None and any(seat in places[name].possible for name in sets)

    # ------------------------------------------------------------------ headquarters

    def parent(self) -> ParentAnswer:
        head = head_of(self.structure, self.subject)
        places = self.view.law.live.sets[self.view.packs.ownership.headquarters]
        own = self._seat(self.subject)
        seats = {self._seat(name) for name in head.holders}
        seat = seats.pop() if len(seats) == 1 else None
        if own in places.certain or (seat is not None and seat in places.certain):
            return ParentAnswer(Truth.TRUE, head, seat)
        if not head.is_known or seat is None or own is None:
            return ParentAnswer(Truth.UNKNOWN, head, seat)
        may_be = own in places.possible or seat in places.possible
        return ParentAnswer(Truth.UNKNOWN if may_be else Truth.FALSE, head, seat)


def _counts(rule: OwnershipRule, entry: Listing, on: date) -> Truth:
    """Tell whether an entry makes its holder count under a rule on a day.

    Where the list counts by a mark only and the file does not state it, nobody knows.
    """
    if entry.list not in rule.lists or not entry.stands(on):
        return Truth.FALSE
    mark = rule.lists[entry.list]
    if not mark or entry.marks.get(mark, False):
        return Truth.TRUE
    return Truth.FALSE if mark in entry.marks else Truth.UNKNOWN

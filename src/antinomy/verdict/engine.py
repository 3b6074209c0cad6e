"""The programs of a view, compiled once, and the answers they give for one case."""

from collections.abc import Mapping
from dataclasses import dataclass

from antinomy.language import (
    ROOT,
    Compare,
    Concluded,
    Decide,
    FactName,
    Form,
    Member,
    Op,
    Program,
    Some,
    generate,
)
from antinomy.law import (
    Authorises,
    Concludes,
    Excepts,
    Imposes,
    LawOn,
    Reviews,
    breach_name,
    course_name,
    flag_name,
    rule_name,
)
from antinomy.values import Truth


@dataclass(frozen=True, slots=True)
class Engine:
    """The compiled law of a view: all goals of the live and of the counted program.

    ``waking`` are the goals that counting sleeping rules may change.
    """

    law: LawOn
    goals: tuple[Concluded, ...]
    waking: tuple[Concluded, ...]
    live: Program
    counted: Program
    decide_live: Decide
    decide_counted: Decide

    def answer(self, case: Member) -> "Answers":
        """Decide every goal for a case."""
        live = dict(zip(self.goals, self.decide_live(case), strict=True))
        if not self.waking:
            return Answers(live, live)
        woken = dict(zip(self.waking, self.decide_counted(case), strict=True))
        return Answers(live, {**live, **woken})


@dataclass(frozen=True, slots=True)
class Answers:
    """Bounds by goal, in the law in force and with sleeping rules counted."""

    live: Mapping[Concluded, tuple[bool, bool]]
    counted: Mapping[Concluded, tuple[bool, bool]]

    def _truth(self, goal: Concluded, *, counted: bool = False) -> Truth:
        return Truth.of(*(self.counted if counted else self.live)[goal])

    def breach(self, provision: str, *, counted: bool = False) -> Truth:
        """Tell whether a norm is breached."""
        return self._truth(breach_name(provision), counted=counted)

    def rule(self, provision: str) -> Truth:
        """Tell whether the conditions of a provision of the transaction are met."""
        return self._truth(Concluded(ROOT, provision))

    def flag(self, flagged: str) -> Truth:
        """Tell whether a flagged measure may reach the case."""
        return self._truth(flag_name(flagged))

    def available(self, course: str) -> Truth:
        """Tell whether a course is available on the facts."""
        return self._truth(course_name(course))

    def paper(self, kind: str) -> Truth:
        """Tell whether a paper of some kind is held."""
        return self._truth(paper_name(kind))


def paper_name(kind: str) -> Concluded:
    """Give the predicate that a paper of some kind is held."""
    return Concluded(ROOT, f"paper:{kind}")


def engine_of(law: LawOn) -> Engine:
    """Compile the goals of a view."""
    goals: list[Concluded] = []
    papers: dict[Concluded, Form] = {}
    for provision in law.law.provisions.values():
        match provision.does:
            case Imposes(norm):
                goals.append(breach_name(provision.id))
                for kind in filter(None, (norm.licence, norm.route)):
                    papers[paper_name(kind)] = _is_held(kind)
            case Authorises() | Reviews():
                goals.append(rule_name(provision))
            case Concludes() | Excepts():
                pass
    goals += [flag_name(f.id) for pack in law.law.packs.values() for f in pack.flagged]
    goals += [course_name(course.id) for course in law.law.book.courses]
    goals += list(papers)
    live = Program(law.live.schema, {**law.live.rules, **papers}, law.live.sets)
    rules = {**law.counted.rules, **papers}
    counted = Program(law.counted.schema, rules, law.counted.sets)
    changed = {name for name, rule in rules.items() if rule != live.rules[name]}
    above = counted.resting_on(changed)
    waking = tuple(goal for goal in goals if goal in above)
    return Engine(
        law,
        tuple(goals),
        waking,
        live,
        counted,
        generate(live, goals),
        generate(counted, waking),
    )


def _is_held(kind: str) -> Form:
    return Some("paper", Compare(FactName("paper", "kind"), Op.EQ, kind))

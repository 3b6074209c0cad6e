"""Questions: every unknown fact on which an open cell hangs, the most telling first.

A fact is asked where two completions that differ in it alone give different answers.
The rank is a one-step look-ahead: how many open cells, and then how many open norms,
one answer can settle. Nothing here shows the effect of an answer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from antinomy.language import FactName, Member, Regions, Value, regions_of
from antinomy.transaction import Thing, Transaction, facts_by_id
from antinomy.values import STATED, Text, Unknown
from antinomy.verdict.engine import Engine
from antinomy.verdict.opening import CellKey, Opening
from antinomy.verdict.texts import Words, fill

_COMPLETE = ":complete"


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to establish: who can answer, how many open cells it can settle.

    ``because`` is what leaves the fact open, where something was found.
    """

    fact: str
    text: Text
    who: str
    settles: int
    concerns: tuple[CellKey, ...]
    because: str = ""


@dataclass(slots=True)
class _Asked:
    """What is known of one fact while the open cells are gone through."""

    concerns: dict[CellKey, None] = field(default_factory=dict)
    settles: set[CellKey] = field(default_factory=set)
    decides: int = 0


def questions_of(
    engine: Engine,
    words: Words,
    transaction: Transaction,
    openings: Iterable[Opening],
) -> tuple[Question, ...]:
    """Give the questions of all open cells, the most telling first."""
    regions = regions_of(engine.live)
    asked: dict[str, _Asked] = {}
    for opening in openings:
        for fact in _support(opening, asked):
            _look_ahead(engine, opening, regions, fact, asked[fact])
    ranked = sorted(
        asked.items(),
        key=lambda e: (-len(e[1].settles), -e[1].decides, -len(e[1].concerns), e[0]),
    )
    because = _because(transaction, asked)
    return tuple(
        Question(
            fact,
            *wording(engine, words, transaction, fact),
            len(about.settles),
            tuple(about.concerns),
            because.get(fact, ""),
        )
        for fact, about in ranked
    )


def _because(transaction: Transaction, asked: Iterable[str]) -> dict[str, str]:
    """Say of facts that are open although something was found what that is."""
    facts = facts_by_id(transaction)
    found = {name: facts[name] for name in asked if name in facts}
    return {
        name: f"{fact.reason}: {fact.source.said}"
        for name, fact in found.items()
        if isinstance(fact, Unknown) and fact.source != STATED
    }


def _support(opening: Opening, asked: dict[str, _Asked]) -> tuple[str, ...]:
    """Note each fact on which an open cell really hangs, and give them."""
    support = {goal: opening.exact.support(goal) for goal in opening.all_goals}
    for cell, goals in opening.goals.items():
        for goal in goals:
            for fact in support[goal]:
                asked.setdefault(fact, _Asked()).concerns[cell] = None
    return tuple(dict.fromkeys(f for facts in support.values() for f in facts))


def _look_ahead(
    engine: Engine, opening: Opening, regions: Regions, fact: str, asked: _Asked
) -> None:
    """Try each answer to one question: which cells and norms would it settle?"""
    case = opening.situation.case
    member, name = _find(case, fact)
    before = member.values.get(name)
    for answer in _answers(member, name, regions):
        answer(member)
        bounds = dict(zip(engine.goals, engine.decide_live(case), strict=True))
        decided = 0
        for cell, goals in opening.goals.items():
            definite = [bounds[goal][0] == bounds[goal][1] for goal in goals]
            decided += sum(definite)
            if all(definite):
                asked.settles.add(cell)
        asked.decides = max(asked.decides, decided)
        _restore(member, name, before)


def _answers(
    member: Member, name: str, regions: Regions
) -> list[Callable[[Member], None]]:
    """Give the answers that the law can tell apart, each as a change of the case."""
    if name.endswith(_COMPLETE):
        scope = name.removesuffix(_COMPLETE)
        return [lambda m: m.complete.add(scope)]
    return [
        _setting(name, value) for value in regions.get(FactName(member.scope, name), ())
    ]


def _setting(name: str, value: Value) -> Callable[[Member], None]:
    def answer(member: Member) -> None:
        member.values[name] = value

    return answer


def _restore(member: Member, name: str, before: Value | None) -> None:
    """Make the fact as open as it was: unknown, or within its bounds."""
    if name.endswith(_COMPLETE):
        member.complete.discard(name.removesuffix(_COMPLETE))
    elif before is None:
        member.values.pop(name, None)
    else:
        member.values[name] = before


def _find(case: Member, fact: str) -> tuple[Member, str]:
    """Find the listed member a fact id speaks of, and the fact's name."""
    best = (case, fact)
    for member in case.walk():
        if member.path and fact.startswith(f"{member.path}."):
            best = (member, fact.removeprefix(f"{member.path}."))
    return best


# ---------------------------------------------------------------------- wording


def wording(
    engine: Engine, words: Words, transaction: Transaction, fact: str
) -> tuple[Text, str]:
    """Give the question for a fact, in English and Chinese, and who can answer it."""
    if fact.startswith("law:"):
        return _legal_state(engine, words, fact.removeprefix("law:"))
    thing, name = _thing(transaction, fact)
    vocabulary = engine.law.law.vocabulary
    if name.endswith(_COMPLETE):
        key = vocabulary.lists[name.removesuffix(_COMPLETE)].key
        ask = fill(words, "question.complete", list=key)
        return _about(thing, ask), words["label.asking_party"].en
    entry = vocabulary.entries.get(FactName(thing.scope, name))
    if entry is None:
        return fill(words, "question.establish", fact=fact), words[
            "label.asking_party"
        ].en
    return _about(thing, entry.ask), entry.who


def _thing(transaction: Transaction, fact: str) -> tuple[Thing, str]:
    best = (transaction.root, fact)
    for thing in transaction.root.walk():
        if thing.path and fact.startswith(f"{thing.path}."):
            best = (thing, fact.removeprefix(f"{thing.path}."))
    return best


def _about(thing: Thing, ask: Text) -> Text:
    """Put before a question whom it is about."""
    if not thing.path:
        return ask
    name = thing.known("name")
    whom = f"{name} ({thing.path})" if isinstance(name, str) else thing.path
    return Text(f"{whom}: {ask.en}", f"{whom}：{ask.zh}")


def _legal_state(engine: Engine, words: Words, provision: str) -> tuple[Text, str]:
    law = engine.law.law
    found = law.provisions[provision]
    measure = law.measures[found.measure]
    text = fill(
        words,
        "question.law",
        title=found.title,
        cite=measure.cite.text,
        day=engine.law.on,
        note=engine.law.standings[provision].note or Text(""),
    )
    return text, measure.issuer

"""Questions: every unknown fact on which an open cell hangs, the most telling first.

A fact is asked where two completions that differ in it alone give different answers.
The rank is a one-step look-ahead: how many open cells one answer can settle. Nothing
here shows the effect of an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from antinomy.language import (
    Concluded,
    Exact,
    FactName,
    Member,
    Regions,
    regions_of,
)
from antinomy.law import breach_name
from antinomy.transaction import Transaction
from antinomy.values import Text
from antinomy.verdict.engine import Engine
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import Words, fill

_COMPLETE = ":complete"


@dataclass(frozen=True, slots=True)
class Question:
    """One fact to establish: who can answer, how many open cells it can settle."""

    fact: str
    text: Text
    who: str
    settles: int
    concerns: tuple[tuple[str, str], ...]


def questions_of(
    engine: Engine,
    words: Words,
    transaction: Transaction,
    situations: Iterable[Situation],
) -> tuple[Question, ...]:
    """Give the questions of all open cells, most settling first."""
    regions = regions_of(engine.live)
    concerns: dict[str, dict[tuple[str, str], None]] = {}
    settled: dict[str, set[tuple[str, str]]] = {}
    for situation in situations:
        _ask(engine, situation, regions, concerns, settled)
    questions = [
        Question(
            fact,
            *wording(engine, words, transaction, fact),
            len(settled.get(fact, ())),
            tuple(cells),
        )
        for fact, cells in concerns.items()
    ]
    return tuple(sorted(questions, key=lambda q: (-q.settles, -len(q.concerns), q.fact)))


def _ask(
    engine: Engine,
    situation: Situation,
    regions: Regions,
    concerns: dict[str, dict[tuple[str, str], None]],
    settled: dict[str, set[tuple[str, str]]],
) -> None:
    """Collect the facts on which the open cells of one course hang."""
    goals: dict[tuple[str, str], list[Concluded]] = {}
    for cell, finding in situation.open_findings():
        goals.setdefault((cell.course, cell.regime), []).append(breach_name(finding.provision))
    if not goals:
        return
    wanted = dict.fromkeys(goal for group in goals.values() for goal in group)
    exact = Exact(engine.live, situation.case, wanted)
    support = {goal: exact.support(goal) for goal in wanted}
    facts: dict[str, None] = {}
    for cell, group in goals.items():
        for goal in group:
            for fact in support[goal]:
                concerns.setdefault(fact, {})[cell] = None
                facts[fact] = None
    for fact in facts:
        settled.setdefault(fact, set()).update(
            _settles(engine, situation.case, regions, fact, goals)
        )


def _settles(
    engine: Engine,
    case: Member,
    regions: Regions,
    fact: str,
    goals: dict[tuple[str, str], list[Concluded]],
) -> list[tuple[str, str]]:
    """Give the cells that some answer to one question would settle."""
    member, name = _find(case, fact)
    if member is None:
        return []
    found: dict[tuple[str, str], None] = {}
    for change in _answers(member, name, regions):
        change(member)
        bounds = dict(zip(engine.goals, engine.decide_live(case), strict=True))
        for cell, group in goals.items():
            if all(bounds[goal][0] == bounds[goal][1] for goal in group):
                found[cell] = None
        _undo(member, name)
    return list(found)


def _answers(member: Member, name: str, regions: Regions):  # type: ignore[no-untyped-def]
    if name.endswith(_COMPLETE):
        scope = name.removesuffix(_COMPLETE)
        return [lambda m: m.complete.add(scope)]
    values = regions.get(FactName(member.scope, name), ())
    return [lambda m, v=value: m.values.update({name: v}) for value in values]


def _undo(member: Member, name: str) -> None:
    if name.endswith(_COMPLETE):
        member.complete.discard(name.removesuffix(_COMPLETE))
    else:
        member.values.pop(name, None)


def _find(case: Member, fact: str) -> tuple[Member | None, str]:
    """Find the listed member a fact id speaks of, and the fact's name."""
    best: tuple[Member | None, str] = (case, fact)
    for member in case.walk():
        if member.path and fact.startswith(f"{member.path}."):
            best = (member, fact.removeprefix(f"{member.path}."))
    return best


def wording(
    engine: Engine, words: Words, transaction: Transaction, fact: str
) -> tuple[Text, str]:
    """Give the question for a fact, in English and Chinese, and who can answer it."""
    if fact.startswith("law:"):
        return _legal_state(engine, words, fact.removeprefix("law:"))
    thing, name = transaction.root, fact
    for other in transaction.root.walk():
        if other.path and fact.startswith(f"{other.path}."):
            thing, name = other, fact.removeprefix(f"{other.path}.")
    vocabulary = engine.law.law.vocabulary
    if name.endswith(_COMPLETE):
        key = vocabulary.lists[name.removesuffix(_COMPLETE)].key
        ask = fill(words, "question.complete", list=key)
        return _about(thing.path, thing.known("name"), ask), "asking party"
    bare = name.split("[")[0] if "[unlisted" in name else name
    entry = vocabulary.entries.get(FactName(thing.scope, bare))
    if entry is None:
        return fill(words, "question.establish", fact=fact), "asking party"
    return _about(thing.path, thing.known("name"), entry.ask), entry.who


def _about(path: str, name: object, ask: Text) -> Text:
    if not path:
        return ask
    whom = f"{name} ({path})" if isinstance(name, str) else path
    return Text(f"{whom}: {ask.en}", f"{whom}：{ask.zh}")


def _legal_state(engine: Engine, words: Words, provision: str) -> tuple[Text, str]:
    law = engine.law.law
    found = law.provisions[provision]
    measure = law.measures[found.measure]
    note = engine.law.standings[provision].note or Text("")
    text = fill(
        words,
        "question.law",
        title=found.title,
        cite=measure.cite.text,
        day=engine.law.on,
        note=note,
    )
    return text, measure.issuer

"""Levers: the smallest truthful changes that flip a cell, each checked by the engine.

A lever obtains a paper, establishes an unknown (it names what to establish, never the
answer that would free), waits for a recorded date, or takes another item. Identity, end
use, origin, route and reason are never levers, nor is moving anything beforehand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from antinomy.law import Measure, Policy
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Day, Known, Source, Text, Truth
from antinomy.verdict.findings import Finding
from antinomy.verdict.matrix import Cell
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import fill
from antinomy.verdict.words import Verdict
from antinomy.view import View, view_on

if TYPE_CHECKING:
    from antinomy.verdict.assess import Assessor

_SPOILED = {Verdict.PROHIBITED, Verdict.LICENCE}
_SHUT = {Policy.DENIAL, Policy.PRESUMPTION_OF_DENIAL}


class LeverKind(Enum):
    """What a lever does."""

    OBTAIN = "obtain"
    EXCEPTION = "exception"
    ESTABLISH = "establish"
    WAIT = "wait"
    DO_NOT_PROCEED = "do_not_proceed"


@dataclass(frozen=True, slots=True)
class Lever:
    """A truthful change, the cells it flips, and what is known against it."""

    kind: LeverKind
    what: str
    text: Text
    flips: tuple[tuple[str, str], ...]
    policies: tuple[Policy, ...] = ()


def levers_of(
    assessor: "Assessor", transaction: Transaction, situations: Iterable[Situation]
) -> tuple[Lever, ...]:
    """Give the levers of all cells that are not clean."""
    situations = tuple(situations)
    found = [
        *_papers(assessor, transaction, situations),
        *_exceptions(assessor, situations),
        *_unknowns(assessor, situations),
        *_dates(assessor, transaction, situations),
    ]
    if any(_is_spoiled(cell) for s in situations for cell in s.row.cells):
        text = fill(assessor.view.packs.words, "lever.do_not_proceed")
        found.append(Lever(LeverKind.DO_NOT_PROCEED, "", text, ()))
    return tuple(found)


def _is_spoiled(cell: Cell) -> bool:
    return cell.certain in _SPOILED


def _bites(finding: Finding) -> bool:
    return finding.truth is Truth.TRUE and finding.verdict in _SPOILED


def _papers(
    assessor: "Assessor", transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Papers that a recorded text provides for, each checked by asking again with it."""
    wanted: dict[str, set[Policy]] = {}
    for situation in situations:
        for cell in situation.row.cells:
            for finding in filter(_bites, cell.findings):
                paper = finding.norm.licence or finding.norm.route
                if paper and finding.is_held is not Truth.TRUE:
                    wanted.setdefault(paper, set()).update(finding.policies)
    levers = []
    for paper, policies in wanted.items():
        after = assessor.situations(_holding(transaction, paper))
        flips = _flipped(situations, after)
        if flips:
            ordered = tuple(p for p in Policy if p in policies)
            words = assessor.view.packs.words
            text = fill(words, "lever.obtain", paper=words[f"paper.{paper}"])
            levers.append(Lever(LeverKind.OBTAIN, paper, text, flips, ordered))
    return levers


def _holding(transaction: Transaction, paper: str) -> Transaction:
    source = Source("supposed, to see what the paper would change")
    papers = transaction.root.lists.get("paper", Things())
    one = Thing(
        "paper", f"papers[{len(papers.members)}]", "", {"kind": Known(paper, source)}
    )
    lists = {
        **transaction.root.lists,
        "paper": replace(papers, members=(*papers.members, one)),
    }
    return replace(transaction, root=replace(transaction.root, lists=lists))


def _flipped(
    before: Iterable[Situation], after: Iterable[Situation]
) -> tuple[tuple[str, str], ...]:
    """Give the cells whose certain verdict is weaker after a change."""
    now = {(c.course, c.regime): c for s in after for c in s.row.cells}
    return tuple(
        (cell.course, cell.regime)
        for situation in before
        for cell in situation.row.cells
        if (other := now.get((cell.course, cell.regime)))
        and other.certain.rank < cell.certain.rank
    )


def _exceptions(
    assessor: "Assessor", situations: Iterable[Situation]
) -> list[Lever]:
    """Licence exceptions with a condition still open."""
    found: dict[str, tuple[Text, dict[tuple[str, str], None]]] = {}
    for situation in situations:
        for cell in situation.row.cells:
            for finding in filter(_bites, cell.findings):
                for exception in finding.possible_exceptions:
                    entry = found.setdefault(exception.id, (exception.title, {}))
                    entry[1][cell.course, cell.regime] = None
    return [
        Lever(
            LeverKind.EXCEPTION,
            provision,
            fill(assessor.view.packs.words, "lever.exception", title=title),
            tuple(cells),
        )
        for provision, (title, cells) in found.items()
    ]


def _unknowns(
    assessor: "Assessor", situations: Iterable[Situation]
) -> list[Lever]:
    """Cells that hang on facts nobody has established."""
    cells = dict.fromkeys(
        (cell.course, cell.regime)
        for situation in situations
        for cell, _ in situation.open_findings()
    )
    if not cells:
        return []
    text = fill(assessor.view.packs.words, "lever.establish")
    return [Lever(LeverKind.ESTABLISH, "questions", text, tuple(cells))]


def _dates(
    assessor: "Assessor", transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Recorded days ahead on which a cell becomes weaker by the terms known today."""
    view = assessor.view
    days = sorted({d for m in view.packs.law.measures.values() for d in _ahead(m, view)})
    levers = []
    for day in days[:3]:
        later = view_on(view.packs, Day(day), view.known_by)
        after = assessor.__class__(later).situations(transaction)
        flips = _flipped(situations, after)
        if flips:
            text = fill(assessor.view.packs.words, "lever.wait", day=day)
            levers.append(Lever(LeverKind.WAIT, day.isoformat(), text, flips))
    return levers


def _ahead(measure: Measure, view: View) -> Iterator[date]:
    """Give the recorded days after the one asked about on which a measure changes."""
    for event in measure.events:
        if event.known_from is None or event.known_from > view.known_by:
            continue
        if isinstance(event.effective, date) and event.effective > view.on:
            yield event.effective
        if event.until is not None and event.until >= view.on:
            yield event.until + timedelta(days=1)

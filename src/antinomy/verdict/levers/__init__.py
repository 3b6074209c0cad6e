"""Levers: the smallest truthful changes that weaken a cell, each checked by the engine.

A lever obtains a paper, meets an exception, establishes an unknown (it names what to
establish, never the answer that would free), waits for a recorded day, or takes another
item. Identity, end use, origin, route and reason are never levers, nor is moving
anything beforehand.
"""

from antinomy.transaction import Transaction
from antinomy.verdict.levers.dates import date_levers
from antinomy.verdict.levers.items import item_levers
from antinomy.verdict.levers.lever import Lever, LeverKind, biting
from antinomy.verdict.levers.papers import exception_levers, paper_levers
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import Words, fill
from antinomy.verdict.weigher import Weigher

__all__ = ["Lever", "LeverKind", "levers_of"]


def levers_of(
    weigher: Weigher, transaction: Transaction, situations: tuple[Situation, ...]
) -> tuple[Lever, ...]:
    """Give the levers of all cells that are not clean."""
    words = weigher.view.packs.words
    found = [
        *paper_levers(weigher, transaction, situations),
        *exception_levers(words, situations),
        *_unknowns(words, situations),
        *date_levers(weigher, transaction, situations),
        *item_levers(weigher, transaction, situations),
    ]
    if biting(situations):
        text = fill(words, "lever.do_not_proceed")
        found.append(Lever(LeverKind.DO_NOT_PROCEED, "", text, ()))
    return tuple(found)


def _unknowns(words: Words, situations: tuple[Situation, ...]) -> list[Lever]:
    """Cells that hang on facts nobody has established."""
    cells = dict.fromkeys(
        (cell.course, cell.regime)
        for situation in situations
        for cell, _ in situation.open_findings()
    )
    if not cells:
        return []
    text = fill(words, "lever.establish")
    return [Lever(LeverKind.ESTABLISH, "questions", text, tuple(cells))]

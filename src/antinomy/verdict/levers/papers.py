"""Papers that a recorded text provides for, and licence exceptions still open."""

from dataclasses import replace

from antinomy.law import Policy
from antinomy.transaction import Thing, Things, Transaction
from antinomy.values import Known, Source, Text, Truth
from antinomy.verdict.levers.lever import CellKey, Lever, LeverKind, biting, flipped
from antinomy.verdict.situation import Situation
from antinomy.verdict.texts import Words, fill
from antinomy.verdict.weigher import Weigher


def paper_levers(
    weigher: Weigher, transaction: Transaction, situations: tuple[Situation, ...]
) -> list[Lever]:
    """Give the papers that would lift a breach, each checked by asking again."""
    wanted: dict[str, set[Policy]] = {}
    for _, finding in biting(situations):
        paper = finding.norm.licence or finding.norm.route
        if paper and finding.is_held is not Truth.TRUE:
            wanted.setdefault(paper, set()).update(finding.policies)
    words = weigher.view.packs.words
    levers = []
    for paper, policies in wanted.items():
        after = weigher.situations(_holding(transaction, paper))
        flips = flipped(situations, after)
        if flips:
            ordered = tuple(p for p in Policy if p in policies)
            text = fill(words, "lever.obtain", paper=words[f"paper.{paper}"])
            levers.append(Lever(LeverKind.OBTAIN, paper, text, flips, ordered))
    return levers


def exception_levers(words: Words, situations: tuple[Situation, ...]) -> list[Lever]:
    """Give the licence exceptions of which some condition is still open."""
    found: dict[str, tuple[Text, dict[CellKey, None]]] = {}
    for situation, finding in biting(situations):
        for exception in finding.possible_exceptions:
            cells = found.setdefault(exception.id, (exception.title, {}))[1]
            cells[situation.row.course.id, finding.norm.regime] = None
    return [
        Lever(
            LeverKind.EXCEPTION,
            provision,
            fill(words, "lever.exception", title=title),
            tuple(cells),
        )
        for provision, (title, cells) in found.items()
    ]


def _holding(transaction: Transaction, paper: str) -> Transaction:
    """Suppose that one more paper is held."""
    source = Source("supposed, to see what the paper would change")
    root = transaction.root
    papers = root.lists.get("paper", Things())
    path = f"papers[{len(papers.members)}]"
    one = Thing("paper", path, "", {"kind": Known(paper, source)})
    held = replace(papers, members=(*papers.members, one))
    lists = {**root.lists, "paper": held}
    return replace(transaction, root=replace(root, lists=lists))

"""``antinomy explain``: the proof of one cell as a tree with citations."""

from datetime import date
from pathlib import Path

import click
from rich.text import Text as RichText
from rich.tree import Tree

from antinomy.cli import options
from antinomy.cli.consoles import console
from antinomy.cli.proofs import ProofPrinter
from antinomy.values import InputError, Lang, did_you_mean
from antinomy.verdict import Assessment, Cell, why_unknown
from antinomy.verdict.report import finding_json


@click.command("explain")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("cell", metavar="COURSE/REGIME")
@options.on_option
@options.known_by_option
@options.lang_option
@options.data_option
@options.record_option
@options.packs_option
@options.json_option
def command(  # noqa: PLR0913 - a command has its options
    *,
    file: Path,
    cell: str,
    on: date | None,
    known_by: date | None,
    lang: str,
    folder_of_data: Path | None,
    place: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Explain one cell of FILE: its findings, each with its proof and citations."""
    assessment = options.assessment_of(
        file, folder, on, known_by, strict=False, data=folder_of_data, place=place
    )
    found = _cell(assessment, cell)
    if as_json:
        options.print_json(
            {
                "course": found.course,
                "regime": found.regime,
                "verdict": found.verdict.value,
                "could_be": found.could_be.value,
                "findings": [
                    finding_json(assessment, found, f) for f in found.findings
                ],
            }
        )
        return
    console().print(_tree(assessment, found, Lang(lang)))


def _cell(assessment: Assessment, name: str) -> Cell:
    """Find the cell COURSE/REGIME."""
    cells = {f"{c.course}/{c.regime}": c for row in assessment.rows for c in row.cells}
    if name not in cells:
        hint = did_you_mean(name, cells) or "; write COURSE/REGIME, as in: " + next(
            iter(cells), "keep_using/us.ear"
        )
        raise InputError(f"{name!r} is not a cell of this transaction{hint}")
    return cells[name]


def _tree(assessment: Assessment, cell: Cell, lang: Lang) -> Tree:
    words = assessment.view.packs.words
    verdict = words[f"verdict.{cell.verdict.value}"].say(lang)
    tree = Tree(RichText(f"{cell.course}/{cell.regime}: {verdict}", style="bold"))
    for reason in why_unknown(cell, words):
        tree.add(RichText(reason.say(lang), style="dim"))
    for finding in cell.findings:
        proof = assessment.proof(cell.course, finding)
        printer = ProofPrinter(assessment, cell, lang)
        printer.add_finding(tree, finding, proof)
    if not cell.findings:
        tree.add(RichText(words["label.silence"].say(lang), style="dim"))
    return tree

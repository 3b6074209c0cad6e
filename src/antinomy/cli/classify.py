"""``antinomy classify``: a chip's figures, paragraphs, bands, letters and policies."""

import csv
import io
from datetime import date
from pathlib import Path

import click
from rich.table import Table
from rich.text import Text as RichText

from antinomy.cli import options
from antinomy.cli.consoles import console
from antinomy.files import read_text
from antinomy.language import FactName, Proof
from antinomy.values import (
    Bounded,
    Fact,
    InputError,
    Known,
    Lang,
    Location,
    Source,
    Truth,
    Unknown,
    fact_text,
)
from antinomy.verdict import Classification, Words, classification_json, classify
from antinomy.view import Packs, View

_LICENCE = {
    Truth.TRUE: "verdict.licence",
    Truth.FALSE: "verdict.none_found",
    Truth.UNKNOWN: "verdict.unknown",
}


@click.command("classify")
@click.argument("chip", metavar="CHIP|FILE.csv")
@options.on_option
@options.known_by_option
@options.lang_option
@options.packs_option
@options.json_option
def command(
    *,
    chip: str,
    on: date | None,
    known_by: date | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Classify a CHIP of the catalogue, or each chip named in a CSV (column `chip`)."""
    packs = options.packs_from(folder)
    view = options.view_of(packs, on, known_by, packs.known_by)
    if chip.endswith(".csv"):
        answers = [_one(name, packs, view, at) for name, at in _named(Path(chip))]
        if as_json:
            options.print_json([classification_json(answer) for answer in answers])
            return
    else:
        answers = [_one(chip, packs, view, None)]
        if as_json:
            options.print_json(classification_json(answers[0]))
            return
    for answer in answers:
        _print(answer, Lang(lang))


def _one(name: str, packs: Packs, view: View, at: Location | None) -> Classification:
    if not packs.catalogue.find_chips(name):
        hint = packs.catalogue.suggest(name)
        message = (
            f"{name!r} is no chip of the catalogue{hint};"
            " an unknown chip is not an uncontrolled one"
        )
        raise InputError(message, at)
    facts: dict[str, Fact] = {"chip": Known(name, Source("asked about"))}
    return classify(facts, view)


def _named(path: Path) -> list[tuple[str, Location]]:
    """Give the chips named in a CSV's column ``chip``, with their lines."""
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        if "chip" not in (reader.fieldnames or ()):
            at = Location(str(path), 1, 1)
            raise InputError("the table needs a column `chip`", at)
        rows = [(row.get("chip") or "", reader.line_num) for row in reader]
    except csv.Error as error:
        at = Location(str(path), reader.line_num, 1)
        raise InputError(f"this is not CSV: {error}", at) from None
    found = []
    for text, line in rows:
        at = Location(str(path), line, 1, "chip")
        if not text.strip():
            raise InputError("the cell is empty", at)
        found.append((text.strip(), at))
    if not found:
        raise InputError("the table names no chip", Location(str(path), 1, 1))
    return found


def _with_unit(name: str, fact: Fact, view: View) -> str:
    """Write a figure with the unit that the vocabulary gives it."""
    entry = view.packs.law.vocabulary.entries.get(FactName("chip", name))
    if entry is None or not isinstance(fact, Known | Bounded):
        return fact_text(fact)
    return f"{fact_text(fact)} {entry.unit}".rstrip()


def _rests_on(proof: Proof, words: Words, lang: Lang) -> str:
    """Name the facts that a proof rests on, or those that it waits for."""
    if proof.missing:
        waits = ", ".join(fact.removeprefix("chip.") for fact in proof.missing)
        return f"{words['label.missing'].say(lang)}: {waits}"
    return ", ".join(fact.removeprefix("chip.") for fact in proof.cited)


def _bands(answer: Classification, lang: Lang) -> Table:
    """Show the bands of chips on which a duty lies, and which the chip falls in."""
    words = answer.view.packs.words
    bands = Table(title=words["label.tariff_bands"].say(lang), title_justify="left")
    for label in ("provision", "met", "rate", "citation", "facts"):
        bands.add_column(words[f"label.{label}"].say(lang), overflow="fold")
    for band in answer.tariff_bands:
        truth = words[f"truth.{band.truth.value}"].say(lang)
        rests_on = _rests_on(band.proof, words, lang)
        title = band.provision.title.say(lang)
        bands.add_row(title, truth, band.rate, band.cite.text, rests_on)
    return bands


def _print(answer: Classification, lang: Lang) -> None:
    words, out = answer.view.packs.words, console()
    out.print(RichText(f"{answer.chip} · {answer.view.on}", style="bold"))
    figures = Table(title=words["label.figures"].say(lang), title_justify="left")
    for label in ("facts", "figures", "source"):
        figures.add_column(words[f"label.{label}"].say(lang), overflow="fold")
    for name, fact in answer.figures.items():
        source = fact.source if not isinstance(fact, Unknown) else Source("")
        steps = "\n".join((source.said, *source.steps))
        shown = _with_unit(name, fact, answer.view)
        figures.add_row(name, shown, RichText(steps, style="dim"))
    out.print(figures)
    controls = Table(title=words["label.controls"].say(lang), title_justify="left")
    for label in ("provision", "met", "citation", "facts"):
        controls.add_column(words[f"label.{label}"].say(lang), overflow="fold")
    for control in answer.controls:
        truth = words[f"truth.{control.truth.value}"].say(lang)
        rests_on = _rests_on(control.proof, words, lang)
        controls.add_row(control.eccn, truth, control.cite.text, rests_on)
    out.print(controls)
    if answer.tariff_bands:
        out.print(_bands(answer, lang))
    review = Table(title=words["label.review"].say(lang), title_justify="left")
    for label in ("destination", "licence", "review"):
        review.add_column(words[f"label.{label}"].say(lang), overflow="fold")
    for row in answer.review:
        policies = ", ".join(words[f"policy.{p.value}"].say(lang) for p in row.policies)
        review.add_row(
            row.destination, words[_LICENCE[row.licence]].say(lang), policies
        )
    out.print(review)
    out.print(RichText(words["label.silence"].say(lang), style="italic"))
    if answer.letters:
        out.print(RichText(words["label.letters"].say(lang), style="bold"))
        for letter in answer.letters:
            addressee = words["label.addressee"].say(lang)
            out.print(
                RichText(
                    f"  {letter.title.say(lang)} – {addressee}: {letter.addressee}"
                )
            )
    out.print(RichText(words["label.parameters_only"].say(lang), style="italic"))

"""``antinomy screen``: who a name may be on the lists that are held."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.accepted import no_accepted, read_accepted
from antinomy.cli.desk import Desk, bar, open_desk
from antinomy.cli.list_store import data_folder
from antinomy.cli.screen_file import begun, read_queries
from antinomy.cli.screen_printer import AnswerPrinter
from antinomy.cli.screen_words import sentence_of
from antinomy.screening import Answer, Query
from antinomy.values import InputError, Lang


@click.command("screen")
@click.argument("names", nargs=-1)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    help="A CSV file with a column `query` (or `name`); `kind` and `id` are read too.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Write the answers to a file, one object of JSON a line.",
)
@click.option("--resume", is_flag=True, help="Go on with --out where it broke off.")
@click.option(
    "--accepted",
    type=click.Path(path_type=Path),
    help="A CSV file of results that were looked at and set aside, with reasons.",
)
@click.option(
    "--as-of", type=options.DayParam(), help="Screen against the lists of a day."
)
@options.data_option
@options.lang_option
@options.packs_option
@options.json_option
def command(  # noqa: PLR0913 - each is an option of the command line
    *,
    names: tuple[str, ...],
    path: Path | None,
    out: Path | None,
    resume: bool,
    accepted: Path | None,
    as_of: date | None,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say for each of the NAMES who it may be on the lists that are held."""
    if bool(names) == bool(path):
        message = "say which names to screen, or give them in a file with --file"
        raise InputError(message)
    if resume and out is None:
        raise InputError("--resume goes on with a file: say which one with --out")
    queries = read_queries(path) if path else [Query(name) for name in names]
    known = read_accepted(accepted) if accepted else no_accepted()
    packs, words = options.packs_from(folder), options.packs_folder(folder)
    desk = open_desk(packs, words, data_folder(folder_of_data), as_of, known)
    if out is not None:
        _write(out, queries, desk, resume=resume)
    elif as_json:
        for query in queries:
            click.echo(_line(desk.answer(query), desk))
    else:
        printer = AnswerPrinter(desk.packs, Lang(lang), desk.held)
        for query in queries:
            printer.show(desk.answer(query))
        printer.tell_lists()


def _write(out: Path, queries: Sequence[Query], desk: Desk, *, resume: bool) -> None:
    """Write the answers as they come, so that a run broken off loses one at most."""
    if out.exists() and not resume:
        message = f"there is a file {str(out)!r}: --resume goes on with it"
        raise InputError(message)
    before = begun(out, queries)
    with out.open("ab") as file, bar("screen") as shown:
        file.truncate(before.end)
        task = shown.add_task("", total=len(queries), completed=before.answers)
        for query in queries[before.answers :]:
            file.write(_line(desk.answer(query), desk).encode() + b"\n")
            shown.advance(task)


def _line(answer: Answer, desk: Desk) -> str:
    told = answer.as_json()
    results = told["results"]
    assert isinstance(results, list)
    for result, found in zip(answer.results, results, strict=True):
        assert isinstance(found, dict)
        proof = found["proof"]
        assert isinstance(proof, dict)
        said = sentence_of(result, desk.packs.words)
        proof["sentence"] = {"en": said.en, "zh": said.zh}
    told["lists"] = desk.held.as_json()
    return json.dumps(told, ensure_ascii=False)

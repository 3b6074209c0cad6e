"""``antinomy screen``: who a name may be on the lists that are held."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.accepted import no_accepted, read_accepted
from antinomy.cli.answer_file import refuse_to_overwrite
from antinomy.cli.bars import bar
from antinomy.cli.desk import Desk, open_desk
from antinomy.cli.list_store import data_folder
from antinomy.cli.screen_file import begun, read_queries
from antinomy.cli.screen_lines import COLUMNS, brought_up, columns_of, line_of
from antinomy.cli.screen_printer import AnswerPrinter
from antinomy.screening import Query
from antinomy.values import InputError, Json, Lang, Location


@click.command("screen")
@click.argument("names", nargs=-1)
@click.option(
    "--file",
    "path",
    type=click.Path(path_type=Path),
    help="A CSV file with a column `query` (or `name`); `kind` and `id` are read too.",
)
@options.out_option
@options.resume_option
@click.option(
    "--again",
    "answers",
    type=click.Path(path_type=Path),
    help="Bring the answers of a file of --out up to the lists held now.",
)
@click.option(
    "--accepted",
    type=click.Path(path_type=Path),
    help="A CSV file of results that were looked at and set aside, with reasons.",
)
@click.option(
    "--as-of", type=options.DayParam(), help="Screen against the lists of a day."
)
@click.option(
    "--columns", is_flag=True, help="Print CSV: keys, classes and scores as columns."
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
    answers: Path | None,
    accepted: Path | None,
    as_of: date | None,
    columns: bool,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say for each of the NAMES who it may be on the lists that are held."""
    files = [path, answers, accepted]
    sources = [bool(names), bool(path), bool(answers)]
    _check(sources, out, files, resume=resume, columns=columns, as_json=as_json)
    queries = read_queries(path) if path else [Query(name) for name in names]
    known = read_accepted(accepted) if accepted else no_accepted()
    packs, words = options.packs_from(folder), options.packs_folder(folder)
    desk = open_desk(packs, words, data_folder(folder_of_data), as_of, known)
    if answers is not None:
        _again(answers, out, desk)
    elif out is not None:
        _write(out, queries, desk, resume=resume)
    elif columns:
        _columns(queries, desk)
    elif as_json:
        for query in queries:
            click.echo(_line(line_of(desk.answer(query), desk)))
    else:
        printer = AnswerPrinter(desk.packs, Lang(lang), desk.held)
        for query in queries:
            printer.show(desk.answer(query))
        printer.tell_lists()


def _check(
    sources: Sequence[bool],
    out: Path | None,
    read: Sequence[Path | None],
    *,
    resume: bool,
    columns: bool,
    as_json: bool,
) -> None:
    """Refuse options that leave open what is meant.

    Raises:
        InputError: what does not go together.
    """
    if sources.count(True) != 1:
        message = "say which names to screen, or give a file with --file or --again"
        raise InputError(message)
    if resume and (out is None or sources[-1]):
        raise InputError("--resume goes on with a file of --out: say which one")
    if columns and (as_json or out is not None or sources[-1]):
        raise InputError("--columns prints a table, of names or of a --file alone")
    if out is not None and out in read:
        raise InputError("--out would write over a file that is read")


@contextmanager
def _files() -> Iterator[None]:
    """Say of a file that cannot be read or written which one and why.

    Raises:
        InputError: in place of the system's own error.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(reason, Location(str(error.filename))) from None


def _write(out: Path, queries: Sequence[Query], desk: Desk, *, resume: bool) -> None:
    """Write the answers as they come, so that a run broken off loses one at most."""
    refuse_to_overwrite(out, resume=resume)
    with _files():
        before = begun(out, queries)
    with _files(), out.open("ab") as file, bar("screen") as shown:
        file.truncate(before.end)
        task = shown.add_task("", total=len(queries), completed=before.answers)
        for query in queries[before.answers :]:
            file.write(_line(line_of(desk.answer(query), desk)).encode() + b"\n")
            shown.advance(task)


def _columns(queries: Sequence[Query], desk: Desk) -> None:
    """Print the answers as CSV, a row a result."""
    _print_row(COLUMNS)
    for number, query in enumerate(queries, 1):
        for row in columns_of(number, desk.answer(query), desk):
            _print_row(row)


def _print_row(cells: Sequence[str]) -> None:
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    click.echo(line.getvalue())


def _again(answers: Path, out: Path | None, desk: Desk) -> None:
    """Bring answers up to newer lists, into a file or onto the terminal."""
    lines = (_line(told) for told in brought_up(answers, desk))
    if out is None:
        with _files():
            for line in lines:
                click.echo(line)
        return
    if out.exists():
        raise InputError(f"there is a file {str(out)!r}: choose another name")
    with _files(), out.open("wb") as file, bar("screen") as shown:
        task = shown.add_task("", total=None)
        for line in lines:
            file.write(line.encode() + b"\n")
            shown.advance(task)


def _line(answer: dict[str, Json]) -> str:
    return json.dumps(answer, ensure_ascii=False)

"""``antinomy read``: what a page tells, each claim with the place it stands on."""

import json
from datetime import date
from importlib import import_module
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.read_printer import PagePrinter
from antinomy.cli.reader import Reader, Told, open_reader
from antinomy.press import gold_records
from antinomy.values import InputError, Lang
from antinomy.verdict import fill


@click.command("read")
@click.argument("path", metavar="PAGE", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "claims", "gold"]),
    default="text",
    show_default=True,
    help="Print for eyes; claims as JSON; or the records of a scored reader.",
)
@click.option("--show-dropped", is_flag=True, help="Show the text of lines not read.")
@click.option(
    "--page-day", type=options.DayParam(), help="The day the page was published."
)
@click.option("--address", help="Where the page was found.")
@click.option(
    "--keep", is_flag=True, help="Append what it tells to the record, for review."
)
@options.record_option
@options.data_option
@options.lang_option
@options.packs_option
@options.json_option
def command(  # noqa: PLR0913 - each is an option of the command line
    *,
    path: Path,
    form: str,
    show_dropped: bool,
    page_day: date | None,
    address: str | None,
    keep: bool,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say what a PAGE tells: events, statements, numbers, and what the record holds.

    PAGE is a plain text, HTML, MHTML or PDF file. What is not read is named line by
    line; a text on a page is evidence and never an instruction.
    """
    reader = open_reader(folder)
    data = _bytes(path)
    told = reader.read(data, name=path.name, address=address, page_day=page_day)
    if keep:
        _keep(told, reader, (place, folder_of_data), Lang(lang))
        return
    if form == "gold":
        for record in gold_records(told.reading, path.name.partition("_")[0]):
            click.echo(json.dumps(record, ensure_ascii=False))
    elif as_json or form == "claims":
        options.print_json(reader.json(told))
    else:
        _show(reader, told, Lang(lang), dropped=show_dropped)


def _keep(
    told: Told, reader: Reader, where: tuple[str, Path | None], lang: Lang
) -> None:
    """Append the entries of a page; a page kept before adds nothing."""
    keep = import_module("antinomy.cli.read_keep")
    store = import_module("antinomy.cli.record_store")
    with store.open_at(*where, may_make=True) as record:
        fresh, there = keep.kept(record, told, reader, store.clock)
    told_so = fill(reader.packs.words, "record.appended", count=fresh, already=there)
    click.echo(told_so.say(lang))


def _show(reader: Reader, told: Told, lang: Lang, *, dropped: bool) -> None:
    printer = PagePrinter(reader.packs, reader.words, lang)
    printer.show(told.reading, told.ledger, dropped=dropped)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InputError(f"the page {str(path)!r} cannot be opened: {why}") from None

"""``antinomy read``: what a page tells, each claim with the place it stands on."""

import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.many_words import ManyWords, load_many_words
from antinomy.cli.read_printer import PagePrinter
from antinomy.cli.reader import Reader, Told, open_reader
from antinomy.press import gold_records
from antinomy.values import InputError, Lang
from antinomy.verdict import fill

_STANDARD = Path("-")  # standard input
_ADDRESS = re.compile(r"\w+:/")  # of a page that lies elsewhere, as a path has it
# What the extra `reading` installs.
_NEEDED = (
    "ahocorasick_rs",
    "fastwarc",
    "pyarrow",
    "pypdf",
    "rensa",
    "resiliparse",
    "trafilatura",
)


@click.command("read")
@click.argument(
    "paths", metavar="PAGE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
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
    "--out",
    type=click.Path(path_type=Path),
    help="Read many pages into a folder of tables.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes read into --out [default: one a core].",
)
@options.resume_option
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
    paths: tuple[Path, ...],
    form: str,
    show_dropped: bool,
    page_day: date | None,
    address: str | None,
    out: Path | None,
    jobs: int | None,
    resume: bool,
    keep: bool,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Say what a PAGE tells: events, statements, numbers, and what the record holds.

    PAGE is a plain text, HTML, MHTML or PDF file, or - for standard input. What is not
    read is named line by line; a text on a page is evidence and never an instruction.
    Several pages, folders and WARC archives are read into tables with --out.
    """
    _check_installed()
    words = options.packs_folder(folder) / "words" / "reading" / "many.yaml"
    many = load_many_words(words)
    if out is not None:
        of_one = keep or show_dropped or page_day is not None or address is not None
        _check_many(paths, of_one=of_one or form != "text")
        # Tables need more than a page, and most questions are about one page.
        door = import_module("antinomy.cli.read_many")
        cores = jobs or len(os.sched_getaffinity(0))
        asked = door.Asked(paths, out, many, folder, cores, resume)
        door.read_many(asked, Lang(lang), as_json=as_json)
        return
    path = _the_page(paths, many, is_many=resume or jobs is not None)
    reader = open_reader(folder)
    data = _bytes(path, reader.words.sources.limits.file)
    if keep:
        _keep_page(data, (place, folder_of_data))
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


def _keep_page(data: bytes, where: tuple[str, Path | None]) -> None:
    """Keep the bytes of a page by their digest, before anything looks at them."""
    import_module("antinomy.cli.page_store").pages_of(*where).keep(data)


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


def _check_installed() -> None:
    """Refuse where the parts that read pages are not there.

    Raises:
        InputError: naming what lacks, and how it is had.
    """
    if lacking := [name for name in _NEEDED if find_spec(name) is None]:
        message = (
            "reading pages needs parts that are not installed"
            f" ({', '.join(lacking)}): pip install 'antinomy[reading]'"
        )
        raise InputError(message)


def _check_many(paths: Sequence[Path], *, of_one: bool) -> None:
    """Refuse what cannot be read into tables.

    Raises:
        InputError: a path that is not there, or an option for the eyes or of one page.
    """
    if of_one:
        message = (
            "--format, --show-dropped, --page-day, --address and --keep are of one"
            " page, not of --out"
        )
        raise InputError(message)
    for path in paths:
        if not os.path.lexists(path):
            raise InputError(f"there is no file or folder {str(path)!r}")


def _the_page(paths: Sequence[Path], many: ManyWords, *, is_many: bool) -> Path:
    """Give the one page to print.

    Raises:
        InputError: there are more, which need tables, or it is no file.
    """
    path = paths[0]
    if _ADDRESS.match(str(path)):
        message = (
            "pages are read from files and nothing is fetched: save the page, then"
            " name its file, and its address with --address"
        )
        raise InputError(message)
    archive = path.name.lower().endswith(many.archives)
    if len(paths) > 1 or path.is_dir() or archive or is_many:
        message = (
            "folders, archives and several pages are read into tables: say where with"
            " --out DIR"
        )
        raise InputError(message)
    return path


def _bytes(path: Path, most: int) -> bytes:
    """Give the bytes of a file, or of standard input where `-` is named.

    Raises:
        InputError: it cannot be opened, or holds more bytes than are taken.
    """
    try:
        if path == _STANDARD:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InputError(f"the page {str(path)!r} cannot be opened: {why}") from None
    if len(data) > most:
        message = (
            f"the page {str(path)!r} holds more than {most:,} bytes: give a part of it"
        )
        raise InputError(message)
    return data

"""``antinomy record``: the two-dated memory, appended once and read as of a day."""

import json
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.record_copies import back_up, drill, restore
from antinomy.cli.record_exchange import EXPORTS, FORMS, exported, take
from antinomy.cli.record_printer import Printer
from antinomy.cli.record_store import (
    address_of,
    clock,
    open_at,
    shared,
    source_from,
)
from antinomy.record import (
    KINDS,
    THINGS,
    Entry,
    Left,
    Undated,
    entry_of,
    open_record,
    stamped,
)
from antinomy.record.reading import entry_at, line_node
from antinomy.values import Day, Json, Lang, Location

_ON = click.option("--on", type=options.DayParam(), help="The day on which it held.")
_KNOWN_BY = click.option(
    "--known-by",
    type=options.DayParam(),
    help="The last day of recording that counts [default: all].",
)
_KIND = click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(THINGS),
    help="Only of this kind; may be repeated.",
)
_FILE = click.argument("file", type=click.Path(path_type=Path))


@click.group("record")
def command() -> None:
    """Keep what is known, with the day it held and the day it was learnt.

    Nothing is ever changed or deleted: a withdrawal closes, a revision words anew.
    """


def _printer(folder: Path | None, lang: str) -> Printer:
    return Printer(options.packs_from(folder), Lang(lang))


# ---------------------------------------------------------------- reading


@command.command("list")
@_ON
@_KNOWN_BY
@_KIND
@click.option("--accepted", is_flag=True, help="Only what a review accepted.")
@shared
def list_entries(  # noqa: PLR0913 - each is an option of the command line
    *,
    on: date | None,
    known_by: date | None,
    kinds: tuple[str, ...],
    accepted: bool,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """List what was known by a day and held on a day; --json gives one a line."""
    with open_at(place, folder_of_data) as record:
        read = record.accepted if accepted else record.as_of
        with closing(read(known_by or date.max, on, kinds=kinds or THINGS)) as found:
            if as_json:
                for kept in found:
                    click.echo(json.dumps(kept.as_json(), ensure_ascii=False))
            else:
                _printer(folder, lang).listed(found)


@command.command("show")
@click.argument("id")
@_ON
@_KNOWN_BY
@shared
def show(  # noqa: PLR0913 - each is an option of the command line
    *,
    id: str,  # noqa: A002 - the name of the argument
    on: date | None,
    known_by: date | None,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the entry ID as it stood on a day, as known by a day."""
    with open_at(place, folder_of_data) as record:
        asked = (known_by or date.max, on)
        found = list(record.as_of(*asked, kinds=KINDS, about=id))
        if not found:
            record.history(id)  # says where there is none at all
    if as_json:
        told: list[Json] = [kept.as_json() for kept in found]
        options.print_json(told[0] if len(told) == 1 else told)
        return
    printer = _printer(folder, lang)
    if not found:
        printer.said("none")
    for kept in found:
        printer.shown(kept)


@command.command("history")
@click.argument("id")
@shared
def history(
    *,
    id: str,  # noqa: A002 - the name of the argument
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Show the entry ID and all acts upon it, each with all its dates."""
    with open_at(place, folder_of_data) as record:
        chain = record.history(id)
    if as_json:
        options.print_json([one.as_json() for one in chain])
        return
    _printer(folder, lang).history(chain)


# ---------------------------------------------------------------- writing


@command.command("import")
@_FILE
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="The form of the file [default: by its look].",
)
@click.option(
    "--published", type=options.DayParam(), help="The day the file was published."
)
@shared
def import_file(  # noqa: PLR0913 - each is an option of the command line
    *,
    file: Path,
    form: str | None,
    published: date | None,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Append the entries of FILE: all of them or, where one is wrong, none.

    FILE holds entries (JSON Lines or YAML), statements of the Beneficial Ownership Data
    Standard (0.4), or FollowTheMoney entities; of these the file itself is the source.
    """
    with open_at(place, folder_of_data, may_make=True) as record:
        taken = take(record, file, form, published)
    if as_json:
        options.print_json(taken.as_json())
    else:
        _printer(folder, lang).taken(taken)


@command.command("append")
@shared
def append(
    *,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Append entries as they come on standard input, one object of JSON a line.

    Each is acknowledged, with its sequence and hash, once it is on the disk.
    """
    del lang, folder, as_json  # what is told here is for machines
    with open_at(place, folder_of_data, may_make=True) as record:
        for number, line in enumerate(sys.stdin, 1):
            if not line.strip():
                continue
            at = Location("standard input", number, 1)
            entry = entry_at(line_node(line, at))
            told: dict[str, Json] = {"id": entry.id}
            for link in record.append([entry], clock):
                told |= {"sequence": link.sequence, "recorded": link.recorded}
                told["hash"] = link.hash
            click.echo(json.dumps(told))
            sys.stdout.flush()


@command.command("withdraw")
@click.argument("id")
@click.option(
    "--on",
    type=options.DayParam(),
    required=True,
    help="The first day on which it stands no more.",
)
@click.option(
    "--source",
    required=True,
    metavar="ID|FILE",
    help="Who says so: a source of the record, or a file that becomes one.",
)
@click.option("--reason", required=True, help="Why, in one sentence.")
@click.option("--said", type=options.DayParam(), help="The day it was taken back.")
@click.option("--published", type=options.DayParam(), help="The day that was published.")
@shared
def withdraw(  # noqa: PLR0913 - each is an option of the command line
    *,
    id: str,  # noqa: A002 - the name of the argument
    on: date,
    source: str,
    reason: str,
    said: date | None,
    published: date | None,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Close the entry ID from a day: it stays, and stood until the day before."""
    origin = _source(source)
    act = entry_of(
        "withdrawal",
        {"reason": reason},
        begins=Day(on),
        until=Undated.OPEN,
        said=None if said is None else Day(said),
        published=None if published is None else Day(published),
        source=origin.id if origin else source,
        about=id,
    )
    with open_at(place, folder_of_data) as record:
        act = stamped(act, clock())
        record.append([*([origin] if origin else []), act], clock)
        chain = record.history(id)
    if as_json:
        options.print_json([one.as_json() for one in chain])
        return
    _printer(folder, lang).history(chain)


def _source(told: str) -> Entry | None:
    """Make a source of a file; None where the id of one is given."""
    path = Path(told)
    return source_from(path) if path.is_file() else None


# ---------------------------------------------------------------- care


@command.command("verify")
@shared
def verify(
    *,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Walk the journal: each entry must be what was appended, and where."""
    with open_at(place, folder_of_data) as record:
        head, counts = record.verify(), record.counts()
    if as_json:
        options.print_json({**head.as_json(), "kinds": {**counts}})
    else:
        _printer(folder, lang).head("whole", head)


@command.command("backup")
@_FILE
@shared
def backup(
    *,
    file: Path,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Copy the record into FILE while others go on appending.

    A FILE named *.jsonl gets the journal, for any kind of store; another name a copy
    of the SQLite database.
    """
    with open_at(place, folder_of_data) as record:
        head = back_up(record, file)
    if as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        _printer(folder, lang).head("backed_up", head, file)


@command.command("restore")
@_FILE
@shared
def restore_file(
    *,
    file: Path,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Fill a new record from the backup FILE, each line checked."""
    address = address_of(place, folder_of_data)
    head = restore(file, address)
    if as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        _printer(folder, lang).head("restored", head, place or "the folder of data")


@command.command("drill")
@click.option("--into", default="", metavar="FILE|URL", help="An empty record to try.")
@shared
def drill_record(
    *,
    into: str,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Back up, restore elsewhere, and compare the chain, its head and the counts."""
    with open_at(place, folder_of_data) as record:
        head = drill(record, address_of(into, None) if into else "")
    if as_json:
        options.print_json({**head.as_json(), "same": True})
    else:
        _printer(folder, lang).head("drilled", head)


@command.command("export")
@click.option(
    "--format", "form", type=click.Choice(EXPORTS), default="jsonl", show_default=True
)
@_ON
@_KNOWN_BY
@_KIND
@shared
def export(  # noqa: PLR0913 - each is an option of the command line
    *,
    form: str,
    on: date | None,
    known_by: date | None,
    kinds: tuple[str, ...],
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Write entries for other programs: as appended, or in the form of another house."""
    del as_json  # every form is JSON
    left = Left()
    wanted = kinds or (KINDS if form == "jsonl" else ("holding", "listing"))
    with open_at(place, folder_of_data) as record:
        found = record.as_of(known_by or date.max, on, kinds=wanted)
        with closing(found):
            for line in exported(found, form, left):
                click.echo(line)
    if left.counts:
        for told in _printer(folder, lang).left(left):
            click.echo(told, err=True)


@command.command("upgrade")
@shared
def upgrade(
    *,
    place: str,
    folder_of_data: Path | None,
    lang: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Bring an older record to this program's version; the journal stays as it is."""
    with open_record(address_of(place, folder_of_data), may_upgrade=True) as record:
        head = record.verify()
    if as_json:
        options.print_json(head.as_json())
        return
    printer = _printer(folder, lang)
    printer.said("upgraded")
    printer.head("whole", head)

"""``antinomy record`` import, append, withdraw: what adds to the record."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.page_store import PageStore, source_from
from antinomy.cli.record_door import Door, file_argument, shared
from antinomy.cli.record_exchange import FORMS, entries_at, take
from antinomy.cli.record_store import clock
from antinomy.record import Entry, Undated, entry_of, stamped
from antinomy.record.reading import entry_at, line_node
from antinomy.values import Day, Json, Location


@click.command("import")
@file_argument
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
def import_file(
    *,
    file: Path,
    form: str | None,
    published: date | None,
    door: Door,
) -> None:
    """Append the entries of FILE: all of them or, where one is wrong, none.

    FILE holds entries (JSON Lines or YAML), statements of the Beneficial Ownership Data
    Standard (0.4), FollowTheMoney entities, or a table of owner, owned and share; of
    these the file itself is the source.
    """
    source, told = entries_at(file, door.pages, form, published)
    with door.open(may_make=True) as record:
        taken = take(record, source, told)
    if door.as_json:
        options.print_json(taken.as_json())
    else:
        door.printer().taken(taken)


@click.command("append")
@shared
def append(
    *,
    door: Door,
) -> None:
    """Append entries as they come on standard input, one object of JSON a line.

    Each is acknowledged, with its sequence and hash, once it is on the disk.
    """
    with door.open(may_make=True) as record:
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


@click.command("withdraw")
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
@click.option(
    "--published", type=options.DayParam(), help="The day that was published."
)
@shared
def withdraw(
    *,
    id: str,  # noqa: A002 - the name of the argument
    on: date,
    source: str,
    reason: str,
    said: date | None,
    published: date | None,
    door: Door,
) -> None:
    """Close the entry ID from a day: it stays, and stood until the day before."""
    with door.open() as record:
        record.history(id)  # says where there is none, before anything is kept
        origin = _source(source, door.pages)
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
        act = stamped(act, clock())
        is_there = origin is None or record.known([origin.id])
        record.append([act] if is_there or origin is None else [origin, act], clock)
        chain = record.history(id)
    if door.as_json:
        options.print_json([one.as_json() for one in chain])
        return
    door.printer().history(chain)


def _source(told: str, pages: PageStore) -> Entry | None:
    """Make a source of a file; None where the id of one is given."""
    path = Path(told)
    return source_from(path, pages) if path.is_file() else None

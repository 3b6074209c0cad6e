"""``antinomy record`` verify, backup, restore, drill, upgrade: care for the record."""

from pathlib import Path

import click

from antinomy.cli import options
from antinomy.cli.record_copies import back_up, drill, restore
from antinomy.cli.record_door import Door, file_argument, shared
from antinomy.cli.record_store import address_of
from antinomy.record.engine import shown


@click.command("verify")
@shared
def verify(
    *,
    door: Door,
) -> None:
    """Walk the journal: each entry must be what was appended, and where."""
    with door.open() as record:
        head, counts = record.verify(), record.counts()
    if door.as_json:
        options.print_json({**head.as_json(), "kinds": {**counts}})
    else:
        door.printer().head("whole", head)


@click.command("backup")
@file_argument
@shared
def backup(
    *,
    file: Path,
    door: Door,
) -> None:
    """Copy the record into FILE while others go on appending.

    A FILE named *.jsonl gets the journal, for any kind of store; another name a copy
    of the SQLite database.
    """
    with door.open() as record:
        head = back_up(record, file)
    if door.as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        door.printer().head("backed_up", head, file)


@click.command("restore")
@file_argument
@click.option(
    "--entries",
    type=click.IntRange(min=1),
    help="Only so many, from the first [default: all].",
)
@shared
def restore_file(
    *,
    file: Path,
    entries: int | None,
    door: Door,
) -> None:
    """Fill a new record from the backup FILE, each line checked."""
    address = door.address
    head = restore(file, address, entries)
    if door.as_json:
        options.print_json({**head.as_json(), "file": str(file)})
    else:
        door.printer().head("restored", head, shown(door.address))


@click.command("drill")
@click.option("--into", default="", metavar="FILE|URL", help="An empty record to try.")
@shared
def drill_record(
    *,
    into: str,
    door: Door,
) -> None:
    """Back up, restore elsewhere, and compare the chain, its head and the counts."""
    with door.open() as record:
        head = drill(record, address_of(into, None) if into else "")
    if door.as_json:
        options.print_json({**head.as_json(), "same": True})
    else:
        door.printer().head("drilled", head)


@click.command("upgrade")
@shared
def upgrade(
    *,
    door: Door,
) -> None:
    """Bring an older record to this program's version; the journal stays as it is."""
    with door.open(may_upgrade=True) as record:
        head = record.verify()
    if door.as_json:
        options.print_json(head.as_json())
        return
    printer = door.printer()
    printer.said("upgraded")
    printer.head("whole", head)
